import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as Decode from "../../../web/triage/engine/decode.js";
import * as Engine from "../../../web/triage/engine/engine.js";
import * as Export from "../../../web/triage/engine/export.js";
import * as Run from "../../../web/triage/engine/run.js";
import * as Time from "../../../web/triage/engine/time.js";
import { session, fixtures, finish, catalogue } from "./load.mjs";
const open = (name) => session(fs.readFileSync(path.join(fixtures, name)), name);
// file: statuses that count (~ marks an earlier record of the same fax), offered, code of a note that must be there
const expected = {
  "confirmation.csv": ["0 3931 3267 -22~ 4711 205000", ""],
  "confirmation-bom.csv": ["0 3931 3267 -22~ 4711 205000", ""],
  "confirmation-utf16le.csv": ["0 3931 3267 -22~ 4711 205000", ""],
  "confirmation-utf16le-nobom.csv": ["0 3931 3267 -22~ 4711 205000", ""],
  "confirmation-utf16be.csv": ["0 3931 3267 -22~ 4711 205000", ""],
  "confirmation.tsv": ["0 3931 3267 -22~ 4711 205000", ""],
  "german.csv": ["0 3935 -22", "", "windows-1252"],
  "no-header.csv": ["0 3931 6017 -3 8021", "", "guessed-column"],
  "duplicate-ragged.csv": ["0 3931 6017 -22", ""],
  "broken-quotes.csv": ["3931 0 6017 -3 263", "", "quotes"],
  "list.txt": ["3931 0 -22 6017 1 0", ""],
  "rest-array.json": ["0 3931 -3 204000", ""],
  "rest-one.json": ["-22", ""],
  "rest-wrapped.json": ["6017 0", ""],
  "rest.ndjson": ["0~ 3931 0", "", "repeated"],
  "attempts.json": ["0 3935", ""],
  "inbound.json": ["", "", "inbound"],
  "inbound.csv": ["", "", "inbound"],
  "broken.json": ["0 3931 6017", "", "json"],
  "truncated.json": ["0 3931 6017", "", "json"],
  "log.log": ["-3~ 3931 0 6017", ""],
  "confirmation.xml": ["0 3931 -22", ""],
  "confirmation-one.xml": ["6017", ""],
  "blocks-no-root.xml": ["0 8021", ""],
  "entities.xml": ["3931", "", "doctype"],
  "broken.xml": ["0 3931", null, "xml"],
  "soap.xml": ["0 3931 -3", ""],
  "soap-send.xml": ["", ""],
  "callback.txt": ["3931", ""],
  "callbacks.txt": ["-3~ 0 6017", ""],
  "confirmation.eml": ["3931", ""],
  "csv-under-headers.eml": ["0 3931 -22", ""],
  "multipart.eml": ["0 3931 3267 -22~ 4711 205000", ""],
  "bounce.eml": ["3931", ""],
  "confirmation.html": ["-22", ""],
  "access.log": ["", null],
  "access.csv": ["", ""],
  "syslog.txt": ["3935", null],
  "prose.txt": ["3931 6017", "-22 3933"],
  "terminal.txt": ["0 3931 -22", ""],
  "markdown-table.txt": ["3931 0", ""],
  "hostile.csv": ["3931 -22 0 6017 263 0 8010", ""],
  "nul.log": ["3931 0 6017", "", "nul"],
  "report-title.csv": ["3931 0", ""],
  "duplicates.csv": ["0 3931~ -3~ 8021 6017 -3~", ""],
};
for (const [name, [counted, offered, note]] of Object.entries(expected)) {
  test("file: " + name, () => {
    const s = open(name);
    const all = Array.from(s.finds());
    assert.equal(
      all
        .filter((f) => f.on)
        .map((f) => f.code + (f.latest ? "" : "~"))
        .join(" "),
      counted,
    );
    if (offered !== null)
      assert.equal(
        all
          .filter((f) => !f.on && !f.passed)
          .map((f) => f.code)
          .join(" "),
        offered,
      );
    if (note)
      assert.ok(
        s.result.notes.some((n) => n.code === note),
        JSON.stringify(s.result.notes),
      );
    // Every place is true: the number stands where the find says.
    for (const f of all) {
      const section = s.engine.session().sections[f.section];
      if (section.type === "text") assert.match(section.text.slice(f.offset, f.offset + f.length), /\d/);
      else assert.ok(String(section.rows[f.row][f.column]).length > 0);
    }
  });
}
for (const [name, code] of [
  ["empty.txt", "empty"],
  ["binary.pdf", "binary"],
  ["binary.bin", "binary"],
]) {
  test("refused: " + name, () => {
    const e = open(name).result.error;
    assert.equal(e.code, code);
    assert.match(e.sentence, /\.$/);
  });
}
test("a file over 200 MB is refused by its size alone", () => assert.match(Decode.tooLarge(300e6).error.sentence, /287 MB.*200 MB/));
test("broken JSON and XML name the line", () => {
  assert.match(open("broken.json").result.notes[0].sentence, /line 31/);
  assert.match(open("broken.xml").result.notes[0].sentence, /line 18/);
});
test("line numbers of records count the line ends before them, of those that end within a line too", () => {
  const text = 'a {"Status":\n3931} b {"Status":\n-22} c\n{"Status":\n0}\n';
  assert.deepEqual(
    Array.from(session(text).finds()).map((find) => [find.code, find.line]),
    [
      [3931, 1],
      [-22, 2],
      [0, 4],
    ],
  );
});
test("line numbers of rows count quoted newlines", () =>
  assert.deepEqual(
    Array.from(open("confirmation.csv").finds()).map((f) => f.line),
    [2, 3, 4, 6, 7, 8],
  ));
