// The texts of the packed catalogue: in it, or, where a list is long, in files of their own, of which only those are loaded that
// hold what is asked for.

/** @typedef {import("./types").PackedCatalogue} PackedCatalogue */
/** @typedef {import("./types").TextList} TextList */

/**
 * @param {PackedCatalogue} data
 * @param {(files: string[]) => void} [load] loads files that stand beside the catalogue's. A worker can do so at once. In a page
 *   they come later, and until then their texts are empty: in-page.js
 */
export function textsOf(data, load = () => {}) {
  /** @type {Map<string, string[]>} */
  const read = new Map();
  /** @type {Map<TextList, string[]>} */
  const whole = new Map();

  /**
   * The texts of one file; null where it is not loaded.
   * @param {TextList} list
   * @param {number} file
   */
  function part(list, file) {
    const key = `${list}-${file}`;
    const lines = self.faxTexts?.[key];
    if (!read.has(key) && lines !== undefined) read.set(key, lines.split("\n"));
    return read.get(key) ?? null;
  }

  /**
   * Loads those that are not there yet, all at the same time.
   * @param {[list: TextList, file: number][]} wanted
   */
  function need(wanted) {
    const missing = wanted.filter(([list, file]) => !part(list, file)).map(([list, file]) => data.files[list]?.names[file] ?? "");
    if (missing.length) load(missing);
  }

  /**
   * One text out of each of some lists.
   * @param {Partial<Record<TextList, number>>} places
   */
  function some(places) {
    const asked = /** @type {[TextList, number][]} */ (Object.entries(places));
    /** @type {[TextList, number][]} */
    const long = asked.flatMap(([list, at]) => {
      const files = data.files[list];
      return files ? [[list, Math.floor(at / files.size)]] : [];
    });
    need(long);
    return asked.map(([list, at]) => {
      const files = data.files[list];
      return files ? (part(list, Math.floor(at / files.size))?.[at % files.size] ?? "") : data.texts[list][at];
    });
  }

  /**
   * All texts of some lists.
   * @param {...TextList} lists
   */
  function all(...lists) {
    const files = lists.map((list) => data.files[list]?.names ?? []);
    need(lists.flatMap((list, at) => files[at].map((_, file) => /** @type {[TextList, number]} */ ([list, file]))));
    return lists.map((list, at) => {
      if (!data.files[list]) return data.texts[list];
      const known = whole.get(list);
      if (known) return known;
      const parts = files[at].map((_, file) => part(list, file));
      const texts = parts.flatMap((lines) => lines ?? []);
      if (!parts.includes(null)) whole.set(list, texts);
      return texts;
    });
  }

  return { some, all };
}
