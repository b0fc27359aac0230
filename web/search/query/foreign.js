// Numbers that a text says are somebody else's: of a received fax, of a call to the web service, of HTTP or of another
// fax server. They are taken out before the rest is read, and are the answer only where nothing else is.

/** @import { Foreign, Known } from "../types.js" */

const NUMBER = "(?<number>[+-]?\\d{1,6})(?![\\p{L}\\d@])";
const MARKS = "[^\\p{L}\\p{N}/]";
// What may stand between a field's name and its number: the attributes of a tag, marks, "is" and the like.
const GAP = `(?:\\s[^<>]{0,200}>)?${MARKS}{0,12}?(?:(?:is|was|of|code|no|number|value|equals)${MARKS}{1,4}){0,2}`;
// What may stand between a system's name and its number.
const LABELS =
  "(?:status|state|code|codes|error|errors|response|request|reply|result|reason|cause|returned|return|returns|answer|failure|failed|" +
  "fails|message|line|fax|call|server|hangup|disconnect|sip|http|no|number|is|was|of|with|got|gave|e)";
const LABELLED = `(?:/\\d(?![\\d.])|[/ ]?\\d\\.\\d(?!\\d))?${MARKS}{0,6}?(?:${LABELS}${MARKS}{0,4}){0,4}?`;
const NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}.])";

const FAX_SYSTEMS =
  "hylafax\\+?|rightfax|twilio|phaxio|telnyx|plivo|vonage|nexmo|sinch|asterisk|freeswitch|gofaxip|brooktrout|dialogic|eicon|" +
  "mgetty|capi|ringcentral|zetafax|faxmaker|biscom|etherfax|srfax|documo|faxage|cisco|iaxmodem|spandsp";
// What HTTP and SIP print behind a number.
const REASONS =
  "moved permanently|bad request|unauthorized|forbidden|not found|method not allowed|not acceptable|(?:request|gateway) time-?out|" +
  "too many requests|internal server error|server internal error|bad gateway|service unavailable|temporarily unavailable|busy here|" +
  "busy everywhere|request terminated";
// Other things that have a status, in names such as imageStatus.
const OTHER_THINGS = "image|recording|order|payment|printer|device|user|account|e?mail|sms|line";
const CAUSE_NAMES = "q\\.?\\s?(?:850|931)|isdn|isup|(?:hang[\\s_-]?up|release|disconnect|clear(?:ing)?)[\\s_-]?cause";

/** @param {string} source */
const rule = (source) => new RegExp(source, "giu");

/**
 * Two words may be anybody's; a listed code is more likely meant, but for 0 and 1.
 * @param {number} code
 * @param {Known} known
 */
const likelyOurs = (code, known) => known.isListed(code) && code !== 0 && code !== 1;

/** @type {{ of: Foreign["of"], pattern: RegExp, unless?: (code: number, known: Known) => boolean }[]} */
const RULES = [
  {
    of: "received",
    pattern: rule(`${NO_WORD_BEFORE}(?:message|inbound|incoming|received?)[_-]?(?:fax[_-]?)?status(?:[_-]?code)?${GAP}${NUMBER}`),
  },
  { of: "call", pattern: rule(`${NO_WORD_BEFORE}result[_-]?code${GAP}${NUMBER}`) },
  { of: "received", pattern: rule(`${NO_WORD_BEFORE}(?:inbound|incoming)(?:\\s+fax)?\\s+status${GAP}${NUMBER}`) },
  { of: "received", pattern: rule(`${NO_WORD_BEFORE}message\\s+status${GAP}${NUMBER}`), unless: likelyOurs },
  { of: "call", pattern: rule(`${NO_WORD_BEFORE}result\\s+code${GAP}${NUMBER}`), unless: likelyOurs },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}(?:${OTHER_THINGS})[_-]?status(?:[_-]?code)?${GAP}${NUMBER}`) },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}line\\s+status${GAP}${NUMBER}`) },
  { of: "cause", pattern: rule(`${NO_WORD_BEFORE}(?:${CAUSE_NAMES})${LABELLED}(?<number>\\d{1,3})(?![\\p{L}\\d@])`) },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}(?:https?|web)${LABELLED}(?<number>[1-5]\\d\\d)(?![\\p{L}\\d@])`) },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}e?smtp${LABELLED}(?<number>[245]\\d\\d)(?![\\p{L}\\d@])`) },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}sip${LABELLED}(?<number>[1-6]\\d\\d)(?![\\p{L}\\d@])`) },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}(?<number>[1-6]\\d\\d)[ -]{1,3}(?:${REASONS}|(?<=200[ -]{1,3})ok)(?!\\p{L})`) },
  // A mail server's reply, with its status in three parts.
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}(?<number>[245]\\d\\d)[\\s-]#?[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])`) },
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}(?:${FAX_SYSTEMS})${LABELLED}${NUMBER}`) },
  // HylaFAX numbers its errors so.
  { of: "system", pattern: rule(`${NO_WORD_BEFORE}(?:\\{E(?<braced>\\d{3})\\}|E(?<number>0\\d\\d)(?![\\p{L}\\d]))`) },
];

// A line's status, a fax's status and more, as RightFax prints them; 10:15 is a time.
const JOINED = /(?<![\w.,;:=-])\d{1,3}(?:\s?[;:]\s?\d{1,3}){1,4}(?!\w|\s?[:;]\s?\d|[.,]\d)/g;

/** @param {string} text */
const blank = (text) => " ".repeat(text.length);

/**
 * The text without the numbers of others, and the first of these.
 * @param {string} text
 * @param {Known} known
 * @returns {{ text: string, foreign: Foreign | null }}
 */
export function setAside(text, known) {
  if (!/\d/.test(text)) return { text, foreign: null }; // Most searches: the patterns below take a browser as long as the search itself.
  /** @type {Foreign | null} */
  let first = null;
  /** @param {Foreign} found */
  const keep = (found) => {
    first ??= found;
  };
  let rest = text.replace(JOINED, (found) => {
    const numbers = found.split(/[;:]/).map(Number);
    const joined = found.includes(";") || /^\d{3}:/.test(found);
    if (!joined || numbers.every(known.isListed)) return found;
    keep({ of: "several", text: found, code: null });
    return blank(found);
  });
  for (const { of, pattern, unless } of RULES) {
    rest = rest.replace(pattern, (found, ...more) => {
      const groups = more[more.length - 1];
      const code = Number(groups.number ?? groups.braced) || 0;
      if (unless?.(code, known)) return found;
      keep({ of, text: found, code });
      return blank(found);
    });
  }
  return { text: rest, foreign: first };
}
