/* Numbers that mean something else: records of other services, of received faxes, and what a call answered. They are offered at
   most, and the page says whose they are. */

import * as Fields from "./fields.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Context} Context */
/** @typedef {import("./types").Field} Field */

/**
 * A record that has a status, as the rules see it. `names` are without signs and in small letters.
 * `label` is that of the code.
 * @typedef {{ fields: Field[], names: Set<string>, context: Context, around: string, code: number, label: string, name: string, rank: number }} Subject
 */
/** `whose` ends the sentence "… look like those of". @typedef {{ name: string, whose: string, applies: (subject: Subject) => boolean }} Rule */

/** Services and programs that number the results of faxes or calls in another way. */
export const SERVICES =
  /(?<![a-z])(?:hdlc|mill[gs]et\w+|bfvfax\w*|btline|faxcomex|right\s?fax|hyla\s?fax|faxq|xferfaxlog|e-?fax(?!\w)|twilio|phaxio|sinch|telnyx|sr\s?fax|documo|m-?fax|ring\s?central|fax\s?age|free\s?switch|asterisk|spandsp|mgetty|brooktrout|xmedius|biscom|fax\s?maker|west\s?fax|fax\.plus|ether\s?fax|vonage|plivo|concord\s?fax|open\s?text\s+fax|t38modem|iaxmodem|ifax|notifyre|clicksend)(?:fax|report|log)?(?![a-z])/i;
const OURS = /inter\s?fax|extra\s?fax/i;

const PROVIDER = /^(?:provider|service|vendor|gateway|carrier|backend|driver|engine|platform)(?:name)?$/;
const SUCCESS = /\b(?:success(?:ful|fully)?|succeeded|ok|sent|delivered|queued|accepted|created|scheduled)\b/i;
const FAILURE = /\b(?:not|un\w+|fail\w*|error|invalid|denied|reject\w*|busy|no)\b/i;
const REASON = /\b(?:busy|no answer|voice|disconnected|no carrier|rejected|invalid number)\b/i;
const SAID = /(?:message|msg|description|desc|text|detail|result|outcome|state|success|info)$/;
const LARGE = 1000; // From there on a listed number is hardly anything else.

/** A name without signs and in small letters. @param {string} name */
const bare = (name) => Fields.classify(name).flat;

/**
 * Whether a text names another service, and not this one.
 * @param {string} text
 */
export const namesOther = (text) => SERVICES.test(text) && !OURS.test(text);

/**
 * Whether a text gives a reason that a label does not hold.
 * @param {string} text
 * @param {string} label
 */
function givesOther(text, label) {
  const reason = REASON.exec(text)?.[0].toLowerCase();
  return reason !== undefined && !label.toLowerCase().includes(reason);
}

/**
 * What a record says in words of how it went.
 * @param {Field[]} fields
 */
const saidIn = (fields) =>
  fields.filter(([name, value]) => typeof value === "string" && SAID.test(bare(name))).map(([, value]) => String(value));

