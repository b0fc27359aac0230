/* The buttons of a page that copy something. They need scripts, so they show themselves only where scripts run. */

export function copying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy], [data-copy-address]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const status = button.parentElement?.querySelector("[role=status]");
      let said = "Copied.";
      try {
        await navigator.clipboard.writeText([button.dataset.copy, location.href.split("#")[0]].filter(Boolean).join(" "));
      } catch {
        said = "The browser did not allow copying.";
      }
      if (status) status.textContent = said;
    });
  }
}
