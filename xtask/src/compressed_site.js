// Copies a site and compresses each file of it beforehand, as static hosts do.

const { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");

const [from, site] = process.argv.slice(1);
rmSync(site, { recursive: true, force: true });
cpSync(from, site, { recursive: true });

// Of the knowledge base's files a few are asked for, and there are more than a thousand.
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
for (const name of readdirSync(site, { recursive: true })) {
  const file = join(site, name);
  if (statSync(file).isFile() && !name.endsWith(".png")) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content));
  }
}
