/* Free text: which number in a line is a fax status, which may be one, and which is none.
   The rule asks for a sign beside the number; it knows shapes and neighbours, not a list of sentences. */

import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";

// Shapes that are no lone number: they are blanked (same length) before the line is looked at.
const MONTH = "(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*\\.?";
// Shapes that contain words are searched for only where their mark stands in the line; they are costly otherwise.
const REQUEST = new RegExp(
  [
    '"?(?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS)\\s+\\S+\\s+HTTP\\/[\\d.]+"?(?:\\s+\\d{3})?(?:\\s+(?:\\d+|-))?',
    'HTTP\\/[\\d.]+"?\\s+\\d{3}\\b',
  ].join("|"),
  "gi",
);
const URL_SHAPE = /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>?]+/gi;
const MAIL_SHAPE = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
const HOST_PORT = /(?<![\w-])(?:localhost|[\w-]+(?:\.[\w-]+)+):\d{2,5}\b/gi;
const SHAPES = new RegExp(
  [
    // ids: UUIDs, hexadecimal
    "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b",
    "\\b0x[0-9a-f]+\\b",
    // dates and times
    "\\b\\d{4}[-\\/.]\\d{1,2}[-\\/.]\\d{1,2}(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)?(?:\\s?(?:Z\\b|[+-]\\d{2}:?\\d{2}\\b))?",
    "\\b\\d{1,2}[\\/.-]\\d{1,2}[\\/.-](?:\\d{4}|\\d{2})\\b(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2})?)?",
    "\\b\\d{1,2}\\.?[ -]" + MONTH + "(?:[ -,]+\\d{2,4})?\\b",
    "\\b" + MONTH + "\\s+\\d{1,2}\\b(?:st|nd|rd|th)?(?:,?\\s+\\d{4}\\b)?",
    "\\b\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\b(?:\\s?[ap]\\.?m\\b)?(?:\\s?[+-]\\d{2}:?\\d{2}\\b)?",
    // network addresses
    "\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?(?:\\/\\d+)?\\b",
    "\\b[0-9a-f]{1,4}(?:::?[0-9a-f]{1,4}){3,}\\b",
    // telephone numbers
    "\\+\\s?\\d[\\d\\s().\\/-]{4,}\\d",
    "\\(0\\d{1,5}\\)\\s*\\d[\\d \\/-]{2,}\\d|\\([2-9]\\d{2}\\)\\s?\\d{3}[\\s.-]\\d{4}\\b",
    "(?<![\\w-])(?:1[-. ])?\\d{3}[-.]\\d{3}[-.]\\d{4}\\b|(?<![\\w-])\\d{3}[- ]\\d{3}[- ]\\d{4}\\b|(?<![\\w-])\\d{3}-\\d{4}\\b",
    "(?<![\\w-])0\\d{1,5}[ \\/-]\\d{2,}(?:[ -]\\d{2,})*",
    // money, percent, versions and other decimals (but not 204,000)
    "[$€£]\\s?\\d[\\d.,]*|\\b\\d[\\d.,]*\\s?(?:€|£|\\$|EUR|USD|GBP|CHF)(?!\\w)|\\b\\d+(?:[.,]\\d+)?\\s?%",
    "\\bv?\\d+(?:\\.\\d+){2,}\\b|\\bv\\d+(?:\\.\\d+)*\\b|\\b\\d+\\.(?!\\d{3}(?![\\d.]))\\d+\\b",
  ].join("|"),
  "gi",
);

function mask(line) {
  let s = line;
  if (s.includes("HTTP/")) s = s.replace(REQUEST, blank);
  if (s.includes("://")) s = s.replace(URL_SHAPE, blank);
  if (s.includes("@")) s = s.replace(MAIL_SHAPE, blank);
  if (/\w:\d/.test(s)) s = s.replace(HOST_PORT, blank);
  return s.replace(SHAPES, blank);
}

const NUMBER = /-?\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)|-?\d+/g;

