/* What the parts of the page hand to each other. */

import type { Answers, Request, Summary } from "../engine/types.js";

/** Asks the engine; a fault is shown on the page and thrown. */
export type Ask = <R extends Request>(request: R) => Promise<Answers[R["type"]]> & { cancel(): void };

/** Called with the new figures after something was taken in or out. */
export type Changed = (summary: Summary) => Promise<void>;

/** What somebody put in: a text or a file. */
export interface Source {
  text?: string;
  file?: File;
  name: string;
}

/** Which rows to show. */
export interface Wanted {
  state?: "counted" | "maybe" | "passed" | "out" | "all";
  outcome?: string;
  code?: number;
  step?: string;
}

/** What the page turns a link of the engine into: an address that works from this page. */
export type Href = (link: string) => string;
