// Understands what somebody pasted. parse(text, known) only reads: it looks at
// nothing but the text and the list of codes, and says what was asked.
//
//   known.isListed(number)  is this a code of the reference?
//   known.begins(text)      the codes that begin so ("39", "-2"); optional
//
// A plain function is taken for isListed.

import * as Normalise from "./normalise.js";

const words = (text) => new Set(text.split(" "));

// A number right after one of these is what the text is about.
const NAMES = /(?:status|statut|estado|stato|state|code|codes|codigo|codice|error|errors|err|errno|erreur|fehler|result|reason|cause|rc)$/;
const STATUS_NAMES = /^(?:fax)?status(?:es)?(?:codes?|numbers?|values?|no|nr|id)?$/;
// What may stand before or after "status" without making it the status of something else.
const STATUS_PARTS = words("fax status code number value sent send outbound delivery final last current job transaction");
const VERBS = words(
  "returned returns return returning got gets get getting gave gives give says say said saying shows " +
    "show showed showing reads read reports reported received receive receives response answer answered reply replied " +
    "fax e no why see lookup find meaning failed fails fail ended ends exited finished completed aborted stopped " +
    "rejected came comes turned became is",
);
// "failed with 3931", but not "a fax with 3 pages".
const ENDINGS = words(
  "failed fails fail failing ended ends exited finished completed aborted stopped rejected came " +
    "comes returned returns answered replied responded error errors status",
);
// Words that may stand between such a word and its number.
const LINKS = words(
  "is was are were be of number num nr no the a an it this that me us back to-be equals equal as " +
    "just now still only always again like value with",
);
// Words that say nothing about a fax; a query of these and a number is the number.
const FILLERS = words(
  "what whats what's is was are the a an and or of for from in on my our your we i you it this that does do " +
    "did mean means meant meaning why how please pls help explain about me us fax faxes number num nr no hi hello " +
    "thanks thank when which with to again still just only now says same id td tr th b i em strong code span p li " +
    "div pre tt kbd samp u font html body br https http www true false null var let const if case select where " +
    "minus plus between until through bis",
);
// A number before one of these counts something else.
const UNITS =
  /^\s?(?:%|(?:percent|pages?|pp|minutes?|mins?|hours?|hrs?|h|seconds?|secs?|ms|days?|weeks?|times?|tries|attempts?|retries|mb|kb|gb|bytes?|fax(?:es)?|credits?|eur|usd|euros?|dollars?|lines?|of \d+)\b)/i;
// Tags that only dress a number; any other tag names it, as <Status> does.
const DRESS = words("b i u p a em strong span code td th tr li div pre tt kbd samp font mark small h1 h2 h3 h4");

