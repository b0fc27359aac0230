/* XML by the sax parser (npm, pinned): DOMParser does not exist in a Worker and would block the page on 20 MB.
   sax streams, checks that the text is well-formed, and neither expands an entity of a DOCTYPE nor fetches anything. */

import sax from "sax";

import * as Sections from "./sections.js";
import * as Tree from "./tree.js";

const SLICE = 32 * 1024;
const MAX_DEPTH = 200;

function local(name) {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function builder(catalogue, sink) {
  const parser = sax.parser(true, { trim: false, normalize: false, position: true, strictEntities: true });
  const root = { name: "", attrs: null, fields: [], children: new Map(), text: "", line: 1 };
  const stack = [root];
  const state = { parser: parser, error: null, doctype: 0, entities: 0, root: root, elements: 0 };

  parser.ondoctype = function () {
    state.doctype = state.doctype || parser.line + 1;
  };
  parser.onerror = function (error) {
    if (/doctype/i.test(error.message)) {
      state.doctype = state.doctype || parser.line + 1;
      parser.error = null;
      return;
    }
    if (/character entity/i.test(error.message)) {
      state.entities++;
      parser.error = null;
      return;
    }
    if (!state.error) state.error = { line: parser.line + 1, message: error.message.split("\n")[0] };
  };
  parser.onopentag = function (node) {
    state.elements++;
    if (stack.length > MAX_DEPTH) {
      state.error = state.error || { line: parser.line + 1, message: "Nested too deeply" };
    }
    stack.push({
      name: local(node.name),
      attrs: node.attributes,
      fields: [],
      children: new Map(),
      text: "",
      line: parser.line + 1,
      count: 0,
    });
  };
  parser.ontext = parser.oncdata = function (text) {
    const top = stack[stack.length - 1];
    if (top.text.length < 100000) top.text += text;
  };
  parser.onclosetag = function () {
    const node = stack.pop();
    const parent = stack[stack.length - 1];
    if (!parent) return;
    const text = node.text.trim();
    const fields = node.fields;
    let named = "";
    for (const key of Object.keys(node.attrs)) {
      if (/^(?:xmlns|xsi|xml)(?::|$)/.test(key)) continue;
      const value = String(node.attrs[key]).trim();
      // <field name="Status">3931</field>, <param name="Status" value="3931"/>
      if (/^(?:name|key)$/i.test(key) && node.count === 0) {
        named = value;
        continue;
      }
      fields.push([local(key), value]);
    }
    parent.count++;
    if (node.count === 0) {
      if (named) {
        const only = fields.find(function (f) {
          return /^value$/i.test(f[0]);
        });
        parent.fields.push([named, text || (only ? only[1] : "")]);
        return;
      }
      if (text !== "" || !fields.length) {
        if (parent.fields.length < 500) parent.fields.push([node.name, text]);
      }
      if (!fields.length) return;
      if (text !== "") {
        // An attribute beside a text is a detail of it: <Status code="3931">Busy</Status>
        for (const f of fields) if (parent.fields.length < 500) parent.fields.push([node.name + "." + f[0], f[1]]);
        return;
      }
    }
    const folded = Tree.fold(fields, Array.from(node.children.values()), node.line, catalogue);
    if (!folded.records.length && !folded.fields.length) return;
    // Records below the top are handed over at once where a whole list of them stands under one parent.
    const have = parent.children.get(node.name);
    if (have) {
      have.repeated = true;
      for (const r of folded.records) have.records.push(r);
      if (have.fields.length < 200) for (const f of folded.fields) have.fields.push(f);
    } else parent.children.set(node.name, { name: node.name, repeated: false, records: folded.records, fields: folded.fields });
  };
  return state;
}

function finish(state, catalogue) {
  const folded = Tree.fold(state.root.fields, Array.from(state.root.children.values()), 1, catalogue);
  return folded.records;
}

function xmlError(error) {
  return {
    code: "xml",
    line: error.line,
    sentence: "The XML is broken in line " + error.line + " (" + error.message.replace(/[<>]/g, "").trim() + ").",
  };
}

/* XML declarations may stand in the middle where several documents were joined; they hold nothing that is needed. */
function withoutDeclarations(text) {
  return text.replace(/<\?xml\s[^?]*\?>/g, function (m) {
    return m.replace(/[^\n]/g, " ");
  });
}

function start(state) {
  // A root of our own lets several documents, or a broadcast's blocks without a root, follow each other.
  state.parser.write("<triage>");
}

function* read(text, catalogue) {
  const state = builder(catalogue);
  start(state);
  const source = withoutDeclarations(text);
  for (let at = 0; at < source.length && !state.error; at += SLICE) {
    try {
      state.parser.write(source.slice(at, at + SLICE));
    } catch {
      break;
    }
    yield (at / source.length) * 0.9;
  }
  if (!state.error) {
    try {
      state.parser.write("</triage>").close();
    } catch {
      /* kept in state.error */
    }
  }
  if (state.error) return { error: xmlError(state.error) };
  if (!state.elements) return { error: { code: "xml", line: 1, sentence: "This begins like XML but has no element." } };
  const all = Sections.collector("XML");
  const records = finish(state, catalogue);
  for (let i = 0; i < records.length; i++) {
    all.add(records[i]);
    if (i % 500 === 499) yield 0.9 + (0.1 * i) / records.length;
  }
  const notes = [];
  if (state.doctype) {
    notes.push({
      level: "warning",
      code: "doctype",
      line: state.doctype,
      sentence:
        "Line " +
        state.doctype +
        " holds a DOCTYPE. It was skipped: no entity that it defines was expanded and nothing that it refers to was fetched.",
    });
  }
  return { sections: all.size() ? [all.finish()] : [], notes: notes };
}

/* A fragment inside a log. -> records or null */
function readFragment(text, catalogue, line) {
  const state = builder(catalogue);
  try {
    start(state);
    state.parser.write(withoutDeclarations(text)).write("</triage>").close();
  } catch {
    return null;
  }
  if (state.error) return null;
  const records = finish(state, catalogue);
  for (const r of records) r.line += line - 1;
  return records;
}

export { read, readFragment };
