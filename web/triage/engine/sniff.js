/* Which format is it? Structure first; where it breaks, a sentence that names the line, and line by line. */

import { redrawn } from "./drawn.js";
import { isPrinted } from "./dump/detect.js";
import { withoutPrompts } from "./prompts.js";
import * as ReadForm from "./read-form.js";
import * as ReadGmail from "./read-gmail.js";
import * as ReadHtml from "./read-html.js";
import * as ReadJson from "./read-json.js";
import * as ReadLines from "./read-lines.js";
import * as ReadMail from "./read-mail.js";
import * as ReadRedis from "./read-redis.js";
import * as ReadSheet from "./read-sheet.js";
import * as ReadTable from "./read-table.js";
import * as ReadVertical from "./read-vertical.js";
import * as ReadXml from "./read-xml.js";
import * as Wiki from "./wiki.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Broken} Broken */
/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Parts} Parts */
/** @typedef {import("./types").Read} Read */
/** @typedef {import("./types").Section} Section */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const MAX_NESTING = 8; // e-mails inside e-mails
const FIELDS = /^#Fields:?[ \t]+/im; // before the header of a log of IIS or Zeek
const MAX_FORM = 65536; // characters

/**
 * Whether there is a status in it, or a column that a person may choose.
 * @param {Section[]} sections
 */
const pickable = (sections) =>
  sections.some((section) => (section.type === "text" ? section.finds.length : section.statusColumn >= 0 || section.candidates.length));

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Parts>}
 */
const lineByLine = (text, catalogue) => ReadLines.read(text, catalogue);

/**
 * Line by line where the structure of the text breaks (`error`), or where no fax was found by it.
 * @param {string} format
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {Broken["error"] | null} error
 * @returns {Work<Read>}
 */
function* instead(format, text, catalogue, error) {
  const got = yield* lineByLine(text, catalogue);
  const { sections } = got;
  let { notes } = got;
  if (error) {
    const { code, line } = error;
    const then = pickable(sections) ? "It was read line by line instead." : "Read line by line, it shows no status either.";
    notes = notes.filter((note) => note.code !== code);
    notes.unshift({ level: "warning", code, line, sentence: `${error.sentence} ${then}` });
  }
  if (looksInbound(text, sections)) {
    const sentence = "These look like records of received faxes; their messageStatus is not the status of a sent fax.";
    notes.push({ level: "info", code: "inbound", line: 0, sentence });
  }
  return { format: error ? formatOf(sections) : format, sections, notes };
}

/**
 * @param {string} text
 * @param {Section[]} sections
 */
const looksInbound = (text, sections) =>
  /\bmessageStatus\b/i.test(text.slice(0, 20000)) && !sections.some((section) => section.type === "table");

/**
 * Whether a first line is JSON, with more after it.
 * @param {string} text
 */
function isJsonLines(text) {
  const end = text.indexOf("\n");
  if (end === -1 || text[0] !== "{") return false;
  try {
    JSON.parse(text.slice(0, end));
    return text.slice(end).trim() !== "";
  } catch {
    return false;
  }
}

/** @param {string} text */
function isJson(text) {
  // [2026-11-24 …] begins a log line, not an array.
  return /^(?:\{\s*["}]|\[\s*(?:[{["\]]|-?\d+\s*[,\]]|null|true|false))/.test(text.slice(0, 400)) && !isJsonLines(text);
}

/** @param {string} text */
const isXml = (text) => /^<(?:\?xml|!DOCTYPE|!--|[A-Za-z_][\w:.-]*[\s/>])/.test(text);

/** @param {string} text */
const xmlFormat = (text) => (/<(?:[\w-]+:)?Envelope[\s>]/.test(text.slice(0, 4000)) ? "SOAP" : "XML");

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Read>}
 */
