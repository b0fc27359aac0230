/* Types that several scripts share. */

import type { IndexedDocument } from "./search/types.js";
import type { Message, Reply } from "./triage/engine/types.js";

/** A text, of which some parts were found. */
export type Piece = string | { mark: string };

/** A page or a part of one, as the search lists it. `path` starts from the site's root. */
export interface Item {
  path: string;
  title: Piece[];
  text: Piece[][];
}

export interface Answer {
  type: "answer";
  query: string;
  groups: Item[][];
}

export interface Failed {
  type: "failed";
  message: string;
}

declare global {
  /** What each provenance means, by key: filled in by the bundler. */
  const MEANINGS: Record<string, string>;

  interface Window {
    faxIndex?: { docs: IndexedDocument[] };
    faxSearch?: { open(): void; query(text: string): Answer };
    faxTriage?: { start(send: (reply: Reply) => void, slice: number): { post(message: Message): void } };
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(text: string): string }): unknown };
  }
}
