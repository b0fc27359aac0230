/* The rows, fifty at a time and only those that are asked for: of one code, one outcome, one thing to do; what is perhaps a
   status, what was passed over or taken out. Each says why, and can be taken out of the count or into it. */

import { find, findAll, make } from "../../page/elements.js";
import { badge, button, faxes, number, table } from "./elements.js";

/** @import { Filter, Row, Summary, ToggleRequest, UnreadRow } from "../engine/types.js" */
/** @import { Ask, Changed, Href, Wanted } from "./types.js" */

const SIZE = 50;

/**
 * @param {HTMLElement} root
 * @param {Href} href
 * @param {Ask} ask
 * @param {Changed} changed
 */
export function create(root, href, ask, changed) {
  const form = find(root, ".triage__filter", HTMLFormElement);
  const place = find(root, "[data-place=rows]");
  const count = find(form, ".tools__count");
  const pager = find(root, ".pager");
  const earlier = find(pager, "button:first-child", HTMLButtonElement);
  const later = find(pager, "button:last-child", HTMLButtonElement);
  const all = find(root, "[data-does=all]");
  const heading = find(root, "#triage-rows");
  /** @param {string} name */
  const list = (name) => find(form, `select[name=${name}]`, HTMLSelectElement);
  const fields = { state: list("state"), outcome: list("outcome"), code: list("code"), step: list("step") };
  /** @type {Summary | null} */
  let summary = null;
  let from = 0;
  let asked = 0;

  const isOutside = () => ["maybe", "passed", "out"].includes(fields.state.value);

  /** @returns {Filter} */
  function filter() {
    return {
      state: fields.state.value === "counted" ? undefined : /** @type {Filter["state"]} */ (fields.state.value),
      outcome: fields.outcome.value || undefined,
      code: fields.code.value === "" ? undefined : Number(fields.code.value),
      step: fields.step.value || undefined,
    };
  }

  /** @param {Omit<ToggleRequest, "type">} what */
  async function toggle(what) {
    await changed(await ask({ type: "toggle", ...what }));
  }

  /** @param {Row} row */
  function switchOf(row) {
    const text = row.on ? "Take out" : "Count it";
    const where = `line ${row.line}`;
    return button(text, () => toggle({ finds: [row.find], on: !row.on }), {
      className: "switch",
      dataset: { find: String(row.find) },
      aria: { label: `${text}: ${row.code} in ${where}` },
    });
  }

  /** @param {Row} row */
  function status(row) {
    const isPassed = fields.state.value === "passed";
    return [
      row.link
        ? make("a", { className: "number", href: href(row.link) }, String(row.code))
        : make("span", { className: "number" }, String(row.code)),
      // What was passed over would mean this if it were a status; that it is none is what is asked about.
      ...(isPassed ? [] : [make("span", { className: "triage__label" }, row.label), badge(row.outcome)]),
      ...(row.count > 1 ? [make("span", { className: "triage__label" }, faxes(row.count))] : []),
      ...(row.on && !row.latest ? [make("span", { className: "triage__label" }, "An earlier record; not counted")] : []),
      make(
        "details",
        { className: "triage__why", open: isPassed },
        make("summary", {}, "Why?", make("span", { className: "triage__hidden" }, ` ${row.code} in line ${row.line}`)),
        make("p", {}, row.why),
      ),
    ];
  }

  /**
   * A row's cells, or the line around it, with the status marked.
   * @param {Row} row
   */
  function cells({ cells: texts, column, text = "", mark }) {
    if (texts) return texts.map((cell, at) => make("td", {}, at === column ? make("mark", {}, cell) : cell));
    const { offset, length } = mark ?? { offset: 0, length: 0 };
    const found = make("mark", {}, text.slice(offset, offset + length));
    return [make("td", { className: "triage__line" }, text.slice(0, offset), found, text.slice(offset + length))];
  }

  /**
   * Rows of one table or text stand together, under the columns that they have.
   * @param {Row[]} rows
   * @param {Summary["sections"]} sections
   */
  function groups(rows, sections) {
    /** @type {Row[][]} */
    const made = [];
    for (const row of rows) {
      if (made.at(-1)?.[0].section === row.section) made.at(-1)?.push(row);
      else made.push([row]);
    }
    return made.map((group) => {
      const section = sections[group[0].section];
      const columns = section.type === "text" ? ["Text"] : section.shown.map((at) => section.columns[at]);
      return table(
        `${section.format}, lines ${number(group[0].line)} to ${number(group[group.length - 1].line)}`,
        section.type === "text" ? "plain triage__rows triage__found" : "plain triage__rows",
        ["Line", "Status", "Count", ...columns],
        group.map((row) =>
          make(
            "tr",
            {},
            make("td", { className: "count" }, number(row.line)),
            make("th", { scope: "row" }, ...status(row)),
            make("td", {}, switchOf(row)),
            ...cells(row),
          ),
        ),
      );
    });
  }

  /**
   * Rows of tables whose status is no number, under the columns that they have.
   * @param {UnreadRow[]} rows
   * @param {Summary["sections"]} sections
   */
  function unread(rows, sections) {
    return [...new Set(rows.map(({ section }) => section))].map((at) => {
      const section = sections[at];
      const names = section.type === "text" ? [] : section.shown.map((column) => section.columns[column]);
      return table(
        `${section.format}: rows without a number as their status`,
        "plain triage__rows",
        ["Line", ...names],
        rows
          .filter((row) => row.section === at)
          .map((row) =>
            make("tr", {}, make("td", { className: "count" }, number(row.line)), ...row.cells.map((cell) => make("td", {}, cell))),
          ),
      );
    });
  }

  async function show() {
    const mine = (asked += 1);
    const answer = await ask({ type: "rows", filter: filter(), from, size: SIZE });
    if (mine !== asked || !summary) return;
    if (!answer.rows.length && from > 0) {
      from = Math.max(0, from - SIZE);
      await show();
      return;
    }
    /* The focus stays at the place of the button that was pressed, though its row may be gone. */
    const pressed = findAll(place, ".switch").findIndex((found) => found === document.activeElement);
    place.replaceChildren(...unread(answer.unread, summary.sections), ...groups(answer.rows, summary.sections));
    if (pressed >= 0) {
      const now = findAll(place, ".switch");
      (now[Math.min(pressed, now.length - 1)] ?? heading).focus();
    }
    const last = from + answer.rows.length;
    const found = answer.total ? `${number(from + 1)} to ${number(last)} of ${number(answer.total)}` : "";
    count.textContent = found || (answer.unread.length ? "" : "No such row");
    pager.hidden = answer.total <= SIZE;
    earlier.disabled = from === 0;
    later.disabled = last >= answer.total;
    all.hidden = !answer.total || fields.state.value === "all";
    all.textContent = isOutside() ? `Count all ${number(answer.total)}` : `Take all ${number(answer.total)} out`;
  }

  /**
   * Chooses a code to filter by; of many codes, only the first stand in the list.
   * @param {string} wanted "" for all
   */
  function choose(wanted) {
    fields.code.value = wanted;
    if (fields.code.selectedIndex >= 0) return;
    fields.code.append(make("option", { value: wanted }, wanted));
    fields.code.value = wanted;
  }

  /** @param {Summary} read */
  function options({ byCode, distinct, maybe, passed, withoutNumber, takenOut }) {
    const { code, state } = fields;
    const keep = code.value;
    code.replaceChildren(
      make("option", { value: "" }, "all"),
      ...byCode.map((one) => make("option", { value: String(one.code) }, `${one.code} ${one.label} (${number(one.count)})`)),
    );
    code.value = keep;
    if (code.selectedIndex < 0) choose(distinct > byCode.length ? keep : "");
    find(state, "[value=maybe]").textContent = `perhaps a status (${number(maybe)})`;
    find(state, "[value=passed]").textContent = `not read as a status (${number(passed + withoutNumber)})`;
    find(state, "[value=out]").textContent = `taken out (${number(takenOut)})`;
  }

  /** @param {number} to */
  function go(to) {
    from = Math.max(0, to);
    show().then(() => heading.scrollIntoView({ block: "start" }));
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    from = 0;
    show();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      from = 0;
      show();
    }),
  );
  earlier.addEventListener("click", () => go(from - SIZE));
  later.addEventListener("click", () => go(from + SIZE));
  all.addEventListener("click", () => toggle({ filter: filter(), on: isOutside() }));

  return {
    /**
     * The rows of what was read anew, or counted anew.
     * @param {Summary} read
     * @param {boolean} fresh whether another text was read
     */
    render(read, fresh) {
      summary = read;
      if (fresh) {
        form.reset();
        from = 0;
      }
      options(read);
      find(root, "[data-place=rows-part]").hidden = !read.finds && !read.withoutNumber;
      return show();
    },
    /**
     * Another part of the page leads here.
     * @param {Wanted} wanted
     */
    filter(wanted) {
      fields.state.value = wanted.state ?? "counted";
      fields.outcome.value = wanted.outcome ?? "";
      choose(String(wanted.code ?? ""));
      fields.step.value = wanted.step ?? "";
      from = 0;
      show();
      heading.focus();
      heading.scrollIntoView({ block: "start" });
    },
  };
}
