// The rows that C runs, run here.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { existsSync } from "node:fs";
import { BOOK, CCSR_BOOK, Coding, CodingError, row, undone, utf16Of, vectors } from "./rows.mjs";

// Rows of these are not asked of a book without HCPCS.
const OF_HCPCS = ["any", "hcpcs", "modifier", "pos"];
const ASK_HCPCS = ["check.tsv", "suggest.tsv"];

let coding, book;
before(async () => {
  coding = await Coding.load();
  book = await coding.open(BOOK);
});
after(() => book.close());

function printed(parsed) {
  return parsed.code ? [parsed.code, ...parsed.modifiers].join("-") : "-";
}

function rows(name, least, work) {
  const isAsked = ([system]) => !ASK_HCPCS.includes(name) || !OF_HCPCS.includes(system) || book.hasSystem("hcpcs");
  const all = vectors(name).filter(isAsked);
  const failures = [];
  for (const cells of all) row(failures, `${cells.slice(0, 2).join(" ")} (${cells.at(-1)})`, () => work(cells));
  assert.deepEqual(failures, []);
  assert.ok(all.length >= least, `${name} has only ${all.length} rows`);
}

test("every text reads as its row says and tells whether its spelling differs", () => {
  rows("parse.tsv", 500, ([system, cell, code, damage]) => {
    const text = undone(cell);
    const parsed = coding.parse(text, system);
    assert.equal(printed(parsed), code);
    assert.equal(parsed.changed, parsed.code !== null && text !== printed(parsed));
    if (damage === "-") return assert.equal(parsed.damage, "none");
    const [kind, place] = damage.split("@");
    assert.deepEqual([parsed.damage, parsed.span.offset], [kind, utf16Of(text, Number(place))]);
  });
});

test("every check digit agrees or is told", () => {
  rows("identifiers.tsv", 50, ([system, text, code, expected]) => {
    const parsed = coding.parse(text, system);
    assert.equal(printed(parsed), code);
    if (code === "-") assert.deepEqual([parsed.damage, parsed.expected], ["check-digit", expected]);
  });
});

test("every code and day is answered, by the check and by the bare verdict", () => {
  rows("check.tsv", 100, ([system, text, on, finding]) => {
    const ask = { system, on: on === "0" ? "newest" : on };
    const verdict = book.check(undone(text), ask);
    const { damage, span } = verdict.findings[0] ?? {};
    const said = verdict.rule === "malformed" ? `malformed ${damage}@${span.offset}` : verdict.rule;
    assert.equal(said, finding);
    const bare = verdict.rule === "other-system" ? "malformed" : verdict.rule; // the fast path looks in one system
    assert.equal(book.verdict(undone(text), ask), bare);
    assert.equal(verdict.stands, verdict.rule === "stands");
  });
});

test("every near miss leads where its row says", () => {
  rows("suggest.tsv", 50, ([system, text, on, first, repair]) => {
    const all = book.suggest(undone(text), { system, on });
    const likeliest = all.filter((each) => each.rank === 0);
    assert.equal(likeliest.map((each) => each.code).join(" ") || "-", first);
    assert.equal(all[0]?.repair ?? "-", repair);
  });
});

test("every word is taken apart", () => {
  rows("terms.tsv", 50, ([word, parts, meaning]) => {
    const [best] = book.term(word);
    const pieces = best.parts.map(({ kind, span }) => {
      const piece = word.slice(span.offset, span.offset + span.length);
      return kind === "unknown" ? `(${piece})` : piece;
    });
    assert.equal(pieces.join("|"), parts);
    assert.equal(best.meaning, meaning);
  });
});

test("every query finds its code among the first ten", () => {
  rows("search.tsv", 40, ([query, code]) => {
    assert.ok(book.search(undone(query), { on: "newest" }).some((hit) => hit.code === code));
  });
});

const PARTS = { whole: "claim", diagnosis: "dx", procedure: "pcs", line: "line" };

function placed(part, number) {
  return number ? `${PARTS[part]} ${number}` : "claim";
}

function findingText(finding) {
  if (finding.verdict === "not-checked" && finding.rule !== "code") return "unchecked";
  const partner = finding.partnerNumber ? ` with ${placed(finding.partnerPart, finding.partnerNumber)}` : "";
  return `${finding.severity} ${placed(finding.part, finding.number)} ${finding.cure}${partner}`;
}

// A wanted finding may end in ~ and a piece of its sentence.
function isWanted(finding, wanted) {
  const [says, piece = ""] = wanted.split("~");
  return findingText(finding) === says.trimEnd() && finding.text.includes(piece.trim());
}

test("every rule says of a claim what its rows want and nothing else", () => {
  // A book made without the official releases lacks what rows want of it.
  const lacks = book.review("professional 2024-07-15 | dx K63.5 | 45385 | 45378").unasked.includes("ncci-ptp");
  rows("claims.tsv", 120, ([rule, claim, wanted]) => {
    if (lacks) return;
    const review = book.review(claim);
    const found = review.findings.filter((finding) => finding.rule === rule);
    const wants = wanted === "-" ? [] : wanted.split("; ");
    const right = found.length === wants.length && found.every((finding, i) => isWanted(finding, wants[i]));
    assert.ok(right, `said ${found.map((each) => `${findingText(each)} ~${each.text}`).join("; ") || "-"}`);
  });
});

