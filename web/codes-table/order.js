/* The order of rows by a column. */

import { SLICE, inSlices } from "./slices.js";

const RUNS = 8;

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ column: number, down: boolean }} Sort */

/** @type {Sort} the order of the source */
export const UNSORTED = { column: -1, down: false };

/**
 * By the place in the source where two rows are equal. Codes sort as numbers, and the rule for other negative numbers, which is none, by
 * its place among them.
 * @param {Row} one
 * @param {Row} other
 * @param {Sort} sort
 */
function compare(one, other, { column, down }) {
  const places = one.place - other.place;
  const numbers = one.number - other.number;
  const by = column > 0 ? one.cells[column].localeCompare(other.cells[column], "en") : Number.isNaN(numbers) ? places : numbers;
  return (down ? -by : by) || places;
}

/**
 * @param {Row[]} rows in the order of the source
 * @param {Sort} sort
 */
export async function sorted(rows, sort) {
  if (sort.column < 0) return rows;
  /**
   * @param {Row} one
   * @param {Row} other
   */
  const by = (one, other) => compare(one, other, sort);
  let ordered = rows;
  /* It takes little to sort a few long runs, each of which is in order. */
  for (let size = SLICE; size < rows.length * RUNS; size *= RUNS) {
    /** @type {Row[]} */
    let runs = [];
    await inSlices(ordered, (slice) => void (runs = runs.concat(slice.sort(by))), size);
    ordered = runs;
  }
  return ordered;
}
