/* One fax a transaction, then the counts, also by what to do. */

import * as Numbers from "./numbers.js";
import * as Time from "./time.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./catalogue.js").Entry} Entry */
/** @typedef {import("./types").Advice} Advice */
/** @typedef {import("./types").Counted} Counted */
/** @typedef {import("./types").CountedCategory} CountedCategory */
/** @typedef {import("./types").CountedCode} CountedCode */
/** @typedef {import("./types").Find} Find */
/** @typedef {import("./types").Rows} Rows */
/** @typedef {import("./types").Section} Section */
/** @typedef {import("./types").Some} Some */
/** @typedef {import("./types").TableSection} TableSection */
/** @typedef {import("./types").TextFind} TextFind */
/** @typedef {import("./types").TextSection} TextSection */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const LINES_NAMED = 3; // of rows that were not counted
const COMMON = new Set([0, 1, 256, 403]);
const LARGE = 1000; // Below that a number may be the status of anything.
const MAX_UNREAD = 200; // rows without a number that are kept for whoever wants to see them
const TIMES_ASKED = 20000; // so many times are enough to tell whether the day or the month comes first

/**
 * The first of these cells that is not blank.
 * @param {TableSection} section
 * @param {number} row
 * @param {number[]} columns
 */
function cell(section, row, columns) {
  const cells = section.rows[row];
  for (const column of columns) {
    const value = cells[column];
    if (value === undefined || value === null) continue;
    const text = String(value).trim();
    if (text !== "") return text;
  }
  return "";
}

/**
 * @param {TextFind} found
 * @param {number} section
 * @param {number} row
 * @returns {Find}
 */
const inText = (found, section, row) => ({
  section,
  row,
  line: found.line,
  column: -1,
  offset: found.offset,
  length: found.length,
  code: found.code,
  sure: found.sure,
  on: found.sure,
  id: found.id,
  time: found.time,
  latest: true,
  count: found.count ?? 1,
  why: found.why,
  passed: false,
});

/**
 * The status of a row, or null where it is no number.
 * @param {TableSection} table
 * @param {number} section
 * @param {number} row
 * @param {Catalogue} catalogue
 * @returns {Find | null}
 */
function inTable(table, section, row, catalogue) {
  const column = table.statusAt ? table.statusAt[row] : table.statusColumn;
  const status = Numbers.cellStatus(table.rows[row][column], catalogue.isListed);
  if (!status) return null;
  const sure = !table.unsure?.[row];
  return {
    section,
    row,
    line: table.lines[row],
    column,
    offset: -1,
    length: 0,
    code: status.code,
    sure,
    on: sure,
    id: cell(table, row, table.idColumns),
    time: cell(table, row, table.timeColumns),
    latest: true,
    why: "",
    passed: false,
    count: table.counts ? table.counts[row] : 1,
  };
}

/** @returns {Rows} */
export const noRows = () => ({ all: 0, inWords: { count: 0, lines: [] }, blank: { count: 0, lines: [] }, unread: [] });

/**
 * @param {Some} some
 * @param {number} line
 */
function note(some, line) {
  if (++some.count <= LINES_NAMED) some.lines.push(line);
}

/**
 * @param {TextSection} section
 * @param {number} s
 * @param {Find[]} finds
 * @returns {Work<void>}
 */
function* findsInText(section, s, finds) {
  for (const [row, found] of section.finds.entries()) {
    if (found.count !== 0) finds.push(inText(found, s, row));
    if (finds.length % 5000 === 0) yield 0;
  }
  for (const found of section.passed) finds.push({ ...inText(found, s, -1), passed: true });
}

/**
 * @param {TableSection} section
 * @param {number} s
 * @param {Find[]} finds
 * @param {Rows} rows
 * @param {Catalogue} catalogue
 * @returns {Work<void>}
 */
function* findsInTable(section, s, finds, rows, catalogue) {
  rows.all += section.rows.length;
  for (let row = 0; row < section.rows.length; row++) {
    const find = inTable(section, s, row, catalogue);
    if (find?.count === 0) continue;
    if (!find || find.count < 0) {
      const column = section.statusAt ? section.statusAt[row] : section.statusColumn;
      note(cell(section, row, [column]) ? rows.inWords : rows.blank, section.lines[row]);
      if (rows.unread.length < MAX_UNREAD) rows.unread.push({ section: s, row });
      continue;
    }
    finds.push(find);
    if (finds.length % 2000 === 0) yield 0;
  }
}

/**
 * Every status in the sections, and which rows of tables have none that is a number.
 * @param {Section[]} sections
 * @param {Catalogue} catalogue
 * @returns {Work<{ finds: Find[], rows: Rows }>}
 */
export function* findsOf(sections, catalogue) {
  /** @type {Find[]} */
  const finds = [];
  const rows = noRows();
  for (const [s, section] of sections.entries()) {
    if (section.type === "text") yield* findsInText(section, s, finds);
    else if (section.statusColumn >= 0) yield* findsInTable(section, s, finds, rows, catalogue);
  }
  doubtCommon(finds, sections);
  return { finds, rows };
}

/**
 * 0, 1, 256 and 403 are statuses of many things: they count where a fax is named, or beside a number that few other things have.
 * @param {Find[]} finds
 * @param {Section[]} sections
 */
function doubtCommon(finds, sections) {
  if (finds.some(({ on, code }) => on && (code < 0 || code >= LARGE))) return;
  for (const find of finds) {
    const section = sections[find.section];
    const isChosen = section.type === "table" && section.chosenBy === "person";
    if (COMMON.has(find.code) && !section.inFax && !isChosen) {
      find.on = find.sure = false;
      find.why = "common";
    }
  }
}

