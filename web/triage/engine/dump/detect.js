/* Commas also part the fields of what programs print; a text of such lines is no table. */

const SAMPLE = 4000; // characters
const LINES = 20;
const MOST = 0.5; // of the cells, and of the lines with several
const LEAST = 1 / 3; // of all lines
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
  if (INSERT.test(text)) return true;
  const lines = text
    .slice(0, SAMPLE)
    .split("\n", LINES)
    .filter((line) => line.trim() !== "");
  const rows = lines.map((line) => line.split(/[,;|]/)).filter((cells) => cells.length > 1);
  const printed = rows.filter(areFields).length;
  // The header of a table holds names alone.
  return rows.length > 0 && areFields(rows[0]) && printed > rows.length * MOST && printed >= lines.length * LEAST;
}
