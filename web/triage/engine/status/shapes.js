/* Shapes in a line that are no lone number: they are blanked before the line is looked at. */

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

/** Shapes of figures, by what they are; in one expression, the first that fits counts. */
const FIGURES = {
  ids: ["\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "\\b0x[0-9a-f]+\\b"],
  datesAndTimes: [
    "\\b\\d{4}[-\\/.]\\d{1,2}[-\\/.]\\d{1,2}(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)?(?:\\s?(?:Z\\b|[+-]\\d{2}:?\\d{2}\\b))?",
    "\\b\\d{1,2}[\\/.-]\\d{1,2}[\\/.-](?:\\d{4}|\\d{2})\\b(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2})?)?",
    "\\b\\d{1,2}\\.?[ -]" + MONTH + "(?:[ -,]+\\d{2,4})?\\b",
    "\\b" + MONTH + "\\s+\\d{1,2}\\b(?:st|nd|rd|th)?(?:,?\\s+\\d{4}\\b)?",
    "\\b\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\b(?:\\s?[ap]\\.?m\\b)?(?:\\s?[+-]\\d{2}:?\\d{2}\\b)?",
  ],
  networkAddresses: ["\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?(?:\\/\\d+)?\\b", "\\b[0-9a-f]{1,4}(?:::?[0-9a-f]{1,4}){3,}\\b"],
  telephoneNumbers: [
    "\\+\\s?\\d[\\d\\s().\\/-]{4,}\\d",
    "\\(0\\d{1,5}\\)\\s*\\d[\\d \\/-]{2,}\\d|\\([2-9]\\d{2}\\)\\s?\\d{3}[\\s.-]\\d{4}\\b",
    "(?<![\\w-])(?:1[-. ])?\\d{3}[-.]\\d{3}[-.]\\d{4}\\b|(?<![\\w-])\\d{3}[- ]\\d{3}[- ]\\d{4}\\b|(?<![\\w-])\\d{3}-\\d{4}\\b",
    "(?<![\\w-])0\\d{1,5}[ \\/-]\\d{2,}(?:[ -]\\d{2,})*",
  ],
  databaseErrors: ["\\bERROR \\d{1,4} \\(\\w{5}\\)", "\\b(?:ORA|TNS|PLS|SQL)-\\d{4,5}\\b"], // ERROR 1045 (28000), ORA-06017
  // RightFax writes line status and fax status as 316;0 or 349:0;16.
  pairsOfStatuses: ["(?<![;\\d-])\\d{1,3}(?::\\d{1,2})?;\\d{1,3}(?![;\\d])"],
  // Money, percent, versions and other decimals (but not 204,000).
  decimals: [
    "[$€£]\\s?\\d[\\d.,]*|\\b\\d[\\d.,]*\\s?(?:€|£|\\$|EUR|USD|GBP|CHF)(?!\\w)|\\b\\d+(?:[.,]\\d+)?\\s?%",
    "\\bv?\\d+(?:\\.\\d+){2,}\\b|\\bv\\d+(?:\\.\\d+)*\\b|\\b\\d+\\.(?!\\d{3}(?![\\d.]))\\d+\\b",
  ],
};
const FIGURE = new RegExp(Object.values(FIGURES).flat().join("|"), "gi");

/** @param {string} found */
const blanked = (found) => "x".repeat(found.length);

/**
 * The line in the same length, the shapes in it replaced by letters.
 * @param {string} line
 */
export function mask(line) {
  let masked = line;
  if (masked.includes("HTTP/")) masked = masked.replace(REQUEST, blanked);
  if (masked.includes("://")) masked = masked.replace(URL_SHAPE, blanked);
  if (masked.includes("@")) masked = masked.replace(MAIL_SHAPE, blanked);
  if (/\w:\d/.test(masked)) masked = masked.replace(HOST_PORT, blanked);
  return masked.replace(FIGURE, blanked);
}
