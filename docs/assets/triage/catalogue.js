/* The catalogue object of SHAPE.md, with the few questions that the engine asks of it. */
(function (self) {
  "use strict";

  function make(shape) {
    const codes = new Map();
    for (const entry of shape.codes) codes.set(entry.code, entry);
    const quoted = new Map();
    for (const entry of shape.codes) {
      // "No answer (might be out of paper)" is often quoted as "No answer". "OK" alone is too short to be a sign.
      const label = entry.label.toLowerCase().replace(/\.$/, "");
      quoted.set(
        entry.code,
        [label, label.replace(/\s*[(,].*$/, "").trim()].filter(function (l) {
          return l.length >= 4;
        }),
      );
    }
    const categories = new Map(
      shape.categories.map(function (c) {
        return [c.key, c];
      }),
    );

    function isListed(code) {
      return codes.has(code);
    }

    /* Every integer has an answer: listed, the rule for other negative numbers, or a failure that is not listed. */
    function explain(code) {
      const entry = codes.get(code);
      if (entry) return entry;
      return code < 0 ? shape.otherNegative : shape.unlisted;
    }

    return {
      ofSign: function (sign) {
        return shape.outcomes.find((outcome) => outcome.sign === sign).key;
      },
      shape: shape,
      isListed: isListed,
      explain: explain,
      quotedLabels: function (code) {
        return quoted.get(code) || [];
      },
      category: function (key) {
        return categories.get(key) || null;
      },
    };
  }

  self.TriageCatalogue = { make: make };
})(self);
