/* A page of yesterday, which a cache kept, may ask for scripts by names that a newer edition of the site has dropped. It is complete
   without them, but would wait for them without a word. Scripts that are added later report for themselves. */

import { pagePath } from "../catalogue/page-path.js";
import { make } from "../page/elements.js";
import { root } from "./site.js";

const SENTENCE = "A part of this page could not be loaded. There may be a new edition of it.";

/**
 * A link to this page in its newest edition, and one to the list of codes, which needs no script.
 * @returns {HTMLElement[]}
 */
export function waysOut() {
  const reload = make("a", { href: location.href }, "Reload this page");
  reload.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  return [reload, make("a", { href: new URL(pagePath("codes/"), root).href }, "All status codes")];
}

export function watchScripts() {
  let isSaid = false;
  const say = (/** @type {Event} */ { target }) => {
    if (isSaid || !(target instanceof HTMLScriptElement) || target.parentElement !== document.body) return;
    isSaid = true;
    const [reload, codes] = waysOut();
    document.querySelector("main article")?.prepend(make("p", { className: "gone", role: "alert" }, `${SENTENCE} `, reload, " · ", codes));
  };
  addEventListener("error", say, { capture: true });
}
