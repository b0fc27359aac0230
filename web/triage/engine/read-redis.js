/* Hashes as redis-cli prints them: names and values in turns, or the values of fields that the command names. */

import * as Sections from "./sections.js";
import * as Tree from "./tree.js";

/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./types").Field} Field */
/** @typedef {import("./types").TableSection} TableSection */

const COMMAND = /^\S*> *(HGETALL|HGET|HMGET|GET) +(\S+) ?(.*)$/i;
const VALUE = /^ *(?:\d+\) )?(?:"((?:[^"\\]|\\.)*)"|\(integer\) (-?\d+)|\(nil\))\s*$/;
const NUMBERED = /^ *1\) "/m;
const LONGEST = 1024 * 1024; // characters

/**
 * @param {RegExpExecArray | null} command that was asked, null where it was not copied
 * @param {string[]} values
 * @returns {Field[]}
 */
function fieldsOf(command, values) {
  const [, name = "HGETALL", key = "", asked = ""] = command ?? [];
  const isPairs = /^HGETALL$/i.test(name);
  const names = /^GET$/i.test(name) ? [key.replace(/^.*:/, "")] : asked.split(/\s+/).map((field) => field.replace(/"/g, ""));
  /** @type {Field[]} */
  const fields = isPairs
    ? values.filter((_, at) => at % 2 === 0).map((field, at) => [field, values[2 * at + 1] ?? ""])
    : names.map((field, at) => [field, values[at] ?? ""]);
  const id = /\d{3,}/.exec(key)?.[0];
  return id && fields.length ? [...fields, ["transaction id", id]] : fields;
}

/**
 * The faxes of a text, or null where it is no answer of redis-cli.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {TableSection | null}
 */
export function read(text, catalogue) {
  const lines = text.length > LONGEST ? [] : text.split("\n");
  if (!NUMBERED.test(text) && !lines.some((line) => COMMAND.test(line))) return null;
  const records = Sections.collector("Records");
  /** @type {RegExpExecArray | null} */
  let command = null;
  /** @type {string[]} */
  let values = [];
  let first = 1;
  const end = () => {
    if (values.length) Tree.fold(fieldsOf(command, values), [], first, catalogue).records.forEach(records.add);
    values = [];
  };
  for (const [at, line] of lines.entries()) {
    const value = VALUE.exec(line);
    if (value) {
      if (/^ *1\) /.test(line)) end();
      if (!values.length) first = at + 1;
      values.push(value[1] ?? value[2] ?? "");
      continue;
    }
    end();
    command = COMMAND.exec(line);
    if (!command && line.trim() !== "" && !/^\S*>/.test(line)) return null;
  }
  end();
  return records.size() ? records.finish() : null;
}
