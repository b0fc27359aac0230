/* Filter and sort for the table of all codes, which can be read without; what is chosen stands in the address. */

import { whole } from "../catalogue/in-page.js";
import { find, findAll, make, setAria } from "../page/elements.js";
import { UNSORTED, sorted } from "./order.js";
import { fold, fromCatalogue, fromPage } from "./rows.js";
import { shown } from "./shown.js";

const FAILED = "The whole table could not be loaded. Reload the page to filter and sort it.";

/** @param {HTMLElement} form */
function setUp(form) {
  const table = find(document, `#${form.dataset.toolsFor}`, HTMLTableElement);
  const { catalogue, base = "" } = table.dataset;
  const [body] = table.tBodies;
  const count = find(form, ".tools__count");
  const text = find(form, "[name=text]", HTMLInputElement);
  const outcome = find(form, "[name=outcome]", HTMLSelectElement);
  const category = find(form, "[name=category]", HTMLSelectElement);
  const next = find(form, "[name=next]", HTMLSelectElement);
  const headers = findAll(table, "thead th");
  const caption = find(table, "caption");
  const inSource = (caption.textContent ?? "").replace(/^[^,]*/, "");
  const inPage = shown(table, body.rows.length);
  /** @type {import("./rows.js").Row[]} in the order of the source; none until they are there */
  let source = [];
  let ordered = source;
  let sort = UNSORTED;

  /** @param {number} [least] how many rows are wanted at once */
  const filter = (least) => {
    if (!source.length) return;
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    const chosen = ordered.filter(
      (row) =>
        (!outcome.value || row.outcome === outcome.value) &&
        (!category.value || row.category === category.value) &&
        (!next.value || row.next === next.value) &&
        words.every((word) => row.text.includes(word)),
    );
    inPage.show(chosen, least);
    count.textContent = chosen.length === source.length ? `All ${source.length} shown` : `${chosen.length} of ${source.length} shown`;
  };

  const name = () => {
    const { column, down } = sort;
    const by = headers[column]?.textContent?.trim().toLowerCase();
    return `All status codes${by ? `, sorted by ${by}, ${down ? "descending" : "ascending"}` : inSource}`;
  };

  /** @param {number} [least] how many rows are wanted at once */
  const order = async (least) => {
    if (!source.length) return;
    const wanted = sort;
    const rows = await sorted(source, wanted);
    if (wanted !== sort) return; /* Another order has been chosen meanwhile. */
    ordered = rows;
    headers.forEach((header, index) => {
      setAria(header, "sort", index === sort.column ? (sort.down ? "descending" : "ascending") : null);
    });
    caption.textContent = name();
    filter(least);
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
    text.defaultValue = text.value; /* WebKit resets a field without suggestions when Back shows the page again. */
  };

  const restore = () => {
    const asked = new URLSearchParams(location.search);
    text.value = text.defaultValue = asked.get("text") ?? "";
    /* A value that the list does not have leaves nothing chosen: fall back to all. */
    for (const list of [outcome, category, next]) {
      list.value = asked.get(list.name) ?? "";
      if (list.selectedIndex < 0) list.value = "";
    }
    const [key, down] = (asked.get("sort") ?? "").split(/-(?=down$)/);
    sort = { column: headers.findIndex((header) => header.dataset.key === key), down: down === "down" };
    return order();
  };

  /** Reads all rows of a large catalogue, of which the page has the first. */
  const fetchAll = async (/** @type {string} */ address) => {
    restore();
    /* What was not asked for is not shown meanwhile. */
    setAria(table, "busy", location.search ? "true" : null);
    const packed = await whole(address).catch(() => null);
    if (packed) {
      source = await fromCatalogue(packed, base, [...body.rows]);
      const { drawn = 0, scrolled = 0 } = history.state ?? {};
      await order(drawn);
      if (drawn) scrollTo(0, scrolled);
      addEventListener("pagehide", () => history.replaceState({ ...history.state, drawn: inPage.drawn(), scrolled: scrollY }, ""));
    } else count.textContent = FAILED;
    setAria(table, "busy", null);
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
    const title = header.textContent ?? "";
    header.dataset.key = title.trim().toLowerCase().replace(/\W+/g, "-");
    const button = make("button", { type: "button", className: "sort" }, title);
    button.addEventListener("click", () => sortBy(index));
    header.replaceChildren(button);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    filter();
    keep();
  });
  form.addEventListener("reset", () => {
    text.defaultValue = "";
    /* The fields are emptied after this event. */
    setTimeout(() => {
      sort = UNSORTED;
      order();
      keep();
    });
  });
  addEventListener("popstate", restore);
  addEventListener("beforeprint", () => {
    caption.textContent += inPage.print();
  });
  addEventListener("afterprint", () => {
    if (source.length) caption.textContent = name();
  });
  if (catalogue) fetchAll(catalogue);
  else {
    source = fromPage(body);
    restore();
  }
}

findAll(document, "form[data-tools-for]").forEach(setUp);
