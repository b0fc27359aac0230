/* A table that explains codes, as an appendix of a manual does: each stands there once, beside its label, and no row is a fax. */

import * as Aggregates from "./aggregates.js";
import * as Numbers from "./numbers.js";
import { besideItsLabel } from "./status/rules.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").TableSection} TableSection */

const FEWEST = 4; // rows; of so many faxes two have the same status, or something tells them apart
const MOST = 0.6; // of the rows must hold the label of their code
const MOST_ROWS = 2000;
// What is said of a code, besides its label.
const ABOUT =
  /categ|group|class|type|action|to.?do|mean|desc|expl|note|remark|comment|retry|outcome|advice|step|cause|hint|sever|bedeut|besch|kateg|signif/i;
const OF_ONE = /\d{5,}|\d:\d\d|\d{4}-\d\d|@/; // An id, a telephone number, a time, an address.

/**
 * @param {TableSection} table
 * @param {string[][]} rows
 * @param {Catalogue} catalogue
 */
export function isListOfCodes({ columns, statusColumn, idColumns, timeColumns, counts }, rows, catalogue) {
  if (statusColumn < 0 || counts || idColumns.length || timeColumns.length || rows.length < FEWEST || rows.length > MOST_ROWS) return false;
  const codes = rows.map((row) => Numbers.cellStatus(row[statusColumn], catalogue.isListed)?.code);
  if (new Set(codes).size < codes.length) return false;
  const labels = rows.map((row, at) =>
    row.findIndex((cell, column) => column !== statusColumn && besideItsLabel(catalogue.quotedLabels(codes[at] ?? NaN), "", ` ${cell}`)),
  );
  const labelled = labels.filter((column) => column >= 0);
  if (labelled.length < rows.length * MOST || new Set(labelled).size > 1) return false;
  const others = columns
    .map((name, column) => ({ name, column }))
    .filter(({ column }) => column !== statusColumn && column !== labelled[0]);
  return (
    others.every(({ name }) => ABOUT.test(name) && !Aggregates.isOfOne(name)) &&
    !rows.some((row) => row.some((cell, column) => column !== statusColumn && OF_ONE.test(cell)))
  );
}
