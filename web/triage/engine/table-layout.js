/* How people and programs draw tables: columns under a ruler or lined up by blanks, cells between bars. */

/** Where a column stands in a line. @typedef {{ start: number, end: number }} Span */

export const BARS = ["|", "│", "┃", "║", "┆"];
const RULER = /^\s*[-=─━]+(?:\s+[-=─━]+)+\s*$/;
const RULE = /^[-\s:|+=─-╿┆]*$/;
const PHRASE = /\S+(?: \S+)*/g; // Words with single blanks between them.
const WORD = /\S+/g;

/**
 * Whether a line draws the columns: ------ ---- -----
 * @param {string} line
 */
export const isRuler = (line) => RULER.test(line) && /[-=─━]{3}/.test(line);

/**
 * Whether a row is drawn between others: +---+---+, |:--|--:|
 * @param {string[]} row
 */
export const isRule = (row) => row.every((cell) => RULE.test(cell)) && row.some((cell) => /\S/.test(cell));

/**
 * @param {string} line
 * @param {RegExp} what
 * @returns {Span[]}
 */
const spans = (line, what) => Array.from(line.matchAll(what), ({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** @param {string} line */
export const wordsIn = (line) => spans(line, WORD);

/** @param {string} line */
export const phrasesIn = (line) => spans(line, PHRASE);

/**
 * The columns that a span of a line is on, or else the nearest.
 * @param {Span} span
 * @param {Span[]} columns
 */
function columnsOf({ start, end }, columns) {
  let nearest = 0;
  let least = Infinity;
  /** @type {number[]} */
  const on = [];
  for (const [at, column] of columns.entries()) {
    const distance = Math.max(column.start - end, start - column.end) + 1;
    if (distance <= 0) on.push(at);
    if (distance < least) {
      least = distance;
      nearest = at;
    }
  }
  return on.length ? on : [nearest];
}

/**
 * The cells of a line by where its columns stand. A phrase over several columns is parted by words, of which one under no column
 * goes on with the text before it; a number before the first column counts the rows, where that column has a value of its own.
 * @param {string} line
 * @param {Span[]} columns
 */
export function cellsUnder(line, columns) {
  const row = columns.map(() => "");
  let counter = "";
  /**
   * @param {Span} span
   * @param {number} at
   */
  const put = (span, at) => {
    const text = line.slice(span.start, span.end);
    if (span.end < columns[0].start && /^\d+[:.]?$/.test(text)) counter = text;
    else row[at] = row[at] ? `${row[at]} ${text}` : text;
  };
  for (const phrase of phrasesIn(line)) {
    const on = columnsOf(phrase, columns);
    const counted = /^\d+[:.]?(?= \S)/.exec(line.slice(phrase.start, Math.min(phrase.end, columns[0].start)));
    if (counted) {
      put({ start: phrase.start, end: phrase.start + counted[0].length }, 0);
      phrase.start += counted[0].length + 1;
    }
    if (on.length === 1) {
      put(phrase, on[0]);
      continue;
    }
    let before = on[0];
    for (const { start, end } of wordsIn(line.slice(phrase.start, phrase.end))) {
      const word = { start: phrase.start + start, end: phrase.start + end };
      const goesOn = /\p{L}/u.test(row[before]) && !columns.some((column) => column.start < word.end && word.start < column.end);
      if (!goesOn) [before] = columnsOf(word, columns);
      put(word, before);
    }
  }
  if (row[0] === "") row[0] = counter;
  return row;
}

/**
 * What stands between the bars of a row, without what a wiki or Markdown adds: ||head||, |_. head|, |=head|, ^ head ^, **3931**
 * @param {string[]} cells
 */
export function betweenBars(cells) {
  let row = cells.length === 1 && /^\s*\^.*\^\s*$/.test(cells[0]) ? cells[0].trim().split("^") : cells;
  const isDoubled = row.length > 4 && row.every((cell, at) => cell === "" || (at > 1 && at % 2 === 0));
  if (isDoubled) row = row.filter((_, at) => at > 0 && at % 2 === 0);
  const from = row.length > 1 && !isDoubled && row[0].trim() === "" ? 1 : 0;
  const to = row.length > 2 && row[row.length - 1].trim() === "" ? row.length - 1 : row.length;
  return row.slice(from, to).map(unmarked);
}

/** @param {string} cell */
const unmarked = (cell) =>
  cell
    .trim()
    .replace(/^[│┃║┆]\s*|(?<!\s)\s*[│┃║┆]$/g, "")
    .replace(/^(?:[_<>=~^]+\.\s+|=\s*)/, "")
    .replace(/^\[([^[\]]*)\]\([^()]*\)$/, "$1")
    .replace(/^([*_`]{1,2})([^*_`]+)\1$/, "$2");
