/* Tables whose rows are no faxes: one fax a column, or a column for each status with the numbers of faxes. Both are turned. */

import * as Aggregates from "./aggregates.js";
import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";
import { isRule } from "./table-layout.js";
import { isHeader, isName, isTotal, isWhen, rankOf } from "./table-names.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./table-rows.js").Rows} Rows */

const MOST_FIELDS = 60; // of a fax
const MOST_DAYS = 5000;
const FEWEST_CODES = 3; // in a header
const PROCESS_CODES = 256; // Below that a number may be anything.

/** @param {string[][]} rows */
const areAlike = (rows) => rows.every((row) => row.length === rows[0].length);

/**
 * TransactionID,881,882 / Status,8021,0: the fields of a fax in the rows, and an id that tells one fax from another.
 * @param {Rows} all
 * @returns {Rows | null}
 */
function fromColumns({ rows, lines, notes }) {
  if (rows.length < 2 || rows[0].length < 3 || !areAlike(rows) || !rows.every(([name]) => isName(name))) return null;
  const status = rows.findIndex(([name]) => [1, 2].includes(rankOf(name)));
  const ids = rows.find(([name]) => Fields.classify(name.trim()).id > 0 || /^fax$/i.test(name.trim()));
  if (status < 0 || !ids || new Set(ids).size < ids.length || !rows[status].slice(1).every(Numbers.isExact)) return null;
  return { rows: rows[0].map((_, at) => rows.map((row) => row[at])), lines: rows[0].map(() => lines[status]), notes };
}

/**
 * The status that each column of a header counts, NaN where it is none; null where they are too few to be that.
 * @param {string[]} head
 * @param {Catalogue} catalogue
 */
function statusesIn(head, catalogue) {
  if (!isWhen(head[0])) return null;
  const codes = head.map((cell) => (Numbers.isExact(cell) ? Number(Numbers.plain(cell)) : NaN));
  const counted = codes.map((code) => (code < 0 || catalogue.isListed(code) ? code : NaN));
  const known = counted.filter((code) => !Number.isNaN(code));
  const isSure = known.length >= FEWEST_CODES && known.length >= head.length - 2;
  return isSure && known.some((code) => code < 0 || code >= PROCESS_CODES) ? counted : null;
}

/** @param {string} cell */
const isCountOrBlank = (cell) => cell.trim() === "" || Aggregates.saneCount(cell) >= 0;

/**
 * Day,8021,0,-22 / 2026-11-01,5,790,2: each number of faxes under its status.
 * @param {Rows} all
 * @param {Catalogue} catalogue
 * @returns {Rows | null}
 */
function fromPivot({ rows: [head, ...body], lines, notes }, catalogue) {
  const codes = statusesIn(head, catalogue);
  if (!codes || !areAlike([head, ...body]) || !body.every((row) => row.slice(1).every(isCountOrBlank))) return null;
  /** @type {Rows} */
  const made = { rows: [[head[0], "status", "number of faxes"]], lines: [lines[0]], notes };
  for (const [at, row] of body.entries()) {
    for (const [column, code] of codes.entries()) {
      if (Number.isNaN(code) || row[column].trim() === "" || isTotal(row[0])) continue;
      made.rows.push([row[0], String(code), row[column]]);
      made.lines.push(lines[at + 1]);
    }
  }
  return made;
}

/**
 * The rows with one fax in each, or one number of faxes, or null where they are so.
 * @param {Rows} all
 * @param {Catalogue} catalogue
 * @returns {Rows | null}
 */
export function turned({ rows, lines, notes }, catalogue) {
  if (!rows.length || rows.length > MOST_DAYS) return null;
  const drawn = [...rows.keys()].filter((at) => !isRule(rows[at]));
  const only = (/** @type {number[]} */ kept) => ({ rows: kept.map((at) => rows[at]), lines: kept.map((at) => lines[at]), notes });
  const pivot = drawn.length ? fromPivot(only(drawn), catalogue) : null;
  if (pivot || drawn.length > MOST_FIELDS) return pivot;
  // Field,Fax 1,Fax 2 above the rows says nothing of the faxes.
  const first = drawn.findIndex((at) => !isHeader(rows[at]));
  return (first > 0 ? fromColumns(only(drawn.slice(first))) : null) ?? fromColumns(only(drawn));
}
