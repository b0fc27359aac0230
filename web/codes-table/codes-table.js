/* Filter and sort for the table of all codes. The table is complete without it; what is chosen stands in the address. */

import { find, findAll, make } from "../page/elements.js";

/** @typedef {{ element: HTMLTableRowElement, place: number, text: string, cells: string[] }} Row */

const UNSORTED = { column: -1, down: false };

/** @param {string} text */
const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-");

/** @param {string} text */
const numeric = (text) => (/^-?\d+$/.test(text) ? Number(text) : NaN);

/**
 * The order of two rows by a column; by the place in the source where they are equal. Codes sort as numbers, and the rule for other
 * negative numbers, which is none, by its place among them.
 * @param {Row} one
 * @param {Row} other
 * @param {number} column -1 for the order of the source
 * @param {boolean} down
 */
function compare(one, other, column, down) {
  const places = one.place - other.place;
  if (column < 0) return places;
  const [a, b] = [one.cells[column], other.cells[column]];
  const numbers = numeric(a) - numeric(b);
  const by = column > 0 ? a.localeCompare(b, "en") : Number.isNaN(numbers) ? places : numbers;
  return (down ? -by : by) || places;
}

/** @param {HTMLElement} form */
function setUp(form) {
  const table = find(document, `#${form.dataset.toolsFor}`, HTMLTableElement);
  const body = table.tBodies[0];
  /** @type {Row[]} */
  const rows = [...body.rows].map((element, place) => ({
    element,
    place,
    text: fold(element.textContent ?? ""),
    cells: [...element.cells].map((cell) => cell.textContent?.trim() ?? ""),
  }));
  const count = find(form, ".tools__count");
  const text = find(form, "[name=text]", HTMLInputElement);
  const outcome = find(form, "[name=outcome]", HTMLSelectElement);
  const category = find(form, "[name=category]", HTMLSelectElement);
  const next = find(form, "[name=next]", HTMLSelectElement);
  const headers = findAll(table, "thead th");
  const caption = find(table, "caption");
  const [subject, inSource] = (caption.textContent ?? "").split(/,(.*)/);
  let sort = UNSORTED;

  const show = () => {
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const { dataset } = row.element;
      const fits =
        (!outcome.value || dataset.outcome === outcome.value) &&
        (!category.value || dataset.category === category.value) &&
        (!next.value || dataset.next === next.value) &&
        words.every((word) => row.text.includes(word));
      row.element.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = shown === rows.length ? `All ${rows.length} shown` : `${shown} of ${rows.length} shown`;
  };

  const order = () => {
    const { column, down } = sort;
    body.append(...[...rows].sort((one, other) => compare(one, other, column, down)).map((row) => row.element));
    headers.forEach((header, index) => {
      if (index === column) header.setAttribute("aria-sort", down ? "descending" : "ascending");
      else header.removeAttribute("aria-sort");
    });
    const name = headers[column]?.textContent?.trim().toLowerCase();
    caption.textContent = `${subject},${name ? ` sorted by ${name}, ${down ? "descending" : "ascending"}` : inSource}`;
  };

  const keep = () => {
    const address = new URL(location.href);
    const state = {
      text: text.value.trim(),
      outcome: outcome.value,
      category: category.value,
      next: next.value,
      sort: sort.column < 0 ? "" : headers[sort.column].dataset.key + (sort.down ? "-down" : ""),
    };
    for (const [key, value] of Object.entries(state)) {
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    history.replaceState(history.state, "", address);
  };

  const restore = () => {
    const asked = new URLSearchParams(location.search);
    text.value = asked.get("text") ?? "";
    /* A value that the list does not have leaves nothing chosen: fall back to all. */
    for (const list of [outcome, category, next]) {
      list.value = asked.get(list.name) ?? "";
      if (list.selectedIndex < 0) list.value = "";
    }
    const [key, down] = (asked.get("sort") ?? "").split(/-(?=down$)/);
    sort = { column: headers.findIndex((header) => header.dataset.key === key), down: down === "down" };
    order();
    show();
  };

  /**
   * Up, then down, then back to the order of the source.
   * @param {number} column
   */
  const sortBy = (column) => {
    if (sort.column !== column) sort = { column, down: false };
    else sort = sort.down ? UNSORTED : { column, down: true };
    order();
    keep();
  };

  headers.forEach((header, index) => {
    const name = header.textContent ?? "";
    header.dataset.key = name.trim().toLowerCase().replace(/\W+/g, "-");
    const button = make("button", { type: "button", className: "sort" }, name);
    button.addEventListener("click", () => sortBy(index));
    header.replaceChildren(button);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    show();
    keep();
  });
  form.addEventListener("reset", () => {
    /* The fields are emptied after this event. */
    setTimeout(() => {
      sort = UNSORTED;
      order();
      show();
      keep();
    });
  });
  addEventListener("popstate", restore);
  /* WebKit empties a field without suggestions when it brings a page back, and does so after this event. */
  addEventListener("pageshow", (event) => event.persisted && setTimeout(restore));
  restore();
}

findAll(document, "form[data-tools-for]").forEach(setUp);
