/* Completion times, only to tell which of two records about one fax is the later one. */

const DAY = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([AaPp])?\.?[Mm]?\.?)?/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;

/* Day first or month first? A whole column answers together: one value over 12 is enough. The services send the day
   first (dd/mm/yyyy), so that is the guess where nothing tells. */
function monthFirst(values) {
  let month = false;
  for (const value of values) {
    const m = DAY.exec(String(value).trim());
    if (!m) continue;
    if (Number(m[1]) > 12) return false;
    if (Number(m[3]) > 12) month = true;
  }
  return month;
}

function sane(ms) {
  // 0001-01-01 and 1/1/1900 are how databases write "not yet".
  return Number.isFinite(ms) && ms > 631152000000 ? ms : NaN;
}

function parse(value, isMonthFirst) {
  if (value === null || value === undefined || value === "") return NaN;
  const s = String(value).trim();
  let m = /^(?:\/Date\()?(\d{10}|\d{13})(?:[+-]\d{4})?(?:\)\/)?$/.exec(s);
  if (m) return sane(Number(m[1]) * (m[1].length === 10 ? 1000 : 1));
  m = ISO.exec(s);
  if (m) {
    let offset = 0;
    if (m[8] && m[8] !== "Z") {
      const z = m[8].replace(":", "");
      offset = (z[0] === "-" ? -1 : 1) * (Number(z.slice(1, 3)) * 60 + Number(z.slice(3))) * 60000;
    }
    return sane(Date.UTC(+m[1], m[2] - 1, +m[3], +(m[4] || 0), +(m[5] || 0), +(m[6] || 0), +(m[7] || "0").padEnd(3, "0")) - offset);
  }
  m = DAY.exec(s);
  if (m) {
    const year = m[4].length === 2 ? 2000 + Number(m[4]) : Number(m[4]);
    let hour = Number(m[5] || 0);
    if (m[8]) hour = (hour % 12) + (/p/i.test(m[8]) ? 12 : 0);
    const day = isMonthFirst ? m[3] : m[1];
    const month = isMonthFirst ? m[1] : m[3];
    if (day > 31 || month > 12) return NaN;
    return sane(Date.UTC(year, month - 1, +day, hour, +(m[6] || 0), +(m[7] || 0)));
  }
  // "Tue, 24 Nov 2026 10:22:33 +0100" and its like: only with a month's name, since Date.parse guesses at the rest.
  return /[A-Za-z]{3}/.test(s) ? sane(Date.parse(s)) : NaN;
}

export { parse, monthFirst };
