/* CSV, TSV and their kin: a table out of its rows, without what only looks like one. */

import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";
import * as Sections from "./sections.js";
import { blocksOf } from "./table-blocks.js";
import { detect } from "./table-detect.js";
import { BARS, isRule } from "./table-layout.js";
import { isHead, isTotal, isWhen } from "./table-names.js";
import { rowsOf } from "./table-rows.js";
import { fromCells } from "./table-cells.js";
import { countFaxes } from "./table-counts.js";
import { chooseColumn } from "./table-status.js";
import { turned } from "./table-turned.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Plan} Plan */
/** @typedef {import("./table-blocks.js").Block} Block */
/** @typedef {import("./types").TableSection} TableSection */
/** @typedef {import("./types").Tables} Tables */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

export { detect };

/** @type {Record<string, string>} */
const NAMES = { ",": "CSV", "\t": "TSV", ";": "CSV (semicolons)", " ": "Table (spaces)", "": "List" };
for (const bar of BARS) NAMES[bar] = "Table (bars)";
const MAX_COLUMNS = 16384; // as many as Excel has
const HEADER_WITHIN = 40; // rows
const NAMED = 1000; // the score of a table whose header says status
const BETWEEN = /\n[ \t]*\n/;
const MOST_PARTED = 1024 * 1024; // characters
const MOST_PARTS = 20;
const OUTSIDE_NAMED = 3; // lines that are no rows

/**
 * A total below the rows, and not a customer of that name: it stands where a fax or a time should, or most cells are blank.
 * @param {string[]} row
 * @param {string[] | null} header
 */
function isSum(row, header) {
  const at = row.findIndex((cell) => cell.trim() !== "");
  if (at < 0 || !isTotal(row[at])) return false;
  const name = header?.[at] ?? "";
  const { id, time, flat } = Fields.classify(name);
  if (id || time || flat === "fax" || isWhen(name)) return true;
  return row.filter((cell) => cell.trim() !== "").length < row.length / 2;
}

/**
 * A line of a letter below or above the table, or a rule of dashes, is no row.
 * @param {string[]} row
 * @param {string[] | null} header
 * @param {number} statusColumn
 */
function isRow(row, header, statusColumn) {
  if (isSum(row, header) || isRule(row) || isTotal(row[statusColumn] ?? "")) return false;
  if (!header || header.length < 2) return true;
  if (row.length === 1) return false;
  return row.length >= header.length * 0.7 || statusColumn < 0 || Numbers.isExact(row[statusColumn] ?? "");
}

/**
 * What to say of a line among the rows that is none and tells a code that few other numbers are, or null.
 * @param {string[]} row
 * @param {number} line
 * @param {Catalogue} catalogue
 * @returns {Note | null}
 */
function outside(row, line, catalogue) {
  const text = row.join(" ").trim();
  const status = /\p{L}/u.test(text) ? Numbers.cellStatus(text, catalogue.isListed) : null;
  if (!status || !catalogue.isListed(status.code) || (status.code >= 0 && status.code < 1000)) return null;
  return { level: "info", code: "outside", line, sentence: `Line ${line} is no row of the table; its ${status.code} was not counted.` };
}

/**
 * Drops, in place, what is no row. Returns what to say of it.
 * @param {string[][]} rows
 * @param {number[]} lines
 * @param {string[] | null} header
 * @param {number} statusColumn
 * @param {Catalogue} catalogue
 * @returns {Work<Note[]>}
 */
function* sift(rows, lines, header, statusColumn, catalogue) {
  /** @type {Note[]} */
  const notes = [];
  // A repeated header line (joined reports) is no fax without a number.
  const joined = header?.join("\u0001");
  let kept = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i % 2000 === 1999) yield 0.8 + (0.2 * i) / rows.length;
    const row = rows[i];
    if (!isRow(row, header, statusColumn)) {
      const note = notes.length < OUTSIDE_NAMED ? outside(row, lines[i], catalogue) : null;
      if (note) notes.push(note);
      continue;
    }
    if (header && row[0] === header[0] && row.join("\u0001") === joined) continue;
    rows[kept] = row;
    lines[kept++] = lines[i];
  }
  rows.length = lines.length = kept;
  return notes;
}

/**
 * Blank rows were dropped, so the header is found again by its content; -1 means that there is none.
 * @param {string[][]} rows
 * @param {Plan} plan
 */
function headerAt(rows, plan) {
  if (plan.headerRow < 0) return -1;
  return rows.slice(0, HEADER_WITHIN).findIndex((row) => isHead(row, plan) && (row.length > 1 || plan.delimiter === ""));
}

/**
 * @param {string[] | null} header
 * @param {string[][]} rows
 */
