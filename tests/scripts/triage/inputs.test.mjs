import assert from "node:assert/strict";
import test from "node:test";
import { inputs } from "./inputs.mjs";
import { session } from "./load.mjs";

for (const [text, counted, offered] of inputs) {
  test(`input: ${JSON.stringify(text).slice(0, 90)}`, () => {
    const finds = Array.from(session(text).finds()).filter(({ passed }) => !passed);
    const codes = (wanted) =>
      finds
        .filter((find) => find.on === wanted)
        .map((find) => `${find.code}${find.latest ? "" : "~"}`)
        .join(" ");
    assert.equal(codes(true), counted);
    if (offered !== undefined) assert.equal(codes(false), offered);
  });
}
