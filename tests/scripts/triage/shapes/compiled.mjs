// Faxes as Java, Kotlin, Scala, C#, F#, Go, Rust, Swift, Erlang, Elixir, Clojure, Haskell and shells of databases print them.
import { double, eachLine, fields, goNames, json, kebab, sharpNames, snake, sorted } from "./faxes.mjs";

const bare = (fax, pair = "=", join = ", ") => fields(fax, (name, value) => `${name}${pair}${value}`, join);
const withQuotes = (fax, pair, join = ", ") => fields(fax, (name, value) => `${name}${pair}${double(value)}`, join);
const withStatus = (fax, print) => ({ ...fax, status: print(fax.status) });
const mapFields = (fax, print, join = ", ") => fields(fax, print, join);

// Rust: a text in Some("…"), a number in Some(…).
const some = (fax) =>
  fields(snake(fax), (name, value) => `${name}: ${name === "status" || typeof value === "string" ? `Some(${double(value)})` : value}`);
const somePretty = (fax) =>
  fields(
    snake(fax),
    (name, value) =>
      `    ${name}: ${name === "status" || typeof value === "string" ? `Some(\n        ${double(value)},\n    )` : value},\n`,
    "",
  );

const erlang = (value) => (typeof value === "string" ? `<<${json(value)}>>` : value);
const swift = (fax) => `Fax(${fields(fax, (name, value) => `${name}: ${name === "status" ? `Optional(${value})` : double(value)}`)})`;
const swiftDump = (fax) =>
  `  ▿ fax.Fax\n${fields(fax, (name, value) => (name === "status" ? `    ▿ status: Optional(${value})\n      - some: ${value}\n` : `    - ${name}: ${double(value)}\n`), "")}`;
const mongo = (fax, at) =>
  `{ _id: ObjectId('6527f1f77bcf86cd7994393${at}'), ${mapFields(fax, (name, value) => `${name}: ${typeof value === "string" ? `'${value}'` : `NumberInt(${value})`}`)} }`;
const mongosh = (fax, at) =>
  `  {\n    _id: ObjectId('6527f1f77bcf86cd7994393${at}'),\n${mapFields(fax, (name, value) => `    ${name}: ${name === "id" ? `Long('${value}')` : typeof value === "string" ? `'${value}'` : value}`, ",\n")}\n  }`;
const openapi = (fax) => `class OutboundFax {\n${fields(fax, (name, value) => `    ${name}: ${value}\n`, "")}}\n`;

