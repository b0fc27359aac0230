/* The engine as a worker: the page posts messages, run.js works on them in slices. A page opened from a file cannot start a
   worker and runs the same engine in itself (page/client.js); this part then does nothing. */
(function (self) {
  "use strict";

  if (typeof self.importScripts !== "function") return;
  const engine = self.TriageEngine.create(self.triageShape);
  const run = self.TriageRun.create(engine, (reply) => self.postMessage(reply), 40);
  self.onmessage = (event) => run.post(event.data);
  self.postMessage({ type: "ready" });
})(self);
