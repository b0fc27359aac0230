/* What depends on how far the page is scrolled. */

import { find } from "../page/elements.js";

export function scrolling() {
  const header = find(document, "[data-header]");
  const top = find(document, "[data-top]");
  const settle = () => {
    header.toggleAttribute("data-scrolled", scrollY > 8);
    top.hidden = scrollY < innerHeight;
  };
  addEventListener("scroll", settle, { passive: true });
  settle();

  /* What has the focus may lie under the header, or under the sticky head of a table, when it is reached upwards: a browser
     takes it for visible there. The scroll paddings in styles/header.css say where it is not. */
  find(document, "main").addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element && target.matches("a, button, summary, [tabindex='0']") && target.matches(":focus-visible"))) return;
    /* Firefox goes to no part of a picture, neither by itself nor on demand. */
    const place = target.getBoundingClientRect();
    if (target instanceof SVGElement && (place.top < header.offsetHeight || place.bottom > innerHeight)) {
      scrollBy(0, place.top - innerHeight / 2);
    } else target.scrollIntoView({ block: "nearest" });
  });
}
