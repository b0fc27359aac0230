/* Drives the engine's generators in slices: after each slice the thread is free for paint, keys and a cancel. */

import * as Decode from "./decode.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Message} Message */
/** @typedef {import("./types").Progress} Progress */
/** @typedef {import("./types").Reply} Reply */
/** @typedef {import("./types").Request} Request */
/** @typedef {Request & { id: number }} Job */
/** @typedef {Generator<Progress, Answer, void>} Answering */
/** @typedef {{ id: number, cancelled: boolean, reported: number }} Running */

const REPORT_EVERY = 100; // milliseconds between two reports of progress
const GONE = "A part of this page could not be loaded. There may be a new edition of it: reload the page.";

/**
 * A message to oneself comes back sooner than setTimeout, which browsers slow down when nested.
 * @returns {(next: () => void) => void}
 */
function breather() {
  if (typeof MessageChannel === "undefined") return (next) => void setTimeout(next, 0);
  const channel = new MessageChannel();
  /** @type {(() => void) | null} */
  let waiting = null;
  channel.port1.onmessage = () => {
    const next = waiting;
    waiting = null;
    next?.();
  };
  // Under Node an open port would keep the tests from ending.
  if ("unref" in channel.port1 && typeof channel.port1.unref === "function") channel.port1.unref();
  return (next) => {
    waiting = next;
    channel.port2.postMessage(0);
  };
}

/**
 * Jobs run one after another; a cancel ends the one that runs or waits.
 * @param {{ handle(request: Request): Answering }} engine
 * @param {(reply: Reply) => void} send
 * @param {number} budget milliseconds a slice
 */
export function create(engine, send, budget) {
  /** @type {Job[]} */
  const queue = [];
  const breathe = breather();
  /** @type {Running | null} */
  let current = null;

  /** @param {number} target */
  const cancel = (target) => {
    const waits = queue.findIndex((job) => job.id === target);
    if (waits >= 0) {
      queue.splice(waits, 1);
      send({ id: target, type: "cancelled" });
    } else if (current?.id === target) current.cancelled = true;
  };

  /** @param {Message} message */
  const post = (message) => {
    if (message.type === "cancel") {
      cancel(message.target);
      return;
    }
    queue.push(message);
    if (!current) begin();
  };

  const begin = () => {
    const job = queue.shift();
    if (!job) return;
    /** @type {Running} */
    const state = { id: job.id, cancelled: false, reported: 0 };
    current = state;
    const file = "file" in job ? job.file : null;
    if (file && file.size > Decode.MAX_BYTES) {
      end({ id: job.id, type: "done", result: Decode.tooLarge(file.size) });
      return;
    }
    withBytes(job, file)
      .then((request) => slice(state, engine.handle(request)))
      .catch((error) => failed(state.id, error));
  };

  /**
   * A File is read here, so that its bytes are held on this side only.
   * @param {Job} job
   * @param {File | null | undefined} file
   * @returns {Promise<Request>}
   */
  const withBytes = async (job, file) => {
    if (!file || job.type !== "open") return job;
    return { type: job.type, name: job.name || file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  };

  /**
   * @param {number} id
   * @param {unknown} error
   */
  const failed = (id, error) => {
    // A file of the catalogue's texts, which is loaded when it is needed, may be gone.
    const isGone = error instanceof DOMException && error.name === "NetworkError";
    const said = (error instanceof Error && error.message) || error;
    const why = /call stack|recursion/.test(String(said)) ? "what is in it is nested too deeply." : String(said).slice(0, 200);
    end({ id, type: "error", sentence: isGone ? GONE : `This could not be read: ${why}` });
  };

  /**
   * @param {Running} state
   * @param {Answering} work
   */
  const slice = (state, work) => {
    const { id } = state;
    if (state.cancelled) {
      work.return({}); // runs the finally of what it was about; the value goes nowhere
      end({ id, type: "cancelled" });
      return;
    }
    const start = performance.now();
    let step;
    try {
      do step = work.next();
      while (!step.done && performance.now() - start < budget);
    } catch (error) {
      failed(id, error);
      return;
    }
    if (step.done) {
      end({ id, type: "done", result: step.value });
      return;
    }
    if (step.value && performance.now() - state.reported > REPORT_EVERY) {
      state.reported = performance.now();
      send({ id, type: "progress", stage: step.value.stage, value: step.value.value });
    }
    breathe(() => slice(state, work));
  };

  /** @param {Reply} reply */
  const end = (reply) => {
    current = null;
    send(reply);
    if (queue.length) begin();
  };

  return { post };
}
