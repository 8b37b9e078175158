// What a user of the language counts on: errors, days, words, frozen answers, memory.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BOOK, Coding, CodingError, NAMES, PACKAGE } from "./rows.mjs";

let coding, book;
before(async () => {
  coding = await Coding.load();
  book = await coding.open(BOOK);
});
after(() => book.close());

const fails = (status) => (error) => error instanceof CodingError && error.status === status && error.reason.length > 0;

test("the module imports nothing", () => {
  const module = new WebAssembly.Module(readFileSync(join(PACKAGE, "coding.wasm")));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});

test("it loads from bytes, from a module and from beside itself alike", async () => {
  const bytes = readFileSync(join(PACKAGE, "coding.wasm"));
  for (const source of [bytes, await WebAssembly.compile(bytes), new Blob([bytes]), join(PACKAGE, "coding.wasm")]) {
    assert.equal((await Coding.load(source)).version(), coding.version());
  }
});

test("a book opens from bytes, a buffer, a path and a URL alike", async () => {
  const bytes = readFileSync(BOOK);
  for (const source of [bytes, new Uint8Array(bytes).buffer, new URL(`file://${BOOK}`), new Response(bytes)]) {
    const other = await coding.open(source);
    assert.equal(other.size(), book.size());
    other.close();
  }
});

test("a NUL in a code is malformed, and its place is told", () => {
  const verdict = book.check("E11\0.9", { system: "icd10cm" });
  assert.equal(verdict.rule, "malformed");
  assert.equal(verdict.findings[0].span.offset, 3);
  assert.equal(book.find("E11.9\0"), null);
});

test("what is no text is no code", () => {
  for (const wrong of [null, undefined, 5, {}, ["E11.9"]]) assert.throws(() => book.check(wrong), TypeError);
  assert.throws(() => book.search(null), TypeError);
});

test("a closed book throws, and closing twice does nothing", async () => {
  const other = await coding.open(BOOK);
  const verdict = other.check("E11.9");
  const hits = other.search("sprained left ankle");
  other.close();
  other.close();
  assert.ok(other.closed);
  for (const ask of [() => other.check("E11.9"), () => other.editions(), () => other.find("E11.9"), () => other.size()]) {
    assert.throws(ask, fails("misuse"));
  }
  assert.equal(verdict.code, "E11.9"); // answers outlive their book
  assert.match(hits[0].title, /ankle/);
});

test("a missing file and a damaged one are told apart", async () => {
  const bytes = readFileSync(BOOK);
  await assert.rejects(coding.open("/no/such.book"), fails("no-file"));
  await assert.rejects(coding.open(bytes.subarray(0, bytes.length - 100)), fails("not-a-book"));
  await assert.rejects(coding.open(new Uint8Array(0)), fails("not-a-book"));
  await assert.rejects(coding.open(7), TypeError);
});

test("damage within a book is found by verify", async () => {
  const bytes = new Uint8Array(readFileSync(BOOK));
  bytes[bytes.length >> 1] ^= 0xff;
  const spoilt = await coding.open(bytes);
  assert.throws(() => spoilt.verify(), fails("not-a-book"));
  spoilt.close();
  book.verify();
});

test("a day is text, a Date, a number, or a word", () => {
  const rule = (on) => book.verdict("G35", { system: "icd10cm", on });
  assert.deepEqual(["2025-09-30", "20250930", new Date(2025, 8, 30), 20250930].map(rule), Array(4).fill("stands"));
  assert.equal(rule("2025-10-01"), "header");
  assert.equal(rule("newest"), rule(book.newest("icd10cm")));
  assert.equal(book.check("E11.9", { on: "today" }).on, coding.dateToday());
  for (const wrong of ["2025-13-01", "2025-02-29", "tomorrow", new Date(NaN), 20250230]) assert.throws(() => rule(wrong), RangeError);
  assert.throws(() => rule(true), TypeError);
});

test("today is the caller's own day", () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  assert.equal(coding.dateToday(), parts.join("-"));
});

test("a system is a word, and one that is none is refused", () => {
  assert.equal(book.find("0DTJ4ZZ").system, "icd10pcs");
  assert.equal(book.verdict("E11.9", { system: "icd10pcs" }), "malformed");
  assert.throws(() => book.check("E11.9", { system: "icd11" }), RangeError);
  assert.ok(NAMES.Rule.includes("no-longer"));
});

test("a record stands for its code and system", () => {
  const [hit] = book.search("appendix resection", { system: "icd10pcs", on: "newest" });
  assert.equal(book.find(hit).code, hit.code);
  assert.equal(book.find(hit).system, "icd10pcs");
});

test("answers are frozen through and through", () => {
  const frozen = (value) => value === null || typeof value !== "object" || (Object.isFrozen(value) && Object.values(value).every(frozen));
  for (const answer of [book.check("G35"), book.search("chest pain"), book.notes("E11.9", { on: "2026-04-01" }), book.editions()]) {
    assert.ok(frozen(answer));
  }
});

test("texts of every length and script come and go whole", () => {
  const [seen] = book.search("😀 diabets mellitus", { on: "newest" });
  assert.equal(seen.evidence[0].span.offset, 3);
  const long = "ankle ".repeat(20_000);
  assert.ok(book.search(`${long}sprain`, { count: 1 }).length <= 1);
  assert.ok(Array.isArray(book.search(`\ud800 chest pain`))); // half of a pair
  assert.match(book.title("386.00", { system: "icd9cm", on: "newest" }), /^Ménière/);
});

