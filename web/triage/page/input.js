/* What goes in: typed or pasted text, a file chosen or dropped, the text of a link. A large paste is held as a file, since a field that shows
   megabytes would hold up the page. Nothing that was put in is lost: not by an error, a cancel, or another file. */

import { find, findAll } from "../../page/elements.js";
import { takeText } from "./from-link.js";

/** @import { Source } from "./types.js" */

const SHOWN = 200000; // characters that the field takes

/** @param {number} bytes */
function size(bytes) {
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/**
 * @param {HTMLElement} root
 * @param {(source: Source) => void} open called with what was put in
 * @param {(sentence: string) => void} complain
 */
export function setUp(root, open, complain) {
  const form = find(root, ".triage__input", HTMLFormElement);
  const field = find(form, "textarea", HTMLTextAreaElement);
  const picker = find(form, "input[type=file]", HTMLInputElement);
  const holder = find(form, ".triage__held");
  const holds = find(holder, "span");
  const offer = find(form, ".triage__offer");
  const example = find(root, "template[data-example]", HTMLTemplateElement);
  /** @type {Source | null} */
  let held = null;
  let agreed = () => {};

  /**
   * @param {File} file
   * @param {string} name
   */
  function hold(file, name) {
    held = { file, name };
    holder.hidden = false;
    holds.textContent = `${name || "Pasted text"} (${size(file.size)})`;
  }

  function putAway() {
    held = null;
    holder.hidden = true;
  }

  function submit() {
    offer.hidden = true;
    open(held ?? { text: field.value, name: "" });
  }

  /** @param {string} text */
  function put(text) {
    putAway();
    const isLong = text.length > SHOWN;
    field.value = isLong ? "" : text;
    if (isLong) hold(new File([text], "pasted.txt"), "");
    submit();
  }

  /**
   * Does what takes the place of something that was put in: at once where nothing is lost by it, else once somebody agrees.
   * @param {boolean} loses
   * @param {string} sentence what is offered
   * @param {() => void} act
   */
  function carefully(loses, sentence, act) {
    if (!loses) {
      act();
      return;
    }
    agreed = act;
    find(offer, "span").textContent = `${sentence}, but you already put something in.`;
    offer.hidden = false;
    offer.scrollIntoView({ block: "nearest" });
  }

  /** A paste that is held has no other place; a file can be chosen again. */
  const holdsPaste = () => held !== null && !held.name;

  /**
   * @param {string} text
   * @param {string} sentence
   * @param {boolean} loses whether something that is held would be lost
   */
  function propose(text, sentence, loses = holdsPaste()) {
    carefully(loses || (field.value.trim() !== "" && field.value !== text), sentence, () => put(text));
  }

  /** The text of the link that led here, or to another place of this page. */
  function fromLink() {
    const text = takeText();
    if (text === null) complain("The link is damaged: its text cannot be read. Paste the text instead.");
    if (text?.trim()) propose(text, "The link brings a text", held !== null);
  }

  /** @param {FileList} list not an empty one */
  function fromList(list) {
    const [file] = list;
    const others = list.length > 1 ? `, the first of ${list.length} files: they are read one at a time` : "";
    carefully(holdsPaste(), `The file ${file.name} was chosen`, () => {
      hold(file, file.name);
      submit();
      holds.append(others);
    });
  }

  /**
   * @param {DataTransfer} data
   * @param {Event} event
   */
  function transfer(data, event) {
    if (data.files.length) {
      event.preventDefault();
      fromList(data.files);
      return;
    }
    const text = data.getData("text/plain");
    if (text.length > SHOWN) {
      event.preventDefault();
      carefully(holdsPaste(), "Another text was pasted", () => {
        hold(new File([text], "pasted.txt"), "");
        submit();
      });
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", () => holdsPaste() || putAway());
  field.addEventListener("paste", (event) => event.clipboardData && transfer(event.clipboardData, event));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  find(form, "[data-does=choose]").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    if (picker.files?.length) fromList(picker.files);
    picker.value = ""; // the same file can be chosen again
  });
  find(form, "[data-does=example]").addEventListener("click", () => {
    propose(example.content.textContent?.trimStart() ?? "", "The example is ready");
  });
  find(offer, "button").addEventListener("click", () => {
    offer.hidden = true;
    agreed();
  });
  find(holder, "button").addEventListener("click", () => {
    putAway();
    field.focus();
  });

  /* A drop anywhere on the page: elsewhere the browser would leave the page for the file, and what was pasted would be gone. */
  addEventListener("dragover", (event) => {
    if (event.target === field && !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("triage__input--over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("triage__input--over");
  });
  addEventListener("drop", (event) => {
    form.classList.remove("triage__input--over");
    if (!event.dataTransfer) return;
    const { files } = event.dataTransfer;
    const text = event.dataTransfer.getData("text/plain");
    if (files.length || event.target !== field) event.preventDefault();
    if (files.length) fromList(files);
    else if (text.length > SHOWN) transfer(event.dataTransfer, event);
    else if (event.target !== field && text) propose(text, "A text was dropped");
  });

  /* Before the script is there, they would do nothing, and Explain would load the page anew without what was typed. */
  for (const button of findAll(form, "button:disabled")) button.removeAttribute("disabled");
  addEventListener("hashchange", fromLink);
  fromLink();
}
