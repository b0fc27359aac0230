/* A record inside a line: JSON, XML, form data or what a program printed, whatever stands before it. */

import * as Dump from "../dump/fold.js";
import * as Fields from "../fields.js";
import * as Form from "../read-form.js";
import * as Json from "../read-json.js";
import * as Pairs from "./pairs.js";
import * as Sql from "./sql.js";
import * as Sections from "../sections.js";
import * as Status from "../status.js";
import * as Tree from "../tree.js";
import * as Xml from "../read-xml.js";
import { parseGroup } from "../dump/parse.js";
import { isSource } from "../status/words.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").FoundRecord} FoundRecord */
/** @typedef {import("../types").Note} Note */

const BLOCK_LIMIT = 64 * 1024; // A record may go on over the next lines, so far.
const MAX_FAILURES = 50; // With more broken JSON than that, it is looked for inside its line only.
const WINDOW = 20_000; // A record begins within so many characters, or it is looked for in the next window.
const MAX_TRIES = 20; // brackets of a line that are looked at without a record in them
const OPENER = /[{[(]|<(?=[A-Za-z])/g;
const GOES_ON = /(?:,|[{[(](?:#\d+)?)\s*$/; // on the next line
const QUERY = /(?:^|[\s?"'])([\w.\-[\]%+]+=[^&\s"']{0,2000}(?:&[\w.\-[\]%+]*=[^&\s"']*)+)/;
// The name of a status and what parts it from its value; most lines of most logs hold none.
const TELLS =
  /(?:stat|code|result|rc|err|caus|reason|fail|fehl|outc|dispo|zust|etat|erg)[\w.]{0,24}["'`\]\\)]{0,3}(?:\s?[=:|]|\s?->|\s\.\s|[,;(<>{])|:[\w-]{0,20}stat\w{0,10}\s|\binsert\s+into\b/i;

/**
 * @param {string} text
 * @returns {{ value: unknown } | null}
 */
function parsed(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

const FORMATS = {
  json: "JSON lines",
  xml: "XML in lines",
  form: "Form data",
  dump: "Printed records",
  pairs: "Names and values",
};

/**
 * Whether a line may hold a record; most do not, and all that follows is costly.
 * @param {string} here
 */
const mayHold = (here) =>
  here.startsWith('{"') ||
  (TELLS.test(here) && (!isSource(here) || /\binsert\s+into\b/i.test(here))) ||
  GOES_ON.test(here.slice(-40)) ||
  /^\s*<[A-Za-z]/.test(here);

/**
 * Collects the records of a text.
 * @param {string} text
 * @param {Catalogue} catalogue
 */
export function recordReader(text, catalogue) {
  const records = Sections.collector("JSON lines");
  const counts = { json: 0, xml: 0, form: 0, dump: 0, pairs: 0 };
  /** @type {number[]} */
  const brokenLines = [];
  let failures = 0; // brackets and elements without an end

  /**
   * @param {keyof typeof counts} format
   * @param {FoundRecord[] | null} found
   * @param {number} stop
   * @param {string} [line] what is said around it: a record without an id of its own is about the fax that is named there
   */
  const take = (format, found, stop, line = "") => {
    if (!found?.length) return -1;
    const id = found.length === 1 && !found[0].fields.some(([name]) => Fields.classify(name).id) ? Status.idInLine(line) : "";
    if (id) found[0].fields.push(["transaction id", id]);
    found.forEach(records.add);
    counts[format]++;
    return stop;
  };

  /**
   * The JSON that begins at a brace, to the end of its line or over the next ones.
   * @param {number} open
   * @param {number} end
   */
  const jsonAt = (open, end) => {
    const line = parsed(text.slice(open, end));
    if (line) return { ...line, stop: end };
    const block = text.slice(open, brokenLines.length > MAX_FAILURES ? end : open + BLOCK_LIMIT);
    const length = Json.balancedEnd(block, 0, block.length + 1);
    const part = length === -1 ? null : parsed(block.slice(0, length));
    return part && { ...part, stop: open + length };
  };

  /**
   * The element that begins at a bracket.
   * @param {number} open
   * @param {number} end
   * @param {number} number
   */
  const readXml = (open, end, number) => {
    const name = /^<([A-Za-z_][\w:.-]*)(?=[\s/>])/.exec(text.slice(open, open + 100))?.[1];
    // <Status>3931</Status> alone is a label and its number.
    if (!name || Status.labelAlone(name)) return -1;
    const close = `</${name}>`;
    const block = text.slice(open, failures > MAX_FAILURES ? end : open + BLOCK_LIMIT);
    const at = block.indexOf(close);
    if (at === -1) {
      failures++;
      return -1;
    }
    const length = at + close.length;
    return take("xml", Xml.readFragment(block.slice(0, length), catalogue, number), open + length);
  };

  /**
   * What a program printed, from a bracket to the end of its line or over the next ones.
   * @param {number} open
   * @param {number} end
   */
  const dumpAt = (open, end) => {
    const inLine = parseGroup(text, open, end);
    if (inLine || failures > MAX_FAILURES || !GOES_ON.test(text.slice(Math.max(open, end - 40), end))) return inLine;
    const block = parseGroup(text, open, Math.min(text.length, open + BLOCK_LIMIT));
    if (!block) failures++;
    return block;
  };

  /**
   * The record that begins at a bracket: where it ends, or -1 where it holds none, and where to look on.
   * @param {number} open
   * @param {number} end
   * @param {number} number
   * @param {string} line
   */
  const readAt = (open, end, number, line) => {
    const isJson = /^\{\s*["}]/.test(text.slice(open, open + 200));
    const json = isJson ? jsonAt(open, end) : null;
    if (json) return { stop: take("json", Tree.foldJson(json.value, "", number, catalogue, 0).records, json.stop, line), next: json.stop };
    const xml = text[open] === "<" ? readXml(open, end, number) : -1;
    if (xml !== -1) return { stop: xml, next: xml };
    const dump = dumpAt(open, end);
    if (isJson && !dump) brokenLines.push(number);
    if (!dump) return { stop: -1, next: open + 1 };
    // interfax_fax_status{fax_id="7"} 3931, as Prometheus prints a gauge
    const gauge = /^ (-?\d+)(?:\.0+)?\s*$/.exec(text.slice(dump.end, end))?.[1];
    if (gauge && !Status.labelAlone(dump.group.name)) return { stop: -1, next: dump.end };
    if (gauge) dump.group.items.push({ key: dump.group.name, value: { text: gauge, quoted: false } });
    return { stop: take("dump", Dump.records(dump.group, number, catalogue, line), dump.end, line), next: dump.end };
  };

  /**
   * A statement of SQL that begins in a line.
   * @param {string} here
   * @param {number} from
   * @param {number} end
   * @param {number} number
   */
  const readStatement = (here, from, end, number) => {
    const limit = Math.min(text.length, from + BLOCK_LIMIT);
    const rows =
      Sql.records(text, from, from + here.length, limit, number, catalogue) ?? Sql.copied(text, from, end, limit, number, catalogue);
    return rows ? take("dump", rows.found, rows.stop) : -1;
  };

  /**
   * @param {string} here the line, from where it is read
   * @param {number} from
   * @param {number} number
   */
  const readForm = (here, from, number) => {
    const query = here.length < WINDOW && here.includes("&") ? QUERY.exec(here) : null;
    return query ? take("form", Form.records(query[1], number, catalogue), from + query.index + query[0].length, here) : -1;
  };

  return {
    counts,
    brokenLines,

    /**
     * Reads the next record of a line; the answer is where it ends, or -1 where there is none. Searches stay inside the line
     * (or a block of limited size), or a long log would be searched to its end for each line.
     * @param {number} from
     * @param {number} end
     * @param {number} number that of the line
     */
    next: (from, end, number) => {
      const here = text.slice(from, Math.min(end, from + WINDOW));
      if (!mayHold(here)) return -1;
      const pairs = () => take("pairs", Pairs.record(here, number, catalogue), end, here);
      if (here[0] !== "{") {
        const stop = readStatement(here, from, end, number);
        if (stop !== -1) return stop;
        if (Pairs.areInBrackets(here)) return pairs();
      }
      let at = from;
      for (let tried = 0; tried < MAX_TRIES; tried++) {
        OPENER.lastIndex = at - from;
        const open = OPENER.exec(here)?.index;
        if (open === undefined) break;
        const { stop, next } = readAt(from + open, end, number, here.slice(0, open));
        if (stop !== -1) return stop;
        if (next > end) break;
        at = next;
      }
      const stop = readForm(here, from, number);
      return stop === -1 ? pairs() : stop;
    },

    /**
     * The records as a table, or null where there are none.
     * @param {number} lines how many lines hold anything
     */
    finish: (lines) => {
      if (!records.size()) return null;
      const section = records.finish();
      const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
      const [lead] = /** @type {(keyof typeof counts)[]} */ (Object.keys(counts)).sort((a, b) => counts[b] - counts[a]);
      section.format = FORMATS[lead];
      section.pure = lines === total;
      return section;
    },

    /** @returns {Note[]} */
    notes: () => {
      if (!brokenLines.length) return records.notes();
      const some = brokenLines.slice(0, 3);
      const more = brokenLines.length > 3 ? ` and ${brokenLines.length - 3} more` : "";
      const sentence = `The JSON is broken in line ${some.join(", ")}${more}; there the text itself was read.`;
      return [{ level: "warning", code: "json", line: some[0], sentence }, ...records.notes()];
    },
  };
}