function* readJson(text, catalogue) {
  const got = yield* ReadJson.read(text, catalogue);
  if ("error" in got) return yield* instead("JSON", text, catalogue, got.error);
  if (got.sections.length) return { format: "JSON", ...got };
  /** @type {Parts} */
  const mails = { sections: [], notes: [] };
  for (const mail of ReadGmail.mailsOf(text)) {
    const { sections, notes } = yield* ReadMail.read(mail, catalogue, readAny, 1);
    mails.sections.push(...sections);
    mails.notes.push(...notes);
  }
  if (pickable(mails.sections)) return { format: "JSON", ...mails };
  return yield* instead("JSON", text, catalogue, null);
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Read>}
 */
function* readXml(text, catalogue) {
  if (ReadSheet.isSheet(text)) return { ...(yield* readAny(ReadSheet.toText(text), catalogue, MAX_NESTING)), format: "XML of Excel" };
  const got = yield* ReadXml.read(text, catalogue);
  if ("error" in got) return yield* instead("XML", text, catalogue, got.error);
  if (got.sections.length || got.notes.length) return { format: xmlFormat(text), ...got };
  return yield* instead("XML", text, catalogue, null);
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Read>}
 */
function* readHtml(text, catalogue) {
  const records = ReadHtml.records(text, catalogue);
  if (records) return { format: "HTML", ...records };
  return { format: "HTML", ...(yield* lineByLine(ReadHtml.toText(text), catalogue)) };
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {import("./types").Plan} plan
 * @returns {Work<Read>}
 */
function* readTable(text, catalogue, plan) {
  const { sections, notes } = yield* ReadTable.read(text, catalogue, plan);
  const [table] = sections;
  if (sections.length > 1 || table.statusColumn >= 0) return { format: table.format, sections, notes };
  // A table whose status nobody recognises: its numbers may still stand as text.
  const other = yield* lineByLine(text, catalogue);
  if (pickable(other.sections) && !(table.hasHeader && table.columns.length > 2 && !table.columns.some((name) => /\d{3}/.test(name))))
    return { format: formatOf(other.sections), ...other };
  if (table.candidates.length && !notes.some((note) => note.code === "inbound"))
    notes.push({ level: "info", code: "no-status-column", line: 0, sentence: "No column is clearly the status. Choose one." });
  return { format: table.format, sections, notes };
}

/**
 * Form data, however its lines are broken, as one line; or "".
 * @param {string} text
 */
function formLine(text) {
  if (text.length >= MAX_FORM) return "";
  const joined = ReadForm.joined(text);
  return !joined.includes("\n") && ReadForm.isForm(joined) ? joined : "";
}

/**
 * Reads a text of any format.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {number} depth how deep it stands in e-mails
 * @returns {Work<Read>}
 */
export function* readAny(text, catalogue, depth) {
  if (depth < MAX_NESTING && ReadMail.isMail(text)) return { format: "E-mail", ...(yield* ReadMail.read(text, catalogue, readAny, depth)) };
  const first = text.trimStart();
  if (isJson(first)) return yield* readJson(text, catalogue);
  if (first[0] === "<") {
    if (ReadHtml.isHtml(first)) return yield* readHtml(text, catalogue);
    if (isXml(first)) return yield* readXml(text, catalogue);
  }
  const form = formLine(text);
  if (form) return { format: "Form data", ...(yield* lineByLine(form, catalogue)) };
  const body = withoutPrompts(text);
  const records = ReadRedis.read(text, catalogue) ?? (yield* ReadVertical.read(body, catalogue));
  if (records) return { format: records.format, sections: [records], notes: [] };
  yield 0;
  const table = redrawn(Wiki.oneRowALine(body));
  const plan = table === body && isPrinted(body) ? null : ReadTable.detect(table);
  if (plan) return yield* readTable(table, catalogue, plan);
  const got = yield* lineByLine(text, catalogue);
  return { format: formatOf(got.sections), ...got };
}

/**
 * What a text is called that was read line by line.
 * @param {Section[]} sections
 */
function formatOf(sections) {
  const tables = sections.filter((section) => section.type === "table");
  if (!tables.length) return "Text";
  if (sections.length > 1) return "Mixed log";
  const [{ pure, format }] = tables;
  if (pure === false) return `Log with ${format}`;
  return format === "JSON lines" ? "NDJSON" : format;
}
