// Inputs written after the rules were finished, which they had to read without a change; kept so that it stays so. (A condition in
// source code was a status at first.)
import test from "node:test";
import assert from "node:assert/strict";
import { found } from "./load.mjs";
const cases = [
  ['{"faxes":{"881":{"state":"done","status":3931},"882":{"state":"done","status":0}}}', [3931, 0]],
  ['{"statusCode":200,"body":"{\\"id\\":5,\\"status\\":3931}"}', [3931]],
  ['{"status":403,"message":"Forbidden","path":"/outbound/faxes"}', []],
  ['{"id":1,"status":{"code":6017,"text":"Busy"},"pages":3}', [6017]],
  ['<fax id="5" status="-22" pages="3"/>', [-22]],
  [
    '<r xmlns:a="u"><a:FaxItem><a:TransactionID>1</a:TransactionID><a:Status>3268</a:Status></a:FaxItem><a:ResultCode>0</a:ResultCode></r>',
    [3268],
  ],
  ["Fax-ID,Ergebnis,Seiten\n1,3931,2\n2,0,3\n3,-22,1\n", [3931, 0, -22]],
  ["Transaction ID|Fax Status|Pages\n1|3931|0\n2|0|2", [3931, 0]],
  ["id;status;amount\n1;3.931;12,50\n2;0;1,00", [3931, 0]],
  ['id,status\n1,"3931 - Busy"\n2,"OK (0)"\n3,"In process (-3)"', [3931, 0, -3]],
  ['"TransactionID","FaxStatus","http_status"\n"1","3931","200"\n"2","0","403"', [3931, 0]],
  ["Hello,\nyour fax 88123456 to 030 8010-3931 was not delivered after 3 attempts. Error code: 8021 (No answer).\nRegards", [8021]],
  ["TransactionID: 5\nStatus: -3\n\nTransactionID: 5\nStatus: 0\n", [-3, 0]],
  ["> Status = 6001\n> Pages = 0", [6001]],
  ['2026-11-24T10:00:00Z level=warn msg="fax done" tx=5 status=3935 dur=41 http_status=200', [3935]],
  ["Nov 24 10:00:00 h app: job 3931 HTTP 403 from 10.0.0.1:6017", []],
  [
    "POST /cb HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\n\nTransactionID=5&Status=3931&CompletionTime=24/11/2026",
    [3931],
  ],
  ["[2026-11-24 10:00] fax 881234567 -> +4912345, code 3211, 2 pages", [3211]],
  ["Status\n3931\n", [3931]],
  ["Status:\n  -22", [-22]],
  ["Why do we get a 3931 on Mondays? And 6017?", []],
  ["if (status == -22) retry();", []],
  ['case 3931: return "Busy";', []],
  ["<p>Status: <b>3931</b></p>", [3931]],
  ["id\tstatus\n1\t3931\n2\t-22", [3931, -22]],
  ['{"messageId":1,"messageStatus":3931,"pages":2,"callerId":"3931"}', []],
  ["error -57 while sending fax", [-57]],
  ["Your fax was sent. Status: 0 (OK)", [0]],
  ["Fax failed: Fax machine incompatibility (3267), 1 page sent, 41 seconds", [3267]],
  ["date,number,duration,pages\n2026-11-24,3931,263,1\n2026-11-24,3932,41,0\n", []],
  ["status 0x1F", []],
  ["Status 3931/2", []],
  ["Your order status: 3931", []],
  ["status=３９３１&x=1", [3931]],
  ['[{"Status":"-3"},{"Status":"−22"}]', [-3, -22]],
];
for (const [text, taken] of cases) test("unseen: " + JSON.stringify(text).slice(0, 90), () => assert.deepEqual(found(text).sure, taken));
