/* The engine: holds one opened log and answers messages about it. Every answer is a generator, so that whoever drives it
   (a Worker, or the page in slices) can show progress, cancel, and keep each step short. */

import * as Reader from "../../catalogue/catalogue.js";
import * as Catalogue from "./catalogue.js";
import * as Count from "./count.js";
import * as Decode from "./decode.js";
import * as Export from "./export.js";
import * as Sniff from "./sniff.js";

const PAGE = 200;
const MAX_PAGE = 1000;
const CELL = 500;

/** @param {import("../../catalogue/types").PackedCatalogue} data */
function create(data) {
  const catalogue = Catalogue.make(Reader.open(data));
  let session = null;

  function need() {
    if (!session) throw new Error("Nothing is open.");
    return session;
  }

  function* stage(name, from, to, work) {
    let step = work.next();
    while (!step.done) {
      yield { stage: name, value: from + (to - from) * Math.max(0, Math.min(1, step.value || 0)) };
      step = work.next();
    }
    return step.value;
  }

  /* What was open stays open until the new log is read to its end: a cancel or an unreadable file loses nothing. */
  function* open(message) {
    const before = session;
    let complete = false;
    try {
      let decoded;
      if (typeof message.text === "string") decoded = yield* stage("decode", 0, 0.05, Decode.fromText(message.text));
      else decoded = yield* stage("decode", 0, 0.05, Decode.decode(message.bytes));
      if (decoded.error) return { error: decoded.error };
      const read = yield* stage("read", 0.05, 0.85, Sniff.readAny(decoded.text, catalogue, 0));
      session = {
        catalogue: catalogue,
        name: message.name || "",
        encoding: decoded.encoding,
        format: read.format,
        sections: read.sections,
        notes: decoded.notes.concat(read.notes),
        finds: [],
        result: null,
        withoutNumber: 0,
      };
      yield* collect(0.85);
      complete = true;
      return summary();
    } finally {
      if (!complete) session = before;
    }
  }

  function* collect(from) {
    const found = yield* stage("find", from, 0.93, Count.findsOf(session.sections, catalogue));
    session.finds = found.finds;
    session.withoutNumber = found.withoutNumber;
    yield* recount(0.93);
  }

  function* recount(from) {
    session.result = yield* stage("count", from, 1, Count.count(session.finds, catalogue));
  }

  function summary() {
    const notes = session.notes.slice();
    const r = session.result;
    if (session.withoutNumber)
      notes.push({
        level: "info",
        code: "no-number",
        line: 0,
        sentence:
          session.withoutNumber +
          " row" +
          (session.withoutNumber === 1 ? " holds" : "s hold") +
          " no status number and " +
          (session.withoutNumber === 1 ? "was" : "were") +
          " not counted.",
      });
    if (r.repeated)
      notes.push({
        level: "info",
        code: "repeated",
        line: 0,
        sentence:
          r.repeated +
          " row" +
          (r.repeated === 1 ? " tells" : "s tell") +
          " of a fax that is told of again; each fax counts once, with its latest status.",
      });
    if (!r.total && !r.maybe) notes.push({ level: "warning", code: "nothing", line: 0, sentence: "No fax status was found in it." });
    return {
      format: session.format,
      encoding: session.encoding,
      name: session.name,
      notes: notes,
      total: r.total,
      outcomes: r.outcomes,
      byCode: r.byCode,
      byCategory: r.byCategory,
      lists: r.lists,
      repeated: r.repeated,
      maybe: r.maybe,
      takenOut: r.takenOut,
      withoutNumber: session.withoutNumber,
      finds: session.finds.length,
      sections: session.sections.map(function (s) {
        return s.kind === "text"
          ? { kind: "text", format: s.format, finds: s.finds.length }
          : {
              kind: "table",
              format: s.format,
              rows: s.rows.length,
              columns: s.columns,
              statusColumn: s.statusColumn,
              chosenBy: s.chosenBy,
              candidates: s.candidates.map(function (c) {
                return { column: c.column, name: c.name };
              }),
              mixedColumns: s.statusAt !== null,
            };
      }),
    };
  }

  function keeper(filter) {
    const f = filter || {};
    return function (find) {
      if (f.state === "maybe") {
        if (find.on || find.sure) return false;
      } else if (f.state === "out") {
        if (find.on || !find.sure) return false;
      } else if (f.state === "all") {
        /* every find */
      } else if (!find.on || !find.latest) return false;
      if (f.code !== undefined && f.code !== null && find.code !== f.code) return false;
      if (f.outcome && Count.outcomeOf(find.code, catalogue) !== f.outcome) return false;
      if (f.category && catalogue.explain(find.code).category !== f.category) return false;
      if (f.list && !Count.listsOf(find.code, catalogue).includes(f.list)) return false;
      return true;
    };
  }

  function clip(value) {
    const s = value === undefined || value === null ? "" : String(value);
    return s.length > CELL ? s.slice(0, CELL) + "…" : s;
  }

  function show(find, i) {
    const section = session.sections[find.section];
    const entry = catalogue.explain(find.code);
    const row = {
      find: i,
      section: find.section,
      row: find.row,
      line: find.line,
      code: find.code,
      id: clip(find.id),
      sure: find.sure,
      on: find.on,
      latest: find.latest,
      outcome: Count.outcomeOf(find.code, catalogue),
      label: entry.label,
      category: entry.category || "",
      link: entry.link || "",
    };
    if (section.kind === "text") {
      const around = Export.lineText(section, find);
      const start = section.text.indexOf(around, Math.max(0, find.offset - around.length));
      row.text = around;
      row.mark = { offset: find.offset - start, length: find.length };
      row.offset = find.offset;
    } else {
      row.column = find.column;
      row.cells = Array.from({ length: Math.min(section.columns.length, 60) }, function (unused, c) {
        return clip(section.rows[find.row][c]);
      });
    }
    return row;
  }

  /* One page of finds; the page never holds them all. */
  function* rows(message) {
    need();
    const keep = keeper(message.filter);
    const from = Math.max(0, message.from || 0);
    const size = Math.min(MAX_PAGE, message.size || PAGE);
    const out = [];
    let matched = 0;
    for (let i = 0; i < session.finds.length; i++) {
      if (keep(session.finds[i])) {
        if (matched >= from && out.length < size) out.push(show(session.finds[i], i));
        matched++;
      }
      if (i % 5000 === 4999) yield { stage: "rows", value: i / session.finds.length };
    }
    return { rows: out, from: from, total: matched };
  }

  /* A window of the text of a section with its marks, for pasted text. */
  function* text(message) {
    need();
    const section = session.sections[message.section];
    if (!section || section.kind !== "text") return { lines: [], from: 0, more: false };
    const start = Math.max(0, message.offset || 0);
    const end = Math.min(section.text.length, start + Math.min(message.length || 20000, 100000));
    const marks = [];
    for (let i = 0; i < session.finds.length; i++) {
      const f = session.finds[i];
      if (f.section === message.section && f.offset >= start && f.offset < end)
        marks.push({ find: i, offset: f.offset - start, length: f.length, code: f.code, on: f.on, sure: f.sure });
      if (i % 20000 === 19999) yield { stage: "text", value: i / session.finds.length };
    }
    return {
      offset: start,
      text: section.text.slice(start, end),
      marks: marks,
      more: end < section.text.length,
      length: section.text.length,
    };
  }

  /* Takes finds in or out: by number, or all that pass a filter. */
  function* toggle(message) {
    need();
    const keep = message.filter ? keeper(message.filter) : null;
    if (keep)
      session.finds.forEach(function (f) {
        if (keep(f)) f.pick = true;
      });
    const chosen = message.finds || [];
    for (const i of chosen) if (session.finds[i]) session.finds[i].pick = true;
    for (const f of session.finds)
      if (f.pick) {
        f.on = Boolean(message.on);
        f.pick = false;
      }
    yield* recount(0);
    return summary();
  }

  /* The person chooses the status column of a table (-1: none). */
  function* column(message) {
    need();
    const section = session.sections[message.section];
    if (
      !section ||
      section.kind !== "table" ||
      !Number.isInteger(message.column) ||
      message.column < -1 ||
      message.column >= section.columns.length
    )
      throw new Error("There is no such column.");
    section.statusColumn = message.column;
    section.statusAt = null;
    section.unsure = null;
    section.chosenBy = "person";
    session.notes = session.notes.filter(function (n) {
      return n.code !== "guessed-column" && n.code !== "no-status-column";
    });
    yield* collect(0);
    return summary();
  }

  function* take(message) {
    need();
    if (message.what === "text") return { text: Export.text(session.result, catalogue, session.name) };
    if (message.what === "markdown") return { text: Export.markdown(session.result, catalogue, session.name) };
    const keep = message.filter ? keeper(message.filter) : null;
    const parts = yield* stage("export", 0, 1, Export.csv(session, keep, message));
    return { blob: new Blob(parts, { type: "text/csv;charset=utf-8" }) };
  }

  function* close() {
    session = null;
    return {};
  }

  const HANDLERS = { open: open, rows: rows, text: text, toggle: toggle, column: column, export: take, close: close };

  function handle(message) {
    const handler = Object.prototype.hasOwnProperty.call(HANDLERS, message.type) ? HANDLERS[message.type] : null;
    if (!handler) throw new Error("Unknown message.");
    return handler(message);
  }

  return {
    handle: handle,
    session: function () {
      return session;
    },
  };
}

export { create, PAGE };
