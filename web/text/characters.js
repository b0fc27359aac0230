// The characters that people, fonts and word processors put in place of plain
// ASCII signs and digits: one table for the search and for triage.

/** Signs that are meant as a minus, also where they separate words: hyphens, the en dash and the emoji, but not the em dash. */
export const MINUSES = /[\u2212\u2012\u2013\u2010\u2011\u2796\ufe58\ufe63\uff0d]/gu;

/** Every dash of Unicode, and signs that look like one but are filed elsewhere. */
export const DASHES = /[\p{Pd}\u2212\u02D7\u2043\u2796\u2500\u23AF]/gu;

/** Direction marks, zero-width spaces, soft hyphens, emoji selectors and keycaps. */
export const INVISIBLE = /[\p{Cf}\uFE0E\uFE0F\u20E3]/gu;

/** Spaces that are no ASCII space. */
export const SPACES = /[\u00a0\u2007\u2009\u202f\u3000]/gu;

/** ASCII signs and digits in full width, as Japanese and Chinese keyboards type them. */
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Digits of other scripts. */
export const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

const DIGIT = /\p{Nd}/u;

/**
 * The value of a decimal digit of any script. Digits come in runs of ten from
 * zero to nine, also where two runs touch, so the distance to the start of the
 * run tells it.
 * @param {string} digit
 */
export function digitValue(digit) {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
}

/**
 * A text in plain ASCII signs and digits, as far as that keeps its length, so
 * that places in it stay true.
 * @param {string} text
 */
export function plainOfSameLength(text) {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text
    .replace(MINUSES, "-")
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(OTHER_DIGITS, (digit) => (digit.length === 1 ? digitValue(digit) : digit))
    .replace(SPACES, " ")
    .replace(INVISIBLE, (sign) => " ".repeat(sign.length));
}
