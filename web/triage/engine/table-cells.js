/* A table whose cells hold records: the body of a callback, or the fields of an event, as JSON or form data in one column. */

import * as Pairs from "./lines/pairs.js";
import * as Numbers from "./numbers.js";
import * as Sections from "./sections.js";
import * as Tree from "./tree.js";
import * as Xml from "./read-xml.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {import("./types").TableSection} TableSection */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const SAMPLE = 200; // rows
const ROWS_A_STEP = 200;

/**
 * Whether the status of a table is still sought: no column is it, or one for its values, or one that holds no number.
 * @param {TableSection} table
 * @param {Catalogue} catalogue
 */
function isSought({ statusColumn, chosenBy, rows }, catalogue) {
  if (statusColumn < 0 || chosenBy === "values") return true;
  return rows.slice(0, SAMPLE).every((row) => !Numbers.cellStatus(row[statusColumn], catalogue.isListed));
}

/**
 * The faxes in a cell; a log writes words before its JSON.
 * @param {string} cell
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @returns {FoundRecord[]}
 */
function recordsIn(cell, name, line, catalogue) {
  if (/^\s*<[?A-Za-z]/.test(cell)) return Xml.readFragment(cell.trim(), catalogue, line) ?? [];
  const open = cell.indexOf("{");
  if (open < 0 && !cell.includes("&")) return Pairs.record(cell, line, catalogue) ?? [];
  const text = open > 0 && cell.trimStart()[0] !== "[" ? cell.slice(open, cell.lastIndexOf("}") + 1) : cell;
  return Tree.foldJson({ [name]: text.trim() }, "", line, catalogue, 0).records.filter(({ code }) => code !== null);
}

/**
 * The column whose cells hold most faxes, -1 where none does.
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {Catalogue} catalogue
 */
function columnOf({ columns }, rows, catalogue) {
  const sample = rows.slice(0, SAMPLE);
  const held = columns.map((name, column) => sample.filter((row) => recordsIn(row[column] ?? "", name, 0, catalogue).length).length);
  const most = Math.max(...held);
  return most > 0 ? held.indexOf(most) : -1;
}

/**
 * The records in the cells of a table, each with the other cells of its row, or null where there are none.
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {Catalogue} catalogue
 * @returns {Work<{ table: TableSection, column: string } | null>}
 */
export function* fromCells(table, rows, catalogue) {
  if (!isSought(table, catalogue)) return null;
  const column = columnOf(table, rows, catalogue);
  if (column < 0) return null;
  const { columns, lines, format } = table;
  const records = Sections.collector(format);
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_A_STEP === ROWS_A_STEP - 1) yield 0.8 + (0.2 * i) / rows.length;
    for (const record of recordsIn(row[column] ?? "", columns[column], lines[i], catalogue)) {
      /** @type {Field[]} */
      const beside = columns.map((name, at) => [name, row[at] ?? ""]);
      records.add({ ...record, fields: record.fields.concat(beside.filter((_, at) => at !== column)) });
    }
  }
  return { table: records.finish(), column: columns[column] };
}
