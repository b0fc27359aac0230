/* JSON by the browser's own JSON.parse. A large array is cut into its records first, so that no single call blocks. */

import * as Sections from "./sections.js";
import * as Tree from "./tree.js";

const WHOLE = 256 * 1024;

function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/* The engines word it differently; where one tells no place, the place of the piece has to do. */
function errorOffset(message, text) {
  let m = /position (\d+)/.exec(message);
  if (m) return Number(m[1]);
  m = /line (\d+) column (\d+)/.exec(message);
  if (m) {
    let at = 0;
    for (let line = 1; line < Number(m[1]); line++) at = text.indexOf("\n", at) + 1;
    return at + Number(m[2]) - 1;
  }
  return /end of|unterminated/i.test(message) ? text.length : 0;
}

function broken(text, base, error, piece) {
  const offset = Math.min(base + errorOffset(error.message, piece), text.length);
  const line = lineAt(text, offset);
  const atEnd = offset >= text.trimEnd().length;
  return {
    error: {
      code: "json",
      line: line,
      sentence: atEnd
        ? "The JSON breaks off at its end (line " + line + "): something is missing there."
        : "The JSON is broken in line " + line + ".",
    },
  };
}

/* The end of the object or array that begins at `start`, or -1 within `limit` characters. */
function balancedEnd(text, start, limit) {
  const token = /["{}[\]]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let m = token.exec(text); m && m.index - start < limit; m = token.exec(text)) {
    const c = m[0];
    if (c === '"') {
      let at = m.index;
      do {
        at = text.indexOf('"', at + 1);
        if (at === -1 || at - start > limit) return -1;
        let back = at - 1;
        while (text[back] === "\\") back--;
        if ((at - 1 - back) % 2 === 0) break;
      } while (true);
      token.lastIndex = at + 1;
    } else if (c === "{" || c === "[") depth++;
    else if (--depth === 0) return m.index + 1;
  }
  return -1;
}

function* read(text, catalogue) {
  const all = Sections.collector("JSON");
  if (text.length <= WHOLE) {
    let value;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return broken(text, 0, error, text);
    }
    const folded = Tree.foldJson(value, "", 1, catalogue, 0);
    // Only an array of flat records has lines to point to; the row number serves otherwise.
    for (const record of folded.records) all.add(record);
    return { sections: all.size() ? [all.finish()] : [], notes: [] };
  }
  // Outside strings, an array whose elements are objects is a list of records.
  const token = /["{}[\]]/g;
  const skeleton = [];
  const records = [];
  let depth = 0,
    recordDepth = -1,
    pieceStart = -1,
    kept = 0,
    line = 1,
    seen = 0;
  // Kept between records: without a line end in the text each search would run to its end.
  let nextNewline = text.indexOf("\n");
  for (let m = token.exec(text); m; m = token.exec(text)) {
    const c = m[0];
    if (c === '"') {
      let at = m.index;
      for (;;) {
        at = text.indexOf('"', at + 1);
        if (at === -1)
          return {
            error: {
              code: "json",
              line: lineAt(text, m.index),
              sentence: "The JSON is broken: the quotation mark in line " + lineAt(text, m.index) + " is never closed.",
            },
          };
        let back = at - 1;
        while (text[back] === "\\") back--;
        if ((at - 1 - back) % 2 === 0) break;
      }
      token.lastIndex = at + 1;
    } else if (c === "{" || c === "[") {
      depth++;
      if (c === "[" && recordDepth === -1 && /^\s*\{/.test(text.slice(m.index + 1, m.index + 200))) recordDepth = depth;
      else if (c === "{" && recordDepth !== -1 && depth === recordDepth + 1) {
        pieceStart = m.index;
        skeleton.push(text.slice(kept, m.index));
      }
    } else {
      depth--;
      if (pieceStart !== -1 && depth === recordDepth) {
        const end = m.index + 1;
        const piece = text.slice(pieceStart, end);
        while (nextNewline !== -1 && nextNewline < pieceStart) {
          line++;
          nextNewline = text.indexOf("\n", nextNewline + 1);
        }
        let value;
        try {
          value = JSON.parse(piece);
        } catch (error) {
          return broken(text, pieceStart, error, piece);
        }
        for (const r of Tree.foldJson(value, "", line, catalogue, 1).records) records.push(r);
        skeleton.push("null");
        kept = end;
        pieceStart = -1;
        if (++seen % 50 === 0) yield (end / text.length) * 0.8;
      } else if (recordDepth !== -1 && depth === recordDepth - 1) recordDepth = -1;
    }
  }
  skeleton.push(text.slice(kept));
  const frame = skeleton.join("");
  let outer;
  try {
    outer = JSON.parse(frame);
  } catch {
    return broken(text, text.length, { message: "" }, "");
  }
  if (records.length === 0) for (const r of Tree.foldJson(outer, "", 1, catalogue, 0).records) records.push(r);
  for (let i = 0; i < records.length; i++) {
    all.add(records[i]);
    if (i % 500 === 499) yield 0.8 + (0.2 * i) / records.length;
  }
  return { sections: all.size() ? [all.finish()] : [], notes: [] };
}

export { read, balancedEnd, lineAt };