/**
 * Whether a find is later than another of the same fax. A time beats none (only a completed fax has one). Without times, or at the
 * same one, what is in process comes before what has ended; else the order in the file decides.
 * @param {Find} find
 * @param {number} time
 * @param {Find} best
 * @param {number} bestTime
 */
function isLater(find, time, best, bestTime) {
  if (Number.isNaN(time) !== Number.isNaN(bestTime)) return Number.isNaN(bestTime);
  if (time !== bestTime && !Number.isNaN(time)) return time > bestTime;
  return find.code >= 0 || best.code < 0;
}

/**
 * @param {Find[]} group
 * @param {boolean} monthFirst
 */
function keepLatest(group, monthFirst) {
  let best = group[0];
  let bestTime = NaN;
  for (const find of group) {
    const time = Time.parse(find.time, monthFirst);
    find.latest = false;
    if (isLater(find, time, best, bestTime)) {
      best = find;
      bestTime = time;
    }
  }
  best.latest = true;
}

/**
 * The same transaction twice is one fax with its latest status. Returns how many records are repeats.
 * @param {Find[]} finds
 * @returns {Work<number>}
 */
function* markLatest(finds) {
  // Nearly every group is one find: an array for each would cost more than all the rest.
  /** @type {Map<string, Find | Find[]>} */
  const groups = new Map();
  for (let i = 0; i < finds.length; i++) {
    const find = finds[i];
    find.latest = true;
    if (!find.on || !find.id) continue;
    const have = groups.get(find.id);
    if (have === undefined) groups.set(find.id, find);
    else if (Array.isArray(have)) have.push(find);
    else groups.set(find.id, [have, find]);
    if (i % 5000 === 4999) yield 0;
  }
  let repeated = 0;
  /** @type {boolean | null} */
  let monthFirst = null;
  for (const group of groups.values()) {
    if (!Array.isArray(group)) continue;
    monthFirst ??= Time.monthFirst(finds.slice(0, TIMES_ASKED).map((find) => find.time || ""));
    keepLatest(group, monthFirst);
    repeated += group.length - 1;
  }
  return repeated;
}

/**
 * @param {number} code
 * @param {Catalogue} catalogue
 */
export function outcomeOf(code, catalogue) {
  if (!catalogue.isListed(code) && code > 0) return "unlisted";
  return catalogue.explain(code).outcome;
}

/**
 * @param {number} code
 * @param {number} n
 * @param {Catalogue} catalogue
 * @returns {CountedCode}
 */
function countedCode(code, n, catalogue) {
  const entry = catalogue.explain(code);
  const category = entry.category || "";
  return {
    code,
    count: n,
    listed: catalogue.isListed(code),
    outcome: outcomeOf(code, catalogue),
    label: entry.label,
    category,
    link: entry.link || "",
    step: entry.step,
    todo: entry.todo,
  };
}

/**
 * @param {string} key
 * @param {Catalogue} catalogue
 * @returns {CountedCategory}
 */
function noneOf(key, catalogue) {
  const category = catalogue.category(key);
  return { key, name: category ? category.name : catalogue.unlistedLabel, count: 0, link: category?.link || "", outcomes: {} };
}

/**
 * How many faxes count under each code, and how many finds are offered and were taken out by hand.
 * @param {Find[]} finds
 * @returns {Work<{ codes: Map<number, number>, total: number, maybe: number, takenOut: number }>}
 */
function* tally(finds) {
  /** @type {Map<number, number>} */
  const codes = new Map();
  let total = 0;
  let maybe = 0;
  let takenOut = 0;
  for (let i = 0; i < finds.length; i++) {
    const find = finds[i];
    if (!find.on) {
      if (find.sure) takenOut++;
      else if (!find.passed) maybe++;
      continue;
    }
    if (!find.latest) continue;
    total += find.count;
    codes.set(find.code, (codes.get(find.code) ?? 0) + find.count);
    if (i % 10000 === 9999) yield 0;
  }
  return { codes, total, maybe, takenOut };
}

/**
 * @param {Find[]} finds
 * @param {Catalogue} catalogue
 * @returns {Work<Counted>}
 */
export function* count(finds, catalogue) {
  const repeated = yield* markLatest(finds);
  const { codes, total, maybe, takenOut } = yield* tally(finds);

  /** @type {Counted["outcomes"]} */
  const outcomes = { unlisted: 0 };
  for (const outcome of catalogue.outcomes) outcomes[outcome.key] = 0;
  /** @type {Counted["steps"]} */
  const steps = {};
  for (const { key } of catalogue.steps) steps[key] = { count: 0, codes: [] };
  /** @type {Map<string, CountedCategory>} */
  const categories = new Map();

  const byCode = Array.from(codes, ([code, n]) => countedCode(code, n, catalogue));
  for (const counted of byCode) {
    outcomes[counted.outcome] += counted.count;
    const category = categories.get(counted.category) ?? noneOf(counted.category, catalogue);
    categories.set(category.key, category);
    category.count += counted.count;
    category.outcomes[counted.outcome] = (category.outcomes[counted.outcome] ?? 0) + counted.count;
    steps[counted.step].count += counted.count;
    steps[counted.step].codes.push(counted.code);
  }
  byCode.sort((a, b) => b.count - a.count || a.code - b.code);
  const byCategory = Array.from(categories.values()).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return { total, outcomes, byCode, byCategory, steps, repeated, maybe, takenOut };
}
