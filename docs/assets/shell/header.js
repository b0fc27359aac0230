/* The menu and the search field by keyboard. The theme opens both with labels of hidden checkboxes, which no key reaches, and
   leaves the closed ones in the tab order. Here the labels become buttons, what is closed is inert, and Escape gives the
   focus back to where it was. Without scripts the labels stay as the theme made them. */
"use strict";

(() => {
  const narrow = { drawer: matchMedia("(max-width: 76.1875em)"), search: matchMedia("(max-width: 59.9375em)") };
  const parts = [
    {
      name: "drawer",
      label: "Menu",
      toggle: document.getElementById("__drawer"),
      root: document.querySelector(".md-sidebar--primary"),
      /* What must not be reached while it is closed. */
      hidden: (open) => [[document.querySelector(".md-sidebar--primary"), narrow.drawer.matches && !open]],
      first: () => [...document.querySelectorAll(".md-sidebar--primary a.md-nav__link")].find((link) => link.getClientRects().length),
    },
    {
      name: "search",
      label: "Search",
      toggle: document.getElementById("__search"),
      root: document.querySelector(".md-search"),
      hidden: (open) => [
        [document.querySelector(".md-search__output"), !open],
        [document.querySelector(".md-search__inner"), narrow.search.matches && !open],
      ],
      first: () => document.querySelector(".md-search__input"),
    },
  ];

  /* What the theme leaves without a name. */
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  const results = document.querySelector(".md-search__scrollwrap");
  results?.setAttribute("role", "region");
  results?.setAttribute("aria-label", "Search results");

  /* What is only just being shown cannot take the focus before it is seen: try at each frame, until somebody moves on. */
  const focusSoon = (element, frames = 40) => {
    const before = document.activeElement;
    element.focus();
    if (document.activeElement === before && frames > 0) requestAnimationFrame(() => document.activeElement === before && focusSoon(element, frames - 1));
  };

  for (const part of parts) {
    const label = document.querySelector(`.md-header__button[for="${part.toggle.id}"]`);
    if (!label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} header-button--${part.name}`;
    button.setAttribute("aria-label", part.label);
    button.append(...label.childNodes);
    label.replaceWith(button);
    let opener = null;
    /* The theme may have moved the focus already when a part opens, so what had it before is kept in mind. */
    let outside = null;
    addEventListener("focusin", (event) => {
      if (!part.root?.contains(event.target)) outside = event.target;
    });

    const settle = () => {
      const open = part.toggle.checked;
      button.setAttribute("aria-expanded", String(open));
      for (const [element, inert] of part.hidden(open)) if (element) element.inert = inert;
    };

    button.addEventListener("click", () => part.toggle.click());
    /* Before the theme hears of it: it moves the focus at once, and nothing inert can take it. */
    part.toggle.addEventListener(
      "change",
      () => {
        const opened = part.toggle.checked;
        const focused = document.activeElement;
        if (opened) opener = !focused || focused === document.body || part.root?.contains(focused) ? (outside ?? button) : focused;
        settle();
        if (opened) {
          focusSoon(part.first());
        } else if (opener && opener.isConnected) {
          opener.focus();
          if (document.activeElement !== opener) button.focus();
          opener = null;
        }
      },
      true,
    );
    narrow[part.name].addEventListener("change", settle);
    settle();
  }

  addEventListener("keydown", (event) => {
    const [drawer, search] = parts.map((part) => part.toggle);
    if (event.key === "Escape" && drawer.checked) drawer.click();
    /* The theme's own keys for the search focus its field, which a closed search on a narrow screen does not let them. */
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (["/", "s", "f"].includes(event.key) && plain && !typing && narrow.search.matches && !search.checked) {
      event.preventDefault();
      search.click();
    }
  });
})();
