/* Small pieces of the page. Whatever comes from a pasted text becomes text, never markup. */

import { copyOf, make } from "../../page/elements.js";

const figures = new Intl.NumberFormat("en");

/** @param {number} value */
export const number = (value) => figures.format(value);

/** @param {number} count */
export const faxes = (count) => `${number(count)} ${count === 1 ? "fax" : "faxes"}`;

/**
 * @param {number} part
 * @param {number} whole
 */
export function percent(part, whole) {
  const share = (100 * part) / whole;
  return share > 0 && share < 1 ? "under 1 %" : `${Math.round(share)} %`;
}

/** @param {string} outcome */
export const badge = (outcome) => copyOf("badge", outcome);

/** @param {string} key */
export const provenance = (key) => copyOf("provenance", key);

/**
 * @param {string} text
 * @param {() => void} onClick
 * @param {{ className?: string, title?: string, dataset?: Record<string, string>, aria?: Record<string, string> }} properties
 */
export function button(text, onClick, properties) {
  const made = make("button", { type: "button", textContent: text, ...properties });
  made.addEventListener("click", onClick);
  return made;
}

const COUNTS = new Set(["Faxes", "Share", "Line"]);
let tables = 0;

/**
 * A table in a box that scrolls sideways and can be reached by keys.
 * @param {string} caption
 * @param {string} className
 * @param {string[]} head the texts of its head
 * @param {HTMLTableRowElement[]} rows
 */
export function table(caption, className, head, rows) {
  const id = `triage-table-${(tables += 1)}`;
  const headers = head.map((text) => make("th", { scope: "col", className: COUNTS.has(text) ? "count" : "" }, text));
  return make(
    "div",
    { className: "table-scroll", tabIndex: 0, aria: { role: "region", labelledby: id } },
    make(
      "table",
      { className },
      make("caption", { id }, caption),
      make("thead", {}, make("tr", {}, ...headers)),
      make("tbody", {}, ...rows),
    ),
  );
}
