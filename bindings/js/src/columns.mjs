// Many stays or members at once: columns are laid into the module's memory, and columns of numbers come out.

const POA_NUMBERS = Object.freeze({ "": 0, 1: 0, Y: 1, N: 2, U: 3, W: 4 });
const SEX_NUMBERS = Object.freeze({ U: 0, M: 1, F: 2 });
const HOSPITAL_NUMBERS = Object.freeze({ reports: 0, exempt: 1, unknown: 2 });

/** A word as its number; a number is one already. */
function columnNumber(value, words, name) {
  const number = typeof value === "string" && words ? words[value] : value ?? 0;
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`${name}: ${value} is none`);
  return number;
}

/** A column of `count` numbers: as it is, of a list of numbers or words, or one value for all; null: none. */
function columnOf(given, count, name, words = null, Kind = Uint8Array) {
  if (given === undefined || given === null) return null;
  if (typeof given !== "object") return new Kind(count).fill(columnNumber(given, words, name));
  if (given.length !== count) throw new RangeError(`${name} has ${given.length} values where there are ${count}`);
  return given instanceof Kind ? given : Kind.from(given, (value) => columnNumber(value, words, name));
}

/** Lists of lists one behind the other, with where each ends; or what lies so already, with its offsets. */
function listsOf(given, offsets, name) {
  if (given === undefined || given === null) return { all: [], ends: null };
  if (offsets !== undefined && offsets !== null) {
    if (Number(offsets[0]) !== 0) throw new RangeError(`${name}: offsets begin with 0`);
    return { all: given, ends: BigUint64Array.from(Array.from(offsets).slice(1), BigInt) };
  }
  const ends = new BigUint64Array(given.length);
  let end = 0;
  given.forEach((list, i) => { ends[i] = BigInt(end += list?.length ?? 0); });
  return { all: given.flatMap((list) => list ?? []), ends };
}

/** The columns of one call in the module's memory, each on a border of 8 bytes. */
class Columns {
  constructor(machine, arrays) {
    const places = [];
    let size = 0;
    for (const array of arrays) {
      places.push(array && size);
      if (array) size += (array.byteLength + 7) & ~7;
    }
    this.machine = machine;
    this.at = machine.exports.machine_columns(size);
    if (!this.at) throw new CodingError("no-memory", "no memory for the columns");
    machine.refresh();
    this.places = places.map((place) => (place === null ? 0 : this.at + place));
    arrays.forEach((array, i) => { if (array) this.view(i, array).set(array); });
  }

  /** What lies at a place, as an array like that one. */
  view(place, array) {
    return new array.constructor(this.machine.exports.memory.buffer, this.places[place], array.length);
  }

  free() {
    this.machine.exports.machine_columns_free(this.at);
  }
}

/** Numbers of codes: of a BigUint64Array as they are, else of texts or records. */
function codeColumn(machine, given, system) {
  if (given instanceof BigUint64Array) return given;
  const texts = Array.from(given, (code) => {
    const text = code === null || code === undefined ? "" : typeof code === "string" ? code : codeOf(code);
    return text.replaceAll("\n", "?");
  });
  const numbers = new BigUint64Array(texts.length);
  if (texts.length === 0) return numbers;
  const columns = new Columns(machine, [numbers]);
  const length = machine.text(texts.join("\n"));
  const place = columns.places[0];
  machine.exports.machine_numbers(machine.input, length, wordNumber("System", system), place, texts.length);
  numbers.set(columns.view(0, numbers));
  columns.free();
  return numbers;
}

/** Runs a call on columns, and answers copies of those that it filled, by their names. */
function askColumns(machine, given, answers, ask) {
  const wanted = Object.values(answers);
  const columns = new Columns(machine, [...given, ...wanted]);
  try {
    if (!ask(columns.places)) machine.fail();
    wanted.forEach((array, i) => array.set(columns.view(given.length + i, array)));
  } finally {
    columns.free();
  }
  return Object.freeze(answers);
}

function groupMany(machine, stays, { on, version = 0 } = NOTHING) {
  const diagnoses = listsOf(stays.diagnoses, stays.offsets, "diagnoses");
  const procedures = listsOf(stays.procedures, stays.procedureOffsets, "procedures");
  const count = diagnoses.ends?.length ?? 0;
  const lists = procedures.ends?.length ?? count;
  if (lists !== count) throw new RangeError(`procedures: ${lists} lists of ${count} stays`);
  const codes = codeColumn(machine, diagnoses.all, "icd10cm");
  const done = codeColumn(machine, procedures.all, "icd10pcs");
  const poa = listsOf(stays.poa, stays.offsets, "poa").all;
  const given = [
    columnOf(stays.on ?? dayNumber(on ?? new Date()), count, "on", null, Uint32Array),
    columnOf(stays.discharge, count, "discharge"), columnOf(stays.sex, count, "sex", SEX_NUMBERS),
    columnOf(stays.hospital, count, "hospital", HOSPITAL_NUMBERS), diagnoses.ends ?? new BigUint64Array(0), codes,
    stays.poa ? columnOf(poa, codes.length, "poa", POA_NUMBERS) : null, procedures.ends, done,
  ];
  const answers = {
    first: new Uint16Array(count), last: new Uint16Array(count), mdc: new Uint8Array(count),
    types: new Uint8Array(count), reasons: new Uint8Array(count), severities: new Uint8Array(count),
  };
  const number = countNumber(version, "version");
  return askColumns(machine, given, answers, (places) => machine.exports.book_group_many(count, number,
    ...places.slice(0, 6), codes.length, ...places.slice(6, 9), done.length, ...places.slice(9)));
}

function riskMany(machine, members, { model, year, plan = "ma" }) {
  const lists = listsOf(members.codes, members.offsets, "codes");
  const count = lists.ends?.length ?? 0;
  const codes = codeColumn(machine, lists.all, "icd10cm");
  const given = [
    columnOf(members.age, count, "age"), columnOf(members.sex, count, "sex", SEX_NUMBERS),
    columnOf(members.entitlement, count, "entitlement"), columnOf(members.dual, count, "dual"),
    columnOf(members.flags, count, "flags"), columnOf(members.graftMonths, count, "graftMonths", null, Uint16Array),
    lists.ends ?? new BigUint64Array(0), codes,
  ];
  const answers = {
    raw: new Int32Array(count), payment: new Int32Array(count), segments: new Uint8Array(count),
    counting: new Uint8Array(count),
  };
  const words = [wordNumber("RiskModel", model), countNumber(year, "year"), wordNumber("RiskPlan", plan)];
  return askColumns(machine, given, answers, (places) =>
    machine.exports.book_risk_many(count, ...words, ...places.slice(0, 8), codes.length, ...places.slice(8)));
}
