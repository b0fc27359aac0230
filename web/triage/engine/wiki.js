/* AsciiDoc and MediaWiki let each cell of a table stand on a line of its own. */

/** @param {string} line */
const widthOf = (line) => line.split("|").length - 1;

/**
 * Puts a line behind another; a blank line takes its place, so that lines count right.
 * @param {string[]} lines
 * @param {number} row
 * @param {number} at
 */
function join(lines, row, at) {
  lines[row] += ` ${lines[at]}`;
  lines[at] = "";
}

/**
 * |=== begins and ends a table, whose first line has as many cells as the others.
 * @param {string[]} lines
 */
function asciidoc(lines) {
  let width = 0;
  let row = 0; // the line on which the current row begins
  let isIn = false;
  for (const [at, line] of lines.entries()) {
    if (/^\|===\s*$/.test(line)) {
      isIn = !isIn;
      width = 0;
    } else if (isIn && line.startsWith("|")) {
      if (width && widthOf(lines[row]) < width) join(lines, row, at);
      else row = at;
      width ||= widthOf(line);
    }
  }
}

/**
 * {| begins a table, |- a row; ! and !! stand before the names of columns, | and || before cells.
 * @param {string[]} lines
 */
function mediaWiki(lines) {
  let row = -1;
  let isIn = false;
  for (const [at, line] of lines.entries()) {
    if (/^\{\|/.test(line)) isIn = true;
    if (!isIn) continue;
    const isCell = /^[|!](?![-}+])/.test(line);
    if (/^\|\}/.test(line)) isIn = false;
    if (isCell) lines[at] = line.replace(/^!/, "|").replace(/!!|\|\|/g, "|");
    else lines[at] = "";
    if (isCell && row >= 0) join(lines, row, at);
    else row = isCell ? at : -1;
  }
}

/**
 * The text with each row of such tables on one line.
 * @param {string} text
 */
export function oneRowALine(text) {
  const layout = /^\|===\s*$/m.test(text) ? asciidoc : /^\{\|/m.test(text) ? mediaWiki : null;
  if (!layout) return text;
  const lines = text.split("\n");
  layout(lines);
  return lines.join("\n");
}
