/* Work on long lists, in slices that leave the page free in between. */

export const SLICE = 500; // rows: a few milliseconds of work

/**
 * Lets the page do what else there is to do; a short list does not wait.
 * @param {unknown[]} list
 */
export const pause = async (list) => void (list.length > SLICE && (await new Promise((resolve) => setTimeout(resolve))));

/**
 * @template T
 * @param {T[]} list
 * @param {(slice: T[]) => void} work
 * @param {number} [size] of a slice
 */
export async function inSlices(list, work, size = SLICE) {
  for (let start = 0; start < list.length; start += size) {
    work(list.slice(start, start + size));
    await pause(list);
  }
}
