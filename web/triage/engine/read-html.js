/* An HTML confirmation as plain lines: tags go, cells are parted by a tab, rows by a line end. Nothing is rendered. Or, where
   the source of a page holds statuses in attributes, the records of these. */

import * as Dump from "./dump/fold.js";
import { parseGroup } from "./dump/parse.js";
import { withoutSpans } from "./html-spans.js";
import { lineCounter } from "./read-json.js";
import * as Sections from "./sections.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

const TAG = /<[a-z][^<>]*>/gi;
const DATA = /\sdata-/i; // <tr data-fax-id="7" data-status="3931">
const TITLE = /\s(?:title|aria-label|alt)="([^"<>]{1,120})"/gi; // <li title="Status 3931">
const HIDDEN = ["script", "style", "head", "template"];
const IN_TITLE = /\b(?:status|statut|stato|estado|code|error)\b[^\d-]{0,12}(-?\d{1,7})(?!\d)/i;
const NEAR = 200; // characters
const ENTITY = /&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,8});/gi;

/** @type {Record<string, string>} */
const ENTITIES = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  minus: "\u2212",
  ndash: "\u2013",
  mdash: "\u2014",
};

/**
 * The character that an entity stands for, or the entity itself where it is none that is known.
 * @param {string} whole
 * @param {string} name
 */
export function unescaped(whole, name) {
  if (name[0] !== "#") return ENTITIES[name.toLowerCase()] || whole;
  const n = name[1] === "x" || name[1] === "X" ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return n > 0 && n <= 0x10ffff ? String.fromCodePoint(n) : whole;
}

/**
 * A tag, with its title where that tells a status which the text behind it does not.
 * @param {string} tag
 * @param {number} at
 * @param {string} html
 */
function withTitle(tag, at, html) {
  const title = Array.from(tag.matchAll(TITLE)).at(-1)?.[1] ?? "";
  const code = IN_TITLE.exec(title)?.[1];
  const behind = html.slice(at + tag.length, at + tag.length + NEAR).replace(/<[^<>]*>?/g, " ");
  return code && !behind.includes(code) ? `${tag} ${title} ` : tag;
}

/**
 * A text with a blank for each stretch from an opening to its closing. Where nothing closes one, nothing closes those behind it, and
 * the search ends: one pattern for both would look from each opening to the end of the text.
 * @param {string} text
 * @param {RegExp} opening global
 * @param {RegExp} closing global
 */
function without(text, opening, closing) {
  const kept = [];
  let from = 0;
  opening.lastIndex = 0;
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    if (!closing.test(text)) break;
    kept.push(text.slice(from, open.index));
    from = opening.lastIndex = closing.lastIndex;
  }
  kept.push(text.slice(from));
  return kept.join(" ");
}

/** @param {string} html */
export function toText(html) {
  const shown = HIDDEN.reduce(
    (text, name) => without(text, new RegExp(`<${name}\\b`, "gi"), new RegExp(`</${name}\\s*>`, "gi")),
    without(html, /<!--/g, /-->/g),
  ).replace(/\s+/g, " ");
  return withoutSpans(shown)
    .replace(TAG, withTitle)
    .replace(/\s*<\/t[dh]\s*>\s*(?=<t[dh]\b)/gi, "\t")
    .replace(/<br\b[^<>]*>|<\/(?:p|div|tr|li|h\d|dd|table|ul|ol|section|pre|caption)\s*>/gi, "\n")
    .replace(/<[a-z/!?][^<>]*>/gi, "")
    .replace(ENTITY, unescaped)
    .replace(/(?:(?<![ \u00a0])[ \u00a0]+)?\n[ \u00a0]*/g, "\n");
}

/** @param {string} text */
export function isHtml(text) {
  return /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html\b|<(?:body|table|thead|tbody|tr|ul|ol|li|dl|div|span|section|article|main|p|head)\b)/i.test(
    text.slice(0, 3000),
  );
}

/**
 * The faxes whose status stands in an attribute of an element, or null.
 * @param {string} html
 * @param {Catalogue} catalogue
 */
export function records(html, catalogue) {
  const collected = Sections.collector("HTML");
  const lineOf = lineCounter(html);
  for (const { 0: tag, index } of html.matchAll(TAG)) {
    const data = tag.search(DATA);
    if (data < 0 || !/stat|code|result/i.test(tag.slice(data))) continue;
    // data-fax="{&quot;status&quot;:3931}": the quotes around it would end at those inside.
    const plain = tag.replace(/="([^"]*)"/g, (whole, value) => (value.includes("&") ? `=${value.replace(ENTITY, unescaped)}` : whole));
    const group = parseGroup(plain, 0, plain.length)?.group;
    if (group) Dump.records(group, lineOf(index), catalogue, "").forEach(collected.add);
  }
  return collected.size() ? { sections: [collected.finish()], notes: collected.notes() } : null;
}
