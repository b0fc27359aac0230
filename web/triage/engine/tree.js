/* Nested records (JSON and XML alike): which object is a fax, and which of its fields is the status. */

import * as Aggregates from "./aggregates.js";
import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Child} Child */
/** @typedef {import("./types").Context} Context */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").Folded} Folded */
/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {{ index: number, code: number | null, sure: boolean }} Pick */

const HISTORY = /attempt|histor|tries|retry|retries|event|call|update|change|log/i;
const PAIRS = /^[\w.%-]+=[^\s&]*(?:&[\w.%-]+=[^\s&]*)+$/;
const MAX_DEPTH = 60;
const MAX_LIST = 50; // values: a longer list is data, not a field
const MAX_FIELDS = 200; // of an object inside another: with more it is a table of its own

/**
 * Which field is the status, or null where none is.
 * @param {Field[]} fields
 * @param {Catalogue} catalogue
 * @param {Context} context
 * @returns {Pick | null}
 */
function pickStatus(fields, catalogue, context) {
  /** @type {Pick & { score: number } | null} */
  let best = null;
  let named = -1;
  for (const [index, [name, value]] of fields.entries()) {
    const { rank } = Fields.classify(name);
    if (rank < 1) continue;
    const status = Numbers.cellStatus(value, catalogue.isListed);
    if (!status) {
      if (rank <= 2 && named < 0) named = index;
      continue;
    }
    const verdict = judge(rank, status.code, catalogue, context);
    if (!verdict) continue;
    const score = (verdict === "sure" ? 0 : 10) + rank;
    if (!best || score < best.score) best = { index, code: status.code, sure: verdict === "sure", score };
  }
  if (best) return best;
  // A status in words ("Sent") belongs to a fax as well; it counts as one without a number.
  return named >= 0 && context.fax ? { index: named, code: null, sure: false } : null;
}

/**
 * Whether a number in a field whose name has this rank is a status.
 * @param {number} rank
 * @param {number} code
 * @param {Catalogue} catalogue
 * @param {Context} context
 * @returns {"sure" | "maybe" | ""}
 */
function judge(rank, code, catalogue, context) {
  const listed = catalogue.isListed(code);
  if (rank === 1) return "sure";
  if (context.http) return listed && rank === 2 ? "maybe" : "";
  if (rank === 2) return judgeStatus(code, listed, context);
  if (!listed) return code < 0 && context.fax ? "maybe" : "";
  if (context.fax || Math.abs(code) >= 1000) return "sure";
  return code < -1 && rank !== 4 ? "sure" : "maybe";
}

/**
 * The same for a field that says status and nothing of a fax: of a web request it would be 100 to 599.
 * @param {number} code
 * @param {boolean} listed
 * @param {Context} context
 */
function judgeStatus(code, listed, context) {
  const http = !listed && code >= 100 && code <= 599;
  if (!http || context.fax) return "sure";
  return context.identity ? "maybe" : "";
}

/**
 * What the children gave: the records in them, and the fields of those without any beside the object's own.
 * @param {Field[]} fields
 * @param {Child[]} children
 */
function gather(fields, children) {
  let all = fields;
  /** @type {FoundRecord[]} */
  const nested = [];
  let history = false;
  for (const child of children) {
    if (child.records.length) {
      for (const record of child.records) nested.push(record);
      if (child.repeated && HISTORY.test(child.name)) history = true;
    } else if (child.fields.length && child.fields.length < MAX_FIELDS) {
      if (all === fields) all = fields.slice();
      for (const [name, value] of child.fields) all.push([child.name ? `${child.name}.${name}` : name, value]);
    }
  }
  return { all, nested, history };
}

/**
 * One object with its own fields and what its children gave.
 * @param {Field[]} fields
 * @param {Child[]} children
 * @param {number} line
 * @param {Catalogue} catalogue
 * @returns {Folded}
 */
export function fold(fields, children, line, catalogue) {
  const { all, nested, history } = gather(fields, children);
  if (!all.length) return { records: nested, fields: [] };
  const context = Fields.context(all.map(([name]) => name));
  const pick = pickStatus(all, catalogue, context);
  if (pick) {
    const { index, code, sure } = pick;
    const count = children.length ? undefined : Aggregates.countBeside(all, index);
    const own = { fields: all, index, code, sure, line, identity: context.identity, count };
    if (!nested.length) return { records: [own], fields: [] };
    // A list of attempts belongs to its fax; an envelope's own status is that of the call.
    const isOwn = context.identity && (history || !nested.some((record) => record.identity));
    return { records: isOwn ? [own] : nested, fields: [] };
  }
  if (!nested.length) return { records: [], fields: all };
  if (nested.length > 1 && !(history && context.identity)) return { records: nested, fields: [] };
  const last = nested[nested.length - 1];
  if (!last.identity || nested.length === 1) describe(last, all, context);
  return { records: [last], fields: [] };
}

/**
 * Gives a record the fields of the object around it.
 * @param {FoundRecord} record
 * @param {Field[]} fields
 * @param {Context} context
 */
function describe(record, fields, context) {
  const have = new Set(record.fields.map(([name]) => name));
  for (const field of fields) if (!have.has(field[0])) record.fields.push(field);
  record.identity = record.identity || context.identity;
  record.count ??= Aggregates.countBeside(record.fields, record.index);
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A body that was logged as a string of JSON or as form data, or null.
 * @param {string} text
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {number} depth
 * @returns {Child | null}
 */
function foldString(text, name, line, catalogue, depth) {
  if (text.length > 10 && /^\s*[{[]/.test(text)) {
    const inner = parsed(text);
    return inner ? foldJson(inner, name, line, catalogue, depth) : null;
  }
  if (!PAIRS.test(text)) return null;
  return { name, repeated: false, ...fold(Array.from(new URLSearchParams(text)), [], line, catalogue) };
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {number} depth
 * @returns {Child}
 */
export function foldJson(value, name, line, catalogue, depth) {
  if (depth > MAX_DEPTH || value === null || typeof value !== "object") return { name, repeated: false, records: [], fields: [] };
  const counted = Aggregates.read(value, name, depth === 0, line, catalogue);
  if (counted) return { name, repeated: true, records: counted, fields: [] };
  if (Array.isArray(value)) {
    /** @type {FoundRecord[]} */
    const records = [];
    for (const item of value) for (const record of foldJson(item, "", line, catalogue, depth + 1).records) records.push(record);
    return { name, repeated: true, records, fields: [] };
  }
  return foldObject(value, name, line, catalogue, depth);
}

/**
 * @param {object} value
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {number} depth
 * @returns {Child}
 */
function foldObject(value, name, line, catalogue, depth) {
  /** @type {Field[]} */
  const fields = [];
  /** @type {Child[]} */
  const children = [];
  for (const [key, held] of Object.entries(value)) {
    if (held !== null && typeof held === "object") {
      children.push(foldJson(held, key, line, catalogue, depth + 1));
      if (isShortList(held)) fields.push([key, held.join(" ")]);
      continue;
    }
    const child = typeof held === "string" ? foldString(held, key, line, catalogue, depth + 1) : null;
    if (child) children.push(child);
    else fields.push([key, typeof held === "number" ? held : String(held ?? "")]);
  }
  return { name, repeated: false, ...fold(fields, children, line, catalogue) };
}

/**
 * @param {object} value
 * @returns {value is (string | number | boolean | null)[]}
 */
const isShortList = (value) =>
  Array.isArray(value) && value.length < MAX_LIST && value.every((item) => item === null || typeof item !== "object");
