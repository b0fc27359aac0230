/* Stands in for the worker that Material's bundle starts on every page. The real one, and the index of the pages, are asked for
   when somebody turns to the search: who only reads a page loads neither. The messages are private to Material (read in 9.8.2),
   so the browser tests guard them. */
"use strict";

(() => {
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const Real = self.Worker;
  if (!Real) return;

  class Demanded extends EventTarget {
    #address;
    #started = null;

    constructor(address) {
      super();
      this.#address = address;
      /* Later, as a worker would: the bundle does not listen yet. */
      setTimeout(() => this.#say({ type: READY }));
      const wake = (event) => event.target.closest?.(".md-search, [for=__search], .header-button--search") && this.#start().catch(() => {});
      for (const kind of ["focusin", "pointerover"]) addEventListener(kind, wake, { passive: true });
    }

    postMessage(message) {
      if (message.type !== QUERY) return;
      if (!message.data && !this.#started) this.#say({ type: RESULT, data: { items: [], query: message.data } });
      else this.#start().then((worker) => worker.postMessage(message), () => {});
    }

    #say(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    /* One worker, which has its index before it is asked anything. Where that fails, the next letter tries again. */
    #start() {
      this.#started ??= this.#real().catch((error) => {
        this.#started = null;
        throw error;
      });
      return this.#started;
    }

    async #real() {
      const worker = new Real(this.#address);
      worker.addEventListener("message", ({ data }) => data.type === RESULT && this.#say(data));
      try {
        const answer = await fetch(new URL("search/search_index.json", __md_scope));
        worker.postMessage({ type: SETUP, data: await answer.json() });
      } catch (error) {
        worker.terminate();
        throw error;
      }
      return worker;
    }
  }

  /* The bundle's is the first that is asked for; any other is what its page wants. */
  self.Worker = function Worker(address) {
    self.Worker = Real;
    return new Demanded(address);
  };
})();
