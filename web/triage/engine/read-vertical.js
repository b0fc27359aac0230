/* Records that are printed one field a line: MariaDB's \G, psql's \x, PowerShell's Format-List. */

import * as Fields from "./fields.js";
import * as Sections from "./sections.js";
import * as Tree from "./tree.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").TableSection} TableSection */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */
/** How a record begins, and the name and the value on a line. @typedef {{ begins: RegExp, field: RegExp }} Layout */

const SAMPLE = 16 * 1024; // characters
const LINES_A_STEP = 1000;
const LONGEST_NAME = 60;

/** @type {Layout[]} */
const MARKED = [
  { begins: /^\*{3,} \d+\. row \*{3,}$/, field: /^\s*([^:]{1,60}): ?(.*)$/ },
  { begins: /^[-─]\[ \S+ \d+ \][-─+┬]*$/, field: /^\s*([^|│]{1,60})[|│] ?(.*)$/ },
];

/** @type {Layout} */
const LISTED = { begins: /^\s*$/, field: /^([^:]{1,60}?)\s*: ?(.*)$/ };

/**
 * Whether the colons of all lines stand below each other, and the names say status and more.
 * @param {string[]} lines none of them blank
 */
function isList(lines) {
  const at = lines[0]?.indexOf(" : ");
  if (lines.length < 2 || at < 1 || at > LONGEST_NAME) return false;
  if (!lines.every((line) => line.indexOf(" : ") === at || (line.endsWith(" :") && line.length === at + 2))) return false;
  const meanings = lines.map((line) => Fields.classify(line.slice(0, at).trim()));
  return meanings.some(({ rank }) => rank === 1 || rank === 2) && meanings.filter(({ rank, id, time }) => rank || id || time).length > 1;
}

/** @param {string} text */
function layoutOf(text) {
  const sample = text.slice(0, SAMPLE);
  const lines = sample.split("\n").map((line) => line.trimEnd());
  if (sample.length < text.length) lines.pop();
  const marked = MARKED.find(({ begins }) => lines.some((line) => begins.test(line)));
  return marked ?? (isList(lines.filter((line) => line !== "")) ? LISTED : null);
}

/**
 * The records of a text, or null where it holds none that are printed so.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<TableSection | null>}
 */
export function* read(text, catalogue) {
  const layout = layoutOf(text);
  if (!layout) return null;
  const records = Sections.collector("Records");
  /** @type {Field[]} */
  let fields = [];
  let first = 0;
  let isOpen = layout === LISTED;
  const end = () => {
    for (const record of Tree.fold(fields, [], first, catalogue).records) records.add(record);
    fields = [];
  };
  for (const [at, line] of text.split("\n").entries()) {
    if (at % LINES_A_STEP === LINES_A_STEP - 1) yield 0.5;
    if (layout.begins.test(line.trimEnd())) {
      end();
      isOpen = true;
      continue;
    }
    const [, name, value] = (isOpen && layout.field.exec(line)) || [];
    if (!name) continue;
    if (!fields.length) first = at + 1;
    fields.push([name.trim(), value.trim()]);
  }
  end();
  return records.size() ? records.finish() : null;
}
