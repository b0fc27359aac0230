/* The rows that are in the page: all that fit, or as many as there is room for, and more when somebody gets near their end. */

import { make, setAria } from "../page/elements.js";

/** @typedef {import("./rows.js").Row} Row */

const AHEAD = "1000px"; // how far below the screen rows are there before somebody scrolls to them
const MOST_AT_ONCE = 1000; // rows, for paper and for who comes back

/**
 * @param {HTMLTableElement} table
 * @param {number} step how many rows come in at a time
 */
export function shown(table, step) {
  const [body] = table.tBodies;
  /** @type {Row[]} */
  let rows = [];
  let drawn = 0;

  /**
   * The elements of the next rows.
   * @param {number} number
   */
  const take = (number) => {
    const elements = rows.slice(drawn, drawn + number).map((row) => row.element());
    elements.forEach((element, index) => {
      setAria(element, "rowindex", rows.length > step ? drawn + index + 2 : null); /* The head is the first. */
    });
    drawn += elements.length;
    return elements;
  };

  const end = make("div", {});
  const near = new IntersectionObserver(
    (entries) => {
      if (drawn >= rows.length || !entries.some((entry) => entry.isIntersecting)) return;
      body.append(...take(step));
      watch();
    },
    { rootMargin: AHEAD },
  );
  /* What is watched anew is looked at anew: the end may still be near. */
  const watch = () => {
    near.unobserve(end);
    near.observe(end);
  };
  table.parentElement?.after(end);

  /**
   * Shows these rows, from the first on.
   * @param {Row[]} chosen
   * @param {number} [least] how many of them are wanted at once
   */
  function show(chosen, least = 0) {
    rows = chosen;
    drawn = 0;
    const first = take(Math.max(step, Math.min(least, MOST_AT_ONCE)));
    const same = first.length === body.rows.length && first.every((element, index) => element === body.rows[index]);
    if (!same) body.replaceChildren(...first);
    setAria(table, "rowcount", rows.length > step ? rows.length + 1 : null);
    watch();
  }

  /** Brings in what paper has room for; says what is left out. */
  function print() {
    body.append(...take(Math.max(0, MOST_AT_ONCE - drawn)));
    return drawn < rows.length ? `: the first ${drawn} of ${rows.length}` : "";
  }

  return { show, print, drawn: () => drawn };
}
