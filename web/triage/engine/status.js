/* What a line of free text says: its statuses, the transaction that it speaks of, or that it is a label for the next line. */

import * as Fields from "./fields.js";

export { findInLine } from "./status/line.js";

const ID =
  /(?:\btransaction[\s_-]*(?:id|no\.?|nr\.?|number|#)?|\btx(?:n|_?id)?|\bfax[\s_-]*id|\bvorgang(?:snummer)?)["'>\s]*[:=#]?["'\s]*([A-Za-z]*-?\d[\w-]{2,39})/i;
const FAX_ID = /\bfax\s+#?(\d{6,20})\b/i;
const PLAIN_ID = /(?:^|[\s,;{["'(<])id["'>\s]*[:=#]["'\s]*([\w-]{4,40})/i;
const LONGEST_LABEL = 30;

/**
 * The transaction that a line speaks of, "" if it does not say so.
 * @param {string} line
 */
export function idInLine(line) {
  const id = ID.exec(line) ?? FAX_ID.exec(line) ?? PLAIN_ID.exec(line);
  return id?.[1] ?? "";
}

/**
 * The label on a line that is nothing else ("Status", "Fax status:"), or "".
 * @param {string} line
 */
export function labelAlone(line) {
  const label = line
    .trim()
    .replace(/[:=*_\s]+$/, "")
    .replace(/^(?:\[\[\d+\]\])?[*_$\s]+/, "");
  if (!label || label.length > LONGEST_LABEL || /\d/.test(label)) return "";
  const { rank } = Fields.classify(label);
  return rank === 1 || rank === 2 ? label : "";
}
