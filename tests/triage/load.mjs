// Runs the engine's script, the very one that the site publishes, as a browser would, in a context of its own. tests/test_triage.py
// makes it from docs/assets/triage/ and names it in TRIAGE_ENGINE.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { fileURLToPath } from "node:url";

export const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), "fixtures");
const script = fs.readFileSync(process.env.TRIAGE_ENGINE, "utf8");

const GIVEN = {
  TextDecoder,
  TextEncoder,
  URLSearchParams,
  Blob,
  MessageChannel,
  performance,
  setTimeout,
  atob,
  DOMException,
  Uint8Array,
  ArrayBuffer,
};

export function load() {
  const sandbox = { ...GIVEN };
  sandbox.self = sandbox;
  vm.runInContext(script, vm.createContext(sandbox), { filename: "triage-engine.js" });
  return sandbox;
}

export const box = load();

export function shape() {
  return box.triageShape;
}

export function finish(generator) {
  let step = generator.next();
  while (!step.done) step = generator.next();
  return step.value;
}

export function session(input, name = "test") {
  const engine = box.TriageEngine.create(shape());
  const message = { type: "open", name };
  if (typeof input === "string") message.text = input;
  else message.bytes = new Uint8Array(input);
  const result = finish(engine.handle(message));
  return { engine, result, ask: (asked) => finish(engine.handle(asked)), finds: () => (engine.session() ? engine.session().finds : []) };
}

// What a test compares: the codes taken as statuses, and those offered.
export function found(input) {
  const opened = session(input);
  const all = Array.from(opened.finds());
  return {
    sure: all.filter((find) => find.on).map((find) => find.code),
    maybe: all.filter((find) => !find.on).map((find) => find.code),
    result: opened.result,
    format: opened.result.format,
  };
}
