/* Tables that no delimiter tells, each turned into rows that it does: line by line, so that lines count right. */

import * as Numbers from "./numbers.js";
import { fromColumns } from "./table-turned.js";
import { isKnown, isName, rankOf } from "./table-names.js";

/**
 * `shows` looks at the first lines, `turn` changes the lines in place.
 * @typedef {{ name: string, shows: (head: string) => boolean, turn: (lines: string[]) => void }} Layout
 */

const HEAD = 16 * 1024; // characters by which a layout is recognized
const MOST_ABOVE = 6; // lines above the names of copied cells
const MOST_NAMES = 30;
const LONGEST_NAME = 40;
const MOST = 0.7; // of the lines must be cells
const TOP = /^[ \t]*┌[─┬]*[^\s─┬┐][^\n\r]*┐[ \t]*$/mu; // ┌─id─┬─status─┐
const DTYPE = /^(?:Name: .*, )?dtype: u?int\d*$/;
const VALUE_COUNT = /^ *(-?\d+) +(\d+)$/;
const TABULAR = /\\begin\{(?:tabular\w*|longtable|array)\*?\}/;

/** @param {string} cell */
const saysStatus = (cell) => [1, 2].includes(rankOf(cell));

/** @param {string} cell */
const isStatus = (cell) => /^-?\d{1,7}$/.test(Numbers.plain(cell));

/**
 * Changes each line by itself.
 * @param {(line: string) => string} change
 * @returns {Layout["turn"]}
 */
const each = (change) => (lines) => lines.forEach((line, at) => (lines[at] = change(line)));

