/* /triage/: what is put in goes to the engine, what it says is shown. One thing is read at a time. */

import * as Client from "./client.js";
import * as Input from "./input.js";
import * as Results from "./results.js";
import * as Rows from "./rows.js";
import * as TakeAway from "./take-away.js";
import * as Text from "./text-view.js";
import { pagePath } from "../../catalogue/page-path.js";
import { faxes, number } from "./elements.js";

const place = document.getElementById("triage-place");
if (place) start(place);

/** @param {HTMLElement} root */
function start(root) {
  const client = Client.create(root.dataset.worker, root.dataset.catalogue);
  const status = root.querySelector(".triage__status");
  const progress = root.querySelector("progress");
  const work = root.querySelector(".triage__work");
  const wrong = root.querySelector(".triage__wrong");
  const results = root.querySelector(".triage__results");
  const heading = root.querySelector("#triage-found");
  let reading = null;

  const say = (sentence) => {
    status.textContent = sentence;
  };
  const complain = (sentence) => {
    wrong.textContent = sentence;
    wrong.hidden = !sentence;
    if (sentence) wrong.scrollIntoView({ block: "nearest" });
  };
  /* Every question after the first may fail as well, and is told in the same place. */
  const ask = (message) =>
    client.ask(message).catch((error) => {
      complain(error.message);
      throw error;
    });

  const href = (link) => root.dataset.base + pagePath(link);
  const rows = Rows.create(root, href, ask, changed);
  const show = Results.create(root, href, rows.filter);
  const text = Text.create(root, ask, changed);

  /* One part after the other, with a pause in which the browser may draw and hear keys: the whole at once would hold it up. */
  const pause = () => new Promise((resolve) => setTimeout(resolve));

  async function render(summary, fresh) {
    await show(summary, pause);
    const perhaps = root.querySelector("[data-place=maybe]");
    perhaps.hidden = !summary.maybe;
    perhaps.querySelector("span").textContent =
      summary.maybe === 1
        ? "One number is perhaps a status; it is not counted."
        : `${number(summary.maybe)} numbers are perhaps statuses; they are not counted.`;
    await pause();
    await rows.render(summary, fresh);
    await text(summary, fresh);
  }

  async function changed(summary) {
    await render(summary, false);
    say(`${faxes(summary.total)} counted.`);
  }

  async function open(source) {
    if (reading) reading.cancel();
    complain("");
    const message = source.file
      ? { type: "open", file: source.file, name: source.name }
      : { type: "open", text: source.text, name: source.name };
    const mine = client.ask(message, (value) => {
      progress.value = value;
    });
    reading = mine;
    progress.value = 0;
    work.hidden = false;
    work.scrollIntoView({ block: "nearest" });
    results.setAttribute("aria-busy", "true");
    say("Reading …");
    try {
      const summary = await mine;
      if (summary.error) {
        say("");
        complain(`${summary.error.sentence}${results.hidden ? "" : " What was read before still stands below."}`);
        return;
      }
      results.hidden = false;
      await render(summary, true);
      say(`${faxes(summary.total)} found.`);
      if (reading === mine) heading.focus();
    } catch (error) {
      if (error.name === "AbortError") {
        if (reading === mine) say("Cancelled. What you put in is still there.");
      } else {
        say("");
        complain(`${error.message} What you put in is still there.`);
      }
    } finally {
      if (reading === mine) {
        reading = null;
        work.hidden = true;
        results.removeAttribute("aria-busy");
      }
    }
  }

  root.querySelector("[data-does=cancel]").addEventListener("click", () => {
    if (reading) reading.cancel();
    root.querySelector("textarea").focus();
  });
  root.querySelector("[data-does=maybe]").addEventListener("click", () => rows.filter({ state: "maybe" }));
  TakeAway.setUp(root, ask, say);
  Input.setUp(root, open);

  /* The proof that nothing leaves: every request of this page after it was ready, counted by the browser itself. */
  const proof = root.querySelector(".triage__proof");
  const loaded = new Promise((resolve) => (document.readyState === "complete" ? resolve() : addEventListener("load", resolve)));
  Promise.all([client.ready, loaded]).then(
    () => {
      const since = performance.now();
      let requests = 0;
      const tell = () => {
        proof.textContent = `Ready. Requests made by this page since: ${requests}.`;
      };
      if (!self.PerformanceObserver) return;
      new PerformanceObserver((entries) => {
        requests += entries.getEntries().filter((entry) => entry.startTime >= since).length;
        tell();
      }).observe({ type: "resource" });
      tell();
    },
    (error) => complain(error.message),
  );
}
