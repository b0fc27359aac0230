/* A text as it was pasted, with every number that was taken as a status marked: a click takes it out, or in. And the tables,
   each with the column that its statuses were read from. */

import { element, number, button } from "./elements.js";

const WINDOW = 20000; // characters at a time

function create(root, ask, changed) {
  const part = root.querySelector("[data-place=text-part]");
  const which = part.querySelector("select");
  const view = part.querySelector("pre");
  const [earlier, later] = part.querySelectorAll(".text-pager button");
  const columns = root.querySelector("[data-place=columns]");
  let offset = 0;
  let texts = [];

  function mark(found, text) {
    const said = found.on ? "counted" : found.sure ? "taken out" : "perhaps a status, not counted";
    const made = button(text, async () => changed(await ask({ type: "toggle", finds: [found.find], on: !found.on })), {
      className: `find find--${found.on ? "on" : found.sure ? "out" : "maybe"}`,
      title: said,
      dataset: { find: found.find },
      aria: { pressed: String(found.on), label: `${text}, ${said}` },
    });
    return made;
  }

  async function show() {
    if (!texts.length) return;
    const answer = await ask({ type: "text", section: Number(which.value), offset, length: WINDOW });
    const focused = document.activeElement?.classList.contains("find") && document.activeElement.dataset.find;
    const pieces = [];
    let at = 0;
    for (const found of answer.marks) {
      pieces.push(answer.text.slice(at, found.offset), mark(found, answer.text.slice(found.offset, found.offset + found.length)));
      at = found.offset + found.length;
    }
    pieces.push(answer.text.slice(at));
    view.replaceChildren(...pieces);
    if (focused) view.querySelector(`[data-find="${focused}"]`)?.focus();
    earlier.disabled = offset === 0;
    later.disabled = !answer.more;
    earlier.parentElement.hidden = offset === 0 && !answer.more;
  }

  function turn(by) {
    offset = Math.max(0, offset + by);
    view.scrollTop = 0;
    show();
  }

  function picker(section, index, many) {
    const id = `triage-column-${index}`;
    const select = element("select", { id });
    select.append(
      element("option", { value: "-1" }, "none"),
      ...section.columns.slice(0, 200).map((name, at) => element("option", { value: String(at) }, name || `Column ${at + 1}`)),
    );
    select.value = String(section.statusColumn);
    select.addEventListener("change", async () => {
      changed(await ask({ type: "column", section: index, column: Number(select.value) }));
      root.querySelector(`#${id}`).focus();
    });
    const said = `Column with the status${many ? `, table ${index + 1} (${section.format}, ${number(section.rows)} rows)` : ""}`;
    return element("p", {}, element("label", { htmlFor: id }, said), select);
  }

  which.addEventListener("change", () => {
    offset = 0;
    show();
  });
  earlier.addEventListener("click", () => turn(-WINDOW));
  later.addEventListener("click", () => turn(WINDOW));

  return function render(summary, fresh) {
    const indexed = summary.sections.map((section, index) => ({ section, index }));
    const tables = indexed.filter(({ section }) => section.type === "table" && section.columns.length);
    texts = indexed.filter(({ section }) => section.type === "text");
    columns.replaceChildren(...tables.slice(0, 20).map(({ section, index }) => picker(section, index, summary.sections.length > 1)));
    part.hidden = !texts.length;
    if (fresh) {
      offset = 0;
      which.replaceChildren(
        ...texts.map(({ section, index }, at) =>
          element("option", { value: String(index) }, `${section.format}, part ${at + 1} (${number(section.finds)} marked)`),
        ),
      );
      which.parentElement.hidden = texts.length < 2;
    }
    return show();
  };
}

export { create };