// Words that may stand between the label and its number.
const BRIDGE = new Set(
  "is was are of der des du de la del with value reads now currently remains still equals returned returns got the a an code number no nr num reason result in set to became becomes from changed reported reports received has been as ist war lautet nummer und and or fax".split(
    " ",
  ),
);
const NUMBER_WORD = new Set("number no nr num nummer id".split(" "));
const WEAK = new Set(
  "error errors err errorcode errcode code codes kode fault failure failed fail fails reason result results cause disposition fehler fehlercode fehlernummer erreur codigo response outcome undelivered rejected because".split(
    " ",
  ),
);
const NEVER_BEFORE = new Set(
  "page pages seite seiten port ports pid tid id ids txid transaction transactionid job jobid duration took line lines row rows attempt attempts try retry retries units unit priority cost price amount total size invoice order ticket case ref reference version tel telephone phone mobile ext extension room year count queue timeout length thread tty http https smtp imap exit signal step item items file record records build number to after for every per within about over under than at by approx ca ab pin box plz zip".split(
    " ",
  ),
);
// What else has a code that says how something ended; every other noun makes "… code" a name: area code, order code.
const TELLING = new Set(
  "send sent return ret response resp call message msg server system service old previous prev former initial provider".split(" "),
);
// "The fax ended with 3931"; "ended 3931" may be anything.
const ENDED = new Set("ended finished completed terminated stopped came closed answered beendet endete abgebrochen".split(" "));
// "Status der Sendung: 3931": a few words between the noun and its colon.
const STATUS_OF = /(?:^|[^\p{L}\p{N}_])(?:fax[ -]?)?stat(?:us|ut|o)((?:\s+\p{L}{2,20}){1,4})\s*[:=]\s*["'(]*$/iu;
const FAXISH = /fax|transmi|(?<!http[ _-]?)status|undeliver|interfax|csid|sendefehler|übertragung/i;
const FAX_WORD = /fax(?!\.log)/i;
const HTTPISH =
  /\bhttps?\b|\b(?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS)\s+\S*\/|user-?agent|\bcurl\b|\bnginx\b|\burl[=:]|\b(?:method|path)=|\bforbidden\b|\bunauthori[sz]ed\b|\bnot found\b|\bbad gateway\b/i;
const EXIT = /\bexit(?:ed|s)?\b|\bsystemd\b|\bexit[_ ](?:code|status)\b/i;

function blank(match) {
  return "x".repeat(match.length);
}

function isLetter(c) {
  return c <= "\u007f" ? /[A-Za-z]/.test(c) : /\p{L}/u.test(c);
}

/* Where the last word of a text begins (-1: it does not end in a word). A scan from the end: a regular expression that
   is anchored there tries every start. */
function lastWordAt(s, letterOnly) {
  let at = s.length;
  let first = -1;
  while (at > 0 && s.length - at < 60) {
    const c = s[at - 1];
    if (isLetter(c) || (c === "_" && !letterOnly)) first = at - 1;
    else if (letterOnly || !/[\p{N}.-]/u.test(c)) break;
    at--;
  }
  return first;
}

/* The label that the number hangs on: walks left over separators, markup and bridge words.
   -> { kind: 'status' | 'weak' | 'fax' | 'never' | 'other' | '', fax: boolean, arrow: boolean } */
function labelBefore(left, previousLabel) {
  let rest = left;
  let bridges = 0;
  let sawCode = false,
    sawNumber = false,
    sawTo = false,
    sawWith = false,
    crossedNumber = false;
  for (;;) {
    // An opening tag right before the number is its label: <Status xsi:type="int">3931
    const tag = rest.trimEnd().endsWith(">") ? /<([\p{L}_][\p{L}\p{N}_:.-]*)(?:\s[^<>]*)?>\s*$/u.exec(rest) : null;
    if (tag && !/^(?:td|th|b|strong|span|font|p|div|tr|br|em|i|dd|dt|li|code|big)$/i.test(tag[1])) return named(tag[1], "");
    const shorter = rest.replace(/(?:<\/?[\p{L}][^<>]*>|[\s"'`*_:=#>[({|~<\\→]|[-=]+>|&gt;|(?<=\s)[-–—](?=\s|$)|-(?=$)|,(?=\s*$))+$/u, "");
    const between = rest.slice(shorter.length);
    rest = shorter;
    if (rest === "") break;
    if (/[,]/.test(between) && bridges === 0 && !/["'\s]*,?["'\s]*$/.test(between)) break;
    // "status changed from -3 to 3931": the earlier number is stepped over.
    if (sawTo || /->|=>|→/.test(between)) {
      const earlier = /-?\d+$/.exec(rest);
      if (earlier) {
        rest = rest.slice(0, earlier.index);
        crossedNumber = true;
        sawTo = false;
        continue;
      }
    }
    const wordAt = lastWordAt(rest, false);
    if (wordAt < 0) return kind(sawCode ? "weak" : "", false);
    const word = rest.slice(wordAt).replace(/^[-_.]+|[-_.]+$/g, "");
    const lower = word.toLowerCase();
    if (lower === "fax" && bridges > 0 && !sawNumber && !sawTo) return kind(sawCode ? "weakfax" : "fax", true);
    if (BRIDGE.has(lower) && lower !== "fax" && bridges < 5) {
      // "to 3931" is where a fax goes, unless a status changed to it.
      bridges++;
      if (lower === "code" || lower === "codes" || lower === "kode" || lower === "reason" || lower === "result") sawCode = true;
      if (NUMBER_WORD.has(lower)) sawNumber = true;
      if (lower === "to") sawTo = true;
      if (lower === "with") sawWith = true;
      rest = rest.slice(0, wordAt);
      continue;
    }
    const before = rest.slice(0, wordAt);
    const labelled = named(word, before);
    if (sawWith && ENDED.has(lower)) return kind("weak", /\bfax/i.test(before));
    if (sawCode && Fields.OTHER.has(lower) && !WEAK.has(lower) && !TELLING.has(lower)) return kind("never", false);
    // "order status code": the status is known to be of something else.
    if (sawCode && labelled.kind === "never" && Fields.STATUS.has(lower)) return labelled;
    if (sawTo && labelled.kind === "fax") return kind("never", false);
    if (labelled.kind === "fax" && sawNumber) return kind("never", false);
    if (sawCode && labelled.kind === "fax") return kind("weak", true);
    if ((labelled.kind === "other" || labelled.kind === "") && sawCode) return kind("weak", false);
    if (labelled.kind === "never" && sawCode && !Fields.OTHER.has(lower)) return kind("weak", false);
    if (sawTo && !crossedNumber && labelled.kind !== "status") return kind("never", false);
    if (sawNumber && labelled.kind !== "status" && labelled.kind !== "weak") return kind("never", false);
    return labelled;
  }
  // Nothing before it on the line: a label alone on the line above counts.
  if (sawCode) return kind("weak", false);
  if (bridges === 0 && previousLabel) return named(previousLabel, "");
  return kind("", false);

  function named(word, before) {
    const lower = word.toLowerCase();
    const trimmed = before.slice(-60).replace(/[\s_./-]+$/, "");
    const previousAt = lastWordAt(trimmed, true);
    const previous = previousAt < 0 ? "" : trimmed.slice(previousAt).toLowerCase();
    if (lower === "fax" || lower === "faxes") return kind("fax", true);
    const c = Fields.classify(word);
    if (c.rank === 1) return kind("status", true);
    if (c.rank === 2 || Fields.STATUS.has(lower)) {
      if (Fields.OTHER.has(previous)) return kind("never", false);
      return kind("status", previous === "fax" || /fax/i.test(word));
    }
    if (c.rank === -1 || NEVER_BEFORE.has(lower)) {
      if (WEAK.has(lower)) return kind("weak", false);
      return kind("never", false);
    }
    if (WEAK.has(lower) || c.rank === 3 || c.rank === 4) {
      if (Fields.OTHER.has(previous) && previous !== "send" && previous !== "sent") return kind("never", false);
      return kind("weak", previous === "fax" || /fax/i.test(word));
    }
    return kind("other", false);
  }

  function kind(name, fax) {
    if (name === "weakfax") return { kind: "weak", fax: true };
    return { kind: name, fax: fax };
  }
}

function httpLike(code) {
  return code >= 100 && code <= 599;
}

/* Does the vendor's own label of this code stand right before or right after the number? */
function besideItsLabel(code, left, right, catalogue) {
  const labels = catalogue.quotedLabels(code);
  const before = left.toLowerCase().replace(/[\s"'`*_:=#>[({|,.;–—-]+$/, "");
  if (
    labels.some(function (label) {
      return before.endsWith(label);
    })
  )
    return true;
  const after = right.toLowerCase().replace(/^[\s"'`*_:=([\])}|,.;–—>-]+/, "");
  return labels.some(function (label) {
    return after.startsWith(label);
  });
}

/* The field that the number stands in, where text of a known shape tells: "csid": "Fax 6017", <CSID>Fax 6017, Contact: 8010 */
function fieldAround(left) {
  const m =
    /["']([\w.-]{1,60})["']\s*[:=]\s*["'][^"']*$/.exec(left) ||
    /\b([\w.-]{1,60})\s*=\s*["'][^"']*$/.exec(left) ||
    /<([\w:.-]{1,60})(?:\s[^<>]*)?>[^<>]*$/.exec(left) ||
    /^[\s>*]*(\p{L}[\p{L}\p{N} _-]{1,30}?)\s*[:=](?:\s[^=]*|)$/u.exec(left);
  return m ? m[1] : "";
}

/* The verdict on one number. -> 'sure', 'maybe' or '' */
function judge(code, digits, left, right, line, catalogue, previousLabel) {
  const listed = catalogue.isListed(code);
  const large = Math.abs(code) >= 1000;
  const label = labelBefore(left, previousLabel);
  const own = listed && besideItsLabel(code, left, right, catalogue);
  const faxHere = label.fax || FAX_WORD.test(left + " " + right);

  const of = label.kind === "other" && (listed || code < 0) ? STATUS_OF.exec(left) : null;
  if (
    of &&
    !of[1]
      .toLowerCase()
      .split(/\s+/)
      .some((word) => Fields.OTHER.has(word) || NEVER_BEFORE.has(word))
  )
    return "sure";
  if (label.kind === "never") return own && large ? "sure" : "";
  if (EXIT.test(line) && !large) return "";

  if (label.kind === "status") {
    if (listed && httpLike(code) && !label.fax && !faxHere && HTTPISH.test(line)) return "maybe";
    if (listed || code < 0) return "sure";
    if (digits > 6) return "";
    if (httpLike(code)) return label.fax ? "sure" : faxHere && !HTTPISH.test(line) ? "maybe" : "";
    if (digits >= 4) return "sure";
    return label.fax ? "sure" : "maybe";
  }
  const field = fieldAround(left);
  // "Result code: 3931" on a line is a label; as a field of an answer it is the call's.
  if (field && label.kind !== "weak" && Fields.classify(field).rank === -1) {
    // A subject may quote a status, but it may quote anything.
    return /subject/i.test(field) && listed && (large || code < 0) ? (own ? "sure" : "maybe") : "";
  }
  if (own && (large || code >= 256 || code < 0 || faxHere)) return "sure";
  if (label.kind === "weak") {
    const context = label.fax || FAXISH.test(line);
    if (listed && (large || code < 0)) return "sure";
    if (listed && code >= 256 && code !== 403) return "sure";
    if (listed) return context && !(code === 403 && HTTPISH.test(line) && !label.fax) ? "sure" : "maybe";
    if (code < 0) return label.fax || faxHere ? "sure" : "maybe";
    if (digits >= 4 && digits <= 6 && (label.fax || faxHere)) return "sure";
    return "";
  }
  if (label.kind === "fax") return listed ? (large ? "sure" : "maybe") : "";

  const bracketed = /[\p{L}.!]\s*[([]\s*$/u.test(left) && /^\s*[)\]]/.test(right);
  if (bracketed && listed) {
    // sshd[3931] and "W/Fax( 3931):" are processes, "Busy (3931)" a status.
    const glued = /[\p{L}\p{N}][[(]\s*$/u.test(left);
    if (!glued && large) return "sure";
    if (!glued && (FAXISH.test(line) || /busy|fail|error|reject|cancel|no answer|sent/i.test(line))) return "sure";
    if (glued) return "";
  }
  const alone = /^[\s"'`*•([#>|-]*$/.test(left) && /^[\s"'`*)\].,;|]*$/.test(right);
  if (alone && listed && large) return "sure";
  if (listed && (large || code < 0)) return "maybe";
  if (listed && code >= 256 && FAX_WORD.test(line)) return "maybe";
  return "";
}

/* Most lines of most logs hold no figure that could be a status; that is told before anything costly is done. */
const SIGN =
  /stat|code|kode|err|fail|fault|fehler|fax|reason|result|cause|zustand|outcome|respon|reject|undeliver|minus|negativ|moins|because/i;
function worthReading(line, catalogue) {
  if (SIGN.test(line)) return true;
  for (const raw of line.match(/\d+/g) || []) {
    if (raw.length > 7) continue;
    const n = Number(raw);
    if ((n >= 256 && catalogue.isListed(n)) || (n > 0 && catalogue.isListed(-n)) || raw.length <= 3) {
      if (n >= 256 || line.includes("-" + raw)) return true;
    }
  }
  return /\d[.,]\d{3}/.test(line);
}

/* Finds in one line (already plain). -> [{ offset, length, code, sure, why }] */
function findInLine(line, catalogue, previousLabel) {
  const finds = [];
  if (line.length > 20000 || !/\d/.test(line)) return finds;
  if (!worthReading(line, catalogue)) return finds;
  const masked = mask(line);
  let last = null;
  NUMBER.lastIndex = 0;
  for (let m = NUMBER.exec(masked); m; m = NUMBER.exec(masked)) {
    let raw = m[0];
    let at = m.index;
    const grouped = /[.,]/.test(raw);
    if (grouped && !catalogue.isListed(Number(raw.replace(/[.,]/g, "")))) {
      NUMBER.lastIndex = at + raw.search(/[.,]/) + 1;
      raw = raw.slice(0, raw.search(/[.,]/));
      if (masked[at + raw.length] === ".") continue;
    }
    const digits = raw.replace(/\D/g, "").length;
    if (digits > 7) continue;
    const p = masked[at - 1] || "";
    const pp = masked[at - 2] || "";
    const end = at + raw.length;
    const n = masked[end] || "";
    const nn = masked[end + 1] || "";
    let code = Number(raw.replace(/[.,]/g, ""));
    if (code === 0) code = 0;
    if (raw[0] === "-" && p && /[\p{L}\d_)]/u.test(p)) {
      // A hyphen after a digit joins an id or a telephone number; after a word it is a separator or a minus.
      if (/\d/.test(p)) continue;
      if (!catalogue.isListed(code) && catalogue.isListed(-code)) {
        raw = raw.slice(1);
        at++;
        code = -code;
      } else if (!catalogue.isListed(code)) continue;
      if (!/(?:status|code|error|err)-?$/i.test(masked.slice(0, at))) continue;
    } else if (/[\p{L}\d_+$€£@/\\%]/u.test(p)) {
      if (!/(?:^|[^\p{L}])(?:status|code|error)$/iu.test(masked.slice(0, at))) continue;
    } else if ((p === "." || p === "," || p === ":") && /\d/.test(pp)) {
      if (p !== ",") continue;
    } else if (p === "#" && pp === "&") continue;
    // "minus 22" in words
    const inWords = /\b(?:minus|negative|moins)\s+$/i.exec(masked.slice(0, at));
    let left = masked.slice(0, at);
    if (inWords && code > 0) {
      code = -code;
      left = left.slice(0, inWords.index);
    }
    if (/[\p{L}\d_%°€$£@]/u.test(n)) continue;
    if ((n === "." || n === ":" || n === "-") && /[\d\p{L}]/u.test(nn)) {
      if (/\d/.test(nn) || n !== "-") {
        if (!(n === ":" && /\p{L}/u.test(nn))) continue;
      }
    }
    if (n === "/" && /[\p{L}\d]/u.test(nn)) continue;
    const right = masked.slice(end);
    // "0 pages" counts pages; in "status 0 pages 263" the word belongs to the next number.
    const unit = Numbers.UNIT.test(right) && !/^\s*\p{L}+\s*[:=]?\s*\d/u.test(right);
    if (unit || /^\s*(?:s|h|px|fps|st|nd|rd|th)\b(?!')/i.test(right)) continue;
    // The first half of "-3 -> 3931" is over already.
    if (
      /^["')\]\s]*(?:->|=>|→|-->)\s*["'(]*-?\d/.test(right) ||
      (/\bfrom\s+["'(]*$/i.test(left) && /^["')\s]*\s(?:to|into)\s+["'(]*-?\d/i.test(right))
    )
      continue;
    let verdict = judge(code, digits, left.slice(-160), right.slice(0, 160), line, catalogue, previousLabel);
    // "codes 3931, 6017 and 0": the next one hangs on the same label.
    if (
      verdict !== "sure" &&
      last &&
      last.label &&
      catalogue.isListed(code) &&
      /^["')\]]*\s*(?:\([^()]{0,20}\)\s*)?(?:,|;|\/|&|\||and|or|und|,\s*and)\s*["'([]*$/i.test(masked.slice(last.end, at))
    ) {
      verdict = "sure";
    } else if (verdict === "maybe" && (/\d\s$/.test(left) || /^\s\d/.test(right)) && labelBefore(left.slice(-160), "").kind === "") {
      // A row of bare figures.
      verdict = "";
    }
    if (!verdict) {
      last = null;
      continue;
    }
    const start = inWords && code < 0 ? inWords.index : at;
    const kind = labelBefore(left.slice(-160), previousLabel).kind;
    const find = { offset: start, length: end - start, code: code, sure: verdict === "sure", weak: kind === "fax" };
    finds.push(find);
    last = { end: end, label: verdict === "sure" };
  }
  // "Fax 3931 failed with status 6017": the word fax alone yields to a better sign on the same line.
  if (
    finds.some(function (f) {
      return f.sure && !f.weak;
    })
  ) {
    for (const f of finds) if (f.weak) f.sure = false;
  }
  return finds;
}

/* The transaction that a line speaks of, if it says so. */
const ID =
  /(?:\btransaction[\s_-]*(?:id|no\.?|nr\.?|number|#)?|\btx(?:n|_?id)?|\bfax[\s_-]*id|\bvorgang(?:snummer)?)["'>\s]*[:=#]?["'\s]*([A-Za-z]*-?\d[\w-]{2,39})/i;
const FAX_ID = /\bfax\s+#?(\d{6,20})\b/i;
const PLAIN_ID = /(?:^|[\s,;{["'(<])id["'>\s]*[:=#]["'\s]*([\w-]{4,40})/i;
function idInLine(line) {
  const m = ID.exec(line) || FAX_ID.exec(line) || PLAIN_ID.exec(line);
  return m ? m[1] : "";
}

/* A line that is nothing but a status label ("Status", "Fax status:"). */
function labelAlone(line) {
  const s = line
    .trim()
    .replace(/[:=*_\s]+$/, "")
    .replace(/^[*_\s]+/, "");
  if (!s || s.length > 30 || /\d/.test(s)) return "";
  const rank = Fields.classify(s).rank;
  return rank === 1 || rank === 2 ? s : "";
}

export { findInLine, idInLine, labelAlone, httpLike };
