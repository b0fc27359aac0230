/* One file, several tables: a report of sent faxes and one of received faxes, each under a title and a header of its own. */

import * as Fields from "./fields.js";
import { isRule } from "./table-layout.js";
import { isHeader, isKnown, namesStatus } from "./table-names.js";
import { isFilled } from "./table-rows.js";

/** @typedef {import("./table-rows.js").Rows} Rows */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */
/**
 * The rows under one header. `inbound` says that their title calls them received faxes.
 * @typedef {{ header: string[] | null, inbound: boolean, rows: string[][], lines: number[] }} Block
 */

const LINES_OF_TITLE = 3;
const RECEIVED = /\b(?:received|inbound|incoming|inbox|empfang|eingang|eingehend|recus|entrant|recibid|ricevut|ontvangen)/i;
const SENT = /\b(?:sent|outbound|outgoing|outbox|gesendet|ausgang|versand|envoye|enviad|inviat|verzonden)/i;

/** @param {string[]} row */
const filled = (row) => row.filter((cell) => cell.trim() !== "");

/**
 * The lines of one cell right above a row.
 * @param {string[][]} rows
 * @param {number} at
 */
function titleAbove(rows, at) {
  const title = [];
  for (let i = at - 1; i >= Math.max(0, at - LINES_OF_TITLE); i--) {
    const cells = filled(rows[i]);
    if (cells.length !== 1 || !isHeader(cells)) break;
    title.push(cells[0]);
  }
  return title.join("\n");
}

/** @param {string} title */
function saysReceived(title) {
  const bare = title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return RECEIVED.test(bare) && !SENT.test(bare);
}

/**
 * Whether a row stands apart from those before it, above rows that hold more than names.
 * @param {Rows} all
 * @param {number} at
 */
function isApart({ rows, lines }, at) {
  const next = rows[at + 1] && isRule(rows[at + 1]) ? rows[at + 2] : rows[at + 1];
  if (!next || next.length < 2 || isHeader(next)) return false;
  return at === 0 || lines[at] - lines[at - 1] > 1 || titleAbove(rows, at) !== "";
}

/**
 * Whether names without anything that parts them from the rows before are those of a table: most are known, and one says
 * status or that it is the id. Most rows without a number are none; names of columns hold no figures and begin with a known one.
 * @param {string[]} names
 */
function areNames(names) {
  if (names.some((name) => /\d/.test(name)) || !isKnown(names[0])) return false;
  const known = names.filter(isKnown).length;
  if (known < 2 || known < names.length / 2) return false;
  return names.some((name) => namesStatus(name) || Fields.classify(name).id > 0) || Fields.context(names).inbound;
}

/**
 * Whether a row begins another table.
 * @param {Rows} all
 * @param {number} at
 */
function begins(all, at) {
  const row = all.rows[at];
  if (row.length < 2 || !isHeader(row)) return false;
  const names = filled(row);
  return names.length > 1 && ((isApart(all, at) && names.some(isKnown)) || areNames(names));
}

/**
 * The tables of a file. Of rows under the same header, printed anew on each page, there is one.
 * @param {Rows} all
 * @param {number} headerAt the row of the first header that says status, -1 where there is none
 * @returns {Work<Block[]>}
 */
export function* blocksOf(all, headerAt) {
  const { rows, lines } = all;
  if (headerAt < 0) return [{ header: null, inbound: false, rows, lines }];
  /** @type {Map<string, Block>} */
  const blocks = new Map();
  /** @type {Block | undefined} */
  let block;
  for (let i = 0; i < rows.length; i++) {
    if (i % 2000 === 1999) yield 0.7;
    if (i === headerAt || begins(all, i)) {
      const inbound = saysReceived(titleAbove(rows, i));
      const key = [inbound, ...rows[i]].join("\u0001");
      block = blocks.get(key) ?? { header: rows[i], inbound, rows: [], lines: [] };
      blocks.set(key, block);
    } else if (block && isFilled(rows[i])) {
      block.rows.push(rows[i]);
      block.lines.push(lines[i]);
    }
  }
  return Array.from(blocks.values());
}
