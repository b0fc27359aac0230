/* What the page shows about an opened log. */

import { notesOf } from "./notes.js";
import * as Sections from "./sections.js";

/** @typedef {import("./types").Section} Section */
/** @typedef {import("./types").SectionSummary} SectionSummary */
/** @typedef {import("./types").Session} Session */
/** @typedef {import("./types").Summary} Summary */

export const CODES = 200; // that are sent at a time: a wrong column has a hundred thousand

/**
 * @param {Section} section
 * @returns {SectionSummary}
 */
function sectionSummary(section) {
  if (section.type === "text") return { type: "text", format: section.format, finds: section.finds.length };
  const { type, format, rows, columns, statusColumn, chosenBy, candidates, statusAt } = section;
  return {
    type,
    format,
    rows: rows.length,
    columns,
    statusColumn,
    chosenBy,
    candidates: candidates.map(({ column, name }) => ({ column, name })),
    mixedColumns: statusAt !== null,
    shown: Sections.shownColumns(section),
  };
}

/**
 * @param {Session} log
 * @returns {Summary}
 */
export function summaryOf(log) {
  const { byCode, steps } = log.result;
  const first = Object.entries(steps).map(([key, { count, codes }]) => [
    key,
    { count, codes: codes.slice(0, CODES), distinct: codes.length },
  ]);
  return {
    ...log.result,
    byCode: byCode.slice(0, CODES),
    distinct: byCode.length,
    steps: Object.fromEntries(first),
    format: log.format,
    encoding: log.encoding,
    name: log.name,
    notes: notesOf(log),
    withoutNumber: log.rows.inWords.count + log.rows.blank.count,
    passed: log.finds.filter(({ passed, on }) => passed && !on).length,
    finds: log.finds.length,
    sections: log.sections.map(sectionSummary),
  };
}
