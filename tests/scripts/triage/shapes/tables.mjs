// Tables of faxes, as databases, shells and spreadsheets print them.
import { double, fields, json, kebab, pascal, snake, upper } from "./faxes.mjs";

const isText = (value) => typeof value === "string";
const columnsOf = (list) => Object.keys(list[0]);
const rowsOf = (list) => list.map(Object.values);
const escaped = (value) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Names and values below each other with a mark between them, and a line below the header where there is one. */
const delimited = (list, cell, join, end = "\n") =>
  [columnsOf(list), ...rowsOf(list)].map((row) => row.map(cell).join(join)).join(end) + end;

const padded = (text, width, right) => (right ? String(text).padStart(width) : String(text).padEnd(width));
const centred = (text, width) => text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
const widthsOf = (list, least = 0) =>
  columnsOf(list).map((name) => Math.max(least, name.length, ...list.map((fax) => String(fax[name]).length)));
const rightsOf = (list) => Object.values(list[0]).map((value) => !isText(value));

/** Cells lined up: numbers to the right, texts to the left, unless all go one way. */
function lined(list, { join = "  ", least = 0, rights = rightsOf(list), header = rights, ends = ["", ""] } = {}) {
  const widths = widthsOf(list, least);
  const line = (row, right) => ends[0] + row.map((cell, at) => padded(cell, widths[at], right[at])).join(join) + ends[1];
  return { widths, header: line(columnsOf(list), header), rows: rowsOf(list).map((row) => line(row, rights)) };
}

const all = (list, right) => columnsOf(list).map(() => right);
const trimmed = (lines) => lines.map((line) => line.trimEnd()).join("\n") + "\n";
const count = (list, noun) => `${list.length} ${noun}${list.length === 1 ? "" : "s"}`;

/** A box: top, header, ruler, rows, bottom. `marks` are the corners of each ruler: left, inner, right and what it is drawn of. */
function box(list, { rules, side = "|", gap = " ", rights = rightsOf(list), header = all(list, false), middle = false }) {
  const { widths } = lined(list);
  const rule = ([left, inner, right, line]) => left + widths.map((width) => line.repeat(width + 2 * gap.length)).join(inner) + right;
  const edge = `${gap}${side}${gap}`;
  const print = (cells) => `${side}${gap}${cells.join(edge)}${gap}${side}`;
  const names = columnsOf(list).map((name, at) => (middle ? centred(name, widths[at]) : padded(name, widths[at], header[at])));
  const rows = rowsOf(list).map((row) => print(row.map((cell, at) => padded(cell, widths[at], rights[at]))));
  return [rule(rules[0]), print(names), rule(rules[1]), ...rows, rule(rules[2])].join("\n") + "\n";
}

const ASCII = ["+", "+", "+", "-"];
const LIGHT = ["┌┬┐─", "├┼┤─", "└┴┘─"].map((marks) => [...marks]);
const quoted = (value) => `"${String(value).replaceAll('"', '""')}"`;
const whereNeeded = (mark) => (value) => (String(value).includes(mark) ? quoted(value) : value);

function psql(list) {
  const { widths, rows } = lined(list, { join: " | ", ends: [" ", ""] });
  const header = columnsOf(list).map((name, at) => centred(name, widths[at]));
  const ruler = widths.map((width) => "-".repeat(width + 2)).join("+");
  return [` ${header.join(" | ")} `, ruler, ...rows].join("\n") + `\n(${count(list, "row")})\n\n`;
}

function sqlcmd(list) {
  const { widths, header, rows } = lined(list, { join: " ", least: 11, header: all(list, false) });
  return [header, widths.map((width) => "-".repeat(width)).join(" "), ...rows].join("\n") + `\n\n(${count(list, "row")} affected)\n`;
}

function powershell(list) {
  const { widths, header, rows } = lined(list, { join: " " });
  const ruler = columnsOf(list).map((name, at) => padded("-".repeat(name.length), widths[at], rightsOf(list)[at]));
  return "\n" + trimmed([header, ruler.join(" "), ...rows]) + "\n";
}

