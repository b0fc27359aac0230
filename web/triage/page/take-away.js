/* What a person takes along: all rows as CSV, a summary as plain text or Markdown. */

import { find, findAll } from "../../page/elements.js";

/** @import { Ask } from "./types.js" */

/**
 * @param {HTMLElement} root
 * @param {Ask} ask
 * @param {(sentence: string) => void} say
 * @returns {() => void} ends the export that is being made
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

  /** @type {{ cancel(): void } | null} */
  let making = null;

  /** Saves the rows. While they are made, which takes a while for a large file, the same button cancels. */
  async function csv() {
    if (making) {
      making.cancel();
      return;
    }
    const button = find(root, "[data-takes=csv]");
    const name = button.textContent;
    say("The CSV is being made.");
    const mine = ask({ type: "export", what: "csv" });
    making = mine;
    button.textContent = "Cancel the CSV";
    try {
      const { blob } = await mine;
      if (blob) save(blob, "fax-triage.csv");
      say("The CSV is ready.");
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      say("The CSV was cancelled.");
    } finally {
      making = null;
      button.textContent = name;
    }
  }

  /** @type {Record<string, () => Promise<void>>} */
  const actions = {
    csv,
    text: () => copy("text"),
    markdown: () => copy("markdown"),
    async file() {
      const { text = "" } = await ask({ type: "export", what: "markdown" });
      save(new Blob([text], { type: "text/markdown;charset=utf-8" }), "fax-triage.md");
      say("The summary is saved.");
    },
  };
  for (const button of findAll(root, "[data-takes]")) button.addEventListener("click", actions[button.dataset.takes ?? ""]);
  return () => making?.cancel();
}
