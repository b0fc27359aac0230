/* Mixed input, line by line: records where a line (or block) holds JSON, XML, form data or a table; the text rule for the rest. */

import * as Fields from "./fields.js";
import * as Form from "./read-form.js";
import * as Json from "./read-json.js";
import * as Numbers from "./numbers.js";
import * as Sections from "./sections.js";
import * as Status from "./status.js";
import * as Table from "./read-table.js";
import * as Tree from "./tree.js";
import * as Xml from "./read-xml.js";

const BLOCK_LIMIT = 64 * 1024;
const WINDOW = 4000;
const QUERY = /(?:^|[\s?"'])([\w.\-[\]%+]+=[^&\s"']*(?:&[\w.\-[\]%]+=[^&\s"']*)+)/;
const COMPLETED = /\bcomplet\w*[\s_-]*(?:time|date|at|on)?\s*["'>]*\s*[:=>]\s*["']?([^"'<]{6,40})/i;

function isHeaderLine(line, next) {
  if (line.length > 1000 || /[{}<>=]/.test(line) || !/stat|result|ergebnis|fehler|code|error/i.test(line) || !/\d/.test(next)) return false;
  for (const d of [",", "\t", ";", "|", "  "]) {
    if (!line.includes(d) || (!next.includes(d) && !/^[\s|+:-]+$/.test(next))) continue;
    const cells = line
      .split(d === "  " ? / {2,}/ : d)
      .map(function (c) {
        return c.trim().replace(/^"|"$/g, "");
      })
      .filter(Boolean);
    if (
      cells.length < 2 ||
      cells.some(function (c) {
        return /^\d+$/.test(c) || c.length > 60;
      })
    )
      continue;
    if (
      cells.some(function (c) {
        const r = Fields.classify(c).rank;
        return r === 1 || r === 2;
      }) &&
      cells.filter(function (c) {
        const k = Fields.classify(c);
        return k.rank !== 0 || k.id || k.time;
      }).length >= Math.min(2, cells.length)
    )
      return true;
  }
  return false;
}

