// Days: "2025-10-01" outside, 20251001 within. A Date is the day that its own clock shows.

const TODAY = 0xffffffff;
const NEWEST = 0;

/** @returns {boolean} whether the calendar has the day */
function isDay(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year >= 1 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function checked(year, month, day, given) {
  if (!isDay(year, month, day)) throw new RangeError(`no day of the calendar: ${given}`);
  return year * 10000 + month * 100 + day;
}

let lastText = "";
let lastNumber = 0;

function ofText(text) {
  if (text === lastText) return lastNumber;
  if (text === "today") return TODAY;
  if (text === "newest") return NEWEST;
  const parts = /^(\d{4})(-?)(\d\d)\2(\d\d)$/.exec(text);
  if (!parts) throw new RangeError(`no day of the calendar: ${text} (write it as 2025-10-01)`);
  lastNumber = checked(Number(parts[1]), Number(parts[3]), Number(parts[4]), text);
  lastText = text;
  return lastNumber;
}

/** The library's number of whatever names a day. */
function dayNumber(day) {
  if (day === undefined || day === null) return TODAY;
  if (typeof day === "string") return ofText(day);
  if (day instanceof Date) return checked(day.getFullYear(), day.getMonth() + 1, day.getDate(), String(day));
  if (day === NEWEST) return NEWEST;
  if (!Number.isInteger(day)) throw new TypeError("a day is text like 2025-10-01, or a Date");
  return checked(Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100, day);
}

/** @returns {string|null} the day in ISO's spelling */
function dayText(number) {
  if (!number) return null;
  const text = String(number).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** What a clock without time zones has to be told for its day to be ours. */
function localSeconds(now) {
  return Math.floor(now / 1000) - new Date(now).getTimezoneOffset() * 60;
}
