/**
 * A book: the facts, in a memory of its own. Every question may name a `system` ("icd10cm"; else it is found out) and a
 * day `on` ("2025-10-01" or a Date; else today). Answers are frozen and outlive the book.
 */
class Book extends Questions {
  constructor(machine) {
    super();
    Object.defineProperty(this, "_machine", { value: machine, writable: true });
  }

  /** Gives the copy of the book back. Every question then throws; closing twice does nothing. */
  close() {
    this._machine = null;
  }

  get closed() {
    return this._machine === null;
  }

  /** What every rule says of a claim: its line, or its fields. */
  review(claim, options) {
    return super.review(claimText(claim), options);
  }

  /** The level that the record of a visit supports: its line, or its fields. */
  visit(visit, options) {
    return super.visit(visitText(visit), options);
  }

  /** Groups of many stays, as columns, without their traces. */
  groupMany(stays, options) {
    return groupMany(open(this), stays, options);
  }

  /** Scores of many members, as columns. */
  riskMany(members, options) {
    return riskMany(open(this), members, options);
  }

  /** Numbers of a list of codes of one system, as columns hold them; 0 where a text is none. */
  numbers(codes, { system }) {
    return codeColumn(open(this), codes, system);
  }

  /** The overpayment of all, from the cents of each claim that was read. */
  estimate(overpaid, options) {
    return super.estimate(numbersText(overpaid), options);
  }

  /** The same of strata: of each its size, claims read, mean and variance. */
  estimateStrata(strata, options) {
    return super.estimateStrata(numbersText(strata), options);
  }

  /** Shares claims among strata: of each its size and expected deviation. */
  sampleStrata(strata, options) {
    return super.sampleStrata(numbersText(strata), options);
  }

  /** Every edition of every system, by system and first day. */
  editions() {
    return Object.freeze(Array.from({ length: this.editionCount() }, (_, i) => this.edition(i)));
  }

  /** Where each part of the book came from. */
  origins() {
    return Object.freeze(Array.from({ length: this.originCount() }, (_, i) => this.origin(i)));
  }

  /** The named sections of the file. */
  sections() {
    return Object.freeze(Array.from({ length: this.sectionCount() }, (_, i) => this.section(i)));
  }
}

if (Symbol.dispose) Book.prototype[Symbol.dispose] = Book.prototype.close;

/** The machine of a book that is open. */
function open(book) {
  if (book._machine === null) throw new CodingError("misuse", "the book is closed");
  return book._machine;
}
