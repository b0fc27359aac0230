/* Integers as people and programs write them: Unicode minus, full-width digits, thousands separators. */

import { plainOfSameLength as plain } from "../../text/characters.js";

function toCode(digits) {
  const n = Number(digits);
  // Statuses are 32-bit integers; a longer number is an id or a telephone number that slipped in.
  return Number.isInteger(n) && Math.abs(n) <= 2147483647 ? n + 0 : null;
}

function isExact(value) {
  return /^[-+]?\d+$/.test(plain(String(value)).trim());
}

/* The status in a cell that is known to hold a status. isListed(code) decides doubtful readings.
   -> { code, exact } or null; exact means that the cell is nothing but the number. */
function cellStatus(value, isListed) {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) <= 2147483647 ? { code: value + 0, exact: true } : null;
  if (typeof value !== "string" || value === "" || value.length > 400) return null;
  let s = plain(value).trim();
  // ="3931" and '3931 are how spreadsheets keep a number as text.
  s = s
    .replace(/^=?"\s*([^"]*?)\s*"$/, "$1")
    .replace(/^'/, "")
    .trim();
  let m = /^[-+]?\d+$/.exec(s) || /^-\s\d+$/.exec(s);
  if (m) {
    const code = toCode(s.replace(/\s/g, ""));
    return code === null ? null : { code: code === 0 ? 0 : code, exact: true };
  }
  m = /^(-?\d+)[.,]0+$/.exec(s);
  const grouped = /^-?\d{1,3}(?:[.,'’ ]\d{3})+$/.test(s) ? toCode(s.replace(/[.,'’ ]/g, "")) : null;
  if (grouped !== null && isListed(grouped)) return { code: grouped, exact: true };
  if (m) return { code: toCode(m[1]), exact: true };
  // "3931 - Busy", "-22: Out of credit", "3931 (Busy)"
  m = /^#?(-?\d{1,7})(?=\s*[^\d\s.,:/-]|\s*[-:,.;|]\s+\D|\s+-)/.exec(s);
  if (m && !/^[A-Za-z%/]/.test(s.slice(m[0].length)) && !UNIT.test(s.slice(m[0].length))) {
    const code = toCode(m[1]);
    if (code < 0 || isListed(code) || m[1].length >= 4) return { code: code, exact: false };
  }
  // "Busy (3931)", "Failed [6017]", "Error 3931", "Failed: -22"
  m = /(?:[([]\s*|(?:^|[^\d\w./:+-])[#:=]?\s*)(-?\d{1,7})\s*[)\]]?\.?$/.exec(s);
  if (m && /\p{L}/u.test(s.slice(0, m.index + 1))) {
    const code = toCode(m[1]);
    if (code < 0 || isListed(code) || m[1].length >= 4) return { code: code, exact: false };
  }
  // A single listed number somewhere in the cell.
  const all = s.match(/(?<![\w./:+-])-?\d{1,7}(?![\w/]|[.:-]\d)/g) || [];
  const listed = all.map(toCode).filter(function (n) {
    return isListed(n) && (n < 0 || n >= 1000);
  });
  return listed.length === 1 ? { code: listed[0], exact: false } : null;
}

const UNIT =
  /^\s*(?:pages?|pgs?|seiten?|secs?|seconds?|ms|mins?|minutes?|hours?|days?|bytes?|kb|mb|attempts?|times|tries|units?|dpi|faxes|rows|lines|records|items|messages)\b(?!\s*[=:])/i;

export { plain, cellStatus, isExact, UNIT };
