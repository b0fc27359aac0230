// Each rule by which a number in a line is judged, with texts in which it is the one that decides.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../../../web/catalogue/catalogue.js";
import { make } from "../../../web/triage/engine/catalogue.js";
import { LABEL_RULES } from "../../../web/triage/engine/status/label.js";
import { LINE_RULES, decisions } from "../../../web/triage/engine/status/line.js";
import { EXCLUSIONS } from "../../../web/triage/engine/status/numbers-in-line.js";
import { RULES } from "../../../web/triage/engine/status/rules.js";
import { catalogue as packed } from "./load.mjs";

const catalogue = make(open(packed));

// Why a number is none by itself: rule, then [text, number].
const excluded = {
  "too many figures": [["status 12345678", 12345678]],
  "before a decimal point": [["status 23.931", 23]],
  "hyphen after a figure": [["status 12-22", -22]],
  "hyphen before an unlisted number": [["error tel-57", -57]],
  "hyphen after any word": [["error abc-3931", 3931]],
  "key of a label": [['  3931: "Busy",', 3931]],
  "constant in source code": [["  LINE_BUSY = 3931", 3931]],
  compared: [
    ["AND fax_status <> 3931", 3931],
    ["while (status != 0)", 0],
    ["fax status >= 3931", 3931],
  ],
  "glued to what stands before": [
    ["code A3931", 3931],
    ["error /3931", 3931],
  ],
  "after a point or a colon": [["error 310:22", 22]],
  "character reference": [["status &#3931;", 3931]],
  "glued to what follows": [
    ["error 3931A", 3931],
    ["status 3931_2", 3931],
  ],
  "before a point, a colon or a hyphen": [
    ["status 3931-6017", 3931],
    ["status 3931.txt", 3931],
  ],
  "before a slash": [["Status 3931/2", 3931]],
  "before a unit": [
    ["status: 3931 pages", 3931],
    ["fax: 263 seconds", 263],
  ],
  "before a short unit": [["fax status after 263 s", 263]],
  "before an arrow": [["status: -3 -> 0", -3]],
  "from one to another": [["status changed from -3 to 3931", -3]],
};

// What a number hangs on.
const labels = {
  tag: [["<Status xsi:type='int'>3931", 3931]],
  "code of nothing": [["code 3931", 3931]],
  "line above": [["3931", 3931, "Fax status"]],
  "nothing before": [["3931 Busy", 3931]],
  "ended with": [["The fax ended with 3931", 3931]],
  "code as a name": [
    ["area code 3931", 3931],
    ["exit code 263", 263],
  ],
  "status code of something else": [["order status code 3931", 3931]],
  "status of a fax": [["status of fax [700000001] is 3931", 3931]],
  "to a fax": [["fax to 3931", 3931]],
  "number of a fax": [["Fax number: 3931", 3931]],
  "code of a fax": [["fax code 3931", 3931]],
  "code of a word": [["provider code 3931", 3931]],
  "to somewhere": [["forwarded to 3931", 3931]],
  "number of something": [["member number: 3931", 3931]],
  "the word": [
    ["status 3931", 3931],
    ["page 3931", 3931],
  ],
};