function* read(text, catalogue) {
  const records = Sections.collector("JSON lines");
  const kinds = { json: 0, xml: 0, form: 0, other: 0, badJson: [] };
  const section = { type: "text", format: "Text", text: text, finds: [] };
  const sections = [];
  const notes = [];
  let at = 0,
    line = 1,
    sinceYield = 0;
  let jsonFailures = 0;
  let blockId = "",
    blockTime = "",
    pending = null,
    labelAbove = "";
  let blockLines = 0;

  function addAll(found, number) {
    for (const r of found) {
      if (number) r.line = number;
      records.add(r);
    }
  }

  /* A record inside a line. -> the offset where it ends, or -1 */
  function structured(from, end, number) {
    // Searches stay inside the line (or a block of limited size), or a long log would be searched to its end for each line.
    const here = text.slice(from, end);
    const brace = here.indexOf("{");
    const open = from + brace;
    if (brace !== -1 && /^\{\s*["}]/.test(text.slice(open, open + 200))) {
      let stop = -1,
        value;
      const rest = text.slice(open, end);
      try {
        value = JSON.parse(rest);
        stop = end;
      } catch {
        const block = text.slice(open, jsonFailures > 50 ? end : open + BLOCK_LIMIT);
        stop = Json.balancedEnd(block, 0, block.length + 1);
        if (stop !== -1) {
          stop += open;
          try {
            value = JSON.parse(text.slice(open, stop));
          } catch (again) {
            stop = -1;
          }
        }
        if (stop === -1) {
          jsonFailures++;
          kinds.badJson.push(number);
        }
      }
      if (stop !== -1) {
        const folded = Tree.foldJson(value, "", number, catalogue, 0);
        if (folded.records.length) {
          addAll(folded.records, 0);
          kinds.json++;
          return stop;
        }
        return -1;
      }
    }
    const angle = here.indexOf("<");
    const tag = from + angle;
    if (angle !== -1) {
      const m = /^<([A-Za-z_][\w:.-]*)(?=[\s/>])/.exec(text.slice(tag, tag + 100));
      if (m && !Status.labelAlone(m[1])) {
        const close = "</" + m[1] + ">";
        const block = text.slice(tag, tag + BLOCK_LIMIT);
        const to = block.indexOf(close);
        if (to !== -1) {
          const found = Xml.readFragment(block.slice(0, to + close.length), catalogue, number);
          if (found && found.length) {
            addAll(found, 0);
            kinds.xml++;
            return tag + to + close.length;
          }
        }
      }
    }
    if (end - from < 20000) {
      const q = here.includes("&") ? QUERY.exec(here) : null;
      if (q) {
        const found = Form.records(q[1], number, catalogue);
        if (found.length) {
          addAll(found, 0);
          kinds.form++;
          return from + q.index + q[0].length;
        }
      }
    }
    return -1;
  }

  function plainLine(from, end, number) {
    for (let a = from; a < end;) {
      let b = end;
      if (end - a > WINDOW) {
        // An endless line is read in windows that break where no number can stand.
        const cut = text.slice(a, a + WINDOW).search(/[>,;\s][^>,;\s]*$/);
        b = a + (cut > 0 ? cut + 1 : WINDOW);
      }
      const line = Numbers.plain(text.slice(a, b));
      const id = Status.idInLine(line);
      const found = Status.findInLine(line, catalogue, a === from ? labelAbove : "");
      const done = COMPLETED.exec(line);
      if (done) blockTime = done[1].trim();
      if (!found.length && id) {
        if (pending && pending.id === "") {
          pending.id = id;
          pending = null;
          blockId = "";
        } else {
          blockId = id;
          blockLines = 0;
        }
      }
      for (const f of found) {
        const find = { line: number, offset: a + f.offset, length: f.length, code: f.code, sure: f.sure, id: id, time: blockTime };
        if (!id && f.sure) {
          if (blockId && blockLines < 30) {
            find.id = blockId;
            blockId = "";
          } else pending = find;
        }
        section.finds.push(find);
        if (find.id === "" && f.sure) pending = find;
      }
      if (end - from <= WINDOW) labelAbove = line.trim() === "" ? labelAbove : Status.labelAlone(line);
      a = b;
    }
  }

  while (at <= text.length) {
    let end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    const isBlank = text.slice(at, Math.min(end, at + 200)).trim() === "" && end - at < 200;
    if (isBlank) {
      pending = null;
      blockTime = "";
    } else {
      kinds.other++;
      blockLines++;
      const nextEnd = text.indexOf("\n", end + 1);
      if (
        end - at < 1000 &&
        isHeaderLine(
          text.slice(at, end),
          text.slice(end + 1, nextEnd === -1 ? Math.min(text.length, end + 2000) : Math.min(nextEnd, end + 2000)),
        )
      ) {
        let stop = text.indexOf("\n\n", at);
        if (stop === -1) stop = text.length;
        const part = text.slice(at, stop);
        const plan = Table.detect(part);
        if (plan && plan.headerRow === 0) {
          const got = yield* Table.read(part, catalogue, plan);
          if (got.sections[0].statusColumn >= 0) {
            got.sections[0].lines = got.sections[0].lines.map(function (l) {
              return l + line - 1;
            });
            for (const s of got.sections) sections.push(s);
            for (const n of got.notes)
              notes.push(
                n.line
                  ? Object.assign({}, n, {
                      line: n.line + line - 1,
                      sentence: n.sentence.replace("line " + n.line, "line " + (n.line + line - 1)),
                    })
                  : n,
              );
            line += part.split("\n").length - 1;
            at = stop;
            labelAbove = "";
            continue;
          }
        }
      }
      let from = at;
      let took = false;
      let records = 0;
      while (from < end) {
        // A very long line holds many records: the thread is given back between them.
        if (++records % 20 === 0) yield from / text.length;
        const stop = structured(from, end, line);
        if (stop === -1) break;
        took = true;
        if (stop > end) {
          for (let n = text.indexOf("\n", at); n !== -1 && n < stop; n = text.indexOf("\n", n + 1)) line++;
          end = text.indexOf("\n", stop);
          if (end === -1) end = text.length;
        }
        from = stop;
      }
      if (!took) plainLine(at, end, line);
      else {
        labelAbove = "";
        blockId = "";
        pending = null;
        if (from < end && /\d/.test(text.slice(from, end)) && end - from > 40) plainLine(from, end, line);
      }
    }
    at = end + 1;
    line++;
    if (++sinceYield >= 100) {
      sinceYield = 0;
      yield at / text.length;
    }
  }

  if (records.size()) {
    const made = records.finish();
    const lead = Math.max(kinds.json, kinds.xml, kinds.form);
    made.format = lead === kinds.xml ? "XML in lines" : lead === kinds.form ? "Form data" : "JSON lines";
    made.pure = kinds.other === kinds.json + kinds.xml + kinds.form;
    sections.unshift(made);
    if (kinds.badJson.length) {
      const some = kinds.badJson.slice(0, 3);
      notes.push({
        level: "warning",
        code: "json",
        line: some[0],
        sentence:
          "The JSON is broken in line " +
          some.join(", ") +
          (kinds.badJson.length > 3 ? " and " + (kinds.badJson.length - 3) + " more" : "") +
          "; there the text itself was read.",
      });
    }
  }
  if (section.finds.length || !sections.length) sections.push(section);
  return { sections: sections, notes: notes };
}

export { read };