test("codes below and within know the printed order", () => {
  assert.ok(book.isBelow("E11.9", "E11"));
  assert.ok(book.isWithin("C4A.9", "C43", "C44"));
  assert.ok(!book.isWithin("C45", "C43", "C44"));
  const within = book.search("diabetes", { first: "E08", last: "E13", on: "newest" });
  assert.ok(within.length > 0 && within.every((hit) => book.isWithin(hit.code, "E08", "E13")));
});

test("100,000 calls leave the memory as it was", () => {
  const ask = { on: "newest" };
  const round = () => {
    for (let i = 0; i < 10_000; i++) book.check(i % 2 ? "G35" : "E11.9", ask);
    for (let i = 0; i < 100; i++) book.search("sprained left ankle", ask);
  };
  round();
  const held = book._machine.exports.memory.buffer.byteLength;
  for (let i = 0; i < 10; i++) round();
  assert.equal(book._machine.exports.memory.buffer.byteLength, held);
});

test("a closed book's memory is let go", { skip: !globalThis.gc && "needs --expose-gc" }, async () => {
  const bytes = readFileSync(BOOK);
  const settle = async () => {
    for (let i = 0; i < 3; i++) await new Promise((done) => setTimeout(done, 10)), gc();
    return process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  };
  const started = await settle();
  for (let i = 0; i < 20; i++) (await coding.open(bytes)).close();
  assert.ok((await settle()) - started < bytes.length * 2);
});

test("mentions point into the note in UTF-16", () => {
  const note = "🩺 HPI: denies chest pain.\nA/P: Type 2 DM with CKD stage 3b, on insulin.";
  const read = book.annotate(note, { on: "2025-10-01" });
  const [{ span, cue, assertion }] = read.mentions;
  assert.equal(note.substr(span.offset, span.length), "chest pain");
  assert.equal(note.substr(cue.offset, cue.length), "denies");
  assert.equal(NAMES.Assertion[assertion], "negated");
  assert.deepEqual(read.codes.map((each) => each.code), ["E11.22", "N18.32", "Z79.4"]);
  assert.ok(read.codes.every((each) => each.mentions.every((place) => place < read.mentions.length)));
});

test("an operation has its characters, and what is open its question", () => {
  const report = "🩺 PROCEDURE: Appendectomy.";
  const [one] = book.operate(report, { on: "2025-10-01" });
  assert.equal(report.substr(one.span.offset, one.span.length), "Appendectomy");
  assert.deepEqual([one.code, one.nearest, one.root, one.axes.length], ["0DTJ_ZZ", "0DT", "Resection", 7]);
  const approach = one.axes[4];
  assert.equal(approach.ground, "open");
  assert.ok(approach.query.endsWith("?"));
  assert.ok(approach.values.some((value) => value.label === "Open"));
});

test("a text in pieces has the phrases that it has at once", () => {
  const text = "🩺 Seen for type-II diabetes mellitus. HTN, no multiple sclerosis 🩺.\n".repeat(20);
  const said = (all, { phrases }) => phrases.map(({ code, span }) => code + all.substr(span.offset, span.length));
  const whole = said(text, book.scan(text));
  const pieces = [];
  const letters = [...text];
  let left = "";
  for (let at = 0; at < letters.length; at += 50) {
    const piece = left + letters.slice(at, at + 50).join("");
    const found = book.scan(piece, { last: at + 50 >= letters.length });
    pieces.push(...said(piece, found));
    left = piece.substr(found.rest.offset, found.rest.length);
  }
  assert.ok(whole.length >= 40);
  assert.deepEqual([pieces, left], [whole, ""]);
});

test("queries are asked of the record, categories of a book that has them", () => {
  const { queries } = book.groupQueries("sex=F discharge=01 I21.4 N18.9", { on: "2025-10-15" });
  assert.deepEqual([queries[2].code, queries[2].severity, queries[2].part], ["N18.6", "MCC", "diagnosis"]);
  assert.throws(() => book.ccsr("E11.22 version=1999.9"), { status: "not-in-book" });
  assert.throws(() => book.ccsr("E11.22 I10"), { status: "misuse" });
});

test("patients, members and stays are lines of words", () => {
  const { groups, score } = book.comorbidity("J18.9/Y I13.2/Y");
  assert.deepEqual(groups.filter((each) => each.state === "present").map((each) => each.name),
    ["HF", "HTN_CX", "RENLFL_SEV"]);
  assert.equal(score, 15);
  assert.equal(book.risk("age=72 sex=F E11.22 Z00.00", { model: "v28", year: 2026 }).diagnoses[1].use, "no-category");
  assert.deepEqual(book.riskBlend("age=72 sex=F E11.22", { year: 2025 }).scores.map((each) => each.share), [330, 670]);
  const stay = "sex=F discharge=01 I21.4 J96.01";
  assert.equal(book.group(stay, { on: "2025-10-15" }).last.severity, "MCC");
  assert.equal(book.groupWhatIf(stay, { on: "2025-10-15" }).changes[0].drg, 282);
  assert.ok(book.drgWeight(280, { on: "2025-10-15" }).weight > 1);
  assert.throws(() => book.group("hospital=far"), { status: "misuse" });
  assert.throws(() => book.risk("age=72 sex=F", { model: "v99", year: 2026 }), RangeError);
});

test("codes lead into other systems and years", () => {
  assert.deepEqual(book.map("E11.9", { to: "icd9cm", system: "icd10cm" }).codes, ["250.00"]);
  const { codes } = book.mapYears("T81.4XXA", { on: "2025-10-01", since: "2016-10-01" });
  assert.ok(codes.includes("T81.40XA"));
  assert.throws(() => book.map("E11.9", { to: "hcpcs" }), { status: "not-in-book" });
});
