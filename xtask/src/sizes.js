// The sizes of what the page loads, in bytes: as it is, with gzip, with Brotli.

const { readFileSync, readdirSync } = require("node:fs");
const { brotliCompressSync, gzipSync } = require("node:zlib");

const row = (...cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(10) : cell.padEnd(28))).join(""));
const files = readdirSync("dist", { withFileTypes: true }).filter((file) => file.isFile()).map((file) => file.name);
const sizes = files.map((name) => {
  const content = readFileSync(`dist/${name}`);
  return [name, content.length, gzipSync(content, { level: 9 }).length, brotliCompressSync(content).length];
});
row("file", "bytes", "gzip", "brotli");
sizes.sort((one, other) => other[3] - one[3]).forEach((size) => row(...size));
row("together", ...[1, 2, 3].map((at) => sizes.reduce((sum, size) => sum + size[at], 0)));
