// Faxes as Python, Ruby, PHP, JavaScript, Perl and Lua print them.
import { inspect } from "node:util";
import { Console } from "node:console";
import { Writable } from "node:stream";
import { double, eachLine, fields, json, pascal, single, snake, sorted } from "./faxes.mjs";

const dict = (fax) => `{${fields(fax, (name, value) => `'${name}': ${single(value)}`)}}`;
const keywords = (fax) => fields(fax, (name, value) => `${name}=${single(value)}`);
const lists = (fax) => `{${fields(fax, (name, value) => `'${name}': ['${value}']`)}}`;
const address = (at) => `0x00007f8e6017${(0x3931 + 8 * at).toString(16).padStart(4, "0")}`;

// Ruby
const rocket = (fax, key, arrow = "=>") => `{${fields(fax, (name, value) => `${key(name)}${arrow}${double(value)}`)}}`;
const symbol = (name) => `:${name}`;

// PHP: what is inside stands four blanks deeper, or two.
const printR = (fax, indent) => `${indent}(\n${fields(fax, (name, value) => `${indent}    [${name}] => ${value}\n`, "")}${indent})\n\n`;
const dumped = (value) => (typeof value === "string" ? `string(${value.length}) "${value}"` : `int(${value})`);
const varDump = (fax, indent) =>
  `${indent}array(${Object.keys(fax).length}) {\n${fields(fax, (name, value) => `${indent}  ["${name}"]=>\n${indent}  ${dumped(value)}\n`, "")}${indent}}\n`;
const varExport = (fax, at) => `  ${at} => \n  array (\n${fields(fax, (name, value) => `    '${name}' => ${single(value)},\n`, "")}  ),\n`;
const short = (fax) => `[${fields(fax, (name, value) => `'${name}' => ${single(value)}`)}]`;
const serialized = (value) => (typeof value === "string" ? `s:${value.length}:"${value}";` : `i:${value};`);
const serialize = (fax) => `a:${Object.keys(fax).length}:{${fields(fax, (name, value) => serialized(name) + serialized(value), "")}}`;

class OutboundFax {
  constructor(fax) {
    Object.assign(this, fax);
  }
}

function consoleTable(list) {
  let text = "";
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      text += chunk;
      done();
    },
  });
  new Console({ stdout }).table(list);
  return text;
}

const dumper = (fax) => fields(fax, (name, value) => `          '${name}' => ${single(value)}`, ",\n");

