/* What the parts of the engine hand to each other, and what the page and the engine say to each other. */

import type { Catalogue } from "./catalogue.js";

// What is read

/** A cell of a table, or the value of a field. */
export type Value = string | number;

/** A name and its value, as a record has them. */
export type Field = [name: string, value: Value];

/** A generator that yields how far it is, from 0 to 1, and returns what came of it. */
export type Work<T> = Generator<number, T, void>;

/** Something that a person should know of what was read. `line` is 0 where it is about the whole. */
export interface Note {
  level: "info" | "warning";
  code: string;
  line: number;
  sentence: string;
}

/** Why something could not be read. */
export interface Fault {
  code: string;
  sentence: string;
}

export interface Failure {
  error: Fault;
}

/** Why a structured text could not be read as such, and where it breaks. */
export interface Broken {
  error: Fault & { line: number };
}

/** The text of a file; `zeros` in it became blanks, its line ends are all alike. */
export interface Decoded {
  text: string;
  encoding: string;
  bom: boolean;
  notes: Note[];
}

/** A number in a text that is a status, or may be one. */
export interface TextFind {
  line: number;
  offset: number;
  length: number;
  code: number;
  sure: boolean;
  id: string;
  time: string;
  /** How many faxes have it, where that is said. */
  count?: number;
  /** The name of the rule that decided, "" in a table where its column did. */
  why: string;
}

export interface TextSection {
  type: "text";
  /** Whether it tells that it is about faxes. */
  inFax: boolean;
  format: string;
  text: string;
  finds: TextFind[];
  /** Codes that are no status here; not more than a person would look at. */
  passed: TextFind[];
}

/** A column that may hold the status. `rank` is how much its name says so. */
export interface Candidate {
  column: number;
  name: string;
  rank: number;
}

/** A table: the status of a row is in `statusColumn`, or, where records differ, in the column that `statusAt` has for the row. */
export interface TableSection {
  type: "table";
  /** Whether its names tell that it is about faxes. */
  inFax: boolean;
  format: string;
  columns: string[];
  /** A record without a field leaves a gap. */
  rows: (Value | undefined)[][];
  /** The line on which each row begins. */
  lines: number[];
  statusColumn: number;
  statusAt: number[] | null;
  /** The rule by which a record is one of something else, where it is. */
  foreign?: (string | undefined)[];
  /** 1 for each row whose status is in doubt. */
  unsure: number[] | null;
  candidates: Candidate[];
  chosenBy: "" | "name" | "name and values" | "values" | "person";
  idColumns: number[];
  timeColumns: number[];
  /** How many faxes each row is, where rows are no single faxes (-1: it does not say), and the column that says so. */
  counts: number[] | null;
  countColumn: number;
  /** Of a delimited table only. */
  delimiter?: string;
  hasHeader?: boolean;
  /** Of records collected from lines only: whether no other line held anything. */
  pure?: boolean;
}

export type Section = TextSection | TableSection;

/** What a reader of one format made of a text. */
export interface Parts {
  sections: Section[];
  notes: Note[];
}

export interface Tables {
  sections: TableSection[];
  notes: Note[];
}

/** What was read, and as which format. */
export interface Read extends Parts {
  format: string;
}

/** How a table is laid out. */
export interface Plan {
  /** " " is columns lined up by spaces, "" one value a line. */
  delimiter: string;
  /** The line of the header, -1 where there is none. */
  headerRow: number;
  score: number;
  /** Whether the header was recognised by the values below it, and names no status. */
  byValues?: boolean;
  /** Whether each row begins with the bar that parts its cells. */
  framed?: boolean;
  /** Of columns lined up by spaces: whether a ruler draws them; whether single spaces part the names. */
  ruled?: boolean;
  words?: boolean;
}

/** Reads a text of any format, at a depth inside others. */
export type ReadAny = (text: string, catalogue: Catalogue, depth: number) => Work<Read>;

/** One record out of nested data. `index` is the place of the field that holds the status, `code` null where it is in words. */
export interface FoundRecord {
  fields: Field[];
  index: number;
  code: number | null;
  sure: boolean;
  line: number;
  /** Whether it names its fax. */
  identity: boolean;
  /** Whether its names tell that it is about a fax. */
  fax?: boolean;
  /** The rule by which it is a record of something else. */
  foreign?: string;
  /** How many faxes it is, where it is not one. */
  count?: number;
}

/** What came of an object: the faxes in it, or, where it is none itself, its fields. */
export interface Folded {
  records: FoundRecord[];
  fields: Field[];
}

/** An object inside another, or a list of them. */
export interface Child extends Folded {
  name: string;
  repeated: boolean;
}

/** What the names of a record's fields tell of it. */
export interface Context {
  fax: boolean;
  http: boolean;
  /** Whether it is what a web server answered. */
  web: boolean;
  inbound: boolean;
  identity: boolean;
}

// What is counted

/** One status that was found, whether it counts (`on`), and whether it is the latest of its fax. */
export interface Find extends TextFind {
  count: number;
  section: number;
  row: number;
  /** -1 in a text, as `offset` is in a table. */
  column: number;
  on: boolean;
  latest: boolean;
  /** Whether it was passed over: no status, unless a person says so. */
  passed: boolean;
}

export interface Advice {
  text: string;
  provenance: string;
}

export interface CountedCode {
  code: number;
  count: number;
  listed: boolean;
  outcome: string;
  label: string;
  category: string;
  link: string;
  step: string;
  todo: Advice[];
}

