/* A workbook that Excel 2003 ("XML Spreadsheet") or LibreOffice (flat ODS) saved as XML: its rows as a table with tabs. */

import { unescaped } from "./read-html.js";

const SHEET = /urn:schemas-microsoft-com:office:spreadsheet|opendocument\.spreadsheet/;
// Split at what closes, then looked into: one pattern for both would look from each opening to the end of the text.
const ROW = /<(?:\w+:)?(?:Row|table-row)\b[^<>]*>/;
const ROW_END = /<\/(?:\w+:)?(?:Row|table-row)>/;
const CELL = /<(?:\w+:)?(?:Cell|table-cell)\b([^<>]*)>/;
const CELL_END = /<\/(?:\w+:)?(?:Cell|table-cell)>/;
const EMPTY_CELL = /<(?:\w+:)?(?:Cell|table-cell)\b([^<>]*)\/>/g;
const INDEX = /\bIndex="(\d+)"/; // Blank cells are left out, the next one tells its place.
const MAX_COLUMNS = 1000;

/** @param {string} text */
export const isSheet = (text) => SHEET.test(text.slice(0, 2000));

/** @param {string} row */
function cellsOf(row) {
  /** @type {string[]} */
  const cells = [];
  for (const piece of row.replace(EMPTY_CELL, "<Cell$1></Cell>").split(CELL_END)) {
    const opening = CELL.exec(piece);
    if (!opening) continue;
    const [whole, attributes] = opening;
    const held = piece.slice(opening.index + whole.length);
    const place = Number(INDEX.exec(attributes)?.[1] ?? 0);
    while (cells.length < Math.min(place - 1, MAX_COLUMNS)) cells.push("");
    const text = held.replace(/<[^<>]*>/g, "").replace(/&(#?\w{2,8});/g, unescaped);
    cells.push(text.replace(/\s+/g, " ").trim());
  }
  return cells;
}

/** @param {string} text */
function tableOf(text) {
  const rows = text.split(ROW_END).slice(0, -1);
  return rows.flatMap((row) => (ROW.test(row) ? [cellsOf(row).join("\t")] : [])).join("\n");
}

/**
 * Each sheet is a table of its own.
 * @param {string} text
 */
export const toText = (text) =>
  text
    .split(/<\/(?:\w+:)?Worksheet>/)
    .map(tableOf)
    .join("\n\n");
