/* Commas also part the fields of what programs print; a text of such lines is no table. */

const SAMPLE = 4000; // characters
const LINES = 20;
const MOST = 0.5; // of the cells
const NAMED = /^[\s{[(<#%@"'`:]*[A-Za-z_][\w .@$\\-]{0,60}["'`]?\s*(?:=>|[:=])\s?\S/; // status: 3931, 'status' => 3931, [{status=3931
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
const areFields = (cells) => cells.filter((cell) => NAMED.test(cell) || isTorn(cell)).length > cells.length * MOST;

/**
 * Whether a text is made of lines that programs print, not of rows of cells: what its lines begin with tells.
 * @param {string} text
 */
export function isPrinted(text) {
  const lines = text
    .slice(0, SAMPLE)
    .split("\n", LINES)
    .map((line) => line.split(/[,;|]/))
    .filter((cells) => cells.length > 1);
  if (INSERT.test(text)) return true;
  // The header of a table holds names alone.
  return lines.length > 0 && areFields(lines[0]) && lines.filter(areFields).length > lines.length * MOST;
}
