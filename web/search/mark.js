// A text in pieces: what was found stands in a piece of its own, to be marked.

import * as TextIndex from "./text-index.js";

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @returns {import("../types").Piece[]}
 */
export function mark(text, terms) {
  /** @type {import("../types").Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(TextIndex.WORD)) {
    if (!TextIndex.forms(match[0]).some((word) => terms.has(word))) continue;
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ mark: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
