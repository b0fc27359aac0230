// Runs the published bundles where no module is: reads {triage-engine, search, files, log, docs} as JSON, files by name, prints what they answer.
// A worker has importScripts, a message at a time comes in and answers go out; a page opened from a file has globals and nothing else.
import fs from "node:fs";
import vm from "node:vm";

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const OPEN = { type: "open", name: "test", text: asked.log, id: 1 };

/** A global object with what every browser has. */
function globals(more) {
  const self = { setTimeout, MessageChannel, performance, TextDecoder, URL, navigator: {}, ...more };
  self.self = self;
  return vm.createContext(self);
}

/** A worker that runs a script: send() gives the first answer that `wanted` takes. */
function worker(text, more = {}) {
  const heard = [];
  const listeners = [];
  const self = globals({
    location: { href: "https://reference.example/assets/js/any.js" },
    importScripts: (...addresses) => addresses.forEach((address) => vm.runInContext(asked.files[address.split("/").pop()], self)),
    addEventListener: (type, listener) => listeners.push(listener),
    postMessage: (message) => heard.splice(0).forEach((hear) => hear(message)),
    ...more,
  });
  vm.runInContext(text, self);
  const next = () => new Promise((resolve) => heard.push(resolve));
  return async (message, wanted) => {
    let answer = next();
    for (const listener of [self.onmessage, ...listeners]) listener?.({ data: message });
    for (;;) {
      const got = await answer;
      if (wanted(got)) return got;
      answer = next();
    }
  };
}

const codes = (reply) => reply.result.byCode.map((each) => each.code);
const first = (answer) => answer.groups[0][0].path;

async function inWorkers() {
  const triage = worker(asked["triage-engine"]);
  await triage({ catalogue: "catalogue.js" }, (reply) => reply.type === "ready");
  const read = await triage(OPEN, (reply) => reply.type === "done");
  const index = { ok: true, json: async () => ({ docs: asked.docs }) };
  const fetch = async (address) =>
    address === "index.json" ? index : { ok: true, text: async () => asked.files[address.split("/").pop()] };
  const search = worker(asked.search, { fetch });
  const ask = (query) => search({ type: "query", query }, (reply) => reply.type === "answer");
  search({ type: "open", catalogue: "catalogue.js", index: "index.json" }, () => true);
  return { codes: codes(read), 3931: first(await ask("3931")), snippets: first(await ask("snippets")) };
}

async function inPage() {
  const self = globals({ faxIndex: { docs: asked.docs } });
  for (const script of [...Object.values(asked.files), asked.search, asked["triage-engine"]]) vm.runInContext(script, self);
  const read = await new Promise((resolve) => {
    self.faxTriage.start((reply) => reply.type === "done" && resolve(reply), 10).post(OPEN);
  });
  self.faxSearch.open();
  const place = (query) => first(self.faxSearch.query(query));
  return { codes: codes(read), 3931: place("3931"), snippets: place("snippets") };
}

const broken = worker(asked.search, { fetch: async () => ({ ok: false, status: 404 }) });
const failed = await broken({ type: "open", catalogue: "catalogue.js", index: "index.json" }, () => true);
process.stdout.write(JSON.stringify({ worker: await inWorkers(), page: await inPage(), failed }));
process.exit();
