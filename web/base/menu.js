/* The menu of narrow screens is a popover of the browser's own, which opens and closes without scripts. Here the focus moves into
   it, and it closes when the focus leaves it, when the screen gets wide, and when the page is left, or Back would show it open. */

import { find } from "../page/elements.js";

const WIDE = "(min-width: 60em)"; /* as in styles/header.css */

export function menu() {
  const nav = find(document, "#menu");
  const button = find(document, "[popovertarget=menu]");
  if (!("popover" in nav)) return; /* An older browser shows it as a list. */
  const close = () => nav.matches(":popover-open") && nav.hidePopover();
  button.setAttribute("aria-expanded", "false");
  /* Told before it happens: what happens after a page is left, a browser forgets. */
  nav.addEventListener("beforetoggle", (event) => button.setAttribute("aria-expanded", String(event.newState === "open")));
  nav.addEventListener("toggle", (event) => event.newState === "open" && nav.querySelector("a")?.focus());
  nav.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && relatedTarget !== button && !nav.contains(relatedTarget)) close();
  });
  matchMedia(WIDE).addEventListener("change", close);
  addEventListener("pagehide", close);
}
