/* Free text: which number in a line is a fax status, which may be one, and which is none. */

import { labelBefore } from "./label.js";
import { EXCLUSIONS, numbersIn } from "./numbers-in-line.js";
import { besideItsLabel, judge } from "./rules.js";
import { mask } from "./shapes.js";
import { FAX_WORD } from "./words.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./numbers-in-line.js").Candidate} Candidate */
/** @typedef {import("./rules.js").Verdict} Verdict */

/**
 * What was decided on a number: by which rule, and by which rule its label was found, whose type is `says`.
 * @typedef {{ number: Candidate, verdict: Verdict, rule: string, label: string, says: import("./label.js").Label["type"] }} Decision
 */

/** `why` is the rule that decided. @typedef {{ offset: number, length: number, code: number, sure: boolean, why: string }} LineFind */
/**
 * Whether the line is about one fax, and whether the text around it is about faxes, or a program.
 * @typedef {{ isOne?: boolean, inFax?: boolean, inProgram?: boolean }} Around
 */

const COMMON = new Set([0, 1]); // They stand in every log.
const PATH = /(?<!\S)[^\s/\\]*[/\\]\S*/g; // A fax in a URL or the path of a file says nothing of a status.
const NEAR = 60;
const STATUS_NEAR = /stat|stan|stav|estad|etat|zust|tila|durum|code|kod|error|fehl|[^\x00-\x7f]/i;
const LONGEST_LINE = 20_000;
const REACH = 160; // How far around a number a sign may stand.
const SIGN =
  /stat|code|kode|err|fail|fault|fehler|fax|faks|kod|fout|felk|fejl|feilk|reason|result|cause|zustand|outcome|respon|reject|undeliver|minus|negativ|moins|because|estad|etat|état|stav|stan|tila|durum|codigo|código|[^\x00-\x7f]{2}/i;
