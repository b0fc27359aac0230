/* Is a number in a line a status? It takes a sign beside the number: shapes and neighbours, not a list of sentences. */

import * as Fields from "../fields.js";
import { namesOther } from "../foreign.js";
import { fieldAround } from "./field-around.js";
import { CALL, EXIT, FAXISH, FAX_NEAR, FAX_WORD, HTTPISH, NEVER_BEFORE, isSource } from "./words.js";

/** @typedef {import("./label.js").Label} Label */

/**
 * A number and what the rules know about it.
 * @typedef {object} Subject
 * @property {number} code
 * @property {number} digits how many it is written with
 * @property {string} left what stands before it
 * @property {string} right what stands after it
 * @property {string} line
 * @property {Label} label
 * @property {boolean} listed
 * @property {boolean} large
 * @property {boolean} own whether the vendor's label of this code stands beside it
 * @property {boolean} faxHere whether a fax is named near it
 * @property {boolean} inProgram whether the text is a program
 * @property {boolean} inFax whether the text around the line is about faxes
 */

/** @typedef {"sure" | "maybe" | "no"} Verdict */
/** @typedef {{ name: string, verdict: Verdict, applies: (subject: Subject) => boolean }} Rule */

const LONGEST_CODE = 6; // digits
const HTTP_FORBIDDEN = 403; // also a listed code
const PROCESS_CODES = 256; // Below that a code may be one of any program.

