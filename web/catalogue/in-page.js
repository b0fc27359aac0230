/* The catalogue in a page, which cannot wait for a file as a worker does. */

import { make } from "../page/elements.js";
import { open } from "./catalogue.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */

/**
 * @param {string} address
 * @returns {Promise<void>} rejected where it cannot be loaded
 */
const script = (address) =>
  new Promise((resolve, reject) => {
    const element = make("script", { src: address });
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error(`${address} could not be loaded`)));
    document.head.append(element);
  });

/**
 * Loads the catalogue where the page has not done so.
 * @param {string} address of the script that holds the catalogue: the files of texts are beside it
 */
export async function inPage(address) {
  if (!self.faxCatalogue) await script(address);
  const folder = new URL(".", new URL(address, location.href)).href;
  /** @type {Set<string>} */
  const wanted = new Set();
  /** @type {Set<string>} */
  const loaded = new Set();
  const catalogue = open(self.faxCatalogue, (files) => files.forEach((file) => wanted.add(file)));

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
      await Promise.all(files.map((file) => script(folder + file)));
      for (const file of files) loaded.add(file);
      wanted.clear();
    }
  };
}

/**
 * The catalogue with all labels and meanings.
 * @param {string} address
 */
export async function whole(address) {
  const reading = await inPage(address);
  return reading((catalogue) => {
    catalogue.texts.all("label", "meaning");
    return catalogue;
  });
}
