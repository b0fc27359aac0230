/* What a person takes away: the rows as CSV, a summary as plain text or Markdown. */

import * as Count from "./count.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Counted} Counted */
/** @typedef {import("./types").CountedCode} CountedCode */
/** @typedef {import("./types").Find} Find */
/** @typedef {import("./types").Section} Section */
/** @typedef {import("./types").Session} Session */
/** @typedef {import("./types").TextSection} TextSection */
/** @typedef {import("./types").Value} Value */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const TEXT_COLUMNS = ["line", "text", "status", "TransactionID"];
const ADDED = ["outcome", "label", "category", "link", "next"];
const CONTROLS = /[\u0000-\u001f\u007f]/g;
const BEHIND_DELIMITER =
  /([;\t\n\r,])([ "\u00a0\u200b-\u200f\ufeff]*)(?=[=+@\-\uff1d\uff0b\uff0d\uff20])(?!-\d+(?:\.\d+)?(?:[;,\t\n\r "]|$))/g;
const PARTED = "\u200b"; // Behind an @ it keeps a ticket system from notifying people, which an entity would not.
const ROWS_A_PART = 500;
const MOST_CODES = 500; // in a summary, which is to fit into a ticket
const MOST_NAMED = 50; // codes of one thing to do
const LONGEST_LINE = 1000; // characters of a line that is exported whole
const SHOWN = 400; // characters on each side of a number in a longer one

/**
 * A spreadsheet runs what begins with = + - @ (also behind blanks, a tab or their full-width forms). A plain number is
 * no formula and stays a number. Behind a semicolon or tab it would be run where that is the spreadsheet's delimiter, also where
 * quotation marks stand between: they begin a cell there.
 * @param {Value | null | undefined} value
 */