// "Status der Sendung: 3931": a few words between the noun and its colon.
const STATUS_OF = /(?:^|[^\p{L}\p{N}_])(?:fax[ -]?)?stat(?:us|ut|o)((?:\s+\p{L}{2,20}){1,4})\s*[:=]\s*["'(]*$/iu;
const OUTCOME = /busy|fail|error|reject|cancel|no answer|sent/i;

/** @param {number} code */
const isHttp = (code) => code >= 100 && code <= 599;

/**
 * A code that few other numbers are: a large one, or one below zero.
 * @param {Subject} subject
 */
const isRare = ({ listed, large, code }) => listed && (large || code < 0);

/** @param {Subject} subject */
function isStatusOf({ label, listed, code, left }) {
  if (label.type !== "other" || (!listed && code >= 0)) return false;
  const words = STATUS_OF.exec(left)?.[1].toLowerCase().split(/\s+/);
  return words !== undefined && !words.some((word) => Fields.OTHER.has(word) || NEVER_BEFORE.has(word));
}

/**
 * The field around a number, where its values are never statuses. "Result code: 3931" on a line is a label, though; as a
 * field of an answer it is the call's.
 * @param {Subject} subject
 */
function foreignField({ label, left }) {
  if (label.type === "weak") return "";
  const field = fieldAround(left);
  return field && Fields.classify(field).rank === -1 ? field : "";
}

/** @param {Subject} subject */
const isInSubject = (subject) => isRare(subject) && /subject/i.test(foreignField(subject));

/** @param {Subject} subject */
const isInBrackets = ({ listed, left, right }) => listed && /[\p{L}.!]\s*[([]\s*$/u.test(left) && /^\s*[)\]]/.test(right);

/** @param {Subject} subject */
const isAlone = ({ left, right }) => /^[\s"'`*•([#>|-]*$/.test(left) && /^[\s"'`*)\].,;|]*$/.test(right);

/**
 * Rules for numbers that hang on a label of one type.
 * @param {Label["type"]} type
 * @param {Rule[]} rules
 * @returns {Rule[]}
 */
const after = (type, rules) =>
  rules.map((rule) => ({ ...rule, applies: (subject) => subject.label.type === type && rule.applies(subject) }));

/** The label is one of something else. */
const OTHERS = after("never", [
  {
    // "Extension: 3931 Busy": a number that its own label explains is a status wherever it stands.
    name: "own label after another's",
    verdict: "sure",
    applies: ({ own, large }) => own && large,
  },
  {
    // "page 3931", "order status 3931"
    name: "another's number",
    verdict: "no",
    applies: () => true,
  },
]);

const COUNTED = /(?:errors|failures|warnings)["'\s:=]*$/i;

/** The label is a status. */
const STATUSES = after("status", [
  {
    // "GET /a status=403": a listed code that a web server answers with, too.
    name: "status of a web request",
    verdict: "maybe",
    applies: ({ listed, code, faxHere, line }) => listed && isHttp(code) && !faxHere && HTTPISH.test(line),
  },
  {
    // "Request failed with status code 403": where nothing tells of a fax, 1 and 403 are statuses of many things.
    name: "common status, far from a fax",
    verdict: "maybe",
    applies: ({ listed, code, label, inFax }) =>
      listed && code > 0 && (code <= PROCESS_CODES || code === HTTP_FORBIDDEN) && !label.fax && !inFax,
  },
  {
    // "status 3931", "status -57": every number below zero is a status.
    name: "status",
    verdict: "sure",
    applies: ({ listed, code }) => listed || code < 0,
  },
  {
    // "status 1234567" is an id.
    name: "status too long",
    verdict: "no",
    applies: ({ digits }) => digits > LONGEST_CODE,
  },
  {
    // "fax status 200": a failure that is not listed.
    name: "unlisted status of a fax",
    verdict: "sure",
    applies: ({ label }) => label.fax,
  },
  {
    // "fax sent, status 200": the fax's, unless the line is one of a web request.
    name: "unlisted status like HTTP's, near a fax",
    verdict: "maybe",
    applies: ({ code, faxHere, line }) => isHttp(code) && faxHere && !HTTPISH.test(line),
  },
  {
    // "status 200": nothing says that it is not HTTP's.
    name: "unlisted status like HTTP's",
    verdict: "no",
    applies: ({ code }) => isHttp(code),
  },
  {
    // "status 4711": as long as the listed ones.
    name: "unlisted status",
    verdict: "sure",
    applies: ({ digits }) => digits >= 4,
  },
  {
    // "status 7": short numbers are statuses of many things.
    name: "short unlisted status",
    verdict: "maybe",
    applies: () => true,
  },
]);

/** The number stands in a field that holds no status. @type {Rule[]} */
const FIELDS = [
  {
    // Subject: Busy (3931). A subject may quote a status, here with its label.
    name: "own label in a subject",
    verdict: "sure",
    applies: (subject) => subject.own && isInSubject(subject),
  },
  {
    // Subject: your invoice 3931. It may quote anything else as well.
    name: "subject",
    verdict: "maybe",
    applies: isInSubject,
  },
  {
    // "csid": "Fax 6017"
    name: "another's field",
    verdict: "no",
    applies: (subject) => foreignField(subject) !== "",
  },
];

/** The label says how something ended. */
const WEAK = after("weak", [
  {
    // "errors: 0" counts errors.
    name: "number of errors",
    verdict: "no",
    applies: ({ code, left }) => code >= 0 && code < PROCESS_CODES && COUNTED.test(left),
  },
  {
    // "set to state -2": small numbers below zero are those of many programs.
    name: "small negative error, far from a fax",
    verdict: "maybe",
    applies: ({ code, label, inFax, faxHere }) => code < 0 && code > -10 && !label.fax && !inFax && !faxHere,
  },
  {
    // "error 6017", but not "error 12" or "error 403", which many programs know.
    name: "listed error",
    verdict: "sure",
    applies: ({ listed, code }) => listed && (code < 0 || (code >= PROCESS_CODES && code !== HTTP_FORBIDDEN)),
  },
  {
    // "error 403" where a web request is spoken of.
    name: "error of a web request",
    verdict: "maybe",
    applies: ({ listed, code, label, line }) => listed && code === HTTP_FORBIDDEN && !label.fax && HTTPISH.test(line),
  },
  {
    // "transmission error 12"
    name: "common error, near a fax",
    verdict: "sure",
    applies: ({ code, listed, label, left }) => listed && (label.fax || (code === 0 ? FAXISH : FAX_NEAR).test(left)),
  },
  {
    // "error 12"
    name: "common error",
    verdict: "maybe",
    applies: ({ listed }) => listed,
  },
  {
    // "fax error -57": every number below zero is a status.
    name: "negative error of a fax",
    verdict: "sure",
    applies: ({ code, label, faxHere, large }) => code < 0 && (label.fax || (faxHere && !large)),
  },
  {
    // "error -57" may be any program's.
    name: "negative error",
    verdict: "maybe",
    applies: ({ code }) => code < 0,
  },
  {
    // "fax error 4711": a failure that is not listed.
    name: "unlisted error, near a fax",
    verdict: "sure",
    applies: ({ digits, faxHere }) => digits >= 4 && digits <= LONGEST_CODE && faxHere,
  },
  {
    // "error 4711"
    name: "unlisted error",
    verdict: "no",
    applies: () => true,
  },
]);

/** The label is the word fax alone. */
const FAXES = after("fax", [
  {
    // "Fax 700000001: 3931"
    name: "code of a numbered fax",
    verdict: "sure",
    applies: ({ listed, code, left }) => (listed || code < 0) && /fax\W{1,4}\d{5,}\W{0,2}\s*(?:[:=]|[-=]>)\s*$/i.test(left),
  },
  {
    // "fax 3931" and nothing else, since "toner for fax 3931" is a machine.
    name: "large code after fax",
    verdict: "sure",
    applies: ({ listed, large, left, right }) => listed && large && /^\W*fax\W*$/i.test(left) && !/\p{L}/u.test(right),
  },
  {
    // "fax 263", "toner for fax 3931"
    name: "code after fax",
    verdict: "maybe",
    applies: ({ listed }) => listed,
  },
  {
    // "fax 12345"
    name: "number after fax",
    verdict: "no",
    applies: () => true,
  },
]);

/** The label says nothing; the number itself and what is around it may. @type {Rule[]} */
const UNLABELLED = [
  {
    // sshd[3931] and "W/Fax( 3931):" are processes.
    name: "process",
    verdict: "no",
    applies: (subject) => isInBrackets(subject) && /[\p{L}\p{N}][[(]\s*$|\bjob\s+[\w-]+\s*[[(]\s*$/u.test(subject.left),
  },
  {
    // "Besetzt (3931)", "could not be sent (263)"
    name: "in brackets",
    verdict: "sure",
    applies: (subject) => isInBrackets(subject) && (subject.large || FAXISH.test(subject.line) || OUTCOME.test(subject.line)),
  },
  {
    // A line with nothing else on it.
    name: "alone on its line",
    verdict: "sure",
    applies: (subject) => subject.listed && subject.large && isAlone(subject),
  },
  {
    // "we saw 3931 again"
    name: "rare number",
    verdict: "maybe",
    applies: isRare,
  },
  {
    // "263 came up for the fax"
    name: "code near a fax",
    verdict: "maybe",
    applies: ({ listed, code, line }) => listed && code >= PROCESS_CODES && FAX_WORD.test(line),
  },
  {
    // Any other number.
    name: "no sign",
    verdict: "no",
    applies: () => true,
  },
];

/** Tried in this order; the first that applies decides. @type {Rule[]} */
export const RULES = [
  {
    // "Status der Sendung: 3931": the label is a few words away.
    name: "status of a thing",
    verdict: "sure",
    applies: isStatusOf,
  },
  {
    // case 3931: return "busy";
    name: "source code",
    verdict: "no",
    applies: ({ line, inProgram }) => inProgram || isSource(line),
  },
  ...OTHERS,
  {
    // "Service call completed with status: 0", "result code: -112": of the call, not of the fax.
    name: "status of a call",
    verdict: "no",
    applies: ({ code, left, large }) => (!large || code < 0) && CALL.test(left),
  },
  {
    // "fax-status    0    3931": a row of a listing, whose header tells what its numbers are.
    name: "cell of a row",
    verdict: "maybe",
    applies: ({ left, right }) => /\S(?:\t+| {3,})$/.test(left) && /^(?:\t+| {3,})\S/.test(right),
  },
  {
    // "RightFax error 263"
    name: "line of another service",
    verdict: "maybe",
    applies: ({ line, listed, code }) => (listed || code < 0) && namesOther(line),
  },
  {
    // "process exited with status 1"
    name: "exit status",
    verdict: "no",
    applies: ({ line, large }) => !large && EXIT.test(line),
  },
  ...STATUSES,
  ...FIELDS,
  {
    // "700000001→3931"
    name: "code behind an id",
    verdict: "sure",
    applies: ({ listed, code, left, inFax }) => inFax && (listed || code < 0) && /(?<![\w.+-])\d{6,20}\s?(?:→|[-=]>)\s?$/.test(left),
  },
  {
    // "263 Busy", "No answer: 8021"; a small number takes a fax nearby, too.
    name: "own label",
    verdict: "sure",
    applies: ({ own, code, large, faxHere }) => own && (large || code >= PROCESS_CODES || code < 0 || faxHere),
  },
  ...WEAK,
  ...FAXES,
  ...UNLABELLED,
];

/**
 * Does the vendor's own label of this code stand right before or right after the number?
 * @param {string[]} labels
 * @param {string} left
 * @param {string} right
 */
export function besideItsLabel(labels, left, right) {
  const before = left.toLowerCase().replace(/[\s"'`*_:=#>[({|,.;–—-]+$/, "");
  if (labels.some((label) => before.endsWith(label))) return true;
  const behind = right.toLowerCase().replace(/^[\s"'`*_:=([\])}|,.;–—>-]+/, "");
  return labels.some((label) => behind.startsWith(label));
}

/**
 * The verdict on a number, and the rule that gave it.
 * @param {Subject} subject
 */
export function judge(subject) {
  return /** @type {Rule} */ (RULES.find(({ applies }) => applies(subject)));
}
