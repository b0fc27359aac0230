/* Which column of a table is the status: by its name, by its values, or both. */

import * as Aggregates from "./aggregates.js";
import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Candidate} Candidate */
/** @typedef {import("./types").Context} Context */
/** @typedef {import("./types").TableSection} TableSection */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */
/**
 * What the cells of a column are: not blank, with a number to read, with a code that is listed or negative, with a listed one that
 * is hardly anything else (and how many of these differ), with nothing but the number, with an integer and nothing else, and with what may be the status of a web request.
 * @typedef {{ filled: number, readable: number, listed: number, strong: number, exact: number, whole: number, distinct: number, httpOnly: number }} Stats
 */
/** @typedef {Candidate & Stats} Option */
/** @typedef {{ option: Option, by: TableSection["chosenBy"] }} Choice */

const SAMPLE = 1000; // rows, from all of the table
const SAMPLE_CELLS = 300_000; // of a table with many columns fewer rows are looked at
const SURE_ROWS = 3; // with codes that are hardly anything else, where no header names a column
const SURE_CODES = 2; // or so many different ones
const ELSE = /^fax$|tel|phone|durchwahl|ext|betrag|saldo|amount|balance|sum|preis|price|qty|menge|ort|zip|plz/i; // names of other numbers
const MOST = 0.6; // of the values of a column whose name does not say status must be codes
const ALIKE = 0.9; // of the values of an id are different, and of its steps go one way
const DENSE = 4; // Ids lie so close: their span is at most so many times their number.

/**
 * The rows that are looked at; an odd step keeps pace with no pattern of two, four or ten rows.
 * @param {string[][]} rows
 */
function sampleOf(rows) {
  const width = rows[0]?.length ?? 1;
  const step = Math.floor(rows.length / Math.min(SAMPLE, Math.ceil(SAMPLE_CELLS / width))) | 1;
  return Array.from({ length: Math.ceil(rows.length / step) }, (_, i) => i * step);
}

/**
 * Whether a column counts its rows, as an id does: (nearly) every value is another, and they ascend, descend or stand close
 * together. Statuses repeat; and 0 and what is below it is no id.
 * @param {string[][]} rows
 * @param {number} column
 */
function isCounter(rows, column) {
  const sample = sampleOf(rows);
  const values = sample
    .map((i) => Numbers.plain(rows[i][column] ?? "").trim())
    .filter((cell) => cell !== "")
    .map(Number);
  const distinct = new Set(values);
  if (values.length < 2 || distinct.size < values.length * ALIKE || !values.every((value) => value > 0)) return false;
  const steps = values.slice(1).map((value, i) => Math.sign(value - values[i]));
  const ascending = steps.filter((step) => step > 0).length;
  const isSorted = Math.max(ascending, steps.length - ascending) >= steps.length * ALIKE;
  const span = Math.max(...values) - Math.min(...values);
  return (steps.length > 1 && isSorted) || span < (rows.length / sample.length) * values.length * DENSE;
}

/**
 * @param {string[][]} rows
 * @param {number} column
 * @param {Catalogue} catalogue
 * @returns {Stats}
 */
function statsOf(rows, column, catalogue) {
  const stats = { filled: 0, readable: 0, listed: 0, strong: 0, exact: 0, whole: 0, distinct: 0, httpOnly: 0 };
  const codes = new Set();
  for (const i of sampleOf(rows)) {
    const cell = rows[i][column];
    if (cell === undefined || cell.trim() === "") continue;
    stats.filled++;
    const status = Numbers.cellStatus(cell, catalogue.isListed);
    if (!status) continue;
    const { code, exact } = status;
    stats.readable++;
    if (exact) stats.exact++;
    if (exact && !/[.,]\d/.test(cell)) stats.whole++;
    if (addCode(stats, code, catalogue.isListed(code))) codes.add(code);
  }
  stats.distinct = codes.size;
  return stats;
}

/**
 * Whether a code is one that few other numbers are.
 * @param {Stats} stats takes what the code is
 * @param {number} code
 * @param {boolean} listed
 */
function addCode(stats, code, listed) {
  const isRare = listed && (code >= 1000 || code < 0);
  if (listed || code < 0) stats.listed++;
  if (isRare) stats.strong++;
  if (!listed && code >= 100 && code <= 599) stats.httpOnly++;
  return isRare;
}

/** @param {Option} option */
const saysStatus = ({ rank }) => rank === 1 || rank === 2;