/** Python's tabulate, in its plainest form with a ruler. */
function tabulate(list) {
  const { widths, header, rows } = lined(list);
  return trimmed([header, widths.map((width) => "-".repeat(width)).join("  "), ...rows]);
}

/** R and pandas: every column to the right, the numbers of the rows before it. */
function frame(list, join, first) {
  const { header, rows } = lined(list, { join, rights: all(list, true) });
  const label = String(first + list.length - 1).length;
  return (
    [`${" ".repeat(label)}${join}${header}`, ...rows.map((row, at) => `${String(at + first).padEnd(label)}${join}${row}`)].join("\n") + "\n"
  );
}

function duckdb(list) {
  const types = Object.fromEntries(columnsOf(list).map((name) => [name, isText(list[0][name]) ? "varchar" : "int64"]));
  const [top, names, ruler, row, ...rows] = box([types, ...list], { rules: LIGHT, side: "│", rights: rightsOf(list), middle: true }).split(
    "\n",
  );
  return [top, names, row, ruler, ...rows].join("\n");
}

const htmlRow = (row, tag) => `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
const html = (list) =>
  `<table>\n<thead>${htmlRow(columnsOf(list), "th")}</thead>\n<tbody>\n${rowsOf(list)
    .map((row) => htmlRow(row, "td"))
    .join("\n")}\n</tbody>\n</table>\n`;

const dataRow = (fax) =>
  `<tr ${fields(fax, (name, value) => `data-${name === "id" ? "fax-id" : name}="${escaped(value)}"`, " ")}><td>${fax.id}</td><td>details</td></tr>`;
const dataRows = (list) => `<table class="faxes">\n${list.map((fax) => dataRow(kebab(fax))).join("\n")}\n</table>\n`;

function spreadsheet(list) {
  const cell = (value) => `<Cell><Data ss:Type="${isText(value) ? "String" : "Number"}">${escaped(value)}</Data></Cell>`;
  const rows = [columnsOf(list), ...rowsOf(list)].map((row) => `   <Row>${row.map(cell).join("")}</Row>`);
  return (
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ` +
    `xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n <Worksheet ss:Name="Faxes">\n  <Table>\n${rows.join("\n")}\n` +
    `  </Table>\n </Worksheet>\n</Workbook>\n`
  );
}

function insert(list) {
  const value = (cell) => (isText(cell) ? `'${cell.replaceAll("'", "''")}'` : cell);
  const rows = rowsOf(list).map((row) => `(${row.map(value).join(", ")})`);
  return `INSERT INTO faxes (${columnsOf(list).join(", ")}) VALUES\n${rows.join(",\n")};\n`;
}

const inserts = (list) => list.map((fax) => insert([fax]).replace("\n", " ")).join("");
const named = (rename, print) => (list) => print(list.map(rename));

