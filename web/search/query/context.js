// What the text before a number says of it: how much its name makes it a status, and whether it is below zero.

import { DRESS, ENDINGS, LINKS, NAMES, STATUS_NAMES, STATUS_PARTS, VERBS } from "./vocabulary.js";

export const NAMED_STATUS = 12;
export const NAMED = 10;
export const NAMED_OTHERWISE = -12;

// How many words and tags to look back.
const STEPS = 5;

const TAG = /<([\p{L}][\p{L}\p{N}_.:-]*)[^<>]{0,300}>[\s"'*_`]*$/u;
const GAP = /[\s"'`()[\]{}#*_~:=<>!\u2260|@\\/$,+?.-]*$/;
const WORD = /[\p{L}][\p{L}\p{N}_.:'-]*$/u;
// What something is not: "status != 0".
const DIFFERS = /!=|<>|\u2260/;
// The number belongs to what stands before a comma or a sentence's end no more.
const SENTENCE_END = /[,;.?!]\s/;

/**
 * How much a name makes the number after it a status; 0 where it says nothing.
 * @param {string} name a word, or a name in any style, such as faxStatusCode
 */
export function nameWeight(name) {
  const parts = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
  const last = parts[parts.length - 1] ?? "";
  if (STATUS_NAMES.test(last) || STATUS_NAMES.test(parts.join(""))) {
    // A prefix of an XML name space says nothing.
    const own = parts.every((part) => part.length < 4 || STATUS_NAMES.test(part) || STATUS_PARTS.has(part));
    return own ? NAMED_STATUS : NAMED;
  }
  if (parts.slice(0, -1).some((part) => STATUS_NAMES.test(part)) && STATUS_PARTS.has(last)) return NAMED_STATUS;
  if (NAMES.test(last)) return NAMED;
  return parts.length === 1 && VERBS.has(last) ? NAMED : 0;
}

/** @param {string} text */
function lastWord(text) {
  const gap = GAP.exec(text)?.[0] ?? "";
  const found = WORD.exec(text.slice(0, text.length - gap.length));
  return found && { word: found[0], gap, index: found.index };
}

/**
 * @param {string} name
 * @param {string} gap what stands between it and the number; "No3931" has none
 */
const isLink = (name, gap) => LINKS.has(name) && (name !== "no" || /\s/.test(gap));

/**
 * What a word that names no status makes of the number after it: "pages: 3" is three pages.
 * @param {string} gap
 */
const unnamed = (gap) => (/[:=]/.test(gap) ? NAMED_OTHERWISE : 0);

/**
 * @param {string} before the text before a number, without its sign
 * @returns {number} above zero if the number is said to be a status or a code, below if it is said to be something else
 */
export function context(before) {
  let rest = before;
  let needsEnding = false;
  for (let step = 0; step < STEPS; step += 1) {
    const tag = TAG.exec(rest);
    if (tag && !DRESS.has(tag[1].toLowerCase())) return nameWeight(tag[1]) || NAMED_OTHERWISE;
    if (tag) {
      rest = rest.slice(0, tag.index);
      continue;
    }
    const last = lastWord(rest);
    if (!last) return 0;
    const { word, gap, index } = last;
    const name = word.toLowerCase();
    if (DIFFERS.test(gap)) return NAMED_OTHERWISE;
    if (SENTENCE_END.test(gap)) return 0;
    const weight = needsEnding && !ENDINGS.has(name) ? 0 : nameWeight(word);
    if (!isLink(name, gap)) return weight || unnamed(gap);
    needsEnding ||= name === "with";
    rest = rest.slice(0, index);
    if (rest.trim() === "") return weight;
  }
  return 0;
}

/**
 * How sure the mark before a number is a minus, and the text before the mark. "maybe": a dash could be meant; "hyphen":
 * it joins the number to a word.
 * @param {string} before
 * @returns {{ sign: "sure" | "maybe" | "hyphen" | "no", rest: string }}
 */
export function readSign(before) {
  const found = /(-+)(\s*)$/.exec(before);
  if (!found) return { sign: "no", rest: before.replace(/\+\s*$/, "") };
  const [, dashes, space] = found;
  const rest = before.slice(0, found.index);
  const previous = rest.slice(-1);
  if (/\d/.test(previous)) return { sign: "no", rest };
  if (/[\p{L}_]/u.test(previous)) return { sign: space === "" ? "hyphen" : "maybe", rest };
  return { sign: space !== "" || dashes.length > 1 ? "maybe" : "sure", rest };
}
