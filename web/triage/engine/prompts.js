/* What a shell prints: the commands above it and the next prompt are no part of it, though a command may name its columns. */

import * as Numbers from "./numbers.js";
import { rankOf } from "./table-names.js";

const COMMAND = String.raw`(?:\s*(?:[$#]|>>>|\.\.\.|[\w.@:~()-]+[>$#]|PS [A-Z]:[^>\n]*>)(?: .*)?\n|> [A-Za-z][\w.$]*(?:[([].*| <- .*)?\n(?!>))`;
// $ cat fax.csv, sqlite> select …, >>> print(faxes), and R's > print(faxes), which is no quoted letter
const COMMANDS = new RegExp(`^${COMMAND}+`);
const NEXT = /\n(?:[$#]|>>>|[\w.@:~()-]+[>$#]|PS [A-Z]:[^>\n]*>)(?: [^\n]*|[^\S\n]*)(?:\n\s*)?$|\n=> [^\n]*(?:\n\s*)?$/;
const FIELDS = /^#Fields:?[ \t]+/im; // before the header of a log of IIS or Zeek
const NAMES = /(?<![\w.$])[\w.$]+(?:\s*,\s*[\w.$]+)+/g; // select id, status; print(f.id, f.status); [.id, .status]
const DELIMITERS = ["\t", "|", ",", ";", " "];

/** @param {string} name */
const saysStatus = (name) => [1, 2].includes(rankOf(name));

/** @param {string} lines */
const blank = (lines) => lines.replace(/[^\n]/g, "");

/**
 * The names of columns in a command, if one of them says status.
 * @param {string} commands
 */
function namesIn(commands) {
  const lists = (commands.replace(/["'`]/g, "").match(NAMES) ?? []).map((list) =>
    list.split(",").map((name) => name.trim().replace(/^.*[.$]/, "")),
  );
  return lists.reverse().find((names) => names.some(saysStatus)) ?? [];
}

/**
 * The header of rows that have none, from the command that printed them, or "".
 * @param {string} commands
 * @param {string} first the first row
 */
function headerFor(commands, first) {
  const names = namesIn(commands);
  const at = names.findIndex(saysStatus);
  const delimiter = DELIMITERS.find((mark) => {
    const cells = first.trim().split(mark);
    return cells.length === names.length && Numbers.isExact(cells[at]);
  });
  return delimiter ? names.join(delimiter) : "";
}

/**
 * The text without commands and prompts, and what marks the header of a log; every line keeps its number.
 * @param {string} text
 */
export function withoutPrompts(text) {
  const body = text.replace(NEXT, blank).replace(FIELDS, "");
  const commands = COMMANDS.exec(body)?.[0] ?? "";
  if (!commands) return body;
  const rest = body.slice(commands.length);
  return blank(commands).slice(1) + headerFor(commands, rest.slice(0, 1000).trimStart().split("\n", 1)[0]) + "\n" + rest;
}
