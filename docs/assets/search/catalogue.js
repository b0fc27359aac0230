// The list of codes as macros/lookup.py packs it, unpacked once
// and asked by number. Everything is a binary search over one sorted list, so
// ten thousand codes cost no more than eighty.
(() => {
  "use strict";

  function undelta(deltas) {
    let sum = 0;
    return deltas.map((step) => (sum += step));
  }

  // Where `code` stands in the sorted list, or would stand.
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

  const bySize = (a, b) => Math.abs(a) - Math.abs(b) || a - b;

  // Where pages stand, from the root of the site. A copy without a server has
  // other addresses (codes/-22.html), which its builder puts into data.paths.
  const PATHS = { code: "codes/{}/", category: "categories/{}/", codes: "codes/", lookup: "lookup/" };

  function open(data) {
    const codes = undelta(data.codes);
    const patterns = { ...PATHS, ...data.paths };
    const path = (page, name = "") => patterns[page].replace("{}", () => name);

    const isListed = (code) => codes[place(codes, code)] === code;

    const between = (from, to) => codes.slice(place(codes, from), place(codes, to + 1));

    // The codes whose digits begin so, smallest first. "-" alone is every negative one.
    function begins(start) {
      if (start === "-") return between(-Infinity, -1).sort(bySize);
      const first = Number(start);
      if (!Number.isSafeInteger(first)) return [];
      if (first === 0) return isListed(0) ? [0] : [];
      const found = [];
      for (let size = 1; Number.isSafeInteger(first * size * 10); size *= 10) {
        const [near, far] = [first * size, first * size + Math.sign(first) * (size - 1)];
        found.push(...between(Math.min(near, far), Math.max(near, far)));
      }
      return found.sort(bySize);
    }

    const category = (index) => ({
      slug: data.categories.slug[index],
      name: data.categories.name[index],
      path: path("category", data.categories.slug[index]),
    });

    const outcome = (index) => ({
      slug: data.outcomes.slug[index],
      name: data.outcomes.name[index],
      meaning: data.outcomes.meaning[index],
      final: data.outcomes.final[index] === 1,
    });

    function describeKind(kind) {
      const { kinds } = data;
      return {
        label: data.labels[kinds.label[kind]],
        meaning: data.meanings[kinds.meaning[kind]],
        category: category(kinds.category[kind]),
        outcome: outcome(kinds.outcome[kind]),
      };
    }

    function describe(code) {
      const at = place(codes, code);
      if (codes[at] !== code) return null;
      return { code, path: path("code", code), ...describeKind(data.kind[at]) };
    }

    // The rule for a negative number that is not listed.
    const rule = () => ({
      path: path("code", "other-negative"),
      label: data.rule.label,
      meaning: data.rule.meaning,
      category: category(data.rule.category),
      outcome: outcome(data.rule.outcome),
    });

    // The nearest listed codes of the same sign, for a number that is not listed.
    function neighbours(code) {
      const at = place(codes, code);
      const same = (other) => (other !== undefined && Math.sign(other) === Math.sign(code) ? describe(other) : null);
      return { below: same(codes[at - 1]), above: same(codes[isListed(code) ? at + 1 : at]) };
    }

    // The Q.850 cause that a number appears to carry, if there is one of this name.
    function cause(code) {
      const { base, last, numbers, names } = data.causes;
      if (code < base || code > base + last) return null;
      const at = numbers.indexOf(code - base);
      return at < 0 || names[at] === "" ? null : { number: numbers[at], name: names[at] };
    }

    function outcomeOf(sign) {
      const index = data.outcomes.sign.indexOf(sign);
      return index < 0 ? null : outcome(index);
    }

    return {
      data, codes, path, isListed, begins, between, describe, describeKind, category, rule, neighbours, cause, outcomeOf,
    };
  }

  self.faxCatalogue = { open };
})();
