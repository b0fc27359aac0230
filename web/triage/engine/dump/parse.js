/* The notations in which programs print what they hold: {id: 7}, Fax(id=7), array('id' => 7), %Fax{id: 7}, #<Fax @id=7>, [id] => 7 …
   They differ in brackets, quotes and signs, but all are groups of items, each with a name or without: one tolerant parser
   reads them all. */

/** A group in brackets. `name` stands right before it: Fax(…), Some(…). @typedef {{ name: string, items: Item[] }} Group */
/** @typedef {{ text: string, quoted: boolean }} Scalar */
/** @typedef {Group | Scalar} Node */
/** One item of a group; `key` is "" where it has no name. @typedef {{ key: string, value: Node }} Item */
/** What stands side by side in a value. `glued`: whether a name touches the bracket. @typedef {{ node: Node, glued: boolean }} Part */

/** @type {Record<string, string>} */
const CLOSERS = { "{": "}", "[": "]", "(": ")", "<": ">", "<<": ">>" };
const MAX_DEPTH = 40;
const LONGEST_STRING = 20_000;
const LONGEST_NAME = 80;

const BLANKS = /\s*/y;
const BLANKS_IN_LINE = /[^\S\n]*/y;
const LINE_END = "\n";
const SEPARATORS_IN_LINE = /[ \t,;|]*/y;
const SEPARATORS = /(?:[\s,;|]|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|\/\/[^\n]*)*/y; // and comments
const SIGN = /[^\S\n]*(?:=>|->|:=|(?<![=!<>])=(?!=)|:(?!:))/y; // between a name and its value
// What ends a value without quotes, besides brackets and separators: a blank before the next name with its sign, or before :name.
const NEXT_NAME = /[^\S\n]+(?=["'`@%$]?[A-Za-z_][\w.@/-]{0,60}["'`]?[^\S\n]?(?:=>|=(?!=)|:(?![:/\\]))|:[a-z_][\w?!-]{0,60}[^\S\n])/y;
const NAME_AT_END = /[\p{L}_$@%#&\\:][\p{L}\d_.$\\:%#&@]*$/u;
const PREFIX = /:(?=[\w"'])|[+#-](?=[A-Za-z_])/y; // of a symbol, :status => 3931, or of what is public or not, +status: 3931
const SYMBOL = /:([A-Za-z_][\w?!-]{0,60})[^\S\n]+(?=[^=\s,}\])])/y; // Clojure writes no sign: {:id 7, :status 3931}
const TITLE = /[\w.:$\\]*[\w$]:?/y; // of <Fax id=7>
const TYPE = /^(?:string|str|int|float|double|bool)$/; // PHP prints string(4) "3931"

/** @param {Node} node @returns {node is Group} */
export const isGroup = (node) => "items" in node;

/** Whether there are names in a group, however deep. @param {Node} node @returns {boolean} */
const hasNames = (node) => isGroup(node) && node.items.some(({ key, value }) => key !== "" || hasNames(value));

/** Thrown where a bracket is still open at the end; one for all, since a stack for each would cost more than all the reading. */
const UNREADABLE = new Error("A bracket is not closed.");

/** The name that ends a text, right before a bracket. @param {string} text */
const nameAtEnd = (text) => NAME_AT_END.exec(text.slice(-LONGEST_NAME))?.[0] ?? "";

/**
 * What an item is called, without brackets, quotes, and what PHP says of its visibility.
 * @param {Node} node
 * @returns {string}
 */
function keyOf(node) {
  if (!isGroup(node)) return node.text.replace(/^[:@$%]+/, "").trim();
  if (!node.items.length) return "";
  const [{ key, value }] = node.items;
  return key || keyOf(value);
}

/**
 * The value that parts make together.
 * @param {Part[]} parts
 * @param {string} raw their text
 * @returns {Node}
 */
function joined(parts, raw) {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return { text: raw, quoted: false };
  // Some(3931), "3931", ["3931"]
  if (parts.length === 1) return first.node;
  if (parts.length === 2 && last.glued) return last.node;
  const isTyped = !isGroup(last.node) && last.node.quoted && !isGroup(first.node) && TYPE.test(first.node.text);
  // Busy (3931) is a text.
  return isTyped ? last.node : { text: raw, quoted: false };
}

/** Reads a text up to `limit`, and throws UNREADABLE where a bracket is still open there. */
class Reader {
  /**
   * @param {string} text
   * @param {number} at
   * @param {number} limit
   */
  constructor(text, at, limit) {
    this.text = text;
    this.at = at;
    this.limit = limit;
    this.isEnded = false;
    // JSON that breaks off at the end of the text is read as far as it goes.
    this.isCut = limit === text.length && /^[[{]\s*[{"]/.test(text.slice(at, at + 40));
  }

  /** @param {RegExp} pattern one that is sticky */
  skip(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  /** @param {RegExp} pattern one that is sticky */
  sees(pattern) {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** @param {string} closer */
  isClosed(closer) {
    if (!this.text.startsWith(closer, this.at)) return false;
    return closer !== ">" || !/[=-]/.test(this.text[this.at - 1]);
  }

  /** The bracket that opens here, or "". */
  opener() {
    const { text, at } = this;
    const sign = text[at];
    if (sign === "{" || sign === "[" || sign === "(") return sign;
    if (sign !== "<") return "";
    if (text[at + 1] === "<") return "<<";
    return /[A-Za-z]/.test(text[at + 1] ?? "") ? "<" : "";
  }

  /** A string in quotes, or null: a quote that is never closed is a sign like any other. */
  string() {
    const { text, at } = this;
    // \"status\": JSON that was printed as a string
    const quote = text[at] === "\\" ? text.slice(at, at + 2) : text[at];
    if (!/^\\?["'`]$/.test(quote)) return null;
    const stop = Math.min(this.limit, at + LONGEST_STRING);
    for (let i = at + quote.length; i < stop; i++) {
      if (quote.length === 1 && text[i] === "\\") i++;
      else if (text.startsWith(quote, i)) {
        this.at = i + quote.length;
        return { text: text.slice(at + quote.length, i).replace(/\\(["'`\\/])/g, "$1"), quoted: true };
      }
    }
    return null;
  }

  /**
   * Text without quotes.
   * @param {string} closer
   * @param {boolean} isName
   */
  plain(closer, isName) {
    const { text, at } = this;
    for (; this.at < this.limit; this.at += text.startsWith("::", this.at) ? 2 : 1) {
      const sign = text[this.at];
      if (sign === "," || sign === ";" || sign === "\n" || this.isClosed(closer) || this.opener()) break;
      if (isName && this.sees(SIGN)) break;
      if ((sign === " " || sign === "\t") && this.sees(NEXT_NAME)) break;
    }
    return text.slice(at, this.at);
  }

  /**
   * What stands side by side up to a separator: int(3931), object(Fax)#1 (3) {…}, Busy (3931)
   * @param {string} closer
   * @param {number} depth
   * @param {boolean} isName
   * @returns {Node}
   */
  value(closer, depth, isName) {
    const start = this.at;
    /** @type {Part[]} */
    const parts = [];
    for (;;) {
      const open = this.opener();
      const string = open ? null : this.string();
      if (open) {
        const name = nameAtEnd(this.text.slice(start, this.at));
        const node = this.group(open, name, depth + 1);
        // Go parts the records of a list by blanks: [{ID:7} {ID:8}]
        if (hasNames(node)) return node;
        parts.push({ node, glued: name !== "" });
      } else if (string) {
        parts.push({ node: string, glued: false });
      } else {
        const text = this.plain(closer, isName);
        if (text === "") break;
        if (text.trim()) parts.push({ node: { text: text.trim(), quoted: false }, glued: false });
        // print_r opens the group of an object on the next line.
        if (/\b(?:Array|Object)\s*$/.test(text)) this.skip(BLANKS);
      }
    }
    return joined(parts, this.text.slice(start, this.at).trim());
  }

  /**
   * @param {string} closer
   * @param {number} depth
   * @returns {Item}
   */
  item(closer, depth) {
    const symbol = this.skip(SYMBOL).slice(1).trim();
    if (symbol) return { key: symbol, value: this.value(closer, depth, false) };
    this.skip(PREFIX);
    const first = this.value(closer, depth, true);
    if (!this.skip(SIGN)) return { key: "", value: first };
    this.skip(closer === LINE_END ? BLANKS_IN_LINE : BLANKS);
    return { key: keyOf(first), value: this.value(closer, depth, false) };
  }

  /**
   * @param {string} open
   * @param {string} name
   * @param {number} depth
   * @returns {Group}
   */
  group(open, name, depth) {
    if (depth > MAX_DEPTH) throw UNREADABLE;
    this.at += open.length;
    return this.items(CLOSERS[open], open === "<" ? this.skip(TITLE) : name, depth);
  }

  /**
   * The items up to a bracket.
   * @param {string} closer
   * @param {string} name
   * @param {number} depth
   * @returns {Group}
   */
  items(closer, name, depth) {
    /** @type {Item[]} */
    const items = [];
    for (;;) {
      this.skip(closer === LINE_END ? SEPARATORS_IN_LINE : SEPARATORS);
      if (this.at >= this.limit) {
        if (!this.isCut) throw UNREADABLE;
        if (!this.isEnded) items.pop(); // It may be cut in two.
        this.isEnded = true;
        return { name, items };
      }
      if (this.isClosed(closer)) break;
      const before = this.at;
      items.push(this.item(closer, depth));
      if (this.at === before) this.at++; // a bracket that closes nothing
    }
    this.at += closer.length;
    return { name, items };
  }
}

/**
 * @template T
 * @param {() => T} read
 */
function orNull(read) {
  try {
    return read();
  } catch (error) {
    if (error === UNREADABLE) return null;
    throw error;
  }
}

/**
 * The group that opens at a bracket, and where it ends; null where it is not closed before `limit`.
 * @param {string} text
 * @param {number} open
 * @param {number} limit
 */
export function parseGroup(text, open, limit) {
  const reading = new Reader(text, open, limit);
  const bracket = reading.opener();
  if (!bracket) return null;
  const before = text.slice(Math.max(0, open - LONGEST_NAME), open);
  return orNull(() => ({ group: reading.group(bracket, nameAtEnd(before.replace(/[^\S\n]$/, "")), 0), end: reading.at }));
}

/**
 * The items of a line, as if there were brackets around it; null where a bracket in it is not closed.
 * @param {string} line
 */
export const parseLine = (line) => orNull(() => new Reader(`${line}\n`, 0, line.length + 1).items(LINE_END, "", 0));
