// Numbers of faxes: each text, and how many faxes it tells of by code; an undefined one is not counted at all.
import assert from "node:assert/strict";
import test from "node:test";
import { countKind } from "../../../web/triage/engine/aggregates.js";
import { session } from "./load.mjs";

const json = JSON.stringify;
const cases = [
  // tables
  [
    "\nCount Name                      Group\n----- ----                      -----\n   17 3931                      {@{id=1}...\n  790 0                         {@{id=3}}\n",
    { 3931: 17, 0: 790 },
  ],
  [
    "status                 \n----------- -----------\n       3931          17\n          0         790\n\n(2 rows affected)\n",
    { 3931: 17, 0: 790 },
  ],
  ['"(No column name)","status"\n17,3931\n790,0\n', { 3931: 17, 0: 790 }],
  ["Fax Status\tTotal\n3931\t17\n0\t790\nGrand Total\t807\n", { 3931: 17, 0: 790 }],
  ["Status,Count\n3931,17\n0,800\n-22,3\n", { 3931: 17, 0: 800, "-22": 3 }],
  ['status,COUNT(*)\n3931,17\n0,"1,800"\n8021,0\n', { 3931: 17, 0: 1800 }],
  ["day;status;count(1)\n2026-11-01;3931;5\n2026-11-02;3931;7\n2026-11-02;0;90\n", { 3931: 12, 0: 90 }],
  ["Row Labels,Count of Status\n3931,17\n6017,3\n8021,4\nGrand Total,24\n", { 3931: 17, 6017: 3, 8021: 4 }],
  ["Code;Anzahl;Anteil\n3931;17;2,1 %\n0;800;97 %\n", { 3931: 17, 0: 800 }],
  ["Status,Label,Number of faxes\n3931,Busy,17\n0,OK,800\nTotal,,817\n", { 3931: 17, 0: 800 }],
  [" status | count \n--------+-------\n   3931 |    17\n      0 |   800\n(2 rows)\n", { 3931: 17, 0: 800 }],
  ["TransactionID,Status,Count\n1,3931,17\n2,0,800\n", { 3931: 1, 0: 1 }],
  ["Status,Page count\n3931,17\n0,800\n", { 3931: 1, 0: 1 }],
  ["Status,Attempts\n3931,17\n0,800\n", { 3931: 1, 0: 1 }],
  ["Status,Total\n3931,17\n3931,3\n0,800\n", { 3931: 2, 0: 1 }],
  ["DestinationFax,Status,Count\n+4930,3931,17\n+4931,0,2\n", { 3931: 1, 0: 1 }],
  // text
  ["Campaign 6017 of 3931 is done.\nTotal: 806\nOK (0): 790\nNo answer (8021): 10\nBusy (3931): 6\n", { 0: 790, 8021: 10, 3931: 6 }],
  ["Busy (3931): 6\n", { 3931: 6 }],
  ["3931 Busy: 6 (2 %)\n0 OK: 300 (98 %)\n", { 3931: 6, 0: 300 }],
  ["3931: 17\n0: 790\n-22: 3\n", { 3931: 17, 0: 790, "-22": 3 }],
  ["0: 3931\n1: 6017\n2: 0\n", {}],
  ["3931: 17 faxes\n0: 1,790 faxes\n", { 3931: 17, 0: 1790 }],
  ["3931 x 17\n6017 × 3\n", { 3931: 17, 6017: 3 }],
  ["Codes: 3931 (17x), 6017 (3x), -22 (1x)", { 3931: 17, 6017: 3, "-22": 1 }],
  ["  17 x 3931 Busy\n  263 x 0 OK\n", { 3931: 17, 0: 263 }],
  ["17 faxes with status 3931, 3 faxes failed (6017)", { 3931: 17, 6017: 3 }],
  ["     17 3931\n    790 0\n      3 -22\n", { 3931: 17, 0: 790, "-22": 3 }],
  ["     17 fax status=3931\n      3 fax status=8021\n", { 3931: 17, 8021: 3 }],
  ["     1 fax status=3931\n     2 fax status=8021\n     3 fax status=8021\n", { 3931: 1, 8021: 2 }],
  ["status=3931 count=17\nstatus=0 count=263\n", { 3931: 17, 0: 263 }],
  ['fax_failures_total{host="a",code="3931"} 17\nfax_failures_total{code="6017"} 3.0\n', { 3931: 17, 6017: 3 }],
  ['http_requests_total{code="403"} 17\n', {}],
  ["we have 3931 faxes in the queue, 6017 sent", {}],
  ["Card of 8021 faxes remaining: 263\n", {}],
  ["Your plan includes 6017 faxes per month (code 8021)\n", { 8021: 1 }],
  ["17 faxes remained unsent, 3 faxes failed (6017)\n", { 6017: 3 }],
  ["topic        part   offset      end         lag     client\nfax-status   0      8021        6017        2086    fax-1\n", {}],
  ["Busy (3931)     6     2 %\nOK (0)        790    98 %\n", { 3931: 6, 0: 790 }],
  ["Fax 881 failed with status 3931 after 3 attempts", { 3931: 1 }],
  ["OK: 790 (code 0)\nBusy: 6 (code 3931)\n", { 0: 790, 3931: 6 }],
  ["* Busy (3931): **6**\n* OK (0): **790**\n", { 0: 790, 3931: 6 }],
  ["Status 3931: 6\nStatus 0: 790\n", { 0: 790, 3931: 6 }],
  ["status 3931 occurred 17 times", { 3931: 17 }],
  ["Fax 881230002 failed with status 3931, 3 times in a row", { 3931: 1 }],
  // nested data
  [json({ aggregations: { by_http_status: { buckets: [{ key: 403, doc_count: 6 }] } } }), {}],
  [
    json({
      aggregations: {
        fax_status: {
          buckets: [
            { key: 6017, doc_count: 6, key_as_string: "6017" },
            { key: 0, doc_count: 790 },
          ],
        },
      },
    }),
    { 6017: 6, 0: 790 },
  ],
  [
    json({
      aggregations: {
        by_http_status: {
          buckets: [
            { key: 403, doc_count: 6 },
            { key: 200, doc_count: 790 },
          ],
        },
      },
    }),
    {},
  ],
  [
    json([
      { _id: 3931, count: 6 },
      { _id: 0, count: 790 },
    ]),
    { 3931: 6, 0: 790 },
  ],
  [
    json([
      { _id: { status: 3931 }, count: 6 },
      { _id: { status: 0 }, count: 790 },
    ]),
    { 3931: 6, 0: 790 },
  ],
  [
    json([
      { status: 3931, count: 6 },
      { status: 0, count: "790" },
    ]),
    { 3931: 6, 0: 790 },
  ],
  [json({ statusCounts: { 3931: 6, 0: 790 }, total: 796 }), { 3931: 6, 0: 790 }],
  [json({ faxesByStatus: { "-22": 6, 4711: 2 } }), { "-22": 6, 4711: 2 }],
  [json({ statuses: { 881: 3931, 882: 6017 } }), {}],
  [json([{ id: 7, status: 3931, count: 6 }]), { 3931: 1 }],
  [
    json([
      { _id: 1, count: 6 },
      { _id: 2, count: 790 },
    ]),
    {},
  ],
  ["status\n0       790\n8021     10\n-22       1\nName: count, dtype: int64\n", { 0: 790, 8021: 10, "-22": 1 }],
  ["Day,0,8021,-22,Total\n2026-11-01,790,6,0,796\n2026-11-02,10,4,1,15\nTotal,800,10,1,811\n", { 0: 800, 8021: 10, "-22": 1 }],
  // charts
  [
    json({ labels: ["0", "8021"], datasets: [{ label: "Fax status", data: [790, 6], backgroundColor: ["#0a0", "#a00"] }] }),
    { 0: 790, 8021: 6 },
  ],
  [json({ data: { labels: ["OK (0)", "No answer (8021)"], datasets: [{ data: [790, 6] }] } }), { 0: 790, 8021: 6 }],
  [json({ xAxis: { categories: ["Mon", "Tue"] }, series: [{ name: "8021", data: [4, 2] }] }), { 8021: 6 }],
  [json({ labels: ["Mon", "Tue"], datasets: [{ label: "Faxes", data: [3931, 6017] }] }), {}],
  [json({ labels: ["1", "2"], datasets: [{ label: "Pages", data: [3931, 6017] }] }), {}],
  [
    "<groups><group><status>3931</status><count>6</count></group><group><status>0</status><count>790</count></group></groups>",
    { 3931: 6, 0: 790 },
  ],
];

