/* The list of results. Everything that it shows is text: nothing of an answer becomes markup. */

import { pagePath } from "../catalogue/page-path.js";

/** @typedef {import("../types").Item} Item */
/** @typedef {import("../types").Piece} Piece */

/**
 * Shows an answer's groups in place of what was there.
 * @param {Element} list
 * @param {Item[][]} groups
 * @param {URL} root
 * @returns {string} how many there are, in words
 */
export function show(list, groups, root) {
  list.replaceChildren(...groups.map((items) => element("li", "", ...items.map((item) => result(item, root)))));
  if (!groups.length) return "Nothing found.";
  return groups.length === 1 ? "1 result" : `${groups.length} results`;
}

/**
 * @param {Item} item
 * @param {URL} root
 */
function result(item, root) {
  const link = element("a", "result__link", ...item.title.map(written));
  link.setAttribute("href", new URL(pagePath(item.path), root).href);
  return element("div", "result", link, ...item.text.map((pieces) => element("p", "", ...pieces.map(written))));
}

/** @param {Piece} piece */
const written = (piece) => (typeof piece === "string" ? piece : element("mark", "", piece.mark));

/**
 * @param {string} name
 * @param {string} className
 * @param {...(string | Node)} children
 */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
