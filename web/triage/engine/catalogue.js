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
  const { data, group, groups } = reader;
  const { categories, outcomes, steps } = data;
  /* What a log asks for is made when it does: of twenty thousand codes it names a few. */
  const rows = new Map(reader.codes.map((code, at) => [code, group[at]]));

  /** @type {Map<number, Entry>} */
  const entries = new Map();
  /** @type {Map<number, string[]>} */
  const quoted = new Map();

  /**
   * @param {number} code
   * @param {number} row its group
   * @returns {Entry}
   */
  function read(code, row) {
    const [label, action, advice] = reader.texts.some({
      label: groups.label[row],
      action: groups.action[row],
      advice: groups.advice[row],
    });
    return {
      label,
      outcome: outcomes.key[groups.outcome[row]],
      category: categories.key[groups.category[row]],
      step: steps.key[groups.step[row]],
      todo: [...(action ? [{ text: action, provenance: "stated" }] : []), { text: advice, provenance: "advice" }],
      link: reader.path("code", code),
    };
  }

  /**
   * A label as it is quoted: "No answer (might be out of paper)" often as "No answer".
   * @param {string} label
   */
  function quotes(label) {
    const whole = label.toLowerCase().replace(/\.$/, "");
    const short = whole.replace(/\s*[(,].*$/, "").trim();
    return [whole, short].filter((text) => text.length >= SHORTEST_LABEL);
  }

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
  function explain(code) {
    const row = rows.get(code);
    if (row === undefined) return code < 0 ? otherNegative : unlisted;
    const known = entries.get(code) ?? read(code, row);
    entries.set(code, known);
    return known;
  }

  /**
   * How the label of a listed code is quoted.
   * @param {number} code
   */
  function quotedLabels(code) {
    if (!rows.has(code)) return [];
    const known = quoted.get(code) ?? quotes(explain(code).label);
    quoted.set(code, known);
    return known;
  }

  return {
    site: data.site,
    steps: steps.key.map((key, at) => ({ key, name: steps.name[at] })),
    outcomes: outcomes.key.map((key, at) => ({ key, name: outcomes.name[at] })),
    unlistedLabel: unlisted.label,
    explain,
    /** @param {number} code */
    isListed: (code) => rows.has(code),
    quotedLabels,
    /** @param {string} key */
    category: (key) => byKey.get(key) ?? null,
    /** @param {"negative" | "zero" | "positive"} sign */
    ofSign: (sign) => reader.outcomeOf(sign).key,
  };
}
