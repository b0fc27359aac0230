/* What the readers hand over: a section is a table (columns, rows, the status of each row) or a text with finds. */

import * as Aggregates from "./aggregates.js";
import * as Fields from "./fields.js";
import { notesOn } from "./foreign.js";

/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {import("./types").TableSection} TableSection */

const MAX_COLUMNS = 300; // A field beyond that is more likely data used as keys than a field.

const SHOWN = 60;
const SHOWN_CANDIDATES = 20;
const MOST_COLUMNS = 600; // with those that hold an id or a time

/** @param {string} name */
function isNeeded(name) {
  const { id, time } = Fields.classify(name);
  return id > 0 || time > 0;
}

/**
 * The columns whose names say that they hold an id or a time, the surest first.
 * @param {string[]} columns
 * @param {"id" | "time"} key
 */
const byRank = (columns, key) =>
  columns
    .map((name, at) => ({ rank: Fields.classify(name)[key], at }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.at - b.at)
    .map(({ at }) => at);

/**
 * @param {string} format
 * @param {string[]} columns
 * @param {TableSection["rows"]} rows
 * @param {number[]} lines
 * @returns {TableSection}
 */
export function table(format, columns, rows, lines) {
  return {
    type: "table",
    inFax: Fields.context(columns).fax,
    format,
    columns,
    rows,
    lines,
    statusColumn: -1,
    statusAt: null,
    unsure: null,
    candidates: [],
    chosenBy: "",
    idColumns: byRank(columns, "id"),
    timeColumns: byRank(columns, "time"),
    counts: null,
    countColumn: -1,
  };
}

/**
 * The columns that are shown of a row: the first ones, and those that may hold the status wherever they stand.
 * @param {TableSection} section
 */
export function shownColumns({ columns, statusColumn, candidates }) {
  const shown = columns.slice(0, SHOWN).map((_, at) => at);
  for (const column of [statusColumn, ...candidates.slice(0, SHOWN_CANDIDATES).map((candidate) => candidate.column)])
    if (column >= 0 && !shown.includes(column)) shown.push(column);
  return shown;
}

/**
 * Collects records of differing fields into one table.
 * @param {string} format
 */
export function collector(format) {
  /** @type {string[]} */
  const columns = [];
  /** @type {Map<string, number>} */
  const index = new Map();
  /** @type {TableSection["rows"]} */
  const rows = [];
  /** @type {number[]} */
  const lines = [];
  /** @type {number[]} */
  const statusAt = [];
  /** @type {number[]} */
  const unsure = [];
  /** @type {number[]} */
  const counts = [];
  /** @type {Map<number, number>} */
  const uses = new Map();
  /** @type {Map<string, number>} */
  const foreign = new Map();
  /** @type {(string | undefined)[]} */
  const foreignAt = [];
  let inFax = false;

  let hasCounts = false;

  /**
   * @param {string} name
   * @param {boolean} needed
   */
  const columnOf = (name, needed) => {
    const known = index.get(name);
    if (known !== undefined || (columns.length >= MAX_COLUMNS && !needed)) return known;
    index.set(name, columns.length);
    return columns.push(name) - 1;
  };

  /** @param {FoundRecord} record */
  const add = (record) => {
    /** @type {TableSection["rows"][number]} */
    const row = [];
    record.fields.forEach(([name, value], i) => {
      const isStatus = i === record.index;
      const at = columnOf(name, isStatus || (columns.length < MOST_COLUMNS && isNeeded(name)));
      if (at === undefined) return;
      // Of two fields of one name the first counts, unless the second is the status.
      if (isStatus || row[at] === undefined) row[at] = value;
      if (isStatus) {
        statusAt.push(at);
        uses.set(at, (uses.get(at) ?? 0) + 1);
      }
    });
    inFax ||= record.fax === true;
    if (record.foreign) foreign.set(record.foreign, (foreign.get(record.foreign) ?? 0) + 1);
    if (record.index < 0) statusAt.push(-1);
    rows.push(row);
    lines.push(record.line);
    unsure.push(record.sure ? 0 : 1);
    foreignAt.push(record.foreign);
    counts.push(record.count ?? 1);
    hasCounts ||= record.count !== undefined;
  };

  const finish = () => {
    const result = table(format, columns, rows, lines);
    result.inFax ||= inFax;
    result.statusAt = statusAt;
    result.unsure = unsure;
    result.foreign = foreignAt;
    result.chosenBy = "name";
    if (hasCounts) {
      result.counts = counts;
      result.countColumn = columns.findIndex((name) => Aggregates.countKind(name));
    }
    let most = 0;
    for (const [at, n] of uses) {
      if (n > most) {
        most = n;
        result.statusColumn = at;
      }
    }
    result.candidates = columns
      .map((name, column) => ({ column, name, rank: Fields.classify(name).rank }))
      .filter((candidate) => candidate.rank > 0);
    return result;
  };

  return { size: () => rows.length, add, finish, notes: () => notesOn(foreign) };
}
