// Searches the codes and their categories by word. Many codes share a label, a
// meaning or a category, so each such text is indexed once and the codes that
// have it are looked up afterwards.

import * as TextIndex from "./text-index.js";

/** @import { Catalogue } from "../catalogue/catalogue.js" */
/** @import { PackedCatalogue } from "../catalogue/types.js" */
/** @import { Fields, FoundCode, Hits, Manner } from "./types.js" */
/** @typedef {"label" | "meaning" | "synonyms" | "category" | "rule"} Sort */

const WEIGHTS = { title: 3, synonyms: 2.5, text: 1 };
// What a code takes over from a find in its category.
const FROM_CATEGORY = 0.4;
const EXACT_CATEGORY = 4;
const EXACT_LABEL = 3.5;
const EXACT_SYNONYM = 2.5;
const HOLDS_SYNONYM = 1.5;
const HOLDS = 3;
const COVER = 1;
// Groups of codes that are ranked, more than are ever shown.
const MOST_GROUPS = 40;

/** @param {string} text */
const squeeze = (text) => TextIndex.tokens(text).join(" ");
/**
 * Without marks between words, since "top-up", "top up" and "topup" are one.
 * @param {string} text
 */
const solid = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
/** @param {string} cell */
const phrases = (cell) => (cell ? cell.split("; ") : []);

/**
 * Every text once; `first` says where each sort of text begins in the list.
 * @param {PackedCatalogue} data
 * @param {Record<"label" | "meaning" | "synonyms", string[]>} lists
 */
function textsOf(data, lists) {
  /** @type {Record<Sort, Fields[]>} */
  const sorts = {
    label: lists.label.map((title) => ({ title })),
    meaning: lists.meaning.map((text) => ({ text })),
    synonyms: lists.synonyms.map((synonyms) => ({ synonyms })),
    category: data.categories.name.map((title, at) => ({
      title,
      synonyms: `${data.categories.key[at]}; ${data.categories.synonyms[at]}`,
      text: data.categories.summary[at],
    })),
    rule: [{ title: data.rule.label, synonyms: data.rule.synonyms, text: data.rule.meaning }],
  };
  const first = { label: 0, meaning: 0, synonyms: 0, category: 0, rule: 0 };
  /** @type {Fields[]} */
  const texts = [];
  for (const sort of /** @type {Sort[]} */ (Object.keys(first))) {
    first[sort] = texts.length;
    for (const text of sorts[sort]) texts.push(text);
  }
  return { texts, first };
}

/**
 * The best finds out of many, most words first; of those that are as good, the first ones.
 * @param {number} most
 */
function ranking(most) {
  /** @type {{ group: number, count: number, score: number }[]} */
  const best = [];
  /**
   * @param {number} group
   * @param {number} count
   * @param {number} score
   */
  function add(group, count, score) {
    let at = best.length;
    while (at > 0 && (best[at - 1].count < count || (best[at - 1].count === count && best[at - 1].score < score))) at -= 1;
    if (at === most) return;
    best.splice(at, 0, { group, count, score });
    if (best.length > most) best.pop();
  }
  return { best, add };
}

/**
 * What is made of a text when it is first asked for, by the place of the text.
 * @template T
 * @param {string[]} texts
 * @param {(text: string, at: number) => T} made
 */
function lazily(texts, made) {
  /** @type {T[]} */
  const known = [];
  return (/** @type {number} */ at) => (known[at] ??= made(texts[at], at));
}

/**
 * What a query counts for that is a synonym, or holds one of several words.
 * @param {string} asked
 * @param {Set<string>} synonyms
 */
function likeSynonyms(asked, synonyms) {
  if (synonyms.has(asked)) return EXACT_SYNONYM;
  const held = [...synonyms].some((synonym) => synonym.includes(" ") && ` ${asked} `.includes(` ${synonym} `));
  return held ? HOLDS_SYNONYM : 0;
}

