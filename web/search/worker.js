// The search as a worker: the page says first where the catalogue and the text
// index are, then asks. A page opened from a file can start no worker and fetch
// nothing; it has this script itself, and both of these as scripts beside it.

import { fetchedFrom } from "../catalogue/beside.js";
import * as Catalogue from "../catalogue/catalogue.js";
import * as Search from "./search.js";

/** @typedef {import("../types").Answer} Answer */

/**
 * @param {import("./types").IndexedDocument[]} docs
 * @param {(files: string[]) => void} [load]
 */
function start(docs, load) {
  const search = Search.open(Catalogue.open(self.faxCatalogue, load), docs);
  /**
   * @param {string} text
   * @returns {Answer}
   */
  return (text) => ({ type: "answer", query: text, groups: search.search(text) });
}

if (typeof importScripts === "function") {
  /** @type {Promise<(text: string) => Promise<Answer>> | null} */
  let opened = null;
  /** @param {{ catalogue: string, index: string }} addresses */
  const open = async ({ catalogue, index }) => {
    importScripts(catalogue);
    const answer = await fetch(index);
    if (!answer.ok) throw new Error(`${index}: HTTP status code ${answer.status}`);
    const { load, reading } = fetchedFrom(catalogue);
    const query = start((await answer.json()).docs, load);
    return (/** @type {string} */ text) => reading(() => query(text));
  };
  self.addEventListener("message", async ({ data }) => {
    try {
      if (data.type === "open") opened = open(data);
      const query = await opened;
      if (data.type === "query" && query) self.postMessage(await query(data.query));
    } catch (error) {
      self.postMessage({ type: "failed", message: String(error) });
    }
  });
} else {
  /** @type {((text: string) => Answer) | null} */
  let query = null;
  self.faxSearch = {
    open: () => {
      query ??= start(self.faxIndex?.docs ?? []);
    },
    query: (text) => (query ??= start(self.faxIndex?.docs ?? []))(text),
  };
}
