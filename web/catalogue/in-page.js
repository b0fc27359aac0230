/* The catalogue in a page, which cannot wait for a file as a worker does. */

import { make } from "../page/elements.js";
import { open } from "./catalogue.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

/**
 * Loads a script of the site. Rejected where it cannot be loaded.
 * @param {string} address
 */
const load = (address) =>
  new Promise((resolve, reject) => {
    const script = make("script", { src: address });
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`${address} could not be loaded`)));
    document.head.append(script);
  });

/**
 * For a page that needs the catalogue now and then: loads it first where it is not there, as it is in a copy opened from a file.
 * @param {string} address
 */
export async function loaded(address) {
  if (!self.faxCatalogue) await load(address);
  return inPage(address);
}

/**
 * @param {string} address of the script that holds the catalogue: the files of texts are beside it
 */
export function inPage(address) {
  /** @type {Set<string>} */
  const wanted = new Set();
  /** @type {Set<string>} */
  const known = new Set();
  const catalogue = open(self.faxCatalogue, (files) => files.forEach((file) => wanted.add(file)));

  /** @param {string} file */
  const beside = (file) => new URL(file, new URL(address, location.href)).href;

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
      if (files.some((file) => known.has(file))) throw new Error(`${files} hold other texts than expected`);
      await Promise.all(files.map((file) => load(beside(file))));
      for (const file of files) known.add(file);
      wanted.clear();
    }
  };
}
