/* Small pieces of the page. Whatever comes from a pasted text becomes text, never markup. */

function element(name, properties, ...children) {
  const { dataset, aria, ...rest } = properties || {};
  const made = Object.assign(document.createElement(name), rest);
  for (const [key, value] of Object.entries(dataset || {})) made.dataset[key] = value;
  for (const [key, value] of Object.entries(aria || {})) made.setAttribute(key === "role" ? key : `aria-${key}`, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const figures = new Intl.NumberFormat("en");
const number = (value) => figures.format(value);
const faxes = (count) => `${number(count)} ${count === 1 ? "fax" : "faxes"}`;

function percent(part, whole) {
  const share = (100 * part) / whole;
  return share > 0 && share < 1 ? "under 1 %" : `${Math.round(share)} %`;
}

/* Copies of what the page's template holds: badges of outcomes, marks of provenances of statement. */
function copyOf(attribute, value) {
  const template = document.querySelector(`template[data-${attribute}="${CSS.escape(value)}"]`);
  return template ? template.content.cloneNode(true) : "";
}
const badge = (outcome) => copyOf("badge", outcome);
const provenance = (key) => copyOf("provenance", key);

const button = (text, onClick, properties) => {
  const made = element("button", { type: "button", textContent: text, ...properties });
  made.addEventListener("click", onClick);
  return made;
};

/* A table in a box that scrolls sideways and can be reached by keys. `head`: texts. */
const COUNTS = new Set(["Faxes", "Share", "Line"]);
let tables = 0;
function table(caption, className, head, rows) {
  const id = `triage-table-${(tables += 1)}`;
  return element(
    "div",
    { className: "table-scroll", tabIndex: 0, aria: { role: "region", labelledby: id } },
    element(
      "table",
      { className },
      element("caption", { id }, caption),
      element(
        "thead",
        {},
        element("tr", {}, ...head.map((text) => element("th", { scope: "col", className: COUNTS.has(text) ? "count" : "" }, text))),
      ),
      element("tbody", {}, ...rows),
    ),
  );
}

export { element, number, faxes, percent, badge, provenance, button, table };
