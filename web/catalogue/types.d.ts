export type TextList = "label" | "meaning" | "synonyms" | "action" | "advice";

/** What the codes of a group share, as places in the lists of texts, categories, outcomes and steps. */
export type Groups = Record<TextList | "category" | "outcome" | "step", number[]>;

/** The packed catalogue, as macros/browser/pack.py writes it: columns in place of rows, those of integers as steps from one to the next. */
export interface PackedCatalogue {
  /** The address of the site's root. */
  site: string;
  /** Where pages stand, from the root of the site; {} stands for the key. */
  paths: Record<"code" | "category" | "codes" | "lookup" | "numberSpaces" | "comparison", string>;
  /** The numbers in ascending order. */
  codes: number[];
  /** For each code, its row in `groups`. */
  group: number[];
  /** What stands before zero in the order of the source, the rule as null; from zero on, that order is ascending. */
  belowZero: (number | null)[];
  groups: Groups;
  texts: Record<TextList, string[]>;
  /** The files of a long list of texts, beside that of the catalogue, with so many texts in each; what is here is empty then. */
  files: Partial<Record<TextList, { size: number; names: string[] }>>;
  rule: { key: string; label: string; meaning: string; synonyms: string; category: number; outcome: number; step: number; advice: string };
  categories: Record<"key" | "name" | "summary" | "synonyms", string[]>;
  /** `step`: what to do about a number that is not listed, as a place in `steps`. */
  outcomes: Record<"key" | "name" | "meaning" | "sign", string[]> & Record<"final" | "step", number[]>;
  steps: Record<"key" | "name", string[]>;
  causes: { base: number; last: number; numbers: number[]; names: string[] };
  answers: Record<string, Sentence>;
  otherNegative: Sentence[];
  elsewhere: (Sentence & { codes: number[] })[];
}

/** A text and where it comes from; "note" is about a query, not about a fax. */
export interface Sentence {
  text: string;
  provenance: "stated" | "derived" | "advice" | "unknown" | "note";
  source?: string;
}

/** What to do, in one word. */
export interface Step {
  key: string;
  name: string;
}

export interface Outcome {
  key: string;
  name: string;
  meaning: string;
  final: boolean;
  unlistedStep: Step;
}

export interface Entry {
  code: number;
  path: string;
  label: string;
  meaning: string;
  category: { key: string; name: string; path: string };
  outcome: Outcome;
  step: Step;
}

declare global {
  interface Window {
    faxCatalogue: PackedCatalogue;
    /** What the files of texts that are loaded hold, one a line, by list and place: "label-0". */
    faxTexts?: Record<string, string>;
  }
}
