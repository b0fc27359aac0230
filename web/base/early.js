/* Runs in the head, before anything is drawn. */

import { watchScripts } from "./gone.js";
import { restore } from "./scheme.js";
import { root } from "./site.js";

/* What needs scripts has its place from the first paint on, so that nothing moves later. */
document.documentElement.classList.replace("no-js", "js");
restore();
watchScripts();

/* The only addresses that may become a script or a worker are those of the site's own files. */
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (text) => {
    const address = new URL(text, location.href).href;
    if (!address.startsWith(new URL("assets/js/", root).href)) throw new TypeError(`${address} is no script of this site`);
    return address;
  },
});
