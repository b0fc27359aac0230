/* Mixed input, line by line: records where a line (or block) holds JSON, XML, form data or a table; the text rule for the rest. */

import * as ReadHtml from "./read-html.js";
import * as ReadSheet from "./read-sheet.js";
import * as Table from "./read-table.js";
import { countReader } from "./lines/counts.js";
import { isHeaderLine } from "./lines/header.js";
import { proseReader } from "./lines/prose.js";
import { recordReader } from "./lines/records.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Parts} Parts */
/** @typedef {import("./types").Section} Section */
/** @typedef {import("./types").Tables} Tables */

/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const LINES_A_STEP = 100;
const RECORDS_A_STEP = 20; // A very long line holds many records: the thread is given back between them.
const EMBEDDED = /^\s*<(table|Workbook)\b/;
const EMBEDDED_LIMIT = 1024 * 1024; // characters
const LONGEST_HEADER = 1000;
const LONGEST_BLANK = 200;
const SHORTEST_REST = 40; // What is left of a line after its records is read as text if it is longer.

/**
 * @param {string} text
 * @param {string} wanted
 * @param {number} from
 */
function indexOrEnd(text, wanted, from) {
  const at = text.indexOf(wanted, from);
  return at === -1 ? text.length : at;
}

/**
 * How many lines end between two places.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function countLineEnds(text, from, to) {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} end
 */
const isBlank = (text, at, end) => end - at < LONGEST_BLANK && text.slice(at, end).trim() === "";

/**
 * A note on a part of a text, with the line as it counts in the whole.
 * @param {Note} note
 * @param {number} before how many lines stand before the part
 * @returns {Note}
 */
function moved(note, before) {
  if (!note.line) return note;
  const line = note.line + before;
  return { ...note, line, sentence: note.sentence.replace(`line ${note.line}`, `line ${line}`) };
}

/**
 * The table that begins at a line, down to the next blank one, or null where there is none.
 * @param {string} text
 * @param {number} at
 * @param {number} end where the line ends
 * @param {number} line its number
 * @param {Catalogue} catalogue
 * @returns {Work<Tables & { stop: number } | null>}
 */
function* tableAt(text, at, end, line, catalogue) {
  if (end - at >= LONGEST_HEADER) return null;
  const next = text.slice(end + 1, Math.min(indexOrEnd(text, "\n", end + 1), end + 2 * LONGEST_HEADER));
  if (!isHeaderLine(text.slice(at, end), next)) return null;
  const stop = indexOrEnd(text, "\n\n", at);
  const part = text.slice(at, stop);
  const plan = Table.detect(part);
  if (!plan || plan.headerRow !== 0) return null;
  const { sections, notes } = yield* Table.read(part, catalogue, plan);
  const [first] = sections;
  if (first.statusColumn < 0) return null;
  first.lines = first.lines.map((number) => number + line - 1);
  return { sections, notes: notes.map((note) => moved(note, line - 1)), stop };
}

/**
 * The HTML table or the sheet of Excel that begins at a line, read as a text of its own, or null.
 * @param {string} text
 * @param {number} at
 * @param {number} end where the line ends
 * @param {number} line its number
 * @param {Catalogue} catalogue
 * @param {Map<string, number>} closed where the last block of a name ended, so that none inside it is read once more
 * @returns {Work<Parts & { stop: number } | null>}
 */
function* embeddedAt(text, at, end, line, catalogue, closed) {
  const [, name] = EMBEDDED.exec(text.slice(at, Math.min(end, at + LONGEST_HEADER))) ?? [];
  if (!name || at < (closed.get(name) ?? 0)) return null;
  const close = text.indexOf(`</${name}>`, at);
  closed.set(name, close === -1 ? text.length : close);
  if (close === -1 || close - at > EMBEDDED_LIMIT) return null;
  const block = text.slice(at, close);
  const inner = name === "Workbook" ? ReadSheet.toText(block) : ReadHtml.toText(block);
  const { sections, notes } = yield* read(inner, catalogue);
  if (!sections.some((section) => section.type === "table")) return null;
  for (const section of sections) if (section.type === "table") section.lines = section.lines.map(() => line);
  return { sections, notes, stop: indexOrEnd(text, "\n", close) };
}

/**
 * Reads the records of a line. The answer is where they end, where the line with their end ends, and its number.
 * @param {string} text
 * @param {ReturnType<typeof recordReader>} records
 * @param {number} at
 * @param {number} lineEnd
 * @param {number} lineNumber
 * @returns {Work<{ from: number, end: number, line: number }>}
 */
function* recordsAt(text, records, at, lineEnd, lineNumber) {
  let from = at;
  let end = lineEnd;
  let line = lineNumber;
  for (let tried = 1; from < end; tried++) {
    if (tried % RECORDS_A_STEP === 0) yield from / text.length;
    const stop = records.next(from, end, line);
    if (stop === -1) break;
    if (stop > end) {
      line += countLineEnds(text, from, stop);
      end = indexOrEnd(text, "\n", stop);
    }
    from = stop;
  }
  return { from, end, line };
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Parts>}
 */
export function* read(text, catalogue) {
  const records = recordReader(text, catalogue);
  const prose = proseReader(text, catalogue);
  const counts = countReader(prose.section, catalogue);
  /** @type {Section[]} */
  const sections = [];
  /** @type {Note[]} */
  const notes = [];
  /** @type {Map<string, number>} */
  const closed = new Map();
  let line = 1;
  let filled = 0;
  let steps = 0;

  /**
   * One line that is not blank, with what goes on below it; the answer is where that ends.
   * @param {number} at
   * @param {number} lineEnd
   * @returns {Work<number>}
   */
  function* readLine(at, lineEnd) {
    const taken = yield* recordsAt(text, records, at, lineEnd, line);
    const { from, end } = taken;
    line = taken.line;
    if (from === at) {
      yield* prose.read(at, end, line);
      counts.read(at, text.slice(at, end), line);
      return end;
    }
    prose.passRecord();
    if (end - from > SHORTEST_REST && /\d/.test(text.slice(from, end))) yield* prose.read(from, end, line);
    return end;
  }

  for (let at = 0; at <= text.length;) {
    let end = indexOrEnd(text, "\n", at);
    if (isBlank(text, at, end)) {
      prose.endBlock();
    } else {
      filled++;
      prose.countLine();
      const table = (yield* embeddedAt(text, at, end, line, catalogue, closed)) ?? (yield* tableAt(text, at, end, line, catalogue));
      if (table) {
        sections.push(...table.sections);
        notes.push(...table.notes);
        line += countLineEnds(text, at, table.stop);
        at = table.stop;
        prose.passTable();
        continue;
      }
      end = yield* readLine(at, end);
    }
    at = end + 1;
    line++;
    if (++steps % LINES_A_STEP === 0) yield at / text.length;
  }

  counts.end();
  const made = records.finish(filled);
  if (made) {
    sections.unshift(made);
    notes.push(...records.notes());
  }
  if (prose.section.finds.length || !sections.length) sections.push(prose.section);
  return { sections, notes };
}
