/* Numbers of faxes by status, as databases and dashboards give them: what such a number is called, and nested data that holds
   them ({ "key": 3931, "doc_count": 6 }, { "statusCounts": { "3931": 6 } }). */

import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {Record<string, unknown>} Item */

const MOST = 1e9; // faxes
const MOST_FIELDS = 5; // of a record that counts: the status, the count, a label, a share
const MOST_KNOWN = 1000; // names
const PROCESS_CODES = 256; // Below that a key may number anything.

// How many there are.
const COUNTING = Fields.list(
  "count counts counted cnt total totals sum n qty quantity frequency freq occurrences hits events anzahl menge häufigkeit cantidad " +
    "nombre quantité quantità aantal antal liczba počet darab количество кількість число 件数 数量 个数 個数 개수 건수 عدد",
);
// The same, where it is said of what.
const NUMBERING = Fields.list("number num nr no numero número");
const FAXES = Fields.list(
  "fax faxes faxe faxen faxs transaction transactions status statuses record records row rows doc docs job jobs item items",
);
const BINDING = Fields.list("of the id ids star 1 by per grouped group de der des von");
// Words of the names of a whole aggregation.
const AGGREGATION = Fields.list("histogram distribution summary breakdown stats tally agg aggs aggregation terms buckets keyword values");

// What SQL Server calls the column of COUNT(*).
const UNNAMED = /^\(no column name\)$/i;

/** @param {string} name */
const parts = (name) => Fields.words(name.replace(/\*/g, " star "));

/**
 * Whether a name says that it counts faxes: for certain, as COUNT(*) and "Number of faxes" do, or perhaps, as "total" does.
 * @param {string} name
 * @returns {"sure" | "maybe" | ""}
 */
export function countKind(name) {
  if (UNNAMED.test(name)) return "maybe";
  const ws = parts(name);
  const counts = ws.filter((word) => COUNTING.has(word));
  const numbers = ws.filter((word) => NUMBERING.has(word));
  const faxes = ws.filter((word) => FAXES.has(word));
  if (!ws.length || counts.length + numbers.length + faxes.length + ws.filter((word) => BINDING.has(word)).length < ws.length) return "";
  const isMany = faxes.some((word) => /[^u]s$|^faxen?$/.test(word)); // "N° de transaction" names one.
  if (counts.length && (isMany || (faxes.length && !counts.includes("n")) || /\([^()]*\)/.test(name))) return "sure";
  if (numbers.length) return isMany ? "sure" : "";
  return counts.length || (ws.length === 1 && /^fax[es]/.test(ws[0])) ? "maybe" : "";
}

/**
 * A number of faxes, or -1 where it is none.
 * @param {unknown} value
 */