test("damage stands where UTF-16 counts it", () => {
  rows("spans.tsv", 20, ([system, cell, damage, , , utf16]) => {
    const text = undone(cell);
    const parsed = coding.parse(text, system);
    assert.deepEqual([parsed.damage, parsed.span.offset], [damage, Number(utf16)]);
  });
});

test("evidence stands where UTF-16 counts it", () => {
  rows("evidence.tsv", 3, ([query, code, found, , , utf16]) => {
    const text = undone(query);
    const hit = book.search(text, { on: "newest" }).find((each) => each.code === code);
    const { span } = hit.evidence.find((each) => each.found === found);
    assert.equal(`${span.offset}+${span.length}`, utf16);
  });
});

test("every note leads to the codes of its row", () => {
  rows("notes.tsv", 35, ([setting, note, wanted]) => {
    const { codes } = book.annotate(note.replaceAll("\\n", "\n"), { setting, on: "newest" });
    assert.equal(codes.filter((each) => !each.withheld).map((each) => each.code).join(" ") || "-", wanted);
  });
});

// What the book lacks, or cannot be read: `none`.
function told(ask, none) {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof CodingError)) throw error;
    return none;
  }
}

test("every phrase has the characters of its row", () => {
  rows("operations.tsv", 25, ([phrase, wanted]) => {
    const read = book.operate(phrase, { on: "2025-12-01" });
    assert.equal(read.map(({ code, withheld }) => (withheld ? `(${code})` : code)).join(" ") || "-", wanted);
  });
});

function spanText({ offset, length }) {
  return `${offset}+${length}`;
}

test("every text has the phrases of its row, in UTF-16", () => {
  rows("phrases.tsv", 16, ([last, cell, found, , , utf16]) => {
    const { phrases, rest } = book.scan(undone(cell), { last: last === "whole" });
    assert.equal(phrases.map(({ kind, code }) => `${kind}:${code ?? "-"}`).join(" ") || "-", found);
    assert.equal(`${phrases.map((each) => spanText(each.span)).join(" ")}|${spanText(rest)}`, utf16);
  });
});

function classed(little, diagnosis, version) {
  const of = little.ccsr(version === "-" ? diagnosis : `${diagnosis} version=${version}`);
  const names = of.categories.map((each) => each.name).join(" ");
  return [names || "-", of.inpatient?.name ?? "-", of.outpatient?.name ?? "-"].join(" ");
}

const lacksLittleBook = !existsSync(CCSR_BOOK) && `there is no ${CCSR_BOOK}`;
test("every diagnosis has the categories of its row", { skip: lacksLittleBook }, async () => {
  const little = await coding.open(CCSR_BOOK);
  rows("ccsr.tsv", 14, ([diagnosis, version, categories, inpatient, outpatient]) => {
    const said = told(() => classed(little, diagnosis, version), "not-in-book - -");
    assert.equal(said, [categories, inpatient, outpatient].join(" "));
  });
  little.close();
});

const lacksGrouper = () => told(() => book.group("version=431"), null) === null;

function stayLine(version, stay) {
  const [sex, discharge, ...words] = stay.split(" ");
  return [`version=${version}`, `sex=${"MF".includes(sex) ? sex : "U"}`, `discharge=${discharge}`, ...words].join(" ");
}

function printedDrg(drg) {
  return String(drg).padStart(3, "0");
}

test("every stay has the groups of its row", () => {
  const lacks = lacksGrouper();
  rows("stays.tsv", 40, ([version, stay, drgs]) => {
    if (lacks) return;
    const { first, last } = book.group(stayLine(version, stay));
    assert.equal([first, last].map((each) => printedDrg(each.drg)).join(" "), drgs);
  });
});

test("every stay has the queries of its row", () => {
  const lacks = lacksGrouper();
  rows("queries.tsv", 14, ([version, stay, wantedDrg, wanted]) => {
    if (lacks) return;
    const { drg, queries } = book.groupQueries(stayLine(version, stay));
    const said = queries.map((each) =>
      [each.number, each.reported, each.code, each.severity, printedDrg(each.drg)].join(" "));
    assert.deepEqual([printedDrg(drg), said.join("; ") || "-"], [wantedDrg, wanted]);
  });
});

function thousandths(number) {
  return `${Math.floor(number / 1000)}.${String(number % 1000).padStart(3, "0")}`;
}

function printedScore({ categories, raw, payment }) {
  const counting = categories.filter((each) => !each.lostTo && !each.dropped).map((each) => each.number);
  return [...counting, thousandths(raw), thousandths(payment)].join(" ");
}

test("every member has the score of its row", () => {
  const lacks = !book.riskHas(2026, { model: "v28" });
  rows("risk.tsv", 25, ([model, year, member, categories, raw, payment]) => {
    if (lacks) return;
    const options = { model: coding.riskModelNamed(model), year: Number(year) };
    const said = told(() => printedScore(book.risk(member, options)), "- - -");
    assert.equal(said, [categories, raw, payment].filter(Boolean).join(" "));
  });
});
