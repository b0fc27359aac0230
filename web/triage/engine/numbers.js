/* Integers as people and programs write them: Unicode minus, full-width digits, thousands separators. */

import { plainOfSameLength as plain } from "../../text/characters.js";

export { plain };

/**
 * The status in a cell; exact means that the cell is nothing but the number.
 * @typedef {{ code: number, exact: boolean }} CellStatus
 */

/** @typedef {(code: number) => boolean} IsListed */

const MAX_CODE = 2 ** 31 - 1; // Statuses are 32-bit integers; a longer number is an id or a telephone number that slipped in.
const LONGEST_CELL = 400;
const BY = /\bby\s+(?:ext\w*\.?\s*)?\d/i; // "Terminated by 6017" names who did it.

/** What follows a number that counts something. */
export const UNIT =
  /^\s*(?:pages?|pgs?|seiten?|secs?|seconds?|ms|mins?|minutes?|hours?|days?|bytes?|kb|mb|attempts?|times|tries|units?|dpi|faxes|rows|lines|records|items|messages|passed|skipped|tests?|intentos?|tentatives?|tentativ[aio]|versuche?|páginas?|pagine|sidor|sider|стр)\b(?!\s*[=:])/i;

/**
 * An exact status, or null where the number cannot be one.
 * @param {number} code
 * @returns {CellStatus | null}
 */
const exactly = (code) => (Number.isInteger(code) && Math.abs(code) <= MAX_CODE ? { code: code + 0, exact: true } : null); // + 0: no -0

/** @param {string | number} value */
export function isExact(value) {
  return /^[-+]?\d+$/.test(plain(String(value)).trim());
}

/**
 * Spreadsheets keep a number as text by writing ="3931" or '3931.
 * @param {string} s
 */
const unquoted = (s) =>
  s
    .replace(/^=?"([^"]*)"$/, (_, inner) => inner.trim())
    .replace(/^'/, "")
    .trim();

/**
 * "3931", "-22", "- 22", "204,000", "3931.0"
 * @param {string} s
 * @param {IsListed} isListed
 */
function wholeCell(s, isListed) {
  // SAP writes the minus behind: 22-
  if (/^\d+-$/.test(s)) return exactly(-Number(s.slice(0, -1)));
  if (/^(?:[-+]?|-\s)\d+$/.test(s)) return exactly(Number(s.replace(/\s/g, "")));
  if (/^-?\d{1,3}(?:[.,'’ ]\d{3})+$/.test(s)) {
    const grouped = exactly(Number(s.replace(/[.,'’ ]/g, "")));
    if (grouped && isListed(grouped.code)) return grouped;
  }
  const rounded = /^(-?\d+)[.,]0+$/.exec(s);
  return rounded ? exactly(Number(rounded[1])) : null;
}

/**
 * Beside a text a short number counts only where it is listed: "3 pages" is no status.
 * @param {string} digits
 * @param {IsListed} isListed
 * @returns {CellStatus | null}
 */
function besideText(digits, isListed) {
  const code = Number(digits) + 0;
  return code < 0 || isListed(code) || digits.length >= 4 ? { code, exact: false } : null;
}

/**
 * "3931 - Busy", "-22: Out of credit", "3931 (Busy)"
 * @param {string} s
 * @param {IsListed} isListed
 */
function beforeText(s, isListed) {
  const match = /^#?(-?\d{1,7})(?=\s*[^\d\s.,:/-]|\s*[-:,.;|]\s+\D|\s+-)/.exec(s);
  if (!match) return null;
  const after = s.slice(match[0].length);
  return /^[A-Za-z%/]/.test(after) || UNIT.test(after) ? null : besideText(match[1], isListed);
}

/**
 * "Busy (3931)", "Failed [6017]", "Error 3931", "Failed: -22"
 * @param {string} s
 * @param {IsListed} isListed
 */
function afterText(s, isListed) {
  const match = /(?:[([]\s*|(?:^|[^\d\w./:+-])[#:=]?\s*)(-?\d{1,7})\s*[)\]]?\.?$/.exec(s);
  return match && /\p{L}/u.test(s.slice(0, match.index + 1)) ? besideText(match[1], isListed) : null;
}

/**
 * A single listed number somewhere in the cell.
 * @param {string} s
 * @param {IsListed} isListed
 * @returns {CellStatus | null}
 */
function amongText(s, isListed) {
  const numbers = (s.match(/(?<![\w./:+-])-?\d{1,7}(?![\w/]|[.:-]\d)/g) ?? []).map(Number);
  const listed = numbers.filter((code) => isListed(code) && (code < 0 || code >= 1000));
  return listed.length === 1 ? { code: listed[0], exact: false } : null;
}

/**
 * The status in a cell that is known to hold a status, or null. isListed decides doubtful readings.
 * @param {unknown} value
 * @param {IsListed} isListed
 * @returns {CellStatus | null}
 */
export function cellStatus(value, isListed) {
  if (typeof value === "number") return exactly(value);
  if (typeof value !== "string" || value === "" || value.length > LONGEST_CELL) return null;
  const s = unquoted(plain(value).trim());
  const whole = wholeCell(s, isListed);
  if (whole || BY.test(s)) return whole;
  return beforeText(s, isListed) ?? afterText(s, isListed) ?? amongText(s, isListed);
}