/** @param {Catalogue} catalogue */
export function open(catalogue) {
  const { data, group: groupOf, groups } = catalogue;
  const [label, meaning, synonyms] = catalogue.texts.all("label", "meaning", "synonyms");
  const { texts, first } = textsOf(data, { label, meaning, synonyms });
  const index = TextIndex.build(texts, WEIGHTS);
  /** How many codes each category has. */
  const sizes = data.categories.key.map(() => 0);
  for (const group of groupOf) sizes[groups.category[group]] += 1;
  const labelWords = lazily(label, squeeze);
  const labelSolid = lazily(label, solid);
  const synonymForms = lazily(synonyms, (cell) => new Set(phrases(cell).map(squeeze)));
  const ruleForms = new Set(phrases(data.rule.synonyms).map(squeeze));
  const categoryForms = data.categories.name.map((name, at) => ({
    own: new Set([squeeze(name), squeeze(data.categories.key[at])]),
    synonyms: new Set(phrases(data.categories.synonyms[at]).map(squeeze)),
  }));

  /**
   * The codes of a group, those nearest to zero first.
   * @param {number} group
   */
  function codesOf(group) {
    const found = [];
    for (let at = groupOf.indexOf(group); at >= 0; at = groupOf.indexOf(group, at + 1)) found.push(catalogue.codes[at]);
    return found.sort((a, b) => Math.abs(a) - Math.abs(b));
  }

  /**
   * Where a word counts the most for a group: in a text of its own, or, for a part, in its category.
   * @param {Hits} list
   * @param {number[]} places of its own texts
   * @param {number} shared the place of its category
   */
  function bestPlace({ scores }, places, shared) {
    const own = places.reduce((best, place) => (scores[place] > scores[best] ? place : best));
    return scores[own] > 0 && scores[own] >= scores[shared] * FROM_CATEGORY ? own : shared;
  }

  /**
   * @param {Hits[]} lists the finds of each word
   * @param {string} asked
   * @param {string} bare the same without marks between words
   * @returns {FoundCode[]}
   */
  function searchGroups(lists, asked, bare) {
    const askedSize = asked.split(" ").length;
    const synonymBonus = lazily(synonyms, (_, at) => likeSynonyms(asked, synonymForms(at)));
    const { best, add } = ranking(MOST_GROUPS);
    // Twenty thousand times for each query: it makes no objects.
    for (let group = 0; group < groups.label.length; group += 1) {
      const inLabel = first.label + groups.label[group];
      const inSynonyms = first.synonyms + groups.synonyms[group];
      const inMeaning = first.meaning + groups.meaning[group];
      const inCategory = first.category + groups.category[group];
      let count = 0;
      let covered = 0;
      let score = 0;
      for (const { scores } of lists) {
        const found = Math.max(scores[inLabel], scores[inSynonyms], scores[inMeaning], scores[inCategory] * FROM_CATEGORY);
        if (found > 0) count += 1;
        if (scores[inLabel] > 0) covered += 1;
        score += found;
      }
      if (count === 0) continue;
      const size = index.sizes[inLabel];
      let bonus = COVER * Math.min(1, covered / Math.max(1, size));
      if (size === askedSize && labelWords(groups.label[group]) === asked) bonus += EXACT_LABEL;
      else if (bare.length > 3 && labelSolid(groups.label[group]).includes(bare)) bonus += HOLDS;
      add(group, count, score + (bonus + synonymBonus(groups.synonyms[group])));
    }
    return best.map(({ group, count, score }) => {
      const places = [first.label + groups.label[group], first.synonyms + groups.synonyms[group], first.meaning + groups.meaning[group]];
      const terms = new Set(lists.flatMap((list) => list.terms(bestPlace(list, places, first.category + groups.category[group]))));
      return { type: "codes", group, category: groups.category[group], count, score, terms };
    });
  }

  /**
   * Every category and rule that has one of the words, and as many codes as are ever shown, the best first.
   * @param {string[]} words
   * @param {string} phrase the words as they were written
   * @param {(word: string) => Manner} manner
   * @returns {FoundCode[]}
   */
  function search(words, phrase, manner) {
    const lists = words.map((word) => index.find(word, manner(word)));
    const asked = squeeze(phrase);
    const codes = searchGroups(lists, asked, solid(phrase));
    /**
     * @param {number} place
     * @param {number} bonus
     */
    const weighed = (place, bonus) => {
      const hits = lists.filter((list) => list.scores[place] > 0);
      const score = hits.reduce((sum, list) => sum + list.scores[place], 0) + bonus;
      return { count: hits.length, score, terms: new Set(hits.flatMap((list) => list.terms(place))) };
    };

    /** @type {FoundCode[]} */
    const shared = data.categories.key.map((_, category) => {
      let bonus = 0;
      // A category of one code says less than the code itself.
      if (sizes[category] > 1) {
        if (categoryForms[category].own.has(asked)) bonus += EXACT_CATEGORY + COVER;
        else bonus += likeSynonyms(asked, categoryForms[category].synonyms);
      }
      return { type: "category", category, ...weighed(first.category + category, bonus) };
    });

    /** @type {FoundCode} */
    const rule = { type: "rule", ...weighed(first.rule, likeSynonyms(asked, ruleForms)) };
    const all = [...codes, ...shared, rule].filter((entry) => entry.count > 0).sort((a, b) => b.count - a.count || b.score - a.score);
    return promote(all);
  }

  /**
   * Whether other codes have the same label and meaning, whatever the advice.
   * @param {number} group
   */
  function isShared(group) {
    const own = (/** @type {number} */ other) =>
      groups.label[other] === groups.label[group] && groups.meaning[other] === groups.meaning[group];
    return groupOf.filter(own).length > 1;
  }

  /**
   * Where the best find is the same for several codes, none of them is the
   * answer more than the others; what they share is.
   * @param {FoundCode[]} all
   */
  function promote(all) {
    const [top] = all;
    if (!top || top.type !== "codes" || !isShared(top.group)) return all;
    const at = all.findIndex((entry) => entry.type === "category" && entry.category === top.category);
    if (at < 0) return all;
    return [all[at], ...all.filter((_, place) => place !== at)];
  }

  return { search, has: index.has, finds: index.finds, codesOf, sizes };
}
