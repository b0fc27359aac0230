/* E-mails: headers, body, MIME parts (quoted-printable, base64); the parts are read by whoever can. */

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Parts} Parts */
/** @typedef {import("./types").ReadAny} ReadAny */
/** @typedef {import("./types").Section} Section */
/**
 * @template T
 * @typedef {import("./types").Work<T>} Work
 */
/** @typedef {Record<string, string>} Headers names in small letters */

const HEADER =
  /^(?:From|To|Cc|Subject|Date|Sent|Reply-To|Return-Path|Received|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|Delivered-To|X-[\w-]+|Von|An|Betreff|Gesendet|Datum)[ \t]*:/i;
const ENCODED_WORD = /=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi;
const MAX_DEPTH = 6;
// The mail system's own report and pictures say nothing about a fax.
const SILENT = /^(?:message\/delivery-status|(?:image|audio|video|font)\/)/;
const UNREADABLE = /^application\/(?!xml|json|csv|octet-stream|vnd\.ms-excel|x-www-form-urlencoded|soap)/;

/** @returns {Parts} */
const nothing = () => ({ sections: [], notes: [] });

/** @param {string} text */
export function isMail(text) {
  const lines = text
    .slice(0, 8000)
    .replace(/^\s*\n/, "")
    .split("\n");
  if (/^From \S+ .*\d{4}$/.test(lines[0] || "")) lines.shift();
  let known = 0;
  for (let i = 0; i < Math.min(lines.length, 60); i++) {
    if (lines[i].trim() === "") break;
    if (HEADER.test(lines[i])) known++;
    else if (i === 0 && !/^[\w-]+:/.test(lines[i])) return false;
  }
  return known >= 2;
}

/**
 * A header in which words are encoded (RFC 2047): =?utf-8?Q?Status_=E2=88=9222?=
 * @param {string} header
 */
function decodeWords(header) {
  return header.replace(/\?=\s+=\?/g, "?==?").replace(ENCODED_WORD, (whole, charset, method, text) => {
    if (/q/i.test(method)) return quotedPrintable(text.replace(/_/g, " "), charset);
    try {
      return bytesToText(atob(text), charset);
    } catch {
      return whole;
    }
  });
}

/** @param {string} text */
function split(text) {
  const start = text.replace(/^\s*\n/, "").replace(/^From \S+ .*\d{4}\n/, "");
  const blank = /\n[ \t]*\n/.exec(start);
  const head = blank ? start.slice(0, blank.index) : start;
  const body = blank ? start.slice(blank.index + blank[0].length) : "";
  /** @type {Headers} */
  const headers = {};
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name && !(name.toLowerCase() in headers)) headers[name.toLowerCase()] = decodeWords(value);
  }
  return { headers, body };
}

/**
 * @param {string} binary
 * @param {string} charset
 */
function bytesToText(binary, charset) {
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0) & 255);
  try {
    return new TextDecoder(charset || "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("utf-8").decode(bytes);
  }
}

/**
 * @param {string} body
 * @param {string} charset
 */
function quotedPrintable(body, charset) {
  // A body that was pasted from a viewer may hold decoded characters already; those stay.
  const soft = body.replace(/=[ \t]*\n/g, "");
  return soft.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const binary = run.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return bytesToText(binary, charset);
  });
}

/**
 * @param {string} body
 * @param {Headers} headers
 */
