// Figures: node bench.mjs PACKAGE BOOK. The loop is included; best of several rounds, and of many short ones where a
// million codes are asked, so that what else the machine does is left out.
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

/** Nanoseconds a code in the best run of ten thousand. */
function leastOf(codes, work) {
  let least = Infinity;
  for (let at = 0; at < codes.length; at += 10_000) {
    const some = codes.slice(at, at + 10_000);
    const began = performance.now();
    for (const code of some) work(code);
    least = Math.min(least, (performance.now() - began) * 1e6 / some.length);
  }
  return least.toFixed(0);
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
tell("verdict", leastOf(codes, (code) => book.verdict(code, ask)), "ns");
tell("check", leastOf(codes.slice(0, 200_000), (code) => book.check(code, ask)), "ns");
tell("title", leastOf(codes.slice(0, 200_000), (code) => book.title(code, ask)), "ns");
// Six diagnoses each, as they come: numbers in, numbers out.
const stays = 160_000;
const offsets = Array.from({ length: stays + 1 }, (_, i) => 6 * i);
const numbers = book.numbers(codes.slice(0, 6 * stays), { system: "icd10cm" });
const group = () => book.groupMany({ diagnoses: numbers, offsets, sex: "F" }, { on: "2025-10-15" });
const score = () => book.riskMany({ codes: numbers, offsets, sex: "F", age: 72 }, { model: "v28", year: 2026 });
tell("a batch stay of six diagnoses", (await best(5, group) * 1e6 / stays).toFixed(0), "ns");
tell("a batch member of six diagnoses", (await best(5, score) * 1e6 / stays).toFixed(0), "ns");
for (const text of words) {
  tell(`search: ${text}`, (await best(20, () => book.search(text, ask)) * 1000).toFixed(0), "µs");
}
