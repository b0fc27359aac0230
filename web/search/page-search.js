// Searches the other pages of the site by word, out of the index that MkDocs
// writes. Code and category pages are left to the code search, which knows more.

import * as TextIndex from "./text-index.js";

/** @import { FoundPage, IndexedDocument, Manner, Page } from "./types.js" */

// A tag leads to its page; of its sections, the one whose text has the words is better.
const WEIGHTS = { title: 2.2, synonyms: 0.5, text: 0.8 };
const TAG = 4;
const LONG_TAG = 6; // with a blank on each side
const OURS = /^(?:\.\/)?(?:codes|categories)\/[^#]+/;
const SNIPPET = 220;

/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/**
 * Blocks of plain text out of the little HTML that the index keeps.
 * @param {string} html
 */
const blocks = (html) =>
  html
    .split(/<\/(?:p|li|pre|h\d|td|th|tr|dd|dt|div|blockquote)>|<br\s*\/?>/i)
    .map((block) =>
      block
        .replace(/<[^>]*>/g, "")
        .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Math.min(Number(number), 0x10ffff)))
        .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name) => NAMED[name])
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);

/** @param {string} text */
const spaced = (text) => ` ${TextIndex.words(text).join(" ")} `;

/**
 * The words of the tags that a query is or speaks of. A short tag, such as go, is also part of other phrases.
 * @param {string[]} phrases
 * @param {string[]} tags
 */
const spoken = (phrases, tags) =>
  tags
    .filter((tag) => phrases.some((phrase) => phrase === tag || (tag.length >= LONG_TAG && phrase.includes(tag))))
    .flatMap((tag) => tag.trim().split(" "));

/** @param {IndexedDocument[]} docs */
export function open(docs) {
  /** @type {Page[]} */
  const pages = docs
    .filter((doc) => !OURS.test(doc.location))
    .map((doc) => ({
      location: doc.location,
      title: blocks(doc.title).join(" "),
      tags: doc.tags ?? [],
      blocks: blocks(doc.text ?? ""),
    }));
  const articles = new Map(pages.filter((page) => !page.location.includes("#")).map((page) => [page.location, page]));
  // Block by block: words scattered over a long page are not what it is about.
  const parts = pages.flatMap((page) => {
    const head = { page, title: page.title, synonyms: page.location.includes("#") ? "" : page.tags.join("; ") };
    return (page.blocks.length ? page.blocks : [""]).map((text) => ({ ...head, text }));
  });
  const index = TextIndex.build(parts, WEIGHTS);
  const tags = new Map(pages.map((page) => [page, page.tags.map(spaced)]));

  /**
   * Every page that has one of the words, the best first.
   * @param {string[]} words
   * @param {string[]} phrases the words as they were written, all and without those that tell nothing
   * @param {(word: string) => Manner} manner
   * @returns {FoundPage[]}
   */
  function search(words, phrases, manner) {
    const lists = words.map((word) => index.find(word, manner(word)));
    const asked = phrases.map(spaced);
    const own = new Map(pages.map((page) => [page, spoken(asked, tags.get(page) ?? [])]));
    /** @type {Map<Page, FoundPage>} */
    const best = new Map();
    parts.forEach(({ page }, at) => {
      const hits = lists.filter((list) => list.scores[at] > 0);
      if (!hits.length) return;
      const terms = new Set(hits.flatMap((list) => list.terms(at)));
      const named = own.get(page)?.some((word) => terms.has(word)) ?? false;
      const [count, score] = [hits.length, hits.reduce((sum, list) => sum + list.scores[at], named ? TAG : 0)];
      const before = best.get(page);
      if (before && (before.count > count || (before.count === count && before.score >= score))) return;
      best.set(page, { type: "page", page, named, count, score, terms });
    });
    return [...best.values()].sort((a, b) => b.count - a.count || b.score - a.score);
  }

  /**
   * The page that a section belongs to.
   * @param {Page} page
   */
  const article = (page) => articles.get(page.location.split("#")[0]);

  return { search, has: index.has, finds: index.finds, article };
}

/**
 * The blocks that hold what was found, or the beginning.
 * @param {Page} page
 * @param {Set<string>} terms
 */
export function excerpt(page, terms) {
  /** @param {string} block */
  const holds = (block) => TextIndex.tokens(block).some((word) => terms.has(word));
  const chosen = page.blocks.filter(holds).slice(0, 2);
  return (chosen.length ? chosen : page.blocks.slice(0, 1)).map((block) => cut(block, terms));
}

/**
 * @param {string} block
 * @param {Set<string>} terms
 */
function cut(block, terms) {
  if (block.length <= SNIPPET) return block;
  const words = block.split(" ");
  const hit = words.findIndex((word) => TextIndex.tokens(word).some((token) => terms.has(token)));
  const start = Math.max(0, hit - 8);
  let text = start > 0 ? "\u2026" : "";
  let at = start;
  while (at < words.length && text.length < SNIPPET) {
    text += `${text === "" || text === "\u2026" ? "" : " "}${words[at]}`;
    at += 1;
  }
  return at < words.length ? `${text}\u2026` : text;
}
