// What is found among thousands of codes: reads {files, catalogue, queries} as JSON, prints for each query the first pages, how many there
// are, and the files of texts that it took to find them. Also what triage says of some codes, and the files that this took.
import fs from "node:fs";
import vm from "node:vm";
import { open } from "../../web/catalogue/catalogue.js";
import * as Search from "../../web/search/search.js";
import { make } from "../../web/triage/engine/catalogue.js";

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const self = (globalThis.self = globalThis);
const run = (name) => vm.runInThisContext(asked.files[name]);
run(asked.catalogue);

let loaded = [];
const load = (names) => {
  loaded.push(...names);
  names.forEach(run);
};
/** The answer of a reader that has no text yet. */
function fresh(answer) {
  self.faxTexts = undefined;
  loaded = [];
  const result = answer(open(self.faxCatalogue, load));
  return { result, loaded: loaded.length };
}
const search = Search.open(open(self.faxCatalogue, load), []);
const places = (found, text) => found.search(text).map(([first]) => first.path);

process.stdout.write(
  JSON.stringify({
    alone: Object.fromEntries(asked.queries.map((text) => [text, fresh((catalogue) => places(Search.open(catalogue, []), text))])),
    together: Object.fromEntries(asked.queries.map((text) => [text, places(search, text)])),
    triage: fresh((catalogue) => asked.codes.map((code) => make(catalogue).explain(code))),
  }),
);
