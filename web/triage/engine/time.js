/* Completion times, only to tell which of two records about one fax is the later one. */

const UNIX = /^(?:\/Date\()?(\d{10}|\d{13})(?:[+-]\d{4})?(?:\)\/)?$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const DAY = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([AaPp])?\.?[Mm]?\.?)?/;

const MINUTE = 60_000; // milliseconds
const EARLIEST = Date.UTC(1990, 0, 1); // 0001-01-01 and 1/1/1900 are how databases write "not yet".

/**
 * Day first or month first? A whole column answers together: one value over 12 is enough. The services send the day
 * first (dd/mm/yyyy), so that is the guess where nothing tells.
 * @param {Iterable<string>} values
 */
export function monthFirst(values) {
  let month = false;
  for (const value of values) {
    const parts = DAY.exec(value.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) return false;
    if (Number(parts[3]) > 12) month = true;
  }
  return month;
}

/** @param {number} ms */
const sane = (ms) => (ms > EARLIEST ? ms : NaN);

/**
 * Hours, minutes or seconds that may have been left out.
 * @param {string | undefined} digits
 */
const orZero = (digits) => Number(digits ?? 0);

/**
 * What "+01:00" is ahead of UTC, in milliseconds.
 * @param {string | undefined} zone
 */
function offsetOf(zone) {
  if (!zone || zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -minutes : minutes) * MINUTE;
}

/** @param {RegExpExecArray} parts as ISO has them */
function ofIso([, year, month, day, hour, minute, second, fraction, zone]) {
  const ms = Number((fraction ?? "0").padEnd(3, "0"));
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), orZero(hour), orZero(minute), orZero(second), ms);
  return sane(local - offsetOf(zone));
}

/**
 * @param {RegExpExecArray} parts as DAY has them
 * @param {boolean} isMonthFirst
 */
function ofDay([, first, , second, shortYear, hours, minute, seconds, half], isMonthFirst) {
  const [day, month] = (isMonthFirst ? [second, first] : [first, second]).map(Number);
  if (day > 31 || month > 12) return NaN;
  const year = shortYear.length === 2 ? 2000 + Number(shortYear) : Number(shortYear);
  const afternoon = half?.toLowerCase() === "p" ? 12 : 0;
  const hour = half ? (orZero(hours) % 12) + afternoon : orZero(hours);
  return sane(Date.UTC(year, month - 1, day, hour, orZero(minute), orZero(seconds)));
}

/**
 * The moment in milliseconds, NaN where the value holds none.
 * @param {string | null | undefined} value
 * @param {boolean} isMonthFirst
 */
export function parse(value, isMonthFirst) {
  const s = (value ?? "").trim();
  const unix = UNIX.exec(s);
  if (unix) return sane(Number(unix[1]) * (unix[1].length === 10 ? 1000 : 1));
  const iso = ISO.exec(s);
  if (iso) return ofIso(iso);
  const day = DAY.exec(s);
  if (day) return ofDay(day, isMonthFirst);
  // "Tue, 24 Nov 2026 10:22:33 +0100" and its like: only with a month's name, since Date.parse guesses at the rest.
  return /[A-Za-z]{3}/.test(s) ? sane(Date.parse(s)) : NaN;
}
