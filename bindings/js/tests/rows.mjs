// The rows that every language runs, and a tally of them.
import { appendFileSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const TREE = fileURLToPath(new URL("../../..", import.meta.url));
export const PACKAGE = resolve(process.env.CODING_PACKAGE ?? join(TREE, "build/languages/js/package"));
export const BOOK = process.env.CODING_BOOK ?? join(TREE, "build/release/us.book");
// The little book of clinical categories, which script/setup makes beside the whole one.
export const CCSR_BOOK = join(dirname(BOOK), "ccsr.book");
export const { Book, Coding, CodingError, NAMES, claimText, visitText } =
  await import(pathToFileURL(join(PACKAGE, "coding.mjs")).href);

/** Rows of a table of tests/vectors, without comments and the heading. */
export function vectors(name) {
  const lines = readFileSync(join(TREE, "tests/vectors", name), "utf8").split("\n");
  return lines.filter((line) => line && !line.startsWith("#")).slice(1).map((line) => line.split("\t"));
}

/** Undoes \xNN. A text that is no UTF-8 stays bytes. */
export function undone(text) {
  const bytes = Buffer.concat(text.split(/(\\x[0-9a-fA-F]{2})/).map((piece, i) =>
    i % 2 ? Buffer.from([parseInt(piece.slice(2), 16)]) : Buffer.from(piece)));
  const words = bytes.toString("utf8");
  return Buffer.from(words).equals(bytes) ? words : new Uint8Array(bytes);
}

/** The place in UTF-16 of a place in bytes. */
export function utf16Of(text, bytes) {
  const raw = typeof text === "string" ? Buffer.from(text) : text;
  return [...raw.subarray(0, bytes)].reduce((units, byte) => units + ((byte & 0xc0) !== 0x80) + (byte >= 0xf0), 0);
}

/** Runs a row; what it says is told with its because, and counted. */
export function row(failures, because, work) {
  try {
    work();
    tally("passed");
  } catch (error) {
    tally("failed");
    failures.push(`${because}: ${error.message}`);
  }
}

function tally(what) {
  if (process.env.CODING_TALLY) appendFileSync(process.env.CODING_TALLY, `${what}\n`);
}
