// One instance of the module, which holds one book or none: closing the book lets all of its memory go at once.

const AT_FIRST = 4096;
const MINUTE = 60_000;
const encoder = new TextEncoder();

class Machine {
  constructor(instance) {
    this.exports = instance.exports;
    this.exports._initialize();
    this.input = this.exports.machine_input(0);
    this.room = AT_FIRST;
    this.errorAt = this.exports.machine_error();
    this.parcelAt = this.exports.machine_parcel();
    this.reader = new Parcel();
    this.clockSet = -1;
    this.refresh();
  }

  /** Views of the memory as it is now: growing it takes the old ones away. */
  refresh() {
    this.bytes = new Uint8Array(this.exports.memory.buffer);
    this.words = new Uint32Array(this.exports.memory.buffer);
  }

  /** Takes a copy of a book in. */
  open(book) {
    const at = this.exports.machine_room_for_book(book.length);
    if (!at) throw new CodingError("no-memory", "no memory for the book");
    this.refresh();
    this.bytes.set(book, at);
    const opened = this.exports.machine_open(at, book.length);
    this.refresh();
    if (!opened) this.fail();
  }

  // --- What goes in.

  /** Lays a text, or the text of a record, where the module reads; answers its bytes. */
  text(given) {
    if (given instanceof Uint8Array) return this.rawText(given);
    const text = typeof given === "string" ? given : codeOf(given);
    const length = text.length;
    if (length > AT_FIRST || this.bytes.length === 0) return this.wideText(text); /* no length: the memory has grown */
    const { bytes, input } = this;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) return this.wideText(text);
      bytes[input + i] = unit;
    }
    return length;
  }

  wideText(text) {
    return encoder.encodeInto(text, this.inputOf(text.length * 3)).written;
  }

  /** Bytes of UTF-8, as a file holds them. */
  rawText(bytes) {
    this.inputOf(bytes.length).set(bytes);
    return bytes.length;
  }

  /** Room for so many bytes, where the module reads. */
  inputOf(size) {
    if (size > this.room) {
      const input = this.exports.machine_input(size);
      if (!input) throw new CodingError("no-memory", "no memory for the text");
      this.input = input;
      this.room = size;
    }
    if (this.bytes.buffer !== this.exports.memory.buffer) this.refresh();
    return this.bytes.subarray(this.input, this.input + size);
  }

  /** A system by its name, a book's own included; where none is named, the record's. */
  system(name, record) {
    if (name === undefined || name === null) name = record?.system ?? "any";
    const number = numbersOf("System").get(name);
    if (number !== undefined) return number;
    if (typeof name !== "string") throw new TypeError("a system is its name, like icd10cm");
    const own = this.exports.book_system?.(this.input, this.text(name));
    if (!own) throw new RangeError(`no such system: ${name}`);
    return own;
  }

  day(day) {
    const number = dayNumber(day);
    if (number === TODAY) this.setClock();
    return number;
  }

  /** The module has no clock of its own. */
  setClock() {
    const now = Date.now();
    if (now >= this.clockSet && now < this.clockSet + MINUTE && this.clockSet >= 0) return;
    this.clockSet = now - (now % MINUTE);
    this.exports.machine_clock(localSeconds(now));
  }

  /** The number of a code: of its text, or of a record. */
  code(given, system) {
    if (typeof given === "bigint") return given;
    const number = this.system(system ?? given?.system ?? "icd10cm", null);
    const length = this.text(given);
    if (!this.exports.book_read(this.input, length, number)) this.fail();
    return this.parcel(readParsed).number;
  }

  // --- What comes out.

  /** The answer of the last call; an answer that is none is null. */
  parcel(read) {
    const buffer = this.exports.memory.buffer;
    if (this.words.buffer !== buffer) this.refresh();
    const reader = this.reader;
    reader.open(buffer, this.words[this.parcelAt >> 2]);
    return reader.flag() ? read(reader) : null;
  }

  /** Throws what the last call could not do. */
  fail() {
    this.refresh();
    const status = NAMES.Status[this.words[this.errorAt >> 2]];
    const reasonAt = this.exports.machine_error_reason();
    throw new CodingError(status, this.cText(reasonAt), this.cText(this.exports.machine_error_place()));
  }

  /** Throws if the last call failed. */
  look() {
    if (this.words.length === 0) this.refresh();
    if (this.words[this.errorAt >> 2] !== 0) this.fail();
  }

  cText(at) {
    return decoder.decode(this.bytes.subarray(at, this.bytes.indexOf(0, at)));
  }
}

/** @returns {string} the code of a record that has one */
function codeOf(record) {
  if (typeof record?.code === "string") return record.code;
  throw new TypeError(`a code is text or a record that has one, not ${record === null ? "null" : typeof record}`);
}
