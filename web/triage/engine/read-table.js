/* CSV, TSV and their kin by Papa Parse; which row is the header and which column the status. */

import Papa from "papaparse";

import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";
import * as Sections from "./sections.js";

const SLICE = 64 * 1024;
const DELIMITERS = [",", "\t", ";", "|"];
const NAMES = { ",": "CSV", "\t": "TSV", ";": "CSV (semicolons)", "|": "Table (bars)", " ": "Table (spaces)", "": "List" };

function parser(delimiter, quotes) {
  return new Papa.Parser({ delimiter: delimiter, newline: "\n", quoteChar: quotes ? '"' : "\u0000" });
}

function filled(row) {
  return row.length > 1 || (row.length === 1 && row[0].trim() !== "");
}

function headerLike(cell) {
  const s = cell.trim();
  return s.length > 0 && s.length <= 60 && !/^[-+]?[\d.,:/ ]+$/.test(s);
}

function nameRank(cell) {
  return Fields.classify(cell.trim()).rank;
}

/* Which delimiter and header? -> { delimiter, headerRow, skip } or null */
function detect(text) {
  let sample = text.slice(0, 64 * 1024);
  if (sample.length < text.length) sample = sample.slice(0, sample.lastIndexOf("\n") + 1) || sample;
  let best = null;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const rows = parser(delimiter, true).parse(sample, 0, false).data.slice(0, 80);
    const found = judgeRows(rows, delimiter);
    if (found && (!best || found.score > best.score)) best = found;
  }
  if (best) return best;
  return detectSpaces(sample) || detectList(text);
}

function judgeRows(rows, delimiter) {
  const real = rows.filter(filled);
  for (let i = 0; i < Math.min(rows.length, 30); i++) {
    const row = rows[i];
    if (row.length < 2) continue;
    const ranks = row.map(nameRank);
    const good = ranks.filter(function (r) {
      return r >= 1 && r <= 3;
    }).length;
    const known = row.filter(function (c) {
      const k = Fields.classify(c.trim());
      return k.rank !== 0 || k.id || k.time;
    }).length;
    if (
      !good ||
      !row.every(function (c) {
        // Where two names are known it is a header, whatever stands in the others.
        return c.trim() === "" || headerLike(c) || (known > 1 && c.length > 60);
      })
    )
      continue;
    const after = rows.slice(i + 1, i + 9).filter(filled);
    const same = after.filter(function (r) {
      return Math.abs(r.length - row.length) <= 1 && r.length > 1;
    }).length;
    if (after.length && same < after.length * 0.5) continue;
    if (!after.length && known < 2) continue;
    return { delimiter: delimiter, headerRow: i, score: 1000 + known * 10 + row.length };
  }
  // No header that names a status: the width of the rows must agree.
  const widths = new Map();
  for (const row of real) widths.set(row.length, (widths.get(row.length) || 0) + 1);
  let width = 0,
    most = 0;
  widths.forEach(function (n, w) {
    if (n > most) {
      most = n;
      width = w;
    }
  });
  if (width < 2 || most < real.length * 0.8 || real.length < 2) return null;
  const first = rows.findIndex(filled);
  const isHeader =
    rows[first].every(function (c) {
      return c.trim() === "" || headerLike(c);
    }) &&
    rows.slice(first + 1).some(function (r) {
      return r.some(function (c) {
        return /^[-+]?\d+$/.test(c.trim());
      });
    });
  return { delimiter: delimiter, headerRow: isHeader ? first : -1, score: width, byValues: true };
}

/* Columns lined up by spaces, as terminals and old reports print them. */
function detectSpaces(sample) {
  const lines = sample.split("\n").slice(0, 30);
  for (let i = 0; i < lines.length - 1; i++) {
    if (!/\S(?: {2,}|\t)\S/.test(lines[i])) continue;
    const cells = lines[i].trim().split(/ {2,}|\t/);
    const ranks = cells.map(nameRank);
    if (
      !ranks.some(function (r) {
        return r === 1 || r === 2;
      }) ||
      !cells.every(headerLike)
    )
      continue;
    const after = lines.slice(i + 1, i + 6).filter(function (l) {
      return l.trim() !== "" && !/^[\s=+-]+$/.test(l);
    });
    if (
      after.length &&
      after.every(function (l) {
        return /\s{2,}|\t/.test(l.trim());
      })
    )
      return { delimiter: " ", headerRow: i, score: 1 };
  }
  return null;
}