/** @type {Rule[]} */
export const FOREIGN = [
  {
    name: "received fax",
    whose: "received faxes, whose messageStatus is not the status of a sent fax",
    applies: ({ context, rank }) => context.inbound && rank > 1,
  },
  {
    // A field that says so: "provider": "twilio"
    name: "named provider",
    whose: "another service, whose numbers mean something else",
    applies: ({ fields }) => fields.some(([name, value]) => PROVIDER.test(bare(name)) && namesOther(String(value))),
  },
  {
    // hylafax: {…}, in the name of what is around it
    name: "named around",
    whose: "another service, whose numbers mean something else",
    applies: ({ around, fields }) => namesOther(around) && !fields.some(([, value]) => OURS.test(String(value))),
  },
  {
    // <StatusCode>1</StatusCode> beside <DOCID>: 1 is a success there.
    name: "eFax",
    whose: "eFax, where 1 is a success and 2 a failure",
    applies: ({ names }) => names.has("docid") || names.has("responsedocid"),
  },
  {
    name: "RightFax",
    whose: "RightFax, which has a line status and a fax status",
    applies: ({ names }) => names.has("linestatus") || names.has("faxerrorcode"),
  },
  {
    name: "Twilio",
    whose: "Twilio",
    applies: ({ names }) => names.has("accountsid"),
  },
  {
    name: "Sfax",
    whose: "Sfax",
    applies: ({ names }) => names.has("sendfaxqueueid"),
  },
  {
    name: "SpanDSP",
    whose: "FreeSWITCH or Asterisk, which count the results of SpanDSP",
    applies: ({ names, name, code }) =>
      code < LARGE &&
      /faxresultcode$/.test(bare(name)) &&
      (name.endsWith("fax_result_code") || [...names].some((key) => /faxresulttext$|faxsuccess$/.test(key))),
  },
  {
    name: "Windows",
    whose: "the fax service of Windows",
    applies: ({ names }) => names.has("extendedstatuscode") || names.has("extendedstatus"),
  },
  {
    name: "HylaFAX",
    whose: "HylaFAX, which counts its jobs",
    applies: ({ names }) =>
      ["ndials", "totdials", "killtime", "jobtag", "commid", "npages", "tts"].filter((key) => names.has(key)).length > 1,
  },
  {
    // "status": {"code": 2} of a span
    name: "span",
    whose: "a trace (OpenTelemetry), whose status is that of the span",
    applies: ({ names, rank }) => rank > 1 && (names.has("spanid") || names.has("traceid")) && names.has("statuscode"),
  },
  {
    // {"status": 403, "error": "Forbidden"}
    name: "refused request",
    whose: "a web server, where 403 is Forbidden",
    applies: ({ code, fields }) =>
      code === 403 && fields.some(([, value]) => /forbidden|access denied|unauthori[sz]ed/i.test(String(value))),
  },
  {
    // {"to": "…", "message-id": "…", "status": "0"}
    name: "message",
    whose: "messages (SMS and the like)",
    applies: ({ names, rank, context }) => rank > 1 && names.has("messageid") && !context.fax,
  },
  {
    // {"StatusCode": 1, "StatusDescription": "Success"}; 1 is a failure here.
    name: "success in words",
    whose: "another service: their words say that it went well, where this number is a failure here",
    applies: ({ code, fields }) => code > 0 && code < LARGE && saidIn(fields).some((text) => SUCCESS.test(text) && !FAILURE.test(text)),
  },
  {
    // {"status": 0, "StatusDescription": "Failed"}
    name: "failure in words",
    whose: "another service: their words say that it failed, where 0 is a success here",
    applies: ({ code, fields }) => code === 0 && saidIn(fields).some((text) => /\b(?:fail\w*|error|busy|rejected|no answer)\b/i.test(text)),
  },
  {
    // {"errorCode": 1, "resultInfo": "Busy"}; 1 is "Internal error" here.
    name: "reason in words",
    whose: "another service: their words give another reason than this number has here",
    applies: ({ code, label, fields }) => code > 0 && code < LARGE && saidIn(fields).some((text) => givesOther(text, label)),
  },
  {
    // {"status": 0, "message": "Message submitted"}
    name: "answer of a submission",
    whose: "answers to a call that submits a fax: the number is about the call",
    applies: ({ code, fields }) => code === 0 && saidIn(fields).some((text) => /\b(?:submitted|queued|accepted|scheduled)\b/i.test(text)),
  },
  {
    // {"status": 1, "message": "…", "data": {"fax_id": 7}}: the envelope of an answer.
    name: "answer of a call",
    whose: "answers to a call: the number is about the call, not about a fax",
    applies: ({ code, name, rank, fields, names }) =>
      rank > 1 &&
      Math.abs(code) < LARGE &&
      !name.includes(".") &&
      names.has("message") &&
      fields.some(([key]) => /^(?:data|result|payload|response)\./i.test(key)),
  },
];

/**
 * The rule by which a record is another's, or null.
 * @param {Field[]} fields
 * @param {{ index: number, code: number | null }} pick the field that would be the status
 * @param {Context} context
 * @param {string} around
 * @param {Catalogue} catalogue
 */
export function ruleFor(fields, { index, code }, context, around, catalogue) {
  if (code === null) return null;
  const [name] = fields[index];
  const names = new Set(fields.map(([key]) => bare(key)));
  const { label } = catalogue.explain(code);
  const subject = { fields, names, context, around, code, label, name, rank: Fields.classify(name).rank };
  return FOREIGN.find(({ applies }) => applies(subject)) ?? null;
}

/**
 * What is said of the records of others: how many there are of each kind.
 * @param {Map<string, number>} counts by the name of the rule
 * @returns {import("./types").Note[]}
 */
export const notesOn = (counts) =>
  FOREIGN.filter(({ name }) => counts.has(name)).map(({ name, whose }) => {
    const n = counts.get(name) ?? 0;
    const sentence = `${n === 1 ? "1 record looks like one" : `${n} records look like those`} of ${whose}; not counted.`;
    return { level: "info", code: "foreign", line: 0, sentence };
  });
