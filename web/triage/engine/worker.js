/* The engine as a worker: the page says first where the catalogue is, then posts its messages, on which run.js works in slices.
   A page opened from a file cannot start a worker; it has this script itself and drives the same engine (page/client.js). */

import { besideIn } from "../../catalogue/beside.js";
import * as Engine from "./engine.js";
import * as Run from "./run.js";

/** @typedef {import("./types").Reply} Reply */

const SLICE = 40; // milliseconds of the worker's thread at a time

/**
 * @param {(reply: Reply) => void} send
 * @param {number} slice
 * @param {(files: string[]) => void} [load]
 */
const start = (send, slice, load) => Run.create(Engine.create(self.faxCatalogue, load), send, slice);

if (typeof importScripts === "function") {
  /** @type {ReturnType<typeof start> | null} */
  let run = null;
  self.onmessage = ({ data }) => {
    if (run) {
      run.post(data);
      return;
    }
    importScripts(data.catalogue);
    run = start((reply) => self.postMessage(reply), SLICE, besideIn(data.catalogue));
    // The page waits for this lock, which is held as long as the worker lives.
    const live = () => new Promise(() => self.postMessage({ type: "ready", locked: true }));
    const unlocked = () => self.postMessage({ type: "ready", locked: false });
    const locks = self.navigator?.locks;
    if (locks) locks.request(data.alive, live).catch(unlocked);
    else unlocked();
  };
} else {
  self.faxTriage = { start };
}
