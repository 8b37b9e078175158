// What crosses into the module as a number: words of enumerations, counts, characters, codes as columns hold them.

const NOTHING = Object.freeze({});
const NUMBERS = new Map();

/** Numbers by word; numbers that no word has are holes. */
function numbersOf(enumeration) {
  let numbers = NUMBERS.get(enumeration);
  if (numbers === undefined) {
    numbers = new Map();
    NAMES[enumeration].forEach((word, number) => numbers.set(word, number));
    NUMBERS.set(enumeration, numbers);
  }
  return numbers;
}

function wordNumber(enumeration, word) {
  const number = numbersOf(enumeration).get(word);
  if (number === undefined) throw new RangeError(`no ${enumeration}: ${word}`);
  return number;
}

function countNumber(count, name) {
  if (!Number.isInteger(count) || count < 0 || count > 0xffffffff) {
    throw new RangeError(`${name} is a whole number from 0 on, not ${count}`);
  }
  return count;
}

/** A count of 64 bits: what a number can hold of it, or a bigint. */
function wideNumber(count, name) {
  const wide = typeof count === "bigint" ? count : Number.isSafeInteger(count) ? BigInt(count) : -1n;
  if (wide < 0n || wide >= 1n << 64n) throw new RangeError(`${name} is a whole number from 0 on, not ${count}`);
  return wide;
}

function letterNumber(letter) {
  if (typeof letter !== "string" || letter.length !== 1 || letter > "\x7f") {
    throw new TypeError("a character is a text of one letter or digit");
  }
  return letter.charCodeAt(0);
}

function codeNumber(code) {
  if (typeof code !== "bigint") throw new TypeError("a code's number is a bigint, as `parse` answers it");
  return code;
}
