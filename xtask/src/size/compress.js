// Prints the size in bytes of each file that is named: as it is, with gzip, with Brotli, and its name.
// Node.js is there for wasm-opt anyway, and it compresses as web servers do.

const { readFileSync } = require("node:fs");
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");

for (const name of process.argv.slice(1)) {
  const content = readFileSync(name);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  console.log(content.length, gzipSync(content, { level: 9 }).length, brotliCompressSync(content, { params }).length, name);
}
