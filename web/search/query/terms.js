// The names and messages of fax protocols and fax boards. No source says which status they lead to, so a text that holds
// one is answered by what speaks of that very term, or by nothing: its other words must not lead to a code.

// Signals that are also ordinary words or the beginnings of such: only in capitals.
const CAPITALS = "CED|CIG|CNG|CRP|CSI|CTC|CTR|DIS|EOR|PIN|PIP|PPS|RNR|RR|TSI";
const SIGNALS = "comrec|rsprec|dcn|dcs|dtc|eom|eop|mps|mcf|rtn|rtp|cfr|ftt|tcf|ppr|(?:pri|pps)-\\w{2,4}|nsf|nsc|nss|ecm|hdlc";
const STANDARDS = "t\\.?(?:4|6|30|37|38)|v\\.?(?:8|17|21|27|29|33|34)(?:\\s?(?:bis|ter))?|g\\.?(?:711|726|729)";
const MESSAGES =
  "phase\\s+[a-e]|invalid\\s+(?:command|response)|error\\s+correction|loop\\s+current|dial\\s*tone|(?:re-?)?training|retrain|" +
  "(?:failed|failure)\\s+to\\s+train|t[0-5]\\s+time(?:r|out|d\\s+out)|modem|kill\\s+time|dial(?:l?ing)?\\s+command|scan\\s+lines|ring\\s+detect|fallback|crc|" +
  "carrier\\s+lost|lost\\s+carrier|loss\\s+of\\s+carrier";

const ANY_CASE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SIGNALS}|${STANDARDS}|${MESSAGES})(?![\\p{L}\\p{N}])`, "giu");
const IN_CAPITALS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CAPITALS})(?![\\p{L}\\p{N}])`, "gu");

/**
 * The terms in a text.
 * @param {string} text
 * @returns {string[]}
 */
export const termsIn = (text) => [ANY_CASE, IN_CAPITALS].flatMap((pattern) => text.match(pattern) ?? []);

const CONSONANTS = /^[bcdfghjklmnpqrstvwxz]{2,}$/;
const SHORT_CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;

/**
 * The abbreviations of a text that their capitals tell, in small letters.
 * @param {string} text
 * @returns {Set<string>}
 */
export function inCapitals(text) {
  // Somebody who types all in capitals abbreviates nothing.
  const telling = !/\p{L}\P{L}+\p{L}/u.test(text) || /\p{Ll}/u.test(text);
  return new Set(telling ? (text.match(SHORT_CAPITALS) ?? []).map((word) => word.toLowerCase()) : []);
}

/**
 * Whether a word is an abbreviation by its letters.
 * @param {string} word in small letters
 */
export const isAbbreviation = (word) => CONSONANTS.test(word);
