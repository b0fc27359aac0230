/* Form-encoded callbacks, one a line, by URLSearchParams. */

import * as Tree from "./tree.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

const PAIRS = /^\??[\w.\-[\]%+]+=[^&\s]*(?:&[^&\s]*)+$/;

/** @param {string} line */
export const isForm = (line) => PAIRS.test(line);

/**
 * The faxes in a line; a callback in which no field is a status is no record of one.
 * @param {string} line
 * @param {number} number
 * @param {Catalogue} catalogue
 */
export function records(line, number, catalogue) {
  return Tree.fold(Array.from(new URLSearchParams(line)), [], number, catalogue).records;
}

/**
 * Tools break a long body before its ampersands.
 * @param {string} text
 */
export const joined = (text) =>
  text
    .trim()
    .replace(/(?<!\s)\s+&/g, (found) => (found.includes("\n") ? "&" : found))
    .replace(/&[ \t]*\n\s*/g, "&");
