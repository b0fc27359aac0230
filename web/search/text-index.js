// A small inverted index: which texts hold a word, by the word itself, by its
// beginning, by its stem, and with slips of the hand. How good a find is, is
// one plain number, so that the order of results can be understood and tested.

import * as Normalise from "./normalise.js";

/** @import { Fields, Hits, Manner } from "./types.js" */
/** @typedef {ReturnType<typeof build>} TextIndex */

export const WORD = /(?<![\p{L}\p{N}])-\d+|[\p{L}\p{M}\p{N}']+(?:-[\p{L}\p{M}\p{N}']+)*/gu;
const SUFFIX = /(?<=[a-z]{4})(?:(?:ib|ab)ilit(?:y|ies)|ibly|ably|ible|able|ations?|ated?|ions?|ments?|ings?|e[dr]s?|es?|s|ly)$/;

const EXACT = 1;
const SLIP_AND_STEM = 0.95;
const STEM = 0.7;
const START = 0.5;
const SLIP = 0.4;
const TWO_SLIPS = 0.3;
// What a word counts for more that stands in one text alone.
const RARE = 0.6;
// So many signs a word needs for one slip, and for two.
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 7;

/** @type {(keyof Fields)[]} */
const FIELDS = ["title", "synonyms", "text"];

/** @param {string} text */
const fold = (text) =>
  Normalise.normalise(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}']/gu, "");

/**
 * Words of one family ("canceled", "cancellation") get one stem.
 * @param {string} word
 */
function stem(word) {
  const cut = word.replace(SUFFIX, "");
  return cut === word ? word : cut.replace(/([bdfglmnprst])\1$/, "$1");
}

/** @type {Map<string, string[]>} */
const cache = new Map();

/**
 * "Top-Up" is found as top, as up and as topup.
 * @param {string} word as a text has it
 */
export function forms(word) {
  const known = cache.get(word);
  if (known) return known;
  const folded = fold(word);
  const parts = /^-?\d+$/.test(folded) || !folded.includes("-") ? [folded] : [...folded.split("-"), folded.replace(/-/g, "")];
  const kept = parts.filter(Boolean);
  if (cache.size > 50000) cache.clear();
  cache.set(word, kept);
  return kept;
}

/**
 * Under which words a text is indexed.
 * @param {string} text
 */
export const tokens = (text) => (text.match(WORD) ?? []).flatMap(forms);

/**
 * The words of a query; a joined word counts by its parts.
 * @param {string} text
 */
export const words = (text) => [
  ...new Set((fold(text).match(WORD) ?? []).flatMap((word) => (/^-\d+$/.test(word) ? [word] : word.split("-"))).filter(Boolean)),
];

/**
 * How many slips (a sign too many, missing, wrong, or two swapped) lie between two words; Infinity where more than `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    [before, above] = [above, row];
  }
  return above[b.length] <= most ? above[b.length] : Infinity;
}

/**
 * The texts in which each word stands, with the weight of the best field that has it.
 * @param {Fields[]} texts
 * @param {Required<Record<keyof Fields, number>>} weights
 */
function post(texts, weights) {
  /** @type {Map<string, Map<number, number>>} */
  const postings = new Map();
  texts.forEach((text, at) => {
    for (const field of FIELDS) {
      const weight = weights[field];
      for (const word of tokens(text[field] ?? "")) {
        let places = postings.get(word);
        if (!places) postings.set(word, (places = new Map()));
        if ((places.get(at) ?? 0) < weight) places.set(at, weight);
      }
    }
  });
  return postings;
}

/**
 * An index of texts, which are known by their place in the list.
 * @param {Fields[]} texts
 * @param {Required<Record<keyof Fields, number>>} weights how much a find in each field counts, above 0
 */
export function build(texts, weights) {
  const postings = post(texts, weights);
  const terms = [...postings.keys()].sort();
  /** @type {Map<string, string[]>} */
  const families = new Map();
  for (const term of terms) {
    const short = stem(term);
    const family = families.get(short);
    if (family) family.push(term);
    else families.set(short, [term]);
  }
  /** @type {Map<string, Hits>} */
  const known = new Map();

  /** @param {string} word */
  function beginning(word) {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < word) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < terms.length && terms[end].startsWith(word)) end += 1;
    return terms.slice(low, end);
  }

  /**
   * Is a word here as it was written, whole or as a beginning?
   * @param {string} word
   */
  const has = (word) => beginning(word).length > 0;

  /**
   * The terms that a word may mean, each with how well it fits.
   * @param {string} word
   * @param {Manner} manner
   */
  function meant(word, manner) {
    const short = stem(word);
    /** @type {Map<string, number>} */
    const found = new Map();
    /**
     * @param {string} term
     * @param {number} quality
     */
    const add = (term, quality) => {
      if ((found.get(term) ?? 0) < quality) found.set(term, quality);
    };
    if (postings.has(word)) add(word, EXACT);
    // The digits of a number are no beginning: 39 is not 3931.
    if (manner === "exact" || /^-?\d+$/.test(word)) return found;
    for (const term of families.get(short) ?? []) add(term, STEM);
    for (const term of beginning(word)) add(term, START + 0.3 * (word.length / term.length));
    const most = Number(word.length >= ONE_SLIP_FROM) + Number(word.length >= TWO_SLIPS_FROM);
    if (manner !== "slips" || most === 0 || /\d/.test(word)) return found;
    for (const term of terms) {
      const made = slips(word, term, most);
      if (made <= most) add(term, stem(term) === short ? SLIP_AND_STEM : made === 1 ? SLIP : TWO_SLIPS);
    }
    return found;
  }

  /**
   * Where a word stands. Slips are asked for only where a word is found nowhere as it is, since every slip more makes
   * more words alike that are not.
   * @param {string} word
   * @param {Manner} manner
   * @returns {Hits}
   */
  function find(word, manner) {
    const asked = `${manner} ${word}`;
    const before = known.get(asked);
    if (before) return before;
    /** @type {Hits} */
    const found = new Map();
    for (const [term, quality] of meant(word, manner)) {
      for (const [at, weight] of postings.get(term) ?? []) {
        const hit = found.get(at);
        const score = quality * weight;
        if (!hit) found.set(at, { score, terms: [term] });
        else {
          hit.terms.push(term);
          if (score > hit.score) hit.score = score;
        }
      }
    }
    for (const hit of found.values()) hit.score *= 1 + RARE / found.size;
    if (known.size > 200) known.clear();
    known.set(asked, found);
    return found;
  }

  /**
   * @param {string} word
   * @param {Manner} manner
   */
  const finds = (word, manner) => find(word, manner).size > 0;

  return { find, finds, has };
}