/** @param {Option} option */
const holdsCodes = ({ listed, filled }) => filled > 0 && listed / filled >= MOST;

/**
 * A column that is called status and holds numbers.
 * @param {Option[]} options
 * @param {Context} context
 */
function byName(options, context) {
  return options
    .filter((option) => {
      const { rank, readable, filled, httpOnly, strong } = option;
      if (!saysStatus(option) || !readable || readable < filled * 0.3) return false;
      if (rank === 1) return true;
      // Many things have a status of 0, 1 or 2.
      return !context.http && (context.fax || (strong > 0 && httpOnly < readable * 0.5));
    })
    .sort((a, b) => a.rank - b.rank || b.listed - a.listed || a.column - b.column)[0];
}

/**
 * A column called result, code and the like, most of whose values are codes.
 * @param {Option[]} options
 * @param {Context} context
 */
function byNameAndValues(options, context) {
  return options
    .filter((option) => option.rank >= 3 && holdsCodes(option) && (option.strong > 0 || (context.fax && option.rank === 3)))
    .sort((a, b) => a.rank - b.rank || b.strong - a.strong)[0];
}

/**
 * Whether a column without a name holds statuses: codes that are hardly anything else, or one beside an id or a telephone number.
 * @param {Option} option
 * @param {string[][]} rows
 */
function isSure({ strong, distinct, column }, rows) {
  if (strong >= SURE_ROWS || distinct >= SURE_CODES) return true;
  return rows[0].some((_, at) => at !== column && rows.every((row) => /^\+?\d{8,15}$/.test(row[at]?.trim() ?? "")));
}

/**
 * A column whose name says nothing and most of whose values are codes.
 * @param {Option[]} options
 * @param {string[][]} rows
 * @param {boolean} hasHeader
 */
function byValues(options, rows, hasHeader) {
  // Where rows are counted, each status stands in one.
  const isCounted = hasHeader && options.some(({ name }) => Aggregates.countKind(name) === "sure");
  return options
    .filter((option) => {
      if (hasHeader && Aggregates.countKind(option.name)) return false;
      if (options.length > 1 && !isCounted && isCounter(rows, option.column)) return false;
      if (hasHeader && Fields.words(option.name).some((word) => Fields.OTHER.has(word))) return false;
      if (hasHeader ? ELSE.test(option.name) : !isSure(option, rows)) return false;
      return option.rank === 0 && holdsCodes(option) && option.strong > 0 && option.whole >= option.readable * 0.9;
    })
    .sort((a, b) => b.strong / b.filled - a.strong / a.filled || a.column - b.column)[0];
}

/**
 * @param {Option[]} options
 * @param {string[][]} rows
 * @param {Context} context
 * @param {boolean} hasHeader
 * @returns {Choice | null}
 */
function choose(options, rows, context, hasHeader) {
  const named = byName(options, context);
  if (named) return { option: named, by: "name" };
  const perhaps = context.http ? undefined : byNameAndValues(options, context);
  if (perhaps) return { option: perhaps, by: "name and values" };
  // A status in words, or of something else, says what the rows are about: without a word of faxes, no number beside it is one.
  const wordy = options.find((option) => saysStatus(option) && option.filled > 0);
  const isOthers = wordy || (hasHeader && options.some(({ name }) => Fields.isOfAnother(name)));
  const mayGuess = !context.http && !context.inbound && (context.fax || !isOthers);
  const guess = mayGuess ? byValues(options, rows, hasHeader) : undefined;
  if (guess) return { option: guess, by: "values" };
  // A status in words and nothing else: the rows are faxes without a number.
  return wordy && context.fax ? { option: wordy, by: "name" } : null;
}

/**
 * Finds the status column of a table and the columns that a person may choose instead.
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {boolean} hasHeader
 * @param {Catalogue} catalogue
 * @returns {Work<void>}
 */
export function* chooseColumn(table, rows, hasHeader, catalogue) {
  const context = Fields.context(table.columns);
  /** @type {Option[]} */
  const options = [];
  for (const [column, name] of table.columns.entries()) {
    const rank = hasHeader ? Fields.classify(name).rank : 0;
    options.push({ column, name, rank, ...statsOf(rows, column, catalogue) });
    yield 0.75;
  }
  table.candidates = options.filter(({ readable, rank, listed }) => readable > 0 && (rank > 0 || listed > 0));
  const choice = choose(options, rows, context, hasHeader);
  if (!choice) return;
  table.statusColumn = choice.option.column;
  table.chosenBy = choice.by;
}
