// Everything a search finds, as groups: a page, followed by its sections that
// fit. Code answers come first.

import * as Answers from "./answers.js";
import * as CodeSearch from "./code-search.js";
import { mark } from "./mark.js";
import * as PageSearch from "./page-search.js";
import * as Query from "./query.js";
import { inCapitals, isAbbreviation } from "./query/terms.js";
import * as TextIndex from "./text-index.js";

/** @import { Catalogue } from "../catalogue/catalogue.js" */
/** @import { Item } from "../types.js" */
/** @import { Found, FoundPage, IndexedDocument, Link, Manner } from "./types.js" */

const MOST = 40;
const MOST_CODES = 32;
const MOST_PAGES = 10;
// Words of a question, not of an answer; dropped where others are left.
const ASIDE = new Set(
  (
    "what whats is was are the a an and or of for from in on my our your we i you it this that does do did " +
    "mean means why how please help about me us to with when which which's but be by at as code status number fax faxes " +
    "its has have had got get gets says said am will would should can could if there"
  ).split(" "),
);

// Words that say of anything that it went wrong.
const GENERAL = new Set("error errors failed failure fail fails failing message invalid command response no not unknown".split(" "));
const SHORT = 3; // letters of an abbreviation that begins many words

/**
 * @param {Catalogue} catalogue
 * @param {IndexedDocument[] | null} docs the other pages; where they are not known, a word may be one of theirs, so that
 *   slips and a part of the words are no find
 */