// Whether it is a status.
const judged = {
  "status of a thing": [["Status der Sendung: 3931", 3931]],
  "own label after another's": [["Extension: 3931 Busy", 3931]],
  "another's number": [
    ["page 3931", 3931],
    ["order status 3931", 3931],
  ],
  "line of another service": [
    ["FreeSWITCH: error 3931", 3931],
    ["hylafax: status 0", 0],
  ],
  "source code": [
    ["case 3931: return Status.BUSY;", 3931],
    ["if (status.in(3931, 6017)) retry();", 3931],
    ["  BUSY(3931),", 3931],
  ],
  "status of a call": [["Service call completed with status: 0", 0]],
  "cell of a row": [["fax-poller    fax-status    0    3931", 0]],
  "exit status": [["process exited with status 1", 1]],
  "status of a web request": [["GET /a status=403 12ms", 403]],
  "common status, far from a fax": [["Request failed with status code 403", 403]],
  status: [
    ["status 3931", 3931],
    ["status minus 57", -57],
  ],
  "status too long": [["status 1234567", 1234567]],
  "unlisted status of a fax": [
    ["fax status 200", 200],
    ["FaxStatus 7", 7],
  ],
  "unlisted status like HTTP's, near a fax": [["The fax has status 200", 200]],
  "unlisted status like HTTP's": [["status 200", 200]],
  "unlisted status": [["status 4711", 4711]],
  "short unlisted status": [["status 7", 7]],
  "own label in a subject": [["Subject: Fax to Smith: Busy (3931)", 3931]],
  subject: [["Subject: Re, 3931", 3931]],
  "another's field": [["<CSID>Smith 6017", 6017]],
  "code behind an id": [["sync: 700000001→3931", 3931, "", 0, { inFax: true }]],
  "own label": [
    ["263 Busy", 263],
    ["No answer: 8021", 8021],
  ],
  "number of errors": [["fax errors: 0", 0]],
  "listed error": [
    ["error 6017", 6017],
    ["code -22", -22],
  ],
  "error of a web request": [["nginx: error 403", 403]],
  "common error, near a fax": [["transmission error 1", 1]],
  "common error": [
    ["error 1", 1],
    ["error 403", 403],
  ],
  "small negative error, far from a fax": [["set to state -2", -2]],
  "negative error of a fax": [["fax error -57", -57]],
  "negative error": [["error -57", -57]],
  "unlisted error, near a fax": [["fax error 4711", 4711]],
  "unlisted error": [
    ["error 4711", 4711],
    ["fax error 42", 42],
  ],
  "code of a numbered fax": [
    ["Fax 700000001: 0", 0],
    ["fax 700000001 -> 3931", 3931],
  ],
  "large code after fax": [["fax 3931", 3931]],
  "code after fax": [
    ["fax 263", 263],
    ["toner for fax 3931", 3931],
  ],
  "number after fax": [["fax 12345", 12345]],
  process: [["sshd[3931]: Failed password", 3931]],
  "in brackets": [
    ["Besetzt (3931)", 3931],
    ["could not be sent (263)", 263],
  ],
  "alone on its line": [["* 3931", 3931]],
  "rare number": [
    ["we saw 3931 again", 3931],
    ["got -22 there", -22],
  ],
  "code near a fax": [["403 once more, said the fax", 403]],
  "no sign": [["hello 4711, code", 4711]],
};

// What is left to the whole line.
const ofLine = {
  "next in a list": [["codes 3931, 6017 and 263", 263]],
  "row of figures": [["12 3931 7", 3931]],
  "fax beside a better sign": [["Fax 700000001: 3931, status 6017", 3931]],
  "said twice": [["Fax status 3931: Besetzt (3931)", 3931, "", 1]],
  "reason beside a status": [["status 3931, reason code 263", 263]],
};

const deciding = (text, code, above = "", nth = 0, around = {}) => {
  const decision = decisions(text, catalogue, above, around).filter(({ number }) => number.code === code)[nth];
  assert.ok(decision, `${code} is not looked at`);
  return decision;
};

const hold = (kind, rules, cases, asked) => {
  const names = rules.map(({ name }) => name);
  test(`each ${kind} rule has its cases`, () => assert.deepEqual(Object.keys(cases).sort(), [...new Set(names)].sort()));
  test(`no two ${kind} rules share a name`, () => assert.equal(new Set(names).size, names.length));
  for (const [name, texts] of Object.entries(cases)) {
    for (const [text, code, above, nth, around] of texts) {
      test(`${kind} rule "${name}": ${text}`, () => assert.equal(asked(deciding(text, code, above, nth, around)), name));
    }
  }
};

hold("exclusion", EXCLUSIONS, excluded, ({ rule }) => rule);
hold("label", LABEL_RULES, labels, ({ label }) => label);
hold("verdict", RULES, judged, ({ rule }) => rule);
hold("line", LINE_RULES, ofLine, ({ rule }) => rule);

for (const { name, verdict } of RULES) {
  for (const [text, ...rest] of judged[name]) {
    test(`verdict of "${name}": ${text}`, () => assert.equal(deciding(text, ...rest).verdict, verdict));
  }
}
