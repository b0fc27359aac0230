/* The label that a number hangs on: a walk to the left, over separators, markup and words that bind. */

import * as Fields from "../fields.js";
import { BRIDGE, CODE_WORD, ENDED, NEVER_BEFORE, NUMBER_WORD, TELLING, WEAK } from "./words.js";

/**
 * What a label says: a status; how something ended (weak); a fax; something else that is never a status (never); any other
 * word (other); nothing. `fax`: whether it speaks of a fax.
 * @typedef {{ type: "status" | "weak" | "fax" | "never" | "other" | "", fax: boolean }} Label
 */

/**
 * How far the walk came, and what it went over.
 * @typedef {object} Walk
 * @property {string} rest what is left of the line
 * @property {string} between the signs it went over last
 * @property {number} bridges how many words it went over
 * @property {boolean} code whether one of them was "code" or the like
 * @property {boolean} number whether one of them was "number" or the like
 * @property {boolean} to whether one of them was "to"
 * @property {boolean} with whether one of them was "with"
 * @property {boolean} crossed whether it went over an earlier number
 */

/**
 * Where the walk ended. `meaning` is that of the tag or the word there, `above` the label on the line above.
 * @typedef {Walk & { tag: string, word: string, before: string, meaning: Label, above: string }} Place
 */

/** @typedef {{ name: string, applies: (place: Place) => boolean, label: (place: Place) => Label }} LabelRule */