export function open(catalogue, docs) {
  /** @type {ReturnType<typeof CodeSearch.open> | null} */
  let codeSearch = null;
  /** @type {ReturnType<typeof PageSearch.open> | null} */
  let pageSearch = null;
  // Built when first needed: a page on which nobody searches pays nothing.
  const codes = () => (codeSearch ??= CodeSearch.open(catalogue));
  const pages = () => (pageSearch ??= PageSearch.open(docs ?? []));

  /**
   * @param {string} path
   * @param {string} title
   * @param {string[]} paragraphs
   * @param {Set<string>} terms
   * @returns {Item}
   */
  const item = (path, title, paragraphs, terms) => ({
    path,
    title: mark(title, terms),
    text: paragraphs.filter(Boolean).map((text) => mark(text, terms)),
  });

  /**
   * @param {Link} link
   * @param {Set<string>} terms
   */
  const linkItem = (link, terms) => [item(link.path, link.title, [link.text], terms)];

  /**
   * @param {number} at
   * @param {Set<string>} terms
   */
  function categoryItem(at, terms) {
    const { name, summary } = catalogue.data.categories;
    const size = codes().sizes[at];
    return [item(catalogue.category(at).path, `${name[at]} (${size === 1 ? "1 code" : `${size} codes`})`, [summary[at]], terms)];
  }

  /** @param {Set<string>} terms */
  function ruleItem(terms) {
    const rule = catalogue.rule();
    return [item(rule.path, `Any other negative number: ${rule.label}`, [rule.meaning], terms)];
  }

  /** @param {FoundPage} found */
  function pageItem({ page, terms }) {
    const own = item(page.location, page.title, PageSearch.excerpt(page, terms), terms);
    const article = pages().article(page);
    // A section is shown under the title of its page.
    if (!article || article === page) return [own];
    return [item(article.location, article.title, [], terms), own];
  }

  /**
   * One group for each address, as many as anybody reads.
   * @param {Item[][]} groups
   */
  function finish(groups) {
    const paths = groups.map(([first]) => first.path);
    return groups.filter((_, at) => paths.indexOf(paths[at]) === at).slice(0, MOST);
  }

  /**
   * All words if anything has them all, else whatever has the most of them first.
   * @template {Found} F
   * @param {F[]} found
   * @param {number} size
   */
  function whole(found, size) {
    const all = found.filter((entry) => entry.count === size);
    return all.length || docs === null ? all : found;
  }

  /**
   * @template {Found} F
   * @param {F[]} found
   */
  const best = (found) => [...found].sort((a, b) => b.count - a.count || b.score - a.score)[0];

  /**
   * Pages whose own the words are, then codes before pages, unless pages have more of the words and in better places.
   * @param {Found[]} found
   * @param {FoundPage[]} read
   * @param {number} size how many words there are
   * @returns {Found[]}
   */
  function merge(found, read, size) {
    const own = read.filter((entry) => entry.named).sort((a, b) => b.score - a.score);
    const others = whole(
      read.filter((entry) => !entry.named),
      size,
    );
    const [code, page] = [best(found), best(others)];
    const least = own.length ? own[0].count : 0;
    if (!code || !page || page.count <= code.count || page.score <= code.score) {
      const from = Math.max(least, code ? code.count : 0);
      return [...own, ...found.filter((entry) => entry.count >= least), ...others.filter((entry) => entry.count >= from)];
    }
    return [...own, ...others, ...found.filter((entry) => entry.count === page.count)];
  }

  /**
   * How to look for a word: with slips only where it is found nowhere as it is and looks like no abbreviation.
   * @param {string} word
   * @param {Set<string>} capitals
   * @param {boolean} single whether it is the only word
   * @returns {Manner}
   */
  function mannerOf(word, capitals, single) {
    if ((!single && /^\p{L}$/u.test(word)) || (capitals.has(word) && word.length <= SHORT)) return "exact";
    return codes().has(word) || pages().has(word) || capitals.has(word) || isAbbreviation(word) || docs === null ? "start" : "slips";
  }

  /**
   * What has the words of a text, the best first.
   * @param {string} text
   * @returns {Found[]}
   */
  function ranked(text) {
    const all = TextIndex.words(text);
    const capitals = inCapitals(text);
    /** @param {string} word */
    const manner = (word) => mannerOf(word, capitals, all.length === 1);
    const telling = all.filter((word) => !ASIDE.has(word));
    const asked = telling.length ? telling : all;
    const words = asked.filter((word) => codes().finds(word, manner(word)) || pages().finds(word, manner(word)));
    // Of a thing that nothing here knows, words such as "error" say nothing.
    if (words.length < asked.length && (docs === null || words.every((word) => GENERAL.has(word)))) return [];
    const phrase = words.length === all.length ? text : words.join(" ");
    const found = whole(codes().search(words, phrase, manner), words.length);
    return merge(found, pages().search(words, [text, phrase], manner), words.length);
  }

  /**
   * What has every one of some terms, to the letter.
   * @param {string[]} terms
   * @returns {Found[]}
   */
  function speakingOf(terms) {
    const text = terms.join(" ");
    const words = TextIndex.words(text);
    /** @returns {Manner} */
    const exact = () => "exact";
    return [...codes().search(words, text, exact), ...pages().search(words, [text], exact)].filter((entry) => entry.count === words.length);
  }

  /** @param {{ words: string, terms: string[] }} query */
  function byWords({ words, terms }) {
    const groups = [];
    let shown = 0;
    let read = 0;
    for (const entry of terms.length ? speakingOf(terms) : ranked(words)) {
      if (entry.type === "page") {
        if (read < MOST_PAGES) groups.push(pageItem(entry));
        read += 1;
      } else if (entry.type === "category") groups.push(categoryItem(entry.category, entry.terms));
      else if (entry.type === "rule") groups.push(ruleItem(entry.terms));
      else {
        for (const code of codes()
          .codesOf(entry.group)
          .slice(0, MOST_CODES - shown)) {
          groups.push(linkItem(Answers.codeLink(catalogue, code), entry.terms));
          shown += 1;
        }
      }
      if (groups.length >= MOST * 2) break;
    }
    return groups;
  }

  /**
   * The categories of what has the words: what codes that are not named have in common.
   * @param {string} text
   */
  function categoriesOf(text) {
    const found = ranked(text).flatMap((entry) => ("category" in entry ? [entry] : []));
    return found.map((entry) => categoryItem(entry.category, entry.terms));
  }

  /**
   * @param {string} text
   * @returns {Item[][]} the best first
   */
  function search(text) {
    const query = Query.parse(text, catalogue);
    if (query.type === "empty") return [];
    if (query.type === "words") return finish(byWords(query));
    const answer = Answers.reply(catalogue, query);
    const numbers = answer.links.map((link) => link.code).filter((code) => code !== undefined);
    const digits =
      query.type === "prefix" || query.type === "foreign" ? [] : [answer.code, ...numbers.slice(0, 3)].filter((code) => code !== null);
    const terms = new Set([...digits, ...numbers].map(String));
    const mentions = digits.length
      ? pages()
          .search([String(digits[0])], [], () => "exact")
          .slice(0, MOST_PAGES)
      : [];
    const links = answer.links.slice(0, MOST_CODES).map((link) => linkItem(link, terms));
    const alike = query.type === "unlisted" && query.label ? categoriesOf(query.label) : [];
    return finish([...links, ...alike, ...mentions.map(pageItem)]);
  }

  return { search };
}
