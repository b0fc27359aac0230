/* The catalogue in a page, which cannot wait for a file as a worker does. */

import { open } from "./catalogue.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

/**
 * @param {string} address of the script that holds the catalogue: the files of texts are beside it
 */
export function inPage(address) {
  /** @type {Set<string>} */
  const wanted = new Set();
  /** @type {Set<string>} */
  const loaded = new Set();
  const catalogue = open(self.faxCatalogue, (files) => files.forEach((file) => wanted.add(file)));

  /** @param {string} file */
  const load = (file) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`${file} could not be loaded`)));
      script.src = new URL(file, new URL(address, location.href)).href;
      document.head.append(script);
    });

  /**
   * What `ask` makes of the catalogue. Where it lacks texts, these are loaded, and it is asked again.
   * @template T
   * @param {(catalogue: Catalogue) => T} ask
   */
  return async function reading(ask) {
    for (;;) {
      const answer = ask(catalogue);
      const files = [...wanted];
      if (!files.length) return answer;
      if (files.some((file) => loaded.has(file))) throw new Error(`${files} hold other texts than expected`);
      await Promise.all(files.map(load));
      for (const file of files) loaded.add(file);
      wanted.clear();
    }
  };
}