export interface CountedCategory {
  key: string;
  name: string;
  count: number;
  link: string;
  /** How many of them have each outcome. */
  outcomes: Record<string, number>;
}

export interface Counted {
  total: number;
  outcomes: Record<string, number>;
  byCode: CountedCode[];
  byCategory: CountedCategory[];
  steps: Record<string, { count: number; codes: number[] }>;
  repeated: number;
  maybe: number;
  takenOut: number;
}

/** Rows of one kind: how many, and the lines of the first few. */
export interface Some {
  count: number;
  lines: number[];
}

/** What tables with a status have: how many rows, and those whose status is no number, or which have none. */
export interface Rows {
  all: number;
  inWords: Some;
  blank: Some;
  unread: { section: number; row: number }[];
}

/** An opened log. */
export interface Session extends Read {
  catalogue: Catalogue;
  name: string;
  encoding: string;
  finds: Find[];
  result: Counted;
  rows: Rows;
}

// What the page asks

/** Which finds are wanted: those that count, unless `state` says otherwise. */
export interface Filter {
  state?: "on" | "maybe" | "out" | "passed" | "all" | "";
  code?: number | null;
  outcome?: string;
  category?: string;
  step?: string;
}

/** A text, the bytes of a file, or (to run.js only) the file itself. */
export interface OpenRequest {
  type: "open";
  name?: string;
  text?: string;
  bytes?: Uint8Array;
  file?: File | null;
}

export interface RowsRequest {
  type: "rows";
  filter?: Filter | null;
  from?: number;
  size?: number;
}

export interface TextRequest {
  type: "text";
  section: number;
  offset?: number;
  length?: number;
}

export interface ToggleRequest {
  type: "toggle";
  on: boolean;
  finds?: number[];
  filter?: Filter | null;
}

export interface ColumnRequest {
  type: "column";
  section: number;
  column: number;
}

export interface ExportRequest {
  type: "export";
  what: "text" | "markdown" | "csv";
  filter?: Filter | null;
  bom?: boolean;
}

export interface CloseRequest {
  type: "close";
}

/** The codes from the given place on, the most frequent first: a summary has the first ones only. */
export interface CodesRequest {
  type: "codes";
  from: number;
}

export type Request = OpenRequest | RowsRequest | CodesRequest | TextRequest | ToggleRequest | ColumnRequest | ExportRequest | CloseRequest;

/** What is posted to the engine: a request under a number of its own, or the end of one. */
export type Message = (Request & { id: number }) | { type: "cancel"; target: number };

// What the engine answers

/** What is shown of a section. */
export type SectionSummary =
  | { type: "text"; format: string; finds: number }
  | {
      type: "table";
      format: string;
      rows: number;
      columns: string[];
      statusColumn: number;
      chosenBy: TableSection["chosenBy"];
      candidates: { column: number; name: string }[];
      mixedColumns: boolean;
      /** The columns that rows show: the first ones, and those that may hold the status. */
      shown: number[];
    };

/** The figures, with the first of the codes, and of those of each step: a wrong column has a hundred thousand. */
export interface Summary extends Counted {
  /** How many codes there are. */
  distinct: number;
  steps: Record<string, { count: number; codes: number[]; distinct: number }>;
  format: string;
  encoding: string;
  name: string;
  notes: Note[];
  withoutNumber: number;
  /** How many codes stand in a text that are no status there. */
  passed: number;
  finds: number;
  sections: SectionSummary[];
}

/** One find as the list shows it: with the cells of its row, or with the line around it. */
export interface Row {
  /** Its number, by which it is taken in or out. */
  find: number;
  section: number;
  row: number;
  line: number;
  code: number;
  id: string;
  sure: boolean;
  on: boolean;
  latest: boolean;
  outcome: string;
  label: string;
  category: string;
  link: string;
  /** How many faxes it is. */
  count: number;
  /** Why it counts, or does not, in a sentence. */
  why: string;
  /** In a text. */
  text?: string;
  mark?: { offset: number; length: number };
  offset?: number;
  /** In a table. */
  column?: number;
  /** As the section's summary says which are shown. */
  cells?: string[];
}

/** A row of a table whose status is no number. */
export interface UnreadRow {
  section: number;
  line: number;
  cells: string[];
}

export interface RowsAnswer {
  rows: Row[];
  unread: UnreadRow[];
  from: number;
  total: number;
}

export interface Mark {
  find: number;
  offset: number;
  length: number;
  code: number;
  on: boolean;
  sure: boolean;
}

/** A window of a text. */
export interface TextAnswer {
  offset: number;
  text: string;
  marks: Mark[];
  more: boolean;
  length: number;
}

/** What is asked for where there is no such text. */
export interface NoText {
  lines: never[];
  from: number;
  more: false;
}

/** Text for the clipboard, or a file. */
export interface ExportAnswer {
  text?: string;
  blob?: Blob;
}

/** What each request is answered with. */
export interface Answers {
  open: Summary | Failure;
  rows: RowsAnswer;
  codes: { codes: CountedCode[] };
  text: TextAnswer | NoText;
  toggle: Summary;
  column: Summary;
  export: ExportAnswer;
  close: object;
}

export type Answer = Answers[keyof Answers];

export interface Progress {
  stage: string;
  value: number;
}

/** What is posted back of a request. */
export type Reply = { id: number } & (
  ({ type: "progress" } & Progress) | { type: "done"; result: Answer } | { type: "cancelled" } | { type: "error"; sentence: string }
);
