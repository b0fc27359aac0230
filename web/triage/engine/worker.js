/* The engine as a worker: the page says first where the catalogue is, then posts its messages, on which run.js works in slices.
   A page opened from a file cannot start a worker; it has this script itself and drives the same engine (page/client.js). */

import * as Engine from "./engine.js";
import * as Run from "./run.js";

/** @typedef {import("./types").Reply} Reply */

const SLICE = 40; // milliseconds of the worker's thread at a time

/**
 * @param {(reply: Reply) => void} send
 * @param {number} slice
 */
const start = (send, slice) => Run.create(Engine.create(self.faxCatalogue), send, slice);

if (typeof importScripts === "function") {
  /** @type {ReturnType<typeof start> | null} */
  let run = null;
  self.onmessage = ({ data }) => {
    if (run) {
      run.post(data);
      return;
    }
    importScripts(data.catalogue);
    run = start((reply) => self.postMessage(reply), SLICE);
    self.postMessage({ type: "ready" });
  };
} else {
  self.faxTriage = { start };
}
