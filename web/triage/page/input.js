/* What goes in: typed or pasted text, a file chosen or dropped. A large paste is held as a file, since a field that shows
   megabytes would hold up the page. Nothing that was put in is lost: not by an error, a cancel, or another file. */

const SHOWN = 200000; // characters that the field takes

/* open(source): called with { text } or { file }, and a name. */
function setUp(root, open) {
  const form = root.querySelector(".triage__input");
  const field = form.querySelector("textarea");
  const picker = form.querySelector("input[type=file]");
  const holder = form.querySelector(".triage__held");
  let held = null;

  function size(bytes) {
    return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  }

  function hold(file, name) {
    held = file && { file, name };
    holder.hidden = !held;
    if (held) holder.querySelector("span").textContent = `${name || "Pasted text"} (${size(file.size)})`;
  }

  function submit() {
    if (held) open({ file: held.file, name: held.name });
    else open({ text: field.value, name: "" });
  }

  function take(file) {
    hold(file, file.name);
    submit();
  }

  function fromList(list) {
    take(list[0]);
    if (list.length > 1) holder.querySelector("span").append(`, the first of ${list.length} files: they are read one at a time`);
  }

  function transfer(data, event) {
    if (data.files.length) {
      event.preventDefault();
      fromList(data.files);
      return;
    }
    const text = data.getData("text/plain");
    if (text.length > SHOWN) {
      event.preventDefault();
      hold(new File([text], "pasted.txt"), "");
      submit();
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", () => hold(null));
  field.addEventListener("paste", (event) => transfer(event.clipboardData, event));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.querySelector("[data-does=choose]").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    if (picker.files.length) fromList(picker.files);
    picker.value = ""; // the same file can be chosen again
  });
  form.querySelector("[data-does=example]").addEventListener("click", () => {
    hold(null);
    field.value = root.querySelector("template[data-example]").content.textContent.trimStart();
    submit();
  });
  holder.querySelector("button").addEventListener("click", () => {
    hold(null);
    field.focus();
  });

  /* A drop anywhere on the page: elsewhere the browser would leave the page for the file, and what was pasted would be gone. */
  addEventListener("dragover", (event) => {
    if (event.target === field && !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("triage__input--over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("triage__input--over");
  });
  addEventListener("drop", (event) => {
    form.classList.remove("triage__input--over");
    const { files } = event.dataTransfer;
    const text = event.dataTransfer.getData("text/plain");
    if (files.length || event.target !== field) event.preventDefault();
    if (files.length) fromList(files);
    else if (text.length > SHOWN) transfer(event.dataTransfer, event);
    else if (event.target !== field && text) {
      field.value = text;
      hold(null);
      submit();
    }
  });
}

export { setUp };
