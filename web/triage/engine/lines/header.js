/* A line inside a log that is the header of a table. */

import { isTorn } from "../dump/detect.js";
import * as Fields from "../fields.js";
import { BARS, cellsUnder, isRuler, wordsIn } from "../table-layout.js";

const LONGEST = 1000;
const LONGEST_CELL = 60;
const DELIMITERS = [",", "\t", ";", ...BARS, "  "]; // The last is columns lined up by spaces.
const LONGEST_OF_WORDS = 300;
const RULE = /^[-\s|+:=─-╿┆]+$/; // The line under a header: |---|---|
const SIGN = /stat|result|ergebnis|fehler|code|error|[^\x00-\x7f]/i;

/**
 * @param {string} line
 * @param {string} delimiter
 */
const cellsOf = (line, delimiter) =>
  line
    .split(delimiter === "  " ? / {2,}/ : delimiter)
    .map((cell) => cell.trim().replace(/^"|"$/g, ""))
    .filter(Boolean);

/**
 * Names, of which one is a status and another says something, too.
 * @param {string[]} cells
 */
function areNames(cells) {
  if (cells.length < 2 || cells.some(isTorn) || cells.some((cell) => /^\d+$/.test(cell) || cell.length > LONGEST_CELL)) return false;
  const meanings = cells.map(Fields.classify);
  return (
    meanings.some(({ rank }) => rank === 1 || rank === 2) &&
    meanings.filter(({ rank, id, time, flat }) => rank || id || time || flat === "fax").length >= 2
  );
}

/**
 * Names with single blanks between them, as R prints them; as many words stand below, or one more, which counts the rows.
 * @param {string} line
 * @param {string} next
 */
function areWords(line, next) {
  if (line.length > LONGEST_OF_WORDS || /[\d.!?]/.test(line)) return false;
  const names = line.trim().split(/\s+/);
  const below = next.trim().split(/\s+/).length - names.length;
  return below >= 0 && below < 2 && areNames(names);
}

/**
 * @param {string} line
 * @param {string} next the line below
 */
export function isHeaderLine(line, next) {
  if (line.length > LONGEST || /[{}<>=]/.test(line) || !SIGN.test(line) || !(/\d/.test(next) || RULE.test(next))) return false;
  if (isRuler(next)) return areNames(cellsUnder(line, wordsIn(next)));
  if (areWords(line, next)) return true;
  return DELIMITERS.some(
    (delimiter) => line.includes(delimiter) && (next.includes(delimiter) || RULE.test(next)) && areNames(cellsOf(line, delimiter)),
  );
}
