/* Why a number was counted, offered or passed over, in a sentence for the person who pasted it. */

import { FOREIGN } from "./foreign.js";

/** @typedef {import("./types").Find} Find */
/** @typedef {import("./types").Section} Section */
/** @typedef {import("./types").TableSection} TableSection */

/**
 * By the name of the rule that decided (status/numbers-in-line.js, rules.js and line.js).
 * @type {Record<string, string>}
 */
export const REASONS = {
  "too many figures": "It is too long for a status.",
  "before a decimal point": "It is the first part of a decimal number.",
  "hyphen after a figure": "The hyphen before it joins it to another number.",
  "hyphen before an unlisted number": "The hyphen before it joins it to a word.",
  "hyphen after any word": "The hyphen before it joins it to a word.",
  "key of a label": "It stands before a text in quotes, as in a list of labels in source code.",
  "constant in source code": "It is the value of a constant in source code.",
  compared: "Something is compared with it.",
  "glued to what stands before": "Letters or signs are glued to its front.",
  "after a point or a colon": "It is a part of a longer number or of a time.",
  "character reference": "It is the number of a character.",
  "glued to what follows": "Letters or signs are glued to its end.",
  "before a point, a colon or a hyphen": "It is a part of a longer number, a time or a file name.",
  "before a slash": "It is a part of a fraction or a path.",
  "before a unit": "A unit follows: it counts something.",
  "before a short unit": "A unit follows: it measures something.",
  "before an arrow": "The status changed from this one to the next.",
  "from one to another": "The status changed from this one to the next.",
  "source code": "The line is source code: it tells what may happen to a fax, not what did.",
  "own label after another's": "The label of this code stands beside it.",
  "another's number": "The word before it names something else.",
  "status of a call": "It is the status of a call, not of a fax.",
  "cell of a row": "It stands in a row of columns whose names are not known.",
  "line of another service": "The line names another fax service or program, whose numbers mean something else.",
  "status of a web request": "The line is about a web request, which has such a status, too.",
  "common status, far from a fax": "Many programs have such a status, and nothing around it tells of a fax.",
  status: "The word before it says status.",
  "status too long": "It is too long for a status.",
  "unlisted status of a fax": "The word before it says that it is the status of a fax. The code is not listed.",
  "unlisted status like HTTP's, near a fax": "The code is not listed, and web servers have such a status, too.",
  "unlisted status like HTTP's": "The code is not listed; it looks like the status of a web server.",
  "unlisted status": "The word before it says status. The code is not listed.",
  "short unlisted status": "The code is not listed, and short numbers are the status of many things.",
  "own label in a subject": "The label of this code stands beside it.",
  subject: "It stands in a subject, which may quote anything.",
  "another's field": "It stands in a field that holds no status.",
  "number of errors": "It counts errors.",
  "listed error": "The word before it says that it is how something ended, and the code is listed.",
  "small negative error, far from a fax": "Many programs have such an error, and nothing around it tells of a fax.",
  "error of a web request": "The line is about a web request, which has such an error, too.",
  "common error, near a fax": "The line tells how a fax ended.",
  "common error": "Many programs have such an error.",
  "negative error of a fax": "The line tells how a fax ended.",
  "negative error": "Many programs have errors below zero.",
  "unlisted error, near a fax": "The line tells how a fax ended. The code is not listed.",
  "unlisted error": "The code is not listed, and nothing beside it tells of a fax.",
  "code of a numbered fax": "It stands right after the number of a fax.",
  "code behind an id": "An arrow leads to it from the number of a fax.",
  "large code after fax": "It stands right after the word fax.",
  "code after fax": "It stands after the word fax, and may be a fax number.",
  "number after fax": "It stands after the word fax and is not listed.",
  process: "It is the number of a process.",
  "in brackets": "It stands in brackets behind what happened.",
  "alone on its line": "A listed code stands alone on its line.",
  "rare number": "The code is listed, but nothing beside it says that it is a status.",
  "code near a fax": "The code is listed and a fax is named in its line, but nothing says that it is a status.",
  "no sign": "Nothing beside it says that it is a status.",
  "status of a thing": "The word status stands a few words before it.",
  "exit status": "It is how a process ended.",
  "own label": "The label of this code stands beside it.",
  "next in a list": "It follows a status as the next of a list.",
  "row of figures": "It stands in a row of figures.",
  "fax beside a better sign": "Another number of the line is the status.",
  "said twice": "It repeats the status of the same fax.",
  "reason beside a status": "It is the reason beside the status of the same fax.",
  "count of faxes": "A number of faxes stands beside it.",
  common: "Many things have such a status, and nothing tells of a fax.",
};

/** @type {Record<TableSection["chosenBy"], string>} */
const CHOSEN = {
  "": "",
  name: "is named as a status",
  "name and values": "has a name and values like those of a status",
  values: "holds codes in most rows",
  person: "was chosen by you",
};

/**
 * @param {TableSection} table
 * @param {Find} find
 */
function ofTable({ columns, statusAt, chosenBy, foreign }, { row, column, sure, why }) {
  if (why) return REASONS[why];
  const rule = FOREIGN.find(({ name }) => name === foreign?.[row]);
  if (rule) return `The record looks like one of ${rule.whose}.`;
  const what = `${statusAt ? "Its field" : "The column"} “${columns[column]}” ${CHOSEN[chosenBy || "name"]}`;
  return sure ? `${what}.` : `${what}, but nothing beside it tells of a fax.`;
}

/**
 * @param {Section} section
 * @param {Find} find
 */
export const reason = (section, find) => (section.type === "table" ? ofTable(section, find) : REASONS[find.why]);
