// A number that no word names, beside words: "3921 Phone number not operational". It is complete, so it is that number
// and never the beginning of another.

import { FILLERS } from "./vocabulary.js";

/** @import { Judged, Known, Query } from "../types.js" */

const SIZE = /^0*\d{4,6}$/;
const FIRST = /^[\s"'([{#*]*\d{4,6}(?![\d.,'_-]*\d)[\s"')\]}:;,.*|-]+\p{L}/u;
const BRACKETED_LAST = /[([{]\s*\d{4,6}\s*[)\]}]\W*$/;

/** @param {string} text */
const telling = (text) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !FILLERS.has(word)).join(" ");

/** @type {WeakMap<string[], Map<string, string>>} */
const kept = new WeakMap();

/**
 * The labels of a list by what they tell.
 * @param {string[]} labels
 */
function byWords(labels) {
  const labelBy = kept.get(labels) ?? new Map([...labels].reverse().map((label) => [telling(label), label]));
  kept.set(labels, labelBy);
  return labelBy;
}

/**
 * The label of the list that is all a text says beside its numbers.
 * @param {string} text
 * @param {Known} known
 * @returns {string} "" where it says anything else
 */
export function labelIn(text, known) {
  const words = telling(text);
  return (words !== "" && byWords(known.labels()).get(words)) || "";
}

/**
 * The number of a text that stands beside its words, if it has but one.
 * @param {string} text
 * @param {Judged[]} judged
 * @param {Known} known
 * @returns {Query | null}
 */
export function besideWords(text, judged, known) {
  const [item] = judged;
  if (judged.length !== 1 || item.stuck || item.counted || item.decimal) return null;
  const full = SIZE.test(item.digits) && item.weight >= 0 && (FIRST.test(text) || BRACKETED_LAST.test(text));
  if (!full && labelIn(text, known) === "") return null;
  return item.listed ? { type: "code", code: item.code, others: [], typed: false } : { type: "unlisted", code: item.code, label: "" };
}
