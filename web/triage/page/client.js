/* The page's way to the engine: promises, whether a worker does the work or, in a copy opened from a file, the page itself in
   slices (macros/publish/offline.py loads the engine into the page there). */

/** @import { Answer, Answers, Message, Reply, Request } from "../engine/types.js" */
/** @typedef {{ resolve: (answer: Answer) => void, reject: (error: Error) => void, onProgress: (value: number) => void }} Waiting */

const SLICE = 10; // milliseconds of the page's own thread at a time

/**
 * @param {string} workerUrl
 * @param {string} catalogueUrl
 */
export function create(workerUrl, catalogueUrl) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let last = 0;

  /** @param {Reply} reply */
  function receive(reply) {
    const entry = waiting.get(reply.id);
    if (!entry) return;
    if (reply.type === "progress") {
      entry.onProgress(reply.value);
      return;
    }
    waiting.delete(reply.id);
    if (reply.type === "done") entry.resolve(reply.result);
    else if (reply.type === "cancelled") entry.reject(new DOMException("Cancelled", "AbortError"));
    else entry.reject(new Error(reply.sentence));
  }

  /** @param {string} sentence */
  function fail(sentence) {
    for (const entry of waiting.values()) entry.reject(new Error(sentence));
    waiting.clear();
  }

  /** @type {Promise<(message: Message) => void>} */
  const ready = new Promise((resolve, reject) => {
    if (self.faxTriage) {
      const run = self.faxTriage.start(receive, SLICE);
      resolve((message) => run.post(message));
      return;
    }
    const worker = new Worker(workerUrl);
    worker.onerror = () => {
      reject(new Error("The log reader could not be loaded. Reload the page."));
      fail("Reading stopped. Reload the page; a smaller part of the text may help.");
    };
    worker.onmessage = ({ data }) => {
      if (data.type === "ready") resolve((message) => worker.postMessage(message));
      else receive(data);
    };
    worker.postMessage({ catalogue: new URL(catalogueUrl, location.href).href });
  });
  ready.catch(() => {}); // whoever asks gets the error

  /**
   * The engine's answer to a request, rejected with an AbortError after cancel().
   * @template {Request} R
   * @param {R} request
   * @param {(value: number) => void} [onProgress] called with how far it is, from 0 to 1
   */
  function ask(request, onProgress = () => {}) {
    const id = ++last;
    /** @type {Promise<Answer>} */
    const promise = new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      ready.then((post) => post({ ...request, id }), reject);
    });
    const cancel = () => void ready.then((post) => post({ type: "cancel", target: id }));
    return Object.assign(/** @type {Promise<Answers[R["type"]]>} */ (promise), { cancel });
  }

  return { ask, ready };
}
