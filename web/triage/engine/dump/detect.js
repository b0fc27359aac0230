/* Commas also part the fields of what programs print; a text of such lines is no table. */

import { isKnown } from "../table-names.js";

const SAMPLE = 4000; // characters
const LINES = 20;
const MOST = 0.5; // of the cells of a line
const MUCH = 0.4; // of all characters
const NAMED = /^[\s{[(<#%@"'`:]*[A-Za-z_][\w .@$\\-]{0,60}["'`]?\s*(?:=>|[:=])\s?\S/; // status: 3931, 'status' => 3931, [{status=3931
const PAIR = /^\s*[A-Za-z_][\w.-]{0,60}=\S/; // status=3931
const INSERT = /^\s*insert\s+into\s/i;

/**
 * Whether a cell has a bracket that is closed in another one.
 * @param {string} cell
 */
export const isTorn = (cell) => (cell.match(/[{[(]/g)?.length ?? 0) !== (cell.match(/[}\])]/g)?.length ?? 0);

/**
 * Whether most of what stands between commas are names with their values, or torn brackets.
 * @param {string[]} cells
 */
const areFields = (cells) =>
  cells.filter((cell) => NAMED.test(cell)).length > cells.length * MOST ||
  cells.filter((cell) => PAIR.test(cell) || isTorn(cell)).length > 1;

/**
 * Whether a text is made of lines that programs print, not of rows of cells: what its lines begin with tells.
 * @param {string} text
 */
export function isPrinted(text) {
  if (INSERT.test(text)) return true;
  const lines = text
    .slice(0, SAMPLE)
    .split("\n", LINES)
    .filter((line) => line.trim() !== "");
  const cells = lines.map((line) => line.split(/[,;|]/));
  const header = cells.find((row) => row.length > 1 && (areFields(row) || row.some(isKnown)));
  if (!header || !areFields(header)) return false;
  const printed = lines.filter((_, at) => cells[at].length > 1 && areFields(cells[at]));
  return printed.join("").length > lines.join("").length * MUCH;
}
