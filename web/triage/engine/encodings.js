/* Which encoding a file is in that is no UTF-8: rules over a sample of it, of which the first that finds one decides. */

import * as Fields from "./fields.js";

const SAMPLE = 8 * 1024; // bytes
const HEAD = 2048; // bytes in which a file may declare its encoding
const CELLS = 400;

/** What the encodings are called, by the labels that TextDecoder knows. @type {Record<string, string>} */
export const NAMES = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "utf-32le": "UTF-32 LE",
  "utf-32be": "UTF-32 BE",
  shift_jis: "Shift-JIS",
  "euc-jp": "EUC-JP",
  "iso-2022-jp": "ISO-2022-JP",
  gb18030: "GBK",
  gbk: "GBK",
  big5: "Big5",
  "euc-kr": "EUC-KR",
  "koi8-r": "KOI8-R",
  "koi8-u": "KOI8-U",
  ibm866: "CP866",
};

/** @param {string} label */
export const nameOf = (label) => NAMES[label] ?? label.replace(/^windows/, "Windows").replace(/^iso/, "ISO");

/**
 * The letters that most of a text in the language is made of, and whether the script has capitals.
 * @type {Record<string, { letters: string, hasCase: boolean }>}
 */
const SCRIPTS = {
  "windows-1251": { letters: "оеаинтсрвлкмдпуяыьгзбчй", hasCase: true },
  "koi8-r": { letters: "оеаинтсрвлкмдпуяыьгзбчй", hasCase: true },
  ibm866: { letters: "оеаинтсрвлкмдпуяыьгзбчй", hasCase: true },
  "iso-8859-5": { letters: "оеаинтсрвлкмдпуяыьгзбчй", hasCase: true },
  "windows-1253": { letters: "αοιετσνηυρπκμλςάέήίόύώγ", hasCase: true },
  "windows-1255": { letters: "יוהלארתשמבנםדקעחפ", hasCase: false },
  "windows-1256": { letters: "اليمنوترهبدةسعفكحق", hasCase: false },
  "windows-874": { letters: "านรอกเงมยลวดทสตะปบคหแจพชขใไโิีุู่้์ัาำ็", hasCase: false },
};
const MULTIBYTE = ["shift_jis", "euc-jp", "euc-kr", "gb18030", "big5"];
const ENOUGH = 0.7; // of the letters must be frequent ones
const MOST = 0.8;

/**
 * The lines that hold more than ASCII, as many as the sample takes.
 * @param {Uint8Array} bytes
 */
function sampleOf(bytes) {
  const sample = new Uint8Array(SAMPLE);
  let size = 0;
  let at = 0;
  while (at < bytes.length && size < SAMPLE) {
    const newline = bytes.indexOf(10, at);
    const line = bytes.subarray(at, Math.min(newline === -1 ? bytes.length : newline + 1, at + SAMPLE - size));
    if (line.some((byte) => byte > 127)) {
      sample.set(line, size);
      size += line.length;
    }
    if (newline === -1) break;
    at = newline + 1;
  }
  return sample.subarray(0, size);
}

/**
 * The text in an encoding, or "" where it cannot be in it.
 * @param {Uint8Array} sample
 * @param {string} label
 */
function decoded(sample, label) {
  // The sample may end within a character.
  const whole = sample.subarray(0, sample.lastIndexOf(10) + 1 || sample.length);
  try {
    return new TextDecoder(label, { fatal: true }).decode(whole);
  } catch {
    return "";
  }
}

/**
 * A character for each byte. TextDecoder takes latin1 for Windows-1252.
 * @param {Uint8Array} bytes
 */
const asLatin1 = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/**
 * @param {string} text
 * @param {RegExp} what
 */
const countOf = (text, what) => text.match(what)?.length ?? 0;

/**
 * The bytes beyond ASCII in pairs, as encodings of East Asia have them.
 * @param {Uint8Array} sample
 * @param {(lead: number) => boolean} isSingle
 */
function pairsOf(sample, isSingle) {
  /** @type {[lead: number, trail: number][]} */
  const pairs = [];
  for (let i = 0; i < sample.length; i++) if (sample[i] > 127 && !isSingle(sample[i])) pairs.push([sample[i], sample[++i] ?? 0]);
  return pairs;
}

/**
 * @param {[number, number][]} pairs
 * @param {(lead: number, trail: number) => boolean} wanted
 */
const shareOf = (pairs, wanted) => (pairs.length ? pairs.filter(([lead, trail]) => wanted(lead, trail)).length / pairs.length : 0);

/**
 * Which of the encodings with pairs of bytes it is, by the rows that its tables give to frequent characters, or "".
 * @param {Uint8Array} sample
 */
