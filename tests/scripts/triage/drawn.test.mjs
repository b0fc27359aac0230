// Each layout that no delimiter tells: texts that it is found in and the statuses that count, and texts that only look like it.
import assert from "node:assert/strict";
import test from "node:test";
import { LAYOUTS } from "../../../web/triage/engine/drawn.js";
import { withoutPrompts } from "../../../web/triage/engine/prompts.js";
import { turned } from "../../../web/triage/engine/table-turned.js";
import { found } from "./load.mjs";

const cases = {
  LaTeX: {
    yes: [
      [
        "\\begin{tabular}{rr}\n\\textbf{Fax} & Status & Pages \\\\ \\hline\n881 & 8021 & 6017 \\\\\n882 & $-22$ & 1 \\\\[2pt]\n\\end{tabular}\n",
        "8021 -22",
      ],
    ],
    no: ["A & B fax: status 8021\n"],
  },
  ClickHouse: {
    yes: [["   ┌──id─┬─status─┐\n1. │ 881 │   8021 │\n2. │ 882 │      0 │\n   └─────┴────────┘\n\n2 rows in set.\n", "8021 0"]],
    no: ["┌────┬────────┐\n│ id │ status │\n├────┼────────┤\n│ 81 │   8021 │\n└────┴────────┘\n"],
  },
  "heavy header": {
    yes: [["┏━━━━━┳━━━━━━━━┓\n┃ fax ┃ status ┃\n┡━━━━━╇━━━━━━━━┩\n│ 881 │ 8021   │\n│ 882 │ 0      │\n└─────┴────────┘\n", "8021 0"]],
    no: ["│ fax │ status │\n│ 881 │ 8021   │\n"],
  },
  Julia: {
    yes: [
      [
        " Row │ fax    status  note\n     │ Int64  Int64   String?\n─────┼────────────────────────\n   1 │   881    8021  missing\n   2 │   882       0  x\n",
        "8021 0",
      ],
    ],
    no: ["Row | fax | status\n1 | 881 | 8021\n"],
  },
  tibble: {
    yes: [["# A tibble: 2 × 2\n     id status\n  <int>  <int>\n1   881   8021\n2   882      0\n", "8021 0"]],
    no: ["<fax> <status> 8021\n"],
  },
  "value counts": {
    yes: [[">>> df.status.value_counts()\nstatus\n0       3\n8021    2\n-22     1\nName: count, dtype: int64\n", "0 8021 -22"]],
    no: [
      "0    8021\n1       0\nName: status, dtype: int64\n", // the values themselves
      "pages\n0    8021\nName: count, dtype: int64\n",
      "status\n8021    0.7\n0       0.3\nName: proportion, dtype: float64\n",
    ],
  },
  figures: {
    yes: [["881230001 8021\n881230002 0\n881230003 -22\n", "8021 0 -22"]],
    no: ["     17 8021\n      3 0\n", "881230001 8021\n881230001 0\n", "881230001 8021\nTel. 030 6017\n"],
  },
  "fax a column": {
    yes: [["Fax ID     881    882\nStatus     8021   -22\nPages      6017   0\n", "8021 -22"]],
    no: ["Fax ID     Status   Pages\n881        8021     0\n882        0        2\n", "Status     8021\nPages      6017\n"],
  },
  "copied cells": {
    yes: [
      ["Transaction ID\nTo\nStatus\n881\nDr. Weber\n8021\n882\nLab 6017\n0\n", "8021 0"],
      ["Sent faxes\n\nFax ID\nStatus\nPages\n881\n8021\n0\n882\n0\n2\n\n1-2 of 2\n", "8021 0"],
    ],
    no: ["Transaction ID\n881\nStatus\n8021\nPages\n0\n", "Status\n8021\n0\n6017\n", "Fax\nStatus\n\nWhy does 8021 come up?\n"],
  },
};

test("each layout has its cases", () =>
  assert.deepEqual(
    Object.keys(cases),
    LAYOUTS.map(({ name }) => name),
  ));

for (const [at, { name }] of LAYOUTS.entries()) {
  const shownBy = (text) => LAYOUTS.findIndex(({ shows }) => shows(text));
  for (const [text, counted] of cases[name].yes) {
    test(`drawn as ${name}: ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.equal(shownBy(text), at);
      assert.equal(found(text).sure.join(" "), counted);
    });
  }
  for (const text of cases[name].no)
    test(`not drawn as ${name}: ${JSON.stringify(text).slice(0, 60)}`, () => assert.equal(LAYOUTS[at].shows(text), false));
}

const listed = { isListed: (code) => [0, 263, 6017, 8021].includes(code) };
const rowsOf = (text) => text.split("\n").map((line) => line.split(","));
for (const [text, wanted] of [
  ["Fax ID,881,882\nStatus,8021,0", "Fax ID,Status\n881,8021\n882,0"],
  ["Field,A,B\nFax ID,881,882\nStatus,8021,0", "Fax ID,Status\n881,8021\n882,0"],
  ["Setting,Before,After\nStatus,8021,0\nPages,0,2", null], // no ids
  ["Fax ID,881,881\nStatus,8021,0", null], // one fax, twice
  ["Fax ID,881,882\nStatus,failed,sent", null],
  [
    "Day,8021,0,-22,Total\n1 Nov,5,790,,795\n2 Nov,1,2,3,6\nTotal,6,792,3,801",
    "Day,status,number of faxes\n1 Nov,8021,5\n1 Nov,0,790\n2 Nov,8021,1\n2 Nov,0,2\n2 Nov,-22,3",
  ],
  ["Name,8021,0,-22\nWeber,5,790,1", null], // no days
  ["Day,1,2,3\n1 Nov,5,790,1", null], // no statuses
  ["Day,8021,0,-22\n1 Nov,busy,0,1", null],
]) {
  test(`turned: ${JSON.stringify(text).slice(0, 60)}`, () => {
    const rows = rowsOf(text);
    const made = turned({ rows, lines: rows.map((_, at) => at + 1), notes: [] }, listed);
    assert.deepEqual(made && made.rows.slice(0, 6), wanted && rowsOf(wanted));
    if (made) assert.equal(made.lines.length, made.rows.length);
  });
}

for (const [text, wanted] of [
  ['$ mysql -N -e "select id, status from faxes"\n881\t8021\n$', "id\tstatus\n881\t8021\n"],
  [">>> for f in faxes: print(f.status, f.id)\n...\n8021 881\n>>> exit()\n", "\nstatus id\n8021 881\n"],
  ["$ cut -d, -f1,4 stock.csv\n881,8021\n", "\n881,8021\n"], // no names
  ["sqlite> select id, status from fax;\nid|status\n881|8021\n", "\nid|status\n881|8021\n"], // names of its own
  ["> print(faxes)\n   id status\n1 881   8021\n", "\n   id status\n1 881   8021\n"],
  ["> Thanks\n> Status: 8021\n", "> Thanks\n> Status: 8021\n"], // a quoted letter
]) {
  test(`below a prompt: ${JSON.stringify(text).slice(0, 60)}`, () => {
    assert.equal(withoutPrompts(text).trimEnd(), wanted.trimEnd());
    assert.equal(withoutPrompts(text).split("\n").length, text.split("\n").length);
  });
}