const LIST = /^["')\]]*\s*(?:\([^()]{0,20}\)\s*)?(?:,|;|\/|&|\||and|or|und|,\s*and)\s*["'([]*$/i;

/**
 * Most lines of most logs hold no figure that could be a status; that is checked before anything costly is done.
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above
 */
function worthReading(line, catalogue, above) {
  if (line.length > LONGEST_LINE || !/\d/.test(line)) return false;
  if (above || SIGN.test(line) || /\d[.,]\d{3}/.test(line)) return true;
  return (line.match(/\d+/g) ?? []).some((figures) => {
    if (figures.length > 7) return false;
    const code = Number(figures);
    const known = (code >= 256 && catalogue.isListed(code)) || (code > 0 && catalogue.isListed(-code)) || figures.length <= 3;
    return known && (code >= 256 || line.includes(`-${figures}`));
  });
}

/** @param {string} text */
const withoutPaths = (text) => (/[/\\]/.test(text) ? text.replace(PATH, "") : text);

/**
 * @param {Candidate} number
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above
 * @param {Around} around
 * @returns {Decision}
 */
function weigh(number, line, catalogue, above, { inFax = false, inProgram = false }) {
  const { code, digits, listed } = number;
  const left = number.left.slice(-REACH);
  const right = number.right.slice(0, REACH);
  // Most numbers of most logs: small, not listed, and far from any word for a status.
  if (!listed && code >= 0 && digits < 4 && !above && !STATUS_NEAR.test(left.slice(-NEAR)))
    return { number, verdict: "no", rule: "no sign", label: "", says: "" };
  const label = labelBefore(left, above);
  const { verdict, name } = judge({
    code,
    digits,
    left,
    right,
    line,
    label,
    listed,
    large: Math.abs(code) >= 1000,
    own: listed && besideItsLabel(catalogue.quotedLabels(code), left, right),
    inFax,
    inProgram,
    faxHere: label.fax || FAX_WORD.test(withoutPaths(`${left} ${right}`)),
  });
  return { number, verdict, rule: name, label: label.rule, says: label.type };
}

/**
 * A figure among figures, as in a row of them.
 * @param {Candidate} number
 */
const isBare = ({ left, right }) => (/\d\s$/.test(left) || /^\s\d/.test(right)) && labelBefore(left.slice(-REACH), "").type === "";

/** @param {Decision} decision */
const isStrong = ({ verdict, says }) => verdict === "sure" && says !== "fax";

/**
 * What the rest of the line changes of a decision. `isList`: the number follows a status as the next of a list. `hasBetter`: the
 * line has a status for which more speaks than the word fax. `earlier`: what was decided before it, where the line is about one fax.
 * @typedef {{ isList?: boolean, hasBetter?: boolean, earlier?: Decision[] }} Rest
 */
/** @typedef {{ name: string, verdict: Verdict, applies: (decision: Decision, rest: Rest) => boolean }} LineRule */

/**
 * Whether a number stands right after another, with nothing between them that tells a story: "status 3931, reason 263".
 * @param {Candidate} number
 * @param {Decision} other
 */
function isBeside(number, other) {
  const between = number.left.slice(other.number.end);
  return between.length < 40 && !/\b(?:then|later|again|after|before|but|now|dann|puis)\b/i.test(between);
}

/** The first that applies changes the decision. @type {LineRule[]} */
export const LINE_RULES = [
  {
    // "codes 3931, 6017 and 0": the next one hangs on the same label.
    name: "next in a list",
    verdict: "sure",
    applies: ({ verdict, number }, { isList = false }) => verdict !== "sure" && number.listed && isList,
  },
  {
    // "12 3931 7": a row of bare figures.
    name: "row of figures",
    verdict: "no",
    applies: ({ verdict, number }) => verdict === "maybe" && isBare(number),
  },
  {
    // "Fax 3931 failed with status 6017": the word fax alone yields to a better sign on the same line.
    name: "fax beside a better sign",
    verdict: "maybe",
    applies: ({ verdict, says }, { hasBetter = false }) => verdict === "sure" && says === "fax" && hasBetter,
  },
  {
    // "status 3931 (Busy, 3931)": one fax, named twice.
    name: "said twice",
    verdict: "no",
    applies: ({ verdict, rule, number }, { earlier = [] }) =>
      verdict === "sure" && rule !== "next in a list" && earlier.some((other) => other.number.code === number.code && other.rule !== rule),
  },
  {
    // "status 3931, reason 263": the reason of the same fax.
    name: "reason beside a status",
    verdict: "maybe",
    applies: ({ verdict, says, number }, { earlier = [] }) =>
      verdict === "sure" && says === "weak" && earlier.some((other) => other.says === "status" && isBeside(number, other)),
  },
];

/**
 * @param {Decision} decision
 * @param {Rest} rest
 * @returns {Decision}
 */
function changed(decision, rest) {
  const rule = LINE_RULES.find(({ applies }) => applies(decision, rest));
  return rule ? { ...decision, verdict: rule.verdict, rule: rule.name } : decision;
}

/**
 * What was decided on each number of a line (already plain), and by which rule.
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above a label alone on the line above, "" where there is none
 * @param {Around} [around]
 */
export function decisions(line, catalogue, above, around = {}) {
  const { isOne = true } = around;
  /** @type {Decision[]} */
  const made = [];
  if (!worthReading(line, catalogue, above)) return made;
  const masked = mask(line);
  // Where the last number ended, if it is a status.
  let listFrom = -1;
  for (const number of numbersIn(masked, catalogue)) {
    const excluded = EXCLUSIONS.find(({ applies }) => applies(number));
    if (excluded) {
      made.push({ number, verdict: "no", rule: excluded.name, label: "", says: "" });
      continue;
    }
    const isList = listFrom >= 0 && LIST.test(masked.slice(listFrom, number.at));
    const decision = changed(weigh(number, line, catalogue, above, around), { isList });
    made.push(decision);
    listFrom = decision.verdict === "sure" ? number.end : -1;
  }
  const hasBetter = made.some(isStrong);
  const sure = made.filter(({ verdict }) => verdict === "sure");
  return made.map((decision) => {
    const earlier = isOne ? sure.slice(0, Math.max(0, sure.indexOf(decision))) : [];
    return changed(decision, { hasBetter, earlier });
  });
}

/**
 * @param {Decision} decision
 * @returns {LineFind}
 */
const asFind = ({ number, verdict, rule }) => ({
  offset: number.start,
  length: number.end - number.start,
  code: number.code,
  sure: verdict === "sure",
  why: rule,
});

/**
 * The statuses of a line and what may be one, and the codes in it that are none.
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above a label alone on the line above, "" where there is none
 * @param {Around} around
 */
export function findInLine(line, catalogue, above, around) {
  const made = decisions(line, catalogue, above, around);
  const isNone = (/** @type {Decision} */ { verdict }) => verdict === "no";
  return {
    found: made.filter((decision) => !isNone(decision)).map(asFind),
    passed: made.filter((decision) => isNone(decision) && decision.number.listed && !COMMON.has(decision.number.code)).map(asFind),
  };
}
