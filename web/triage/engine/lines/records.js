/* A record inside a line: JSON, XML or form data, whatever stands before it. */

import * as Form from "../read-form.js";
import * as Json from "../read-json.js";
import * as Sections from "../sections.js";
import * as Status from "../status.js";
import * as Tree from "../tree.js";
import * as Xml from "../read-xml.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").FoundRecord} FoundRecord */
/** @typedef {import("../types").Note} Note */

const BLOCK_LIMIT = 64 * 1024; // A record may go on over the next lines, so far.
const MAX_FAILURES = 50; // With more broken JSON than that, it is looked for inside its line only.
const LONGEST_FORM = 20_000;
const QUERY = /(?:^|[\s?"'])([\w.\-[\]%+]+=[^&\s"']*(?:&[\w.\-[\]%]+=[^&\s"']*)+)/;

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

/**
 * Collects the records of a text.
 * @param {string} text
 * @param {Catalogue} catalogue
 */
export function recordReader(text, catalogue) {
  const records = Sections.collector("JSON lines");
  const counts = { json: 0, xml: 0, form: 0 };
  /** @type {number[]} */
  const brokenLines = [];

  /**
   * @param {keyof typeof counts} format
   * @param {FoundRecord[] | null} found
   * @param {number} stop
   */
  const take = (format, found, stop) => {
    if (!found?.length) return -1;
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
   * @param {string} here the line, from where it is read
   * @param {number} from
   * @param {number} number
   */
  const readXml = (here, from, number) => {
    const angle = here.indexOf("<");
    if (angle === -1) return -1;
    const open = from + angle;
    const name = /^<([A-Za-z_][\w:.-]*)(?=[\s/>])/.exec(text.slice(open, open + 100))?.[1];
    // <Status>3931</Status> alone is a label and its number.
    if (!name || Status.labelAlone(name)) return -1;
    const close = `</${name}>`;
    const block = text.slice(open, open + BLOCK_LIMIT);
    const at = block.indexOf(close);
    if (at === -1) return -1;
    const length = at + close.length;
    return take("xml", Xml.readFragment(block.slice(0, length), catalogue, number), open + length);
  };

  /**
   * @param {string} here
   * @param {number} from
   * @param {number} number
   */
  const readForm = (here, from, number) => {
    const query = here.length < LONGEST_FORM && here.includes("&") ? QUERY.exec(here) : null;
    return query ? take("form", Form.records(query[1], number, catalogue), from + query.index + query[0].length) : -1;
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
      const here = text.slice(from, end);
      const open = from + here.indexOf("{");
      if (open >= from && /^\{\s*["}]/.test(text.slice(open, open + 200))) {
        const json = jsonAt(open, end);
        if (json) return take("json", Tree.foldJson(json.value, "", number, catalogue, 0).records, json.stop);
        brokenLines.push(number);
      }
      const stop = readXml(here, from, number);
      return stop === -1 ? readForm(here, from, number) : stop;
    },

    /**
     * The records as a table, or null where there are none.
     * @param {number} lines how many lines hold anything
     */
    finish: (lines) => {
      if (!records.size()) return null;
      const { json, xml, form } = counts;
      const section = records.finish();
      const lead = Math.max(json, xml, form);
      if (lead === form) section.format = "Form data";
      if (lead === xml) section.format = "XML in lines";
      section.pure = lines === json + xml + form;
      return section;
    },

    /** @returns {Note[]} */
    notes: () => {
      if (!brokenLines.length) return [];
      const some = brokenLines.slice(0, 3);
      const more = brokenLines.length > 3 ? ` and ${brokenLines.length - 3} more` : "";
      const sentence = `The JSON is broken in line ${some.join(", ")}${more}; there the text itself was read.`;
      return [{ level: "warning", code: "json", line: some[0], sentence }];
    },
  };
}
