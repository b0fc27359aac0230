/* Lines of free text, and what one line tells of the next: a label, the transaction of a block, when it was completed. */

import * as Numbers from "../numbers.js";
import * as Status from "../status.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").TextFind} TextFind */
/** @typedef {import("../types").TextSection} TextSection */

const WINDOW = 4000;
const BLOCK = 30; // An id speaks for so many lines below it.
const COUNTER = /^\s*\[\d+\] (?=\S)/;
const LONG_NUMBER = /(?<![\w.+-])\d{6,20}(?![\w.-])/g;
const MAX_SEEN = 10_000;
const MAX_PASSED = 500; // numbers that are no status, for whoever asks why
const HEAD = 1024 * 1024; // characters that show what a text is about
const ABOUT_FAXES =
  /(?<![\w./-])[a-z]{0,10}(?<!shadow|equi|car|hali|sparkinter)fax|(?:transaction[\s_-]?id|[a-z]{0,6}csid|pages[\s_-]?(?:sent|submitted)|sendebericht|transmission report)/i; // not in a URL
const CAUSE = /^\s*(?:caused by|nested exception|root cause)\b/i; // the same failure once more
const ENCODED = /%(?:3[ad]|2[02367c]|5[bd])/gi;
const COMPLETED = /\bcomplet\w{0,10}[\s_-]{0,3}(?:time|date|at|on)?\s{0,20}["'>]{0,3}\s{0,3}[:=>]\s{0,20}["']?([^"'<]{6,40})/i;

/**
 * A line in plain signs, all in their places: without what R counts it by, and with the signs that a URL encodes.
 * @param {string} line
 */
const plainLine = (line) =>
  Numbers.plain(line)
    .replace(COUNTER, (counter) => " ".repeat(counter.length))
    .replace(ENCODED, (encoded) => `  ${decodeURIComponent(encoded)}`);

/**
 * Reads the free text in a text, line by line.
 * @param {string} text
 * @param {Catalogue} catalogue
 */
export function proseReader(text, catalogue) {
  const inFax = ABOUT_FAXES.test(text.slice(0, HEAD));
  const inProgram = /^\s*(?:#!|<\?php\b)/.test(text);
  /** @type {TextSection} */
  const section = { type: "text", inFax, format: "Text", text, finds: [], passed: [] };
  /** @type {Set<string>} */
  const seen = new Set();
  let labelAbove = "";
  // The id above, for the status that follows; how many lines ago it was; the status that still waits for an id below it.
  let blockId = "";
  let blockLines = 0;
  let blockTime = "";
  /** @type {TextFind | null} */
  let waiting = null;

  /**
   * Where the window that begins at `at` ends: an endless line is read in windows that break where no number can stand.
   * @param {number} at
   * @param {number} end
   */
  const windowEnd = (at, end) => {
    if (end - at <= WINDOW) return end;
    let cut = WINDOW - 1;
    while (cut > 0 && !/[>,;\s]/.test(text[at + cut])) cut--;
    return at + (cut > 0 ? cut + 1 : WINDOW);
  };

  /**
   * The transactions that a line speaks of, also where it only repeats the number of one that was named before.
   * @param {string} line
   */
  const idsOf = (line) => {
    const ids = Status.idsInLine(line);
    if (!ids.length && seen.size) {
      for (const { 0: id, index } of line.matchAll(LONG_NUMBER)) if (seen.has(id)) ids.push({ id, at: index });
    }
    if (seen.size < MAX_SEEN) for (const { id } of ids) seen.add(id);
    return ids;
  };

  /**
   * An id on a line without a status: that of the status before it, which has none, or of the one to come.
   * @param {string} id
   */
  const noteId = (id) => {
    if (waiting) {
      waiting.id = id;
      waiting = null;
      blockId = "";
    } else {
      blockId = id;
      blockLines = 0;
    }
  };

  /**
   * The transaction that a number is about, "" where its line tells none.
   * @param {ReturnType<typeof idsOf>} ids those of the line
   * @param {boolean} isOne whether they are one
   * @param {number} offset where the number stands in the line
   * @param {number} previous where the number before it stands
   */
  const transactionOf = (ids, isOne, offset, previous) => {
    if (!ids.length) return "";
    // "our fax 7 came back with⏎status 3931, while fax 8 has⏎status 0"
    if (blockId && blockLines < 2 && offset < ids[0].at) {
      const above = blockId;
      if (isOne) {
        blockId = ids[0].id;
        blockLines = 0;
      }
      return above;
    }
    return isOne ? ids[0].id : Status.idOf(ids, offset, previous);
  };

  /**
   * @param {TextFind} find
   * @param {boolean} isCause
   */
  const add = (find, isCause) => {
    if (isCause && section.finds.at(-1)?.code === find.code) return;
    section.finds.push(find);
    if (find.id || !find.sure) return;
    if (blockId && blockLines < BLOCK) {
      find.id = blockId;
      blockId = "";
    } else {
      waiting = find;
    }
  };

  /**
   * @param {number} at
   * @param {string} line
   * @param {number} number
   * @param {string} above
   */
  const readWindow = (at, line, number, above) => {
    const ids = idsOf(line);
    const isOne = new Set(ids.map(({ id }) => id)).size < 2;
    const { found, passed } = Status.findInLine(line, catalogue, above, { isOne, inFax, inProgram });
    const completed = COMPLETED.exec(line);
    if (completed) blockTime = completed[1].trim();
    if (ids.length && !found.length) noteId(ids[0].id);
    let previous = -1;
    const isCause = CAUSE.test(line);
    for (const { offset, ...rest } of found) {
      const id = transactionOf(ids, isOne, offset, previous);
      add({ ...rest, line: number, offset: at + offset, id, time: blockTime }, isCause);
      previous = offset;
    }
    for (const { offset, ...rest } of passed) {
      if (section.passed.length < MAX_PASSED) section.passed.push({ ...rest, line: number, offset: at + offset, id: "", time: "" });
    }
  };

  return {
    section,

    /**
     * @param {number} from
     * @param {number} end
     * @param {number} number that of the line
     * @returns {import("../types").Work<void>}
     */
    read: function* (from, end, number) {
      for (let at = from; at < end;) {
        const stop = windowEnd(at, end);
        const line = plainLine(text.slice(at, stop));
        readWindow(at, line, number, at === from ? labelAbove : "");
        if (end - from <= WINDOW && line.trim() !== "") labelAbove = Status.labelOfNext(line);
        at = stop;
        if (at < end) yield at / text.length;
      }
    },

    /** A line that holds anything. */
    countLine: () => blockLines++,

    /** A blank line ends a block. */
    endBlock: () => {
      waiting = null;
      blockTime = "";
    },

    /** A record ends a block, too; its ids are its own. */
    passRecord: () => {
      labelAbove = "";
      blockId = "";
      waiting = null;
    },

    passTable: () => {
      labelAbove = "";
    },
  };
}
