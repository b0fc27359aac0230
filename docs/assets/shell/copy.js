/* The buttons of a page that copy something. They need scripts, so they show themselves only where scripts run. */
"use strict";

(() => {
  const buttons = document.querySelectorAll("[data-copy], [data-copy-address]");
  if (!navigator.clipboard) return;
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const said = button.parentElement.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(button.dataset.copy ?? location.href.split("#")[0]);
        said.textContent = "Copied.";
      } catch (error) {
        said.textContent = "The browser did not allow copying.";
      }
    });
  }
})();
