/* The way to the search, which is loaded when it is first needed: a worker, or, in a copy opened from a file, where no worker
   starts and nothing can be fetched, a script that such a page has already. */

/** @typedef {import("../types").Answer} Answer */
/** @typedef {import("../types").Failed} Failed */

/**
 * @param {DOMStringMap} addresses of the worker, the catalogue and the text index
 * @param {(message: Answer | Failed) => void} hear
 */
export function connect(addresses, hear) {
  /** @type {{ ask: (query: string) => void } | null} */
  let running = null;

  function start() {
    running ??= self.faxSearch ? inPage(self.faxSearch) : inWorker();
    return running;
  }

  /** @param {NonNullable<typeof self.faxSearch>} engine */
  function inPage(engine) {
    engine.open();
    return { ask: (/** @type {string} */ query) => hear(engine.query(query)) };
  }

  function inWorker() {
    const worker = new Worker(addresses.worker ?? "");
    const fail = (/** @type {string} */ message) => {
      worker.terminate();
      running = null; /* The next question starts another one. */
      hear({ type: "failed", message });
    };
    worker.addEventListener("message", ({ data }) => (data.type === "failed" ? fail(data.message) : hear(data)));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      fail(event.message);
    });
    const whole = (/** @type {string | undefined} */ address) => new URL(address ?? "", location.href).href;
    worker.postMessage({ type: "open", catalogue: whole(addresses.catalogue), index: whole(addresses.index) });
    return { ask: (/** @type {string} */ query) => worker.postMessage({ type: "query", query }) };
  }

  return {
    start: () => void start(),
    ask: (/** @type {string} */ query) => start().ask(query),
  };
}