const NUMBER_WORDS = new Map(
  ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " + "fifteen sixteen seventeen eighteen nineteen")
    .split(" ")
    .map((word, value) => [word, value]),
);
"twenty thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, index) => NUMBER_WORDS.set(word, (index + 2) * 10));
const WORD_PATTERN = [...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join("|");
const NUMBER_WORD = new RegExp(`(?:${WORD_PATTERN})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?`, "i");
const MINUS_WORD = "(?:minus|negative|neg\\.?|moins|menos|meno)";
const MINUS_DIGITS = new RegExp(`(?<![\\p{L}-])${MINUS_WORD}(?:\\s+(?:sign|status|code|number))?[\\s-]*(?=\\d)`, "giu");
const MINUS_WORDS = new RegExp(`(?<![\\p{L}-])${MINUS_WORD}[\\s-]*(${NUMBER_WORD.source})(?![\\p{L}])`, "giu");
const ONLY_WORD = new RegExp(`^\\W*(?:(?:code|status|error)\\s+)?(${NUMBER_WORD.source})\\W*$`, "i");

// How much each sign that a number is the code in question counts for. A
// listed code outweighs any wording; wording decides among the rest.
const LISTED = 14;
const NAMED_STATUS = 12;
const NAMED = 10;
const NAMED_OTHERWISE = -12;
const STUCK = -4;
// 0 and 1 are codes, but also the commonest numbers in any text.
const SMALL = 10;
const LISTED_SMALL = 11;
const SMALL_ALONE = 2;

// How far around a number to read, and how much of a paste: a whole log
// belongs on the triage page.
const REACH = 160;
const LONGEST = 20000;

function spellOut(text) {
  const value = (spoken) =>
    spoken
      .toLowerCase()
      .split(/[ -]/)
      .reduce((sum, word) => sum + NUMBER_WORDS.get(word), 0);
  return text
    .replace(MINUS_WORDS, (_, spoken) => `-${value(spoken)}`)
    .replace(MINUS_DIGITS, "-")
    .replace(ONLY_WORD, (_, spoken) => String(value(spoken)));
}

// Dates, times, hosts, addresses of machines and mail hold digits that are never a code.
function maskOthers(text) {
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

function nameWeight(name) {
  const parts = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
  const last = parts[parts.length - 1] ?? "";
  if (STATUS_NAMES.test(last) || STATUS_NAMES.test(parts.join(""))) {
    // A prefix of an XML name space says nothing.
    const own = parts.every((part) => part.length < 4 || STATUS_NAMES.test(part) || STATUS_PARTS.has(part));
    return own ? NAMED_STATUS : NAMED;
  }
  if (parts.slice(0, -1).some((part) => STATUS_NAMES.test(part)) && STATUS_PARTS.has(last)) return NAMED_STATUS;
  if (NAMES.test(last)) return NAMED;
  return parts.length === 1 && VERBS.has(last) ? NAMED : 0;
}

// What the text before a number says of it.
function context(before) {
  let rest = before;
  let needsEnding = false;
  for (let step = 0; step < 5; step += 1) {
    const tag = /<([\p{L}][\p{L}\p{N}_.:-]*)[^<>]{0,300}>[\s"'*_`]*$/u.exec(rest);
    if (tag && !DRESS.has(tag[1].toLowerCase())) return nameWeight(tag[1]) || NAMED_OTHERWISE;
    if (tag) {
      rest = rest.slice(0, tag.index);
      continue;
    }
    const gap = /[\s"'`()[\]{}#*_~:=<>!\u2260|@\\/$,+?.-]*$/.exec(rest)[0];
    const word = /[\p{L}][\p{L}\p{N}_.:'-]*$/u.exec(rest.slice(0, rest.length - gap.length));
    if (!word) return 0;
    // What something is not: "status != 0".
    if (/!=|<>|\u2260/.test(gap)) return NAMED_OTHERWISE;
    const name = word[0].toLowerCase();
    // The number belongs to what stands before the comma or the sentence's end no more.
    if (/[,;.?!]\s/.test(gap)) return 0;
    const weight = needsEnding && !ENDINGS.has(name) ? 0 : nameWeight(word[0]);
    if (LINKS.has(name) && !(name === "no" && !/\s/.test(gap))) {
      if (name === "with") needsEnding = true;
      rest = rest.slice(0, word.index);
      if (rest.trim() === "") return weight;
      continue;
    }
    if (weight) return weight;
    return /[:=]/.test(gap) ? NAMED_OTHERWISE : 0;
  }
  return 0;
}

// How sure a minus is one: "sure", "maybe" (a dash could be meant) or "no".
function readSign(before) {
  const found = /(-+)(\s*)$/.exec(before);
  if (!found) return { sign: "no", rest: before.replace(/\+\s*$/, "") };
  const rest = before.slice(0, found.index);
  const previous = rest.slice(-1);
  if (/\d/.test(previous)) return { sign: "no", rest };
  if (/[\p{L}_]/u.test(previous)) return { sign: found[2] === "" ? "hyphen" : "maybe", rest };
  const loose = found[2] !== "" || found[1].length > 1;
  return { sign: loose ? "maybe" : "sure", rest };
}

const toNumber = (digits, negative) => {
  const value = Number(digits);
  return negative && value !== 0 ? -value : value;
};

// One chain of digits ("204,000", "39 31", "6000-6127", "3931.5") may be one
// number or several. Whatever is listed decides; then the look of the marks.
function readChain(text, negative, known, loose) {
  // A sheet of money writes 204.000,00 or 3931,00.
  const chain = text.replace(/^(\d+|\d{1,3}(?:[ .,']\d{3})+)(?:[.,]00|\.0)$/, "$1");
  const parts = chain.split(/[^0-9]/);
  const marks = chain.replace(/[0-9]/g, "");
  const sameMark = [...marks].every((mark) => mark === marks[0]);
  const grouped = sameMark && parts[0].length <= 3 && parts.slice(1).every((part) => part.length === 3);
  const joined = parts.join("");
  const isCode = (digits, minus) => known.isListed(toNumber(digits, minus));
  const whole = [{ digits: joined, negative }];
  if (marks === "" || (grouped && marks[0] !== "-" && isCode(joined, negative))) return whole;
  if (!marks.includes(".")) {
    if (parts.every((part, index) => isCode(part, negative && index === 0))) {
      return parts.map((digits, index) => ({ digits, negative: negative && index === 0 }));
    }
    if (sameMark && loose && isCode(joined, negative)) return whole;
    if (grouped && (/[,'_]/.test(marks) || (marks[0] === " " && loose))) return whole;
  }
  const groups = chain.split(/[^0-9.]/).map((text) => text.split("."));
  return (
    groups
      // Three numbers with points are a version or an address.
      .filter((group) => group.length <= 2)
      .map((group, index) => ({
        digits: group[0],
        negative: negative && index === 0,
        // A spreadsheet writes 3931.0 for 3931.
        decimal: group.length === 2 && /[1-9]/.test(group[1]),
      }))
  );
}

const onlyFillers = (text) =>
  text
    .replace(/<\/?([\p{L}][\p{L}\p{N}_.:-]*)[^<>]{0,300}>/gu, (_, name) => (DRESS.has(name.toLowerCase()) ? " " : ` ${name} `))
    .replace(/\d+/g, " ")
    .split(/[^\p{L}']+/u)
    .filter((word) => /\p{L}/u.test(word))
    .every((word) => FILLERS.has(word.toLowerCase()) || nameWeight(word) !== 0);

const LIST_GAP = /^["')\]}*_`]*\s*(?:[,;/&|+]|and|or|und|oder|et|ou|y|then|->|=>)?\s*["'([{*_`#]*[+-]?$/i;

function candidates(text, known, alone) {
  const found = [];
  const pattern = /\d+(?:[ .,'_-]\d+)*/g;
  let previousEnd = 0;
  let previousContext = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const { sign, rest } = readSign(text.slice(Math.max(0, start - REACH), start));
    const gap = text.slice(previousEnd, start);
    let weight = context(rest);
    if (found.length && LIST_GAP.test(gap) && previousContext > 0 && weight <= 0) weight = previousContext;
    const glued = sign !== "maybe" && /\p{L}$/u.test(rest);
    const after = text.slice(end, end + REACH);
    const counted = weight < NAMED_STATUS && UNITS.test(after);
    if (counted) weight = NAMED_OTHERWISE;
    const stuck = (glued && weight <= 0) || (/^\p{L}/u.test(after) && !counted);
    const loose = (alone || weight > 0) && !stuck;
    const read = (minus) => readChain(match[0], minus, known, loose);
    const listedIn = (items) => items.some((item) => !item.decimal && known.isListed(toNumber(item.digits, item.negative)));
    let items = read(sign === "sure");
    if (sign === "maybe" || (sign === "hyphen" && !stuck)) {
      // A dash that may be a minus is one where only that reading is listed.
      const minus = read(true);
      const plain = read(false);
      const first = text.slice(0, start).replace(/[-\s]/g, "") === "";
      items = listedIn(minus) || (first && !listedIn(plain)) ? minus : plain;
    }
    for (const item of items) found.push({ ...item, weight, stuck, counted });
    previousEnd = end;
    previousContext = weight;
  }
  return found;
}

function judge(item, known, alone) {
  const code = toNumber(item.digits, item.negative);
  const listed = !item.decimal && known.isListed(code);
  const plain = code < 0 || code >= SMALL;
  const fits = listed
    ? plain || ((alone || item.weight > 0) && !item.counted && !item.stuck)
    : !item.stuck && !item.counted && item.weight >= 0 && (alone || item.weight > 0 || item.negative);
  const asListed = plain || alone ? LISTED : item.weight > 0 ? LISTED_SMALL : SMALL_ALONE;
  const score = (listed ? asListed : 0) + item.weight + (item.stuck && item.weight <= 0 ? STUCK : 0);
  return { code, digits: item.digits, negative: item.negative, decimal: Boolean(item.decimal), listed, fits, score };
}

// 0xF5B, 1e3 and 2.05E+05 (what a spreadsheet makes of 205000) as whole queries.
function otherNotation(text) {
  const bare = /^[\s"'([{=#:]*([+-]?\s?(?:0x[0-9a-f]+|\d+(?:[.,]\d+)?e[+-]?\d+))[\s"')\]}.;,]*$/i.exec(text);
  if (!bare) return null;
  const negative = bare[1].startsWith("-");
  const value = Number(bare[1].replace(/^[+-]\s?/, "").replace(",", "."));
  const code = negative ? -value : value;
  return { type: "notation", text: bare[1], code: Number.isSafeInteger(code) ? code : null };
}

function range(text) {
  const found = /^\D*?(\d+)\s*(?:-|\.\.+|to|until|through|bis|(?<=between \d+ )and)\s*(\d+)\D*$/i.exec(text);
  if (!found || /-\s*$/.test(text.slice(0, text.search(/\d/)))) return null;
  const [from, to] = [Number(found[1]), Number(found[2])];
  return from < to && Number.isSafeInteger(to) ? { from, to } : null;
}

const leftWords = (text) =>
  text
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, " ")
    .replace(/[^\p{L}\p{M}\p{N}'.@-]+/gu, " ")
    .replace(/(?:^|\s)[-.']+|[-.']+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const unique = (list) => [...new Set(list)];

function unlisted(item, known, alone) {
  if (item.decimal) return { type: "decimal", digits: item.digits, negative: item.negative };
  if (!Number.isSafeInteger(item.code)) return { type: "huge", length: item.digits.replace(/^0+/, "").length };
  const text = String(item.code);
  if (known.begins(text).length) return { type: "prefix", digits: text, code: item.code, alone };
  return { type: "unlisted", code: item.code, alone };
}

function parse(text, given) {
  const known =
    typeof given === "function"
      ? { isListed: given, begins: () => [] }
      : { isListed: (code) => given.isListed(code), begins: (start) => given.begins(start) };
  const clean = spellOut(Normalise.normalise(String(text ?? "").slice(0, LONGEST))).trim();
  if (clean === "") return { type: "empty" };
  if (/^-+$/.test(clean)) return known.begins("-").length ? { type: "prefix", digits: "-", alone: true } : { type: "empty" };
  const notation = otherNotation(clean);
  if (notation) return notation;

  // Bookkeeping programs print the minus behind the number.
  const turned = /^(\d+)-$/.exec(clean);
  const masked = maskOthers(turned && known.isListed(-Number(turned[1])) ? `-${turned[1]}` : clean);
  const alone = onlyFillers(masked);
  const judged = candidates(masked, known, alone).map((item) => judge(item, known, alone));

  const span = alone ? range(masked) : null;
  const joinedSpan = span && judged.length === 1 && judged[0].listed;
  if (span && !joinedSpan) return { type: "range", ...span };

  const fitting = judged.filter((item) => item.fits);
  const listed = fitting.filter((item) => item.listed);
  if (listed.length) {
    const best = Math.max(...listed.map((item) => item.score));
    const doubt = fitting.find((item) => !item.listed && item.score > best);
    if (doubt) return unlisted(doubt, known, alone);
    const codes = unique(listed.filter((item) => item.score === best).map((item) => item.code));
    const others = unique(listed.map((item) => item.code)).filter((code) => !codes.includes(code));
    return codes.length === 1 ? { type: "code", code: codes[0], others, alone } : { type: "codes", codes, others };
  }
  const rest = fitting.sort((a, b) => b.score - a.score);
  const whole = rest.find((item) => !item.decimal) ?? rest[0];
  if (whole) return unlisted(whole, known, alone);
  const left = leftWords(clean);
  return left === "" ? { type: "empty" } : { type: "words", words: left };
}

export { parse };
