/* What a program printed, as JSON would have it; then it is read like JSON. */

import * as Fields from "../fields.js";
import * as Tree from "../tree.js";
import { isGroup } from "./parse.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./parse.js").Group} Group */
/** @typedef {import("./parse.js").Item} Item */
/** @typedef {import("./parse.js").Node} Node */

const NAME = /^:?["']?[A-Za-z_][\w. -]{0,60}["']?$/;
const LABEL = /([A-Za-z_][\w -]{0,40}?)\s*[:=]\s*[\w.]*$/; // faxStatuses = Counter({…})
const SERIALIZED = /^[sidbaON]$/;

/** The last part of a qualified name: Status of FaxError::Status. @param {string} name */
const lastPart = (name) => name.split(/::|[.\\]/).at(-1) ?? name;

/** @param {string} name */
const saysStatus = (name) => [1, 2].includes(Fields.classify(lastPart(name)).rank);

/**
 * What a node says where it is a single value, or null: 3931, "3931", Some(3931), ['3931'].
 * @param {Node} node
 * @returns {string | null}
 */
function scalarOf(node) {
  // 3931n of JavaScript, 3931L of Java, 3931i32 of Rust
  if (!isGroup(node)) return node.quoted ? node.text : node.text.replace(/^(-?\d+)(?:n|[lLuU]|_?[iu]\d\d)$/, "$1");
  // {Int64:3931 Valid:true} of Go
  if (node.items.length === 2 && node.items[1].key === "Valid") return scalarOf(node.items[0].value);
  if (node.items.length !== 1 || node.items[0].key) return null;
  return scalarOf(node.items[0].value);
}

/**
 * The item that a group is, or null: {status, 3931} of Erlang, ('Status', '3931') of Python, Status(3931) of an enumeration.
 * @param {Group} group
 * @returns {Item | null}
 */
function itemOf({ name, items }) {
  const [first, second, more] = items;
  // (status . 3931) of Lisp
  const dotted = first && !second && !first.key && !isGroup(first.value) ? /^([\w-]+) \. (.+)$/.exec(first.value.text) : null;
  if (dotted) return { key: dotted[1], value: { text: dotted[2], quoted: false } };
  if (!first || more || first.key || second?.key) return null;
  if (!second) return saysStatus(name) ? { key: lastPart(name), value: first.value } : null;
  if (isGroup(first.value) || !NAME.test(first.value.text)) return null;
  return { key: first.value.text.replace(/^:/, ""), value: second.value };
}

/**
 * serialize() of PHP writes the type and the length before each name and value: s:6:"status";i:3931;
 * @param {Item[]} items
 */
function unserialized(items) {
  const plain = items.map(({ key, value }) => ({
    key,
    value: isGroup(value) ? value : { text: value.text.replace(/^\d+:"(.*)"$/s, "$1"), quoted: false },
  }));
  return plain.flatMap(({ value }, at) => {
    const next = plain[at + 1];
    return at % 2 || isGroup(value) || !next ? [] : [{ key: value.text, value: next.value }];
  });
}

/**
 * @param {Group} group
 * @returns {Item[]}
 */
function itemsOf(group) {
  if (group.items.length > 1 && group.items.every(({ key }) => SERIALIZED.test(key))) return unserialized(group.items);
  const own = itemOf(group);
  if (own) return [own];
  return group.items.map((item) => (!item.key && isGroup(item.value) && itemOf(item.value)) || item);
}

/**
 * What a node holds as JSON would have it: an object where its items have names, a list where they have none.
 * @param {Node} node
 * @param {string[]} names takes the names of the groups in it
 * @returns {unknown}
 */
function valueOf(node, names) {
  const scalar = scalarOf(node);
  if (scalar !== null || !isGroup(node)) return scalar;
  if (node.name) names.push(node.name);
  const items = itemsOf(node);
  if (items.length === 1 && !items[0].key) return valueOf(items[0].value, names);
  if (!items.some(({ key }) => key)) return items.map(({ value }) => valueOf(value, names));
  return Object.fromEntries(items.map(({ key, value }, at) => [key || String(at), valueOf(value, names)]));
}

/**
 * The faxes in a group that begins on `line`.
 * @param {Group} group
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {string} around what is said before it
 */
export function records(group, line, catalogue, around) {
  /** @type {string[]} */
  const names = [];
  const value = valueOf(group, names);
  const [, label = ""] = LABEL.exec(around) ?? [];
  return Tree.foldJson(value, label || group.name, line, catalogue, label ? 1 : 0, `${around} ${names.join(" ")}`).records;
}
