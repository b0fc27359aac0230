/* Form-encoded callbacks, one a line, by URLSearchParams. */

import * as Tree from "./tree.js";

const PAIRS = /^\??[\w.\-[\]%+]+=[^&\s]*(?:&[\w.\-[\]%+]*=?[^&\s]*)+$/;

function isForm(line) {
  return PAIRS.test(line);
}

function records(line, number, catalogue) {
  const fields = Array.from(new URLSearchParams(line));
  // A callback in which no field is a status is no record of a fax.
  return Tree.fold(fields, [], number, catalogue).records;
}

/* Tools break a long body before its ampersands. */
function joined(text) {
  return text.trim().replace(/\s*\n\s*&|&[ \t]*\n\s*/g, "&");
}

export { isForm, records, joined };
