/* What there is to say once everything is counted, after what was said while reading. */

/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Rows} Rows */
/** @typedef {import("./types").Section} Section */
/** @typedef {import("./types").Some} Some */
/** @typedef {import("./types").Session} Session */

/**
 * Where numbers of faxes were read from, "" where each find is one fax.
 * @param {Section} section
 */
function countsFrom(section) {
  if (section.type === "table") return section.counts ? `the column “${section.columns[section.countColumn] ?? "count"}”` : "";
  const find = section.finds.find(({ count }) => count !== undefined);
  return find ? `the text, first in line ${find.line}` : "";
}

/** @param {Some} some */
function lines({ count, lines: first }) {
  const named = [...new Set(first)];
  if (named.length < first.length) return ""; // Records in one line have no lines of their own.
  return ` (${named.length > 1 ? "lines" : "line"} ${named.join(", ")}${count > first.length ? " …" : ""})`;
}

/**
 * Which rows were not counted, "" where all were.
 * @param {Rows} rows
 */
function leftOut({ all, inWords, blank }) {
  const out = [];
  if (inWords.count) out.push(`${inWords.count} ${inWords.count === 1 ? "has" : "have"} a status that is not a number${lines(inWords)}`);
  if (blank.count) out.push(`${blank.count} ${blank.count === 1 ? "has" : "have"} no status${lines(blank)}`);
  return out.length ? `Read ${all - inWords.count - blank.count} of ${all} rows; ${out.join("; ")}.` : "";
}

/**
 * @param {Session} log
 * @returns {Note[]}
 */
export function notesOf(log) {
  const { rows, result, sections } = log;
  const { repeated } = result;
  const notes = log.notes.slice();
  /** @type {(level: Note["level"], code: string, sentence: string) => void} */
  const say = (level, code, sentence) => void notes.push({ level, code, line: 0, sentence });
  const from = sections.map(countsFrom).filter(Boolean);
  if (from.length) say("info", "counts", `Counts of faxes were read from ${from[0]}.`);
  const left = leftOut(rows);
  if (left) say("info", "no-number", left);
  if (repeated) {
    const which = repeated === 1 ? "1 row repeats a fax" : `${repeated} rows repeat a fax`;
    say("info", "repeated", `${which} listed before; each fax counts once, with its latest status.`);
  }
  if (!result.total && !result.maybe) say("warning", "nothing", "No fax status was found in it.");
  return notes;
}
