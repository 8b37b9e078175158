// Figures: node bench.mjs PACKAGE BOOK. Best of several rounds; the loop is included.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, bookPath] = process.argv.slice(2).map((path) => resolve(path));
const { Coding } = await import(pathToFileURL(join(folder, "coding.mjs")));
const wasm = readFileSync(join(folder, "coding.wasm"));
const bytes = readFileSync(bookPath);

function tell(name, value, unit) {
  console.log(`${name}\t${value}\t${unit}`);
}

async function best(rounds, work) {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

function billableCodes(book, most) {
  const codes = [];
  const { first, past } = book.rows("icd10cm");
  for (let row = first; row < past; row++) {
    const entry = book.entry(row, { on: "newest" });
    if (entry.rule === "stands") codes.push(entry.code);
  }
  let random = 1;
  return Array.from({ length: most }, () => codes[(random = (random * 48271) % 0x7fffffff) % codes.length]);
}

const coding = await Coding.load(wasm);
const book = await coding.open(bytes);
const codes = billableCodes(book, 1_000_000);
const ask = { system: "icd10cm", on: "newest" };
const words = ["sprained left ankle", "type 2 diabetes with neuropathy", "chest pain", "fall from ladder", "nausea"];

tell("wasm", wasm.length, "bytes");
tell("wasm, gzip -9", gzipSync(wasm, { level: 9 }).length, "bytes");
tell("compile", (await best(9, () => WebAssembly.compile(wasm))).toFixed(2), "ms");
tell("open", (await best(9, async () => (await coding.open(bytes)).close())).toFixed(2), `ms, ${bytes.length} bytes`);
const some = codes.slice(0, 100_000);
tell("verdict", (await best(3, () => codes.forEach((code) => book.verdict(code, ask)))).toFixed(0), "ns");
tell("check", ((await best(3, () => some.forEach((code) => book.check(code, ask)))) * 10).toFixed(0), "ns");
tell("title", ((await best(3, () => some.forEach((code) => book.title(code, ask)))) * 10).toFixed(0), "ns");
for (const text of words) {
  tell(`search: ${text}`, (await best(20, () => book.search(text, ask)) * 1000).toFixed(0), "µs");
}
