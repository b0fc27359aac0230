/* The search field of every page. On a wide screen it stands in the header, and its panel drops down below it; on a narrow one a
   button opens both over the whole screen. The panel lists what the worker answers to the text that is in the field now. */

import { connect } from "./search-worker.js";
import { complete } from "./search-parts.js";
import { show } from "./search-results.js";
import { find, make } from "../page/elements.js";
import { waysOut } from "./gone.js";
import { root } from "./site.js";

const HINT = "Type a code or a word, such as 3931, -22 or busy.";
const FAILED = "The search could not be loaded. There may be a new edition of this page. Typing on tries again.";
const KEYS = ["/", "s", "f"];

export function search() {
  const box = find(document, "[data-search]");
  const button = find(document, "[data-search-open]");
  const form = find(document, "[data-search] form", HTMLFormElement);
  const field = find(document, "[data-search] input", HTMLInputElement);
  const { shut, clear, status, list, panel } = complete(box, form, field);

  /** @type {Element | null} what had the focus before the search opened */
  let opener = null;
  /** @type {string | null} the text that the list answers */
  let shown = null;
  /** @type {string | null} the text whose first answer Enter waits for */
  let awaited = null;

  const worker = connect(box.dataset, (message) => {
    if (message.type === "failed") {
      awaited = null;
      if (!field.value.trim()) return;
      list.replaceChildren(...waysOut().map((link) => make("li", {}, make("div", { className: "result" }, link))));
      for (const link of list.querySelectorAll("a")) link.className = "result__link";
      status.textContent = FAILED;
    } else if (message.query === field.value) {
      status.textContent = show(list, message.groups, root);
      shown = message.query;
      if (awaited === shown) openFirst();
    }
  });

  const isOpen = () => !panel.hidden;

  const open = () => {
    worker.start();
    if (isOpen()) return;
    panel.hidden = false;
    box.toggleAttribute("data-open", true);
    button.setAttribute("aria-expanded", "true");
  };

  /** Opens the search on somebody's demand, from wherever the focus is. */
  const enter = () => {
    const before = document.activeElement;
    opener = before === document.body ? null : before;
    open();
    field.focus();
    field.select();
  };

  const close = () => {
    if (!isOpen()) return;
    panel.hidden = true;
    awaited = null;
    box.toggleAttribute("data-open", false);
    button.setAttribute("aria-expanded", "false");
  };

  /** Closes the search and gives the focus back to what had it before. */
  const leave = () => {
    close();
    for (const target of [opener, button]) {
      if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
      if (!box.contains(document.activeElement)) return;
    }
    field.blur();
  };

  /** Asks for what is in the field now, however it got there. */
  const ask = () => {
    awaited = null;
    if (field.value.trim()) return worker.ask(field.value);
    shown = null;
    list.replaceChildren();
    status.textContent = HINT;
  };

  const openFirst = () => {
    awaited = null;
    list.querySelector("a")?.click();
  };

  /** @param {number} step */
  const move = (step) => {
    const links = [...list.querySelectorAll("a")];
    const next = links.findIndex((link) => link === document.activeElement) + step;
    if (next < 0) field.focus();
    else links[next]?.focus();
  };

  ask();
  field.addEventListener("input", () => {
    open();
    ask();
  });
  field.addEventListener("focus", ({ relatedTarget }) => {
    if (!isOpen()) opener = relatedTarget instanceof Element ? relatedTarget : null;
    open();
  });
  field.addEventListener("click", open); /* shut by Escape, it has the focus still */
  form.addEventListener("reset", () => setTimeout(ask)); /* The field is emptied after this event. */
  clear.addEventListener("click", () => field.focus());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (shown === field.value) return openFirst();
    ask();
    awaited = field.value;
  });
  button.addEventListener("click", enter);
  shut.addEventListener("click", leave);

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && isOpen()) leave();
    else if (step && isOpen()) move(step);
    else return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
    if (!KEYS.includes(event.key) || typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    find(document, "#menu").hidePopover?.();
    enter();
  });

  /* Whoever goes elsewhere is done. Only a place counts: a phone takes the focus from the field when its keyboard is put away. */
  for (const type of ["focusin", "pointerdown"]) {
    addEventListener(type, ({ target }) => target instanceof Node && !box.contains(target) && !button.contains(target) && close());
  }
  /* What the search needs is loaded when somebody turns to it, before the first letter. */
  for (const part of [box, button]) part.addEventListener("pointerover", worker.start, { once: true, passive: true });

  /* Back must not show an old question, nor have the focus in a field that is shut; WebKit puts it there again. */
  const rest = () => {
    form.reset();
    field.blur();
    close();
  };
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => event.persisted && rest());

  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null) field.value = asked;
  if (field.value) {
    open();
    ask();
  }
}
