/* What was found, from above: the figures, what is worth another look, the chart, the codes. */

import { element, number, faxes, percent, badge, provenance, button, table } from "./elements.js";

/* `show(filter)` leads to the rows; `href` turns a link of the engine into one of this page. */
function create(root, href, show) {
  const outcomes = [...root.querySelectorAll(".tile")].map((tile) => tile.dataset.outcome);
  const place = (name) => root.querySelector(`[data-place=${name}]`);
  const showButton = (filter, said) => button("Show rows", () => show(filter), { aria: { label: `Show rows: ${said}` } });

  function codeLink(code, label) {
    const text = [element("span", { className: "number" }, String(code.code)), label ? ` ${code.label}` : ""];
    return code.link ? element("a", { href: href(code.link) }, ...text) : element("span", {}, ...text);
  }

  function origin(summary) {
    const parts = [`Read as ${summary.format}`, summary.encoding && `in ${summary.encoding}`, summary.name && `from “${summary.name}”`];
    place("origin").textContent = `${parts.filter(Boolean).join(", ")}.`;
    place("notes").replaceChildren(...summary.notes.map((note) => element("li", { className: `note--${note.level}` }, note.sentence)));
  }

  function totals(summary) {
    place("total").textContent = `${faxes(summary.total)} found`;
    for (const outcome of outcomes) {
      const tile = root.querySelector(`.tile[data-outcome="${outcome}"]`);
      tile.querySelector(".tile__number").textContent = number(summary.outcomes[outcome]);
      tile.classList.toggle("tile--none", summary.outcomes[outcome] === 0);
      const action = tile.querySelector("button");
      action.disabled = summary.outcomes[outcome] === 0;
      action.onclick = () => show({ outcome });
    }
  }

  function lists(summary) {
    const items = [...root.querySelectorAll(".look")];
    for (const item of items) {
      const list = summary.lists[item.dataset.list];
      item.hidden = !list.count;
      if (!list.count) continue;
      const codes = summary.byCode.filter((code) => list.codes.includes(code.code));
      item.querySelector(".look__count").textContent = faxes(list.count);
      item
        .querySelector(".look__codes")
        .replaceChildren(...codes.map((code) => element("li", {}, codeLink(code, true), ` × ${number(code.count)}`)));
      item.querySelector("button").onclick = () => show({ list: item.dataset.list });
    }
    place("nothing-to-look-at").hidden = items.some((item) => !item.hidden);
  }

  /* Bars of one length scale; a category that holds several outcomes has a part of the bar for each. */
  function chart(summary) {
    const most = Math.max(1, ...summary.byCategory.map((category) => category.count));
    const rows = summary.byCategory.map((category) => {
      const parts = outcomes
        .map((outcome) => [
          outcome,
          summary.byCode
            .filter((code) => code.category === category.key && code.outcome === outcome)
            .reduce((sum, code) => sum + code.count, 0),
        ])
        .filter(([, count]) => count);
      return { category, parts };
    });
    const drawn = rows.map(({ category, parts }) =>
      element(
        "div",
        { className: "bars__row" },
        element("span", { className: "bars__name" }, category.name),
        element(
          "span",
          { className: "bars__track" },
          ...parts.map(([outcome, count]) => {
            const bar = element("span", { className: `bar bar--${outcome}` });
            bar.style.setProperty("flex-basis", `${(100 * count) / most}%`);
            return bar;
          }),
        ),
        element("span", { className: "bars__count" }, number(category.count)),
      ),
    );
    const spoken = rows.map(({ category }) => `${category.name}: ${number(category.count)}`).join("; ");
    place("chart").replaceChildren(
      element("div", { className: "bars", aria: { role: "img", label: `Bar chart of faxes by category. ${spoken}` } }, ...drawn),
    );
    place("categories").replaceChildren(
      table(
        "Faxes by category",
        "plain triage__categories",
        ["Category", "Faxes", "Share"],
        rows.map(({ category, parts }) =>
          element(
            "tr",
            {},
            element(
              "th",
              { scope: "row" },
              element(
                "span",
                { className: "triage__label" },
                category.link ? element("a", { href: href(category.link) }, category.name) : category.name,
              ),
              ...parts.map(([outcome]) => badge(outcome)),
            ),
            element("td", { className: "count" }, number(category.count)),
            element("td", { className: "count" }, percent(category.count, summary.total)),
          ),
        ),
      ),
    );
  }

  function codes(summary) {
    place("codes").replaceChildren(
      table(
        "Codes found, the most frequent first",
        "plain triage__codes",
        ["Faxes", "Code", "What to do", "Rows"],
        summary.byCode.map((code) =>
          element(
            "tr",
            {},
            element("td", { className: "count" }, number(code.count)),
            element(
              "th",
              { scope: "row" },
              codeLink(code, false),
              element("span", { className: "triage__label" }, code.label),
              badge(code.outcome),
            ),
            element("td", {}, ...code.todo.map((said) => element("p", {}, said.text, " ", provenance(said.provenance)))),
            element("td", {}, showButton({ code: code.code }, `${code.code}, ${code.label}`)),
          ),
        ),
      ),
    );
  }

  return async function render(summary, pause) {
    origin(summary);
    totals(summary);
    for (const part of root.querySelectorAll("[data-needs=faxes]")) part.hidden = !summary.total;
    if (!summary.total) return;
    for (const part of [lists, chart, codes]) {
      await pause();
      part(summary);
    }
  };
}

export { create };