export function saneCount(value) {
  const text = Numbers.plain(String(value ?? "")).trim();
  if (!/^(?:\d{1,10}|\d{1,3}(?:[.,'’ ]\d{3}){1,3})(?:\.0+)?$/.test(text)) return -1;
  const count = Number(text.replace(/\.0+$/, "").replace(/[.,'’ ]/g, ""));
  return count <= MOST ? count : -1;
}

/**
 * A field beside which no number counts faxes: what tells one fax from another.
 * @param {string} name
 */
export function isOfOne(name) {
  const { id, time, flat } = Fields.classify(name);
  return id > 0 || time > 0 || /destination|phone|subject|csid|faxnumber|recipient|duration|attempt|page/.test(flat);
}

/**
 * How many faxes a record is: its one field that counts, where nothing says that it is one fax.
 * @param {Field[]} fields
 * @param {number} status the place of the field with the status
 * @returns {number | undefined}
 */
export function countBeside(fields, status) {
  if (fields.length > MOST_FIELDS) return undefined;
  const others = fields.filter((_, i) => i !== status);
  const counts = others.map(countIn).filter((count) => count >= 0);
  return counts.length === 1 && !others.some(([name]) => isOfOne(name)) ? counts[0] : undefined;
}

/**
 * The number of faxes in a field, or -1; Prometheus gives the time with it: "value": [1764000000, "6"]
 * @param {Field} field
 */
function countIn([name, value]) {
  const timed = name === "value" ? /^\d{10}(?:\.\d+)? (\d+)$/.exec(String(value)) : null;
  if (timed) return saneCount(timed[1]);
  return countKind(name) ? saneCount(value) : -1;
}

/** @type {Map<string, { isStatus: boolean, isOther: boolean, isCount: boolean }>} */
const known = new Map();

/**
 * Whether a name says that something is by status, or by anything else, and whether it says that it is counted.
 * @param {string} name
 */
function groupName(name) {
  const before = known.get(name);
  if (before) return before;
  const ws = parts(name);
  const rest = ws.filter((word) => !COUNTING.has(word) && !AGGREGATION.has(word) && !BINDING.has(word));
  const { rank } = Fields.classify(rest.join(" "));
  const meaning = { isStatus: rank >= 1, isOther: rank < 0, isCount: rest.length < ws.length };
  if (known.size < MOST_KNOWN) known.set(name, meaning);
  return meaning;
}

/**
 * @param {unknown} value
 * @returns {value is Item}
 */
const isItem = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {string} key */
const isCode = (key) => /^-?\d{1,7}$/.test(key);

/**
 * Whether keys without a name can be nothing else than statuses.
 * @param {number[]} codes
 * @param {Catalogue} catalogue
 */
function areStatuses(codes, catalogue) {
  return codes.every((code) => catalogue.isListed(code) || code < 0) && codes.some((code) => code < 0 || code >= PROCESS_CODES);
}

/** @typedef {{ key: string, code: number, counted: string, count: number, others: Field[] }} Group */

/**
 * @param {unknown} item { "_id": 3931, "count": 6 }
 * @returns {Group | null}
 */
function groupOf(item) {
  if (!isItem(item)) return null;
  const names = Object.keys(item);
  const key = names.find((name) => /^(?:_id|key|code|value|name|label|term|x|metric)$/i.test(name) && isCode(String(item[name])));
  const counted = names.filter((name) => name !== key && countKind(name) && saneCount(item[name]) >= 0);
  if (!key || counted.length !== 1) return null;
  const others = names.filter((name) => name !== key && name !== counted[0]);
  if (others.some((name) => isOfOne(name))) return null;
  /** @type {Field[]} */
  const rest = others.filter((name) => typeof item[name] !== "object").map((name) => [name, String(item[name])]);
  return { key, code: Number(item[key]), counted: counted[0], count: saneCount(item[counted[0]]), others: rest };
}

/**
 * { "3931": 6, "0": 790 }, or with { "doc_count": 6 } in place of the number
 * @param {Item} map
 * @returns {Group[] | null}
 */
function groupsOfMap(map) {
  const groups = Object.entries(map).map(([key, held]) => {
    const counted = isItem(held) ? (Object.keys(held).find((name) => countKind(name)) ?? "") : "count";
    const count = isCode(key) ? saneCount(isItem(held) ? held[counted] : typeof held === "object" ? "" : held) : -1;
    return { key: "status", code: Number(key), counted, count, others: [] };
  });
  return groups.length && groups.every(({ count }) => count >= 0) ? groups : null;
}

/**
 * The groups of a list, or null where one of it is none.
 * @param {unknown[]} list
 * @returns {Group[] | null}
 */
function groupsOfList(list) {
  /** @type {Group[]} */
  const groups = [];
  for (const item of list) {
    const group = groupOf(item);
    if (!group) return null;
    groups.push(group);
  }
  return groups.length ? groups : null;
}

/**
 * { "_id": 3931, "count": 6 } on a line of its own
 * @param {unknown} value
 * @param {Catalogue} catalogue
 * @returns {Group[] | null}
 */
function alone(value, catalogue) {
  const group = isItem(value) && Object.keys(value).length === 2 ? groupOf(value) : null;
  return group && (catalogue.isListed(group.code) || group.code < 0) ? [group] : null;
}

/**
 * @param {Item} map
 * @param {string} name
 * @param {Catalogue} catalogue
 * @returns {Group[] | null}
 */
function inObject(map, name, catalogue) {
  const { buckets } = map;
  const { isStatus, isCount } = groupName(name);
  if (Array.isArray(buckets)) return inList(buckets, name, catalogue);
  const groups = isStatus ? groupsOfMap(isItem(buckets) ? buckets : map) : null;
  if (!groups || buckets || isCount) return groups;
  const codes = groups.map(({ code }) => code);
  const counts = groups.map(({ count }) => count);
  // { "statuses": { "881": 3931 } } has the status of each fax.
  return areStatuses(codes, catalogue) && !areStatuses(counts, catalogue) ? groups : null;
}

/**
 * @param {unknown[]} list
 * @param {string} name
 * @param {Catalogue} catalogue
 * @returns {Group[] | null}
 */
function inList(list, name, catalogue) {
  const { isStatus, isOther } = groupName(name);
  const groups = isOther ? null : groupsOfList(list);
  if (!groups || isStatus) return groups;
  const codes = groups.map(({ code }) => code);
  return areStatuses(codes, catalogue) ? groups : null;
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {boolean} isWhole
 * @param {Catalogue} catalogue
 */
function groupsIn(value, name, isWhole, catalogue) {
  // What buckets are by, the name of the object around them says.
  if (Array.isArray(value)) return name === "buckets" ? null : inList(value, name, catalogue);
  if (isWhole) return alone(value, catalogue);
  return name && isItem(value) ? inObject(value, name, catalogue) : null;
}

/**
 * The numbers of faxes in a list or an object, or null where it is none of counts by status.
 * @param {unknown} value
 * @param {string} name that of the field which holds it
 * @param {boolean} isWhole whether nothing is around it
 * @param {number} line
 * @param {Catalogue} catalogue
 * @returns {FoundRecord[] | null}
 */
export function read(value, name, isWhole, line, catalogue) {
  const groups = groupsIn(value, name, isWhole, catalogue);
  if (!groups) return null;
  return groups.map(({ key, code, counted, count, others }) => ({
    fields: [[key, code], [counted, count], ...others],
    index: 0,
    code,
    // Of one that stands alone nothing else says that its key is a status.
    sure: groups.length > 1 || areStatuses([code], catalogue) || groupName(name).isStatus,
    line,
    identity: false,
    count,
  }));
}
