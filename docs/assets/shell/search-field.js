/* Makes Material's search field answer to what is in it now, however it got there. */
"use strict";

(() => {
  const field = document.querySelector("[data-md-component=search-query]");
  const results = document.querySelector("[data-md-component=search-result]");
  if (!field || !results || !window.component$) return;

  /* What the list on the screen answers, and what Enter is waiting for. */
  let shown = null;
  let awaited = null;

  /* A phone's numeric keyboard has no minus and no letters: ask for the plain one. */
  field.setAttribute("inputmode", "text");
  field.setAttribute("enterkeyhint", "search");
  const count = results.firstElementChild;
  count.setAttribute("role", "status");

  const openFirst = () => {
    awaited = null;
    results.querySelector("li a[href]")?.click();
  };

  /* Material looks at the field on keyup only; paste, drop, speech and input methods send none. */
  field.addEventListener("input", () => {
    awaited = null;
    field.dispatchEvent(new KeyboardEvent("keyup"));
  });

  /* What was typed before this script ran. */
  if (field.value) field.dispatchEvent(new KeyboardEvent("keyup"));

  /* Material's Enter opens the list as it stands, which may answer an earlier text. */
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") awaited = null;
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (shown === field.value) openFirst();
    else awaited = field.value;
  });

  /* Material publishes every state of its components here, the results after they are in the list, with the query that
     our worker adds to them. */
  window.component$.subscribe((state) => {
    if (state.ref !== results || typeof state.query !== "string") return;
    shown = state.query;
    if (awaited === shown && field.value === shown) openFirst();
  });
})();
