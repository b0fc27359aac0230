/* A line of names with their values and nothing around them: tx=7 status=3931 pages=0, or "Fax: 7, Status: 3931, Pages: 0". */

import * as Dump from "../dump/fold.js";
import { parseLine } from "../dump/parse.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */

const FEWEST = 2;
const LONGEST = 4000;
const SIGN = /[\w"'\])]\s?(?:=>?|:)\s?\S/g;
const IN_BRACKETS = /\[([\w.-]{1,60}\s?[=:][^[\],]*)\]/g; // [tx=7] [status=3931]
const SEVERAL_IN_BRACKETS = /\[[\w.-]{1,60}\s?[=:][^[\],]*\]\s*\[[\w.-]{1,60}\s?[=:]/;
const CHANGE = /\bnot\s|[<>]=?\s*\d|->|=>|→|\bfrom\b/; // "status: -3 -> 3931" says two, a condition none.

/**
 * The fax of a line, or null where it is not written in names and values, or none of them is a status.
 * @param {string} line
 * @param {number} number
 * @param {Catalogue} catalogue
 */
export function record(line, number, catalogue) {
  if (line.length > LONGEST || (line.match(SIGN)?.length ?? 0) < FEWEST || CHANGE.test(line)) return null;
  const group = parseLine(line.replace(IN_BRACKETS, " $1 ,"));
  if (!group || group.items.filter(({ key }) => key).length < FEWEST) return null;
  const found = Dump.records(group, number, catalogue, line);
  return found.length && found.every(({ code, sure }) => code !== null && sure) ? found : null;
}

/** Whether each pair of a line has brackets of its own. @param {string} line */
export const areInBrackets = (line) => SEVERAL_IN_BRACKETS.test(line);
