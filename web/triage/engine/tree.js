/* Nested records (JSON and XML alike): which object is a fax, and which of its fields is the status. */

import * as Fields from "./fields.js";
import * as Numbers from "./numbers.js";

const HISTORY = /attempt|histor|tries|retry|retries|event|call|update|change|log/i;

/* -> { index, code, sure } or null. fields: [[name, value], ...] */
function pickStatus(fields, catalogue, context) {
  let best = null;
  let named = -1;
  for (let i = 0; i < fields.length; i++) {
    const rank = Fields.classify(fields[i][0]).rank;
    if (rank < 1) continue;
    const status = Numbers.cellStatus(fields[i][1], catalogue.isListed);
    if (!status) {
      if (rank <= 2 && named < 0) named = i;
      continue;
    }
    const verdict = judge(rank, status.code, catalogue, context);
    if (!verdict) continue;
    const score = (verdict === "sure" ? 0 : 10) + rank;
    if (!best || score < best.score) best = { index: i, code: status.code, sure: verdict === "sure", score: score };
  }
  if (best) return best;
  // A status in words ("Sent") belongs to a fax as well; it is told apart as one without a number.
  return named >= 0 && context.fax ? { index: named, code: null, sure: false } : null;
}

function judge(rank, code, catalogue, context) {
  const listed = catalogue.isListed(code);
  const large = Math.abs(code) >= 1000;
  if (rank === 1) return "sure";
  if (context.http) return listed && rank === 2 ? "maybe" : "";
  if (rank === 2) {
    if (!listed && code >= 100 && code <= 599 && !context.fax) return context.identity ? "maybe" : "";
    return "sure";
  }
  if (!listed) return code < 0 && context.fax ? "maybe" : "";
  if (large || code < -1 || context.fax) return rank === 4 && !context.fax && !large ? "maybe" : "sure";
  return "maybe";
}

/* One object with its own fields and what its children gave.
   children: [{ name, repeated, records, fields }] -> { records, fields } */
function fold(fields, children, line, catalogue) {
  let all = fields;
  const nested = [];
  let history = false;
  for (const child of children) {
    if (child.records.length) {
      for (const record of child.records) nested.push(record);
      if (child.repeated && HISTORY.test(child.name)) history = true;
    } else if (child.fields.length && child.fields.length < 200) {
      if (all === fields) all = fields.slice();
      for (const f of child.fields) all.push([child.name ? child.name + "." + f[0] : f[0], f[1]]);
    }
  }
  if (!all.length) return { records: nested, fields: [] };
  const context = Fields.context(
    all.map(function (f) {
      return f[0];
    }),
  );
  const pick = pickStatus(all, catalogue, context);
  if (pick) {
    const own = { fields: all, index: pick.index, code: pick.code, sure: pick.sure, line: line, identity: context.identity };
    if (!nested.length) return { records: [own], fields: [] };
    // A list of attempts belongs to its fax; an envelope's own status is that of the call.
    const ids = nested.some(function (r) {
      return r.identity;
    });
    return { records: context.identity && (!ids || history) ? [own] : nested, fields: [] };
  }
  if (!nested.length) return { records: [], fields: all };
  if (nested.length === 1 || (history && context.identity)) {
    const last = nested[nested.length - 1];
    if (!last.identity || nested.length === 1) {
      const have = new Set(
        last.fields.map(function (f) {
          return f[0];
        }),
      );
      for (const f of all) if (!have.has(f[0])) last.fields.push(f);
      last.identity = last.identity || context.identity;
    }
    return { records: [last], fields: [] };
  }
  return { records: nested, fields: [] };
}

function foldJson(value, name, line, catalogue, depth) {
  const nothing = { name: name, repeated: false, records: [], fields: [] };
  if (depth > 60 || value === null || typeof value !== "object") return nothing;
  if (Array.isArray(value)) {
    const records = [];
    for (const item of value) for (const r of foldJson(item, "", line, catalogue, depth + 1).records) records.push(r);
    return { name: name, repeated: true, records: records, fields: [] };
  }
  const fields = [];
  const children = [];
  for (const key of Object.keys(value)) {
    const v = value[key];
    if (v !== null && typeof v === "object") {
      children.push(foldJson(v, key, line, catalogue, depth + 1));
      if (
        Array.isArray(v) &&
        v.length < 50 &&
        v.every(function (x) {
          return x === null || typeof x !== "object";
        })
      )
        fields.push([key, v.join(" ")]);
    } else if (typeof v === "string" && v.length > 10 && /^\s*[{[]/.test(v)) {
      // A body that was logged as a string of JSON.
      let inner = null;
      try {
        inner = JSON.parse(v);
      } catch {
        inner = null;
      }
      if (inner) children.push(foldJson(inner, key, line, catalogue, depth + 1));
      else fields.push([key, v]);
    } else if (typeof v === "string" && /^[\w.%-]+=[^\s&]*(?:&[\w.%-]+=[^\s&]*)+$/.test(v)) {
      const pairs = Array.from(new URLSearchParams(v));
      const inner = fold(pairs, [], line, catalogue);
      children.push({ name: key, repeated: false, records: inner.records, fields: inner.fields });
    } else {
      fields.push([key, v === null ? "" : typeof v === "boolean" ? String(v) : v]);
    }
  }
  const folded = fold(fields, children, line, catalogue);
  return { name: name, repeated: false, records: folded.records, fields: folded.fields };
}

export { fold, foldJson };