export default {
  "java toString": eachLine(
    (fax) => `OutboundFax{${fields(fax, (name, value) => `${name}=${typeof value === "string" ? `'${value}'` : value}`)}}`,
  ),
  "java lombok, kotlin data class": eachLine((fax) => `OutboundFax(${bare(fax)})`),
  "java list of lombok": (list) => `[${list.map((fax) => `OutboundFaxStructure(${bare(fax)})`).join(", ")}]\n`,
  "java record": eachLine((fax) => `OutboundFax[${bare(fax)}]`),
  "java eclipse": (list) => `[${list.map((fax) => `OutboundFax [${bare(fax)}]`).join(", ")}]\n`,
  "java apache commons": eachLine((fax) => `com.example.OutboundFax@6017[${bare(fax, "=", ",")}]`),
  "java maps": eachLine((fax) => `{${bare(fax)}}`),
  "java list of maps": (list) => `[${list.map((fax) => `{${bare(sorted(fax))}}`).join(", ")}]\n`,
  "java optional": eachLine((fax) => `Optional[OutboundFax[${bare(fax)}]]`),
  "java optional fields": eachLine((fax) => `OutboundFax{${bare(withStatus(fax, (status) => `Optional[${status}]`))}}`),
  "java openapi": (list) => list.map(openapi).join(""),
  "groovy maps": (list) => `[${list.map((fax) => `[${bare(fax, ":")}]`).join(", ")}]\n`,
  "scala maps": (list) => `List(${list.map((fax) => `Map(${bare(fax, " -> ")})`).join(", ")})\n`,
  "c# records": eachLine((fax) => `OutboundFax { ${bare(sharpNames(fax), " = ")} }`),
  "c# anonymous objects": eachLine((fax) => `{ ${bare(sharpNames(fax), " = ")} }`),
  serilog: eachLine(
    (fax) =>
      `[10:22:31 INF] Fax finished {${fields(sharpNames(fax), (name, value) => `"${name}": ${double(value)}`)}, "$type": "OutboundFax"}`,
  ),
  "f# records": (list) => list.map((fax) => `{ ${withQuotes(sharpNames(fax), " = ", "\n  ")} }\n`).join(""),
  "go %+v": eachLine((fax) => `{${bare(goNames(fax), ":", " ")}}`),
  "go %+v of a slice": (list) => `[${list.map((fax) => `{${bare(goNames(fax), ":", " ")}}`).join(" ")}]\n`,
  "go %+v of pointers": eachLine((fax) => `&{${bare(goNames(fax), ":", " ")}}`),
  "go %#v": eachLine((fax) => `main.Fax{${withQuotes(goNames(fax), ":")}}`),
  "go %#v of a slice": (list) =>
    `[]interfax.OutboundFax{${list.map((fax) => `interfax.OutboundFax{${withQuotes(goNames(fax), ":")}}`).join(", ")}}\n`,
  "go maps": eachLine((fax) => `map[${bare(sorted(fax), ":", " ")}]`),
  "go slice of maps": (list) => `[${list.map((fax) => `map[${bare(sorted(fax), ":", " ")}]`).join(" ")}]\n`,
  "rust {:?}": eachLine((fax) => `Fax { ${withQuotes(snake(fax), ": ")} }`),
  "rust {:?} with Some": eachLine((fax) => `Fax { ${some(fax)} }`),
  "rust {:?} of a vector": (list) => `[${list.map((fax) => `Fax { ${some(fax)} }`).join(", ")}]\n`,
  "rust {:#?}": (list) => list.map((fax) => `[src/poll.rs:263:5] fax = Fax {\n${somePretty(fax)}}\n`).join(""),
  "swift print": eachLine(swift),
  "swift array": (list) => `[${list.map(swift).join(", ")}]\n`,
  "swift dump": (list) => `▿ ${list.length} elements\n${list.map(swiftDump).join("")}`,
  "swift dictionaries": eachLine((fax) => `[${mapFields(fax, (name, value) => `"${name}": ${double(value)}`)}]`),
  "objective-c": (list) =>
    `(\n${list.map((fax) => `        {\n${fields(sorted(fax), (name, value) => `        ${name} = ${typeof value === "string" ? double(value) : value < 0 ? `"${value}"` : value};\n`, "")}    }`).join(",\n")}\n)\n`,
  "dart maps": (list) => `[${list.map((fax) => `{${bare(fax, ": ")}}`).join(", ")}]\n`,
  "erlang property lists": eachLine((fax) => `[${mapFields(snake(fax), (name, value) => `{${name},${erlang(value)}}`, ",")}]`),
  "erlang maps": eachLine((fax) => `#{${mapFields(snake(fax), (name, value) => `${name} => ${erlang(value)}`, ",")}}`),
  "erlang records": eachLine((fax) => `#fax{${mapFields(snake(fax), (name, value) => `${name} = ${erlang(value)}`, ",")}}`),
  "elixir structs": (list) => `[${list.map((fax) => `%Fax{${withQuotes(snake(fax), ": ")}}`).join(", ")}]\n`,
  "elixir maps": eachLine((fax) => `%{${mapFields(snake(fax), (name, value) => `"${name}" => ${double(value)}`)}}`),
  "elixir keywords": eachLine((fax) => `[${withQuotes(snake(fax), ": ")}]`),
  "clojure maps": eachLine((fax) => `{${mapFields(kebab(fax), (name, value) => `:${name} ${double(value)}`)}}`),
  "clojure vector of maps": (list) =>
    `[${list.map((fax) => `{${mapFields(kebab(fax), (name, value) => `:${name} ${double(value)}`)}}`).join(" ")}]\n`,
  "lisp property lists": eachLine((fax) => `(${mapFields(kebab(fax), (name, value) => `:${name.toUpperCase()} ${double(value)}`, " ")})`),
  "haskell records": (list) =>
    `[${list.map((fax) => `Fax {${mapFields(fax, (name, value) => `${name === "id" ? "faxId" : name} = ${value < 0 ? `(${value})` : double(value)}`)}}`).join(",")}]\n`,
  "julia named tuples": eachLine((fax) => `(${withQuotes(snake(fax), " = ")})`),
  "julia dictionaries": eachLine((fax) => `Dict{String, Any}(${mapFields(snake(fax), (name, value) => `"${name}" => ${double(value)}`)})`),
  "mongodb shell": eachLine(mongo),
  mongosh: (list) => `[\n${list.map(mongosh).join(",\n")}\n]\n`,
};
