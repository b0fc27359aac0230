/* Nested records (JSON and XML alike): which object is a fax, and which of its fields is the status. */

import * as Aggregates from "./aggregates.js";
import * as Fields from "./fields.js";
import * as Foreign from "./foreign.js";
import * as Numbers from "./numbers.js";
import { reshaped } from "./json-shapes.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Child} Child */
/** @typedef {import("./types").Context} Context */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").Folded} Folded */
/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {{ index: number, code: number | null, sure: boolean }} Pick */

const HISTORY = /attempt|histor|tries|retry|retries|event|call|update|change|log/i;
const PAIRS = /^[\w.%-]+=[^\s&]*(?:&[\w.%-]+=[^\s&]*)+$/;
const INDEXED = /^[A-Za-z_-]*[.[_-]?(\d+)\]?[.[_-]+(.+?)\]?$/s;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SHORTEST_BASE64 = 24;
const MAX_DEPTH = 60;
const LARGE = 1000; // Below that a number may be the status of anything.
const COMMON = new Set([1, 256, 403]); // statuses of many things
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
  if (context.web) return null;
  for (const [index, [name, value]] of fields.entries()) {
    const { rank } = Fields.classify(name);
    if (rank < 1) continue;
    const status = Numbers.cellStatus(value, catalogue.isListed);
    if (!status) {
      if (rank <= 2 && named < 0) named = index;
      continue;
    }
    const verdict = judge(name, rank, status.code, catalogue, context);
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
 * @param {string} name
 * @param {number} rank
 * @param {number} code
 * @param {Catalogue} catalogue
 * @param {Context} context
 * @returns {"sure" | "maybe" | ""}
 */
function judge(name, rank, code, catalogue, context) {
  const listed = catalogue.isListed(code);
  if (rank === 1) return "sure";
  if (context.http) return listed && rank === 2 ? "maybe" : "";
  if (rank === 2) return judgeStatus(code, listed, context);
  if (!listed) return code < 0 && context.fax ? "maybe" : "";
  return judgePerhaps(name, rank, code, context);
}

/**
 * The same for a listed code in a field that says status only perhaps.
 * @param {string} name
 * @param {number} rank
 * @param {number} code
 * @param {Context} context
 */
function judgePerhaps(name, rank, code, context) {
  // "equifaxStatus": 1
  if (COMMON.has(code) && (rank === 4 || Fields.words(name).some((word) => Fields.STATUS.has(word)))) return "maybe";
  if (context.fax || Math.abs(code) >= LARGE) return "sure";
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
  if (listed && COMMON.has(code) && !context.fax) return "maybe";
  if (context.fax || listed || code < 0 || code >= LARGE) return "sure";
  return http && !context.identity ? "" : "maybe";
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
 * The fields of several records that differ by the numbers in their names, faxes[0][status]=3931, or null.
 * @param {Field[]} fields
 */
function byIndex(fields) {
  if (!INDEXED.test(fields[0]?.[0] ?? "")) return null;
  /** @type {Map<string, Field[]>} */
  const groups = new Map();
  for (const [name, value] of fields) {
    const [, index, rest] = INDEXED.exec(name) ?? ["", "", name];
    const group = groups.get(index);
    if (group) group.push([rest, value]);
    else
      groups.set(
        index,
        /^\d{5,}$/.test(index)
          ? [
              ["id", index],
              [rest, value],
            ]
          : [[rest, value]],
      );
  }
  return groups.size > 1 ? Array.from(groups.values()) : null;
}

/**
 * The fields of several records that are keyed by their ids, under a name that says status: "statuses": {700000001: 3931, …}
 * @param {Field[]} fields
 * @param {string} around
 * @param {Catalogue} catalogue
 * @returns {Field[][] | null}
 */
function byId(fields, around, catalogue) {
  if (!/\bstatus(?:es)?\W*$/i.test(around)) return null;
  const all = fields.every(([name, value]) => /^\d{5,}$/.test(name) && Numbers.cellStatus(value, catalogue.isListed));
  return all && fields.length
    ? fields.map(([name, value]) => [
        ["id", name],
        ["fax status", value],
      ])
    : null;
}

/**
 * One object with its own fields and what its children gave.
 * @param {Field[]} fields
 * @param {Child[]} children
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {string} [around] the names of what it is, and of what it is in
 * @returns {Folded}
 */
export function fold(fields, children, line, catalogue, around = "") {
  const several = byIndex(fields) ?? byId(fields, around, catalogue);
  if (several) return { records: several.flatMap((own) => fold(own, [], line, catalogue, around).records), fields: [] };
  const { all, nested, history } = gather(fields, children);
  if (!all.length) return { records: nested, fields: [] };
  const context = Fields.context(
    all.map(([name]) => name),
    around,
  );
  const pick = pickStatus(all, catalogue, context);
  if (pick) {
    const { index, code, sure } = pick;
    const foreign = Foreign.ruleFor(all, pick, context, around, catalogue)?.name;
    const count = children.length ? undefined : Aggregates.countBeside(all, index);
    const own = { fields: all, index, code, sure: sure && !foreign, line, identity: context.identity, fax: context.fax, foreign, count };
    // A list of attempts belongs to its fax; an envelope's own status is that of the call.
    const isOwn = !nested.length || (context.identity && (history || !nested.some((record) => record.identity)));
    return { records: isOwn ? [own] : nested, fields: [] };
  }
  return withoutStatus(all, nested, history, context);
}

/**
 * What came of an object that has no status itself: its fields where it holds no records, else the records in it.
 * @param {Field[]} all
 * @param {FoundRecord[]} nested
 * @param {boolean} history
 * @param {Context} context
 * @returns {Folded}
 */
function withoutStatus(all, nested, history, context) {
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
 * What a text in base64 holds, or the text itself.
 * @param {string} text
 */
function decoded(text) {
  if (text.length < SHORTEST_BASE64 || !BASE64.test(text)) return text;
  try {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/**
 * A body that was logged as a string of JSON or as form data, or null.
 * @param {string} held
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {number} depth
 * @param {string} around
 * @returns {Child | null}
 */
function foldString(held, name, line, catalogue, depth, around) {
  const text = decoded(held);
  if (text.length > 10 && /^\s*[{[]/.test(text)) {
    const inner = parsed(text);
    return inner ? foldJson(inner, name, line, catalogue, depth, around) : null;
  }
  if (!PAIRS.test(text)) return null;
  return { name, repeated: false, ...fold(Array.from(new URLSearchParams(text)), [], line, catalogue, around) };
}

/**
 * The records of a list, with those of its faxes that have no status: nobody shall wonder where they are.
 * @param {Folded[]} items
 * @param {number} line
 * @returns {FoundRecord[]}
 */
function recordsOfList(items, line) {
  const isEmpty = items.every(({ records }) => !records.length);
  return items.flatMap(({ records, fields }) => {
    if (records.length || isEmpty) return records;
    const { identity } = Fields.context(fields.map(([name]) => name));
    return identity ? [{ fields, index: -1, code: null, sure: false, line, identity: true }] : [];
  });
}

/**
 * @param {unknown} held
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {number} depth
 * @param {string} [around] the names of what it is in
 * @returns {Child}
 */
export function foldJson(held, name, line, catalogue, depth, around = "") {
  const value = reshaped(held);
  if (depth > MAX_DEPTH || value === null || typeof value !== "object") return { name, repeated: false, records: [], fields: [] };
  const counted = Aggregates.read(value, name, depth === 0, line, catalogue);
  if (counted) return { name, repeated: true, records: counted, fields: [] };
  if (Array.isArray(value)) {
    const items = value.map((item) => foldJson(item, "", line, catalogue, depth + 1, around));
    return { name, repeated: true, records: recordsOfList(items, line), fields: [] };
  }
  return foldObject(value, name, line, catalogue, depth, around);
}

/**
 * @param {object} value
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {number} depth
 * @param {string} around
 * @returns {Child}
 */
function foldObject(value, name, line, catalogue, depth, around) {
  /** @type {Field[]} */
  const fields = [];
  /** @type {Child[]} */
  const children = [];
  for (const [key, inner] of Object.entries(value)) {
    const plain = inner !== null && typeof inner === "object" ? reshaped(inner) : inner;
    if (plain !== null && typeof plain === "object") {
      children.push(foldJson(plain, key, line, catalogue, depth + 1, `${around} ${key}`));
      if (isShortList(plain)) fields.push([key, plain.join(" ")]);
      continue;
    }
    const child = typeof plain === "string" ? foldString(plain, key, line, catalogue, depth + 1, around) : null;
    if (child) children.push(child);
    else fields.push([key, asValue(plain)]);
  }
  return { name, repeated: false, ...fold(fields, children, line, catalogue, around) };
}

/** @param {unknown} value */
const asValue = (value) => (typeof value === "number" ? value : String(value ?? ""));

/**
 * @param {object} value
 * @returns {value is (string | number | boolean | null)[]}
 */
const isShortList = (value) =>
  Array.isArray(value) && value.length < MAX_LIST && value.every((item) => item === null || typeof item !== "object");
