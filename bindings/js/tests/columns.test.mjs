// Columns say of each stay and each member what it says alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BOOK, Coding, NAMES, vectors } from "./rows.mjs";

const MANY = 2000;
const DAY = "2025-10-15";

let coding, book;
before(async () => {
  coding = await Coding.load();
  book = await coding.open(BOOK);
});
after(() => book.close());

let random = 1;
function drawn(pool) {
  return pool[(random = (random * 48271) % 0x7fffffff) % pool.length];
}

function lists(pool, least, most) {
  const counts = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return Array.from({ length: MANY }, () => Array.from({ length: drawn(counts) }, () => drawn(pool)));
}

function column(pool) {
  return Array.from({ length: MANY }, () => drawn(pool));
}

const stayWords = vectors("stays.tsv").map(([, stay]) => stay.split(" px "));
const DIAGNOSES = stayWords.flatMap(([before]) => before.split(" ").slice(2)).map((word) => word.split("/")[0]);
const PROCEDURES = stayWords.flatMap(([, behind]) => (behind ? behind.split(" ") : []));

function flat(all) {
  const offsets = [0];
  for (const list of all) offsets.push(offsets.at(-1) + list.length);
  return { all: all.flat(), offsets };
}

function groupedAlone(line) {
  const { first, last } = book.group(line, { on: DAY });
  const named = (enumeration, word) => NAMES[enumeration].indexOf(word);
  return [first.drg, last.drg, last.mdc, named("DrgType", last.type), named("DrgReturn", last.reason),
    named("Cc", last.severity)];
}

test("every stay has the groups that it has alone", (t) => {
  try {
    book.group("version=431");
  } catch (error) {
    return t.skip(error.message);
  }
  const diagnoses = lists(DIAGNOSES, 0, 6);
  const procedures = lists(PROCEDURES, 0, 2);
  const [sex, discharge] = [column(["M", "F", "U"]), column([1, 20, 62])];
  const poa = diagnoses.map((list) => list.map(() => drawn(["Y", "N", "W", ""])));
  const many = book.groupMany({ diagnoses, poa, procedures, sex, discharge }, { on: DAY });
  for (let i = 0; i < MANY; i++) {
    const codes = diagnoses[i].map((code, k) => (poa[i][k] ? `${code}/${poa[i][k]}` : code));
    const line = [`sex=${sex[i]}`, `discharge=${discharge[i]}`, ...codes, "px", ...procedures[i]].join(" ");
    const { first, last, mdc, types, reasons, severities } = many;
    assert.deepEqual([first, last, mdc, types, reasons, severities].map((each) => each[i]), groupedAlone(line), line);
  }
  assert.ok(new Set(many.last).size > 50);
  const [of, done] = [flat(diagnoses), flat(procedures)];
  const again = book.groupMany({
    diagnoses: book.numbers(of.all, { system: "icd10cm" }), offsets: of.offsets, poa: poa.flat(),
    procedures: done.all, procedureOffsets: done.offsets, sex, discharge, on: new Array(MANY).fill(20251015),
  });
  assert.deepEqual(again, many);
});

test("every member has the score that it has alone", (t) => {
  if (!book.riskHas(2026, { model: "v28" })) return t.skip("the book has no tables of risk adjustment");
  const codes = lists(["E11.22", "I50.22", "N18.4", "I48.91", "Z00.00", "C79.51", "J44.9"], 0, 9);
  const [age, sex, dual] = [column([30, 66, 72, 90]), column(["M", "F"]), column([0, 1, 2])];
  const many = book.riskMany({ codes, age, sex, dual }, { model: "v28", year: 2026 });
  for (let i = 0; i < MANY; i++) {
    const line = [`age=${age[i]}`, `sex=${sex[i]}`, `dual=${dual[i]}`, ...codes[i]].join(" ");
    const { raw, payment, segment, counting } = book.risk(line, { model: "v28", year: 2026 });
    assert.deepEqual([many.raw[i], many.payment[i], NAMES.RiskSegment[many.segments[i]], many.counting[i]],
      [raw, payment, segment, counting], line);
  }
});

test("columns that do not fit are refused", () => {
  const numbers = book.numbers(["E11.9", null, "a\nb"], { system: "icd10cm" });
  assert.deepEqual([...numbers], [coding.parse("E11.9", "icd10cm").number, 0n, 0n]);
  assert.throws(() => book.groupMany({ diagnoses: numbers, offsets: [1, 2] }), RangeError);
  assert.throws(() => book.groupMany({ diagnoses: numbers, offsets: [0, 4] }), { status: "misuse" });
  assert.throws(() => book.groupMany({ diagnoses: numbers, offsets: [0, 2, 1] }), { status: "misuse" });
  assert.throws(() => book.groupMany({ diagnoses: [["E11.9"], []], sex: ["M"] }), RangeError);
  assert.throws(() => book.groupMany({ diagnoses: [["E11.9"]], sex: "X" }), RangeError);
  assert.throws(() => book.riskMany({ codes: [[]], age: 72, sex: "F" }, { model: "v28", year: 2010 }),
    { status: "not-in-book" });
  assert.deepEqual([...book.groupMany({ diagnoses: [] }, { on: DAY }).last], []);
});
