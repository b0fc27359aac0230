/* Lines that tell how many faxes have a status: "Busy (3931): 6", "3931 x 17", "17 faxes with status 3931", uniq -c. */

import * as Numbers from "../numbers.js";
import { besideItsLabel } from "../status/rules.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").TextFind} TextFind */
/** @typedef {import("../types").TextSection} TextSection */
/** @typedef {{ start: number, end: number, value: number }} Place */
/** @typedef {{ line: number, code: Place, count: Place, own: boolean, bare: boolean }} Counted */
/** @typedef {{ name: string, shape: RegExp }} Shape */

const LONGEST = 300;
const LONGEST_BLOCK = 500; // lines: there are not so many statuses
const PROCESS_CODES = 256; // Below that a number may be anything.

const START = String.raw`^[\s>*•·-]*`;
const CODE = String.raw`(?<![\w.,/+:-])(?<code>-?\d{1,7})(?![\w/]|[.,:-]\d)`;
const COUNT = String.raw`[*_]{0,2}(?<![\w.,/+:-])(?<count>\d{1,3}(?:[.,' ]\d{3}){1,2}|\d{1,9})(?![.,]?\d)[*_]{0,2}`;
const SHARE = String.raw`(?:\s*\(?\s*\d{1,3}(?:[.,]\d+)?\s*%\s*\)?)?`;
const WORDS = String.raw`[^\d\n:]{0,60}?`;
const FAXES = String.raw`fax(?:es)?\b(?![-_.]\w)`;
// "263 faxes left: 17" tells what may still be sent.
const STOCK = String.raw`(?![^\d\n]{0,40}\b(?:remain|left|avail|credit|balance|quota|limit|allow|includ|free\b|per\b))`;
const MOST_CELLS = 3; // The rows of a listing have more, and a header that tells what they are.
const BARE = "status, count";
// Where none of this stands, no shape of the first kind does.
const SIGN = /\d\s*fax|\d\)?\s*[x×*(]|\d times|(?:count|cnt|total|\bn)["']?\s*[=:]|^\w*fax\w*\{/i;

/** Shapes that say by themselves that they count; each may stand several times in a line. @type {Shape[]} */
const SURE = [
  // 17 faxes with status 3931; 17 faxes failed (3931)
  { name: "faxes with a status", shape: shape(`${COUNT}\\s+${FAXES}${STOCK}${WORDS}(?:with|status|code|error|:|\\()\\s*#?${CODE}`) },
  // 3931: 17 faxes; Busy (3931) - 6 faxes; 3931 (17 faxes)
  { name: "status of faxes", shape: shape(`${CODE}\\)?[\\s:=–—-]*\\(?${COUNT}\\s*${FAXES}(?!\\s*[=:])${STOCK}`) },
  // 3931 (17x); 3931: 17x
  { name: "times", shape: shape(`${CODE}\\)?[\\s:=,–—-]*\\(?${COUNT}\\s*[x×](?![\\w\\d])`) },
  // 3931 occurred 17 times; "3931, 3 times" may be the attempts of one fax
  { name: "occurred", shape: shape(`${CODE}\\)?\\s+(?:was |were )?(?:occurr?ed|appeared|happened|seen|counted)\\s+${COUNT}\\s+times\\b`) },
  // 17 x 3931
  { name: "times before", shape: shape(`${COUNT}\\s*[x×]\\s*${CODE}`) },
  // 3931 x 17
  { name: "times after", shape: shape(`${CODE}\\)?\\s*[x×*]\\s*(?<count>\\d{1,9})(?![\\w.,]?\\w)`) },
  // status=3931 count=17
  {
    name: "fields",
    shape: shape(
      `\\b(?:fax_?)?status(?:_?code)?["']?\\s*[=:]\\s*["']?(?<code>-?\\d{1,7})["']?[,;\\s]+["']?(?:count|cnt|n|total)["']?\\s*[=:]\\s*["']?(?<count>\\d{1,9})\\b`,
    ),
  },
  // fax_failures_total{code="3931"} 17
  {
    name: "metric",
    shape: shape(
      String.raw`^(?!\w*(?:seconds|duration|bytes|pages|info|created))\w*fax\w*\{[^{}]*?\b(?:fax_)?(?:status|code|status_code|reason|result)="(?<code>-?\d{1,7})"[^{}]*\}\s+(?<count>\d{1,9})(?:\.0+)?(?:\s|$)`,
    ),
  },
];

/** Shapes of whole lines, which count where several follow each other, or beside the vendor's label. @type {Shape[]} */
const BLOCK = [
  // OK (0): 790
  {
    name: "label, status, count",
    shape: shape(`${START}\\p{L}[^\\d:()]{0,60}\\(\\s*(?<code>-?\\d{1,7})\\s*\\)\\s*[:=–—-]*\\s+${COUNT}${SHARE}\\s*$`),
  },
  // OK: 790 (code 0)
  {
    name: "label, count, status",
    shape: shape(
      `${START}\\p{L}[^\\d:()]{0,60}[:=–—-]\\s*${COUNT}\\s*\\(\\s*(?:(?:fax )?(?:status|code|error)\\s*)?#?(?<code>-?\\d{1,7})\\s*\\)\\s*$`,
    ),
  },
  // Status 3931: 6
  {
    name: "status after its name",
    shape: shape(`${START}(?:fax )?(?:status|code|error)(?: code)?\\s+${CODE}\\s*[:=]\\s*${COUNT}${SHARE}\\s*$`),
  },
  // 3931 Busy: 6
  { name: "status, label, count", shape: shape(`${START}${CODE}[\\s–—-]*\\(?\\p{L}[^\\d:=()]{0,60}\\)?\\s*:\\s*${COUNT}${SHARE}\\s*$`) },
  // 3931: 6
  { name: BARE, shape: shape(`${START}${CODE}\\s*[:=→]\\s*${COUNT}${SHARE}\\s*$`) },
];

/** As sort | uniq -c prints them; the counts end below each other. */
const UNIQ = /^ *(?<count>\d{1,9}) (?<rest>\S.*)$/d;

/** @param {string} source */
function shape(source) {
  return new RegExp(source, "dgiu");
}

/**
 * @param {RegExpMatchArray} match
 * @param {"code" | "count"} group
 * @param {number} offset
 * @returns {Place}
 */
function place(match, group, offset) {
  const [start, end] = match.indices?.groups?.[group] ?? [0, 0];
  return { start: offset + start, end: offset + end, value: Number((match.groups?.[group] ?? "").replace(/[.,' ]/g, "")) + 0 };
}

/**
 * Reads the counts in the lines that a text section was made of.
 * @param {TextSection} section
 * @param {Catalogue} catalogue
 */
export function countReader(section, catalogue) {
  const { finds } = section;
  /** @type {Counted[]} */
  let block = [];
  let uniqEnd = -1;
  let isSorted = true;

  /** @param {number} code */
  const isKnown = (code) => code < 0 || catalogue.isListed(code);
  /** @param {number} code */
  const isRare = (code) => isKnown(code) && (code < 0 || code >= PROCESS_CODES);

  /** @param {Counted} counted */
  const take = ({ line, code, count }) => {
    const { start, end: stop, value } = code;
    let at = finds.length;
    while (at > 0 && finds[at - 1].offset >= Math.min(start, count.start)) at--;
    // Of the finds there, that of the status stays, which may have been in doubt; the count is none.
    const behind = finds.splice(at).filter(({ offset }) => offset < count.start || offset >= count.end);
    const have = behind.find(({ offset, length }) => offset <= start && offset + length >= stop);
    const find = have ?? { line, offset: start, length: stop - start, code: value, time: "" };
    const counted = { ...find, sure: true, count: count.value, id: "", why: "count of faxes" };
    finds.push(
      ...behind
        .filter((other) => other !== have)
        .concat(counted)
        .sort((a, b) => a.offset - b.offset),
    );
  };

  /**
   * @param {string} line
   * @param {number} at
   * @param {number} number
   * @param {Shape[]} shapes
   * @returns {Counted[]}
   */
  const matches = (line, at, number, shapes) => {
    for (const { name, shape: wanted } of shapes) {
      /** @type {Counted[]} */
      const found = [];
      wanted.lastIndex = 0;
      for (let match = wanted.exec(line); match; match = wanted.exec(line)) {
        const code = place(match, "code", at);
        const own = besideItsLabel(catalogue.quotedLabels(code.value), line.slice(0, code.start - at), line.slice(code.end - at));
        if (isKnown(code.value)) found.push({ line: number, code, count: place(match, "count", at), own, bare: name === BARE });
      }
      if (found.length) return found;
    }
    return [];
  };

  /** Without labels it may be a list of index and value ("0: 3931"): then the rare numbers stand behind. */
  const isListing = () =>
    block.some(({ bare }) => bare) &&
    block.filter(({ code }) => isRare(code.value)).length <= block.filter(({ count }) => isRare(count.value)).length;

  const isBlock = () => new Set(block.map(({ code }) => code.value)).size === block.length && !isListing() && !(uniqEnd >= 0 && isSorted);

  const end = () => {
    if (block.length > 1 && isBlock()) block.forEach(take);
    else if (block.length === 1 && block[0].own && isRare(block[0].code.value)) take(block[0]);
    block = [];
    uniqEnd = -1;
    isSorted = true;
  };

  /**
   * The status and the count of a line of uniq -c, or null.
   * @param {string} line
   * @param {number} at
   * @param {number} number
   * @returns {Counted | null}
   */
  const uniq = (line, at, number) => {
    const match = UNIQ.exec(line);
    if (!match) return null;
    const count = place(match, "count", at);
    const rest = match.groups?.rest ?? "";
    const start = at + line.length - rest.length;
    const alone = /^-?\d{1,7}$/.test(rest.trimEnd()) ? { start, end: start + rest.trimEnd().length, value: Number(rest) + 0 } : null;
    let first = finds.length;
    while (first > 0 && finds[first - 1].offset >= start) first--;
    const inIt = finds.slice(first).filter(({ sure }) => sure);
    const [only] = inIt;
    const code = alone ?? (inIt.length === 1 ? { start: only.offset, end: only.offset + only.length, value: only.code } : null);
    return code && isKnown(code.value) ? { line: number, code, count, own: false, bare: false } : null;
  };

  return {
    /**
     * A line after it was read as prose.
     * @param {number} at
     * @param {string} text
     * @param {number} number
     */
    read: (at, text, number) => {
      if (text.length > LONGEST || !/\d\D+\d/.test(text)) {
        end();
        return;
      }
      const line = Numbers.plain(text);
      const sure = SIGN.test(line) && line.trim().split(/\t| {3,}/).length <= MOST_CELLS ? matches(line, at, number, SURE) : [];
      if (sure.length) {
        sure.forEach(take);
        return;
      }
      const [whole] = matches(line, at, number, BLOCK);
      const piped = whole ? null : uniq(line, at, number);
      const counted = whole ?? piped;
      const under = piped ? piped.count.end - at : -1;
      if (!counted || uniqEnd !== under || block.length === LONGEST_BLOCK) end();
      if (!counted) return;
      const last = block[block.length - 1];
      if (last) isSorted &&= counted.count.value === last.count.value + 1;
      uniqEnd = under;
      block.push(counted);
    },

    end,
  };
}
