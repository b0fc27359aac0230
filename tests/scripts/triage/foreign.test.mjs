// Records of something else: each rule has one that it decides, and one like it that is a fax of this service.
import assert from "node:assert/strict";
import test from "node:test";
import { FOREIGN } from "../../../web/triage/engine/foreign.js";
import { session } from "./load.mjs";

const json = JSON.stringify;

// By the name of the rule: what is another's, and what is not.
const cases = {
  "received fax": [
    json([{ messageId: 7, messageStatus: 0, recordingDuration: 41, status: 3931 }]),
    json([{ transactionId: 7, recordingDuration: 41, status: 3931 }]),
  ],
  "named provider": [json({ provider: "Twilio", faxStatus: 3931 }), json({ provider: "InterFAX", faxStatus: 3931 })],
  "named around": [json({ hylafax: { faxId: 7, status: 3931 } }), json({ outbox: { faxId: 7, status: 3931 } })],
  eFax: ["<Response><StatusCode>3931</StatusCode><DOCID>7</DOCID></Response>", "<Fax><StatusCode>3931</StatusCode><ID>7</ID></Fax>"],
  RightFax: [json({ faxId: 7, lineStatus: 316, faxStatus: 263 }), json({ faxId: 7, line: 316, faxStatus: 263 })],
  Twilio: [json({ account_sid: "AC7", fax_status: 3931 }), json({ account: "AC7", fax_status: 3931 })],
  Sfax: [json({ SendFaxQueueId: "a", FaxStatus: 3931 }), json({ QueueId: "a", FaxStatus: 3931 })],
  SpanDSP: [json({ fax_result_code: 1, fax_result_text: "x" }), json({ fax_result_code: 3931, fax_result_text: "Busy" })],
  Windows: [json({ faxId: 7, Status: 256, ExtendedStatusCode: 0 }), json({ faxId: 7, Status: 256, Code: "x" })],
  HylaFAX: [json({ faxId: 7, status: 3931, npages: 1, ndials: 3 }), json({ faxId: 7, status: 3931, npages: 1 })],
  span: [json({ traceId: "a", spanId: "b", status: { code: 2 } }), json({ faxId: "b", status: { code: 2 } })],
  "refused request": [json({ faxId: 7, status: 403, detail: "Forbidden" }), json({ faxId: 7, status: 403, detail: "canceled" })],
  message: [json({ "message-id": "a", status: 3931 }), json({ "message-id": "a", fax_status: 3931 })],
  "success in words": [json({ faxId: 7, status: 1, description: "Success" }), json({ faxId: 7, status: 1, description: "Internal error" })],
  "failure in words": [json({ faxId: 7, status: 0, text: "Failed" }), json({ faxId: 7, status: 0, text: "Delivered" })],
  "reason in words": [json({ faxId: 7, errorCode: 1, info: "Busy" }), json({ faxId: 7, errorCode: 263, info: "Busy" })],
  "answer of a submission": [json({ faxId: 7, status: 0, text: "Message submitted" }), json({ faxId: 7, status: 0, text: "Fax sent" })],
  "answer of a call": [
    json({ status: 263, message: "done", data: { faxId: 7 } }),
    json({ status: 263, message: "Busy", faxId: 7, pagesSent: 0 }),
  ],
};

test("each rule has its case", () => assert.deepEqual(Object.keys(cases).sort(), FOREIGN.map(({ name }) => name).sort()));

for (const [name, [another, own]] of Object.entries(cases)) {
  const { whose } = FOREIGN.find((rule) => rule.name === name);
  test(`${name}: not counted, and reported`, () => {
    const { total, notes } = session(another).result;
    assert.equal(total, 0);
    assert.ok(notes.some(({ sentence }) => sentence.includes(whose)));
  });
  test(`${name}: a fax like it is counted`, () => assert.equal(session(own).result.total, 1));
}
