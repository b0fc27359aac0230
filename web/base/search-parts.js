/* What stands around the search field where scripts run: no page has it without need. */

import { make } from "../page/elements.js";

/**
 * Adds the buttons and the panel of results.
 * @param {HTMLElement} box
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
export function complete(box, form, field) {
  const shut = iconButton("button", "search__close", "Close the search");
  const clear = iconButton("reset", "search__clear", "Clear the field");
  const status = make("p", { className: "search__status", aria: { role: "status" } });
  const list = make("ol", { className: "search__results" });
  const named = { role: "region", label: "Search results" };
  const panel = make("div", { id: "search-panel", className: "search__panel", tabIndex: -1, hidden: true, aria: named }, status, list);
  Object.assign(field, { autocapitalize: "off", spellcheck: false, enterKeyHint: "search" });
  form.prepend(shut);
  form.append(clear);
  box.append(panel);
  return { shut, clear, status, list, panel };
}

/**
 * @param {"button" | "reset"} type
 * @param {string} place
 * @param {string} label
 */
const iconButton = (type, place, label) => make("button", { type, className: `icon-button ${place}`, aria: { label } });
