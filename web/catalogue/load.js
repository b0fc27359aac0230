/* The packed catalogue in a page that needs it now and then. */

import { make } from "../page/elements.js";

/**
 * Loads it where the page has not done so, as a copy opened from a file has. Rejected where it cannot be loaded.
 * @param {string} address
 * @returns {Promise<import("./types").PackedCatalogue>}
 */
export async function load(address) {
  if (!self.faxCatalogue) {
    await new Promise((resolve, reject) => {
      const script = make("script", { src: address });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`${address} could not be loaded`)));
      document.head.append(script);
    });
  }
  return self.faxCatalogue;
}
