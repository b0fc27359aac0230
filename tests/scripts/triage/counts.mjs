// Which statuses count in each of several texts: a list of texts comes in as JSON, and a list of lists goes out.
import fs from "node:fs";
import { session } from "./load.mjs";

const texts = JSON.parse(fs.readFileSync(0, "utf8"));
const counted = (text) => (session(text).result.byCode ?? []).flatMap(({ code, count }) => Array.from({ length: count }, () => code));
process.stdout.write(JSON.stringify(texts.map(counted)));
