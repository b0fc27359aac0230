/* The page's way to the engine: promises, whether a worker does the work or, in a copy opened from a file, the page itself in
   slices (macros/publish/offline.py loads the engine into the page there). A worker that does not hear a cancel, or ended by itself,
   is replaced by another, which reads again what was open. */

/** @import { Answer, Answers, Message, Reply, Request } from "../engine/types.js" */
/** @typedef {{ request: Request, resolve: (answer: Answer) => void, reject: (error: Error) => void, onProgress: (value: number) => void }} Waiting */
/** @typedef {{ post: Promise<(message: Message) => void>, end: () => void }} Connection */

const SLICE = 10; // milliseconds of the page's own thread at a time
const PATIENCE = 500; // milliseconds in which a worker has to hear a cancel

const MISSING =
  "The log reader could not be loaded. There may be a new edition of this page: copy what you put in, reload the page and paste it again.";
const STOPPED = "Reading stopped, perhaps for lack of memory. A smaller part of the text may help.";

/**
 * A worker that is ready once its catalogue is loaded.
 * @param {string} workerUrl
 * @param {string} catalogueUrl
 * @param {(reply: Reply) => void} receive
 * @param {() => void} lost called when it ended by itself after it was ready
 * @returns {Connection}
 */
function inWorker(workerUrl, catalogueUrl, receive, lost) {
  /** @type {Worker | null} */
  let worker = null;
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    worker?.terminate();
  };
  const start = () =>
    new Promise((resolve, reject) => {
      worker = new Worker(workerUrl);
      const alive = crypto.randomUUID?.() ?? "";
      let isReady = false;
      worker.onerror = (event) => {
        event.preventDefault();
        if (isReady) lost();
        else reject(new Error(MISSING));
      };
      worker.onmessage = ({ data }) => {
        if (data.type !== "ready") {
          receive(data);
          return;
        }
        isReady = true;
        /* A worker without memory ends and says nothing: the lock that it holds for life comes free. */
        if (data.locked) navigator.locks.request(alive, { signal: ending.signal }, lost).catch(() => {});
        resolve((/** @type {Message} */ message) => worker?.postMessage(message));
      };
      worker.postMessage({ catalogue: new URL(catalogueUrl, location.href).href, alive });
    });
  /* Once more, since a connection may fail once. */
  const post = start()
    .catch(start)
    .catch(() => Promise.reject(new Error(MISSING)));
  post.catch(() => {}); // whoever asks gets the error
  return { post, end };
}

/**
 * @param {string} workerUrl
 * @param {string} catalogueUrl
 */
export function create(workerUrl, catalogueUrl) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** What made the open log what it is, for a worker that takes another's place. @type {Request[]} */
  let made = [];
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
    if (reply.type === "done") {
      keep(entry.request, reply.result);
      entry.resolve(reply.result);
    } else if (reply.type === "cancelled") entry.reject(new DOMException("Cancelled", "AbortError"));
    else entry.reject(new Error(reply.sentence));
  }

  /**
   * @param {Request} request
   * @param {Answer} answer
   */
  function keep(request, answer) {
    if (request.type === "open" && !("error" in answer)) made = [request];
    else if (request.type === "column" || request.type === "toggle") made.push(request);
  }

  /** @returns {Connection} */
  function connect() {
    if (!self.faxTriage) return inWorker(workerUrl, catalogueUrl, receive, lost);
    const run = self.faxTriage.start(receive, SLICE);
    return { post: Promise.resolve((message) => run.post(message)), end: () => {} };
  }

  /** A worker in the place of the last one, with what was open there and what is waited for still. */
  function replace() {
    connection.end();
    connection = connect();
    for (const request of made) send(request, (last += 1));
    for (const [id, { request }] of waiting) send(request, id);
  }

  function lost() {
    if (!waiting.size) made = []; // It ended while it read that again.
    for (const entry of waiting.values()) entry.reject(new Error(STOPPED));
    waiting.clear();
    replace();
  }

  /**
   * @param {Request} request
   * @param {number} id
   */
  function send(request, id) {
    const { post } = connection;
    post.then(
      (to) => to({ ...request, id }),
      (error) => {
        waiting.get(id)?.reject(error);
        waiting.delete(id);
      },
    );
  }

  let connection = connect();

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
      waiting.set(id, { request, resolve, reject, onProgress });
      send(request, id);
    });
    const cancel = () => {
      connection.post.then((to) => to({ type: "cancel", target: id })).catch(() => {});
      if (self.faxTriage) return;
      setTimeout(() => {
        if (!waiting.has(id)) return;
        receive({ id, type: "cancelled" });
        replace();
      }, PATIENCE);
    };
    return Object.assign(/** @type {Promise<Answers[R["type"]]>} */ (promise), { cancel });
  }

  return { ask, ready: connection.post };
}
