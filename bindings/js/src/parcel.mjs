// An answer as bytes, read from front to back; bindings/parcel.h says how they lie.

const SHORT = 32;
const decoder = new TextDecoder();

class Parcel {
  constructor() {
    this.bytes = null;
    this.view = null;
    this.at = 0;
  }

  /** Begins at an address of a memory, whose views are made anew when it has grown. */
  open(buffer, at) {
    if (this.view === null || this.view.buffer !== buffer) {
      this.bytes = new Uint8Array(buffer);
      this.view = new DataView(buffer);
    }
    this.at = at;
  }

  word() {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  flag() {
    return this.bytes[this.at++] !== 0;
  }

  real() {
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  number() {
    this.at += 8;
    return this.view.getBigUint64(this.at - 8, true);
  }

  letter() {
    const character = this.word();
    return character ? String.fromCharCode(character) : null;
  }

  day() {
    return dayText(this.word());
  }

  span() {
    const offset = this.word();
    return Object.freeze({ offset, length: this.word() });
  }

  text() {
    const held = this.word();
    if (held === 0) return null;
    const start = this.at;
    this.at += held - 1;
    return held - 1 <= SHORT ? this.shortText(start) : decoder.decode(this.bytes.subarray(start, this.at));
  }

  /** Most texts are codes: quicker by hand, while they are ASCII. */
  shortText(start) {
    let text = "";
    for (let i = start; i < this.at; i++) {
      if (this.bytes[i] > 0x7f) return decoder.decode(this.bytes.subarray(start, this.at));
      text += String.fromCharCode(this.bytes[i]);
    }
    return text;
  }

  list(read) {
    const items = new Array(this.word());
    for (let i = 0; i < items.length; i++) items[i] = read(this);
    return Object.freeze(items);
  }
}

function readText(parcel) {
  return parcel.text();
}

function readReal(parcel) {
  return parcel.real();
}

function listOf(read) {
  return (parcel) => parcel.list(read);
}
