/* What a person takes away: the rows as CSV, a summary as plain text or Markdown. */

import * as Count from "./count.js";

/* A spreadsheet runs what begins with = + - @ (also behind blanks, a tab or their full-width forms). A plain number is
   no formula and stays a number. Behind a semicolon or tab it would be run where that is the spreadsheet's delimiter. */
function safe(value) {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  let s = String(value);
  if (/^[+-]?\d+(?:\.\d+)?$/.test(s)) return s;
  if (/^[\s\u00a0\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/.test(s)) s = "'" + s;
  return s.replace(/([;\t\n\r,])([ ]*)(?=[=+@\-\uff1d\uff0b\uff0d\uff20])(?!-\d+(?:\.\d+)?(?:[;,\t\n\r ]|$))/g, "$1$2'");
}

function csvCell(value) {
  const s = safe(value);
  return /[",;\t\n\r]|^\s|\s$/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s;
}

function outcomeName(code, catalogue) {
  const key = Count.outcomeOf(code, catalogue);
  if (key === "unlisted") return catalogue.unlistedLabel;
  const outcome = catalogue.outcomes.find(function (o) {
    return o.key === key;
  });
  return outcome ? outcome.name : key;
}

function explained(code, catalogue) {
  const entry = catalogue.explain(code);
  const category = catalogue.category(entry.category);
  return [outcomeName(code, catalogue), entry.label, category ? category.name : "", catalogue.site + (entry.link || "")];
}

const ADDED = ["outcome", "label", "category", "link"];

/* All rows of all sections; -> array of strings (parts of the file). options: { bom, onlyFinds } */
function* csv(session, keep, options) {
  const catalogue = session.catalogue;
  const columns = [];
  const index = new Map();
  // Columns of the same name in one table stay apart; the same name in another table is the same column.
  const maps = session.sections.map(function (section) {
    const seen = new Map();
    const names = section.kind === "text" ? ["line", "text", "status", "TransactionID"] : section.columns;
    return names.map(function (name) {
      const n = (seen.get(name) || 0) + 1;
      seen.set(name, n);
      const key = name + "\u0000" + n;
      if (!index.has(key)) {
        index.set(key, columns.length);
        columns.push(name);
      }
      return index.get(key);
    });
  });
  const taken = new Set(
    columns.map(function (c) {
      return c.toLowerCase();
    }),
  );
  const added = ADDED.map(function (name) {
    return taken.has(name) ? "fax " + name : name;
  });
  const parts = [(options && options.bom === false ? "" : "\ufeff") + columns.concat(added).map(csvCell).join(",") + "\r\n"];
  const byRow = session.sections.map(function () {
    return new Map();
  });
  for (const f of session.finds) if (f.on) byRow[f.section].set(f.row, f);
  const explanation = new Map();
  let buffer = [];
  for (let s = 0; s < session.sections.length; s++) {
    const section = session.sections[s];
    const size = section.kind === "text" ? section.finds.length : section.rows.length;
    for (let r = 0; r < size; r++) {
      const find = byRow[s].get(r);
      if (section.kind === "text" && !find) continue;
      if (keep && !(find && keep(find))) continue;
      const out = new Array(columns.length).fill("");
      const values = section.kind === "text" ? [find.line, lineText(section, find), find.code, find.id] : section.rows[r];
      for (let c = 0; c < values.length && c < maps[s].length; c++) out[maps[s][c]] = csvCell(values[c]);
      if (find) {
        let e = explanation.get(find.code);
        if (!e) {
          e = explained(find.code, catalogue).map(csvCell);
          explanation.set(find.code, e);
        }
        out.push(e[0], e[1], e[2], e[3]);
      } else out.push("", "", "", "");
      buffer.push(out.join(","));
      if (buffer.length === 500) {
        parts.push(buffer.join("\r\n") + "\r\n");
        buffer = [];
        yield r / size;
      }
    }
  }
  if (buffer.length) parts.push(buffer.join("\r\n") + "\r\n");
  return parts;
}

function lineText(section, find) {
  let start = section.text.lastIndexOf("\n", find.offset - 1) + 1;
  let end = section.text.indexOf("\n", find.offset);
  if (end === -1) end = section.text.length;
  // A line without end is cut around the number.
  if (end - start > 1000) {
    start = Math.max(start, find.offset - 400);
    end = Math.min(end, find.offset + 400);
  }
  return section.text.slice(start, end);
}

/* What went out, what failed, what goes on, and what is not listed, each with its count. */
function figures(result, catalogue) {
  const names = new Map(catalogue.outcomes.map((outcome) => [outcome.key, outcome.name]));
  names.set("unlisted", catalogue.unlistedLabel);
  const keys = [...["zero", "positive", "negative"].map(catalogue.ofSign), "unlisted"];
  return keys.map((key) => [names.get(key), result.outcomes[key]]);
}

function plural(n) {
  return n + (n === 1 ? " fax" : " faxes");
}

function text(result, catalogue, name) {
  const lines = ["Fax triage" + (name ? ": " + name.replace(/[\u0000-\u001f\u007f]/g, " ") : ""), plural(result.total)];
  for (const f of figures(result, catalogue)) lines.push("  " + f[0] + ": " + f[1]);
  if (result.repeated)
    lines.push("  (" + result.repeated + " earlier record" + (result.repeated === 1 ? "" : "s") + " of the same faxes not counted)");
  if (result.byCategory.length) lines.push("", "By category");
  for (const c of result.byCategory) lines.push("  " + c.count + " x " + c.name);
  if (result.byCode.length) lines.push("", "By code");
  for (const c of result.byCode)
    lines.push("  " + c.count + " x " + c.code + " " + c.label + (c.link ? " " + catalogue.site + c.link : ""));
  const look = Object.keys(catalogue.lists).filter(function (l) {
    return result.lists[l].count;
  });
  if (look.length) lines.push("", "Worth another look");
  for (const l of look)
    lines.push("  " + catalogue.lists[l] + ": " + plural(result.lists[l].count) + " (" + result.lists[l].codes.join(", ") + ")");
  return lines.join("\n") + "\n";
}

function md(value) {
  return String(value)
    .replace(/[\u0000-\u001f\u007f]/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/@/g, "&#64;")
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replace(/^(\s*)([-=]|\d+\.)/, "$1\\$2")
    .replace(/:\/\//g, ":&#47;&#47;")
    .replace(/\bwww\./gi, "www&#46;");
}

function markdown(result, catalogue, name) {
  const base = catalogue.site;
  const out = [
    "## Fax triage" + (name ? ": " + md(name) : ""),
    "",
    "**" +
      plural(result.total) +
      "** — " +
      figures(result, catalogue)
        .map(function (f) {
          return md(f[0]) + " " + f[1];
        })
        .join(", "),
  ];
  if (result.repeated)
    out.push("", result.repeated + " earlier record" + (result.repeated === 1 ? "" : "s") + " of the same faxes not counted.");
  if (result.byCode.length) {
    out.push("", "| Faxes | Code | Outcome | Label | Category |", "|---:|---:|---|---|---|");
    for (const c of result.byCode) {
      const category = catalogue.category(c.category);
      const url = base + c.link;
      const code = c.link && /^(?:https?:\/\/|\.{0,2}\/|[\w-])[^\s()<>|]*$/.test(url) ? "[" + c.code + "](" + url + ")" : String(c.code);
      out.push(
        "| " +
          c.count +
          " | " +
          code +
          " | " +
          md(outcomeName(c.code, catalogue)) +
          " | " +
          md(c.label) +
          " | " +
          md(category ? category.name : "") +
          " |",
      );
    }
  }
  const look = Object.keys(catalogue.lists).filter(function (l) {
    return result.lists[l].count;
  });
  if (look.length) out.push("", "**Worth another look**", "");
  for (const l of look)
    out.push("- " + catalogue.lists[l] + ": " + plural(result.lists[l].count) + " (" + result.lists[l].codes.join(", ") + ")");
  return out.join("\n") + "\n";
}

export { csv, text, markdown, safe, csvCell, lineText, outcomeName };
