/* What a program printed, as nested records: names with their values, and the groups in them. */

import * as Fields from "../fields.js";
import * as Tree from "../tree.js";
import { isGroup } from "./parse.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").Child} Child */
/** @typedef {import("../types").Field} Field */
/** @typedef {import("./parse.js").Group} Group */
/** @typedef {import("./parse.js").Item} Item */
/** @typedef {import("./parse.js").Node} Node */

const NAME = /^:?["']?[A-Za-z_][\w. -]{0,60}["']?$/;
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
 * A group with all that is in it, named as the field that holds it.
 * @param {Group} group
 * @param {string} name
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {string} around
 * @returns {Child}
 */
function foldNamed(group, name, line, catalogue, around) {
  /** @type {Field[]} */
  const fields = [];
  /** @type {Child[]} */
  const children = [];
  let repeated = false;
  const within = `${around} ${name} ${group.name}`;
  for (const { key, value } of itemsOf(group)) {
    const scalar = scalarOf(value);
    const body = key && scalar !== null ? Tree.foldString(scalar, key, line, catalogue, 1, within) : null;
    if (body) children.push(body);
    else if (key && scalar !== null) fields.push([key, scalar]);
    else if (isGroup(value)) {
      children.push(foldNamed(value, key, line, catalogue, within));
      repeated ||= key === "";
    }
  }
  return { name, repeated, ...Tree.fold(fields, children, line, catalogue, within) };
}

/**
 * The faxes in a group that begins on `line`.
 * @param {Group} group
 * @param {number} line
 * @param {Catalogue} catalogue
 * @param {string} around what is said before it
 */
export const records = (group, line, catalogue, around) => foldNamed(group, "", line, catalogue, around).records;
