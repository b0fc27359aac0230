/* The catalogue with the few questions that the engine asks of it, for each of a million rows. */

/** @typedef {import("../../catalogue/catalogue.js").Catalogue} Reader */
/** @typedef {ReturnType<typeof make>} Catalogue */

/**
 * What the catalogue knows about a number. `link` is the path of its page from the root of the site, empty where it has none.
 * @typedef {{ label: string, outcome: string, category: string, arrival: string, action: string, actionProvenance: string, link: string }} Entry
 */

const SHORTEST_LABEL = 4; // letters: "OK" alone is too short to be a sign

/** @param {Reader} reader */
export function make(reader) {
  const { data } = reader;
  const { groups, texts, categories, outcomes, arrivals } = data;

  /** @type {Map<number, Entry>} */
  const entries = new Map();
  /** @type {Map<number, string[]>} */
  const quoted = new Map();
  reader.codes.forEach((code, at) => {
    const group = data.group[at];
    const label = texts.label[groups.label[group]];
    entries.set(code, {
      label,
      outcome: outcomes.key[groups.outcome[group]],
      category: categories.key[groups.category[group]],
      arrival: arrivals.key[groups.arrival[group]],
      action: texts.action[groups.action[group]],
      actionProvenance: "stated",
      link: reader.path("code", code),
    });
    // "No answer (might be out of paper)" is often quoted as "No answer".
    const whole = label.toLowerCase().replace(/\.$/, "");
    const short = whole.replace(/\s*[(,].*$/, "").trim();
    quoted.set(
      code,
      [whole, short].filter((text) => text.length >= SHORTEST_LABEL),
    );
  });

  const { rule } = data;
  /** @type {Entry} */
  const otherNegative = {
    label: rule.label,
    outcome: outcomes.key[rule.outcome],
    category: categories.key[rule.category],
    arrival: arrivals.key[rule.arrival],
    action: "",
    actionProvenance: "stated",
    link: reader.path("code", rule.key),
  };
  const advice = data.answers["unlisted-advice"];
  /** @type {Entry} */
  const unlisted = {
    label: reader.unlistedLabel(),
    outcome: reader.outcomeOf("positive").key,
    category: "",
    arrival: "unknown",
    action: advice.text,
    actionProvenance: advice.provenance,
    link: "",
  };

  const byKey = new Map(
    categories.key.map((key, at) => [
      key,
      {
        key,
        name: categories.name[at],
        advice: categories.advice[at],
        fixFirst: categories.fixFirst[at],
        link: reader.path("category", key),
      },
    ]),
  );
  const inPart = new Set(arrivals.key.filter((_, at) => arrivals.inPart[at] === 1));

  /**
   * Every integer has an answer: listed, the rule for other negative numbers, or a failure that is not listed.
   * @param {number} code
   */
  const explain = (code) => entries.get(code) ?? (code < 0 ? otherNegative : unlisted);

  return {
    site: data.site,
    lists: data.lists,
    outcomes: outcomes.key.map((key, at) => ({ key, name: outcomes.name[at] })),
    unlistedLabel: unlisted.label,
    explain,
    /** @param {number} code */
    isListed: (code) => entries.has(code),
    /** @param {number} code */
    quotedLabels: (code) => quoted.get(code) ?? [],
    /** @param {string} key */
    category: (key) => byKey.get(key) ?? null,
    /** @param {string} arrival */
    mayBeInPart: (arrival) => inPart.has(arrival),
    /** @param {"negative" | "zero" | "positive"} sign */
    ofSign: (sign) => reader.outcomeOf(sign).key,
  };
}
