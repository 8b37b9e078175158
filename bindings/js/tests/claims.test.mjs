// Claims, visits and samples, as a JavaScript programmer meets them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BOOK, Coding, CodingError, claimText, visitText } from "./rows.mjs";

const LINE = "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100";
const FIELDS = {
  first: "2024-07-15", sex: "F", age: 45, diagnoses: ["K63.5"], lines: ["45385", { code: "45378", charge: 10000 }],
};

let coding, book;
before(async () => {
  coding = await Coding.load();
  book = await coding.open(BOOK);
});
after(() => book.close());

function hasPairs(t) {
  const lacks = book.review(LINE).unasked.includes("ncci-ptp");
  if (lacks) t.skip("the book lacks the tables of pair edits");
  return !lacks;
}

test("a review tells what stands against a claim, from its line or its fields", (t) => {
  if (!hasPairs(t)) return;
  const review = book.review(LINE);
  const [first] = review.findings;
  assert.deepEqual([review.worst, review.atStake, review.stands], ["denial", 10000, false]);
  assert.deepEqual([first.rule, first.part, first.number, first.partnerNumber, first.code, first.other],
    ["ncci-ptp", "line", 2, 1, "45378", "45385"]);
  assert.match(first.text, /no modifier parts them/);
  assert.deepEqual(book.review(FIELDS), review);
  const alone = book.review(FIELDS, { rules: ["ncci-ptp"] });
  assert.deepEqual([alone.asked, alone.findings.length], [["ncci-ptp"], 1]);
  assert.ok(!book.review(LINE, { notes: false }).findings.some((each) => each.severity === "note"));
  assert.throws(() => book.review(LINE, { rules: ["no-such"] }), RangeError);
  assert.throws(() => book.review("nothing"), CodingError);
});

test("a file is its claims with their reviews, and its trouble", () => {
  const file = "claim,kind,first,sex,age,diagnoses,code,charge\nA-1,professional,2024-07-15,F,45,K63.5,45385,\n"
    + "A-1,,,,,,45378,100.00\nA-2,no kind,2024-07-15,F,45,K63.5,45378,\n";
  const items = book.reviewFile(file);
  assert.deepEqual([items[0].id, items[0].trouble, items[0].reason], ["A-1", "fine", ""]);
  assert.deepEqual(items[0].review.findings, book.review(LINE).findings);
  const troubled = items.filter((each) => each.trouble === "cell");
  assert.deepEqual(troubled.map((each) => [each.segment, each.number]), [["kind", 4]]);
});

test("a claim is written as its line, and nothing leaves its place", () => {
  const line = { code: "45378", modifiers: "59 XS", units: 2, charge: 85005, pointers: [1, "B"], first: "2024-07-16" };
  assert.equal(claimText({ kind: "inpatient", first: "2024-07-15", last: "2024-07-18", sex: "male", age: 0, id: "A-1",
    diagnoses: ["K63.5", { code: "E11.9", poa: "yes" }], procedures: [{ code: "0DTJ4ZZ", on: "2024-07-16" }],
    lines: [line, { revenue: "0450" }] }),
  "inpatient 2024-07-15..2024-07-18 M 0 id=A-1 | dx K63.5 E11.9/Y | pcs 0DTJ4ZZ@2024-07-16"
    + " | 45378-59-XS x2 @2024-07-16 >1,B $850.05 | - rev=0450");
  for (const value of ["K63.5 | 45378", "K63.5 E11.9", "K63.5|", "", "a\tb", "a\nb", "a\0b"]) {
    for (const fields of [{ diagnoses: [value] }, { procedures: [value] }, { id: value }, { kind: value },
      { lines: [{ code: "1", ndc: value }] }, { first: value }, { lines: [{ code: "1", pointers: [value] }] }]) {
      assert.throws(() => claimText(fields), RangeError, JSON.stringify(fields));
    }
  }
  for (const fields of [{ diagnoses: ["K63.5/Y"] }, { lines: ["dx"] }, { lines: [{ code: "1", modifiers: ["5-2"] }] },
    { charge: -1 }, { charge: 1.5 }, { last: "2024-07-15" }, { lines: [{ code: "1", units: -1 }] }]) {
    assert.throws(() => claimText(fields), RangeError, JSON.stringify(fields));
  }
  assert.throws(() => claimText({ colour: 1 }), TypeError);
  assert.throws(() => claimText(null), TypeError);
});

test("the level of a visit is judged from its line or its fields", () => {
  const on = "2024-07-15";
  const fields = { family: "office-established", billed: "99215", minutes: 38, stableChronic: 2, risk: "moderate" };
  const level = book.visit(visitText(fields), { on });
  assert.equal(visitText(fields), "office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate");
  assert.deepEqual([level.mdm, level.code, level.answer], ["moderate", "99214", "overcoded"]);
  assert.deepEqual(book.visit({ ...fields, historian: false }, { on }), level);
  assert.equal(book.visitFamily("99213", { on }), "office-established");
  assert.throws(() => book.visit("office-established minutes=20", { on: "1990-01-01" }), { status: "not-in-book" });
  assert.throws(() => book.visit("no-family", { on }), CodingError);
});

test("samples and estimates are those of their numbers", () => {
  assert.deepEqual(book.sample(100, 5, 7), [33, 56, 74, 86, 87]);
  assert.deepEqual(book.sample(100, 5, 7n), [33, 56, 74, 86, 87]);
  assert.deepEqual(book.sampleStrata([[100, 3], [50, 9]], { total: 20 }), [8, 12]);
  const estimate = book.estimate([0, 100, 50.5, 1e3], { frame: 100 });
  assert.deepEqual([estimate.point, estimate.sample, estimate.found, estimate.lower], [28762.5, 4, 3, 0]);
  assert.equal(book.estimateStrata([[100, 5, 20, 4], [50, 5, 30, 9]]).point, 3500);
  assert.equal(coding.sampleSize(1000, 50, 5, 0.9), 213);
  assert.throws(() => book.estimate([NaN], { frame: 1 }), TypeError);
  assert.throws(() => book.sample(-1, 5, 7), RangeError);
});
