/* JSON by the browser's own JSON.parse. A large array is cut into its records first, so that no single call blocks. */

import * as Sections from "./sections.js";
import * as Tree from "./tree.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Broken} Broken */
/** @typedef {import("./types").FoundRecord} FoundRecord */
/** @typedef {import("./types").Tables} Tables */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

const WHOLE = 256 * 1024; // characters that are parsed in one call
const SHARE = 0.8; // of the work, for cutting

/**
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/**
 * The engines word it differently; where one tells no place, the place of the piece has to do.
 * @param {string} message
 * @param {string} text
 */
function errorOffset(message, text) {
  const position = /position (\d+)/.exec(message);
  if (position) return Number(position[1]);
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place) {
    let at = 0;
    for (let line = 1; line < Number(place[1]); line++) at = text.indexOf("\n", at) + 1;
    return at + Number(place[2]) - 1;
  }
  return /end of|unterminated/i.test(message) ? text.length : 0;
}

/**
 * @param {number} line
 * @param {string} sentence
 * @returns {Broken}
 */
const broken = (line, sentence) => ({ error: { code: "json", line, sentence } });

/**
 * @param {string} text
 * @param {number} offset
 */
function brokenAt(text, offset) {
  const line = lineAt(text, offset);
  if (offset < text.trimEnd().length) return broken(line, `The JSON is broken in line ${line}.`);
  return broken(line, `The JSON breaks off at its end (line ${line}): something is missing there.`);
}

/**
 * A piece of the text, which begins at `base`, as a value, or where it is broken.
 * @param {string} piece
 * @param {string} text
 * @param {number} base
 * @returns {{ value: unknown } | Broken}
 */
function parse(piece, text, base) {
  try {
    return { value: JSON.parse(piece) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return brokenAt(text, Math.min(base + errorOffset(message, piece), text.length));
  }
}

/**
 * The place of the quotation mark that closes the string which begins at `start`, or -1.
 * @param {string} text
 * @param {number} start
 */
function stringEnd(text, start) {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let back = at - 1;
    while (text[back] === "\\") back--;
    if ((at - 1 - back) % 2 === 0) return at;
  }
  return -1;
}

/**
 * The end of the object or array that begins at `start`, or -1 within `limit` characters.
 * @param {string} text
 * @param {number} start
 * @param {number} limit
 */
export function balancedEnd(text, start, limit) {
  const token = /["{}[\]]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let m = token.exec(text); m && m.index - start < limit; m = token.exec(text)) {
    if (m[0] === '"') {
      const end = stringEnd(text, m.index);
      if (end === -1 || end - start > limit) return -1;
      token.lastIndex = end + 1;
    } else if (m[0] === "{" || m[0] === "[") depth++;
    else if (--depth === 0) return m.index + 1;
  }
  return -1;
}

/**
 * The brackets of a text outside its strings. Returns the place of a quotation mark that is never closed, or -1.
 * @param {string} text
 * @returns {Generator<{ index: number, bracket: string }, number, void>}
 */
function* brackets(text) {
  const token = /["{}[\]]/g;
  for (let m = token.exec(text); m; m = token.exec(text)) {
    if (m[0] !== '"') {
      yield { index: m.index, bracket: m[0] };
      continue;
    }
    const end = stringEnd(text, m.index);
    if (end === -1) return m.index;
    token.lastIndex = end + 1;
  }
  return -1;
}

/**
 * Where the records of the text are: the elements of an array whose elements are objects. Returns as brackets() does.
 * @param {string} text
 * @returns {Generator<{ start: number, end: number }, number, void>}
 */
function* recordsIn(text) {
  let depth = 0;
  let listDepth = -1; // of the array that is being read
  let start = -1;
  const found = brackets(text);
  let step = found.next();
  for (; !step.done; step = found.next()) {
    const { index, bracket } = step.value;
    if (bracket === "{" || bracket === "[") {
      depth++;
      if (bracket === "[" && listDepth === -1 && /^\s*\{/.test(text.slice(index + 1, index + 200))) listDepth = depth;
      else if (bracket === "{" && listDepth !== -1 && depth === listDepth + 1) start = index;
      continue;
    }
    depth--;
    if (start !== -1 && depth === listDepth) {
      yield { start, end: index + 1 };
      start = -1;
    } else if (listDepth !== -1 && depth === listDepth - 1) listDepth = -1;
  }
  return step.value;
}

/**
 * Counts lines up to places that only go forward.
 * @param {string} text
 */
export function lineCounter(text) {
  let line = 1;
  // Kept between calls: without a line end in the text each search would run to its end.
  let next = text.indexOf("\n");
  /** @param {number} offset */
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}

/**
 * The records of a large text, each parsed on its own, or, where it holds no list of any, what is found in the whole.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<FoundRecord[] | Broken>}
 */
function* inPieces(text, catalogue) {
  /** @type {FoundRecord[]} */
  const records = [];
  // What stands around the records, with a null for each, must be JSON as well.
  const frame = [];
  const lineOf = lineCounter(text);
  const found = recordsIn(text);
  let kept = 0;
  let seen = 0;
  let step = found.next();
  for (; !step.done; step = found.next()) {
    const { start, end } = step.value;
    const parsed = parse(text.slice(start, end), text, start);
    if ("error" in parsed) return parsed;
    for (const record of Tree.foldJson(parsed.value, "", lineOf(start), catalogue, 1).records) records.push(record);
    frame.push(text.slice(kept, start), "null");
    kept = end;
    if (++seen % 50 === 0) yield (end / text.length) * SHARE;
  }
  if (step.value !== -1) {
    const line = lineAt(text, step.value);
    return broken(line, `The JSON is broken: the quotation mark in line ${line} is never closed.`);
  }
  frame.push(text.slice(kept));
  let outer;
  try {
    outer = JSON.parse(frame.join(""));
  } catch {
    return brokenAt(text, text.length);
  }
  return records.length ? records : Tree.foldJson(outer, "", 1, catalogue, 0).records;
}

/**
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Work<Tables | Broken>}
 */
export function* read(text, catalogue) {
  const all = Sections.collector("JSON");
  if (text.length <= WHOLE) {
    const parsed = parse(text, text, 0);
    if ("error" in parsed) return parsed;
    // Only an array of flat records has lines to point to; the row number serves otherwise.
    for (const record of Tree.foldJson(parsed.value, "", 1, catalogue, 0).records) all.add(record);
  } else {
    const records = yield* inPieces(text, catalogue);
    if ("error" in records) return records;
    for (const [i, record] of records.entries()) {
      all.add(record);
      if (i % 500 === 499) yield SHARE + ((1 - SHARE) * i) / records.length;
    }
  }
  return { sections: all.size() ? [all.finish()] : [], notes: all.notes() };
}
