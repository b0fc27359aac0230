/* Bytes to text: which encoding a file is in, and a clear sentence for what is no text at all.
   A generator, so that a large file is decoded in slices. */

import * as Encodings from "./encodings.js";

/** @typedef {import("./types").Decoded} Decoded */
/** @typedef {import("./types").Failure} Failure */
/** @typedef {import("./types").Note} Note */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */

/** @typedef {{ label: string, skip: number, bom: boolean }} Guess label: as TextDecoder knows it */

const MEGABYTE = 1024 * 1024;
export const MAX_BYTES = 200 * MEGABYTE;
const SLICE = MEGABYTE;
const COLOUR = /\x1b\[[\d;]{0,20}[A-Za-z]/g;
const ESC = 0x1b;
const UTF32_SLICE = 32 * 1024;

/**
 * What people drop by mistake, by the bytes it begins with.
 * @type {[bytes: number[], name: string][]}
 */
const SIGNATURES = [
  [[0x25, 0x50, 0x44, 0x46], "a PDF document"],
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive or an Excel or Word file (for a workbook: save it as CSV first)"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel, Word or Outlook file (save it as CSV or as plain text first)"],
  [[0x49, 0x49, 0x2a, 0x00], "a TIFF image"],
  [[0x4d, 0x4d, 0x00, 0x2a], "a TIFF image"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG image"],
  [[0xff, 0xd8, 0xff], "a JPEG image"],
  [[0x47, 0x49, 0x46, 0x38], "a GIF image"],
  [[0x1f, 0x8b], "a gzip archive (unpack it first)"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "a SQLite database"],
];

/**
 * How a Unicode text may begin; UTF-32 before UTF-16, whose mark begins like it.
 * @type {[bytes: number[], label: string][]}
 */
const MARKS = [
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * @param {string} code
 * @param {string} sentence
 * @returns {Failure}
 */
const fail = (code, sentence) => ({ error: { code, sentence } });

/** @param {number} bytes */
export function tooLarge(bytes) {
  const has = Math.ceil(bytes / MEGABYTE);
  return fail(
    "too-large",
    `This file has ${has} MB; the page reads up to ${MAX_BYTES / MEGABYTE} MB. Split it, or export a shorter period.`,
  );
}

/** @param {Uint8Array} bytes */
function signatureOf(bytes) {
  const hit = SIGNATURES.find(([start]) => start.every((value, i) => bytes[i] === value));
  return hit ? hit[1] : "";
}

/**
 * UTF-16 without a BOM shows itself by zero bytes on one side of nearly every pair. Other control bytes mean a
 * binary file; a few zero bytes in an otherwise readable log do not.
 * @param {Uint8Array} bytes
 */
function census(bytes) {
  const size = Math.min(bytes.length, 65536) & ~1;
  let evenZero = 0;
  let oddZero = 0;
  let control = 0;
  for (let i = 0; i < size; i++) {
    const b = bytes[i];
    if (b === 0) {
      if (i & 1) oddZero++;
      else evenZero++;
    } else if (b < 9 || (b > 13 && b < 32 && b !== 27 && b !== 30)) control++;
  }
  return { pairs: size / 2, evenZero, oddZero, control, size };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Guess | null}
 */
function byteOrderMark(bytes) {
  const mark = MARKS.find(([start]) => start.every((value, i) => bytes[i] === value));
  return mark ? { label: mark[1], skip: mark[0].length, bom: true } : null;
}

/**
 * Whether a text without a byte beyond ASCII goes over to Japanese, as old e-mails do.
 * @param {Uint8Array} bytes
 */
function isShifted(bytes) {
  for (let at = bytes.indexOf(ESC); at !== -1 && at < MEGABYTE; at = bytes.indexOf(ESC, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  }
  return false;
}

/**
 * Null means that the file is binary.
 * @param {Uint8Array} bytes
 * @returns {Guess | null}
 */
function guessEncoding(bytes) {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const c = census(bytes);
  if (c.pairs >= 2) {
    if (c.oddZero > c.pairs * 0.4 && c.evenZero < c.pairs * 0.05) return { label: "utf-16le", skip: 0, bom: false };
    if (c.evenZero > c.pairs * 0.4 && c.oddZero < c.pairs * 0.05) return { label: "utf-16be", skip: 0, bom: false };
  }
  if (isShifted(bytes)) return { label: "iso-2022-jp", skip: 0, bom: false };
  if (c.size && (c.control > c.size * 0.05 || c.evenZero + c.oddZero > c.size * 0.1)) return null;
  return { label: "utf-8", skip: 0, bom: false };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} label
 * @param {number} skip
 * @param {boolean} fatal
 * @returns {Work<string>}
 */
function* decodeAs(bytes, label, skip, fatal) {
  if (label.startsWith("utf-32")) return yield* decodeUtf32(bytes, skip, label === "utf-32le");
  const decoder = new TextDecoder(label, { fatal, ignoreBOM: true });
  const parts = [];
  for (let at = skip; at < bytes.length; at += SLICE) {
    parts.push(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
    yield at / bytes.length;
  }
  parts.push(decoder.decode());
  return parts.join("");
}

/**
 * No browser decodes UTF-32.
 * @param {Uint8Array} bytes
 * @param {number} skip
 * @param {boolean} isLittle
 * @returns {Work<string>}
 */
function* decodeUtf32(bytes, skip, isLittle) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3);
  const parts = [];
  for (let at = skip; at < view.byteLength; at += UTF32_SLICE) {
    const points = [];
    for (let i = at; i < Math.min(at + UTF32_SLICE, view.byteLength); i += 4) points.push(view.getUint32(i, isLittle));
    parts.push(String.fromCodePoint(...points.map((point) => (point <= 0x10ffff ? point : 0xfffd))));
    yield at / bytes.length;
  }
  return parts.join("");
}

/**
 * One kind of line end, no zero characters and no colours of a terminal: everything after this counts lines and offsets in the tidied text.
 * @param {string} raw
 * @returns {Work<{ text: string, zeros: number }>}
 */
function* tidy(raw) {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (!/[\r\0\x1b]/.test(text)) return { text, zeros: 0 };
  let zeros = 0;
  const blank = () => {
    zeros++;
    return " ";
  };
  const parts = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + SLICE, text.length);
    // A CR LF pair must not be cut in two.
    if (text[end - 1] === "\r" && text[end] === "\n") end++;
    parts.push(text.slice(at, end).replace(/\r\n?/g, "\n").replace(/\0/g, blank).replace(COLOUR, ""));
    at = end;
    yield at / text.length;
  }
  return { text: parts.join(""), zeros };
}

