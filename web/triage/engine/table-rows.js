/* The rows of a table: by Papa Parse in slices, or by hand where columns are lined up by spaces. */

import Papa from "papaparse";
import { betweenBars, cellsUnder, isRuler, phrasesIn, wordsIn } from "./table-layout.js";
import { areColumns } from "./table-names.js";

/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Plan} Plan */
/** @typedef {{ rows: string[][], lines: number[], notes: Note[] }} Rows */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const SLICE = 64 * 1024;
const RUNAWAY = 1024 * 1024; // characters: a quote that is still open after so many is one that is never closed
const MAX_BROKEN = 50; // lines with broken quotes; after so many no quote is believed
const LEAST = 0.7; // of the cells must be in a row that stands apart
const GAP = / {2,}|\t/;
const SHARE = 0.7; // of the work of reading a table

/**
 * @param {string} text
 * @param {{ delimiter: string, quotes?: boolean, isPart?: boolean, preview?: number }} options
 *   of a part the last row, which may go on in the next, is left
 * @returns {Papa.ParseResult<string[]>}
 */
export function parse(text, { delimiter, quotes = true, isPart = false, preview = 0 }) {
  return new Papa.Parser({ delimiter, newline: "\n", quoteChar: quotes ? '"' : "\u0000", preview }).parse(text, 0, isPart);
}

/** @param {string[]} row */
export const isFilled = (row) => row.length > 1 || (row.length === 1 && row[0].trim() !== "");

/**
 * @param {string} text
 * @param {Plan} plan
 * @returns {Work<Rows>}
 */
export const rowsOf = (text, plan) => (plan.delimiter === " " || plan.delimiter === "" ? linedUp(text, plan) : delimited(text, plan));

/** @param {string} line */
const uncut = (line) => [line.trim()];

/**
 * How the lines of a table are cut into cells; of those parted from it by a blank one, only what looks like its rows.
 * @param {Plan} plan
 * @param {string[]} all
 * @returns {(line: string, isParted: boolean) => string[]}
 */
function cutter({ delimiter, words, headerRow }, all) {
  if (!delimiter) return uncut;
  const spans = words ? wordsIn : phrasesIn;
  const gap = words ? /\s+/ : GAP;
  let columns = spans(all[headerRow]);
  return (line, isParted) => {
    const cells = line.trim().split(gap);
    const isHeader = !/\d/.test(line) && areColumns(cells); // that of the next table
    if (isHeader) columns = spans(line);
    else if (isParted && (words ? !/^\s*\d/.test(line) : cells.length < columns.length * LEAST)) return uncut(line);
    return cells.length === columns.length ? cells : cellsUnder(line, columns);
  };
}

/**
 * @param {string} text
 * @param {Plan} plan
 * @returns {Work<Rows>}
 */
function* linedUp(text, plan) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {number[]} */
  const lines = [];
  const all = text.split("\n");
  const plain = plan.ruled ? uncut : cutter(plan, all);
  /** @type {(line: string, isParted: boolean) => string[]} */
  let cut = plain;
  let isParted = false;
  for (let i = 0; i < all.length; i++) {
    if (i % 2000 === 1999) yield (i / all.length) * SHARE;
    if (plan.ruled && isRuler(all[i])) {
      // A ruler draws the columns of the line above it and of those below, down to a blank line.
      const columns = wordsIn(all[i]);
      cut = (line) => {
        const cells = cellsUnder(line, columns);
        if (!cells.includes("")) return cells;
        // A value wider than its column moves those behind it.
        const gaps = line.trim().split(GAP);
        return gaps.length === columns.length ? gaps : cells;
      };
      if (lines[lines.length - 1] === i) rows[rows.length - 1] = cut(all[i - 1], false);
    } else if (all[i].trim() === "") {
      cut = plain;
      isParted = i > plan.headerRow;
    } else if (!/^[\s=+-]+$/.test(all[i])) {
      const row = cut(all[i], isParted);
      isParted &&= row.length === 1;
      rows.push(row);
      lines.push(i + 1);
    }
  }
  return { rows, lines, notes: [] };
}

/**
 * The rows at the start of a slice. `end` is where they end; `isBroken` says that the quotes of the row there are.
 * Null asks for a longer slice.
 * @param {string} slice
 * @param {string} delimiter
 * @param {boolean} quotes
 * @param {boolean} isPart
 */
function goodRows(slice, delimiter, quotes, isPart) {
  const { data, errors, meta } = parse(slice, { delimiter, quotes, isPart });
  const bad = errors.find(({ type, row }) => type === "Quotes" && row !== undefined && row < data.length + (isPart ? 1 : 0));
  const isEmpty = isPart && data.length === 0;
  if (!bad && isEmpty && slice.length <= RUNAWAY) return null;
  if (!bad && !isEmpty) return { rows: data, end: isPart ? meta.cursor : slice.length, isBroken: false };
  // Everything before the row is good.
  const row = bad?.row ?? 0;
  const end = row === 0 ? 0 : parse(slice, { delimiter, isPart: true, preview: row }).meta.cursor;
  return { rows: data.slice(0, row), end, isBroken: true };
}

/** @param {string} text */
function newlinesIn(text) {
  let n = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) n++;
  return n;
}

/**
 * Of many broken lines the first three are reported, then how many more there are, or that quotes are taken as plain text.
 */
function brokenLines() {
  /** @type {Note[]} */
  const notes = [];
  let n = 0;
  /**
   * @param {number} line
   * @param {string} sentence
   */
  const say = (line, sentence) => void notes.push({ level: "warning", code: "quotes", line, sentence });
  return {
    notes,
    /** @param {number} line */
    add: (line) => {
      n++;
      if (n <= 3) say(line, `A quotation mark in line ${line} is not closed properly; that line was read without quotation marks.`);
      if (n === MAX_BROKEN) say(line, `So many quotation marks are broken that from line ${line} on every line is one row.`);
    },
    areMany: () => n >= MAX_BROKEN,
    finish: () => {
      if (n > 3 && n < MAX_BROKEN) say(0, `${n - 3} more lines have broken quotation marks.`);
    },
  };
}

/**
 * @param {string} text
 * @param {Plan} plan
 * @returns {Work<Rows>}
 */
function* delimited(text, { delimiter, framed }) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {number[]} */
  const lines = [];
  const broken = brokenLines();
  let line = 1;
  let at = 0;
  let size = SLICE;

  /** @param {string[]} cells */
  const add = (cells) => {
    const row = framed ? betweenBars(cells) : cells;
    if (isFilled(row)) {
      rows.push(row);
      lines.push(line);
    }
    line++;
  };

  while (at < text.length) {
    const end = Math.min(at + size, text.length);
    const good = goodRows(text.slice(at, end), delimiter, !broken.areMany(), end < text.length);
    if (!good) {
      size *= 2;
      continue;
    }
    size = SLICE;
    for (const row of good.rows) {
      add(row);
      for (const cell of row) line += newlinesIn(cell);
    }
    at += good.end;
    if (good.isBroken) {
      // The line that begins the row is read without quotes.
      const newline = text.indexOf("\n", at);
      const stop = newline === -1 ? text.length : newline;
      broken.add(line);
      const cells = text.slice(at, stop).split(delimiter);
      add(cells.map((cell) => cell.replace(/^\s*"|"\s*$/g, "")));
      at = stop + 1;
    }
    yield (at / text.length) * SHARE;
  }
  broken.finish();
  return { rows, lines, notes: broken.notes };
}
