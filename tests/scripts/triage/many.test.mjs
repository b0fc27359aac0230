// Many distinct numbers, as a wrong column has: the page gets the first codes, and the rest when it asks.
import assert from "node:assert/strict";
import test from "node:test";
import { session } from "./load.mjs";

const MANY = 3000;
const rows = Array.from({ length: MANY }, (_, at) => `${at},${at % 2 ? "" : "-"}${300_000 + at}`);
const opened = session(`TransactionID,Status\n${[...rows, "x,3931"].join("\n")}\n`);
const { result: summary, ask } = opened;

test("the first codes of many are shown, and every figure is of all", () => {
  assert.equal(summary.distinct, MANY + 1);
  assert.ok(summary.byCode.length < 500);
  assert.equal(summary.total, MANY + 1);
  const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);
  for (const { count, outcomes } of summary.byCategory) assert.equal(sum(outcomes), count);
  assert.equal(sum(summary.outcomes), MANY + 1);
  const steps = Object.values(summary.steps);
  assert.equal(
    steps.reduce((total, { distinct }) => total + distinct, 0),
    MANY + 1,
  );
  assert.ok(steps.every(({ codes }) => codes.length < 500));
});

test("the rest comes on request, each code once", () => {
  const codes = summary.byCode.map(({ code }) => code);
  while (codes.length < summary.distinct) codes.push(...ask({ type: "codes", from: codes.length }).codes.map(({ code }) => code));
  assert.equal(new Set(codes).size, MANY + 1);
});

test("a summary for a ticket stays short and says how many codes it leaves out", () => {
  for (const what of ["text", "markdown"]) {
    const { text } = ask({ type: "export", what });
    assert.ok(text.length < 100_000);
    assert.match(text, /and 2501 more codes/i);
    assert.match(text, /, and \d+ more codes\)/);
  }
});