/**
 * @param {string} label how it was read
 * @returns {Note}
 */
function notUtf8(label) {
  if (label === "utf-8")
    return { level: "warning", code: label, line: 0, sentence: "Some bytes of the file are not UTF-8; they show as �." };
  return { level: "info", code: label, line: 0, sentence: `The file is not UTF-8; it was read as ${Encodings.nameOf(label)}.` };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Work<Decoded | Failure>}
 */
export function* decode(bytes) {
  if (bytes.length === 0) return fail("empty", "This file is empty.");
  if (bytes.length > MAX_BYTES) return tooLarge(bytes.length);
  const what = signatureOf(bytes);
  if (what) return fail("binary", `This is ${what}, not a text. Nothing was read.`);
  const guess = guessEncoding(bytes);
  if (!guess) return fail("binary", "This is a binary file, not a text. Nothing was read.");
  let { label } = guess;
  /** @type {Note[]} */
  const notes = [];
  if (label === "iso-2022-jp") notes.push(notUtf8(label));
  let text;
  try {
    text = yield* decodeAs(bytes, label, guess.skip, label === "utf-8");
  } catch {
    label = Encodings.guess(bytes);
    text = yield* decodeAs(bytes, label, guess.skip, false);
    notes.push(notUtf8(label));
  }
  const result = yield* fromText(text);
  if ("error" in result) return result;
  return { text: result.text, encoding: Encodings.nameOf(label), bom: guess.bom, notes: notes.concat(result.notes) };
}

/**
 * Pasted text has been decoded by the browser already.
 * @param {string} pasted
 * @returns {Work<Decoded | Failure>}
 */
export function* fromText(pasted) {
  if (pasted.length > MAX_BYTES) return tooLarge(pasted.length);
  const { text, zeros } = yield* tidy(pasted);
  if (!/\S/.test(text)) return fail("empty", "There is no text in it.");
  /** @type {Note[]} */
  const notes = [];
  if (zeros) {
    const sentence = `${zeros} NUL character${zeros === 1 ? " was" : "s were"} read as a space.`;
    notes.push({ level: "info", code: "nul", line: 0, sentence });
  }
  return { text, encoding: "", bom: false, notes };
}
