/* Messages as Gmail's API gives them, in JSON with their bodies in base64url: as e-mails. */

/** @typedef {{ mimeType?: unknown, headers?: unknown, parts?: unknown, body?: unknown }} Part */

const MAX_DEPTH = 6;
const SHOWN = new Set(["from", "subject", "date"]);
const BASE64URL = /^[\w-]{24,}={0,2}$/;
const LONGEST = 16 * 1024 * 1024; // characters

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {string} data */
const base64 = (data) => data.replace(/-/g, "+").replace(/_/g, "/");

/** @param {unknown} headers */
const headersOf = (headers) =>
  (Array.isArray(headers) ? headers : [])
    .filter((header) => isObject(header) && SHOWN.has(String(header.name).toLowerCase()))
    .map(({ name, value }) => `${name}: ${String(value).replace(/\s+/g, " ")}\n`)
    .join("");

/**
 * @param {Part} part
 * @param {string} place tells its boundary from those of others
 * @returns {string}
 */
function partOf({ mimeType, headers, parts, body }, place) {
  const top = headersOf(headers);
  if (Array.isArray(parts) && parts.length && place.length < MAX_DEPTH) {
    const boundary = `part${place}`;
    const inner = parts.filter(isObject).map((part, at) => `--${boundary}\n${partOf(part, `${place}${at % 10}`)}\n`);
    return `${top}Content-Type: ${mimeType}; boundary="${boundary}"\n\n${inner.join("")}--${boundary}--\n`;
  }
  const data = isObject(body) && typeof body.data === "string" ? base64(body.data) : "";
  return `${top}Content-Type: ${mimeType}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${data}\n`;
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {string[]}
 */
function mailsIn(value, depth) {
  if (depth > MAX_DEPTH || value === null || typeof value !== "object") return [];
  const { payload, raw } = /** @type {Record<string, unknown>} */ (value);
  if (isObject(payload) && typeof payload.mimeType === "string") return [partOf(payload, "0")];
  if (typeof raw === "string" && BASE64URL.test(raw)) {
    try {
      return [atob(base64(raw)).replace(/\r\n/g, "\n")];
    } catch {
      return [];
    }
  }
  return Object.values(value).flatMap((inner) => mailsIn(inner, depth + 1));
}

/**
 * The messages in a text of JSON, none where it is no such answer.
 * @param {string} text
 */
export function mailsOf(text) {
  if (text.length > LONGEST || !/"(?:payload|raw)"\s*:/.test(text)) return [];
  try {
    return mailsIn(JSON.parse(text), 0);
  } catch {
    return [];
  }
}