/* One number a line, with or without a header. */
function detectList(text) {
  const lines = text
    .split("\n", 3000)
    .map(function (l) {
      return l.trim();
    })
    .filter(Boolean);
  if (lines.length < 2) return null;
  const rank = nameRank(lines[0]);
  const body = rank >= 1 ? lines.slice(1) : lines;
  const whole = body.filter(function (l) {
    return /^["']?[-+]?\d{1,7}["']?$/.test(Numbers.plain(l));
  }).length;
  if (whole < body.length * 0.9) return null;
  return { delimiter: "", headerRow: body === lines ? -1 : 0, score: 1 };
}

function splitSpaces(line, header) {
  const starts = [];
  const token = /\S+(?: \S+)*/g;
  for (let m = token.exec(header); m; m = token.exec(header)) starts.push(m.index);
  const cells = line.trim().split(/ {2,}|\t/);
  if (cells.length === starts.length) return cells;
  const row = starts.map(function () {
    return "";
  });
  token.lastIndex = 0;
  for (let m = token.exec(line); m; m = token.exec(line)) {
    let at = 0;
    const middle = m.index + m[0].length / 2;
    for (let i = 0; i < starts.length; i++) if (starts[i] <= middle) at = i;
    row[at] = row[at] ? row[at] + " " + m[0] : m[0];
  }
  return row;
}

/* -> { rows, lines, notes } */
function* rowsOf(text, found) {
  const rows = [],
    lines = [],
    notes = [];
  if (found.delimiter === " " || found.delimiter === "") {
    const all = text.split("\n");
    for (let i = 0; i < all.length; i++) {
      if (all[i].trim() === "" || /^[\s=+-]+$/.test(all[i])) {
        if (i < found.headerRow) found.headerRow--;
        continue;
      }
      rows.push(found.delimiter ? splitSpaces(all[i], all[found.headerLine]) : [all[i].trim()]);
      lines.push(i + 1);
      if (i % 5000 === 4999) yield (i / all.length) * 0.7;
    }
    return { rows: rows, lines: lines, notes: notes };
  }
  let at = 0,
    line = 1,
    size = SLICE,
    brokenQuotes = 0,
    quotes = true;
  while (at < text.length) {
    const end = Math.min(at + size, text.length);
    const lastSlice = end === text.length;
    const slice = text.slice(at, end);
    const result = parser(found.delimiter, quotes).parse(slice, 0, !lastSlice);
    let data = result.data;
    let cursor = lastSlice ? slice.length : result.meta.cursor;
    const bad = result.errors.find(function (e) {
      return e.type === "Quotes" && e.row < data.length + (lastSlice ? 0 : 1);
    });
    // A quote that is still open after a megabyte is taken for one that is never closed.
    const runaway = !lastSlice && data.length === 0 && size > 1024 * 1024;
    if (!bad && !lastSlice && data.length === 0 && !runaway) {
      size *= 2;
      continue;
    }
    size = SLICE;
    let badLine = -1;
    if (bad || runaway) {
      const row = bad ? bad.row : 0;
      // Everything before the row is good; the line that begins it is read without quotes.
      data = data.slice(0, row);
      cursor = row === 0 ? 0 : startOfRow(slice, row, found.delimiter);
      badLine = cursor;
    }
    for (const row of data) {
      if (filled(row)) {
        rows.push(row);
        lines.push(line);
      }
      line++;
      for (const cell of row) for (let n = cell.indexOf("\n"); n !== -1; n = cell.indexOf("\n", n + 1)) line++;
    }
    if (badLine >= 0) {
      let stop = text.indexOf("\n", at + badLine);
      if (stop === -1) stop = text.length;
      const row = text
        .slice(at + badLine, stop)
        .split(found.delimiter)
        .map(function (c) {
          return c.replace(/^\s*"|"\s*$/g, "");
        });
      if (filled(row)) {
        rows.push(row);
        lines.push(line);
      }
      brokenQuotes++;
      if (brokenQuotes <= 3)
        notes.push({
          level: "warning",
          code: "quotes",
          line: line,
          sentence: "A quotation mark in line " + line + " is not closed properly; that line was read without quotation marks.",
        });
      if (brokenQuotes === 50) {
        quotes = false;
        notes.push({
          level: "warning",
          code: "quotes",
          line: line,
          sentence: "So many quotation marks are broken that from line " + line + " on every line is one row.",
        });
      }
      line++;
      at = stop + 1;
    } else at += cursor;
    yield (at / text.length) * 0.7;
  }
  if (brokenQuotes > 3 && quotes)
    notes.push({ level: "warning", code: "quotes", line: 0, sentence: brokenQuotes - 3 + " more lines have broken quotation marks." });
  return { rows: rows, lines: lines, notes: notes };
}

function startOfRow(slice, row, delimiter) {
  const p = new Papa.Parser({ delimiter: delimiter, newline: "\n", preview: row, quoteChar: '"' });
  return p.parse(slice, 0, true).meta.cursor;
}

function stats(section, column, catalogue) {
  const s = { filled: 0, readable: 0, listed: 0, strong: 0, httpOnly: 0, exact: 0 };
  const step = Math.max(1, Math.floor(section.rows.length / 1000));
  for (let i = 0; i < section.rows.length; i += step) {
    const cell = section.rows[i][column];
    if (cell === undefined || cell.trim() === "") continue;
    s.filled++;
    const status = Numbers.cellStatus(cell, catalogue.isListed);
    if (!status) continue;
    s.readable++;
    if (status.exact) s.exact++;
    const listed = catalogue.isListed(status.code);
    if (listed || status.code < 0) s.listed++;
    if (listed && (status.code >= 1000 || status.code < 0)) s.strong++;
    if (!listed && status.code >= 100 && status.code <= 599) s.httpOnly++;
  }
  return s;
}

function* chooseColumn(section, hasHeader, catalogue) {
  const context = Fields.context(section.columns);
  const options = [];
  for (let i = 0; i < section.columns.length; i++) {
    const name = section.columns[i];
    const s = stats(section, i, catalogue);
    const rank = hasHeader ? Fields.classify(name).rank : 0;
    yield 0.75;
    options.push({
      column: i,
      name: name,
      rank: rank,
      filled: s.filled,
      readable: s.readable,
      listed: s.listed,
      strong: s.strong,
      exact: s.exact,
      httpOnly: s.httpOnly,
    });
  }
  section.candidates = options.filter(function (o) {
    return o.readable > 0 && (o.rank > 0 || o.listed > 0);
  });
  const share = function (o) {
    return o.filled ? o.listed / o.filled : 0;
  };
  const named = options
    .filter(function (o) {
      if (o.rank !== 1 && o.rank !== 2) return false;
      if (!o.readable || o.readable < o.filled * 0.3) return false;
      if (o.rank === 2 && context.http) return false;
      return o.rank === 1 || context.fax || o.httpOnly < o.readable * 0.5;
    })
    .sort(function (a, b) {
      return a.rank - b.rank || b.listed - a.listed || a.column - b.column;
    });
  if (named.length) return pick(named[0], "name");
  const perhaps = options
    .filter(function (o) {
      return o.rank >= 3 && share(o) >= 0.6 && (o.strong > 0 || (context.fax && o.rank === 3));
    })
    .sort(function (a, b) {
      return a.rank - b.rank || b.strong - a.strong;
    });
  if (perhaps.length && !context.http) return pick(perhaps[0], "name and values");
  // A status in words and nothing else: the rows are faxes without a number.
  const wordy = options.find(function (o) {
    return (o.rank === 1 || o.rank === 2) && o.filled > 0;
  });
  // A status in words says what the rows are about: without a word of faxes, no number beside it is one.
  if (!context.http && !context.inbound && (context.fax || !wordy)) {
    const guess = options
      .filter(function (o) {
        if (hasHeader && Fields.words(o.name).some((word) => Fields.OTHER.has(word))) return false;
        return o.rank === 0 && share(o) >= 0.6 && o.strong > 0 && o.exact >= o.readable * 0.9;
      })
      .sort(function (a, b) {
        return b.strong / b.filled - a.strong / a.filled || a.column - b.column;
      });
    if (guess.length) return pick(guess[0], "values");
  }
  if (wordy && context.fax) return pick(wordy, "name");

  function pick(option, by) {
    section.statusColumn = option.column;
    section.chosenBy = by;
  }
}

/* A line of a letter below or above the table, or a rule of dashes, is no row. */
const SUM = /^(?:grand[ -]?|sub)?(?:total|sum|summe|gesamt|count|anzahl)s?:?$/i;
function isRow(row, header, statusColumn) {
  // A sum below the rows, and not a customer of that name: it stands where a transaction should, or most cells are blank.
  const at = row.findIndex((cell) => cell.trim() !== "");
  if (at >= 0 && SUM.test(row[at].trim())) {
    const filled = row.filter((cell) => cell.trim() !== "").length;
    if ((header && header[at] && Fields.classify(header[at]).id) || filled < row.length / 2) return false;
  }
  if (
    row.every(function (c) {
      return (/^[\s:|+=-]*$/.test(c) && !/^\s*$/.test(c)) || c === "";
    })
  )
    return false;
  if (!header || header.length < 2) return true;
  if (row.length === 1) return false;
  return row.length >= header.length * 0.7 || statusColumn < 0 || Numbers.isExact(row[statusColumn] === undefined ? "" : row[statusColumn]);
}

function uniqueNames(row, width) {
  const names = [];
  for (let i = 0; i < width; i++) names.push((row && row[i] ? row[i].trim() : "") || "Column " + (i + 1));
  return names;
}

function* read(text, catalogue, found) {
  let source = text;
  // Excel's own hint about the delimiter is no row; its line end stays, so that lines count right.
  const hint = /^sep=.\n/.exec(source);
  if (hint) source = source.slice(hint[0].length - 1);
  const plan = hint ? detect(source) || found : found;
  plan.headerLine = plan.headerRow;
  const got = yield* rowsOf(source, plan);
  let header = null;
  let rows = got.rows,
    lines = got.lines;
  if (plan.headerRow >= 0) {
    // Blank rows were dropped, so the header is found again by its content.
    let at = -1;
    for (let i = 0; i < Math.min(rows.length, 40) && at === -1; i++) {
      if (
        plan.byValues ||
        rows[i].some(function (c) {
          const r = nameRank(c);
          return r >= 1 && r <= 3;
        })
      ) {
        if (
          rows[i].every(function (c) {
            return c.trim() === "" || headerLike(c);
          }) &&
          (rows[i].length > 1 || plan.delimiter === "")
        )
          at = i;
      }
    }
    if (at >= 0) {
      header = rows[at];
      rows = rows.slice(at + 1);
      lines = lines.slice(at + 1);
    }
  }
  let width = header ? header.length : 0;
  for (let i = 0; i < rows.length; i++) if (rows[i].length > width) width = Math.min(rows[i].length, 300);
  const section = Sections.table(NAMES[plan.delimiter] || "Table", uniqueNames(header, width), rows, lines);
  section.delimiter = plan.delimiter;
  section.hasHeader = header !== null;
  yield 0.75;
  yield* chooseColumn(section, header !== null, catalogue);
  // A repeated header line (joined reports) is no fax without a number, and a letter's lines are no rows.
  const again = header ? header.join("\u0001") : "";
  let kept = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i % 2000 === 1999) yield 0.8 + (0.2 * i) / rows.length;
    if (!isRow(rows[i], header, section.statusColumn)) continue;
    if (header && rows[i][0] === header[0] && rows[i].join("\u0001") === again) continue;
    rows[kept] = rows[i];
    lines[kept++] = lines[i];
  }
  rows.length = lines.length = kept;
  const context = Fields.context(section.columns);
  if (context.inbound)
    section.candidates = section.candidates.filter(function (c) {
      return c.rank >= 0;
    });
  if (section.statusColumn === -1 && context.inbound) {
    got.notes.push({
      level: "info",
      code: "inbound",
      line: 0,
      sentence: "These look like records of received faxes; their messageStatus is not the status of a sent fax.",
    });
  } else if (section.statusColumn >= 0 && section.chosenBy !== "name") {
    got.notes.push({
      level: "info",
      code: "guessed-column",
      line: 0,
      sentence:
        "The column “" +
        section.columns[section.statusColumn] +
        "” was taken as the status because of its values. Choose another if that is wrong.",
    });
  }
  return { sections: [section], notes: got.notes };
}

export { detect, read };
