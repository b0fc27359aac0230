/* The engine: holds one opened log and answers messages about it. Every answer is a generator, so that whoever drives it
   (a Worker, or the page in slices) can show progress, cancel, and keep each step short. */

import * as Reader from "../../catalogue/catalogue.js";
import * as Catalogue from "./catalogue.js";
import * as Count from "./count.js";
import * as Decode from "./decode.js";
import * as Export from "./export.js";
import * as Sections from "./sections.js";
import * as Sniff from "./sniff.js";
import { CODES, summaryOf } from "./summary.js";
import * as Why from "./why.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").ColumnRequest} ColumnRequest */
/** @typedef {import("./types").ExportAnswer} ExportAnswer */
/** @typedef {import("./types").ExportRequest} ExportRequest */
/** @typedef {import("./types").Failure} Failure */
/** @typedef {import("./types").Filter} Filter */
/** @typedef {import("./types").Find} Find */
/** @typedef {import("./types").Mark} Mark */
/** @typedef {import("./types").NoText} NoText */
/** @typedef {import("./types").OpenRequest} OpenRequest */
/** @typedef {import("./types").Progress} Progress */
/** @typedef {import("./types").Request} Request */
/** @typedef {import("./types").Row} Row */
/** @typedef {import("./types").RowsAnswer} RowsAnswer */
/** @typedef {import("./types").RowsRequest} RowsRequest */
/** @typedef {import("./types").Session} Session */
/** @typedef {import("./types").Summary} Summary */
/** @typedef {import("./types").TextAnswer} TextAnswer */
/** @typedef {import("./types").TextRequest} TextRequest */
/** @typedef {import("./types").ToggleRequest} ToggleRequest */
/** @typedef {import("./types").Value} Value */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */
/**
 * An answer under way.
 * @template T
 * @typedef {Generator<Progress, T, void>} Answering
 */

export const PAGE = 200;
const MAX_PAGE = 1000;
const CELL = 500; // characters of a cell that are shown
const WINDOW = 20000; // characters of a text that are sent at a time, unless asked otherwise
const MAX_WINDOW = 100000;

/**
 * Runs a part of the work, whose own progress goes from 0 to 1, as the stretch `from` to `to` of the whole.
 * @template T
 * @param {string} name
 * @param {number} from
 * @param {number} to
 * @param {Work<T>} work
 * @returns {Answering<T>}
 */
function* stage(name, from, to, work) {
  let step = work.next();
  while (!step.done) {
    yield { stage: name, value: from + (to - from) * Math.max(0, Math.min(1, step.value || 0)) };
    step = work.next();
  }
  return step.value;
}

/** @param {Value | undefined} value */
function clip(value) {
  const text = String(value ?? "");
  return text.length > CELL ? text.slice(0, CELL) + "…" : text;
}

/**
 * @param {Find} find
 * @param {Filter["state"]} state
 */
function isInState(find, state) {
  switch (state) {
    case "maybe":
      return !find.on && !find.sure && !find.passed;
    case "out":
      return !find.on && find.sure;
    case "passed":
      return !find.on && find.passed;
    case "all":
      return !find.passed || find.on;
    default:
      return find.on && find.latest;
  }
}

/**
 * @param {import("../../catalogue/types").PackedCatalogue} data
 * @param {(files: string[]) => void} [load] loads files of the catalogue's texts at once
 */
