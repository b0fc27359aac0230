// Explains fax status codes from published data. Node 18 or newer, or a browser; nothing to install.
//
// node fax_status.mjs https://SITE/api/codes.json 3931 -57 4711

/** The facts, from the address of codes.json or from a copy of it beside your program. Load them once. */
export async function load(address) {
  if (!/^https?:/.test(address)) return JSON.parse((await import("node:fs")).readFileSync(address, "utf8"));
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

/** What the Status of a fax means (not the ResultCode of a call): an object with label, outcome, final, meaning, advice, next and resend. Throws a RangeError for what is no status. */
export function explain(facts, status) {
  if (!/^(0|-?[1-9][0-9]{0,14})$/.test(String(status))) throw new RangeError("not a status");
  const number = Number(status);
  return (
    facts.codes.find((code) => code.number === number) ??
    // Its sign still tells the outcome.
    facts.unlisted.find((other) => number >= (other.minimum ?? -Infinity) && number <= (other.maximum ?? Infinity))
  );
}

/** An entry for people to read. */
export function sentence(status, entry) {
  const state = entry.final ? "final" : "not final";
  return `${status}: ${entry.label} (${entry.outcome}, ${state}, ${entry.next}). ${entry.meaning.text} ${entry.advice.text}`;
}

const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Asks with query() until the status is final: at most six times a minute, and ever less often. Gives that status. */
export async function waitUntilFinal(facts, query, pause = sleep) {
  for (let delay = 10; ; delay = Math.min(delay * 2, 300)) {
    const status = await query();
    if (explain(facts, status).final) return status;
    await pause(delay);
  }
}

/** Explains each status; for the word "poll", plays polling with the statuses that stand on standard input. */
async function main(address, ...statuses) {
  const facts = await load(address);
  if (statuses.length === 1 && statuses[0] === "poll") {
    const { readFileSync } = await import("node:fs");
    const lines = readFileSync(0, "utf8").split("\n");
    const last = await waitUntilFinal(facts, () => lines.shift().trim(), (seconds) => console.log("wait", seconds));
    console.log(sentence(last, explain(facts, last)));
    return;
  }
  for (const status of statuses) {
    try {
      console.log(sentence(status, explain(facts, status)));
    } catch (error) {
      console.log(error.message);
    }
  }
}

if (globalThis.process?.argv[1] && import.meta.url.endsWith("/fax_status.mjs")) await main(...process.argv.slice(2));
