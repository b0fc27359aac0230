/* Answers the number in the address: /lookup/?code=… and the page for an address that does not exist. The query is hostile
   input: it becomes text, never markup. */
"use strict";

(() => {
  const place = document.getElementById("answer");
  if (!place || !self.faxData) return;
  const { base } = place.dataset;
  const catalogue = self.faxCatalogue.open(self.faxData);

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const copyOf = (attribute, value) => document.querySelector(`template[data-${attribute}="${value}"]`).content.cloneNode(true);

  const sentence = ({ text, kind, source }) => {
    const line = element("p", {}, text);
    if (kind !== "note") line.append(" ", copyOf("kind", kind));
    if (source) line.append(element("cite", {}, source));
    return line;
  };

  const link = ({ path, title, text }) => element("li", {}, element("a", { href: base + path }, title), ...(text ? [" ", element("span", {}, text)] : []));

  /* Words have no answer of their own: list what the search finds, as plain text. */
  const found = (text) => {
    const plain = { escape: String, mark: String };
    return self.faxSearch.open(catalogue, [], plain).search(text).slice(0, 12).map(([{ location: path, title }]) => ({ path, title }));
  };

  const show = (asked, query) => {
    const answer = self.faxAnswers.reply(catalogue, query);
    const links = query.kind === "words" ? found(asked) : answer.links.filter((item) => !item.path.startsWith("lookup/"));
    const title = query.kind === "words" && links.length ? "What these words may be about" : answer.title;
    place.replaceChildren(
      element("h2", { id: "answered" }, title),
      ...(answer.outcome ? [element("p", {}, copyOf("badge", answer.outcome.slug))] : []),
      ...(query.kind === "words" && links.length ? [] : answer.sentences.map(sentence)),
      ...(links.length && answer.linked ? [element("h3", {}, answer.linked)] : []),
      ...(links.length ? [element("ul", { className: "answer__links" }, ...links.map(link))] : []),
    );
    document.title = `${title} – ${document.title}`;
  };

  /* The part of a missing address that was meant as a code: /codes/<anything>/. */
  const missing = () => {
    const path = location.pathname.slice(new URL(base || ".", location).pathname.length);
    const part = /^codes\/([^/]+)/.exec(path)?.[1];
    if (part === undefined) return null;
    try {
      return decodeURIComponent(part);
    } catch (error) {
      return part; /* A broken escape is text like any other. */
    }
  };

  const asked = document.querySelector("[data-missing]") ? missing() : new URLSearchParams(location.search).get("code");
  if (asked === null) return;
  const field = document.getElementById("lookup-code");
  field.value = asked.slice(0, 1000);
  const query = self.faxQuery.parse(asked, catalogue);
  if (query.kind === "code") {
    /* Replaced, so that the back button leads to where the reader came from and not back here. */
    location.replace(base + catalogue.path("code", query.code));
    return;
  }
  show(asked, query);
})();
