/* What there is to say once everything is counted, after what was said while reading. */

/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Section} Section */
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

/**
 * @param {Session} log
 * @returns {Note[]}
 */
export function notesOf(log) {
  const { withoutNumber, result, sections } = log;
  const { repeated } = result;
  const notes = log.notes.slice();
  /** @type {(level: Note["level"], code: string, sentence: string) => void} */
  const say = (level, code, sentence) => void notes.push({ level, code, line: 0, sentence });
  const from = sections.map(countsFrom).filter(Boolean);
  if (from.length) say("info", "counts", `Counts of faxes were read from ${from[0]}.`);
  if (withoutNumber === 1) say("info", "no-number", "1 row holds no status number and was not counted.");
  else if (withoutNumber) say("info", "no-number", `${withoutNumber} rows hold no status number and were not counted.`);
  if (repeated) {
    const rows = repeated === 1 ? "1 row repeats a fax" : `${repeated} rows repeat a fax`;
    say("info", "repeated", `${rows} listed before; each fax counts once, with its latest status.`);
  }
  if (!result.total && !result.maybe) say("warning", "nothing", "No fax status was found in it.");
  return notes;
}