/** @param {string} line */
function fromLatex(line) {
  if (!/(?<!\\)&/.test(line)) return line;
  const plain = line
    .replace(/\\(?:hline|(?:top|mid|bottom)rule|cline\{[^{}]*\})/g, "")
    .replace(/\\\\(?:\[[^[\]]*\])?\s*(?:%.*)?$/, "")
    .replace(/\\text\w\w\{([^{}]*)\}|\$([^$]*)\$/g, "$1$2");
  return `| ${plain.split(/(?<!\\)&/).join(" | ")} |`.replace(/\\([_&%#$])/g, "$1");
}

/** @param {string} line */
function fromClickHouse(line) {
  if (TOP.test(line)) return line.replace(/[┌┬┐]/g, "│").replace(/─/g, " ");
  return line.replace(/^\s*\d+\.\s+(?=│)/, "");
}

/** @param {string} line */
function fromJulia(line) {
  const [before, after = ""] = line.split("│");
  const areTypes =
    before.trim() === "" &&
    after !== "" &&
    after
      .trim()
      .split(/\s+/)
      .every((word) => /^[A-Z]\w*\W*$/.test(word));
  return areTypes || /^─+┼─+$/.test(line.trim()) ? "" : line.replace("│", " ");
}

/**
 * How many rows of cells stand below the names of columns, a cell a line, and how many of the names are known.
 * @param {string[]} cells
 * @param {number} start where the names begin
 * @param {number} width how many there are
 */
function rowsBelow(cells, start, width) {
  const names = cells.slice(start, start + width);
  const at = names.findIndex(saysStatus);
  const known = names.filter(isKnown).length;
  let rows = 0;
  if (at < 0 || known < Math.max(2, width / 2)) return { rows, known };
  for (let row = start + width; row + width <= cells.length && isStatus(cells[row + at]); row += width) rows++;
  return { rows, known };
}

/**
 * The names of the columns in cells that were copied one a line, and how many rows stand below, or null.
 * @param {string[]} cells
 */
function copied(cells) {
  let best = { start: 0, width: 0, rows: 0, known: 0 };
  const isNoName = (/** @type {string} */ cell) => !isName(cell) || cell.length > LONGEST_NAME || /[\d:=|,;\t]/.test(cell);
  for (let start = 0; start <= MOST_ABOVE; start++) {
    const until = cells.findIndex((cell, at) => at >= start && isNoName(cell));
    for (let width = 2; width <= Math.min(until - start, MOST_NAMES); width++) {
      const { rows, known } = rowsBelow(cells, start, width);
      // One row alone may be chance where something stands above the names.
      const more = rows > (start ? 1 : 0) ? rows * width - best.rows * best.width || known - best.known : 0;
      if (more > 0) best = { start, width, rows, known };
    }
  }
  return (best.rows + 1) * best.width > cells.length * MOST ? best : null;
}

/** @param {string} head */
const cellsIn = (head) =>
  head
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** @param {string[]} lines */
function joinCopied(lines) {
  const filled = [...lines.keys()].filter((at) => lines[at].trim() !== "");
  const cells = filled.map((at) => lines[at].trim());
  const { start, width, rows } = copied(cells) ?? { start: 0, width: 1, rows: cells.length - 1 };
  // What stands above and below is no row.
  for (const line of filled) lines[line] = "";
  for (let at = start; at < start + (rows + 1) * width; at += width) lines[filled[at]] = cells.slice(at, at + width).join("\t");
}

/**
 * The cells of lines that begin with a name, lined up by blanks.
 * @param {string} head
 */
const cellRows = (head) =>
  head
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/ {2,}/));

/**
 * Where pandas counts values: the line with the name of their column, and the one that says what they are; or null.
 * @param {string[]} lines
 */
function valueCounts(lines) {
  const end = lines.findIndex((line) => DTYPE.test(line));
  let name = end - 1;
  while (name >= 0 && VALUE_COUNT.test(lines[name])) name--;
  return name >= 0 && end - name > 1 && saysStatus(lines[name]) ? { name, end } : null;
}

/** @param {string[]} lines */
function fromValueCounts(lines) {
  const { name, end } = valueCounts(lines) ?? { name: 0, end: 0 };
  for (let row = name + 1; row < end; row++) lines[row] = lines[row].replace(VALUE_COUNT, "$1\t$2");
  lines[name] = `${lines[name].trim()}\tcount`;
  lines[end] = "";
}

/** The first that shows counts. @type {Layout[]} */
export const LAYOUTS = [
  {
    // 700000001 & 3931 \\
    name: "LaTeX",
    shows: (head) => TABULAR.test(head),
    turn: each(fromLatex),
  },
  {
    // The names stand in the upper border.
    name: "ClickHouse",
    shows: (head) => TOP.test(head),
    turn: each(fromClickHouse),
  },
  {
    // Heavy bars between the names, light ones below.
    name: "heavy header",
    shows: (head) => /^[ \t]*┃/m.test(head) && /^[ \t]*│/m.test(head),
    turn: each((line) => line.replaceAll("┃", "│")),
  },
  {
    // One bar, behind the numbers of the rows.
    name: "Julia",
    shows: (head) => /^[ \t]*Row │ /m.test(head),
    turn: each(fromJulia),
  },
  {
    // The types of columns below their names: <int> <chr>
    name: "tibble",
    shows: (head) => /^ +<\w+>(?: +<\w+>)+ *$/m.test(head),
    turn: each((line) => (/^[\s<>\w]+$/.test(line) && /^ *<\w+>/.test(line) ? "" : line)),
  },
  {
    // status / 3931      6 / Name: count, dtype: int64
    name: "value counts",
    shows: (head) => valueCounts(head.split("\n")) !== null,
    turn: fromValueCounts,
  },
  {
    // Ids, and beside each its status, behind a single blank.
    name: "figures",
    shows: (head) => {
      const rows = cellsIn(head).map((line) => line.split(" "));
      return (
        rows.length > 1 &&
        rows.every((row) => row.length > 1 && row.length === rows[0].length && /^\d{6,12}$/.test(row[0]) && row.slice(1).every(isStatus)) &&
        new Set(rows.map(([id]) => id)).size > 1
      );
    },
    turn: each((line) => line.trim().replaceAll(" ", "\t")),
  },
  {
    // One fax a column: Status  3931  0
    name: "fax a column",
    shows: (head) => fromColumns({ rows: cellRows(head), lines: [], notes: [] }) !== null,
    turn: each((line) => line.trim().replace(/ {2,}/g, "\t")),
  },
  {
    // The cells of a web page, one a line.
    name: "copied cells",
    shows: (head) => copied(cellsIn(head)) !== null,
    turn: joinCopied,
  },
];

/**
 * The text with such a table as rows.
 * @param {string} text
 */
export function redrawn(text) {
  const head = text.length > HEAD ? text.slice(0, text.lastIndexOf("\n", HEAD)) : text;
  const layout = LAYOUTS.find(({ shows }) => shows(head));
  if (!layout) return text;
  const lines = text.split("\n");
  layout.turn(lines);
  return lines.join("\n");
}
