/* Where the site stands, and what its pages have: scripts and templates know each other by data attributes and ids. */

const script = document.currentScript;

/** The site's root, with a slash at its end: the script element says the way there. */
export const root = new URL(`${(script instanceof HTMLScriptElement && script.dataset.root) || "."}/`.replace(/\/+$/, "/"), location.href);

/**
 * The element of this page that a selector names; every page has it.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function element(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`${selector} is missing in this page`);
  return found;
}
