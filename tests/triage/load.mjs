// Loads the classic scripts as a Worker would, into a fresh context, and makes a catalogue from the data tables.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { fileURLToPath } from "node:url";
const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.dirname(here);
const files = fs
  .readFileSync(path.join(root, "engine/worker.js"), "utf8")
  .match(/'[\w./-]+\.js'/g)
  .map((s) => s.slice(1, -1));

export function load() {
  const sandbox = {
    TextDecoder,
    TextEncoder,
    URLSearchParams,
    Blob,
    MessageChannel,
    performance,
    setTimeout,
    console,
    atob,
    DOMException,
    Uint8Array,
    ArrayBuffer,
  };
  sandbox.self = sandbox;
  const context = vm.createContext(sandbox);
  for (const f of files) vm.runInContext(fs.readFileSync(path.join(root, "engine", f), "utf8"), context, { filename: f });
  return sandbox;
}

export function shape() {
  return JSON.parse(fs.readFileSync(path.join(root, "fixtures/catalogue.json"), "utf8"));
}

export function finish(generator) {
  let step = generator.next();
  while (!step.done) step = generator.next();
  return step.value;
}

const box = load();
export function session(input, name = "test") {
  const engine = box.TriageEngine.create(shape());
  const message = { type: "open", name };
  if (typeof input === "string") message.text = input;
  else message.bytes = new Uint8Array(input);
  const result = finish(engine.handle(message));
  return { engine, result, ask: (m) => finish(engine.handle(m)), finds: () => (engine.session() ? engine.session().finds : []) };
}
export { box };

// What a test compares: the codes taken as statuses (each find), and those offered.
export function found(input) {
  const s = session(input);
  const all = Array.from(s.finds());
  return {
    sure: all.filter((f) => f.on).map((f) => f.code),
    maybe: all.filter((f) => !f.on).map((f) => f.code),
    result: s.result,
    format: s.result.format,
  };
}
