/* XML by the sax parser (npm, pinned): DOMParser does not exist in a Worker and would block the page on 20 MB.
   sax streams, checks that the text is well-formed, and neither expands an entity of a DOCTYPE nor fetches anything. */

import sax from "sax";

import * as Sections from "./sections.js";
import * as Tree from "./tree.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Broken} Broken */
/** @typedef {import("./types").Child} Child */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {import("./types").Note} Note */
/** @typedef {import("./types").Tables} Tables */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

/** @typedef {sax.Tag["attributes"] | sax.QualifiedTag["attributes"]} Attributes */
/**
 * An element that is not closed yet, with what the `count` elements inside it gave so far. `key` names the next one: <key>Status</key>
 * @typedef {{ name: string, attributes: Attributes, fields: Field[], children: Map<string, Child>, text: string, line: number, count: number, key: string }} Element
 */

const OPTIONS = { trim: false, normalize: false, position: true, strictEntities: true };
const SLICE = 32 * 1024;
const SHARE = 0.9; // of the work, for parsing
const MAX_DEPTH = 200;
const MAX_TEXT = 100000; // characters of an element
const MAX_FIELDS = 500;
const MAX_CHILD_FIELDS = 200;

const TYPE = /^(?:i4|int|integer|long|double|number|string|boolean)$/;

/** @param {string} name */
const local = (name) => name.slice(name.indexOf(":") + 1);

/**
 * @param {string} name
 * @param {Attributes} attributes
 * @param {number} line
 * @returns {Element}
 */
const element = (name, attributes, line) => ({ name, attributes, fields: [], children: new Map(), text: "", line, count: 0, key: "" });

/**
 * @param {Element} parent
 * @param {Field} field
 */
function addField(parent, field) {
  if (parent.fields.length < MAX_FIELDS) parent.fields.push(field);
}

/**
 * Adds the attributes of an element to its fields. Returns what it is named by them:
 * <field name="Status">3931</field>, <param name="Status" value="3931"/>
 * @param {Element} node
 */
function readAttributes(node) {
  let named = "";
  for (const [key, attribute] of Object.entries(node.attributes)) {
    if (/^(?:xmlns|xsi|xml)(?::|$)/.test(key)) continue;
    const value = String(attribute).trim();
    if (/^(?:name|key)$/i.test(key) && (node.count === 0 || (node.count === 1 && TYPE.test(node.fields[0]?.[0] ?? "")))) named = value;
    else node.fields.push([local(key), value]);
  }
  return named;
}

/**
 * Makes an element without others in it a field of its parent. False where it has attributes and no text: an object.
 * @param {Element} node
 * @param {Element} parent
 * @param {string} named
 * @param {string} text
 */
function closeLeaf(node, parent, named, text) {
  const { name, fields } = node;
  if (named) {
    const only = fields.find(([key]) => /^value$/i.test(key));
    parent.fields.push([named, text || (only ? only[1] : "")]);
    return true;
  }
  if (/^key$/i.test(name) && !fields.length) {
    parent.key = text;
    return true;
  }
  if (text === "" && fields.length) return false;
  addField(parent, [name, text]);
  // An attribute beside a text is a detail of it: <Status code="3931">Busy</Status>
  for (const [key, value] of fields) addField(parent, [`${name}.${key}`, value]);
  return true;
}

/**
 * The field that an element is whose name or value stands in elements of its own, or null:
 * <Status><int>3931</int></Status>, <member><name>Status</name><value>3931</value></member>
 * @param {Element} node
 * @param {string} named
 * @returns {Field | null}
 */
function wrappedField({ name, count, fields }, named) {
  const [first, second] = fields;
  if (count === 1 && first && TYPE.test(first[0])) return [named || name, first[1]];
  if (count !== 2 || !first || !second) return null;
  return /^(?:name|field)$/i.test(first[0]) && /^val(?:ue)?$/i.test(second[0]) ? [String(first[1]), second[1]] : null;
}

/**
 * Hands over to its parent what an element gave.
 * @param {Element} node
 * @param {Element} parent
 * @param {string} root the name of the element around all
 * @param {Catalogue} catalogue
 */
function closeElement(node, parent, root, catalogue) {
  const named = readAttributes(node);
  parent.count++;
  if (parent.key && !/^key$/i.test(node.name)) {
    node.name = parent.key;
    parent.key = "";
  }
  const wrapped = wrappedField(node, named);
  if (wrapped) {
    addField(parent, wrapped);
    return;
  }
  if (node.count === 0 && closeLeaf(node, parent, named, node.text.trim())) return;
  const { records, fields } = Tree.fold(node.fields, Array.from(node.children.values()), node.line, catalogue, `${root} ${node.name}`);
  if (!records.length && !fields.length) return;
  // Elements of one name under one parent are a list.
  const have = parent.children.get(node.name);
  if (!have) {
    parent.children.set(node.name, { name: node.name, repeated: false, records, fields });
    return;
  }
  have.repeated = true;
  for (const record of records) have.records.push(record);
  if (have.fields.length < MAX_CHILD_FIELDS) for (const field of fields) have.fields.push(field);
}

