/* Is a text a table? Which delimiter parts its cells, and which row is the header. */

import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";
import { BARS, betweenBars, cellsUnder, isRule, isRuler, wordsIn } from "./table-layout.js";
import { LONGEST_NAME, isBlank, isHeader, isKnown, isName, isNameOrBlank, namesStatus, rankOf } from "./table-names.js";
import { isFilled, parse } from "./table-rows.js";

/** @typedef {import("./types").Plan} Plan */

const DELIMITERS = [",", "\t", ";", ...BARS];
const SAMPLE = 64 * 1024; // characters
const SAMPLE_ROWS = 80;
const HEADER_WITHIN = 30; // rows: letters and reports have lines above their tables

/**
 * Null means that the text is no table.
 * @param {string} text
 * @returns {Plan | null}
 */
export function detect(text) {
  let sample = text.slice(0, SAMPLE);
  if (sample.length < text.length) sample = sample.slice(0, sample.lastIndexOf("\n") + 1) || sample;
  /** @type {Plan | null} */
  let best = null;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const framed = isFramed(sample, delimiter);
    const cells = parse(sample, { delimiter }).data.slice(0, SAMPLE_ROWS);
    const rows = framed ? cells.map(betweenBars) : cells;
    const found = byHeader(rows, delimiter) ?? byWidth(rows, delimiter);
    if (found && (!best || found.score > best.score)) best = { ...found, framed };
  }
  return best ?? detectSpaces(sample) ?? detectList(text);
}

/**
 * Whether each row begins with the bar, as a box or a wiki has it.
 * @param {string} sample
 * @param {string} delimiter
 */
function isFramed(sample, delimiter) {
  if (!BARS.includes(delimiter)) return false;
  const rows = sample.split("\n").filter((line) => line.includes(delimiter));
  return rows.filter((line) => BARS.includes(line.trimStart()[0])).length >= rows.length * 0.8;
}

/**
 * A row whose names say status, with rows like it below.
 * @param {string[][]} rows
 * @param {string} delimiter
 * @returns {Plan | null}
 */
function byHeader(rows, delimiter) {
  for (const [headerRow, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (row.length < 2 || !(row.some(namesStatus) || Fields.context(row).inbound)) continue;
    const known = row.filter(isKnown).length;
    // Where two names are known it is a header, whatever stands in the others.
    if (!row.every((cell) => isNameOrBlank(cell) || (known > 1 && cell.length > LONGEST_NAME))) continue;
    const after = rows
      .slice(headerRow + 1)
      .filter((other) => isFilled(other) && !isRule(other))
      .slice(0, 8);
    const alike = after.filter((other) => Math.abs(other.length - row.length) <= 1 && other.length > 1);
    if (after.length ? alike.length < after.length * 0.5 : known < 2) continue;
    return { delimiter, headerRow, score: 1000 + known * 10 + row.length };
  }
  return null;
}

/**
 * Without a header that names a status the width of the rows must agree.
 * @param {string[][]} rows
 * @param {string} delimiter
 * @returns {Plan | null}
 */
function byWidth(rows, delimiter) {
  const real = rows.filter((row) => isFilled(row) && !isRule(row));
  /** @type {Map<number, number>} */
  const widths = new Map();
  for (const row of real) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [w, n] of widths) {
    if (n > most) {
      most = n;
      width = w;
    }
  }
  if (width < 2 || most < real.length * 0.8 || real.length < 2) return null;
  const first = rows.findIndex((row) => isFilled(row) && !isRule(row));
  const hasValues = rows.slice(first + 1).some((row) => row.some((cell) => !isNameOrBlank(cell)));
  return { delimiter, headerRow: isHeader(rows[first]) && hasValues ? first : -1, score: width, byValues: true };
}

/**
 * Columns lined up by spaces, as terminals and old reports print them.
 * @param {string} sample
 * @returns {Plan | null}
 */
function detectSpaces(sample) {
  const lines = sample.split("\n").slice(0, HEADER_WITHIN);
  for (const [headerRow, line] of lines.slice(0, -1).entries()) {
    if (isBlank(line) || isRuler(line)) continue;
    const filled = lines.slice(headerRow + 1).findIndex((other) => !isBlank(other));
    const end = lines.findIndex((other, at) => at > headerRow + 1 + filled && isBlank(other));
    const after = lines
      .slice(headerRow + 1, end < 0 ? undefined : end)
      .filter((other) => !isBlank(other) && !/^[\s=+-]+$/.test(other))
      .slice(0, 5);
    const layout = SPACED.find(({ applies }) => applies(line, lines[headerRow + 1], after));
    if (layout) return { delimiter: " ", headerRow, score: 1, ...layout.plan(line, lines[headerRow + 1]) };
  }
  return null;
}

/**
 * Whether the names of a header say status for certain.
 * @param {string[]} cells
 */
const areNames = (cells) =>
  cells.every((cell) => isName(cell) && !/[:=]/.test(cell)) && cells.some((cell) => [1, 2].includes(rankOf(cell)));

/**
 * @typedef {object} Spaced a layout of columns lined up by spaces
 * @property {(header: string, next: string, after: string[]) => boolean} applies
 * @property {(header: string, next: string) => Partial<Plan>} plan
 */

/** The first that applies counts. @type {Spaced[]} */
const SPACED = [
  {
    // A ruler under the header: ------ ---- -----
    applies: (header, next, after) => {
      if (!isRuler(next) || !after.length) return false;
      const cells = cellsUnder(header, wordsIn(next));
      return cells.every(isNameOrBlank) && cells.some(isName) && (cells.some(namesStatus) || after.some((row) => /\d/.test(row)));
    },
    plan: (header, next) => ({ ruled: true, byValues: !cellsUnder(header, wordsIn(next)).some(namesStatus) }),
  },
  {
    // Two blanks or more between the names, and in each row.
    applies: (header, _, after) => {
      const cells = header.trim().split(/ {2,}|\t/);
      return cells.length > 1 && areNames(cells) && after.length > 0 && after.every((row) => /\s{2,}|\t/.test(row.trim()));
    },
    plan: () => ({}),
  },
  {
    // Single blanks: names that are known, and a number under the status in each row.
    applies: (header, _, after) => {
      const names = header.trim().split(/\s+/);
      if (names.length < 2 || !areNames(names) || names.filter(isKnown).length < Math.max(2, names.length / 2)) return false;
      const at = names.findIndex((name) => [1, 2].includes(rankOf(name)));
      return after.length > 0 && after.every((row) => Numbers.isExact(wordCells(row, header)[at]));
    },
    plan: () => ({ words: true }),
  },
];

/**
 * @param {string} line
 * @param {string} header
 */
function wordCells(line, header) {
  const cells = line.trim().split(/\s+/);
  const columns = wordsIn(header);
  return cells.length === columns.length ? cells : cellsUnder(line, columns);
}

/**
 * One number a line, with or without a header.
 * @param {string} text
 * @returns {Plan | null}
 */
function detectList(text) {
  const lines = text
    .split("\n", 3000)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2) return null;
  const headerRow = rankOf(lines[0]) >= 1 ? 0 : -1;
  const body = lines.slice(headerRow + 1);
  const numbers = body.filter((line) => /^["']?[-+]?\d{1,7}["']?$/.test(Numbers.plain(line)));
  return numbers.length < body.length * 0.9 ? null : { delimiter: "", headerRow, score: 1 };
}
