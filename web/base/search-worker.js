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
  let waits = ""; /* the text that is not answered yet */
  let isSecond = false; /* whether the worker that runs was started because another could not be loaded */

  function start() {
    running ??= self.faxSearch ? inPage(self.faxSearch) : inWorker();
    return running;
  }

  /** @param {NonNullable<typeof self.faxSearch>} engine */
  function inPage(engine) {
    engine.open();
    return { ask: (/** @type {string} */ query) => hear(engine.query(query)) };
  }

  /** Tries once more, since a connection may fail once; then says so. The next question starts another worker. */
  function fail(/** @type {string} */ message) {
    running = null;
    isSecond = !isSecond;
    if (!isSecond) hear({ type: "failed", message });
    else if (waits) start().ask(waits);
    else start();
  }

  function inWorker() {
    /** @type {Worker} */
    let worker;
    try {
      worker = new Worker(addresses.worker ?? "");
    } catch (error) {
      /* A frame whose origin is hidden may start none. */
      return { ask: () => hear({ type: "failed", message: String(error) }) };
    }
    const failed = (/** @type {string} */ message) => {
      worker.terminate();
      fail(message);
    };
    worker.addEventListener("message", ({ data }) => {
      if (data.type === "failed") {
        failed(data.message);
        return;
      }
      isSecond = false;
      if (data.query === waits) waits = "";
      hear(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      failed(event.message);
    });
    const whole = (/** @type {string | undefined} */ address) => new URL(address ?? "", location.href).href;
    worker.postMessage({ type: "open", catalogue: whole(addresses.catalogue), index: whole(addresses.index) });
    return { ask: (/** @type {string} */ query) => worker.postMessage({ type: "query", query }) };
  }

  return {
    start: () => void start(),
    ask: (/** @type {string} */ query) => {
      waits = query;
      start().ask(query);
    },
  };
}