export function create(data, load) {
  const catalogue = Catalogue.make(Reader.open(data, load));
  /** @type {Session | null} */
  let session = null;

  const need = () => {
    if (!session) throw new Error("Nothing is open.");
    return session;
  };

  /**
   * What was open stays open until the new log is read to its end: a cancel or an unreadable file loses nothing.
   * @param {OpenRequest} request
   * @returns {Answering<Summary | Failure>}
   */
  function* open(request) {
    const { text, bytes, name } = request;
    const raw = typeof text === "string" ? Decode.fromText(text) : Decode.decode(bytes ?? new Uint8Array());
    const decoded = yield* stage("decode", 0, 0.05, raw);
    if ("error" in decoded) return { error: decoded.error };
    const read = yield* stage("read", 0.05, 0.85, Sniff.readAny(decoded.text, catalogue, 0));
    /** @type {Session} */
    const log = {
      catalogue,
      name: name || "",
      encoding: decoded.encoding,
      format: read.format,
      sections: read.sections,
      notes: decoded.notes.concat(read.notes),
      finds: [],
      result: { total: 0, outcomes: {}, byCode: [], byCategory: [], steps: {}, repeated: 0, maybe: 0, takenOut: 0 },
      rows: Count.noRows(),
    };
    yield* collect(log, 0.85);
    const summary = summaryOf(log);
    session = log;
    return summary;
  }

  /**
   * @param {Session} log
   * @param {number} from
   * @returns {Answering<void>}
   */
  function* collect(log, from) {
    const found = yield* stage("find", from, 0.93, Count.findsOf(log.sections, catalogue));
    log.finds = found.finds;
    log.rows = found.rows;
    yield* recount(log, 0.93);
  }

  /**
   * @param {Session} log
   * @param {number} from
   * @returns {Answering<void>}
   */
  function* recount(log, from) {
    log.result = yield* stage("count", from, 1, Count.count(log.finds, catalogue));
  }

  /**
   * Whether a find passes a filter.
   * @param {Filter | null | undefined} filter
   * @returns {(find: Find) => boolean}
   */
  const keeper = (filter) => {
    const { state, code, outcome, category, step } = filter ?? {};
    return (find) =>
      isInState(find, state) &&
      (code === undefined || code === null || find.code === code) &&
      (!outcome || Count.outcomeOf(find.code, catalogue) === outcome) &&
      (!category || catalogue.explain(find.code).category === category) &&
      (!step || catalogue.explain(find.code).step === step);
  };

  /**
   * @param {Session} log
   * @param {number} at
   * @returns {Row}
   */
  const show = (log, at) => {
    const find = log.finds[at];
    const section = log.sections[find.section];
    const entry = catalogue.explain(find.code);
    const row = {
      find: at,
      section: find.section,
      row: find.row,
      line: find.line,
      code: find.code,
      id: clip(find.id),
      sure: find.sure,
      on: find.on,
      latest: find.latest,
      count: find.count,
      outcome: Count.outcomeOf(find.code, catalogue),
      label: entry.label,
      category: entry.category || "",
      link: entry.link || "",
      why: Why.reason(section, find),
    };
    if (section.type === "text") {
      const text = Export.lineText(section, find);
      const start = section.text.indexOf(text, Math.max(0, find.offset - text.length));
      return { ...row, text, mark: { offset: find.offset - start, length: find.length }, offset: find.offset };
    }
    const cells = section.rows[find.row];
    const shown = Sections.shownColumns(section);
    return { ...row, column: shown.indexOf(find.column), cells: shown.map((column) => clip(cells[column])) };
  };

  /**
   * A row of a table whose status is no number.
   * @param {Session} log
   * @param {{ section: number, row: number }} place
   * @returns {import("./types").UnreadRow}
   */
  const showUnread = (log, { section: at, row }) => {
    const section = /** @type {import("./types").TableSection} */ (log.sections[at]);
    const shown = Sections.shownColumns(section);
    return { section: at, line: section.lines[row], cells: shown.map((column) => clip(section.rows[row][column])) };
  };

  /**
   * One page of finds; the page never holds them all.
   * @param {RowsRequest} request
   * @returns {Answering<RowsAnswer>}
   */
  function* rows(request) {
    const log = need();
    const keep = keeper(request.filter);
    const from = Math.max(0, request.from || 0);
    const size = Math.min(MAX_PAGE, request.size || PAGE);
    const out = [];
    let matched = 0;
    for (let i = 0; i < log.finds.length; i++) {
      if (keep(log.finds[i])) {
        if (matched >= from && out.length < size) out.push(show(log, i));
        matched++;
      }
      if (i % 5000 === 4999) yield { stage: "rows", value: i / log.finds.length };
    }
    const isPassed = request.filter?.state === "passed" && from === 0;
    return { rows: out, from, total: matched, unread: isPassed ? log.rows.unread.map((place) => showUnread(log, place)) : [] };
  }

  /**
   * @param {import("./types").CodesRequest} request
   * @returns {Answering<import("./types").Answers["codes"]>}
   */
  // eslint-disable-next-line require-yield -- every answer is a generator
  function* codes({ from }) {
    return { codes: need().result.byCode.slice(from, from + CODES) };
  }

  /**
   * A window of the text of a section with its marks, for pasted text.
   * @param {TextRequest} request
   * @returns {Answering<TextAnswer | NoText>}
   */
  function* textWindow(request) {
    const log = need();
    const section = log.sections[request.section];
    if (section?.type !== "text") return { lines: [], from: 0, more: false };
    const start = Math.max(0, request.offset || 0);
    const end = Math.min(section.text.length, start + Math.min(request.length || WINDOW, MAX_WINDOW));
    /** @type {Mark[]} */
    const marks = [];
    for (let i = 0; i < log.finds.length; i++) {
      const { section: its, offset, length, code, on, sure, passed } = log.finds[i];
      if ((on || !passed) && its === request.section && offset >= start && offset < end)
        marks.push({ find: i, offset: offset - start, length, code, on, sure });
      if (i % 20000 === 19999) yield { stage: "text", value: i / log.finds.length };
    }
    return {
      offset: start,
      text: section.text.slice(start, end),
      marks,
      more: end < section.text.length,
      length: section.text.length,
    };
  }

  /**
   * Takes finds in or out: by number, or all that pass a filter.
   * @param {ToggleRequest} request
   * @returns {Answering<Summary>}
   */
  function* toggle(request) {
    const log = need();
    const chosen = new Set(request.finds?.map((at) => log.finds[at]));
    const keep = request.filter ? keeper(request.filter) : () => false;
    // All are chosen before any is changed: a filter asks for the state they are in.
    for (const find of log.finds) if (keep(find)) chosen.add(find);
    for (const find of chosen) if (find) find.on = Boolean(request.on);
    yield* recount(log, 0);
    return summaryOf(log);
  }

  /**
   * The person chooses the status column of a table (-1: none).
   * @param {ColumnRequest} request
   * @returns {Answering<Summary>}
   */
  function* chooseColumn(request) {
    const log = need();
    const section = log.sections[request.section];
    const chosen = request.column;
    if (section?.type !== "table" || !Number.isInteger(chosen) || chosen < -1 || chosen >= section.columns.length)
      throw new Error("There is no such column.");
    section.statusColumn = chosen;
    section.statusAt = null;
    section.unsure = null;
    section.chosenBy = "person";
    if (chosen === section.countColumn) section.counts = null;
    log.notes = log.notes.filter(({ code }) => code !== "guessed-column" && code !== "no-status-column");
    yield* collect(log, 0);
    return summaryOf(log);
  }

  /**
   * @param {ExportRequest} request
   * @returns {Answering<ExportAnswer>}
   */
  function* take(request) {
    const log = need();
    if (request.what === "text") return { text: Export.text(log.result, catalogue, log.name) };
    if (request.what === "markdown") return { text: Export.markdown(log.result, catalogue, log.name) };
    const keep = request.filter ? keeper(request.filter) : null;
    const parts = yield* stage("export", 0, 1, Export.csv(log, keep, request));
    return { blob: new Blob(parts, { type: "text/csv;charset=utf-8" }) };
  }

  /** @returns {Answering<object>} */
  // eslint-disable-next-line require-yield -- every answer is a generator
  function* close() {
    session = null;
    return {};
  }

  /**
   * @param {Request} request
   * @returns {Answering<Answer>}
   */
  const handle = (request) => {
    switch (request.type) {
      case "open":
        return open(request);
      case "rows":
        return rows(request);
      case "codes":
        return codes(request);
      case "text":
        return textWindow(request);
      case "toggle":
        return toggle(request);
      case "column":
        return chooseColumn(request);
      case "export":
        return take(request);
      case "close":
        return close();
      default:
        throw new Error("Unknown message.");
    }
  };

  return { handle, session: () => session };
}
