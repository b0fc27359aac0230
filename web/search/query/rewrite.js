// Rewrites a query before its numbers are looked for: numbers in words become digits, what is never a code becomes blanks.

/** @type {Map<string, number>} */
const NUMBER_WORDS = new Map();
"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
  .split(" ")
  .forEach((word, value) => NUMBER_WORDS.set(word, value));
"twenty thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, index) => NUMBER_WORDS.set(word, (index + 2) * 10));
const LONGEST_FIRST = [...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join("|");
const NUMBER_WORD = `(?:${LONGEST_FIRST})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?`;
const MINUS_WORD = "(?:minus|negative|neg\\.?|moins|menos|meno)";
const MINUS_DIGITS = new RegExp(`(?<![\\p{L}-])${MINUS_WORD}(?:\\s+(?:sign|status|code|number))?[\\s-]*(?=\\d)`, "giu");
const MINUS_WORDS = new RegExp(`(?<![\\p{L}-])${MINUS_WORD}[\\s-]*(${NUMBER_WORD})(?![\\p{L}])`, "giu");
const ONLY_WORD = new RegExp(`^\\W*(?:(?:code|status|error)\\s+)?(${NUMBER_WORD})\\W*$`, "i");

/** @param {string} spoken */
const valueOf = (spoken) =>
  spoken
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => sum + (NUMBER_WORDS.get(word) ?? 0), 0);

/**
 * "minus twenty-two" becomes "-22".
 * @param {string} text
 */
export function spellOut(text) {
  return text
    .replace(MINUS_WORDS, (_, spoken) => `-${valueOf(spoken)}`)
    .replace(MINUS_DIGITS, "-")
    .replace(ONLY_WORD, (_, spoken) => String(valueOf(spoken)));
}

/**
 * Blanks in place of dates, times, hosts, addresses of machines and mail, and identifiers: their digits are never a code.
 * @param {string} text
 */
export function maskOthers(text) {
  /** @param {string} found */
  const blank = (found) => " ".repeat(Math.max(2, found.length));
  return text
    .replace(/:\/\/[^/\s"'<>]{1,255}/g, blank)
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/g, blank)
    .replace(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?/g, blank)
    .replace(/(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?!\d)/g, (found) => (/[.]\d{3}$/.test(found) ? found : blank(found)))
    .replace(/(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:\s?[ap]m\b)?(?!\d)/gi, blank)
    .replace(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g, blank)
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, blank);
}

/**
 * The words of a query, without tags and marks.
 * @param {string} text
 */
export const wordsOf = (text) =>
  text
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, " ")
    .replace(/[^\p{L}\p{M}\p{N}'.@-]+/gu, " ")
    .replace(/(?:^|\s)[-.']+|[-.']+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
