// Understands what somebody pasted: looks at nothing but the text and the list of codes, and says what was asked.

import * as Normalise from "./normalise.js";
import { besideWords, labelIn } from "./query/beside.js";
import { candidates, isSmall, onlyFillers } from "./query/candidates.js";
import { setAside } from "./query/foreign.js";
import { maskOthers, spellOut, wordsOf } from "./query/rewrite.js";
import { termsIn } from "./query/terms.js";

/** @import { Judged, Known, Query } from "./types.js" */

// How much of a paste to read: a whole log belongs on the triage page.
const LONGEST = 4000;

/**
 * 0xF5B, 1e3 and 2.05E+05 (what a spreadsheet makes of 205000) as whole queries.
 * @param {string} text
 * @returns {Query | null}
 */
function otherNotation(text) {
  const bare = /^[\s"'([{=#:]*([+-]?\s?(?:0x[0-9a-f]+|\d+(?:[.,]\d+)?e[+-]?\d+))[\s"')\]}.;,]*$/i.exec(text);
  if (!bare) return null;
  const negative = bare[1].startsWith("-");
  const value = Number(bare[1].replace(/^[+-]\s?/, "").replace(",", "."));
  const code = negative ? -value : value;
  return { type: "notation", text: bare[1], code: Number.isSafeInteger(code) ? code : null };
}

/** @param {string} text */
function range(text) {
  const found = /^\D*?(\d+)\s*(?:-|\.\.+|to|until|through|bis|(?<=between \d+ )and)\s*(\d+)\D*$/i.exec(text);
  if (!found || /-\s*$/.test(text.slice(0, text.search(/\d/)))) return null;
  const [from, to] = [Number(found[1]), Number(found[2])];
  return from < to && Number.isSafeInteger(to) ? { from, to } : null;
}

/**
 * @template T
 * @param {T[]} list
 */
const unique = (list) => [...new Set(list)];

/**
 * @param {Judged} item
 * @param {Known} known
 * @param {boolean} typed whether it may still be typed, so that more digits may come
 * @returns {Query}
 */
function unlisted(item, known, typed) {
  if (item.decimal) return { type: "decimal", digits: item.digits, negative: item.negative };
  if (!Number.isSafeInteger(item.code)) return { type: "huge", length: item.digits.replace(/^0+/, "").length };
  const text = String(item.code);
  return typed && known.begins(text).length ? { type: "prefix", digits: text } : { type: "unlisted", code: item.code, label: "" };
}

/**
 * Several numbers of which nothing says that one is a status. 0 and 1 are too common to stand out among them.
 * @param {Judged[]} judged
 */
function areUnnamed(judged) {
  /** @param {Judged} item */
  const standsOut = (item) => item.weight > 0 || item.code < 0 || (item.listed && !isSmall(item.code));
  return unique(judged.map((item) => item.code)).length > 1 && !judged.some(standsOut) && !judged.every((item) => item.listed);
}

/**
 * The beginning of a code that is written in groups: "204 0".
 * @param {string} text
 * @param {Known} known
 * @returns {Query | null}
 */
function begunInGroups(text, known) {
  const digits = /^\d{1,3}(?:[ ,']\d{1,3})+$/.test(text) ? String(Number(text.replace(/\D/g, ""))) : "";
  return digits !== "" && known.begins(digits).length ? { type: "prefix", digits } : null;
}

/**
 * @param {string} text
 * @returns {Query}
 */
const several = (text) => ({ type: "foreign", of: "several", text: text.trim(), code: null });

/**
 * Which of the numbers was asked for, if any.
 * @param {Judged[]} judged
 * @param {Known} known
 * @param {boolean} typed
 * @returns {Query | null}
 */
function choose(judged, known, typed) {
  const fitting = judged.filter((item) => item.fits).sort((a, b) => b.score - a.score);
  const listed = judged.filter((item) => item.fits && item.listed);
  if (!listed.length) {
    const whole = fitting.find((item) => !item.decimal) ?? fitting[0];
    return whole ? unlisted(whole, known, typed) : null;
  }
  const best = Math.max(...listed.map((item) => item.score));
  const doubt = judged.find((item) => item.fits && !item.listed && item.score > best);
  if (doubt) return unlisted(doubt, known, typed);
  const codes = unique(listed.filter((item) => item.score === best).map((item) => item.code));
  const others = unique(listed.map((item) => item.code)).filter((code) => !codes.includes(code));
  return codes.length === 1 ? { type: "code", code: codes[0], others, typed } : { type: "codes", codes, others };
}

/**
 * What the numbers of a text ask for, if anything.
 * @param {string} text
 * @param {Known} known
 * @returns {Query | null}
 */
function byNumbers(text, known) {
  const alone = onlyFillers(text);
  const judged = candidates(text, known, alone);
  const span = alone ? range(text) : null;
  const joinedSpan = judged.length === 1 && judged[0].listed;
  if (span && !joinedSpan) return { type: "range", ...span };
  if (alone && areUnnamed(judged)) return begunInGroups(text.trim(), known) ?? several(text);
  const chosen = choose(judged, known, judged.length === 1 && !/\p{L}/u.test(text)) ?? besideWords(text, judged, known);
  return chosen?.type === "unlisted" ? { ...chosen, label: labelIn(text, known) } : chosen;
}

/**
 * @param {string} text what was typed or pasted
 * @param {Known} known
 * @returns {Query}
 */
export function parse(text, known) {
  const clean = spellOut(Normalise.normalise(text.slice(0, LONGEST))).trim();
  if (clean === "") return { type: "empty" };
  if (/^-+$/.test(clean)) return known.begins("-").length ? { type: "prefix", digits: "-" } : { type: "empty" };
  const notation = otherNotation(clean);
  if (notation) return notation;

  // Bookkeeping programs print the minus behind the number.
  const turned = /^(\d+)-$/.exec(clean);
  const { text: own, foreign } = setAside(turned && known.isListed(-Number(turned[1])) ? `-${turned[1]}` : clean, known);
  const numbered = byNumbers(maskOthers(own), known);
  if (numbered) return numbered;
  if (foreign) return { type: "foreign", ...foreign };
  const words = wordsOf(clean);
  return words === "" ? { type: "empty" } : { type: "words", words, terms: termsIn(words) };
}
