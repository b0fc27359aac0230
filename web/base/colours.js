/* The button that switches between light and dark. Its name says what it does next. */

import { choose, current, watch } from "./scheme.js";
import { element } from "./site.js";

export function colours() {
  const button = element("[data-colours]", HTMLElement);
  const other = () => (current() === "dark" ? "light" : "dark");
  const name = () => {
    button.title = `Switch to ${other()} colours`;
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    choose(other());
    name();
  });
  watch(name);
  name();
}