function decodeBody(body, headers) {
  const encoding = (headers["content-transfer-encoding"] || "").trim().toLowerCase();
  const charset = (/charset="?([\w-]+)/i.exec(headers["content-type"] || "") || ["", "utf-8"])[1];
  let text = body;
  if (encoding === "quoted-printable") text = quotedPrintable(body, charset);
  else if (encoding === "base64") {
    try {
      text = bytesToText(atob(body.replace(/[^A-Za-z0-9+/=]/g, "")), charset);
    } catch {
      return "";
    }
  }
  return text.replace(/\r\n?/g, "\n").replace(/^\ufeff/, "");
}

/**
 * @param {string} body
 * @param {string} boundary
 */
function partsOf(body, boundary) {
  const parts = [];
  const between = `--${boundary}`;
  const last = `--${boundary}--`;
  let at = -1;
  const lines = body.split("\n");
  for (const [i, untrimmed] of lines.entries()) {
    const line = untrimmed.trimEnd();
    if (line !== between && line !== last) continue;
    if (at >= 0) parts.push(lines.slice(at, i).join("\n"));
    at = i + 1;
    if (line.endsWith("--") && line !== between) return parts;
  }
  if (at >= 0) parts.push(lines.slice(at).join("\n"));
  return parts;
}

/** @param {Section} section */
function findsIn(section) {
  if (section.type === "text") return section.finds.filter((find) => find.sure).length;
  return section.statusColumn >= 0 ? section.rows.length : 0;
}

/** @param {Section[]} sections */
const countFinds = (sections) => sections.reduce((n, section) => n + findsIn(section), 0);

/**
 * @param {Headers} headers
 * @param {string} body
 * @param {Catalogue} catalogue
 * @param {ReadAny} readAny
 * @param {number} depth
 * @returns {Work<Parts>}
 */
function* readMultipart(headers, body, catalogue, readAny, depth) {
  const type = headers["content-type"];
  const boundary = /boundary="([^"]+)"|boundary=([^\s;]+)/i.exec(type);
  const out = nothing();
  if (!boundary) return out;
  /** @type {Parts[]} */
  const results = [];
  for (const part of partsOf(body, boundary[1] || boundary[2])) {
    const inner = part.startsWith("\n") ? { headers: {}, body: part } : split(part);
    results.push(yield* readPart(inner.headers, inner.body, catalogue, readAny, depth + 1));
  }
  if (type.toLowerCase().startsWith("multipart/alternative")) {
    // Plain and HTML tell the same faxes: one of them is enough.
    return results.sort((a, b) => countFinds(b.sections) - countFinds(a.sections))[0] ?? out;
  }
  for (const result of results) {
    out.sections.push(...result.sections);
    out.notes.push(...result.notes);
  }
  return out;
}

/**
 * @param {Headers} headers
 * @param {string} body
 * @param {Catalogue} catalogue
 * @param {ReadAny} readAny
 * @param {number} depth
 * @returns {Work<Parts>}
 */
function* readPart(headers, body, catalogue, readAny, depth) {
  const type = (headers["content-type"] || "text/plain").toLowerCase();
  if (SILENT.test(type)) return nothing();
  if (depth > MAX_DEPTH) {
    const sentence = `A part inside ${MAX_DEPTH} others was not read. Open the innermost e-mail and paste its text.`;
    return { sections: [], notes: [{ level: "warning", code: "nested", line: 0, sentence }] };
  }
  if (type.startsWith("multipart/")) return yield* readMultipart(headers, body, catalogue, readAny, depth);
  if (UNREADABLE.test(type)) {
    const sentence = `An attachment (${type.split(";")[0].slice(0, 60)}) was not read.`;
    return { sections: [], notes: [{ level: "info", code: "attachment", line: 0, sentence }] };
  }
  if (type.startsWith("message/rfc822")) {
    const inner = split(body);
    return yield* readPart(inner.headers, inner.body, catalogue, readAny, depth + 1);
  }
  const text = decodeBody(body, headers);
  if (!/\S/.test(text)) return nothing();
  return yield* readAny(text, catalogue, depth + 1);
}

/**
 * An e-mail, or a mailbox file, which holds many.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @param {ReadAny} readAny
 * @param {number} depth
 * @returns {Work<Parts>}
 */
export function* read(text, catalogue, readAny, depth) {
  const out = nothing();
  const isMailbox = /^From \S+ .*\d{4}\n/m.test(text);
  const mails = isMailbox ? text.split(/^(?=From \S+ .*\d{4}\n)/m).filter((mail) => mail.trim()) : [text];
  for (const mail of mails) {
    const { headers, body } = split(mail);
    let got = yield* readPart(headers, body, catalogue, readAny, depth);
    const subject = headers.subject || headers.betreff || "";
    if (!countFinds(got.sections) && subject) {
      // Only where the body says nothing: the subject repeats what it says.
      const fromSubject = yield* readAny(subject, catalogue, depth + 1);
      if (countFinds(fromSubject.sections)) got = { sections: fromSubject.sections.concat(got.sections), notes: got.notes };
    }
    out.sections.push(...got.sections);
    out.notes.push(...got.notes);
  }
  return out;
}
