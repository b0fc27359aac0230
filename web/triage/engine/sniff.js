/* Which format is it? Structure first; where it breaks, a sentence that names the line, and line by line. */

import * as ReadForm from "./read-form.js";
import * as ReadHtml from "./read-html.js";
import * as ReadJson from "./read-json.js";
import * as ReadLines from "./read-lines.js";
import * as ReadMail from "./read-mail.js";
import * as ReadTable from "./read-table.js";
import * as ReadXml from "./read-xml.js";

function pickable(sections) {
  return sections.some(function (s) {
    return s.type === "text" ? s.finds.length > 0 : s.statusColumn >= 0 || s.candidates.length > 0;
  });
}

function* lineByLine(text, catalogue, error) {
  const got = yield* ReadLines.read(text, catalogue);
  if (error) {
    const found = pickable(got.sections);
    const notes = got.notes.filter(function (n) {
      return n.code !== error.code;
    });
    notes.unshift({
      level: "warning",
      code: error.code,
      line: error.line,
      sentence: error.sentence + (found ? " It was read line by line instead." : " Read line by line, it shows no status either."),
    });
    got.notes = notes;
  }
  return got;
}

function inboundNote(text, got) {
  if (
    !/\bmessageStatus\b/i.test(text.slice(0, 20000)) ||
    got.sections.some(function (s) {
      return s.type === "table";
    })
  )
    return;
  got.notes.push({
    level: "info",
    code: "inbound",
    line: 0,
    sentence: "These look like records of received faxes; their messageStatus is not the status of a sent fax.",
  });
}

/* -> { format, sections, notes } */
function* readAny(text, catalogue, depth) {
  const level = depth || 0;
  const first = text.trimStart();

  if (level < 8 && ReadMail.isMail(text)) {
    const got = yield* ReadMail.read(text, catalogue, readAny, level);
    return { format: "E-mail", sections: got.sections, notes: got.notes };
  }
  if (first[0] === "{" || first[0] === "[") {
    // [2026-11-24 …] begins a log line, not an array.
    const looksJson = /^(?:\{\s*["}]|\[\s*(?:[{["\]]|-?\d+\s*[,\]]|null|true|false))/.test(first.slice(0, 400));
    const oneLine = first.indexOf("\n");
    let lines = false;
    if (oneLine !== -1 && first[0] === "{") {
      try {
        JSON.parse(first.slice(0, oneLine));
        lines = first.slice(oneLine).trim() !== "";
      } catch {
        lines = false;
      }
    }
    if (looksJson && !lines) {
      const got = yield* ReadJson.read(text, catalogue);
      if (!got.error && got.sections.length) return { format: "JSON", sections: got.sections, notes: got.notes };
      const fallback = yield* lineByLine(text, catalogue, got.error);
      inboundNote(text, fallback);
      return { format: got.error ? formatOf(fallback.sections) : "JSON", sections: fallback.sections, notes: fallback.notes };
    }
  }
  if (first[0] === "<") {
    if (ReadHtml.isHtml(first)) {
      const got = yield* lineByLine(ReadHtml.toText(text), catalogue);
      return { format: "HTML", sections: got.sections, notes: got.notes };
    }
    if (/^<(?:\?xml|!DOCTYPE|!--|[A-Za-z_][\w:.-]*[\s/>])/.test(first)) {
      const got = yield* ReadXml.read(text, catalogue);
      if (!got.error && (got.sections.length || got.notes.length)) {
        return {
          format: /<(?:[\w-]+:)?Envelope[\s>]/.test(text.slice(0, 4000)) ? "SOAP" : "XML",
          sections: got.sections,
          notes: got.notes,
        };
      }
      const fallback = yield* lineByLine(text, catalogue, got.error);
      inboundNote(text, fallback);
      return { format: got.error ? formatOf(fallback.sections) : "XML", sections: fallback.sections, notes: fallback.notes };
    }
  }
  if (text.length < 65536) {
    const joined = ReadForm.joined(text);
    if (joined.indexOf("\n") === -1 && ReadForm.isForm(joined)) {
      const got = yield* lineByLine(joined, catalogue);
      return { format: "Form data", sections: got.sections, notes: got.notes };
    }
  }
  const plan = ReadTable.detect(text);
  if (plan) {
    const got = yield* ReadTable.read(text, catalogue, plan);
    const section = got.sections[0];
    if (section.statusColumn >= 0) return { format: section.format, sections: got.sections, notes: got.notes };
    // A table whose status nobody recognises: its numbers may still stand as text.
    const other = yield* lineByLine(text, catalogue);
    if (pickable(other.sections) && !(section.hasHeader && section.columns.length > 2))
      return { format: formatOf(other.sections), sections: other.sections, notes: other.notes };
    return {
      format: section.format,
      sections: got.sections,
      notes: got.notes.concat(
        section.candidates.length &&
          !got.notes.some(function (n) {
            return n.code === "inbound";
          })
          ? [{ level: "info", code: "no-status-column", line: 0, sentence: "No column is surely the status. Choose it." }]
          : [],
      ),
    };
  }
  const got = yield* lineByLine(text, catalogue);
  return { format: formatOf(got.sections), sections: got.sections, notes: got.notes };
}

function formatOf(sections) {
  const tables = sections.filter(function (s) {
    return s.type === "table";
  });
  if (!tables.length) return "Text";
  if (sections.length === 1)
    return tables[0].pure === false ? "Log with " + tables[0].format : tables[0].format === "JSON lines" ? "NDJSON" : tables[0].format;
  return "Mixed log";
}

export { readAny };
