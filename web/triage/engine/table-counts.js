/* A table whose rows are numbers of faxes: Status, COUNT(*). */

import * as Aggregates from "./aggregates.js";
import * as Numbers from "./numbers.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").TableSection} TableSection */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const MOST_GROUPS = 1000; // rows: there are not so many statuses

/**
 * Whether every cell of a column that is filled is a number of faxes.
 * @param {string[][]} rows
 * @param {number} column
 */
function holdsCounts(rows, column) {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
  return cells.length > 0 && cells.every((cell) => Aggregates.saneCount(cell) >= 0);
}

/**
 * Whether each status stands in one row only.
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {Catalogue} catalogue
 */
function isGrouped({ statusColumn }, rows, catalogue) {
  const codes = rows.map((row) => Numbers.cellStatus(row[statusColumn], catalogue.isListed)?.code).filter((code) => code !== undefined);
  return new Set(codes).size === codes.length;
}

/**
 * The column that says how many faxes a row is, -1 where each row is one.
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {Catalogue} catalogue
 */
function countColumnOf(table, rows, catalogue) {
  const { columns, statusColumn, idColumns } = table;
  if (statusColumn < 0 || idColumns.length) return -1;
  // sqlcmd leaves the column of COUNT(*) without a name.
  const kindOf = (/** @type {string} */ name) => (columns.length === 2 && name === "Column 2" ? "maybe" : Aggregates.countKind(name));
  const kinds = columns.map((name, column) => (column === statusColumn ? "" : kindOf(name)));
  const sure = kinds.findIndex((kind, column) => kind === "sure" && holdsCounts(rows, column));
  if (sure >= 0) return sure;
  const isOneEach = columns.some((name, column) => column !== statusColumn && !kinds[column] && Aggregates.isOfOne(name));
  if (isOneEach || rows.length > MOST_GROUPS) return -1;
  const maybe = kinds.findIndex((kind, column) => kind === "maybe" && holdsCounts(rows, column));
  return maybe >= 0 && isGrouped(table, rows, catalogue) ? maybe : -1;
}

/**
 * Notes how many faxes each row is.
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {Catalogue} catalogue
 * @returns {Work<void>}
 */
export function* countFaxes(table, rows, catalogue) {
  const column = countColumnOf(table, rows, catalogue);
  yield 1;
  if (column < 0) return;
  table.countColumn = column;
  table.counts = rows.map((row) => Aggregates.saneCount(row[column]));
}
