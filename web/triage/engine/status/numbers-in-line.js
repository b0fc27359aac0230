/* The numbers of a line that stand by themselves, and why the others do not. */

import * as Fields from "../fields.js";
import * as Numbers from "../numbers.js";

/** @typedef {import("../catalogue.js").Catalogue} Catalogue */

/**
 * A number in a line. `at` and `end` are where its figures stand, `start` is where the find begins ("minus 22").
 * @typedef {object} Candidate
 * @property {number} start
 * @property {number} at
 * @property {number} end
 * @property {number} code
 * @property {number} digits
 * @property {boolean} listed
 * @property {boolean} cut whether it is the first group of figures only
 * @property {boolean} joined whether its hyphen hangs on a letter or a figure
 * @property {string} lead what stands before its figures
 * @property {string} last the sign before them
 * @property {string} next the sign after them
 * @property {string} left what stands before it
 * @property {string} right what stands after it
 */

/** @typedef {{ name: string, applies: (number: Candidate) => boolean }} Exclusion */

const NUMBER = /-?\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)|-?\d+/g;
const MAX_DIGITS = 7;

const CONSTANT = /^\s*(?:(?:export|public|private|static|final|const|int|let|var|#define)\s+)*([A-Za-z]\w{2,60})\s*=\s*$/;

/**
 * A name in capitals or with a hump in it, which is none of a field that holds a status.
 * @param {string} name
 */
const isConstant = (name) => (/[a-z][A-Z]/.test(name) || /^[A-Z]+_[A-Z_]+$/.test(name)) && Fields.classify(name).rank < 1;

/** Why a number is none by itself: the first that applies counts. @type {Exclusion[]} */
export const EXCLUSIONS = [
  {
    // Ids and telephone numbers.
    name: "too many figures",
    applies: ({ digits }) => digits > MAX_DIGITS,
  },
  {
    // 3.931 is a decimal where 3931 is not listed.
    name: "before a decimal point",
    applies: ({ cut, right }) => cut && right.startsWith("."),
  },
  {
    // A hyphen after a figure joins an id or a telephone number.
    name: "hyphen after a figure",
    applies: ({ joined, lead }) => joined && /\d-?$/.test(lead.slice(-2)),
  },
  {
    // A hyphen after a word is a separator or a minus; either way the number must be known.
    name: "hyphen before an unlisted number",
    applies: ({ joined, listed }) => joined && !listed,
  },
  {
    // "error-3931", but not "abc-3931".
    name: "hyphen after any word",
    applies: ({ joined, lead }) => joined && !/(?:status|code|error|err)-?$/i.test(lead),
  },
  {
    // 3931: "Busy", in source code: a table of labels.
    name: "key of a label",
    applies: ({ left, right }) =>
      (/^[+-]?\s*["']?$/.test(left) && /^["']?\s*(?::|=>?)\s*["'`].*["'`][)\]]{0,3}[,;]?\s*$/.test(right)) ||
      (/[{,]\s*["']$/.test(left) && /^["']\s*:\s*["'][^"'\d]*["']\s*[,}]/.test(right)),
  },
  {
    // const LINE_BUSY = 3931;
    name: "constant in source code",
    applies: ({ left }) => /[a-z_]/i.test(left) && isConstant(CONSTANT.exec(left)?.[1] ?? ""),
  },
  {
    // WHERE status <> 0, if (status == 3931)
    name: "compared",
    applies: ({ left }) => /(?:\bnot\s[\w.]{0,40}:|<>|[!=]==?|[<>]=|[\w)]\s[<>])\s*["'(]*$/.test(left),
  },
  {
    // A3931, +3931, $3931, /3931, but "status3931".
    name: "glued to what stands before",
    applies: ({ joined, lead, last }) =>
      !joined &&
      !/%(?:3[AD]|2[027])$/i.test(lead) &&
      /[\p{L}\d_+$€£@/\\%]/u.test(last) &&
      !/(?:^|[^\p{L}])(?:status|code|error)$/iu.test(lead),
  },
  {
    // 12:3931 and 1.3931
    name: "after a point or a colon",
    applies: ({ lead }) => /\d[.:]$/.test(lead.slice(-2)),
  },
  {
    // &#3931; is a character.
    name: "character reference",
    applies: ({ lead }) => lead.endsWith("&#"),
  },
  {
    // 3931A, 3931%, 3931€
    name: "glued to what follows",
    applies: ({ next }) => /[\p{L}\d_%°€$£@]/u.test(next),
  },
  {
    // 3931.5, 3931:12, 3931-6017, 3931.txt
    name: "before a point, a colon or a hyphen",
    applies: ({ right }) => /^(?:[.:-]\d|\.\p{L})/u.test(right.slice(0, 2)),
  },
  {
    // 3931/2
    name: "before a slash",
    applies: ({ right }) => /^\/[\p{L}\d]/u.test(right.slice(0, 2)),
  },
  {
    // "0 pages" counts pages; in "status 0 pages 263" the word belongs to the next number.
    name: "before a unit",
    applies: ({ right }) => Numbers.UNIT.test(right) && !/^\s*\p{L}+\s*[:=]?\s*\d/u.test(right),
  },
  {
    // "41 s", "2nd"
    name: "before a short unit",
    applies: ({ right }) => /^\s*(?:s|h|px|fps|st|nd|rd|th)\b(?!')/i.test(right),
  },
  {
    // The first half of "-3 -> 3931" is over already.
    name: "before an arrow",
    applies: ({ right }) => /^["')\]\s]*(?:->|=>|→|-->)\s*["'(]*-?\d/.test(right),
  },
  {
    // As is that of "from -3 to 3931".
    name: "from one to another",
    applies: ({ left, right }) => /\bfrom\s+["'(]*$/i.test(left) && /^["')\s]*\s(?:to|into)\s+["'(]*-?\d/i.test(right),
  },
];

/** @param {string} figures */
const valueOf = (figures) => Number(figures.replace(/[.,]/g, "")) + 0; // + 0: no -0

/**
 * @param {string} masked
 * @param {string} figures
 * @param {number} found
 * @param {boolean} cut
 * @param {Catalogue} catalogue
 * @returns {Candidate}
 */
function candidate(masked, figures, found, cut, catalogue) {
  const end = found + figures.length;
  const joined = figures.startsWith("-") && /[\p{L}\d_)]/u.test(masked.charAt(found - 1));
  let at = found;
  let code = valueOf(figures);
  // The hyphen of "error-3931" is no minus.
  if (joined && !catalogue.isListed(code) && catalogue.isListed(-code)) {
    at++;
    code = -code;
  }
  const lead = masked.slice(0, at);
  const last = lead.slice(-1);
  // "minus 22" in words; looked for only where it may be, since the search tries every start.
  const minusAt = /\s/.test(last) ? lead.search(/\b(?:minus|negative|moins)\s+$/i) : -1;
  let left = lead;
  if (minusAt >= 0 && code > 0) {
    code = -code;
    left = lead.slice(0, minusAt);
  }
  return {
    start: minusAt >= 0 && code < 0 ? minusAt : at,
    at,
    end,
    code,
    digits: figures.replace(/\D/g, "").length,
    listed: catalogue.isListed(code),
    cut,
    joined,
    lead,
    last,
    next: masked.charAt(end),
    left,
    right: masked.slice(end),
  };
}

/**
 * Every number of a line in which the shapes are blanked.
 * @param {string} masked
 * @param {Catalogue} catalogue
 */
export function* numbersIn(masked, catalogue) {
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(masked); match; match = NUMBER.exec(masked)) {
    const [whole] = match;
    const separator = whole.search(/[.,]/);
    // "3931,6017" may be two numbers.
    const cut = separator >= 0 && !catalogue.isListed(valueOf(whole));
    if (cut) NUMBER.lastIndex = match.index + separator + 1;
    yield candidate(masked, cut ? whole.slice(0, separator) : whole, match.index, cut, catalogue);
  }
}
