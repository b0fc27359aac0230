/* Runs before anything is drawn: what Material for MkDocs expects to find, and the colour scheme that was chosen last. */
"use strict";

/* What needs scripts has its place from the first paint on, so that nothing moves later. The theme's script says so too late. */
document.documentElement.classList.replace("no-js", "js");

/* The names are Material's own: its bundle reads and writes its settings through them, below the site's path. */
var __md_scope = new URL(document.currentScript.dataset.base || ".", location);
var __md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => {
  try {
    return JSON.parse(storage.getItem(scope.pathname + "." + key));
  } catch (error) {
    return null; /* No storage (a file, a private window): the default holds. */
  }
};
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch (error) {
    /* Likewise: the choice lasts for this page. */
  }
};

/* Trusted Types: the theme writes markup of its own into the list of search results. Let through the tags that it uses there,
   with no attribute but its own classes, and the address of the search worker; nothing else. */
if (self.trustedTypes) {
  const harmless = /<\/?(?:mark|h1|h2|p|div|ol|ul|li|article|nav|code|em|strong)(?: class="[\w -]*")?>/g;
  trustedTypes.createPolicy("default", {
    createHTML: (text) => (text.replace(harmless, "").includes("<") ? null : text),
    createScriptURL: (text) => (new URL(text, location).href.startsWith(new URL("assets/", __md_scope).href) ? text : null),
  });
}

(() => {
  const palette = __md_get("__palette");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const chosen = palette && palette.color && palette.color.media ? palette.color.scheme : dark ? "slate" : "default";
  /* The scheme is an attribute of body, which does not exist yet: set it as soon as it does, before the first paint. */
  new MutationObserver((_, observer) => {
    if (document.body) {
      document.body.setAttribute("data-md-color-scheme", chosen === "slate" ? "slate" : "default");
      observer.disconnect();
    }
  }).observe(document.documentElement, { childList: true });
})();
