/* What a query is read as, how it is answered, and what the text index finds. */

import type { Entry, Outcome, Sentence } from "../catalogue/types.js";

/** What is asked of the catalogue while a query is read. */
export interface Known {
  isListed(code: number): boolean;
  /** The listed codes whose digits begin so, "-" being every negative one. */
  begins(start: string): number[];
  /** The labels of the listed codes, each once. */
  labels(): string[];
}

/** A number as it was written. */
export interface Written {
  digits: string;
  negative: boolean;
  /** Whether digits other than 0 follow a decimal point. */
  decimal?: boolean;
}

/** How a number stands in its text. */
export interface Standing {
  /** How much the words before it say that it is a status; below zero where it is something else. */
  weight: number;
  /** Whether it is stuck to letters. */
  stuck: boolean;
  /** Whether it counts something, such as pages. */
  counted: boolean;
}

export interface Judged extends Written, Standing {
  code: number;
  listed: boolean;
  /** Whether it may be what was asked for. */
  fits: boolean;
  score: number;
}

/** A number that is somebody else's: the status of a received fax, a call's return code, a cause of Q.850, another system's. */
export interface Foreign {
  of: "received" | "call" | "cause" | "system" | "several";
  /** What the query says, the number with its name. */
  text: string;
  /** null where there are several. */
  code: number | null;
}

export type Query =
  /** typed: it stands alone, so that more digits may come. */
  | { type: "code"; code: number; others: number[]; typed: boolean }
  | { type: "codes"; codes: number[]; others: number[] }
  | { type: "prefix"; digits: string }
  /** label: the words of a label that stands beside it. */
  | { type: "unlisted"; code: number; label: string }
  | ({ type: "foreign" } & Foreign)
  | { type: "range"; from: number; to: number }
  | { type: "notation"; text: string; code: number | null }
  | { type: "decimal"; digits: string; negative: boolean }
  | { type: "huge"; length: number }
  | { type: "empty" }
  /** terms: those of fax protocols among the words. */
  | { type: "words"; words: string; terms: string[] };

/** A result; its path starts from the root of the site. */
export interface Link {
  path: string;
  title: string;
  text: string;
  code?: number;
}

export interface Reply {
  type: Query["type"];
  title: string;
  code: number | null;
  path: string | null;
  outcome: Outcome | null;
  step: Step | null;
  sentences: Sentence[];
  /** The best first. */
  links: Link[];
  /** What the links are. */
  linked: string;
  words?: string;
}

/** A text to be indexed, by fields that weigh differently. */
export type Fields = Partial<Record<"title" | "synonyms" | "text", string>>;

/** The finds of one word, by the place of the text. */
export interface Hits {
  /** How good each is; 0 where the text has no such word. */
  scores: Float64Array;
  /** How many there are. */
  size: number;
  /** The indexed words of a text that it stands for. */
  terms(at: number): string[];
}

/** A document of the text index that MkDocs writes; `title` and `text` hold HTML. */
export interface IndexedDocument {
  location: string;
  title: string;
  text?: string;
  tags?: string[];
}

/** A page of docs/, or a section of one, as plain text. */
export interface Page {
  location: string;
  title: string;
  tags: string[];
  blocks: string[];
}

/** As it is written, as a beginning too, or with slips of the hand too. */
export type Manner = "exact" | "start" | "slips";

/** How many of the words were found in something, and how well. */
export interface Weighed {
  count: number;
  score: number;
  terms: Set<string>;
}

/** named: the words are a tag of the page. */
export type FoundPage = Weighed & { type: "page"; page: Page; named: boolean };
export type FoundCode = Weighed &
  ({ type: "codes"; group: number; category: number } | { type: "category"; category: number } | { type: "rule" });
export type Found = FoundCode | FoundPage;
