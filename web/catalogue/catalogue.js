// The packed catalogue (macros/browser/pack.py), unpacked once and asked by
// number. Everything is a binary search over one sorted list, so ten thousand
// codes cost no more than eighty.

import { textsOf } from "./texts.js";

/** @typedef {import("./types").PackedCatalogue} PackedCatalogue */
/** @typedef {import("./types").Entry} Entry */
/** @typedef {import("./types").Outcome} Outcome */
/** @typedef {ReturnType<typeof open>} Catalogue */

/** @param {number[]} steps */
function summed(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

/**
 * Where `code` stands in the sorted list, or would stand.
 * @param {number[]} codes
 * @param {number} code
 */
function place(codes, code) {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codes[middle] < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {PackedCatalogue} data
 * @param {(files: string[]) => void} [load] loads files of texts; see texts.js
 */
export function open(data, load) {
  const codes = summed(data.codes);
  const group = summed(data.group);
  const groups = /** @type {import("./types").Groups} */ (
    Object.fromEntries(Object.entries(data.groups).map(([name, column]) => [name, summed(column)]))
  );
  const texts = textsOf(data, load);

  /**
   * Where a page stands, from the root of the site.
   * @param {keyof PackedCatalogue["paths"]} page
   * @param {string | number} key
   */
  const path = (page, key = "") => data.paths[page].replace("{}", () => String(key));

  /** @param {number} code */
  const isListed = (code) => codes[place(codes, code)] === code;

  /**
   * @param {number} from
   * @param {number} to
   */
  const between = (from, to) => codes.slice(place(codes, from), place(codes, to + 1));

  /**
   * The codes whose digits begin so, smallest first. "-" alone is every negative one.
   * @param {string} start
   */
  function begins(start) {
    if (start === "-") return between(-Infinity, -1).reverse();
    const first = Number(start);
    if (!Number.isSafeInteger(first)) return [];
    if (first === 0) return isListed(0) ? [0] : [];
    const found = [];
    for (let size = 1; Number.isSafeInteger(first * size * 10); size *= 10) {
      const far = first * size + Math.sign(first) * (size - 1);
      found.push(first < 0 ? between(far, first * size).reverse() : between(first * size, far));
    }
    return found.flat();
  }

  /** @param {number} index */
  const category = (index) => ({
    key: data.categories.key[index],
    name: data.categories.name[index],
    path: path("category", data.categories.key[index]),
  });

  /**
   * What to do, by its place in the list of steps.
   * @param {number} index
   */
  const step = (index) => ({ key: data.steps.key[index], name: data.steps.name[index] });

  /**
   * @param {number} index
   * @returns {Outcome}
   */
  const outcome = (index) => ({
    key: data.outcomes.key[index],
    name: data.outcomes.name[index],
    meaning: data.outcomes.meaning[index],
    final: data.outcomes.final[index] === 1,
    unlistedStep: step(data.outcomes.step[index]),
  });

  /**
   * @param {number} code
   * @returns {Entry | null}
   */
  function describe(code) {
    const at = place(codes, code);
    if (codes[at] !== code) return null;
    const own = group[at];
    const [label, meaning] = texts.some({ label: groups.label[own], meaning: groups.meaning[own] });
    return {
      code,
      path: path("code", code),
      label,
      meaning,
      category: category(groups.category[own]),
      outcome: outcome(groups.outcome[own]),
      step: step(groups.step[own]),
    };
  }

  /**
   * The entry of a code that is listed.
   * @param {number} code
   */
  function entry(code) {
    const found = describe(code);
    if (!found) throw new RangeError(`${code} is not listed`);
    return found;
  }

  /** The rule for a negative number that is not listed. */
  const rule = () => ({
    path: path("code", data.rule.key),
    label: data.rule.label,
    meaning: data.rule.meaning,
    category: category(data.rule.category),
    outcome: outcome(data.rule.outcome),
    step: step(data.rule.step),
    advice: data.rule.advice,
  });

  /**
   * The Q.850 cause that a number appears to carry, if there is one of this name.
   * @param {number} code
   */
  function cause(code) {
    const { base, last, numbers, names } = data.causes;
    if (code < base || code > base + last) return null;
    const at = numbers.indexOf(code - base);
    return at < 0 || names[at] === "" ? null : { number: numbers[at], name: names[at] };
  }

  /** @param {"negative" | "zero" | "positive"} sign */
  const outcomeOf = (sign) => outcome(data.outcomes.sign.indexOf(sign));

  /** What to call a failure that is not listed. */
  const unlistedLabel = () => data.answers["unlisted-label"].text.replace("{outcome}", () => outcomeOf("positive").name);

  const labels = () => texts.all("label")[0];

  return {
    ...{ data, codes, group, groups, texts, labels },
    ...{ path, isListed, between, begins, describe, entry, category, rule, cause, outcomeOf, unlistedLabel },
  };
}
