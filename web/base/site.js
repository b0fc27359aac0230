/* Where the site stands. */

const script = document.currentScript;

/** The site's root, with a slash at its end: the script element says the way there. */
export const root = new URL(`${(script instanceof HTMLScriptElement && script.dataset.root) || "."}/`.replace(/\/+$/, "/"), location.href);
