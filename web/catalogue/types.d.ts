/** The packed catalogue, as macros/browser/pack.py writes it. Columns stand in place of rows. */
export interface PackedCatalogue {
  /** The address of the site's root. */
  site: string;
  /** Where pages stand, from the root of the site; {} stands for the key. */
  paths: Record<"code" | "category" | "codes" | "lookup", string>;
  /** The numbers in ascending order, each as the step from the one before. */
  codes: number[];
  /** For each code, its row in `groups`. */
  group: number[];
  /** What the codes of a group share, as places in the lists below. */
  groups: Record<"label" | "meaning" | "synonyms" | "action" | "category" | "outcome" | "arrival", number[]>;
  texts: Record<"label" | "meaning" | "synonyms" | "action", string[]>;
  rule: { key: string; label: string; meaning: string; synonyms: string; category: number; outcome: number; arrival: number };
  categories: Record<"key" | "name" | "summary" | "advice" | "fixFirst" | "synonyms", string[]>;
  outcomes: Record<"key" | "name" | "meaning" | "sign", string[]> & { final: number[] };
  arrivals: { key: string[]; inPart: number[] };
  causes: { base: number; last: number; numbers: number[]; names: string[] };
  answers: Record<string, Sentence>;
  lists: Record<string, string>;
  otherNegative: Sentence[];
  elsewhere: (Sentence & { codes: number[] })[];
}

/** A text and where it comes from; "note" is about a query, not about a fax. */
export interface Sentence {
  text: string;
  provenance: "stated" | "derived" | "advice" | "unknown" | "note";
  source?: string;
}

export interface Outcome {
  key: string;
  name: string;
  meaning: string;
  final: boolean;
}

export interface Entry {
  code: number;
  path: string;
  label: string;
  meaning: string;
  category: { key: string; name: string; path: string };
  outcome: Outcome;
}

declare global {
  interface Window {
    faxCatalogue: PackedCatalogue;
  }
}
