/* The button that switches between light and dark. Its name says what it does next. */

import { choose, current, watch } from "./scheme.js";
import { find } from "../page/elements.js";

export function colours() {
  const button = find(document, "[data-colours]");
  const other = () => (current() === "dark" ? "light" : "dark");
  const name = () => {
    button.title = `Switch to ${other()} colors`;
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    choose(other());
    name();
  });
  watch(name);
  name();
}
