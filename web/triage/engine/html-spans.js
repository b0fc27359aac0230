/* Cells of an HTML table that span rows or columns, and headers of several rows: as a table without them. */

/** What a cell shows, whether it is a header, and how far it spans. @typedef {{ html: string, isHead: boolean, down: number, across: number }} Cell */

const ROW = /<tr\b[^<>]*>/i;
const CELL = /<(t[dh])\b([^<>]*)>/gi;
const FURTHEST = 1000; // rows or columns
const MOST = 500_000; // cells

/**
 * @param {string} attributes
 * @param {string} name
 */
const span = (attributes, name) =>
  Math.min(FURTHEST, Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, "i").exec(attributes)?.[1] ?? 1)));

/**
 * @param {string} html that of a row
 * @returns {Cell[]}
 */
function cellsOf(html) {
  const tags = Array.from(html.matchAll(CELL));
  return tags.map(({ 0: tag, 1: name, 2: attributes, index }, at) => ({
    html: html.slice(index + tag.length, tags[at + 1]?.index).replace(/<\/t[dh]\s*>.*/i, ""),
    isHead: name.toLowerCase() === "th",
    down: span(attributes, "rowspan"),
    across: span(attributes, "colspan"),
  }));
}

/**
 * Each row with a cell in every column: one that spans rows stands in all of them, one that spans columns in the first.
 * @param {Cell[][]} rows
 */
function spread(rows) {
  /** @type {Cell[][]} */
  const grid = rows.map(() => []);
  let made = 0;
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at][column]) column++;
      made += cell.down * cell.across;
      if (made > MOST) return rows;
      for (let down = 0; down < cell.down && at + down < rows.length; down++)
        for (let across = 0; across < cell.across; across++)
          grid[at + down][column + across] = across && !cell.isHead ? { ...cell, html: "" } : cell;
    }
  }
  return grid;
}

/** The names in a row of headers, without which there would be none, are those of the lowest. @param {Cell[][]} rows */
function withOneHeader(rows) {
  const from = rows.findIndex((row) => row.length > 0);
  let until = from;
  while (rows[until]?.length && rows[until].every(({ isHead }) => isHead)) until++;
  return until > from + 1 ? [...rows.slice(0, from), ...rows.slice(until - 1)] : rows;
}

/** @param {string} table from its tag on, to the next table's */
function rewritten(table) {
  const end = table.search(/<\/table\b/i);
  const whole = end < 0 ? table : table.slice(0, end);
  const [before, ...rows] = whole.split(ROW);
  if (!/<t[dh]\b[^<>]*\b(?:row|col)span\s*=\s*["']?(?:[2-9]|\d\d)/i.test(whole)) return table;
  const made = withOneHeader(spread(rows.map(cellsOf))).map((row) => {
    const cells = Array.from(row, (cell) => (cell?.isHead ? `<th>${cell.html}</th>` : `<td>${cell?.html ?? ""}</td>`));
    return `<tr>${cells.join("")}</tr>`;
  });
  return before + made.join("") + table.slice(whole.length);
}

/** @param {string} html */
export function withoutSpans(html) {
  return html
    .split(/(?=<table\b)/i)
    .map((part) => (/^<table\b/i.test(part) ? rewritten(part) : part))
    .join("");
}
