// Turns whatever was pasted into plain ASCII signs and digits, so that the
// rules after it need to know one minus, one space and ten digits.

import { DASHES, digitValue, INVISIBLE, OTHER_DIGITS } from "../text/characters.js";

// Japanese and other keyboards give a long-vowel mark for a minus; it is one
// only in front of a digit, anywhere else it belongs to a word.
const VOWEL_MARK_BEFORE_DIGIT = /\u30FC(?=\s?\p{Nd})/gu;

// One sign that holds digits and is no digit: a fraction, a footnote, a number in a circle. Its digits are no code.
const SIGN_WITH_DIGITS = /([\p{No}\p{So}])/u;
const FRACTION_AFTER_DIGIT = /(?<=\d)[\u00BC-\u00BE\u2150-\u215E\u2189]/gu;
// Behind a raised or lowered minus, they are the number that is meant.
const RAISED_NEGATIVE = /(?<!\p{N})[\u207B\u208B]\s?[\u2070\u00B9\u00B2\u00B3\u2074-\u2079\u2080-\u2089]+/gu;

const QUOTES = /[\u2018\u2019\u201A\u201B\u2032\u02BC]/g;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g;

const ENTITIES = new Map(
  Object.entries({
    minus: "-",
    ndash: "-",
    mdash: "-",
    hyphen: "-",
    dash: "-",
    nbsp: " ",
    thinsp: " ",
    shy: "",
    quot: '"',
    apos: "'",
    amp: "&",
    lt: "<",
    gt: ">",
    num: "#",
    equals: "=",
  }),
);

/**
 * @param {string} whole the escape, kept where it names no character
 * @param {number} point
 */
function fromPoint(whole, point) {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/**
 * A broken escape is text like any other, never an error.
 * @param {string} run
 */
function decodePercent(run) {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** @param {string} text */
function decodeEscapes(text) {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, decodePercent)
    .replace(/\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/gi, (whole, four, hex) => fromPoint(whole, parseInt(four ?? hex, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, hex) => fromPoint(whole, parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (whole, number) => fromPoint(whole, Number(number)))
    .replace(/&([a-z]{2,8});/gi, (whole, name) => ENTITIES.get(name.toLowerCase()) ?? whole)
    .replace(/\\[rnt]/g, " ")
    .replace(/\\(["'/])/g, "$1");
}

/**
 * The plain form of each sign, except where it would make digits out of a sign that is none.
 * @param {string} part a sign that may hold digits, or what stands between two of them
 */
function plainForm(part) {
  const plain = part.normalize("NFKC");
  return SIGN_WITH_DIGITS.test(part) && /\d/.test(plain) ? part : plain;
}

/**
 * @param {string} text
 * @returns {string} of plain ASCII digits, minus signs, quotes and blanks, as far as it is made of such
 */
export function normalise(text) {
  return (
    decodeEscapes(text)
      .replace(RAISED_NEGATIVE, (number) => number.normalize("NFKC"))
      .replace(FRACTION_AFTER_DIGIT, ".5")
      .split(SIGN_WITH_DIGITS)
      .map(plainForm)
      .join("")
      .replace(INVISIBLE, "")
      .replace(VOWEL_MARK_BEFORE_DIGIT, "-")
      .replace(DASHES, "-")
      .replace(QUOTES, "'")
      .replace(DOUBLE_QUOTES, '"')
      // The Arabic marks for thousands and decimals.
      .replace(/\u066C/g, ",")
      .replace(/\u066B/g, ".")
      .replace(OTHER_DIGITS, digitValue)
  );
}
