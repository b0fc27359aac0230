/* The buttons of a page that copy something. They need scripts, so they show themselves only where scripts run. */

import { find } from "../page/elements.js";

export function copying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy-ticket], [data-copy-address]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const status = button.parentElement?.querySelector("[role=status]");
      let said = "Copied.";
      try {
        const address = location.href.split("#")[0];
        await navigator.clipboard.writeText(button.matches("[data-copy-ticket]") ? `${ticket()} ${address}` : address);
      } catch {
        said = "The browser did not allow copying.";
      }
      if (status) status.textContent = said;
    });
  }
}

/** A code's page in a few sentences. */
function ticket() {
  const description = document.querySelector("meta[name=description]")?.getAttribute("content");
  const step = find(document, ".decisions .step").textContent;
  const advice = find(document, "[data-advice]").firstChild?.textContent?.trim(); // without the mark behind it
  return `${description} ${find(document, "[data-final]").textContent}. What to do: ${step}. ${advice}`;
}
