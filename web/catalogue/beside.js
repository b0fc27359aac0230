/* How a worker loads the files of texts that are beside the catalogue: at once, all at the same time. */

/**
 * @param {string} catalogue the address of its script
 * @returns {(files: string[]) => void}
 */
export function besideIn(catalogue) {
  const folder = new URL(".", new URL(catalogue, self.location.href)).href;
  return (files) => importScripts(...files.map((file) => folder + file));
}
