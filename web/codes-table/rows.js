/* The rows of the table as values. Where the page has all of them they are read from it; else they come from the packed catalogue,
   and each becomes an element when it is first shown. */

import { pagePath } from "../catalogue/page-path.js";
import { copyOf, make } from "../page/elements.js";
import { inSlices } from "./slices.js";

/** @typedef {Pick<import("../catalogue/types").Entry, "path" | "label" | "meaning" | "category" | "outcome" | "step">} Entry */

/**
 * `cells`: the texts, in the order of the columns. `text`: all of them, folded. `number`: NaN for the rule for other negative numbers.
 * @typedef {{ place: number, number: number, cells: string[], text: string, outcome: string, category: string, next: string,
 *   element: () => HTMLTableRowElement }} Row
 */

/** @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-");

/**
 * @param {number} place
 * @param {string[]} cells
 * @param {{ outcome: string, category: string, next: string }} keys
 * @param {() => HTMLTableRowElement} element
 * @returns {Row}
 */
function row(place, cells, { outcome, category, next }, element) {
  const number = /^-?\d+$/.test(cells[0]) ? Number(cells[0]) : NaN;
  return { place, number, cells, text: fold(cells.join("\n")), outcome, category, next, element };
}

/**
 * @param {HTMLTableSectionElement} body
 * @returns {Row[]}
 */
export function fromPage(body) {
  return [...body.rows].map((element, place) => {
    const cells = [...element.cells].map((cell) => cell.textContent?.trim() ?? "");
    const { outcome = "", category = "", next = "" } = element.dataset;
    return row(place, cells, { outcome, category, next }, () => element);
  });
}

/**
 * @param {import("../catalogue/catalogue.js").Catalogue} catalogue
 * @param {string} base the way to the site's root
 * @param {HTMLTableRowElement[]} first the elements that the page has, of the first rows
 * @returns {Promise<Row[]>}
 */
export async function fromCatalogue(catalogue, base, first) {
  /** @type {Row[]} */
  const rows = [];
  await inSlices([...catalogue.data.belowZero, ...catalogue.between(0, Infinity)], (codes) => {
    for (const code of codes) {
      const entry = code === null ? catalogue.rule() : catalogue.entry(code);
      const { label, meaning, category, outcome, step } = entry;
      const name = code === null ? "other negative" : String(code);
      const cells = [name, outcome.name, label, step.name, category.name, meaning];
      let made = first[rows.length];
      const keys = { outcome: outcome.key, category: category.key, next: step.key };
      rows.push(row(rows.length, cells, keys, () => (made ??= build(name, entry, base))));
    }
  });
  return rows;
}

/**
 * A row as macros/pages/templates/codes-table.html has it.
 * @param {string} name
 * @param {Entry} entry
 * @param {string} base
 */
function build(name, { path, label, meaning, category, outcome, step }, base) {
  return make(
    "tr",
    { dataset: { outcome: outcome.key, category: category.key, next: step.key } },
    make("th", { scope: "row" }, make("a", { className: "number", href: base + pagePath(path) }, name)),
    make("td", {}, copyOf("badge", outcome.key)),
    make("td", {}, label),
    make("td", {}, copyOf("step", step.key)),
    make("td", { className: "screen-only" }, make("a", { href: base + pagePath(category.path) }, category.name)),
    make("td", {}, meaning),
  );
}