export default {
  "python dicts": eachLine((fax) => dict(snake(fax))),
  "python list of dicts": (list) => `[${list.map((fax) => dict(snake(fax))).join(", ")}]\n`,
  "python pprint": (list) =>
    `[${list.map((fax) => `{${fields(sorted(snake(fax)), (name, value) => `'${name}': ${single(value)}`, ",\n  ")}}`).join(",\n ")}]\n`,
  "python dataclasses": eachLine((fax) => `OutboundFax(${keywords(snake(fax))})`),
  "python list of dataclasses": (list) => `[${list.map((fax) => `OutboundFax(${keywords(snake(fax))})`).join(", ")}]\n`,
  "python objects in angle brackets": (list) =>
    `[${list.map((fax) => `<OutboundFax ${keywords(snake(fax)).replaceAll(", ", " ")}>`).join(", ")}]\n`,
  "python pydantic": eachLine((fax) => keywords(snake(fax)).replaceAll(", ", " ")),
  "python namespaces": eachLine((fax) => `namespace(${keywords(fax)})`),
  "python ordered dicts": (list) =>
    `[${list.map((fax) => `OrderedDict([${fields(fax, (name, value) => `('${name}', ${single(value)})`)}])`).join(", ")}]\n`,
  "python ordered dicts, 3.12": eachLine((fax) => `OrderedDict(${dict(fax)})`),
  "python default dicts": eachLine((fax) => `defaultdict(<class 'int'>, ${dict(snake(fax))})`),
  "python fields of lists": eachLine((fax) => `INFO callback ${lists(pascal(fax))}`),
  "django query dicts": eachLine((fax) => `<QueryDict: ${lists(pascal(fax))}>`),
  "flask multi dicts": eachLine((fax) => `ImmutableMultiDict([${fields(pascal(fax), (name, value) => `('${name}', '${value}')`)}])`),
  "python bytes": eachLine((fax) => `b'${json(fax)}'`),

  "ruby hashes": eachLine((fax) => rocket(snake(fax), json)),
  "ruby hashes, 3.4": eachLine((fax) => rocket(snake(fax), json, " => ")),
  "ruby symbols": (list) => `[${list.map((fax) => rocket(snake(fax), symbol)).join(", ")}]\n`,
  "ruby symbols, 3.4": eachLine((fax) => rocket(snake(fax), String, ": ")),
  "ruby objects": (list) =>
    `[${list.map((fax, at) => `#<InterFAX::Outbound::Fax:${address(at)} ${fields(snake(fax), (name, value) => `@${name}=${double(value)}`)}>`).join(", ")}]\n`,
  "ruby structs": eachLine((fax) => `#<struct OutboundFax ${fields(snake(fax), (name, value) => `${name}=${double(value)}`)}>`),
  "ruby open structs": (list) =>
    `=> [${list.map((fax) => `#<OpenStruct ${fields(snake(fax), (name, value) => `${name}=${double(value)}`)}>`).join(",\n ")}]\n`,
  "rails records": (list) =>
    `[${list.map((fax) => `#<Fax ${fields(snake(fax), (name, value) => `${name}: ${double(value)}`)}>`).join(", ")}]\n`,
  "rails parameters": eachLine((fax) => `  Parameters: ${rocket(pascal(fax), json)}`),

  "php print_r": (list) => `Array\n(\n${list.map((fax, at) => `    [${at}] => Array\n${printR(fax, "        ")}`).join("")})\n`,
  "php print_r of objects": (list) => list.map((fax) => `stdClass Object\n${printR(fax, "").replace(/\n$/, "")}`).join(""),
  "php print_r of private fields": (list) =>
    list.map((fax) => `Interfax\\Outbound\\Fax Object\n(\n    [attributes:protected] => Array\n${printR(fax, "        ")})\n`).join(""),
  "php var_dump": (list) => `array(${list.length}) {\n${list.map((fax, at) => `  [${at}]=>\n${varDump(fax, "  ")}`).join("")}}\n`,
  "php var_export": (list) => `array (\n${list.map(varExport).join("")})\n`,
  "php short arrays": eachLine((fax) => short(fax)),
  "php list of short arrays": (list) => `[${list.map(short).join(", ")}]\n`,
  "php serialize": eachLine((fax) => serialize(fax)),
  "symfony dump": (list) =>
    `array:${list.length} [\n${list.map((fax, at) => `  ${at} => array:${Object.keys(fax).length} [\n${fields(fax, (name, value) => `    "${name}" => ${double(value)}\n`, "")}  ]\n`).join("")}]\n`,
  "symfony dump of objects": (list) =>
    list
      .map((fax, at) => `App\\Models\\Fax {#${263 + at}\n${fields(fax, (name, value) => `  +${name}: ${double(value)}\n`, "")}}\n`)
      .join(""),

  "node objects on one line": eachLine((fax) => inspect(fax, { breakLength: Infinity })),
  "node array": (list) => inspect(list) + "\n",
  "node array on one line": (list) => inspect(list, { breakLength: Infinity }) + "\n",
  "node log of objects": eachLine((fax) => `fax finished ${inspect(fax)}`),
  "node class instances": eachLine((fax) => inspect(new OutboundFax(fax))),
  "node array of class instances": (list) => inspect(list.map((fax) => new OutboundFax(fax))) + "\n",
  "node maps": eachLine((fax) => inspect(new Map(Object.entries(fax)))),
  "node console.table": consoleTable,
  "object without quotes": eachLine((fax) => `{${fields(fax, (name, value) => `${name}:${double(value)}`, ",")}}`),

  "perl dumper": (list) => list.map((fax) => `$VAR1 = {\n${dumper(fax)}\n        };\n`).join(""),
  "perl dumper of a list": (list) =>
    `$VAR1 = [\n${list.map((fax) => `          {\n${dumper(fax).replaceAll(/^/gm, "  ")}\n          }`).join(",\n")}\n        ];\n`,
  "lua tables": eachLine((fax) => `{ ${fields(fax, (name, value) => `${name} = ${double(value)}`)} }`),
  "lua inspect": (list) =>
    `{ ${list.map((fax) => `{\n${fields(sorted(fax), (name, value) => `    ${name} = ${double(value)}`, ",\n")}\n  }`).join(", ")} }\n`,
  "r lists": (list) =>
    list
      .map((fax, at) => `[[${at + 1}]]\n${fields(snake(fax), (name, value) => `[[${at + 1}]]$${name}\n[1] ${double(value)}\n`, "\n")}\n\n`)
      .join(""),
};
