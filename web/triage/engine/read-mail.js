/* E-mails: headers, body, MIME parts (quoted-printable, base64); the parts are read by whoever can. */

const HEADER =
  /^(?:From|To|Cc|Subject|Date|Sent|Reply-To|Return-Path|Received|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|Delivered-To|X-[\w-]+|Von|An|Betreff|Gesendet|Datum)[ \t]*:/i;
const MAX_DEPTH = 6;

function isMail(text) {
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

function split(text) {
  const start = text.replace(/^\s*\n/, "").replace(/^From \S+ .*\d{4}\n/, "");
  const m = /\n[ \t]*\n/.exec(start);
  const head = m ? start.slice(0, m.index) : start;
  const body = m ? start.slice(m.index + m[0].length) : "";
  const headers = {};
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const h = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (h && !(h[1].toLowerCase() in headers)) headers[h[1].toLowerCase()] = h[2];
  }
  return { headers: headers, body: body, bodyLine: text.length - body.length };
}

function bytesToText(binary, charset) {
  const bytes = Uint8Array.from(binary, function (c) {
    return c.charCodeAt(0) & 255;
  });
  try {
    return new TextDecoder(charset || "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("utf-8").decode(bytes);
  }
}

function quotedPrintable(body, charset) {
  // A body that was pasted from a viewer may hold decoded characters already; those stay.
  const soft = body.replace(/=[ \t]*\n/g, "");
  return soft.replace(/(?:=[0-9A-F]{2})+/gi, function (run) {
    return bytesToText(
      run.replace(/=([0-9A-F]{2})/gi, function (m, hex) {
        return String.fromCharCode(parseInt(hex, 16));
      }),
      charset,
    );
  });
}

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

function partsOf(body, boundary) {
  const parts = [];
  let at = -1;
  const lines = body.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const l = lines[i].trimEnd();
    if (l === "--" + boundary || l === "--" + boundary + "--") {
      if (at >= 0) parts.push(lines.slice(at, i).join("\n"));
      at = i + 1;
      if (l.endsWith("--") && l !== "--" + boundary) {
        at = -1;
        break;
      }
    }
  }
  if (at >= 0) parts.push(lines.slice(at).join("\n"));
  return parts;
}

function countFinds(sections) {
  return sections.reduce(function (n, s) {
    return (
      n +
      (s.type === "text"
        ? s.finds.filter(function (f) {
            return f.sure;
          }).length
        : s.statusColumn >= 0
          ? s.rows.length
          : 0)
    );
  }, 0);
}

function* readPart(headers, body, catalogue, readAny, depth) {
  const type = (headers["content-type"] || "text/plain").toLowerCase();
  if (depth > MAX_DEPTH) return { sections: [], notes: [] };
  if (type.startsWith("multipart/")) {
    const m = /boundary="([^"]+)"|boundary=([^\s;]+)/i.exec(headers["content-type"]);
    const out = { sections: [], notes: [] };
    if (!m) return out;
    const parts = partsOf(body, m[1] || m[2]);
    const results = [];
    for (const part of parts) {
      const p = part.startsWith("\n") ? { headers: {}, body: part } : split(part);
      results.push(yield* readPart(p.headers, p.body, catalogue, readAny, depth + 1));
    }
    if (type.startsWith("multipart/alternative")) {
      // Plain and HTML tell the same faxes: one of them is enough.
      const best = results.slice().sort(function (a, b) {
        return countFinds(b.sections) - countFinds(a.sections);
      })[0];
      return best || out;
    }
    for (const r of results) {
      out.sections.push(...r.sections);
      out.notes.push(...r.notes);
    }
    return out;
  }
  // The mail system's own report and pictures say nothing about a fax.
  if (type.startsWith("message/delivery-status") || /^(?:image|audio|video|font)\//.test(type)) return { sections: [], notes: [] };
  if (/^application\/(?!xml|json|csv|octet-stream|vnd\.ms-excel|x-www-form-urlencoded|soap)/.test(type)) {
    return {
      sections: [],
      notes: [
        { level: "info", code: "attachment", line: 0, sentence: "An attachment (" + type.split(";")[0].slice(0, 60) + ") was not read." },
      ],
    };
  }
  if (type.startsWith("message/rfc822")) {
    const inner = split(body);
    return yield* readPart(inner.headers, inner.body, catalogue, readAny, depth + 1);
  }
  const text = decodeBody(body, headers);
  if (!/\S/.test(text)) return { sections: [], notes: [] };
  return yield* readAny(text, catalogue, depth + 1);
}

function* read(text, catalogue, readAny, depth) {
  const out = { sections: [], notes: [] };
  // A mailbox file holds many e-mails.
  const mails = /^From \S+ .*\d{4}\n/m.test(text)
    ? text.split(/^(?=From \S+ .*\d{4}\n)/m).filter(function (t) {
        return t.trim();
      })
    : [text];
  for (const one of mails) {
    const mail = split(one);
    let got = yield* readPart(mail.headers, mail.body, catalogue, readAny, depth);
    const subject = mail.headers.subject || mail.headers.betreff || "";
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

export { isMail, read };
