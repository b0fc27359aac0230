/* /triage/: what is put in goes to the engine, what it says is shown. One thing is read at a time. */

import * as Client from "./client.js";
import * as Input from "./input.js";
import * as Results from "./results.js";
import * as Rows from "./rows.js";
import * as TakeAway from "./take-away.js";
import * as Text from "./text-view.js";
import { pagePath } from "../../catalogue/page-path.js";
import { find } from "../../page/elements.js";
import { faxes, number } from "./elements.js";

/** @import { Summary } from "../engine/types.js" */
/** @import { Ask, Source } from "./types.js" */

const place = document.getElementById("triage-place");
if (place) start(place);

/** @param {HTMLElement} root */
function start(root) {
  const { worker = "", catalogue = "", base = "" } = root.dataset;
  const client = Client.create(worker, catalogue);
  const status = find(root, ".triage__status");
  const progress = find(root, "progress", HTMLProgressElement);
  const work = find(root, ".triage__work");
  const wrong = find(root, ".triage__wrong");
  const results = find(root, ".triage__results");
  const heading = find(root, "#triage-found");
  const perhaps = find(root, "[data-place=maybe]");
  const passed = find(root, "[data-place=passed]");
  /** @type {{ cancel(): void } | null} */
  let reading = null;

  /**
   * @param {string} sentence
   * @param {"polite" | "off"} live off where the focus goes to what says the same
   */
  const say = (sentence, live = "polite") => {
    status.ariaLive = live;
    status.textContent = sentence;
  };
  /** @param {string} sentence */
  const complain = (sentence) => {
    wrong.textContent = sentence;
    wrong.hidden = !sentence;
    if (sentence) wrong.scrollIntoView({ block: "nearest" });
  };
  /** @type {Ask} Every request after the first may fail as well, and says so in the same place. */
  const ask = (request) => {
    const mine = client.ask(request);
    mine.catch((error) => error.name === "AbortError" || complain(error.message));
    return mine;
  };

  /** @param {string} link */
  const href = (link) => base + pagePath(link);
  const rows = Rows.create(root, href, ask, changed);
  const show = Results.create(root, href, ask, rows.filter);
  const text = Text.create(root, ask, changed);

  /* One part after the other, with a pause in which the browser may draw and hear keys: the whole at once would hold it up. */
  const pause = () => new Promise((resolve) => setTimeout(resolve));

  /**
   * @param {Summary} summary
   * @param {boolean} fresh whether another text was read
   */
  async function render(summary, fresh) {
    await show(summary, pause);
    perhaps.hidden = !summary.maybe;
    find(perhaps, "span").textContent =
      summary.maybe === 1
        ? "One number is perhaps a status; it is not counted."
        : `${number(summary.maybe)} numbers are perhaps statuses; they are not counted.`;
    passed.hidden = !summary.passed && !summary.withoutNumber;
    find(passed, "span").textContent = [
      summary.withoutNumber &&
        `${summary.withoutNumber === 1 ? "One row has" : `${number(summary.withoutNumber)} rows have`} no number as a status.`,
      summary.passed === 1 && "One number looks like a code and was not read as one.",
      summary.passed > 1 && `${number(summary.passed)} numbers look like codes and were not read as such.`,
    ]
      .filter(Boolean)
      .join(" ");
    await pause();
    await rows.render(summary, fresh);
    await text(summary, fresh);
  }

  /** @param {Summary} summary */
  async function changed(summary) {
    await render(summary, false);
    say(`${faxes(summary.total)} counted.`);
  }

  /** @param {Source} source */
  async function open(source) {
    reading?.cancel();
    cancelExport();
    complain("");
    const mine = client.ask({ type: "open", ...source }, (value) => {
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
      if ("error" in summary) {
        say("");
        complain(`${summary.error.sentence}${results.hidden ? "" : " What was read before still stands below."}`);
        return;
      }
      results.hidden = false;
      await render(summary, true);
      const isLast = reading === mine;
      say(`${faxes(summary.total)} found.`, isLast ? "off" : "polite");
      if (isLast) heading.focus();
    } catch (caught) {
      const error = /** @type {Error} */ (caught);
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

  find(root, "[data-does=cancel]").addEventListener("click", () => {
    reading?.cancel();
    find(root, "textarea").focus();
  });
  find(root, "[data-does=passed]").addEventListener("click", () => rows.filter({ state: "passed" }));
  find(root, "[data-does=maybe]").addEventListener("click", () => rows.filter({ state: "maybe" }));
  const cancelExport = TakeAway.setUp(root, ask, say);
  Input.setUp(root, open, complain);

  /* The proof that nothing leaves: every request of this page after it was ready, counted by the browser itself. */
  const proof = find(root, ".triage__proof");
  const loaded = new Promise((resolve) => (document.readyState === "complete" ? resolve(null) : addEventListener("load", resolve)));
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