/** @param {Catalogue} catalogue */
function builder(catalogue) {
  const parser = sax.parser(true, OPTIONS);
  const root = element("", {}, 1);
  const stack = [root];
  /** @type {{ line: number, message: string } | null} */
  let error = null;
  let doctype = 0;
  let elements = 0;

  const here = () => parser.line + 1;

  /**
   * Ends the reading: the parser would go on to the end of the slice, through a thousand levels or errors.
   * @param {string} message
   */
  const fail = (message) => {
    error ??= { line: here(), message };
    throw new Error(message);
  };

  parser.ondoctype = () => {
    doctype ||= here();
  };
  parser.onerror = ({ message }) => {
    const isDoctype = /doctype/i.test(message);
    if (isDoctype) doctype ||= here();
    // Neither a DOCTYPE nor an entity that it may define breaks the text: the parser goes on.
    if (isDoctype || /character entity/i.test(message)) parser.resume();
    else fail(message.split("\n")[0]);
  };
  parser.onopentag = ({ name, attributes }) => {
    elements++;
    if (stack.length > MAX_DEPTH) fail("Nested too deeply");
    stack.push(element(local(name), attributes, here()));
  };
  parser.ontext = parser.oncdata = (text) => {
    const top = stack[stack.length - 1];
    if (top.text.length < MAX_TEXT) top.text += text;
  };
  parser.onclosetag = () => {
    const node = stack.pop();
    const parent = stack.at(-1);
    if (node && parent) closeElement(node, parent, stack[2]?.name ?? "", catalogue);
  };

  // A root of our own lets several documents, or a broadcast's blocks without a root, follow each other.
  parser.write("<triage>");
  return {
    /** @param {string} text */
    write: (text) => void parser.write(text),
    close: () => void parser.write("</triage>").close(),
    state: () => ({ error, doctype, elements }),
    records: () => Tree.fold(root.fields, Array.from(root.children.values()), 1, catalogue).records,
  };
}

/**
 * @param {number} line
 * @param {string} sentence
 * @returns {Broken}
 */
const broken = (line, sentence) => ({ error: { code: "xml", line, sentence } });

/**
 * XML declarations may stand in the middle where several documents were joined; they hold nothing that is needed.
 * @param {string} text
 */
const withoutDeclarations = (text) => text.replace(/<\?xml\s[^?]*\?>/g, (declaration) => declaration.replace(/[^\n]/g, " "));

/**
 * @param {ReturnType<typeof builder>} building
 * @param {string} text
 * @returns {Work<void>}
 */
function* parse(building, text) {
  const source = withoutDeclarations(text);
  try {
    for (let at = 0; at < source.length && !building.state().error; at += SLICE) {
      building.write(source.slice(at, at + SLICE));
      yield (at / source.length) * SHARE;
    }
    if (!building.state().error) building.close();
  } catch {
    // fail() ended it, or the parser did at whatever came after an error.
  }
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Tables | Broken>}
 */
export function* read(text, catalogue) {
  const building = builder(catalogue);
  yield* parse(building, text);
  const { error, doctype, elements } = building.state();
  if (error) return broken(error.line, `The XML is broken in line ${error.line} (${error.message.replace(/[<>]/g, "").trim()}).`);
  if (!elements) return broken(1, "This begins like XML but has no element.");

  const all = Sections.collector("XML");
  const records = building.records();
  for (const [i, record] of records.entries()) {
    all.add(record);
    if (i % 500 === 499) yield SHARE + ((1 - SHARE) * i) / records.length;
  }
  /** @type {Note[]} */
  const notes = all.notes();
  if (doctype) {
    const rest = "It was skipped: no entity that it defines was expanded and nothing that it refers to was fetched.";
    notes.push({ level: "warning", code: "doctype", line: doctype, sentence: `Line ${doctype} holds a DOCTYPE. ${rest}` });
  }
  return { sections: all.size() ? [all.finish()] : [], notes };
}

/**
 * The faxes in a fragment inside a log, which begins on `line`; null where it is broken.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {number} line
 * @returns {FoundRecord[] | null}
 */
export function readFragment(text, catalogue, line) {
  const building = builder(catalogue);
  try {
    building.write(withoutDeclarations(text));
    building.close();
  } catch {
    return null;
  }
  if (building.state().error) return null;
  const records = building.records();
  for (const record of records) record.line += line - 1;
  return records;
}
