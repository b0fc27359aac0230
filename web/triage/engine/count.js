/* One fax a transaction, then the counts and the lists of what is worth another look. */

import * as Numbers from "./numbers.js";
import * as Time from "./time.js";

function cell(section, row, columns) {
  for (const c of columns) {
    const v = section.rows[row][c];
    if (v !== undefined && v !== null && String(v).trim() !== "") return String(v).trim();
  }
  return "";
}

/* Sections -> finds: [{ section, row, line, column, offset, length, code, sure, on, id, latest, noCode }] */
function* findsOf(sections, catalogue) {
  const finds = [];
  let skipped = 0;
  for (let s = 0; s < sections.length; s++) {
    const section = sections[s];
    if (section.kind === "text") {
      for (let i = 0; i < section.finds.length; i++) {
        const f = section.finds[i];
        finds.push({
          section: s,
          row: i,
          line: f.line,
          column: -1,
          offset: f.offset,
          length: f.length,
          code: f.code,
          sure: f.sure,
          on: f.sure,
          id: f.id,
          time: f.time,
          latest: true,
        });
        if (finds.length % 5000 === 0) yield 0;
      }
      continue;
    }
    if (section.statusColumn < 0) continue;
    for (let r = 0; r < section.rows.length; r++) {
      const column = section.statusAt ? section.statusAt[r] : section.statusColumn;
      const value = section.rows[r][column];
      const status = Numbers.cellStatus(value, catalogue.isListed);
      if (!status) {
        skipped++;
        continue;
      }
      const sure = !(section.unsure && section.unsure[r]);
      finds.push({
        section: s,
        row: r,
        line: section.lines[r],
        column: column,
        offset: -1,
        length: 0,
        code: status.code,
        sure: sure,
        on: sure,
        id: cell(section, r, section.idColumns),
        time: cell(section, r, section.timeColumns),
        latest: true,
      });
      if (finds.length % 2000 === 0) yield 0;
    }
  }
  return { finds: finds, withoutNumber: skipped };
}

/* The same transaction twice is one fax with its latest status. */
function* markLatest(finds) {
  const groups = new Map();
  for (let i = 0; i < finds.length; i++) {
    const f = finds[i];
    f.latest = true;
    if (!f.on || !f.id) continue;
    const have = groups.get(f.id);
    if (have === undefined) groups.set(f.id, f);
    else if (Array.isArray(have)) have.push(f);
    else groups.set(f.id, [have, f]);
    if (i % 5000 === 4999) yield 0;
  }
  let repeated = 0;
  let months = null;
  for (const group of groups.values()) {
    if (!Array.isArray(group)) continue;
    if (months === null)
      months = Time.monthFirst(
        finds.slice(0, 20000).map(function (f) {
          return f.time || "";
        }),
      );
    let best = null,
      bestTime = NaN;
    for (const f of group) {
      const t = Time.parse(f.time, months);
      f.latest = false;
      // A time beats none (only a completed fax has one); equal or missing times leave it to the order in the file.
      if (best === null || (Number.isNaN(t) ? Number.isNaN(bestTime) : Number.isNaN(bestTime) || t >= bestTime)) {
        best = f;
        bestTime = t;
      }
    }
    best.latest = true;
    repeated += group.length - 1;
  }
  return repeated;
}

function outcomeOf(code, catalogue) {
  if (!catalogue.isListed(code) && code > 0) return "unlisted";
  return catalogue.explain(code).outcome;
}

/* What to do, each sentence with where it comes from: what the vendor says of the code, then our advice. */
function todo(entry, category) {
  const said = entry.action ? [{ text: entry.action, provenance: entry.actionProvenance }] : [];
  return category && category.advice ? said.concat({ text: category.advice, provenance: "advice" }) : said;
}

/* The lists of faxes that need attention on which a code is. */
function listsOf(code, catalogue) {
  const entry = catalogue.explain(code);
  const on = [];
  if (entry.outcome === catalogue.ofSign("negative")) on.push("in-process");
  if (catalogue.mayBeInPart(entry.arrival)) on.push("in-part");
  const category = catalogue.category(entry.category);
  if (category && category.fixFirst) on.push(category.fixFirst);
  return on;
}

function* count(finds, catalogue) {
  const repeated = yield* markLatest(finds);
  const outcomes = { unlisted: 0 };
  for (const outcome of catalogue.outcomes) outcomes[outcome.key] = 0;
  const codes = new Map();
  const categories = new Map();
  let total = 0,
    maybe = 0,
    takenOut = 0;
  for (let i = 0; i < finds.length; i++) {
    const f = finds[i];
    if (!f.on) {
      if (f.sure) takenOut++;
      else maybe++;
      continue;
    }
    if (!f.latest) continue;
    total++;
    codes.set(f.code, (codes.get(f.code) || 0) + 1);
    if (i % 10000 === 9999) yield 0;
  }
  const lists = {};
  for (const name of Object.keys(catalogue.lists)) lists[name] = { count: 0, codes: [] };
  const byCode = Array.from(codes, function (pair) {
    const code = pair[0],
      n = pair[1];
    const entry = catalogue.explain(code);
    const outcome = outcomeOf(code, catalogue);
    outcomes[outcome] += n;
    const category = entry.category || "";
    categories.set(category, (categories.get(category) || 0) + n);
    const on = listsOf(code, catalogue);
    for (const name of on) {
      lists[name].count += n;
      lists[name].codes.push(code);
    }
    return {
      code: code,
      count: n,
      listed: catalogue.isListed(code),
      outcome: outcome,
      label: entry.label,
      category: category,
      link: entry.link || "",
      lists: on,
      todo: todo(entry, catalogue.category(category)),
    };
  }).sort(function (a, b) {
    return b.count - a.count || a.code - b.code;
  });
  const byCategory = Array.from(categories, function (pair) {
    const c = catalogue.category(pair[0]);
    return {
      key: pair[0],
      name: c ? c.name : catalogue.unlistedLabel,
      count: pair[1],
      link: c ? c.link || "" : "",
      advice: c ? c.advice || "" : "",
    };
  }).sort(function (a, b) {
    return b.count - a.count || (a.key < b.key ? -1 : 1);
  });
  return {
    total: total,
    outcomes: outcomes,
    byCode: byCode,
    byCategory: byCategory,
    lists: lists,
    repeated: repeated,
    maybe: maybe,
    takenOut: takenOut,
  };
}

export { findsOf, count, outcomeOf, listsOf };