const MAX_BRIDGES = 5;
const LONGEST_WORD = 60;
const LONGEST_SIGNS = 30;
const STATUS_OF = /\b(?:stat(?:us|o|ut)|estado)\s+(?:(?:of|for|de|del|der|des)\s+)?(?:(?:the|your|this|my|an?)\s+)?$/i;
const SENDING = new Set(["send", "sent"]); // "send error" is what sending came to.
const MARKUP = /^(?:td|th|b|strong|span|font|p|div|tr|br|em|i|dd|dt|li|code|big)$/i;
const SIGNS = /(?:<\/?[\p{L}][^<>]*>|[\s"'`*_:=#>[\]({|~<\\→]|[-=]+>|&gt;|\.{2,}|…|(?<=\s)[-–—](?=\s|$)|-(?=$)|,(?=\s*$))+$/u;

/** @type {Label} */
const NOTHING = { type: "", fax: false };
/** @type {Label} */
const NEVER = { type: "never", fax: false };
/** @type {Label} */
const WEAK_LABEL = { type: "weak", fax: false };

/** @param {string} sign */
const isFigure = (sign) => sign >= "0" && sign <= "9";

/** @param {string} sign */
const isLetter = (sign) => (sign > "\u007f" ? /\p{L}/u.test(sign) : (sign >= "a" && sign <= "z") || (sign >= "A" && sign <= "Z"));

/** What a word may hold besides letters. @param {string} sign */
const isInWord = (sign) => isFigure(sign) || sign === "." || sign === "-" || (sign > "\u007f" && /\p{N}/u.test(sign));

/**
 * Where the last word of a text begins (-1: it does not end in a word). A scan from the end: a regular expression that is
 * anchored there tries every start.
 * @param {string} s
 * @param {boolean} letterOnly
 */
function lastWordAt(s, letterOnly) {
  let first = -1;
  for (let at = s.length - 1; at >= 0 && s.length - at <= LONGEST_WORD; at--) {
    const sign = s[at];
    if (isLetter(sign) || (sign === "_" && !letterOnly)) first = at;
    else if (letterOnly || !isInWord(sign)) break;
  }
  return first;
}

/**
 * The word before the label, in lower case: "order" in "order status".
 * @param {string} before
 */
function wordBefore(before) {
  const trimmed = before.slice(-LONGEST_WORD).replace(/[\s_./-]+$/, "");
  const at = lastWordAt(trimmed, true);
  return at < 0 ? "" : trimmed.slice(at).toLowerCase();
}

/**
 * What a word says of the number after it.
 * @param {string} word
 * @param {string} before what stands before the word
 * @returns {Label}
 */
function meaningOf(word, before) {
  const lower = word.toLowerCase();
  if (lower === "fax" || lower === "faxes") return { type: "fax", fax: true };
  const { rank } = Fields.classify(word);
  if (rank === 1) return { type: "status", fax: true };
  const previous = wordBefore(before);
  const ofOther = Fields.OTHER.has(previous);
  const fax = previous === "fax" || /fax/i.test(word);
  if (rank === 2 || Fields.STATUS.has(lower)) return ofOther ? NEVER : { type: "status", fax };
  if (rank === -1 || NEVER_BEFORE.has(lower)) return WEAK.has(lower) ? WEAK_LABEL : NEVER;
  if (!WEAK.has(lower) && rank < 3) return { type: "other", fax: false };
  return ofOther && !SENDING.has(previous) ? NEVER : { type: "weak", fax };
}

/** The rules by which the place where the walk ended gives the label: the first that applies counts. @type {LabelRule[]} */
export const LABEL_RULES = [
  {
    // An opening tag right before the number is its label: <Status xsi:type="int">3931
    name: "tag",
    applies: ({ tag }) => tag !== "",
    label: ({ meaning }) => meaning,
  },
  {
    // "Code 3931" at the start of a line, or after a number: it says how something ended, but not what.
    name: "code of nothing",
    applies: ({ word, code }) => word === "" && code,
    label: () => WEAK_LABEL,
  },
  {
    // Nothing before it on its line: a label that is alone on the line above counts.
    name: "line above",
    applies: ({ word, rest, bridges, above }) => word === "" && rest === "" && bridges === 0 && above !== "",
    label: ({ above }) => meaningOf(above, ""),
  },
  {
    // No word to hang on.
    name: "nothing before",
    applies: ({ word }) => word === "",
    label: () => NOTHING,
  },
  {
    // "The fax ended with 3931": with makes the end a reason.
    name: "ended with",
    applies: ({ word, with: withWord }) => withWord && ENDED.has(word),
    label: ({ before }) => ({ type: "weak", fax: /\bfax/i.test(before) }),
  },
  {
    // "area code 3931": a code of something that has codes as names.
    name: "code as a name",
    applies: ({ word, code }) => code && Fields.OTHER.has(word) && !WEAK.has(word) && !TELLING.has(word),
    label: () => NEVER,
  },
  {
    // "order status code": the status is known to be of something else.
    name: "status code of something else",
    applies: ({ word, code, meaning }) => code && meaning.type === "never" && Fields.STATUS.has(word),
    label: () => NEVER,
  },
  {
    // "status of fax 700000001 is 3931"
    name: "status of a fax",
    applies: ({ word, before }) => word === "fax" && STATUS_OF.test(before),
    label: () => ({ type: "status", fax: true }),
  },
  {
    // "fax to 3931" is where a fax goes.
    name: "to a fax",
    applies: ({ to, meaning }) => to && meaning.type === "fax",
    label: () => NEVER,
  },
  {
    // "fax no 3931" is which fax it is.
    name: "number of a fax",
    applies: ({ number, meaning }) => number && meaning.type === "fax",
    label: () => NEVER,
  },
  {
    // "fax code 3931": how a fax ended.
    name: "code of a fax",
    applies: ({ code, meaning }) => code && meaning.type === "fax",
    label: () => ({ type: "weak", fax: true }),
  },
  {
    // "provider code 3931": the code of a word that tells nothing itself.
    name: "code of a word",
    applies: ({ word, code, meaning }) => code && (meaning.type === "other" || (meaning.type === "never" && !Fields.OTHER.has(word))),
    label: () => WEAK_LABEL,
  },
  {
    // "forwarded to 3931" is a place, unless a status changed to it.
    name: "to somewhere",
    applies: ({ to, crossed, meaning }) => to && !crossed && meaning.type !== "status",
    label: () => NEVER,
  },
  {
    // "customer no 3931" is which customer it is.
    name: "number of something",
    applies: ({ number, meaning }) => number && meaning.type !== "status" && meaning.type !== "weak",
    label: () => NEVER,
  },
  {
    // "status 3931", "page 3931": the word says it itself.
    name: "the word",
    applies: () => true,
    label: ({ meaning }) => meaning,
  },
];

/**
 * The name of the tag right before the number, where it says more than how the number looks.
 * @param {string} rest
 */
function tagAtEnd(rest) {
  if (!rest.trimEnd().endsWith(">")) return "";
  const tag = /<([\p{L}_][\p{L}\p{N}_:.-]*)(?:\s[^<>]*)?>\s*$/u.exec(rest)?.[1] ?? "";
  return MARKUP.test(tag) ? "" : tag;
}

/** @param {Walk} walk */
function stepOverSigns(walk) {
  // The expression tries every start: only a tag may be long.
  const { rest } = walk;
  const tail = rest.endsWith(">") ? rest : rest.slice(-LONGEST_SIGNS);
  const [signs = ""] = SIGNS.exec(tail) ?? [];
  walk.between = signs;
  walk.rest = rest.slice(0, rest.length - signs.length);
}

/**
 * "status changed from -3 to 3931": both hang on the same label.
 * @param {Walk} walk
 */
function stepOverEarlierNumber(walk) {
  if (!walk.to && !/->|=>|→/.test(walk.between)) return false;
  const earlier = /-?\d+$/.exec(walk.rest);
  if (!earlier) return false;
  walk.rest = walk.rest.slice(0, earlier.index);
  walk.crossed = true;
  walk.to = false;
  return true;
}

/**
 * "fax 700000001: 3931", "status of <700000001> is 3931": which fax it is stands between.
 * @param {Walk} walk
 */
function stepOverId(walk) {
  if (!walk.bridges && !/[:=>]/.test(walk.between)) return false;
  if (!isFigure(walk.rest.at(-1) ?? "")) return false;
  const shorter = walk.rest.replace(/[[(<"'#]?\d{5,20}$/, "");
  if (shorter === walk.rest) return false;
  walk.rest = shorter;
  return true;
}

/**
 * @param {Walk} walk
 * @param {string} word
 * @param {number} at
 */
function stepOverBridge(walk, word, at) {
  if (!BRIDGE.has(word) || walk.bridges >= MAX_BRIDGES) return false;
  walk.bridges++;
  walk.code ||= CODE_WORD.has(word);
  walk.number ||= NUMBER_WORD.has(word);
  walk.to ||= word === "to";
  walk.with ||= word === "with";
  walk.rest = walk.rest.slice(0, at);
  return true;
}

/**
 * Where the walk from a number to the left ends.
 * @param {string} left what stands before the number
 * @param {string} above
 * @returns {Place}
 */
function placeBefore(left, above) {
  /** @type {Walk} */
  const walk = { rest: left, between: "", bridges: 0, code: false, number: false, to: false, with: false, crossed: false };
  for (;;) {
    const tag = tagAtEnd(walk.rest);
    if (tag) return { ...walk, tag, word: "", before: "", meaning: meaningOf(tag, ""), above };
    stepOverSigns(walk);
    if (stepOverEarlierNumber(walk)) continue;
    if (stepOverId(walk)) continue;
    const at = lastWordAt(walk.rest, false);
    if (at < 0) return { ...walk, tag, word: "", before: "", meaning: NOTHING, above };
    const word = walk.rest.slice(at).replace(/^[-_.]+|[-_.]+$/g, "");
    const lower = word.toLowerCase();
    if (stepOverBridge(walk, lower, at)) continue;
    const before = walk.rest.slice(0, at);
    return { ...walk, tag, word: lower || "_", before, meaning: meaningOf(word, before), above };
  }
}

/**
 * The label of a number, and the rule that gave it.
 * @param {string} left what stands before the number
 * @param {string} above a label alone on the line above, "" where there is none
 * @returns {Label & { rule: string }}
 */
export function labelBefore(left, above) {
  const place = placeBefore(left, above);
  const rule = /** @type {LabelRule} */ (LABEL_RULES.find(({ applies }) => applies(place)));
  return { ...rule.label(place), rule: rule.name };
}
