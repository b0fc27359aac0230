// Everything a search finds, in the form in which Material shows it: groups of
// items {location, title, text, score, terms, tags}. Code answers come first.
(() => {
  "use strict";

  const MOST = 40;
  const MOST_CODES = 32;
  const MOST_PAGES = 10;
  // Words of a question, not of an answer; dropped where others are left.
  const ASIDE = new Set(("what whats is was are the a an and or of for from in on my our your we i you it this that does do did "
    + "mean means why how please help about me us to with when which which's but be by at as code status number fax faxes "
    + "its has have had got get gets says said").split(" "));

  // `writing` turns text into what an item holds: HTML with marks, unless told otherwise.
  function open(catalogue, docs, writing = self.faxMark) {
    const { escape, mark } = writing;
    let codeSearch = null;
    let pageSearch = null;
    // Built when first needed: a page on which nobody searches pays nothing.
    const codes = () => (codeSearch ??= self.faxCodeSearch.open(catalogue));
    const pages = () => (pageSearch ??= self.faxPageSearch.open(docs));

    const paragraph = (html) => (html ? `<p>${html}</p>` : "");
    const item = (location, title, text, extra = {}) => ({ location, title, text, terms: {}, ...extra });

    function answerItem(link, terms) {
      return [item(link.path, mark(link.title, terms), paragraph(mark(link.text, terms)))];
    }

    function codeItem(code, terms) {
      const entry = catalogue.describe(code);
      const title = `${code}: ${entry.label}`;
      const text = `${entry.outcome.name}. ${entry.meaning}`;
      return [item(entry.path, mark(title, terms), paragraph(mark(text, terms)))];
    }

    function categoryItem(at, terms) {
      const { name, summary } = catalogue.data.categories;
      const size = codes().sizes[at];
      return [item(
        catalogue.category(at).path,
        mark(`${name[at]} (${size === 1 ? "1 code" : `${size} codes`})`, terms),
        paragraph(mark(summary[at], terms)),
      )];
    }

    function ruleItem(terms) {
      const rule = catalogue.rule();
      return [item(rule.path, mark(`Any other negative number: ${rule.label}`, terms), paragraph(mark(rule.meaning, terms)))];
    }

    function pageItem({ page, terms }) {
      const text = self.faxPageSearch.excerpt(page, terms).map((block) => paragraph(mark(block, terms))).join("");
      const own = item(page.location, mark(page.title, terms), text, page.tags ? { tags: page.tags.map(escape) } : {});
      const article = pages().article(page);
      // A section is shown under the title of its page.
      if (!article || article === page) return [own];
      return [item(article.location, mark(article.title, terms), ""), own];
    }

    // Groups in order, one per address, as many as anybody reads. Material's own
    // Enter opens the highest score, so the score is the order.
    function finish(groups) {
      const seen = new Set();
      const kept = groups.filter(([first]) => !seen.has(first.location) && seen.add(first.location)).slice(0, MOST);
      return kept.map((group, at) => group.map((entry) => ({ ...entry, score: 1000 - at })));
    }

    // All words if anything has them all, else whatever has the most of them first.
    function whole(found, size) {
      const all = found.filter((entry) => entry.count === size);
      return all.length ? all : found;
    }

    const best = (found) => found.reduce(
      (top, entry) => (top && (top.count - entry.count || top.score - entry.score) >= 0 ? top : entry),
      null,
    );

    // Codes before pages, unless pages have more of the words and have them in better places.
    function merge(found, read) {
      const [code, page] = [best(found), best(read)];
      if (!code || !page) return [...found, ...read];
      if (page.count <= code.count || page.score <= code.score) {
        return [...found, ...read.filter((entry) => entry.count >= code.count)];
      }
      return [...read, ...found.filter((entry) => entry.count === page.count)];
    }

    function byWords(text) {
      const all = self.faxTextIndex.words(text);
      const telling = all.filter((word) => !ASIDE.has(word));
      const words = telling.length ? telling : all;
      if (!words.length) return [];
      const phrase = telling.length === all.length || !telling.length ? text : telling.join(" ");
      const misspelt = (word) => !codes().has(word) && !pages().has(word);
      const ordered = merge(
        whole(codes().search(words, phrase, misspelt), words.length),
        whole(pages().search(words, misspelt), words.length),
      );
      const groups = [];
      let shown = 0;
      let read = 0;
      for (const entry of ordered) {
        if (entry.type === "page") {
          if (read < MOST_PAGES) groups.push(pageItem(entry));
          read += 1;
        } else if (entry.type === "category") groups.push(categoryItem(entry.category, entry.terms));
        else if (entry.type === "rule") groups.push(ruleItem(entry.terms));
        else {
          for (const code of codes().groups[entry.kind].slice(0, MOST_CODES - shown)) {
            groups.push(codeItem(code, entry.terms));
            shown += 1;
          }
        }
        if (groups.length >= MOST * 2) break;
      }
      return groups;
    }

    function search(text) {
      const query = self.faxQuery.parse(text, catalogue);
      if (query.kind === "empty") return [];
      if (query.kind === "words") return finish(byWords(query.words));
      const answer = self.faxAnswers.reply(catalogue, query);
      const numbers = answer.links.map((link) => link.code).filter((code) => code !== undefined);
      const digits = query.kind === "prefix" ? [] : [answer.code, ...numbers.slice(0, 3)].filter((code) => code !== null);
      const terms = new Set([...digits, ...numbers].map(String));
      const mentions = digits.length ? pages().search([String(digits[0])]).slice(0, MOST_PAGES) : [];
      return finish([
        ...answer.links.slice(0, MOST_CODES).map((link) => answerItem(link, terms)),
        ...mentions.map(pageItem),
      ]);
    }

    return { search };
  }

  self.faxSearch = { open };
})();