function eastAsian(sample) {
  const possible = new Set(MULTIBYTE.filter((label) => decoded(sample, label)));
  const japanese = pairsOf(sample, (lead) => lead >= 0xa1 && lead <= 0xdf);
  const kana = shareOf(japanese, (lead, trail) => (lead === 0x82 && trail > 0x9e) || (lead === 0x83 && trail < 0x97));
  const kanji = shareOf(japanese, (lead) => lead >= 0x88 && lead <= 0x97);
  if (possible.has("shift_jis") && kana + kanji > MOST) return "shift_jis";
  const pairs = pairsOf(sample, () => false);
  const low = shareOf(pairs, (_, trail) => trail < 0xa1);
  if (low > 0.1) return possible.has("big5") && shareOf(pairs, (lead) => lead >= 0xa1 && lead <= 0xc6) > MOST ? "big5" : "";
  if (possible.has("euc-jp") && shareOf(pairs, (lead) => lead === 0xa4 || lead === 0xa5) > 0.2) return "euc-jp";
  if (possible.has("euc-kr") && shareOf(pairs, (lead) => lead >= 0xb0 && lead <= 0xc8) > 0.95) return "euc-kr";
  return possible.has("gb18030") && shareOf(pairs, (lead) => lead >= 0xa1 && lead <= 0xd7) > 0.9 ? "gb18030" : "";
}

/**
 * How much a text looks like one in the script: the share of its letters that are frequent ones in words, less where capitals
 * stand within words.
 * @param {string} text
 * @param {{ letters: string, hasCase: boolean }} script
 */
function likeness(text, { letters, hasCase }) {
  const foreign = countOf(text, /[^\x00-\x7f]/g);
  if (!foreign) return 0;
  const inWords =
    text
      .match(/[^\x00-\x7f]{3,}/g)
      ?.join("")
      .toLowerCase() ?? "";
  const frequent = Array.from(inWords).filter((letter) => letters.includes(letter)).length;
  const odd = hasCase ? countOf(text, /\p{Ll}\p{Lu}/gu) : 0;
  return (frequent - 2 * odd) / foreign;
}

/**
 * Central European and Turkish letters stand where Western Europe has signs or letters of other languages.
 * @param {Uint8Array} sample
 */
function latin(sample) {
  const text = asLatin1(sample);
  if (/[ðýþÐÝÞ]/.test(text) && !/[áéíóúæ]/i.test(text)) return "windows-1254";
  const hasSigns = /\p{L}[£¥¯³¹¼¾¿ªº]|[£¥¯³¹¼¾¿](?=\p{L})/u.test(text);
  const hasCarons = /[\x8a\x8e\x9a\x9e]/.test(text) && /[èìøùò]/i.test(text);
  const isCzech = /ø/i.test(text) && /[ìèù]/i.test(text) && !/[åæ]/i.test(text);
  const isHungarian = /[õû]/i.test(text) && /[öü]/i.test(text) && !/[ãç]/i.test(text);
  return hasSigns || hasCarons || isCzech || isHungarian ? "windows-1250" : "windows-1252";
}

/**
 * Each rule finds the label of an encoding, or "".
 * @type {{ name: string, find: (sample: Uint8Array, head: string) => string }[]}
 */
export const ENCODING_RULES = [
  {
    // <?xml version="1.0" encoding="windows-1251"?>, <meta charset="shift_jis">
    name: "declared",
    find: (_, head) => {
      const label = /<(?:\?xml[^<>]*\bencoding|meta\b[^<>]*\bcharset)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? "";
      try {
        const { encoding } = new TextDecoder(label || "none");
        return encoding.startsWith("utf") ? "" : encoding;
      } catch {
        return "";
      }
    },
  },
  {
    // A text that was cut within a character, or joined with another, is UTF-8 all the same.
    name: "nearly UTF-8",
    find: (sample) => {
      const text = new TextDecoder("utf-8").decode(sample);
      return countOf(text, /\ufffd/g) < countOf(text, /[^\x00-\x7f]/g) * 0.1 ? "utf-8" : "";
    },
  },
  {
    // A column is called Статус, ステータス or الحالة.
    name: "name of the status",
    find: (sample) =>
      [...MULTIBYTE, ...Object.keys(SCRIPTS)].find((label) =>
        decoded(sample, label)
          .split(/[,;|"\t\n]+/, CELLS)
          .some((cell) => cell.length < 60 && /[^\x00-\x7f]/.test(cell) && [1, 2, 3].includes(Fields.classify(cell.trim()).rank)),
      ) ?? "",
  },
  {
    // Letters beyond ASCII beside others: Müller, Dvořák
    name: "Latin letters",
    find: (sample) => {
      const text = asLatin1(sample);
      const beside = countOf(text, /(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])/g);
      const all = countOf(text, /[\x80-\xff]/g);
      return beside > all / 2 && !isPaired(sample) ? latin(sample) : "";
    },
  },
  { name: "pairs of bytes", find: eastAsian },
  {
    // The script in which most letters are frequent ones.
    name: "frequent letters",
    find: (sample) => {
      let best = "";
      let most = ENOUGH;
      for (const [label, script] of Object.entries(SCRIPTS)) {
        const score = likeness(decoded(sample, label), script);
        if (score > most) {
          most = score;
          best = label;
        }
      }
      return best;
    },
  },
  { name: "Western", find: latin },
];

/**
 * Letters as second bytes of characters look like Latin ones beside others.
 * @param {Uint8Array} sample
 */
const isPaired = (sample) => ["shift_jis", "big5"].includes(eastAsian(sample));

/**
 * The encoding of a file that is no UTF-8.
 * @param {Uint8Array} bytes
 */
export function guess(bytes) {
  const head = asLatin1(bytes.subarray(0, HEAD));
  const sample = sampleOf(bytes);
  for (const { find } of ENCODING_RULES) {
    const label = find(sample, head);
    if (label) return label;
  }
  return "windows-1252";
}
