/* The colour scheme: the system's, which the style sheet follows by itself, until somebody chooses one. The choice is kept
   below the site's own path, since other sites may share its origin. */

import { root } from "./site.js";

/** @typedef {"light" | "dark"} Scheme */

const KEY = `${root.pathname}scheme`;
const system = matchMedia("(prefers-color-scheme: dark)");
const { dataset } = document.documentElement;

/** @returns {Scheme} the scheme that the page is shown in. */
export function current() {
  return (dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark" ? "dark" : "light";
}

/** Shows the scheme that was chosen on any page, if one was. */
export function restore() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === "light" || kept === "dark") dataset.scheme = kept;
  } catch {
    /* No storage (a private window, or it is blocked): the system's scheme holds. */
  }
}

/** @param {Scheme} scheme */
export function choose(scheme) {
  dataset.scheme = scheme;
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    /* Likewise: the choice lasts for this page. */
  }
}

/** @param {() => void} changed called when the scheme may have changed other than by choose(). */
export function watch(changed) {
  const again = () => {
    restore();
    changed();
  };
  system.addEventListener("change", changed);
  addEventListener("storage", again); /* chosen in another tab */
  addEventListener("pageshow", (event) => event.persisted && again()); /* chosen on a page after this one, then Back */
}
