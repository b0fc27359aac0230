/* What the readers hand over: a section is a table (columns, rows, the status of each row) or a text with finds. */

import * as Fields from "./fields.js";

function byRank(columns, key) {
  return columns
    .map(function (name, i) {
      return [Fields.classify(name)[key], i];
    })
    .filter(function (pair) {
      return pair[0] > 0;
    })
    .sort(function (a, b) {
      return b[0] - a[0] || a[1] - b[1];
    })
    .map(function (pair) {
      return pair[1];
    });
}

function table(format, columns, rows, lines) {
  return {
    kind: "table",
    format: format,
    columns: columns,
    rows: rows,
    lines: lines,
    statusColumn: -1,
    statusAt: null,
    unsure: null,
    candidates: [],
    chosenBy: "",
    idColumns: byRank(columns, "id"),
    timeColumns: byRank(columns, "time"),
  };
}

/* Collects records of differing fields into one table. */
function collector(format) {
  const columns = [];
  const index = new Map();
  const section = { rows: [], lines: [], statusAt: [], unsure: [] };
  const counts = new Map();
  return {
    size: function () {
      return section.rows.length;
    },
    add: function (record) {
      const row = [];
      for (let i = 0; i < record.fields.length; i++) {
        const name = record.fields[i][0];
        let at = index.get(name);
        // A field beyond the 300th column is more likely data used as keys than a field.
        if (at === undefined && (columns.length < 300 || i === record.index)) {
          at = columns.length;
          index.set(name, at);
          columns.push(name);
        }
        if (at === undefined) continue;
        const value = record.fields[i][1];
        row[at] = row[at] === undefined ? value : row[at];
        if (i === record.index) {
          row[at] = value;
          section.statusAt.push(at);
          counts.set(at, (counts.get(at) || 0) + 1);
        }
      }
      section.rows.push(row);
      section.lines.push(record.line);
      section.unsure.push(record.sure ? 0 : 1);
    },
    finish: function () {
      const result = table(format, columns, section.rows, section.lines);
      result.statusAt = section.statusAt;
      result.unsure = section.unsure;
      result.chosenBy = "name";
      let most = 0;
      counts.forEach(function (n, at) {
        if (n > most) {
          most = n;
          result.statusColumn = at;
        }
      });
      result.candidates = columns
        .map(function (name, i) {
          return { column: i, name: name, rank: Fields.classify(name).rank };
        })
        .filter(function (c) {
          return c.rank > 0;
        });
      return result;
    },
  };
}

export { table, collector };
