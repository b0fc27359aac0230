// The words of plain texts as numbers. With half a million words to index, cutting a string out for each and asking a Map for
// it would take many times as long as this table.

/**
 * Whether a sign is part of a word in a plain text: a letter, a digit, or the minus of a number.
 * @param {number} sign
 */
const isOfWord = (sign) => (sign >= 97 && sign <= 122) || (sign >= 48 && sign <= 57) || sign === 45 || sign > 127;

/** Numbers words in the order in which they are first seen. */
export function numbering() {
  /** @type {string[]} */
  const terms = [];
  /** @type {number[]} */
  const hashes = [];
  /** @type {number[]} */
  const checks = [];
  let table = new Int32Array(1024); // the number of a word, plus one, at the first free place from its hash on

  function grow() {
    table = new Int32Array(table.length * 4);
    hashes.forEach((hash, number) => {
      let place = hash & (table.length - 1);
      while (table[place] !== 0) place = (place + 1) & (table.length - 1);
      table[place] = number + 1;
    });
  }

  /**
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @param {number} hash of the word that is there
   * @param {number} check another hash: words that have both are the same
   */
  function numberOf(text, start, end, hash, check) {
    let place = hash & (table.length - 1);
    for (; table[place] !== 0; place = (place + 1) & (table.length - 1)) {
      const number = table[place] - 1;
      if (hashes[number] === hash && checks[number] === check) return number;
    }
    table[place] = terms.push(text.slice(start, end));
    hashes.push(hash);
    checks.push(check);
    if (terms.length * 2 > table.length) grow();
    return terms.length - 1;
  }

  /**
   * Calls `each` with the number of every word of a plain text.
   * @param {string} text
   * @param {(number: number) => void} each
   */
  function eachWord(text, each) {
    let start = -1;
    let [hash, check] = [0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (isOfWord(sign)) {
        if (start < 0) [start, hash, check] = [at, 0, 0];
        hash = Math.imul(hash ^ sign, 0x01000193);
        check = Math.imul(check + sign, 0x5bd1e995) ^ (check >>> 13);
      } else if (start >= 0) {
        each(numberOf(text, start, at, hash ^ (hash >>> 15), check));
        start = -1;
      }
    }
    if (start >= 0) each(numberOf(text, start, text.length, hash ^ (hash >>> 15), check));
  }

  return { terms, eachWord };
}
