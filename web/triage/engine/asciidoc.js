/* AsciiDoc lets each cell of a table stand on a line of its own. */

const FENCE = /^\|===\s*$/;

/** @param {string} line */
const widthOf = (line) => line.split("|").length - 1;

/**
 * The text with each row of its AsciiDoc tables on one line; blank lines take the place of the others, so that lines count right.
 * @param {string} text
 */
export function oneRowALine(text) {
  if (!/^\|===\s*$/m.test(text)) return text;
  const lines = text.split("\n");
  let width = 0; // of the table, 0 outside
  let row = 0; // the line on which the current row begins
  let isIn = false;
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) {
      isIn = !isIn;
      width = 0;
    } else if (isIn && line.startsWith("|")) {
      if (!width) {
        width = widthOf(line);
        row = at;
      } else if (widthOf(lines[row]) >= width) {
        row = at;
      } else {
        lines[row] += ` ${line}`;
        lines[at] = "";
      }
    }
  }
  return lines.join("\n");
}
