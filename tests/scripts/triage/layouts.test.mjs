import assert from "node:assert/strict";
import test from "node:test";
import { layouts } from "./layouts.mjs";
import { found } from "./load.mjs";

for (const [name, text, counted] of layouts) {
  test(`layout: ${name}`, () => {
    const { sure, maybe } = found(text);
    assert.equal(sure.join(" "), counted);
    assert.deepEqual(maybe, []);
  });
}
