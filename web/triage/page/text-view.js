/* A text as it was pasted, with every number that was taken as a status marked: a click takes it out, or in. And the tables,
   each with the column that its statuses were read from. */

import { find, findAll, make } from "../../page/elements.js";
import { button, number } from "./elements.js";

/** @import { Mark, SectionSummary, Summary } from "../engine/types.js" */
/** @import { Ask, Changed } from "./types.js" */

const WINDOW = 20000; // characters at a time
const COLUMNS = 200; // that are offered, besides those that may hold the status

/**
 * @param {Extract<SectionSummary, { type: "table" }>} section
 * @returns {number[]} the columns that may be chosen
 */
function offered({ columns, statusColumn, candidates }) {
  const first = columns.slice(0, COLUMNS).map((_, at) => at);
  const others = [statusColumn, ...candidates.map(({ column }) => column)].filter((at) => at >= COLUMNS);
  return [...new Set([...others, ...first])];
}

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {Changed} changed
 */
export function create(root, ask, changed) {
  const part = find(root, "[data-place=text-part]");
  const which = find(part, "select", HTMLSelectElement);
  const choice = find(part, ".triage__which");
  const view = find(part, "pre");
  const pager = find(part, ".text-pager");
  const earlier = find(pager, "button:first-child", HTMLButtonElement);
  const later = find(pager, "button:last-child", HTMLButtonElement);
  const columns = find(root, "[data-place=columns]");
  let offset = 0;
  let hasText = false;

  /**
   * @param {Mark} found
   * @param {string} text
   */
  function mark(found, text) {
    const said = found.on ? "counted" : found.sure ? "taken out" : "perhaps a status, not counted";
    return button(text, async () => changed(await ask({ type: "toggle", finds: [found.find], on: !found.on })), {
      className: `find find--${found.on ? "on" : found.sure ? "out" : "maybe"}`,
      title: said,
      dataset: { find: String(found.find) },
      aria: { pressed: String(found.on), label: `${text}, ${said}` },
    });
  }

  async function show() {
    if (!hasText) return;
    const answer = await ask({ type: "text", section: Number(which.value), offset, length: WINDOW });
    if (!("marks" in answer)) return;
    const focused = view.contains(document.activeElement) && document.activeElement?.getAttribute("data-find");
    /** @type {(string | Node)[]} */
    const pieces = [];
    let at = 0;
    for (const found of answer.marks) {
      pieces.push(answer.text.slice(at, found.offset), mark(found, answer.text.slice(found.offset, found.offset + found.length)));
      at = found.offset + found.length;
    }
    pieces.push(answer.text.slice(at));
    view.replaceChildren(...pieces);
    if (focused) findAll(view, `[data-find="${focused}"]`)[0]?.focus();
    earlier.disabled = offset === 0;
    later.disabled = !answer.more;
    pager.hidden = offset === 0 && !answer.more;
  }

  /** @param {number} by */
  function turn(by) {
    offset = Math.max(0, offset + by);
    view.scrollTop = 0;
    show();
  }

  /**
   * @param {Extract<SectionSummary, { type: "table" }>} section
   * @param {number} index
   * @param {boolean} many whether there are other sections
   */
  function picker(section, index, many) {
    const id = `triage-column-${index}`;
    const select = make("select", { id });
    select.append(
      make("option", { value: "-1" }, "none"),
      ...offered(section).map((at) => make("option", { value: String(at) }, section.columns[at] || `Column ${at + 1}`)),
    );
    select.value = String(section.statusColumn);
    select.addEventListener("change", async () => {
      await changed(await ask({ type: "column", section: index, column: Number(select.value) }));
      find(root, `#${id}`).focus();
    });
    const said = `Column with the status${many ? `, table ${index + 1} (${section.format}, ${number(section.rows)} rows)` : ""}`;
    return make("p", {}, make("label", { htmlFor: id }, said), select);
  }

  which.addEventListener("change", () => {
    offset = 0;
    show();
  });
  earlier.addEventListener("click", () => turn(-WINDOW));
  later.addEventListener("click", () => turn(WINDOW));

  /**
   * @param {Summary} summary
   * @param {boolean} fresh whether another text was read
   */
  return function render({ sections }, fresh) {
    const pickers = sections.flatMap((section, index) =>
      section.type === "table" && section.columns.length ? [picker(section, index, sections.length > 1)] : [],
    );
    const texts = sections.flatMap((section, index) => (section.type === "text" ? [{ section, index }] : []));
    columns.replaceChildren(...pickers.slice(0, 20));
    hasText = texts.length > 0;
    part.hidden = !hasText;
    if (fresh) {
      offset = 0;
      which.replaceChildren(
        ...texts.map(({ section, index }, at) =>
          make("option", { value: String(index) }, `${section.format}, part ${at + 1} (${number(section.finds)} marked)`),
        ),
      );
      choice.hidden = texts.length < 2;
    }
    return show();
  };
}
