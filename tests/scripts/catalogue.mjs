// What the scripts know of a packed catalogue: reads it as JSON, prints every code as the search and as triage see it.
import fs from "node:fs";
import { open } from "../../web/catalogue/catalogue.js";
import { make } from "../../web/triage/engine/catalogue.js";

const { catalogue: packed, numbers } = JSON.parse(fs.readFileSync(0, "utf8"));
const catalogue = open(packed);
const triage = make(catalogue);
process.stdout.write(
  JSON.stringify({
    described: catalogue.codes.map((code) => catalogue.describe(code)),
    explained: Object.fromEntries(numbers.map((number) => [number, triage.explain(number)])),
    listed: numbers.filter((number) => catalogue.isListed(number)),
    listedInTriage: numbers.filter((number) => triage.isListed(number)),
    rule: catalogue.rule(),
    steps: triage.steps,
    categories: packed.categories.key.map((key) => triage.category(key)),
    causes: numbers.map((number) => catalogue.cause(number)),
    begins: Object.fromEntries(["-", "4", "42", "0", "9".repeat(30)].map((start) => [start, catalogue.begins(start)])),
  }),
);
