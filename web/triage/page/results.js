/* What was found, from above: the figures, what to do, the chart, the codes. */

import { find, findAll, make } from "../../page/elements.js";
import { badge, button, faxes, number, percent, provenance, table } from "./elements.js";

/** @import { CountedCode, Summary } from "../engine/types.js" */
/** @import { Ask, Href, Wanted } from "./types.js" */

const MOST_NAMED = 20; // codes of one thing to do

/**
 * @param {HTMLElement} root
 * @param {Href} href
 * @param {Ask} ask
 * @param {(wanted: Wanted) => void} show leads to the rows
 */
export function create(root, href, ask, show) {
  const outcomes = findAll(root, ".tile").map((tile) => tile.dataset.outcome ?? "");
  /** @param {string} name */
  const place = (name) => find(root, `[data-place=${name}]`);

  /**
   * @param {CountedCode} code
   * @param {boolean} label
   */
  function codeLink(code, label) {
    const text = [make("span", { className: "number" }, String(code.code)), label ? ` ${code.label}` : ""];
    return code.link ? make("a", { href: href(code.link) }, ...text) : make("span", {}, ...text);
  }

  /** @param {Summary} summary */
  function origin(summary) {
    const parts = [`Read as ${summary.format}`, summary.encoding && `in ${summary.encoding}`, summary.name && `from “${summary.name}”`];
    place("origin").textContent = `${parts.filter(Boolean).join(", ")}.`;
    place("notes").replaceChildren(...summary.notes.map((note) => make("li", { className: `note--${note.level}` }, note.sentence)));
  }

  /** @param {Summary} summary */
  function totals(summary) {
    place("total").textContent = `${faxes(summary.total)} found`;
    for (const outcome of outcomes) {
      const tile = find(root, `.tile[data-outcome="${outcome}"]`);
      find(tile, ".tile__number").textContent = number(summary.outcomes[outcome]);
      tile.classList.toggle("tile--none", summary.outcomes[outcome] === 0);
      const action = find(tile, "button", HTMLButtonElement);
      action.disabled = summary.outcomes[outcome] === 0;
      action.onclick = () => show({ outcome });
    }
  }

  /** @param {Summary} summary */
  function steps(summary) {
    for (const item of findAll(root, ".look")) {
      const key = item.dataset.step ?? "";
      const { count, distinct } = summary.steps[key];
      item.hidden = !count;
      if (!count) continue;
      const codes = summary.byCode.filter((code) => code.step === key).slice(0, MOST_NAMED);
      const rest = distinct - codes.length;
      find(item, ".look__count").textContent = faxes(count);
      find(item, ".look__codes").replaceChildren(
        ...codes.map((code) => make("li", {}, codeLink(code, true), ` × ${number(code.count)}`)),
        ...(rest ? [make("li", {}, `and ${number(rest)} more ${rest === 1 ? "code" : "codes"}`)] : []),
      );
      find(item, "button").onclick = () => show({ step: key });
    }
  }

  /**
   * Bars of one length scale; a category that holds several outcomes has a part of the bar for each.
   * @param {Summary} summary
   */
  function chart(summary) {
    const most = Math.max(1, ...summary.byCategory.map((category) => category.count));
    const rows = summary.byCategory.map((category) => {
      const parts = outcomes.map((outcome) => ({ outcome, count: category.outcomes[outcome] ?? 0 })).filter(({ count }) => count);
      return { category, parts };
    });
    const drawn = rows.map(({ category, parts }) =>
      make(
        "div",
        { className: "bars__row" },
        make("span", { className: "bars__name" }, category.name),
        make(
          "span",
          { className: "bars__track" },
          ...parts.map(({ outcome, count }) => {
            const bar = make("span", { className: `bar bar--${outcome}` });
            bar.style.setProperty("flex-basis", `${(100 * count) / most}%`);
            return bar;
          }),
        ),
        make("span", { className: "bars__count" }, number(category.count)),
      ),
    );
    const spoken = rows.map(({ category }) => `${category.name}: ${number(category.count)}`).join("; ");
    place("chart").replaceChildren(
      make("div", { className: "bars", aria: { role: "img", label: `Bar chart of faxes by category. ${spoken}` } }, ...drawn),
    );
    place("categories").replaceChildren(
      table(
        "Faxes by category",
        "plain triage__categories",
        ["Category", "Faxes", "Share"],
        rows.map(({ category, parts }) =>
          make(
            "tr",
            {},
            make(
              "th",
              { scope: "row" },
              make(
                "span",
                { className: "triage__label" },
                category.link ? make("a", { href: href(category.link) }, category.name) : category.name,
              ),
              ...parts.map(({ outcome }) => badge(outcome)),
            ),
            make("td", { className: "count" }, number(category.count)),
            make("td", { className: "count" }, percent(category.count, summary.total)),
          ),
        ),
      ),
    );
  }

  /** @param {CountedCode} code */
  function codeRow(code) {
    const { label, outcome, todo } = code;
    return make(
      "tr",
      {},
      make("td", { className: "count" }, number(code.count)),
      make("th", { scope: "row" }, codeLink(code, false), make("span", { className: "triage__label" }, label), badge(outcome)),
      make("td", {}, ...todo.map((advice) => make("p", {}, advice.text, " ", provenance(advice.provenance)))),
      make(
        "td",
        {},
        button("Show rows", () => show({ code: code.code }), { aria: { label: `Show rows: ${code.code}, ${label}` } }),
      ),
    );
  }

  /**
   * The first codes, and a button for the next ones where there are more.
   * @param {Summary} summary
   */
  function byCode({ byCode: first, distinct }) {
    const head = ["Faxes", "Code", "What to do", "Rows"];
    const made = table("Codes found, the most frequent first", "plain triage__codes", head, first.map(codeRow));
    const rows = find(made, "tbody");
    place("codes").replaceChildren(made);
    if (rows.children.length >= distinct) return;
    const further = button("Show more codes", more, {});
    const shown = make("span", { role: "status" });
    const tell = () => {
      shown.textContent = ` ${number(rows.children.length)} of ${number(distinct)} shown`;
    };
    async function more() {
      further.disabled = true;
      const { codes } = await ask({ type: "codes", from: rows.children.length });
      rows.append(...codes.map(codeRow));
      further.disabled = false;
      further.hidden = rows.children.length >= distinct;
      tell();
    }
    tell();
    place("codes").append(make("p", { className: "triage__buttons" }, further, shown));
  }

  /**
   * @param {Summary} summary
   * @param {() => Promise<unknown>} pause lets the browser draw between two parts
   */
  return async function render(summary, pause) {
    origin(summary);
    totals(summary);
    for (const part of findAll(root, "[data-needs=faxes]")) part.hidden = !summary.total;
    if (!summary.total) return;
    for (const part of [steps, chart, byCode]) {
      await pause();
      part(summary);
    }
  };
}
