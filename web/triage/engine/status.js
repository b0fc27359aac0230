/* What a line of free text says: its statuses, the transaction that it speaks of, or that it is a label for the next line. */

import * as Fields from "./fields.js";

export { findInLine } from "./status/line.js";

const ID =
  /(?:\btransaction[\s_-]{0,3}(?:id|no\.?|nr\.?|number|#)?|\btx(?:n|_?id)?|\bfax[\s_-]{0,3}id|\bvorgang(?:snummer)?)["'>\s]{0,20}[:=#]?["'[(\s]{0,20}([A-Za-z]*-?\d[\w-]{2,39})/gi;
const FAX_ID = /\b(?:fax(?:es)?|status of)[\s#[(<"'./:]+(\d{6,20})\b/gi;
const NUMBER_OF_FAX = /(?<![\w.+-])(\d{6,20})(?=\s*[:=]\s*(?:fax\s+)?status\b|\s+(?:was|is|has|ended|failed|came|still|shows|wurde)\b)/gi;
const PLAIN_ID = /(?:^|[\s,;{["'(<])id["'>\s]{0,20}[:=#]["'\s]{0,20}([\w-]{4,40})/gi;
const WRAPPED =
  /\b(?:with|the|an?|has|had|returned|is|final|its|shows?|still) ((?:fax )?(?:status|error)(?: code)?)(?: (?:is|was|of))?:?\s*$/i;
const LONGEST_LABEL = 30;

/**
 * The transactions that a line speaks of, with their places.
 * @param {string} line
 */
export function idsInLine(line) {
  for (const pattern of [ID, FAX_ID, PLAIN_ID, NUMBER_OF_FAX]) {
    const ids = Array.from(line.matchAll(pattern), (found) => ({ id: found[1], at: found.index }));
    if (ids.length) return ids;
  }
  return [];
}

/**
 * The transaction that a line speaks of, "" if it does not say so.
 * @param {string} line
 */
export const idInLine = (line) => idsInLine(line)[0]?.id ?? "";

/**
 * Which of several transactions a number is about: the last one before it, or the one right after where another number stands
 * between them.
 * @param {{ id: string, at: number }[]} ids
 * @param {number} offset where the number stands
 * @param {number} previous where the number before it stands
 */
export function idOf(ids, offset, previous) {
  const before = ids.filter(({ at }) => at < offset);
  const own = before.at(-1);
  if (own && own.at > previous) return own.id;
  return ids.find(({ at }) => at > offset)?.id ?? own?.id ?? "";
}

/**
 * What a line says where it may be a label, or "".
 * @param {string} line
 */
function trimmedLabel(line) {
  const label = line
    .trim()
    .replace(/[:=*_\s]+$/, "")
    .replace(/^(?:\[\[\d+\]\])?[*_$\s]+/, "");
  return label.length > LONGEST_LABEL || /\d/.test(label) ? "" : label;
}

/**
 * The label that a line is, whatever it says of the next line, or "".
 * @param {string} line
 */
export function labelOfNext(line) {
  const label = trimmedLabel(line);
  // A sentence may go on below: "… with status".
  return label && Fields.classify(label).rank !== 0 ? label : (WRAPPED.exec(line)?.[1] ?? "");
}

/**
 * The label on a line that is nothing else ("Status", "Fax status:"), or "".
 * @param {string} line
 */
export function labelAlone(line) {
  const label = trimmedLabel(line);
  const { rank } = Fields.classify(label);
  return rank === 1 || rank === 2 ? label : "";
}
