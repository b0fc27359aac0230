// What the search and the lookup make of many texts: reads {catalogue, docs, texts, queries, odd, hostile, lookups, numbers} as JSON, prints the answers.
import fs from "node:fs";
import { open } from "../../web/catalogue/catalogue.js";
import * as Answers from "../../web/search/answers.js";
import * as Query from "../../web/search/query.js";
import * as Search from "../../web/search/search.js";

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const catalogue = open(asked.catalogue);
const search = Search.open(catalogue, asked.docs);

const BRIEF = {
  code: (query) => String(query.code),
  codes: (query) => query.codes.join(" "),
  prefix: (query) => `${query.digits}*`,
  unlisted: (query) => `?${query.code}`,
  foreign: (query) => `!${query.of}`,
  range: (query) => `${query.from}..${query.to}`,
  notation: (query) => `~${query.code}`,
};
const brief = (text) => {
  const query = Query.parse(text, catalogue);
  return BRIEF[query.type]?.(query) ?? query.type;
};
const places = (text) => search.search(text).map(([first]) => first.path);
const reply = (text) => Answers.reply(catalogue, Query.parse(String(text), catalogue));
const bare = Search.open(catalogue, null);
const noCauses = open({ ...asked.catalogue, causes: { ...asked.catalogue.causes, numbers: [], names: [] } });
const pieces = (groups) => groups.flat().flatMap((item) => [...item.title, ...item.text.flat()]);
const each = (list, make) => Object.fromEntries(list.map((text) => [text, make(text)]));

process.stdout.write(
  JSON.stringify({
    readings: each(asked.texts, brief),
    places: each(asked.queries, places),
    withoutPages: each(asked.queries, (text) => bare.search(text).map(([first]) => first.path)),
    answered: asked.odd.map((text) => reply(text).title),
    hostile: pieces(Search.open(catalogue, asked.hostile).search("hostile")),
    pieces: [...asked.texts, ...asked.queries, ...asked.odd].flatMap((text) => pieces(search.search(text))),
    codes: catalogue.codes,
    withoutCauses: Answers.reply(noCauses, Query.parse("ISDN cause 17", noCauses)),
    lookups: each(asked.lookups, reply),
    numbers: asked.numbers.map((number) => ({ ...reply(number), found: places(String(number)) })),
    own: catalogue.codes.map((code) => places(String(code))),
  }),
);
