/* The page's way to the engine: promises, whether a worker does the work or, in a copy opened from a file, the page itself in
   slices (macros/publish/offline.py loads the engine into the page there). */

const SLICE = 10; // milliseconds of the page's own thread at a time

/* -> { ask(message, onProgress), ready }. A promise of ask() has cancel(). */
function create(workerUrl, catalogueUrl) {
  const waiting = new Map();
  let last = 0;
  let post = null;

  function receive(reply) {
    const entry = waiting.get(reply.id);
    if (!entry) return;
    if (reply.type === "progress") {
      if (entry.onProgress) entry.onProgress(reply.value);
      return;
    }
    waiting.delete(reply.id);
    if (reply.type === "done") entry.resolve(reply.result);
    else if (reply.type === "cancelled") entry.reject(new DOMException("Cancelled", "AbortError"));
    else entry.reject(new Error(reply.sentence));
  }

  function fail(sentence) {
    for (const entry of waiting.values()) entry.reject(new Error(sentence));
    waiting.clear();
  }

  const ready = new Promise((resolve, reject) => {
    if (self.faxTriage) {
      const run = self.faxTriage.start(receive, SLICE);
      post = (message) => run.post(message);
      resolve();
      return;
    }
    const worker = new Worker(workerUrl);
    worker.onerror = () => {
      reject(new Error("The part of this page that reads could not be loaded. Load the page again."));
      fail("The reading stopped. Load the page again; a smaller part of the text may help.");
    };
    worker.onmessage = ({ data }) => {
      if (data.type === "ready") resolve();
      else receive(data);
    };
    worker.postMessage({ catalogue: new URL(catalogueUrl, location.href).href });
    post = (message) => worker.postMessage(message);
  });
  ready.catch(() => {}); // told to whoever asks

  function ask(message, onProgress) {
    const id = ++last;
    const promise = new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      ready.then(() => post({ ...message, id }), reject);
    });
    promise.cancel = () => ready.then(() => post({ type: "cancel", target: id }));
    return promise;
  }

  return { ask, ready };
}

export { create };
