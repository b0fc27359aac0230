import test from "node:test";
import assert from "node:assert/strict";
import * as Fields from "../../../web/triage/engine/fields.js";
import { found } from "./load.mjs";
import { textCases, fieldCases } from "./cases.mjs";
for (const [text, sure, maybe] of textCases) {
  test("text: " + JSON.stringify(text).slice(0, 90), () => {
    const f = found(text);
    assert.deepEqual(f.sure, sure);
    if (maybe) assert.deepEqual(f.maybe, maybe);
  });
}
for (const [name, rank] of fieldCases) test("field: " + name, () => assert.equal(Fields.classify(name).rank, rank));
