/* INSERT INTO faxes (id, status) VALUES (7, 3931), (8, 0): names once, then a bracket of values for each record. And what pg_dump
   writes: COPY faxes (id, status) FROM stdin; with a line for each. */

import { isGroup, parseGroup } from "../dump/parse.js";
import * as Tree from "../tree.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").FoundRecord} FoundRecord */

const INSERT = /\binsert\s+(?:ignore\s+)?into\s+[\w."`[\]]+\s*\(/i;
const MAX_COLUMNS = 300;
const COPY = /^COPY [\w."]+ (?=\([^()]*\) FROM stdin;\s*$)/;
const BETWEEN = /\)?\s*(?:(?:values|,)[\s,]*)?(?=\()/iy;

/** @param {import("../dump/parse.js").Group} group */
const texts = (group) => group.items.map(({ value }) => (isGroup(value) ? "" : value.text));

/**
 * @param {string[]} names
 * @param {string[]} values
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {string} around
 */
const recordsOf = (names, values, line, catalogue, around) =>
  Tree.fold(
    names.map((name, i) => [name, values[i] ?? ""]),
    [],
    line,
    catalogue,
    around,
  ).records;

/**
 * The records below a COPY, up to the line that ends them.
 * @param {string} text
 * @param {number} from
 * @param {number} end
 * @param {number} limit
 * @param {number} line
 * @param {Catalogue} catalogue
 */
export function copied(text, from, end, limit, line, catalogue) {
  const start = COPY.exec(text.slice(from, end));
  const names = start && parseGroup(text, from + start[0].length, end);
  if (!names) return null;
  const rows = text.slice(end + 1, limit).split(/^\\\./m, 1)[0];
  const columns = texts(names.group);
  const found = rows
    .split("\n")
    .filter(Boolean)
    .flatMap((row, i) => recordsOf(columns, row.split("\t"), line + 1 + i, catalogue, start[0]));
  return { found, stop: end + 1 + rows.length };
}

/**
 * The records of a statement that begins in a line, and where it ends; null where none begins there.
 * @param {string} text
 * @param {number} from
 * @param {number} end
 * @param {number} limit how far the statement may go on
 * @param {number} line
 * @param {Catalogue} catalogue
 */
export function records(text, from, end, limit, line, catalogue) {
  const start = INSERT.exec(text.slice(from, end));
  if (!start) return null;
  const names = parseGroup(text, from + start.index + start[0].length - 1, limit);
  if (!names) return null;
  const columns = texts(names.group)
    .slice(0, MAX_COLUMNS)
    .map((name) => name.replace(/["`[\]]/g, ""));
  /** @type {FoundRecord[]} */
  const found = [];
  let at = names.end;
  for (;;) {
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(text);
    const row = between && parseGroup(text, at + between[0].length, limit);
    if (!row) return { found, stop: at };
    at = row.end;
    const values = texts(row.group);
    found.push(...recordsOf(columns, values, line, catalogue, start[0]));
  }
}