export default {
  csv: named(pascal, (list) => delimited(list, whereNeeded(","), ",", "\r\n")),
  "csv, all in quotes": named(pascal, (list) => delimited(list, quoted, ",")),
  "csv, semicolons": named(pascal, (list) => delimited(list, whereNeeded(";"), ";")),
  tsv: named(pascal, (list) => delimited(list, String, "\t")),
  "pipe table": named(pascal, (list) => delimited(list, String, "|")),
  "fixed columns": named(pascal, (list) => trimmed([lined(list).header, ...lined(list).rows])),
  "kubectl columns": named(upper, (list) => {
    const { header, rows } = lined(list, { join: "   ", rights: all(list, false) });
    return trimmed([header, ...rows]);
  }),
  tabulate: named(snake, tabulate),
  markdown: named(pascal, (list) => {
    const [header, ...rows] = [columnsOf(list), ...rowsOf(list)].map((row) => `| ${row.join(" | ")} |`);
    return (
      [
        header,
        `|${columnsOf(list)
          .map(() => "---|")
          .join("")}`,
        ...rows,
      ].join("\n") + "\n"
    );
  }),
  psql: named(snake, psql),
  "mysql box": named(snake, (list) => box(list, { rules: [ASCII, ASCII, ASCII] }) + `${count(list, "row")} in set (0.00 sec)\n`),
  "sqlite box": named(snake, (list) => box(list, { rules: LIGHT, side: "│", rights: all(list, false), middle: true })),
  duckdb: named(snake, duckdb),
  "spark show": named(
    snake,
    (list) => box(list, { rules: [ASCII, ASCII, ASCII], gap: "", rights: all(list, true), header: all(list, true) }) + "\n",
  ),
  "org table": named(snake, (list) => {
    const lines = box(list, { rules: [ASCII, ["|", "+", "|", "-"], ASCII] }).split("\n");
    return lines.slice(1, -2).join("\n") + "\n";
  }),
  sqlcmd: named(pascal, sqlcmd),
  "powershell table": named(pascal, powershell),
  "jira table": named(pascal, (list) => {
    const rows = rowsOf(list).map((row) => `|${row.join("|")}|`);
    return [`||${columnsOf(list).join("||")}||`, ...rows].join("\n") + "\n";
  }),
  "html table": named(pascal, html),
  "html data attributes": dataRows,
  "excel xml": named(pascal, spreadsheet),
  // Its cells have no mark between them but one blank, so none has a blank of its own.
  "r data frame": named(snake, (list) => {
    const single = list.map((fax) =>
      Object.fromEntries(Object.entries(fax).map(([name, value]) => [name, isText(value) ? value.replaceAll(" ", "-") : value])),
    );
    return frame(single, " ", 1);
  }),
  "pandas data frame": named(snake, (list) => frame(list, "  ", 0)),
  "sql insert of rows": named(snake, insert),
  "sql inserts": named(snake, inserts),
  "json columns and rows": named(pascal, (list) => json({ columns: columnsOf(list), rows: rowsOf(list) })),
  "json columns with types": named(pascal, (list) =>
    json({ columns: columnsOf(list).map((name) => ({ name, type: isText(list[0][name]) ? "string" : "int" })), rows: rowsOf(list) }),
  ),
  "mysql \\G": named(snake, (list) => {
    const width = Math.max(...columnsOf(list).map((name) => name.length));
    const rows = list.map(
      (fax, at) =>
        `${"*".repeat(27)} ${at + 1}. row ${"*".repeat(27)}\n${fields(fax, (name, value) => `${name.padStart(width)}: ${value}`, "\n")}\n`,
    );
    return `${rows.join("")}${count(list, "row")} in set (0.00 sec)\n`;
  }),
  "psql \\x": named(snake, (list) => {
    const width = Math.max(...columnsOf(list).map((name) => name.length));
    const rows = list.map(
      (fax, at) => `-[ RECORD ${at + 1} ]${"-".repeat(width)}\n${fields(fax, (name, value) => `${name.padEnd(width)} | ${value}`, "\n")}\n`,
    );
    return rows.join("");
  }),
  "powershell list": named(pascal, (list) => {
    const width = Math.max(...columnsOf(list).map((name) => name.length));
    return `\n\n${list.map((fax) => fields(fax, (name, value) => `${name.padEnd(width)} : ${value}`, "\n") + "\n\n").join("")}\n`;
  }),
  "sqlite lines": named(snake, (list) => {
    const width = Math.max(...columnsOf(list).map((name) => name.length));
    return list.map((fax) => fields(fax, (name, value) => `${name.padStart(width)} = ${value}`, "\n") + "\n").join("\n");
  }),
  "csv of two columns a fax": named(pascal, (list) =>
    list.map((fax) => `Field,Value\n${fields(fax, (name, value) => `${name},${double(value)}`, "\n")}\n`).join("\n"),
  ),
};
