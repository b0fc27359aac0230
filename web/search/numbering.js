// The words of plain texts as numbers. With half a million words to index, cutting a string out for each and asking a Map for
// it would take many times as long as this table.

/**
 * Whether a sign is part of a word in a plain text: a letter, a digit, or the minus of a number.
 * @param {number} sign
 */
const isOfWord = (sign) => (sign >= 97 && sign <= 122) || (sign >= 48 && sign <= 57) || sign === 45 || sign > 127;

/**
 * The part of a hash that browsers keep without an object for it.
 * @param {number} hash
 */
const short = (hash) => hash & 0x3fffffff;

/** Ends a text among several. No page can hold it. */
export const END = "\0";

/**
 * Every word of plain texts, in their order: `numbers` say which, `lines` the places of its text among them. `terms` has the word
 * of each number, in the order in which they are first seen.
 * @param {string} text all of them, each but the last with END behind it
 */
export function numbered(text) {
  /** @type {string[]} */
  const terms = [];
  /** @type {number[]} */
  const hashes = [];
  // Pairs: another hash of a word, and its number plus one, at the first free place from its hash on. Words that meet
  // there and have the same two hashes are the same.
  let table = new Int32Array(1 << 11);

  /**
   * @param {number} hash
   * @param {number} check
   * @returns {number} where the word is, or is to be
   */
  function placeOf(hash, check) {
    const last = table.length - 2;
    let place = hash & last;
    while (table[place + 1] !== 0 && table[place] !== check) place = (place + 2) & last;
    return place;
  }

  function grow() {
    const old = table;
    table = new Int32Array(old.length * 4);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] > 0) table.set([old[at], old[at + 1]], placeOf(hashes[old[at + 1] - 1], old[at]));
    }
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {number} hash of the word that is there
   * @param {number} check another hash of it
   */
  function numberOf(start, end, hash, check) {
    const place = placeOf(hash, check);
    if (table[place + 1] > 0) return table[place + 1] - 1;
    hashes.push(hash);
    const count = terms.push(text.slice(start, end));
    table[place] = check;
    table[place + 1] = count;
    if (count * 4 > table.length) grow();
    return count - 1;
  }

  const numbers = new Int32Array(text.length / 2 + 1);
  const lines = new Int32Array(numbers.length);
  let count = 0;
  let line = 0;
  let start = -1;
  let hash = 0;
  let check = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at < text.length ? text.charCodeAt(at) : 0;
    if (isOfWord(sign)) {
      if (start < 0) {
        start = at;
        hash = 0;
        check = 0;
      }
      hash = Math.imul(hash ^ sign, 0x01000193);
      check = Math.imul(check + sign, 0x5bd1e995) ^ (check >>> 13);
    } else {
      if (start >= 0) {
        numbers[count] = numberOf(start, at, short(hash ^ (hash >>> 15)), short(check));
        lines[count] = line;
        count += 1;
        start = -1;
      }
      if (sign === 0) line += 1;
    }
  }
  return { terms, numbers: numbers.subarray(0, count), lines: lines.subarray(0, count) };
}
