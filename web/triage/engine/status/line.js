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
 * What was decided on a number: by which rule, and by which rule its label was found. `weak`: whether only the word fax
 * speaks for it.
 * @typedef {{ number: Candidate, verdict: Verdict, rule: string, label: string, weak: boolean }} Decision
 */

/** @typedef {{ offset: number, length: number, code: number, sure: boolean }} LineFind */

const LONGEST_LINE = 20_000;
const REACH = 160; // How far around a number a sign may stand.
const SIGN =
  /stat|code|kode|err|fail|fault|fehler|fax|reason|result|cause|zustand|outcome|respon|reject|undeliver|minus|negativ|moins|because/i;
const LIST = /^["')\]]*\s*(?:\([^()]{0,20}\)\s*)?(?:,|;|\/|&|\||and|or|und|,\s*and)\s*["'([]*$/i;

/**
 * Most lines of most logs hold no figure that could be a status; that is checked before anything costly is done.
 * @param {string} line
 * @param {Catalogue} catalogue
 */
function worthReading(line, catalogue) {
  if (line.length > LONGEST_LINE || !/\d/.test(line)) return false;
  if (SIGN.test(line) || /\d[.,]\d{3}/.test(line)) return true;
  return (line.match(/\d+/g) ?? []).some((figures) => {
    if (figures.length > 7) return false;
    const code = Number(figures);
    const known = (code >= 256 && catalogue.isListed(code)) || (code > 0 && catalogue.isListed(-code)) || figures.length <= 3;
    return known && (code >= 256 || line.includes(`-${figures}`));
  });
}

/**
 * @param {Candidate} number
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above
 * @returns {Decision}
 */
function weigh(number, line, catalogue, above) {
  const { code, digits, listed } = number;
  const left = number.left.slice(-REACH);
  const right = number.right.slice(0, REACH);
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
    faxHere: label.fax || FAX_WORD.test(`${left} ${right}`),
  });
  return { number, verdict, rule: name, label: label.rule, weak: label.type === "fax" };
}

/**
 * A figure among figures, as in a row of them.
 * @param {Candidate} number
 */
const isBare = ({ left, right }) => (/\d\s$/.test(left) || /^\s\d/.test(right)) && labelBefore(left.slice(-REACH), "").type === "";

/** @param {Decision} decision */
const isStrong = ({ verdict, weak }) => verdict === "sure" && !weak;

/**
 * What the rest of the line changes of a decision: `isList` says that the number follows a status as the next of a list,
 * `hasBetter` that the line has a status for which more speaks than the word fax.
 * @typedef {{ name: string, verdict: Verdict, applies: (decision: Decision, line: { isList: boolean, hasBetter: boolean }) => boolean }} LineRule
 */

/** The first that applies changes the decision. @type {LineRule[]} */
export const LINE_RULES = [
  {
    // "codes 3931, 6017 and 0": the next one hangs on the same label.
    name: "next in a list",
    verdict: "sure",
    applies: ({ verdict, number }, { isList }) => verdict !== "sure" && number.listed && isList,
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
    applies: ({ verdict, weak }, { hasBetter }) => verdict === "sure" && weak && hasBetter,
  },
];

/**
 * @param {Decision} decision
 * @param {{ isList: boolean, hasBetter: boolean }} line
 * @returns {Decision}
 */
function changed(decision, line) {
  const rule = LINE_RULES.find(({ applies }) => applies(decision, line));
  return rule ? { ...decision, verdict: rule.verdict, rule: rule.name } : decision;
}

/**
 * What was decided on each number of a line (already plain), and by which rule.
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above a label alone on the line above, "" where there is none
 */
export function decisions(line, catalogue, above) {
  /** @type {Decision[]} */
  const made = [];
  if (!worthReading(line, catalogue)) return made;
  const masked = mask(line);
  // Where the last number ended, if it is a status.
  let listFrom = -1;
  for (const number of numbersIn(masked, catalogue)) {
    const excluded = EXCLUSIONS.find(({ applies }) => applies(number));
    if (excluded) {
      made.push({ number, verdict: "no", rule: excluded.name, label: "", weak: false });
      continue;
    }
    const isList = listFrom >= 0 && LIST.test(masked.slice(listFrom, number.at));
    const decision = changed(weigh(number, line, catalogue, above), { isList, hasBetter: false });
    made.push(decision);
    listFrom = decision.verdict === "sure" ? number.end : -1;
  }
  const hasBetter = made.some(isStrong);
  return made.map((decision) => changed(decision, { isList: false, hasBetter }));
}

/**
 * The statuses of a line, and what may be one.
 * @param {string} line
 * @param {Catalogue} catalogue
 * @param {string} above a label alone on the line above, "" where there is none
 * @returns {LineFind[]}
 */
export function findInLine(line, catalogue, above) {
  return decisions(line, catalogue, above)
    .filter(({ verdict }) => verdict !== "no")
    .map(({ number, verdict }) => ({
      offset: number.start,
      length: number.end - number.start,
      code: number.code,
      sure: verdict === "sure",
    }));
}
