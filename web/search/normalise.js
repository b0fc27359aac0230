// Turns whatever was pasted into plain ASCII signs and digits, so that the
// rules after it need to know one minus, one space and ten digits.

import { DASHES, digitValue, INVISIBLE, OTHER_DIGITS } from "../text/characters.js";

// Japanese and other keyboards give a long-vowel mark for a minus; it is one
// only in front of a digit, anywhere else it belongs to a word.
const VOWEL_MARK_BEFORE_DIGIT = /\u30FC(?=\s?\p{Nd})/gu;

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
 * @param {string} text
 * @returns {string} of plain ASCII digits, minus signs, quotes and blanks, as far as it is made of such
 */
export function normalise(text) {
  return (
    decodeEscapes(text)
      .normalize("NFKC")
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
