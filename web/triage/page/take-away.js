/* What a person takes along: all rows as CSV, a summary as plain text or Markdown. */

import { find, findAll } from "../../page/elements.js";

/** @import { Ask } from "./types.js" */

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {(sentence: string) => void} say
 */
export function setUp(root, ask, say) {
  const fallback = find(root, ".triage__copy");

  /**
   * @param {Blob} blob
   * @param {string} name
   */
  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** @param {"text" | "markdown"} what */
  async function copy(what) {
    const { text = "" } = await ask({ type: "export", what });
    try {
      await navigator.clipboard.writeText(text);
      fallback.hidden = true;
      say("The summary is copied.");
    } catch {
      fallback.hidden = false;
      const field = find(fallback, "textarea", HTMLTextAreaElement);
      field.value = text;
      field.focus();
      field.select();
      say("The browser did not allow copying. The summary stands below, selected.");
    }
  }

  /** @type {Record<string, () => Promise<void>>} */
  const actions = {
    async csv() {
      say("The CSV is being made.");
      const { blob } = await ask({ type: "export", what: "csv" });
      if (blob) save(blob, "fax-triage.csv");
      say("The CSV is ready.");
    },
    text: () => copy("text"),
    markdown: () => copy("markdown"),
    async file() {
      const { text = "" } = await ask({ type: "export", what: "markdown" });
      save(new Blob([text], { type: "text/markdown;charset=utf-8" }), "fax-triage.md");
      say("The summary is saved.");
    },
  };
  for (const button of findAll(root, "[data-takes]")) button.addEventListener("click", actions[button.dataset.takes ?? ""]);
}
