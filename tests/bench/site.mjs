// The site of the benchmark: the page as it is built, the pages on `jose` bundled as one would bundle them, and each
// file compressed beforehand as static hosts do. `cargo xtask bench` runs it in the repository's folder.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [site, packages] = process.argv.slice(2);
const { buildSync } = createRequire(join(packages, "package.json"))("esbuild");

const bundle = (entry, outfile, external = []) =>
  buildSync({
    entryPoints: [join("tests/bench/pages", entry)],
    outfile,
    bundle: true,
    external,
    format: "esm",
    legalComments: "none",
    minify: true,
    nodePaths: [join(packages, "node_modules")],
    target: "es2023",
  });

const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());

for (const folder of ["jwt-why", "peer"]) {
  rmSync(join(site, folder), { recursive: true, force: true });
}
cpSync("dist", join(site, "jwt-why"), { recursive: true });
mkdirSync(join(site, "peer"), { recursive: true });
cpSync("tests/bench/pages/peer.html", join(site, "peer/index.html"));
cpSync("tests/bench/pages/peer.css", join(site, "peer/peer.css"));
bundle("peer.js", join(site, "peer/peer.js"));
cpSync("tests/bench/pages/log.html", join(site, "log/index.html"));
bundle("log.js", join(site, "log/log.js"));
cpSync("tests/bench/pages/rates.html", join(site, "rates/index.html"));
bundle("rates.js", join(site, "rates/rates.js"), ["./bench_module.js"]);

// What is not needed for the first verdict is not compressed: nothing here asks for it.
const apart = /\/kb\/|\.(png|br|gz)$/;
for (const folder of ["jwt-why", "peer"]) {
  for (const file of files(join(site, folder)).filter((file) => !apart.test(file))) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
