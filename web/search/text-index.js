// A small inverted index: which texts hold a word, by the word itself, by its
// beginning, by its stem, and with slips of the hand. How good a find is, is
// one plain number, so that the order of results can be understood and tested.

import * as Normalise from "./normalise.js";
import { END, numbered } from "./numbering.js";

/** @import { Fields, Hits, Manner } from "./types.js" */
/** @typedef {ReturnType<typeof build>} TextIndex */

export const WORD = /(?<![\p{L}\p{N}])-\d+|[\p{L}\p{M}\p{N}']+(?:-[\p{L}\p{M}\p{N}']+)*/gu;
// The same for texts of ASCII alone, several times as fast.
const ASCII_WORD = /(?<![a-z\d])-\d+|[a-z\d']+(?:-[a-z\d']+)*/gi;
const BEYOND_ASCII = /[^\0-\x7f]/;
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
// Words whose finds are kept.
const MOST_KNOWN = 50;

/** @type {(keyof Fields)[]} */
const FIELDS = ["title", "synonyms", "text"];

/** @param {string} text */
const fold = (text) =>
  /^[a-z\d-]*$/i.test(text)
    ? text.toLowerCase()
    : Normalise.normalise(text)
        .toLowerCase()
        .normalize("NFD")
        .replace(/[\p{M}']/gu, "");

/** @param {string} text */
const matches = (text) => text.match(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD) ?? [];

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
export const tokens = (text) => matches(text).flatMap(forms);

/**
 * The words of a query; a joined word counts by its parts.
 * @param {string} text
 */
export const words = (text) => [
  ...new Set((fold(text).match(WORD) ?? []).flatMap((word) => (/^-\d+$/.test(word) ? [word] : word.split("-"))).filter(Boolean)),
];

/**
 * Which letters a word has, as bits. One slip changes two of them at most, so that most words are told apart at once.
 * @param {string} word
 */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/**
 * Whether more than so many bits are set.
 * @param {number} bits
 * @param {number} most
 */
function exceed(bits, most) {
  let rest = bits;
  for (let left = most; rest !== 0 && left > 0; left -= 1) rest &= rest - 1;
  return rest !== 0;
}

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

// What is more than a letter or a digit to tokens().
const SPECIAL = /[^\0-\x7f]|['-]/g;

/**
 * A text as its words and the plain marks between them.
 * @param {string} text
 */
function plain(text) {
  const lower = text.toLowerCase();
  /** @type {Map<string, string>} */
  const known = new Map();
  const made = [];
  let done = 0;
  for (const { index } of lower.matchAll(SPECIAL)) {
    if (index < done) continue;
    const start = lower.lastIndexOf(" ", index) + 1;
    const blank = lower.indexOf(" ", index);
    const end = blank < 0 ? lower.length : blank;
    const piece = lower.slice(start, end);
    if (!known.has(piece)) known.set(piece, tokens(piece).join(" "));
    made.push(lower.slice(done, start), known.get(piece));
    done = end;
  }
  return made.join("") + lower.slice(done);
}

/**
 * Every word of the texts with its finds, which are a chain: `last` has the last one of each word, `before` the one before each. A find
 * is a line: the place of a text, and that of its field times the number of texts. All texts are read as one: to turn to each takes
 * longer than to read it.
 * @param {Fields[]} texts
 */
function post(texts) {
  const lists = FIELDS.map((field) => texts.map((text) => text[field] ?? "").join(` ${END} `));
  const { terms, numbers, lines } = numbered(plain(lists.join(` ${END} `)));
  const last = new Int32Array(terms.length).fill(-1);
  const before = new Int32Array(numbers.length);
  const sizes = new Uint32Array(texts.length);
  numbers.forEach((word, at) => {
    before[at] = last[word];
    last[word] = at;
    sizes[lines[at] % texts.length] += 1;
  });
  return { terms, finds: { last, before, lines }, sizes };
}

/**
 * How well a word of a text fits a word that is asked for; 0 where it is another one.
 * @param {string} word
 * @param {Manner} manner
 * @returns {(term: string) => number}
 */
function fitting(word, manner) {
  // The digits of a number are no beginning: 39 is not 3931.
  if (manner === "exact" || /^-?\d+$/.test(word)) return (term) => (term === word ? EXACT : 0);
  const short = stem(word);
  const most = manner === "slips" && !/\d/.test(word) ? Number(word.length >= ONE_SLIP_FROM) + Number(word.length >= TWO_SLIPS_FROM) : 0;
  const own = letters(word);
  return (term) => {
    if (term === word) return EXACT;
    const begun = term.startsWith(word) ? START + 0.3 * (word.length / term.length) : 0;
    // A stem is the beginning of every word of its family.
    const related = term.startsWith(short) && stem(term) === short;
    const best = Math.max(begun, related ? STEM : 0);
    if (most === 0 || exceed(letters(term) ^ own, 2 * most)) return best;
    const made = slips(word, term, most);
    if (made > most) return best;
    return Math.max(best, related ? SLIP_AND_STEM : made === 1 ? SLIP : TWO_SLIPS);
  };
}

/**
 * An index of texts, which are known by their place in the list.
 * @param {Fields[]} texts
 * @param {Required<Record<keyof Fields, number>>} weights how much a find in each field counts, above 0
 */
export function build(texts, weights) {
  const { terms, finds: chains, sizes } = post(texts);
  const worth = FIELDS.map((field) => weights[field]);
  /** @type {Map<string, Hits>} */
  const known = new Map();

  /**
   * Is a word here as it was written, whole or as a beginning?
   * @param {string} word
   */
  const has = (word) => terms.some((term) => term.startsWith(word));

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
    const fit = fitting(word, manner);
    const scores = new Float64Array(texts.length);
    let size = 0;
    terms.forEach((term, number) => {
      const quality = fit(term);
      if (quality === 0) return;
      for (let link = chains.last[number]; link >= 0; link = chains.before[link]) {
        const line = chains.lines[link];
        const at = line % texts.length;
        if (scores[at] === 0) size += 1;
        scores[at] = Math.max(scores[at], quality * worth[Math.floor(line / texts.length)]);
      }
    });
    const rare = 1 + RARE / size;
    if (size > 0) scores.forEach((score, at) => (scores[at] = score * rare));
    /** @param {number} at */
    const termsAt = (at) => FIELDS.flatMap((field) => tokens(texts[at][field] ?? "")).filter((term) => fit(term) > 0);
    const found = { scores, size, terms: termsAt };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(asked, found);
    return found;
  }

  /**
   * @param {string} word
   * @param {Manner} manner
   */
  const finds = (word, manner) => find(word, manner).size > 0;

  return { find, finds, has, sizes };
}
