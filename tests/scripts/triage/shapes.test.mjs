// The same faxes, printed in every shape, are counted alike: whatever stands beside them, and whatever is printed around them.
import test from "node:test";
import assert from "node:assert/strict";
import * as Engine from "../../../web/triage/engine/engine.js";
import { catalogue, finish } from "./load.mjs";
import { shapes } from "./shapes.mjs";
import { faxes, smaller } from "./shapes/faxes.mjs";

const SEEDS = 10;
const SEEDS_IN_LETTER = 4;
const engine = Engine.create(catalogue); // One for all: it keeps nothing of the text before.
let listed = 0;
const codes = catalogue.codes.map((step) => (listed += step));

const sorted = (counts) => Object.fromEntries([...counts].sort(([one], [other]) => one - other));

function expected(list) {
  const counts = new Map();
  for (const { status } of list) counts.set(status, (counts.get(status) ?? 0) + 1);
  return { faxes: list.length, counts: sorted(counts) };
}

function counted(text) {
  const { error, total, byCode } = finish(engine.handle({ type: "open", name: "faxes", text }));
  return error ? { error } : { faxes: total, counts: sorted(byCode.map(({ code, count }) => [code, count])) };
}

const fails = (list, print) => {
  try {
    assert.deepEqual(counted(print(list)), expected(list));
    return false;
  } catch {
    return true;
  }
};

/** What is left of the faxes once nothing can be left out without the fault going away. */
function smallest(list, print) {
  const less = smaller(list).find((some) => fails(some, print));
  return less ? smallest(less, print) : list;
}

function check(print, seeds) {
  for (let seed = 1; seed <= seeds; seed++) {
    const list = faxes(seed, codes);
    if (!fails(list, print)) continue;
    const least = smallest(list, print);
    const text = print(least);
    assert.deepEqual(counted(text), expected(least), `seed ${seed}, counted wrongly:\n${text}`);
  }
}

// Who asks for help pastes it between sentences.
const inLetter = (text) => `Hello,\n\nplease look at these:\n\n${text}\n\nThanks, Anna\nTel. 030 6017\n`;

for (const [name, print] of shapes) {
  test(`shape: ${name}`, () => check(print, SEEDS));
  test(`shape in a letter: ${name}`, () => check((list) => inLetter(print(list)), SEEDS_IN_LETTER));
}
