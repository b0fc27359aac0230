/* Which rows are headers: cells that may be the names of columns, and those that are known. */

import * as Fields from "./fields.js";

/** @typedef {import("./types").Plan} Plan */

export const LONGEST_NAME = 60;
const WHEN = /^(?:day|date|week|month|year|hour|period|datum|tag|woche|monat|jahr|jour|mois|fecha|mes|d[ií]a|data)s?$/i;
const TOTAL = /^(?:grand[ -]?|sub)?(?:total|sum|summe|gesamt|gesamtergebnis|count|anzahl|total general|итого|合計|总计|總計|합계)s?:?$/i;

/** @param {string} cell */
export const isBlank = (cell) => cell.trim() === "";

/**
 * Whether a cell may be a column's name: short, and no number or date.
 * @param {string} cell
 */
export function isName(cell) {
  const name = cell.trim();
  return name.length > 0 && name.length <= LONGEST_NAME && !/^[-+]?[\d.,:/ ][-+\d.,:/ TZ]*$/.test(name);
}

/** Whether a name says that days or the like stand below it. @param {string} cell */
export const isWhen = (cell) => WHEN.test(cell.trim());

/** Whether a cell says that its row sums up the others. @param {string} cell */
export const isTotal = (cell) => TOTAL.test(cell.trim());

/** @param {string} cell */
export const isNameOrBlank = (cell) => isBlank(cell) || isName(cell);

/** @param {string[]} row */
export const isHeader = (row) => row.every(isNameOrBlank);

/** @param {string} cell */
export const rankOf = (cell) => Fields.classify(cell.trim()).rank;

/**
 * Whether a cell is a name under which a status may stand.
 * @param {string} cell
 */
export function namesStatus(cell) {
  const rank = rankOf(cell);
  return rank >= 1 && rank <= 3;
}

/**
 * Whether a row is the header that was recognised: of faxes, sent or received, or by the values below it.
 * @param {string[]} row
 * @param {Pick<Plan, "byValues">} plan
 */
export const isHead = (row, { byValues }) => (byValues || row.some(namesStatus) || Fields.context(row).inbound) && isHeader(row);

/**
 * Whether a cell is a name that tells anything: a status, one that is never a status, an id, a time.
 * @param {string} cell
 */
export function isKnown(cell) {
  const { rank, id, time } = Fields.classify(cell.trim());
  return rank !== 0 || id || time;
}

/**
 * Whether cells are the names of a table, whatever stands above them: several are known, none holds a figure.
 * @param {string[]} cells
 */
export const areColumns = (cells) =>
  cells.length > 1 && cells.every((cell) => isName(cell) && !/\d/.test(cell)) && cells.filter(isKnown).length > 1;