test("entities stay as written", () => {
  const s = open("entities.xml").engine.session().sections[0];
  assert.ok(s.rows[0].includes("&lol9;&xxe;"));
});
test("counts, also by what to do, and repeats", () => {
  const r = open("confirmation.csv").result;
  assert.equal(r.total, 5);
  assert.deepEqual({ ...r.outcomes }, { success: 1, failure: 3, "in-process": 0, unlisted: 1 });
  const steps = Object.entries(r.steps).filter(([, { count }]) => count);
  assert.deepEqual(Object.fromEntries(steps.map(([key, { codes }]) => [key, [...codes]])), {
    done: [0],
    "buy-credit": [205000],
    "resend-later": [3931],
    "ask-recipient": [3267],
    "contact-support": [4711],
  });
  assert.equal(r.repeated, 1);
});
const sentences = (text) => session(text).result.notes.map(({ sentence }) => sentence);
test("rows that were left out are reported, with their lines", () => {
  const rows = "TransactionID,Status\n1,3931\n2,sent\n3,0\n4,\n5,queued\n";
  assert.deepEqual(sentences(rows), ["Read 2 of 5 rows; 2 have a status that is not a number (lines 3, 6); 1 has no status (line 5)."]);
  assert.match(sentences(`${rows}6,x\n7,y\n`)[0], /^Read 2 of 7 rows; 4 have a status that is not a number \(lines 3, 6, 7 …\)/);
  assert.deepEqual(sentences('[{"id":1,"status":"sent"},{"id":2,"status":"x","pagesSent":1},{"id":3,"status":0,"pagesSent":1}]').length, 1);
});
test("a line beside the rows that tells a code is named", () => {
  const notes = sentences("TransactionID,Status,Pages\n1,0,2\nThe rest ended with status 6017.\n2,0,2\n");
  assert.deepEqual(notes, ["Line 3 is no row of the table; its 6017 was not counted."]);
});
test("take out, put in, and offered ones added", () => {
  const s = session("status 3931\nwe saw 6017 again\n");
  assert.equal(s.result.total, 1);
  assert.equal(s.ask({ type: "toggle", finds: [0], on: false }).total, 0);
  assert.equal(s.ask({ type: "toggle", filter: { state: "maybe" }, on: true }).total, 1);
});
test("another column", () => {
  const s = open("access.csv");
  assert.equal(s.ask({ type: "column", section: 0, column: 3 }).total, 3);
  assert.throws(() => s.ask({ type: "column", section: 0, column: 99 }));
});
test("pages of rows and a filter", () => {
  const s = session("TransactionID,Status\n" + Array.from({ length: 1000 }, (x, i) => i + "," + (i % 2 ? 3931 : 0)).join("\n"));
  const page = s.ask({ type: "rows", filter: { code: 3931 }, from: 200, size: 50 });
  assert.equal(page.total, 500);
  assert.equal(page.rows.length, 50);
  assert.deepEqual(Array.from(page.rows[0].cells), ["401", "3931"]);
});
test("a status far to the right is found, offered and shown", () => {
  const names = Array.from({ length: 700 }, (_, i) => `field ${i}`);
  names[512] = "Fax Status";
  const row = (id, status) => names.map((_, i) => (i === 0 ? id : i === 512 ? status : "x")).join(",");
  const s = session([names.join(","), row("a", 3931), row("b", 0)].join("\n"));
  const [{ statusColumn, candidates, shown }] = s.result.sections;
  assert.equal(statusColumn, 512);
  assert.ok(candidates.some(({ column }) => column === 512));
  const [{ cells, column }] = s.ask({ type: "rows" }).rows;
  assert.equal(shown[column], 512);
  assert.equal(cells[column], "3931");
  const headless = Array.from({ length: 9 }, (_, i) => [...Array(600).fill("x"), [8010, 3931, 0][i % 3]].join(",")).join("\n");
  assert.equal(session(headless).result.total, 9);
});
test("tables of different delimiters in one file", () => {
  const s = session("Berlin\nTransactionID,Status,Pages\n1,3931,0\n2,0,2\n\nParis\nTransactionID;Status;Pages\n3;-22;2\n");
  assert.deepEqual(
    s.finds().map(({ code, line }) => [code, line]),
    [
      [3931, 3],
      [0, 4],
      [-22, 8],
    ],
  );
});
test("text with marks", () => {
  const s = session("hello\nstatus 3931\n");
  const t = s.ask({ type: "text", section: 0 });
  assert.equal(t.text.slice(t.marks[0].offset, t.marks[0].offset + t.marks[0].length), "3931");
});
const csvOf = (s, options = {}) => finish(Export.csv(s.engine.session(), null, { bom: false, ...options })).join("");
test("CSV: formulas are made safe, numbers stay numbers", () => {
  const out = csvOf(open("hostile.csv"));
  assert.match(out, /^TransactionID,Status,Subject,outcome,label,category,link,next\r\n/);
  assert.ok(out.includes("\r\n2,-22,"));
  assert.ok(out.includes("'=cmd|"));
  assert.ok(out.includes("'@SUM(1+1)"));
  assert.ok(out.includes("'-2+3"));
  assert.ok(!/(^|[;,\t\n"])[=@]/m.test(out));
  for (const [raw, want] of [
    ["-22", "-22"],
    ["3.5", "3.5"],
    ["=1", "'=1"],
    [" =1", "' =1"],
    ["+1;=2", "'+1;'=2"],
    ["\t=1", "'\t'=1"],
    ['a;"=1+1;b', `a;"'=1+1;b`],
    ['a," ""+1', `a," ""'+1`],
    ["a;\u00a0@x", "a;\u00a0'@x"],
    ['a;"-22";-3.5', 'a;"-22";-3.5'],
    ['a"b', 'a"b'],
    [-22, "-22"],
    ["\uff1d1", "'\uff1d1"],
    ["@x", "'@x"],
    ["-x", "'-x"],
    ["|x", "'|x"],
  ])
    assert.equal(Export.safe(raw), want);
});
test("CSV: a round trip keeps rows, columns and statuses", () => {
  const again = session(csvOf(open("confirmation.csv")));
  assert.deepEqual(
    Array.from(again.finds()).map((f) => f.code),
    [0, 3931, 3267, -22, 4711, 205000],
  );
});
test("CSV: duplicate column names stay apart, an existing outcome column too", () => {
  assert.match(csvOf(open("duplicate-ragged.csv")), /^id,Status,Status,pages,Column 5,Column 6,outcome/);
  assert.match(csvOf(session("id,Status,outcome\n1,3931,x\n")), /^id,Status,outcome,fax outcome,label/);
});
test("summary as text and Markdown, escaped", () => {
  const s = session("TransactionID,Status\n1,3931\n", "<img src=x onerror=1>|@all `x` [a](javascript:1)\n# h");
  const md = s.ask({ type: "export", what: "markdown" }).text;
  assert.ok(!/<img|\n# h|@all/.test(md));
  assert.ok(md.includes("\\[a\\]"));
  assert.match(md, /\| 1 \| \[3931\]\(https:\/\/reference\.example\/codes\/3931\/\) \| Failure \| Busy \| Line busy \|/);
  assert.match(s.ask({ type: "export", what: "text" }).text, /1 x 3931 Busy https:\/\/reference\.example\/codes\/3931\//);
});
test("mail inside mail is read so far, and says where it stopped", () => {
  const nested = (depth) =>
    `From: a@example.com\nSubject: Fax\nMIME-Version: 1.0\nContent-Type: ${depth ? "message/rfc822" : "text/plain"}\n\n` +
    (depth ? nested(depth - 1) : "Fax status: 3931\n");
  const stopped = ({ result }) => result.notes.some(({ code, sentence }) => code === "nested" && /was not read/.test(sentence));
  const shallow = session(nested(3));
  assert.deepEqual([shallow.result.total, stopped(shallow), stopped(session(nested(8)))], [1, false, true]);
});
test("a file's name is no markup in a ticket", () => {
  for (const [name, heading] of [
    ["~~~", "\\~\\~\\~"],
    ["# x", "\\# x"],
    ["1. x", "1\\. x"],
    ["- x", "\\- x"],
    ["@all & <b>", "@\u200ball &amp; &lt;b&gt;"],
    ["`x`\n# y", "\\`x\\` \\# y"],
  ]) {
    const s = session("TransactionID,Status\n1,3931\n", name);
    assert.equal(s.ask({ type: "export", what: "markdown" }).text.split("\n")[0], `## Fax triage: ${heading}`);
  }
  const s = session("TransactionID,Status\n1,3931\n", "@all\n@x");
  assert.match(s.ask({ type: "export", what: "text" }).text, /^Fax triage: @\u200ball @\u200bx\n/);
});
test("times: day first, month first, nothing yet", () => {
  assert.equal(Time.monthFirst(["01/02/2026", "13/02/2026"]), false);
  assert.equal(Time.monthFirst(["01/02/2026", "02/13/2026"]), true);
  assert.equal(Time.parse("24/11/2026 10:02:03", false), Date.UTC(2026, 10, 24, 10, 2, 3));
  assert.equal(Time.parse("11/24/2026 1:02 PM", true), Date.UTC(2026, 10, 24, 13, 2));
  assert.equal(Time.parse("2026-11-24T10:02:03+01:00"), Date.UTC(2026, 10, 24, 9, 2, 3));
  for (const none of ["", "0001-01-01T00:00:00", "1/1/1900", "soon", null]) assert.ok(Number.isNaN(Time.parse(none, false)));
});
test("the driver: progress, cancel, errors", async () => {
  const replies = [];
  const run = Run.create(Engine.create(catalogue), (r) => replies.push(r), 5);
  const big = "TransactionID,Status\n" + Array.from({ length: 50000 }, (x, i) => i + ",3931").join("\n");
  const wait = (id) =>
    new Promise((done) => {
      const t = setInterval(() => {
        const r = replies.find((x) => x.id === id && x.type !== "progress");
        if (r) {
          clearInterval(t);
          done(r);
        }
      }, 5);
    });
  run.post({ id: 1, type: "open", text: big });
  assert.equal((await wait(1)).result.total, 50000);
  assert.ok(replies.some((r) => r.type === "progress"));
  run.post({ id: 2, type: "open", text: big });
  run.post({ id: 3, type: "rows" });
  run.post({ type: "cancel", target: 2 });
  assert.equal((await wait(2)).type, "cancelled");
  // What was open before stays open.
  assert.equal((await wait(3)).result.total, 50000);
  run.post({ id: 4, type: "__proto__" });
  assert.equal((await wait(4)).type, "error");
  run.post({ id: 5, type: "open", text: `{"status":${"[".repeat(40000)}${"]".repeat(40000)}}` });
  assert.match((await wait(5)).sentence ?? "", /nested too deeply/);
});
test("no part of the engine evaluates text, writes markup or makes a request", () => {
  const folder = path.join(fixtures, "../../../../web/triage");
  for (const f of fs.readdirSync(folder, { recursive: true })) {
    if (!f.endsWith(".js")) continue;
    const source = fs.readFileSync(path.join(folder, f), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    assert.doesNotMatch(source, /\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|\bfetch\(|XMLHttpRequest/, f);
  }
});
