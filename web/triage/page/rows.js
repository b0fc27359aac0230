/* The rows, fifty at a time and only those that are asked for: of one code, one outcome, one list; what is perhaps a
   status, what was taken out. Each can be taken out of the count or into it. */

import { element, number, badge, button, table } from "./elements.js";

const SIZE = 50;

/* href: an address for a link of the engine; ask: the engine; changed(summary): after something was taken in or out. */
function create(root, href, ask, changed) {
  const form = root.querySelector(".triage__filter");
  const place = root.querySelector("[data-place=rows]");
  const count = form.querySelector(".tools__count");
  const pager = root.querySelector(".pager");
  const [earlier, later] = pager.querySelectorAll("button");
  const all = root.querySelector("[data-does=all]");
  const heading = root.querySelector("#triage-rows");
  const { state, outcome, code, list } = form.elements;
  let summary = null;
  let from = 0;
  let asked = 0;

  function filter() {
    return {
      state: state.value === "counted" ? undefined : state.value,
      outcome: outcome.value || undefined,
      code: code.value === "" ? undefined : Number(code.value),
      list: list.value || undefined,
    };
  }

  async function toggle(message) {
    changed(await ask({ type: "toggle", ...message }));
  }

  function switchOf(row) {
    const text = row.on ? "Take out" : "Count it";
    const where = `line ${row.line}`;
    return button(text, () => toggle({ finds: [row.find], on: !row.on }), {
      className: "switch",
      dataset: { find: row.find },
      aria: { label: `${text}: ${row.code} in ${where}` },
    });
  }

  function status(row) {
    return [
      row.link
        ? element("a", { className: "number", href: href(row.link) }, String(row.code))
        : element("span", { className: "number" }, String(row.code)),
      element("span", { className: "triage__label" }, row.label),
      badge(row.outcome),
      row.on && !row.latest ? element("span", { className: "triage__label" }, "An earlier record; not counted") : null,
    ];
  }

  function marked(row) {
    const { offset, length } = row.mark;
    return element(
      "td",
      { className: "triage__line" },
      row.text.slice(0, offset),
      element("mark", {}, row.text.slice(offset, offset + length)),
      row.text.slice(offset + length),
    );
  }

  /* Rows of one table or text stand together, under the columns that they have. */
  function groups(rows) {
    const made = [];
    for (const row of rows) {
      if (!made.length || made.at(-1)[0].section !== row.section) made.push([]);
      made.at(-1).push(row);
    }
    return made.map((group) => {
      const section = summary.sections[group[0].section];
      const text = section.type === "text";
      const columns = text ? ["Text"] : section.columns.slice(0, group[0].cells.length);
      const cells = (row) =>
        text ? [marked(row)] : row.cells.map((cell, at) => element("td", {}, at === row.column ? element("mark", {}, cell) : cell));
      return table(
        `${section.format}, lines ${number(group[0].line)} to ${number(group.at(-1).line)}`,
        text ? "plain triage__rows triage__found" : "plain triage__rows",
        ["Line", "Status", "Count", ...columns],
        group.map((row) =>
          element(
            "tr",
            {},
            element("td", { className: "count" }, number(row.line)),
            element("th", { scope: "row" }, ...status(row)),
            element("td", {}, switchOf(row)),
            ...cells(row),
          ),
        ),
      );
    });
  }

  async function show() {
    const mine = (asked += 1);
    const answer = await ask({ type: "rows", filter: filter(), from, size: SIZE });
    if (mine !== asked) return;
    if (!answer.rows.length && from > 0) {
      from = Math.max(0, from - SIZE);
      await show();
      return;
    }
    /* The focus stays at the place of the button that was pressed, though its row may be gone. */
    const switches = [...place.querySelectorAll(".switch")];
    const pressed = switches.indexOf(document.activeElement);
    place.replaceChildren(...groups(answer.rows));
    if (pressed >= 0) {
      const now = [...place.querySelectorAll(".switch")];
      (now[Math.min(pressed, now.length - 1)] || heading).focus();
    }
    const last = from + answer.rows.length;
    count.textContent = answer.total ? `${number(from + 1)} to ${number(last)} of ${number(answer.total)}` : "No such row";
    pager.hidden = answer.total <= SIZE;
    earlier.disabled = from === 0;
    later.disabled = last >= answer.total;
    const outside = state.value === "maybe" || state.value === "out";
    all.hidden = !answer.total || state.value === "all";
    all.textContent = outside ? `Count all ${number(answer.total)}` : `Take all ${number(answer.total)} out`;
  }

  function options() {
    const keep = code.value;
    code.replaceChildren(
      element("option", { value: "" }, "all"),
      ...summary.byCode.map((one) => element("option", { value: String(one.code) }, `${one.code} ${one.label} (${number(one.count)})`)),
    );
    code.value = keep;
    if (code.selectedIndex < 0) code.value = "";
    state.querySelector("[value=maybe]").textContent = `perhaps a status (${number(summary.maybe)})`;
    state.querySelector("[value=out]").textContent = `taken out (${number(summary.takenOut)})`;
  }

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
  all.addEventListener("click", () => toggle({ filter: filter(), on: state.value === "maybe" || state.value === "out" }));

  return {
    /* The rows of what was read anew, or counted anew. */
    render(read, fresh) {
      summary = read;
      if (fresh) {
        form.reset();
        from = 0;
      }
      options();
      root.querySelector("[data-place=rows-part]").hidden = !read.finds;
      return show();
    },
    /* Another part of the page leads here. */
    filter(wanted) {
      state.value = wanted.state || "counted";
      outcome.value = wanted.outcome || "";
      code.value = wanted.code === undefined ? "" : String(wanted.code);
      list.value = wanted.list || "";
      from = 0;
      show();
      heading.focus();
      heading.scrollIntoView({ block: "start" });
    },
  };
}

export { create };
