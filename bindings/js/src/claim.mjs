// Claims and visits as the library reads them: a line of words. Nothing that is handed in can leave its word.

const SEXES = { male: "M", female: "F", unknown: "-", 1: "M", 2: "F" };
const POAS = { yes: "Y", no: "N", unknown: "U", undetermined: "W" };
// Pieces of codes: the word that begins each, and how one of them is written.
const PIECES = {
  diagnoses: ["dx", diagnosisWord], admitting: ["admit", diagnosisWord], reasons: ["reason", diagnosisWord],
  causes: ["cause", diagnosisWord], procedures: ["pcs", procedureWord],
};
const OF_CLAIM = { discharge: "status", bill: "bill", place: "pos", id: "id", provider: "npi" };
const OF_LINE = { place: "pos", revenue: "rev", provider: "npi", ndc: "ndc" };
const HEAD = ["kind", "first", "last", "sex", "age", "born", "charge", "lines", ...Object.keys(OF_CLAIM)];
const LINE = ["code", "modifiers", "units", "charge", "first", "last", "pointers", ...Object.keys(OF_LINE)];

function isThere(value) {
  return value !== undefined && value !== null;
}

/** The text of a value; refused where it would be read as more than one word. */
function wordOf(name, value, marks = "") {
  const text = String(value);
  const held = [...text].find((letter) => letter <= " " || letter === "|" || marks.includes(letter));
  if (held !== undefined) throw new RangeError(`${name} is one word without ${JSON.stringify(held)}: ${text}`);
  if (!text) throw new RangeError(`${name} is empty`);
  return text;
}

/** A record, or its code alone. */
function fieldsOf(given, name, allowed) {
  const fields = typeof given === "object" && given !== null ? given : { code: given };
  for (const key of Object.keys(fields)) if (!allowed.includes(key)) throw new TypeError(`${name} has no ${key}`);
  return fields;
}

function listed(value) {
  if (!isThere(value)) return [];
  return Array.isArray(value) ? value : [value];
}

function dayWord(name, value) {
  if (!(value instanceof Date)) return wordOf(name, value, ".@");
  return dayText(dayNumber(value));
}

function daysWord({ first, last }) {
  if (!isThere(first) && isThere(last)) throw new RangeError("last needs a first");
  return [["first", first], ["last", last]].filter(([, day]) => isThere(day)).map((day) => dayWord(...day)).join("..");
}

function centsWord(cents) {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError(`charge is whole cents from 0 on, not ${cents}`);
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function unitsWord(units) {
  if (!(units >= 0 && units < 1e9)) throw new RangeError(`units are a number from 0 on, not ${units}`);
  return Number(units).toFixed(6).replace(/\.?0+$/, "");
}

function wordsOf(name, value, marks) {
  const each = typeof value === "string" ? value.trim().split(/[ ,:]+/) : listed(value);
  return each.filter((one) => one !== "" || typeof value !== "string").map((one) => wordOf(name, one, marks));
}

function keyWords(fields, words) {
  const there = Object.entries(words).filter(([name]) => isThere(fields[name]));
  return there.map(([name, word]) => `${word}=${wordOf(name, fields[name])}`);
}

function diagnosisWord(given) {
  const { code, poa } = fieldsOf(given, "a diagnosis", ["code", "poa"]);
  const word = wordOf("a diagnosis", code ?? "", "/");
  return isThere(poa) && poa !== "blank" ? `${word}/${wordOf("poa", POAS[poa] ?? poa, "/")}` : word;
}

function procedureWord(given) {
  const { code, on } = fieldsOf(given, "a procedure", ["code", "on"]);
  const word = wordOf("a procedure", code ?? "", "@");
  return isThere(on) ? `${word}@${dayWord("on", on)}` : word;
}

function lineWords(given) {
  const fields = fieldsOf(given, "a line", LINE);
  const code = wordOf("the code of a line", fields.code || "-");
  if (Object.values(PIECES).some(([head]) => head === code.toLowerCase())) {
    throw new RangeError(`${code} is no code of a line`);
  }
  const words = [[code, ...wordsOf("a modifier", fields.modifiers, "-")].join("-")];
  if (isThere(fields.units)) words.push(`x${unitsWord(fields.units)}`);
  const days = daysWord(fields);
  if (days) words.push(`@${days}`);
  const pointers = wordsOf("a pointer", fields.pointers, ",:");
  if (pointers.length) words.push(`>${pointers.join(",")}`);
  if (isThere(fields.charge)) words.push(`$${centsWord(fields.charge)}`);
  return [...words, ...keyWords(fields, OF_LINE)].join(" ");
}

function headWords(fields) {
  const words = [wordOf("kind", fields.kind ?? "professional")];
  const days = daysWord(fields);
  if (days) words.push(days);
  if (isThere(fields.sex)) words.push(wordOf("sex", SEXES[fields.sex] ?? fields.sex));
  if (isThere(fields.age)) words.push(String(countNumber(fields.age, "age")));
  if (isThere(fields.born)) words.push(`born=${dayWord("born", fields.born)}`);
  if (isThere(fields.charge)) words.push(`charge=${centsWord(fields.charge)}`);
  return [...words, ...keyWords(fields, OF_CLAIM)].join(" ");
}

/** A claim as one line, from its fields; a line stays as it is. */
function claimText(claim) {
  if (typeof claim === "string" || claim instanceof Uint8Array) return claim;
  if (typeof claim !== "object" || claim === null) throw new TypeError("a claim is its line or its fields");
  const fields = fieldsOf(claim, "a claim", [...HEAD, ...Object.keys(PIECES)]);
  const pieces = [headWords(fields)];
  for (const [name, [head, write]] of Object.entries(PIECES)) {
    const words = listed(fields[name]).map(write);
    if (words.length) pieces.push([head, ...words].join(" "));
  }
  return [...pieces, ...listed(fields.lines).map(lineWords)].join(" | ");
}

/** A visit as one line, from its fields; a line stays as it is. */
function visitText(visit) {
  if (typeof visit === "string" || visit instanceof Uint8Array) return visit;
  if (typeof visit !== "object" || visit === null) throw new TypeError("a visit is its line or its fields");
  const there = Object.entries(visit).filter(([, value]) => isThere(value) && value !== false);
  return there.map(([name, value]) => {
    const key = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (value === true) return wordOf("a field", key, "=");
    return name === "family" ? wordOf(name, value) : `${wordOf("a field", key, "=")}=${wordOf(name, value)}`;
  }).join(" ");
}

/** Numbers as text that the library reads. */
function numbersText(numbers) {
  return [...numbers].flat().map((number) => {
    if (!Number.isFinite(number)) throw new TypeError(`a number is needed, not ${number}`);
    return String(number);
  }).join(" ");
}

/** Rules as a mask: all where none are named. */
function rulesNumber(rules) {
  if (!isThere(rules)) return 0n;
  if (!Array.isArray(rules) || !rules.length) throw new RangeError("rules are a list of names, such as ncci-ptp");
  return rules.reduce((mask, rule) => mask | (1n << BigInt(wordNumber("ClaimRule", rule))), 0n);
}
