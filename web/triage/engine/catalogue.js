/* The catalogue with the few questions that the engine asks of it, for each of a million rows. */

/** @typedef {import("../../catalogue/catalogue.js").Catalogue} Reader */
/** @typedef {ReturnType<typeof make>} Catalogue */

/**
 * What the catalogue knows about a number. `step`: what to do, in one word. `todo`: the same in sentences, first what the vendor says, then
 * our advice. `link` is the path of its page from the root of the site, empty where it has none.
 * @typedef {{ label: string, outcome: string, category: string, step: string, todo: import("./types").Advice[], link: string }} Entry
 */

const SHORTEST_LABEL = 4; // letters: "OK" alone is too short to be a sign

/** @param {Reader} reader */
export function make(reader) {
  const { data } = reader;
  const { groups, texts, categories, outcomes, steps } = data;

  /** @type {Map<number, Entry>} */
  const entries = new Map();
  /** @type {Map<number, string[]>} */
  const quoted = new Map();
  reader.codes.forEach((code, at) => {
    const group = data.group[at];
    const label = texts.label[groups.label[group]];
    const action = texts.action[groups.action[group]];
    entries.set(code, {
      label,
      outcome: outcomes.key[groups.outcome[group]],
      category: categories.key[groups.category[group]],
      step: steps.key[groups.step[group]],
      todo: [
        ...(action ? [{ text: action, provenance: "stated" }] : []),
        { text: texts.advice[groups.advice[group]], provenance: "advice" },
      ],
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
    step: steps.key[rule.step],
    todo: [{ text: rule.advice, provenance: "advice" }],
    link: reader.path("code", rule.key),
  };
  const failure = reader.outcomeOf("positive");
  /** @type {Entry} */
  const unlisted = {
    label: reader.unlistedLabel(),
    outcome: failure.key,
    category: "",
    step: failure.unlistedStep.key,
    todo: [data.answers["unlisted-advice"]],
    link: "",
  };

  const byKey = new Map(
    categories.key.map((key, at) => [
      key,
      {
        key,
        name: categories.name[at],
        link: reader.path("category", key),
      },
    ]),
  );

  /**
   * Every integer has an answer: listed, the rule for other negative numbers, or a failure that is not listed.
   * @param {number} code
   */
  const explain = (code) => entries.get(code) ?? (code < 0 ? otherNegative : unlisted);

  return {
    site: data.site,
    steps: steps.key.map((key, at) => ({ key, name: steps.name[at] })),
    outcomes: outcomes.key.map((key, at) => ({ key, name: outcomes.name[at] })),
    unlistedLabel: unlisted.label,
    explain,
    /** @param {number} code */
    isListed: (code) => entries.has(code),
    /** @param {number} code */
    quotedLabels: (code) => quoted.get(code) ?? [],
    /** @param {string} key */
    category: (key) => byKey.get(key) ?? null,
    /** @param {"negative" | "zero" | "positive"} sign */
    ofSign: (sign) => reader.outcomeOf(sign).key,
  };
}
