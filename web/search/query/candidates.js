// The numbers of a query, and how likely each is the code in question.

import { codeOf, isListed, readChain } from "./chain.js";
import { context, NAMED_OTHERWISE, NAMED_STATUS, nameWeight, readSign } from "./context.js";
import { DRESS, FILLERS, UNITS } from "./vocabulary.js";

/** @import { Judged, Known, Standing, Written } from "../types.js" */

// How much each sign that a number is the code in question counts for. A
// listed code outweighs any wording; wording decides among the rest.
const LISTED = 14;
const STUCK = -4;
// 0 and 1 are codes, but also the commonest numbers in any text.
const SMALL = 10;
const LISTED_SMALL = 11;
const SMALL_ALONE = 2;

/**
 * Whether a code is one of the commonest numbers.
 * @param {number} code
 */
export const isSmall = (code) => code >= 0 && code < SMALL;

// How far around a number to read.
const REACH = 160;

const CHAIN = /\d+(?:[ .,'_-]\d+)*/g;
const LIST_GAP = /^["')\]}*_`]*\s*(?:[,;/&|+]|and|or|und|oder|et|ou|y|then|->|=>)?\s*["'([{*_`#]*[+-]?$/i;

/**
 * Whether a text says nothing beside its numbers.
 * @param {string} text
 */
export const onlyFillers = (text) =>
  text
    .replace(/<\/?([\p{L}][\p{L}\p{N}_.:-]*)[^<>]{0,300}>/gu, (_, name) => (DRESS.has(name.toLowerCase()) ? " " : ` ${name} `))
    .replace(/\d+/g, " ")
    .split(/[^\p{L}']+/u)
    .filter((word) => /\p{L}/u.test(word))
    .every((word) => FILLERS.has(word.toLowerCase()) || nameWeight(word) !== 0);

/**
 * The numbers of one chain with the sign that they most likely have.
 * @param {"sure" | "maybe" | "hyphen" | "no"} sign
 * @param {boolean} first whether nothing stands before it
 * @param {Known} known
 * @param {(negative: boolean) => Written[]} read
 */
function signed(sign, first, known, read) {
  if (sign === "sure" || sign === "no") return read(sign === "sure");
  // A dash that may be a minus is one where only that reading is listed.
  /** @param {Written[]} items */
  const anyListed = (items) => items.some((item) => isListed(item, known));
  const [minus, plain] = [read(true), read(false)];
  return anyListed(minus) || (first && !anyListed(plain)) ? minus : plain;
}

/**
 * How a number stands between what is before and after it.
 * @param {string} rest the text before it, without its sign
 * @param {boolean} maybeMinus
 * @param {string} after
 * @param {number} inherited the weight of the number before it in a list, 0 outside of one
 * @returns {Standing}
 */
function standing(rest, maybeMinus, after, inherited) {
  const own = context(rest);
  const named = inherited > 0 && own <= 0 ? inherited : own;
  const counted = named < NAMED_STATUS && UNITS.test(after);
  const weight = counted ? NAMED_OTHERWISE : named;
  const glued = !maybeMinus && /\p{L}$/u.test(rest);
  return { weight, counted, stuck: (glued && weight <= 0) || (/^\p{L}/u.test(after) && !counted) };
}

/**
 * @param {number} code
 * @param {Written & Standing} item
 * @param {boolean} listed
 * @param {boolean} alone
 */
function fits(code, item, listed, alone) {
  if (listed && !isSmall(code)) return true;
  if (item.stuck || item.counted) return false;
  if (listed) return alone || item.weight > 0;
  return item.weight >= 0 && (alone || item.weight > 0 || item.negative);
}

/**
 * @param {Written & Standing} item
 * @param {Known} known
 * @param {boolean} alone
 * @returns {Judged}
 */
function judge(item, known, alone) {
  const code = codeOf(item);
  const listed = isListed(item, known);
  const usual = !isSmall(code) || alone;
  const asListed = usual ? LISTED : item.weight > 0 ? LISTED_SMALL : SMALL_ALONE;
  const score = (listed ? asListed : 0) + item.weight + (item.stuck && item.weight <= 0 ? STUCK : 0);
  return { ...item, code, listed, fits: fits(code, item, listed, alone), score };
}

/**
 * Every number of a text, in its order.
 * @param {string} text
 * @param {Known} known
 * @param {boolean} alone whether the text says nothing else
 * @returns {Judged[]}
 */
export function candidates(text, known, alone) {
  /** @type {Judged[]} */
  const found = [];
  let previousEnd = 0;
  let previousWeight = 0;
  for (const match of text.matchAll(CHAIN)) {
    const start = match.index;
    const end = start + match[0].length;
    const { sign, rest } = readSign(text.slice(Math.max(0, start - REACH), start));
    const inList = found.length > 0 && LIST_GAP.test(text.slice(previousEnd, start));
    const stands = standing(rest, sign === "maybe", text.slice(end, end + REACH), inList ? previousWeight : 0);
    const loose = (alone || stands.weight > 0) && !stands.stuck;
    const first = text.slice(0, start).replace(/[-\s]/g, "") === "";
    const surely = sign === "hyphen" && stands.stuck ? "no" : sign;
    const items = signed(surely, first, known, (negative) => readChain(match[0], negative, known, loose));
    for (const item of items) found.push(judge({ ...item, ...stands }, known, alone));
    previousEnd = end;
    previousWeight = stands.weight;
  }
  return found;
}