function columnNames(header, rows) {
  let length = header ? header.length : 0;
  for (const row of rows) length = Math.max(length, Math.min(row.length, MAX_COLUMNS));
  return Array.from({ length }, (_, at) => header?.[at]?.trim() || `Column ${at + 1}`);
}

/**
 * What a person should know of how the status was found, or why it was not.
 * @param {TableSection} table
 * @param {boolean} isInbound
 * @param {boolean} isOne whether there are no other tables
 * @returns {Note[]}
 */
function notesOn(table, isInbound, isOne) {
  const { statusColumn, lines, chosenBy, columns } = table;
  if (statusColumn === -1 && isInbound) {
    const which = isOne ? "These" : `The rows from line ${lines[0]} on`;
    const status = columns.some((name) => /^message[ _-]?status$/i.test(name)) ? "messageStatus" : "status";
    const sentence = `${which} look like records of received faxes; their ${status} is not the status of a sent fax.`;
    return [{ level: "info", code: "inbound", line: 0, sentence }];
  }
  if (statusColumn >= 0 && chosenBy !== "name") {
    const sentence = `The column “${columns[statusColumn]}” was taken as the status because of its values. Choose another if that is wrong.`;
    return [{ level: "info", code: "guessed-column", line: 0, sentence }];
  }
  return [];
}

/**
 * @param {Block} block
 * @param {Plan} plan
 * @param {Catalogue} catalogue
 * @param {boolean} isOne
 * @returns {Work<{ table: TableSection, notes: Note[] }>}
 */
function* tableOf({ header, inbound, rows, lines }, plan, catalogue, isOne) {
  const table = Sections.table(NAMES[plan.delimiter] || "Table", columnNames(header, rows), rows, lines);
  table.delimiter = plan.delimiter;
  table.hasHeader = header !== null;
  const isInbound = inbound || Fields.context(table.columns).inbound;
  yield 0.75;
  if (!inbound) yield* chooseColumn(table, rows, header !== null, catalogue);
  const beside = yield* sift(rows, lines, header, table.statusColumn, catalogue);
  if (header) yield* countFaxes(table, rows, catalogue);
  const held = isInbound ? null : yield* fromCells(table, rows, catalogue);
  if (held) {
    const sentence = `The status was read from records in the column “${held.column}”; ${new Set(held.table.lines).size} of ${rows.length} rows have one.`;
    return { table: held.table, notes: [{ level: "info", code: "cells", line: 0, sentence }] };
  }
  if (isInbound) table.candidates = table.candidates.filter((candidate) => candidate.rank >= 0);
  return { table, notes: rows.length ? notesOn(table, isInbound, isOne).concat(beside) : [] };
}

/**
 * The parts of a text that are tables of different delimiters, each with a header that names the status; else the text as a whole.
 * @param {string} text
 * @param {Plan} plan
 * @returns {{ text: string, plan: Plan, before: number }[]} before: how many lines stand before the part
 */
function partsOf(text, plan) {
  const whole = [{ text, plan, before: 0 }];
  const pieces = text.length > MOST_PARTED ? [] : text.split(BETWEEN);
  if (pieces.length < 2 || pieces.length > MOST_PARTS) return whole;
  /** @type {typeof whole} */
  const parts = [];
  let before = 0;
  for (const piece of pieces) {
    const own = detect(piece);
    const last = parts[parts.length - 1];
    if (last && (!own || own.score < NAMED || own.delimiter === last.plan.delimiter)) last.text += `\n\n${piece}`;
    else parts.push({ text: piece, plan: own ?? plan, before });
    before += piece.split("\n").length + 1;
  }
  return parts.length > 1 && parts.every((part) => part.plan.score >= NAMED) ? parts : whole;
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {Plan} found as detect() gave it
 * @returns {Work<Tables>}
 */
export function* read(text, catalogue, found) {
  // Excel's own hint about the delimiter is no row; its line end stays, so that lines count right.
  const hint = /^sep=.\n/.exec(text);
  const source = hint ? text.slice(hint[0].length - 1) : text;
  const parts = partsOf(source, (hint && detect(source)) || found);
  /** @type {Tables} */
  const made = { sections: [], notes: [] };
  for (const part of parts) {
    const cut = yield* rowsOf(part.text, part.plan);
    if (part.before) cut.lines = cut.lines.map((line) => line + part.before);
    made.notes.push(...cut.notes);
    const other = turned(cut, catalogue);
    const got = other ?? cut;
    const blocks = yield* blocksOf(got, other ? 0 : headerAt(got.rows, part.plan));
    const isOne = parts.length + blocks.length === 2;
    for (const block of blocks) {
      const { table, notes } = yield* tableOf(block, part.plan, catalogue, isOne);
      if (!isOne && !table.rows.length) continue;
      made.sections.push(table);
      made.notes.push(...notes);
    }
  }
  return made;
}
