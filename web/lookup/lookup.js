/* Answers the number in the address: /lookup/?code=… and the page for an address that does not exist. The query is hostile
   input: it becomes text, never markup. */

import { inPage } from "../catalogue/in-page.js";
import { pagePath } from "../catalogue/page-path.js";
import { copyOf, find, make } from "../page/elements.js";
import * as Answers from "../search/answers.js";
import * as Query from "../search/query.js";
import * as Search from "../search/search.js";

/** @typedef {import("../catalogue/catalogue.js").Catalogue} Catalogue */
/** @typedef {import("../types").Piece} Piece */
/** @typedef {import("../catalogue/types").Sentence} Sentence */
/** @typedef {{ path: string, title: string, text?: string }} Link */

const MOST_FOUND = 12;
const FAILED = "The answer could not be loaded. There may be a new edition of this page: reload it, or find the number among";
const LONGEST_SHOWN = 1000; // characters of what was asked

const answers = document.getElementById("answer");
if (answers) answer(answers).catch(() => failed(answers));

/** @param {HTMLElement} place */
function failed(place) {
  const codes = make("a", { href: (place.dataset.base ?? "") + pagePath("codes/") }, "all status codes");
  place.replaceChildren(make("p", {}, `${FAILED} `, codes, "."));
}

/** @param {HTMLElement} place */
async function answer(place) {
  const base = place.dataset.base ?? "";
  const asked = document.querySelector("[data-missing]") ? missing(base) : new URLSearchParams(location.search).get("code");
  if (asked === null) return;
  const field = document.getElementById("lookup-code");
  /* The default, too: WebKit resets a field without suggestions when Back shows the page again. */
  if (field instanceof HTMLInputElement) field.value = field.defaultValue = asked.slice(0, LONGEST_SHOWN);
  const reading = await inPage(find(document, "[data-search]").dataset.catalogue ?? "");
  const { own, reply, links } = await reading((catalogue) => replyTo(asked, catalogue));
  if (reply === null) {
    /* Replaced, so that the back button leads to where the reader came from and not back here. */
    location.replace(base + pagePath(own));
    return;
  }
  const onlyLinks = reply.type === "words" && links.length > 0;
  const title = onlyLinks ? "What these words may be about" : reply.title;
  place.replaceChildren(
    make("h2", { id: "answered" }, title),
    ...(reply.outcome ? [make("p", {}, copyOf("badge", reply.outcome.key))] : []),
    ...(reply.step ? [make("p", {}, copyOf("step", reply.step.key), " ", copyOf("provenance", "advice"))] : []),
    ...(onlyLinks ? [] : reply.sentences.map(sentence)),
    ...(links.length && reply.linked ? [make("h3", {}, reply.linked)] : []),
    ...(links.length ? [make("ul", { className: "answer__links" }, ...links.map((item) => link(base, item)))] : []),
  );
  document.title = `${title} – ${document.title}`;
}

/**
 * What is said about a text, and where it leads; `own` is the page of the code that it names.
 * @param {string} asked
 * @param {Catalogue} catalogue
 */
function replyTo(asked, catalogue) {
  const query = Query.parse(asked, catalogue);
  if (query.type === "code") return { own: catalogue.path("code", query.code), reply: null, links: [] };
  const reply = Answers.reply(catalogue, query);
  /* Words have no answer of their own: list what the search finds. */
  const links = query.type === "words" ? found(catalogue, asked) : reply.links.filter((item) => !item.path.startsWith("lookup/"));
  return { own: null, reply, links };
}

/**
 * The part of a missing address that was meant as a code: /codes/<anything>/.
 * @param {string} base
 */
function missing(base) {
  const path = location.pathname.slice(new URL(base || ".", location.href).pathname.length);
  const part = /^codes\/([^/]+)/.exec(path)?.[1];
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return part; /* A broken escape is text like any other. */
  }
}

/**
 * @param {Catalogue} catalogue
 * @param {string} text
 * @returns {Link[]}
 */
function found(catalogue, text) {
  const groups = Search.open(catalogue, null).search(text).slice(0, MOST_FOUND);
  return groups.map(([{ path, title }]) => ({ path, title: title.map(plain).join("") }));
}

/** @param {Piece} piece */
function plain(piece) {
  return typeof piece === "string" ? piece : piece.mark;
}

/** @param {Sentence} said */
function sentence({ text, provenance, source }) {
  const line = make("p", {}, text);
  if (provenance !== "note") line.append(" ", copyOf("provenance", provenance));
  if (source) line.append(make("cite", {}, source));
  return line;
}

/**
 * @param {string} base
 * @param {Link} item
 */
function link(base, { path, title, text }) {
  return make("li", {}, make("a", { href: base + pagePath(path) }, title), ...(text ? [" ", make("span", {}, text)] : []));
}
