// Drives the engine's modules as the worker does. tests/scripts/test_triage.py names the packed catalogue in FAX_CATALOGUE.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as Engine from "../../../web/triage/engine/engine.js";

export const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), "fixtures");
export const catalogue = JSON.parse(fs.readFileSync(process.env.FAX_CATALOGUE, "utf8"));

export function finish(generator) {
  let step = generator.next();
  while (!step.done) step = generator.next();
  return step.value;
}

export function session(input, name = "test") {
  const engine = Engine.create(catalogue);
  const message = { type: "open", name };
  if (typeof input === "string") message.text = input;
  else message.bytes = new Uint8Array(input);
  const result = finish(engine.handle(message));
  return { engine, result, ask: (asked) => finish(engine.handle(asked)), finds: () => (engine.session() ? engine.session().finds : []) };
}

// What a test compares: the codes taken as statuses, and those offered.
export function found(input) {
  const opened = session(input);
  const all = opened.finds();
  return {
    sure: all.filter((find) => find.on).map((find) => find.code),
    maybe: all.filter((find) => !find.on && !find.passed).map((find) => find.code),
    result: opened.result,
    format: opened.result.format,
  };
}