export function safe(value) {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  let s = String(value);
  if (/^[+-]?\d+(?:\.\d+)?$/.test(s)) return s;
  if (/^[\s\u00a0\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/.test(s)) s = "'" + s;
  return s.replace(BEHIND_DELIMITER, "$1$2'");
}

/** @param {Value | undefined} value */
export function csvCell(value) {
  const s = safe(value);
  return /[",;\t\n\r]|^\s|\s$/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s;
}

/**
 * @param {number} code
 * @param {Catalogue} catalogue
 */
export function outcomeName(code, catalogue) {
  const key = Count.outcomeOf(code, catalogue);
  if (key === "unlisted") return catalogue.unlistedLabel;
  return catalogue.outcomes.find((outcome) => outcome.key === key)?.name ?? key;
}

/**
 * What stands in the added columns.
 * @param {number} code
 * @param {Catalogue} catalogue
 */
function explained(code, catalogue) {
  const entry = catalogue.explain(code);
  const category = catalogue.category(entry.category);
  return [outcomeName(code, catalogue), entry.label, category ? category.name : "", catalogue.site + (entry.link || ""), entry.step];
}

/**
 * How many faxes a line tells of is a column where any line does.
 * @param {TextSection} section
 */
const textColumns = ({ finds }) => (finds.some(({ count }) => count !== undefined) ? [...TEXT_COLUMNS, "faxes"] : TEXT_COLUMNS);

/**
 * The columns of the file, and for each section the places of its own columns among them.
 * @param {Section[]} sections
 */
function columnsOf(sections) {
  /** @type {string[]} */
  const columns = [];
  /** @type {Map<string, number>} */
  const index = new Map();
  // Columns of the same name in one table stay apart; the same name in another table is the same column.
  const places = sections.map((section) => {
    /** @type {Map<string, number>} */
    const seen = new Map();
    const names = section.type === "text" ? textColumns(section) : section.columns;
    return names.map((name) => {
      const n = (seen.get(name) ?? 0) + 1;
      seen.set(name, n);
      const key = `${name}\u0000${n}`;
      const at = index.get(key) ?? columns.push(name) - 1;
      index.set(key, at);
      return at;
    });
  });
  return { columns, places };
}

/** @param {string[]} columns */
function addedColumns(columns) {
  const taken = new Set(columns.map((column) => column.toLowerCase()));
  return ADDED.map((name) => (taken.has(name) ? `fax ${name}` : name));
}

/**
 * For each section, its finds that count by their rows.
 * @param {Session} session
 */
function findsByRow(session) {
  /** @type {Map<number, Find>[]} */
  const byRow = session.sections.map(() => new Map());
  for (const find of session.finds) if (find.on) byRow[find.section].set(find.row, find);
  return byRow;
}

/**
 * The cells of a row; null leaves it out.
 * @param {Section} section
 * @param {number} row
 * @param {Find | undefined} find
 */
function valuesOf(section, row, find) {
  if (section.type === "table") return section.rows[row];
  return find ? [find.line, lineText(section, find), find.code, find.id, find.count] : null;
}

/**
 * All rows of all sections, or those whose finds are kept, as the parts of a file.
 * @param {Session} session
 * @param {((find: Find) => boolean) | null} keep
 * @param {{ bom?: boolean }} [options]
 * @returns {Work<string[]>}
 */
export function* csv(session, keep, options) {
  const { catalogue, sections } = session;
  const { columns, places } = columnsOf(sections);
  const header = [...columns, ...addedColumns(columns)].map(csvCell).join(",");
  const parts = [`${options?.bom === false ? "" : "\ufeff"}${header}\r\n`];
  const byRow = findsByRow(session);

  /** @type {Map<number, string[]>} */
  const explanations = new Map();
  /** @param {number} code */
  const explain = (code) => {
    let cells = explanations.get(code);
    if (!cells) {
      cells = explained(code, catalogue).map(csvCell);
      explanations.set(code, cells);
    }
    return cells;
  };
  const unexplained = ADDED.map(() => "");

  /** @type {string[]} */
  let buffer = [];
  for (let s = 0; s < sections.length; s++) {
    const section = sections[s];
    const size = section.type === "text" ? section.finds.length : section.rows.length;
    for (let r = 0; r < size; r++) {
      const find = byRow[s].get(r);
      if (keep && !(find && keep(find))) continue;
      const values = valuesOf(section, r, find);
      if (!values) continue;
      /** @type {string[]} */
      const out = new Array(columns.length).fill("");
      for (let c = 0; c < values.length && c < places[s].length; c++) out[places[s][c]] = csvCell(values[c]);
      out.push(...(find ? explain(find.code) : unexplained));
      buffer.push(out.join(","));
      if (buffer.length === ROWS_A_PART) {
        parts.push(buffer.join("\r\n") + "\r\n");
        buffer = [];
        yield r / size;
      }
    }
  }
  if (buffer.length) parts.push(buffer.join("\r\n") + "\r\n");
  return parts;
}

/**
 * The line on which a find stands.
 * @param {TextSection} section
 * @param {Find} find
 */
export function lineText(section, find) {
  // No farther than that: a line that holds all finds would be walked along for each of them.
  const from = Math.max(0, find.offset - LONGEST_LINE);
  const to = Math.min(section.text.length, find.offset + LONGEST_LINE);
  const around = section.text.slice(from, to);
  const at = find.offset - from;
  let start = from + around.slice(0, at).lastIndexOf("\n") + 1;
  const length = around.slice(at).indexOf("\n");
  let end = length === -1 ? to : find.offset + length;
  // A line without end is cut around the number.
  if (end - start > LONGEST_LINE) {
    start = Math.max(start, find.offset - SHOWN);
    end = Math.min(end, find.offset + SHOWN);
  }
  return section.text.slice(start, end);
}

/**
 * What went out, what failed, what goes on, and what is not listed, each with its count.
 * @param {Counted} result
 * @param {Catalogue} catalogue
 */
function figures(result, catalogue) {
  const names = new Map(catalogue.outcomes.map((outcome) => [outcome.key, outcome.name]));
  names.set("unlisted", catalogue.unlistedLabel);
  const keys = [catalogue.ofSign("zero"), catalogue.ofSign("positive"), catalogue.ofSign("negative"), "unlisted"];
  return keys.map((key) => ({ name: names.get(key) ?? key, count: result.outcomes[key] }));
}

/** @param {number} n */
const faxes = (n) => n + (n === 1 ? " fax" : " faxes");

/** @param {number} n */
const earlier = (n) => `${n} earlier record${n === 1 ? "" : "s"} of the same faxes not counted`;

/**
 * @param {number} n how many codes are left out
 * @param {string} before
 */
const more = (n, before) => (n > 0 ? `${before}${n} more code${n === 1 ? "" : "s"}` : "");

/**
 * A line for each thing to do.
 * @param {Counted} result
 * @param {Catalogue} catalogue
 */
function todo(result, catalogue) {
  return catalogue.steps
    .filter(({ key }) => result.steps[key].count)
    .map(({ key, name }) => {
      const { count, codes } = result.steps[key];
      const named = codes.slice(0, MOST_NAMED).join(", ");
      return `${name}: ${faxes(count)} (${named}${more(codes.length - MOST_NAMED, ", and ")})`;
    });
}

/**
 * @param {Counted} result
 * @param {Catalogue} catalogue
 * @param {string} name
 */
export function text(result, catalogue, name) {
  const lines = ["Fax triage" + (name ? ": " + name.replace(CONTROLS, " ").replace(/@/g, `@${PARTED}`) : ""), faxes(result.total)];
  for (const figure of figures(result, catalogue)) lines.push(`  ${figure.name}: ${figure.count}`);
  if (result.repeated) lines.push(`  (${earlier(result.repeated)})`);
  if (result.byCategory.length) lines.push("", "By category");
  for (const category of result.byCategory) lines.push(`  ${category.count} x ${category.name}`);
  if (result.byCode.length) lines.push("", "By code");
  for (const { count, code, label, link } of result.byCode.slice(0, MOST_CODES))
    lines.push(`  ${count} x ${code} ${label}${link ? ` ${catalogue.site}${link}` : ""}`);
  const rest = more(result.byCode.length - MOST_CODES, "  and ");
  if (rest) lines.push(rest);
  const steps = todo(result, catalogue);
  if (steps.length) lines.push("", "What to do", ...steps.map((line) => `  ${line}`));
  return lines.join("\n") + "\n";
}

/**
 * A text in Markdown in which nothing of it is markup.
 * @param {string} value
 */
function md(value) {
  return String(value)
    .replace(CONTROLS, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replace(/^(\s*)([-=])/, "$1\\$2")
    .replace(/^(\s*\d+)\./, "$1\\.")
    .replace(/:\/\//g, ":&#47;&#47;")
    .replace(/\bwww\./gi, "www&#46;")
    .replace(/@/g, `@${PARTED}`);
}

/**
 * @param {CountedCode} counted
 * @param {Catalogue} catalogue
 */
function markdownRow(counted, catalogue) {
  const category = catalogue.category(counted.category);
  const url = catalogue.site + counted.link;
  const isSafe = counted.link && /^(?:https?:\/\/|\.{0,2}\/|[\w-])[^\s()<>|]*$/.test(url);
  const code = isSafe ? `[${counted.code}](${url})` : String(counted.code);
  const cells = [counted.count, code, md(outcomeName(counted.code, catalogue)), md(counted.label), md(category ? category.name : "")];
  return `| ${cells.join(" | ")} |`;
}

/**
 * @param {Counted} result
 * @param {Catalogue} catalogue
 * @param {string} name
 */
export function markdown(result, catalogue, name) {
  const counts = figures(result, catalogue).map((figure) => `${md(figure.name)} ${figure.count}`);
  const out = ["## Fax triage" + (name ? ": " + md(name) : ""), "", `**${faxes(result.total)}** — ${counts.join(", ")}`];
  if (result.repeated) out.push("", `${earlier(result.repeated)}.`);
  if (result.byCode.length) {
    out.push("", "| Faxes | Code | Outcome | Label | Category |", "|---:|---:|---|---|---|");
    for (const counted of result.byCode.slice(0, MOST_CODES)) out.push(markdownRow(counted, catalogue));
    const rest = more(result.byCode.length - MOST_CODES, "And ");
    if (rest) out.push("", `${rest}.`);
  }
  const steps = todo(result, catalogue);
  if (steps.length) out.push("", "**What to do**", "", ...steps.map((line) => `- ${line}`));
  return out.join("\n") + "\n";
}
