// For the copy without a server (macros/offline.py) only: a page opened from a file may not start a worker, so the search
// answers within the page. Material's bundle finds this where it expects a worker.
(() => {
  "use strict";

  self.Worker = class extends EventTarget {
    postMessage(message) {
      // Later, as a worker would: the bundle is still being run when it sends the first one.
      setTimeout(() => {
        const data = self.faxSearchWorker.handle(message);
        if (data) this.dispatchEvent(new MessageEvent("message", { data }));
      });
    }

    terminate() {}
  };
})();
