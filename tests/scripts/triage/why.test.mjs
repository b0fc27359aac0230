// Every number says why it counts, is offered or was passed over, and nothing is left out without a word.
import assert from "node:assert/strict";
import test from "node:test";
import { FOREIGN } from "../../../web/triage/engine/foreign.js";
import { LINE_RULES } from "../../../web/triage/engine/status/line.js";
import { EXCLUSIONS } from "../../../web/triage/engine/status/numbers-in-line.js";
import { RULES } from "../../../web/triage/engine/status/rules.js";
import { REASONS } from "../../../web/triage/engine/why.js";
import { session } from "./load.mjs";

const OF_OTHERS = ["count of faxes", "common"]; // Decided outside the rules of a line.
const rows = (text, state) => session(text).ask({ type: "rows", filter: { state } });

test("each rule has its sentence, and each sentence its rule", () => {
  const names = [...EXCLUSIONS, ...RULES, ...LINE_RULES].map(({ name }) => name);
  assert.deepEqual(Object.keys(REASONS).sort(), [...new Set([...names, ...OF_OTHERS])].sort());
});

test("a sentence is one", () => {
  for (const sentence of Object.values(REASONS)) assert.match(sentence, /^[A-Z][^.]+(?:\. [A-Z][^.]+)?\.$/);
});

const said = [
  // what counts
  ["on", "fax status 3931", "The word before it says status."],
  ["on", "TransactionID,Status\n7,3931\n", "The column “Status” is named as a status."],
  ["on", '{"faxId":7,"status":3931}', "Its field “status” is named as a status."],
  ["on", "Busy (3931): 6 faxes\nNo answer (8021): 2 faxes", "A number of faxes stands beside it."],
  // what is offered
  ["maybe", "hylafax[1]: sent, status 3931", "The line names another fax service or program, whose numbers mean something else."],
  ["maybe", '{"provider":"Twilio","fax_status":3931}', "The record looks like one of another service, whose numbers mean something else."],
  ["maybe", '{"id":7,"status":404}', "Its field “status” is named as a status, but nothing beside it tells of a fax."],
  ["maybe", "final status 0", "Many things have such a status, and nothing tells of a fax."],
  // what was passed over
  ["passed", "fax status 0, page 3931", "The word before it names something else."],
  ["passed", "fax 7 WHERE x <> 3931", "Something is compared with it."],
];
for (const [state, text, why] of said) {
  test(`why ${state}: ${text.slice(0, 60)}`, () => assert.ok(rows(text, state).rows.some((row) => row.why === why)));
}

test("a number that was passed over can be counted", () => {
  const opened = session("fax status 0, page 3931");
  const [{ find }] = opened.ask({ type: "rows", filter: { state: "passed" } }).rows;
  const after = opened.ask({ type: "toggle", finds: [find], on: true });
  assert.deepEqual([after.total, after.passed], [2, 0]);
});

test("rows without a number are reported and can be seen", () => {
  const text = "TransactionID,Status\n7,3931\n8,Sent\n9,\n10,0\n";
  assert.match(
    session(text)
      .result.notes.map(({ sentence }) => sentence)
      .join(" "),
    /^Read 2 of 4 rows; .*line 3.*line 4/,
  );
  assert.deepEqual(
    rows(text, "passed").unread.map(({ line, cells }) => [line, ...cells]),
    [
      [3, "8", "Sent"],
      [4, "9", ""],
    ],
  );
});

test("a fax without a status in a list of faxes is reported", () => {
  const [note] = session('[{"faxId":7,"status":3931},{"faxId":8}]').result.notes;
  assert.match(note.sentence, /^Read 1 of 2 rows; 1 has no status/);
});

test("records of others are reported", () => {
  assert.ok(FOREIGN.every(({ name, whose }) => name && whose));
  const { notes, total } = session('{"StatusCode":1,"StatusDescription":"Success","DOCID":"7"}').result;
  assert.equal(total, 0);
  assert.match(notes[0].sentence, /^1 record looks like one of eFax/);
});
