// Speaks with Material's bundle in place of its own search worker. The messages
// are private to Material (read in 9.8.2), so the browser tests guard them.
(() => {
  "use strict";

  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;

  let search = null;

  function handle({ type, data }) {
    if (type === SETUP) {
      const catalogue = self.faxCatalogue.open(self.faxData);
      search = self.faxSearch.open(catalogue, data.docs);
      return { type: READY };
    }
    if (type !== QUERY) return null;
    // `query` is for the search field, which has to know what this answers.
    return { type: RESULT, data: { items: search.search(data), query: data } };
  }

  // A page opened from a file cannot start a worker and runs this in itself.
  self.faxSearchWorker = { handle };
  if (typeof importScripts !== "function") return;

  self.addEventListener("message", (event) => {
    const answer = handle(event.data);
    if (answer) self.postMessage(answer);
  });
})();
