// What a text asks for: codes that begin so, codes that its words lead to, or codes that may have been meant.

const SYSTEMS = ["icd10cm", "icd10pcs"];
const SHOWN = 40;
const WORDS = 3;
const ENOUGH = 50; /* completions looked through for the word itself */

const REPAIRS = {
  dot: "punctuation put right", trailing: "ending dropped", placeholder: "placeholder X put in",
  lookalike: "look-alike character", "leading-zero": "zeros put back", number: "a spreadsheet's number undone",
  title: "the code in the text", split: "one of several codes", dropped: "7th character dropped",
  "7th": "7th character", child: "more characters", successor: "took its place", "check-digit": "check digit",
  typed: "typed differently",
};

const DEFAULTS = { side: "side not said", encounter: "initial encounter assumed", other: "form not said" };

/** What the search chose where the query left something open. */
function leftOpen(mask) {
  return NAMES.Axis.flatMap((axis, bit) => (mask & bit && DEFAULTS[axis] ? [DEFAULTS[axis]] : []));
}

function codesThatBegin(book, text, ask) {
  const systems = ask.system === "any" ? SYSTEMS : [ask.system];
  const found = systems.flatMap((system) => book.complete(text, { system, on: ask.on, limit: SHOWN }));
  return found.map((entry) => ({ kind: "code", code: entry.code, title: entry.title, rule: entry.rule, evidence: [] }));
}

function codesOfWords(book, text, ask) {
  return book.search(text, { ...ask, count: SHOWN }).map((hit) => ({
    kind: "code", code: hit.code, title: hit.title, rule: "stands", evidence: hit.evidence, field: hit.field,
    why: hit.why, notes: [...led(text, hit.evidence), ...leftOpen(hit.open)],
  }));
}

function codesMeant(book, text, ask) {
  return book.suggest(text, ask).map((each) => ({
    kind: "code", code: each.code, title: book.title(each.code, { system: each.system, on: ask.on }), rule: "stands",
    evidence: [], notes: [REPAIRS[each.repair]],
  }));
}

/** Whole texts that finish the last word; `whole` where it is a word as it stands. */
function finished(book, text) {
  const last = /[\p{L}\p{N}]+$/u.exec(text)?.[0].toLowerCase();
  const words = last ? book.completeWords(text, { limit: ENOUGH }).map((each) => each.word) : [];
  const texts = words.filter((word) => word !== last).map((word) => text.slice(0, -last.length) + word);
  return { whole: words.length === 0 || words.includes(last), texts };
}

/** Until a word is whole, the likeliest one that begins so is looked for. */
function found(book, text, ask) {
  const { whole, texts } = finished(book, text);
  const hits = codesOfWords(book, whole ? text : texts[0], ask);
  const words = texts.slice(0, WORDS).map((each) => ({ kind: "word", text: each }));
  return { options: [...words, ...hits], said: hits.length ? "" : "No code has these words." };
}

/** A finding as a sentence to read here: without its source, which a sheet has at its foot, and without counting bytes. */
function plainly(finding) {
  const text = finding.text.replace(/ \[[^\]]*\]$/, "").replace(/ at byte \d+$/, "");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** @returns {{options: object[], said: string}} what to list, and what to say above it */
function find(book, text, ask) {
  const isCode = /\d/.test(text) && /^[\dA-Za-z.,\s-]{1,12}$/.test(text);
  const begun = isCode ? codesThatBegin(book, text, ask) : [];
  if (begun.length) return { options: begun, said: "" };
  if (!isCode) return found(book, text, ask);
  const hits = codesOfWords(book, text, ask);
  const verdict = book.check(text, ask);
  const meant = codesMeant(book, text, ask);
  const said = verdict.findings.map(plainly).join(" ");
  return { options: [...meant, ...hits], said: meant.length ? `${said} Perhaps one of these was meant:` : said };
}
