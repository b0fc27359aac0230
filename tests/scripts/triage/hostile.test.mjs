// Hostile inputs, each so long that whatever grows faster than its length would not be done for minutes: a linear reader takes
// milliseconds, or for as many statuses as some hold, seconds.
import assert from "node:assert/strict";
import { once } from "node:events";
import test from "node:test";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import * as Reader from "../../../web/catalogue/catalogue.js";
import * as Query from "../../../web/search/query.js";
import * as Export from "../../../web/triage/engine/export.js";
import { catalogue } from "./load.mjs";

const PATIENCE = 60_000; // milliseconds for one input; most take a thousandth

const page = (body) => `<html><body>${body}`;
const mail = (lines) => `From: a@example.com\nSubject: Fax\n${lines}`;
const sheet = (rows) => `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${rows}`;
const json = (key) => JSON.stringify([{ [key]: 3931, Status: 3931 }]);

const inputs = {
  "breaks without an end": page("<br ".repeat(150_000)),
  "comments without an end": page("<!-- ".repeat(150_000)),
  "scripts without an end": page("<script>".repeat(100_000)),
  "blanks of HTML": page("&nbsp;".repeat(300_000)) + "x",
  "titles in a tag without an end": page("<a " + 'alt="x" '.repeat(60_000)) + "<p>",
  "attributes in a tag without an end": page("<a " + "data-x=1 ".repeat(60_000)) + "<p>",
  "attributes of ampersands": page(`<a data-status="${"&".repeat(200_000)}`) + ">",
  "tables in tables": "status\n" + "<table>\n".repeat(20_000) + "</table>",
  "rows of a sheet without an end": sheet("<Row>".repeat(100_000)),
  "cells of a sheet without an end": sheet("<Row>" + "<Cell>".repeat(100_000) + "</Row>"),
  "elements in elements": "<a>".repeat(60_000) + "</a>".repeat(60_000),
  "a key of capitals": json("A".repeat(400_000)),
  "a key of points": json(`0${".".repeat(300_000)}\n`),
  "a key of brackets": json(`count${"(".repeat(300_000)}`),
  "a name around of no slashes": JSON.stringify({ ["a".repeat(300_000)]: [{ Status: 3931 }] }),
  "cells of a quotation mark and blanks": "TransactionID,Status\n" + `7,"""${" ".repeat(390)}x"\n`.repeat(1_500),
  "blanks in a cell between bars": "| Status |\n|---|\n" + `| 3931${" ".repeat(300_000)}x |\n`,
  "statuses on one line": "{Status=3931, ".repeat(4_000),
  "groups of figures": "status " + "000,".repeat(80_000) + "00",
  arrows: "status " + "=>".repeat(300_000) + " x 3931",
  "blanks behind a status": "status 3931" + " ".repeat(400_000) + "x",
  "blank lines behind a status": "status 3931" + "\n".repeat(400_000) + "x",
  transactions: "transaction".repeat(60_000),
  completions: "complete ".repeat(100_000),
  "a callback with a blank in it": "TransactionID=1&" + "a=1&".repeat(60_000) + "CompletionTime=24/11/2026 10:22:33",
  "ampersands behind blanks": "a=1" + " &".repeat(300_000),
  "queries in queries": "status " + "?a=".repeat(6_000) + "&b",
  "blanks behind an INSERT": "INSERT INTO faxes (status) VALUES (3931)" + " ".repeat(300_000) + "x",
  "blanks behind a prompt": `$ cat faxes\nStatus\n3931\n# ${" ".repeat(300_000)}\nx`,
  "a command of signs": `> select ${"$".repeat(300_000)}\n3931\n`,
  "rules of LaTeX": "\\begin{tabular}{l}\nStatus & x\n" + "\\cline{".repeat(60_000) + " & 3931",
  "encoded words in a subject": mail("Subject: " + "=?utf-8?q?".repeat(60_000) + "\n\nstatus 3931"),
  "boundaries of a mail": mail("Content-Type: multipart/mixed;" + " boundary=".repeat(60_000) + "\n\nstatus 3931"),
};

test("a question of 45 kB is read as far as a question goes", () => {
  const known = Reader.open(catalogue, () => {});
  assert.equal(Query.parse(`${"word ".repeat(100)}3931`, known).type, "code");
  assert.equal(Query.parse(`${"word ".repeat(9000)}3931`, known).type, "words");
});

test("a line without end is not walked along for each find in it", () => {
  let touched = 0;
  const walk = (from, to) => ((touched += to - from), "x".repeat(to - from));
  const length = 1_000_000;
  const text = { length, slice: walk, indexOf: () => walk(0, length) && -1, lastIndexOf: () => walk(0, length) && -1 };
  Export.lineText({ text }, { offset: length / 2 });
  assert.ok(touched < 5_000);
});

const start = () => new Worker(new URL("./hostile.mjs", import.meta.url));
let worker = start();
test.after(() => worker.terminate());

async function read(text) {
  const timer = new AbortController();
  worker.postMessage(text);
  const [said] = await Promise.race([once(worker, "message"), setTimeout(PATIENCE, ["not done"], { signal: timer.signal })]);
  timer.abort();
  if (said === "done") return said;
  await worker.terminate();
  worker = start();
  return said;
}

for (const [name, text] of Object.entries(inputs))
  test(`hostile: ${name}`, async () => {
    assert.equal(await read(text), "done");
  });