for (const [text, wanted] of cases) {
  test(`counts: ${json(text).slice(0, 90)}`, () => {
    const { byCode, total } = session(text).result;
    const counts = Object.fromEntries(byCode.map(({ code, count }) => [code, count]));
    assert.deepEqual(counts, wanted);
    assert.equal(
      total,
      Object.values(wanted).reduce((sum, count) => sum + count, 0),
    );
  });
}

for (const [name, kind] of [
  ["COUNT(*)", "sure"],
  ["count(1)", "sure"],
  ["COUNT(id)", "sure"],
  ["Count of Status", "sure"],
  ["Number of faxes", "sure"],
  ["Anzahl Faxe", "sure"],
  ["doc_count", "sure"],
  ["count", "maybe"],
  ["cnt", "maybe"],
  ["n", "maybe"],
  ["Anzahl", "maybe"],
  ["total", "maybe"],
  ["faxes", "maybe"],
  ["events", "maybe"],
  ["fax number", ""],
  ["Number", ""],
  ["fax", ""],
  ["page count", ""],
  ["retry_count", ""],
  ["Total cost", ""],
]) {
  test(`count column: ${name}`, () => assert.equal(countKind(name), kind));
}

test("a note says where counts were read", () => {
  const { notes } = session("Status,COUNT(*)\n3931,17\n").result;
  assert.ok(notes.some(({ sentence }) => sentence === "Counts of faxes were read from the column “COUNT(*)”."));
});

test("the row and the exports show how many faxes", () => {
  const s = session("Status,COUNT(*)\n3931,17\n0,800\n");
  assert.deepEqual(
    s.ask({ type: "rows" }).rows.map(({ count }) => count),
    [17, 800],
  );
  assert.match(s.ask({ type: "export", what: "text" }).text, /817 faxes[^]*17 x 3931 Busy/);
  assert.match(s.ask({ type: "export", what: "markdown" }).text, /\| 17 \| \[3931\]/);
  s.ask({ type: "toggle", finds: [0], on: false });
  assert.equal(s.ask({ type: "toggle", finds: [0], on: true }).total, 817);
});

test("the column of counts chosen as the status counts nothing any more", () => {
  const s = session("Status,COUNT(*)\n3931,6017\n0,8021\n");
  assert.equal(s.ask({ type: "column", section: 0, column: 1 }).total, 2);
});
