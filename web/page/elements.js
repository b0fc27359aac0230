/* Finds and makes elements of a page. Scripts and templates know each other by data attributes, classes and ids. */

/**
 * The element that a selector names; every page that loads the script has it.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} [type] HTMLElement where nothing is given
 * @returns {T}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof (type ?? HTMLElement))) throw new Error(`${selector} is missing in this page`);
  return /** @type {T} */ (found);
}

/**
 * All HTML elements that a selector names.
 * @param {ParentNode} root
 * @param {string} selector
 */
export const findAll = (root, selector) =>
  [...root.querySelectorAll(selector)].filter((/** @returns {found is HTMLElement} */ found) => found instanceof HTMLElement);

/**
 * @template {HTMLElement} E
 * @typedef {Omit<Partial<E>, "dataset"> & { dataset?: Record<string, string>, aria?: Record<string, string> }} Properties
 */

/**
 * An element with properties, and with children of which texts stay texts. `aria` holds ARIA attributes without their prefix,
 * and `role`.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Properties<HTMLElementTagNameMap[N]>} properties
 * @param {...(string | Node)} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function make(name, { dataset = {}, aria = {}, ...properties }, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  Object.assign(made.dataset, dataset);
  for (const [key, value] of Object.entries(aria)) made.setAttribute(key === "role" ? key : `aria-${key}`, value);
  made.append(...children);
  return made;
}

/**
 * Sets an ARIA attribute, named without its prefix, or takes it away.
 * @param {Element} element
 * @param {string} name
 * @param {string | number | null} value
 */
export function setAria(element, name, value) {
  if (value === null) element.removeAttribute(`aria-${name}`);
  else element.setAttribute(`aria-${name}`, String(value));
}

/**
 * What a template of the page holds: the badge of an outcome, the mark of a provenance, what to do. Empty where there is no such template.
 * @param {"badge" | "provenance" | "step"} attribute
 * @param {string} value
 * @returns {Node | string}
 */
export function copyOf(attribute, value) {
  const template = document.querySelector(`template[data-${attribute}="${CSS.escape(value)}"]`);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : "";
}
