/* A workbook that Excel 2003 ("XML Spreadsheet") or LibreOffice (flat ODS) saved as XML: its rows as a table with tabs. */

import { unescaped } from "./read-html.js";

const SHEET = /urn:schemas-microsoft-com:office:spreadsheet|opendocument\.spreadsheet/;
const ROW = /<(?:\w+:)?(?:Row|table-row)\b[^>]*>([\s\S]*?)<\/(?:\w+:)?(?:Row|table-row)>/g;
const CELL = /<(?:\w+:)?(?:Cell|table-cell)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?(?:Cell|table-cell)>)/g;
const INDEX = /\bIndex="(\d+)"/; // Blank cells are left out, the next one tells its place.
const MAX_COLUMNS = 1000;

/** @param {string} text */
export const isSheet = (text) => SHEET.test(text.slice(0, 2000));

/** @param {string} row */
function cellsOf(row) {
  /** @type {string[]} */
  const cells = [];
  for (const [, attributes, held = ""] of row.matchAll(CELL)) {
    const place = Number(INDEX.exec(attributes)?.[1] ?? 0);
    while (cells.length < Math.min(place - 1, MAX_COLUMNS)) cells.push("");
    const text = held.replace(/<[^<>]*>/g, "").replace(/&(#?\w{2,8});/g, unescaped);
    cells.push(text.replace(/\s+/g, " ").trim());
  }
  return cells;
}

/** @param {string} text */
const tableOf = (text) => Array.from(text.matchAll(ROW), ([, row]) => cellsOf(row).join("\t")).join("\n");

/**
 * Each sheet is a table of its own.
 * @param {string} text
 */
export const toText = (text) =>
  text
    .split(/<\/(?:\w+:)?Worksheet>/)
    .map(tableOf)
    .join("\n\n");
