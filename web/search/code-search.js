// Searches the codes and their categories by word. Many codes share a label, a
// meaning or a category, so each such text is indexed once and the codes that
// have it are looked up afterwards.

import * as TextIndex from "./text-index.js";

/** @import { Catalogue } from "../catalogue/catalogue.js" */
/** @import { PackedCatalogue } from "../catalogue/types.js" */
/** @import { Fields, FoundCode, Hit, Hits, Manner } from "./types.js" */
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
 */
function textsOf(data) {
  /** @type {Record<Sort, Fields[]>} */
  const sorts = {
    label: data.texts.label.map((title) => ({ title })),
    meaning: data.texts.meaning.map((text) => ({ text })),
    synonyms: data.texts.synonyms.map((synonyms) => ({ synonyms })),
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
 * @param {PackedCatalogue} data
 * @param {number[]} codes
 */
function codesByGroup(data, codes) {
  /** @type {number[][]} */
  const groups = data.groups.label.map(() => []);
  data.group.forEach((group, at) => groups[group].push(codes[at]));
  for (const group of groups) group.sort((a, b) => Math.abs(a) - Math.abs(b));
  return groups;
}

/**
 * @param {Hit[]} hits
 * @param {number} bonus
 */
function weigh(hits, bonus) {
  const score = hits.reduce((sum, hit) => sum + hit.score, 0) + bonus;
  return { count: hits.length, score, terms: new Set(hits.flatMap((hit) => hit.terms)) };
}

/**
 * The best find of one word among some texts.
 * @param {Hits} list
 * @param {number[]} places
 */
function bestFind(list, places) {
  /** @type {Hit | null} */
  let top = null;
  for (const place of places) {
    const hit = list.get(place);
    if (hit && (!top || hit.score > top.score)) top = hit;
  }
  return top;
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
  const { data } = catalogue;
  const { texts, first } = textsOf(data);
  const index = TextIndex.build(texts, WEIGHTS);
  const groups = codesByGroup(data, catalogue.codes);
  /** How many codes each category has. */
  const sizes = data.categories.key.map(() => 0);
  /**
   * What codes may share that the source says the same of.
   * @param {number} group
   */
  const said = (group) => `${data.groups.label[group]} ${data.groups.meaning[group]}`;
  /**
   * How many codes have the same label and meaning, whatever the advice.
   * @type {Map<string, number>}
   */
  const sharing = new Map();
  data.group.forEach((group) => {
    sizes[data.groups.category[group]] += 1;
    sharing.set(said(group), (sharing.get(said(group)) ?? 0) + 1);
  });
  const labelForms = data.texts.label.map((label) => ({
    words: squeeze(label),
    solid: solid(label),
    size: TextIndex.tokens(label).length,
  }));
  const synonymForms = data.texts.synonyms.map((cell) => new Set(phrases(cell).map(squeeze)));
  const ruleForms = new Set(phrases(data.rule.synonyms).map(squeeze));
  const categoryForms = data.categories.name.map((name, at) => ({
    own: new Set([squeeze(name), squeeze(data.categories.key[at])]),
    synonyms: new Set(phrases(data.categories.synonyms[at]).map(squeeze)),
  }));

  /**
   * @param {Hits[]} lists the finds of each word
   * @param {string} asked
   * @param {string} bare the same without marks between words
   */
  function searchGroups(lists, asked, bare) {
    const columns = data.groups;
    /** @type {FoundCode[]} */
    const found = [];
    columns.label.forEach((label, group) => {
      const places = [first.label + label, first.synonyms + columns.synonyms[group], first.meaning + columns.meaning[group]];
      const hits = [];
      for (const list of lists) {
        const shared = list.get(first.category + columns.category[group]);
        const own = bestFind(list, places);
        const taken = shared ? shared.score * FROM_CATEGORY : 0;
        if (own && own.score >= taken) hits.push(own);
        else if (shared) hits.push({ score: taken, terms: shared.terms });
      }
      if (!hits.length) return;
      const inLabel = lists.filter((list) => list.has(places[0])).length;
      let bonus = COVER * Math.min(1, inLabel / Math.max(1, labelForms[label].size));
      if (labelForms[label].words === asked) bonus += EXACT_LABEL;
      else if (bare.length > 3 && labelForms[label].solid.includes(bare)) bonus += HOLDS;
      bonus += likeSynonyms(asked, synonymForms[columns.synonyms[group]]);
      found.push({ type: "codes", group, category: columns.category[group], ...weigh(hits, bonus) });
    });
    return found;
  }

  /**
   * Every code, category and rule that has one of the words, the best first.
   * @param {string[]} words
   * @param {string} phrase the words as they were written
   * @param {(word: string) => Manner} manner
   * @returns {FoundCode[]}
   */
  function search(words, phrase, manner) {
    const lists = words.map((word) => index.find(word, manner(word)));
    const asked = squeeze(phrase);
    const codes = searchGroups(lists, asked, solid(phrase));
    /** @param {number} place */
    const hitsAt = (place) => lists.map((list) => list.get(place)).filter((hit) => hit !== undefined);

    /** @type {FoundCode[]} */
    const shared = data.categories.key.map((_, category) => {
      let bonus = 0;
      // A category of one code says less than the code itself.
      if (sizes[category] > 1) {
        if (categoryForms[category].own.has(asked)) bonus += EXACT_CATEGORY + COVER;
        else bonus += likeSynonyms(asked, categoryForms[category].synonyms);
      }
      return { type: "category", category, ...weigh(hitsAt(first.category + category), bonus) };
    });

    /** @type {FoundCode} */
    const rule = { type: "rule", ...weigh(hitsAt(first.rule), likeSynonyms(asked, ruleForms)) };
    const all = [...codes, ...shared, rule].filter((entry) => entry.count > 0).sort((a, b) => b.count - a.count || b.score - a.score);
    return promote(all);
  }

  /**
   * Where the best find is the same for several codes, none of them is the
   * answer more than the others; what they share is.
   * @param {FoundCode[]} all
   */
  function promote(all) {
    const [top] = all;
    if (!top || top.type !== "codes" || (sharing.get(said(top.group)) ?? 0) < 2) return all;
    const at = all.findIndex((entry) => entry.type === "category" && entry.category === top.category);
    if (at < 0) return all;
    return [all[at], ...all.filter((_, place) => place !== at)];
  }

  return { search, has: index.has, finds: index.finds, groups, sizes };
}
