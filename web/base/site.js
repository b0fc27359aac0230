/* Where the site stands: each script element that needs it says so, as the way from the page to the site's root. */

const script = document.currentScript;

/** The site's root, with a slash at its end. */
export const root = new URL(script instanceof HTMLScriptElement ? `${script.dataset.root || "."}/` : "./", location.href);
