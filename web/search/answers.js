// Answers a parsed query as plain data, the same for the search, the lookup
// page and the 404 page. Sentences on a fax come from the catalogue's texts;
// those kept here speak of the query only.

/** @import { Catalogue } from "../catalogue/catalogue.js" */
/** @import { Sentence } from "../catalogue/types.js" */
/** @import { Foreign, Link, Query, Reply } from "./types.js" */
/** @typedef {Omit<Reply, "type">} Answer */

const MOST_LINKS = 40;
const LONGEST_QUOTED = 80; // characters of a query that a title or an address repeats

/**
 * @param {string} text
 * @returns {Sentence}
 */
const note = (text) => ({ text, provenance: "note" });

/**
 * A sentence of answers.csv.
 * @param {Catalogue} catalogue
 * @param {string} name
 * @param {Record<string, string | number>} values
 * @returns {Sentence}
 */
function sentence(catalogue, name, values) {
  const found = catalogue.data.answers[name];
  return { ...found, text: found.text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole)) };
}

/**
 * @param {Catalogue} catalogue
 * @param {number | string} asked
 */
const lookupPath = (catalogue, asked) => `${catalogue.path("lookup")}?code=${encodeURIComponent(asked)}`;

/**
 * @param {Catalogue} catalogue
 * @param {number} code
 * @returns {Link & { code: number }}
 */
export function codeLink(catalogue, code) {
  const { path, label, meaning, outcome, step } = catalogue.entry(code);
  return { path, code, title: `${code}: ${label}`, text: `${outcome.name}. ${step.name}. ${meaning}` };
}

/**
 * @param {Catalogue} catalogue
 * @param {number[]} codes
 */
const codeLinks = (catalogue, codes) => codes.slice(0, MOST_LINKS).map((code) => codeLink(catalogue, code));

/**
 * @param {Partial<Answer> & { title: string }} fields
 * @returns {Answer}
 */
const answer = (fields) => ({
  code: null,
  path: null,
  outcome: null,
  step: null,
  sentences: [],
  links: [],
  linked: "",
  ...fields,
});

/**
 * @param {Catalogue} catalogue
 * @param {{ code: number, others?: number[], typed?: boolean }} query
 */
function listed(catalogue, { code, others = [], typed = false }) {
  const entry = catalogue.entry(code);
  const rest = typed ? catalogue.begins(String(code)).filter((other) => other !== code) : [];
  return answer({
    title: `${code}: ${entry.label}`,
    code,
    path: entry.path,
    outcome: entry.outcome,
    step: entry.step,
    sentences: [
      { text: entry.meaning, provenance: "stated" },
      { text: `${entry.outcome.name}: ${entry.outcome.meaning}`, provenance: "derived" },
    ],
    links: codeLinks(catalogue, [code, ...others, ...rest]),
  });
}

/**
 * @param {Catalogue} catalogue
 * @param {number[]} codes
 * @param {string} title
 */
const several = (catalogue, codes, title) => answer({ title, links: codeLinks(catalogue, codes) });

/**
 * A number below zero that the list does not have. Such a number can also be
 * the return code of a submit call, which only the reader can know.
 * @param {Catalogue} catalogue
 * @param {number} code
 */
function otherNegative(catalogue, code) {
  const rule = catalogue.rule();
  const question = sentence(catalogue, "submit-question", { code });
  const title = `${code}: ${rule.label}`;
  return answer({
    title,
    code,
    path: rule.path,
    outcome: rule.outcome,
    step: rule.step,
    sentences: [
      note(`${code} is not listed on its own; the rule for any other negative number holds.`),
      { text: rule.meaning, provenance: "stated" },
      { text: `${rule.outcome.name}: ${rule.outcome.meaning}`, provenance: "derived" },
      { text: rule.advice, provenance: "advice" },
      question,
      ...catalogue.data.otherNegative,
    ],
    links: [{ path: rule.path, title, text: `Not listed on its own: any other negative number. ${rule.meaning} ${question.text}` }],
  });
}

/**
 * @param {Catalogue} catalogue
 * @param {number} code
 */
function otherPositive(catalogue, code) {
  const cause = catalogue.cause(code);
  const failure = sentence(catalogue, "unlisted-failure", { code });
  const q850 = cause ? [sentence(catalogue, "q850-cause", { code, cause: cause.number, name: cause.name })] : [];
  // Some numbers are listed on other pages only.
  const elsewhere = catalogue.data.elsewhere.filter((item) => item.codes.includes(code));
  const advice = sentence(catalogue, "unlisted-advice", { code });
  const outcome = catalogue.outcomeOf("positive");
  const title = `${code}: a failure, not listed here`;
  const path = lookupPath(catalogue, code);
  return answer({
    title,
    code,
    path,
    outcome,
    step: outcome.unlistedStep,
    sentences: [note(`${code} is not listed here.`), failure, advice, ...q850, ...elsewhere],
    links: [{ path, title, text: [failure, ...q850, advice].map((item) => item.text).join(" ") }],
  });
}

/**
 * @param {Catalogue} catalogue
 * @param {number} code
 */
const other = (catalogue, code) => (code < 0 ? otherNegative(catalogue, code) : otherPositive(catalogue, code));

/**
 * Part of a number lists what begins with it, and is an integer of its own too.
 * @param {Catalogue} catalogue
 * @param {{ digits: string }} query
 */
function begun(catalogue, { digits }) {
  const codes = catalogue.begins(digits);
  if (digits === "-") return several(catalogue, codes, "Codes below zero");
  const own = other(catalogue, Number(digits));
  return { ...own, linked: `Listed codes that begin with ${digits}`, links: [...codeLinks(catalogue, codes), ...own.links.slice(0, 1)] };
}

/**
 * @param {Catalogue} catalogue
 * @param {{ from: number, to: number }} query
 */
function range(catalogue, { from, to }) {
  const codes = catalogue.between(from, to);
  if (codes.length) return several(catalogue, codes, `Codes from ${from} to ${to}`);
  return answer({
    title: `No code from ${from} to ${to} is listed`,
    sentences: [note(`No listed code lies between ${from} and ${to}.`)],
    links: [from, to].map((code) => other(catalogue, code).links[0]),
  });
}

/**
 * @param {Catalogue} catalogue
 * @param {string} title
 * @param {string} text
 * @param {Link[]} [links]
 */
function advised(catalogue, title, text, links = []) {
  return answer({ title, sentences: [note(text)], links: [{ path: catalogue.path("codes"), title, text }, ...links] });
}

/**
 * @param {Catalogue} catalogue
 * @param {{ text: string, code: number | null }} query
 */
function notation(catalogue, { text, code }) {
  if (code === null) return advised(catalogue, `${text} is not a whole number`, "A fax status is a whole number, such as 3931 or -22.");
  const own = catalogue.isListed(code) ? listed(catalogue, { code }) : other(catalogue, code);
  return { ...own, sentences: [note(`${text} is another way to write ${code}.`), ...own.sentences] };
}

/**
 * @param {Catalogue} catalogue
 * @param {{ digits: string, negative: boolean }} query
 */
function decimal(catalogue, { digits, negative }) {
  const code = Number(digits) * (negative ? -1 : 1) || 0;
  return advised(
    catalogue,
    "A fax status is a whole number",
    "A number with a decimal point is not a fax status. If the decimals got there by accident, leave them out.",
    catalogue.isListed(code) ? [codeLink(catalogue, code)] : [],
  );
}

/**
 * @param {Catalogue} catalogue
 * @param {{ length: number }} query
 */
const huge = (catalogue, { length }) =>
  advised(
    catalogue,
    "No fax status is that long",
    `This number has ${length} digits; no fax status is that long. It may be a transaction or a telephone number: look for the field named status beside it.`,
  );

/**
 * @param {Catalogue} catalogue
 * @param {Sentence} said
 * @returns {Link}
 */
const numberSpaces = (catalogue, { text }) => ({
  path: catalogue.path("numberSpaces"),
  title: "Numbers that are not the status of a fax",
  text,
});

/**
 * What is said about somebody else's number, the page that explains it, if one does, and the status that it is perhaps.
 * @type {Record<Foreign["of"], (catalogue: Catalogue, text: string, code: number) => {
 *   title: string, sentences: Sentence[], page?: Link, perhaps?: number }>}
 */
const FOREIGN = {
  received: (catalogue, _, code) => {
    const said = sentence(catalogue, "received-status", {});
    return { title: `${code}: the messageStatus of a received fax`, sentences: [said], page: numberSpaces(catalogue, said) };
  },
  call: (catalogue, _, code) => {
    const question = sentence(catalogue, "submit-question", { code });
    const sentences = [question, ...catalogue.data.otherNegative];
    const title = `${code}: the ResultCode of a call, not the status of a fax`;
    return { title, sentences, page: numberSpaces(catalogue, question), perhaps: code };
  },
  cause: (catalogue, _, cause) => {
    const code = catalogue.data.causes.base + cause;
    const name = catalogue.cause(code)?.name;
    const said = name ? sentence(catalogue, "q850-cause", { code, cause, name }) : note(`The lists of causes have no name for ${cause}.`);
    const title = `${cause}: a cause of ITU-T Q.850, not the status of a fax`;
    const page = { path: catalogue.path("comparison"), title, text: said.text };
    return { title, sentences: [said], ...(catalogue.data.causes.numbers.length > 0 && { page }), perhaps: code };
  },
  system: (_, text) => ({
    title: `${text}: not the status of a fax of this service`,
    sentences: [note("The words beside the number say what it belongs to: no fax of this service. Look for the field Status of the fax.")],
  }),
  several: () => ({
    title: "Several numbers, and none is named a status",
    sentences: [
      note("Nothing in this text says which number is the status of a fax. Enter one number, or the line with the field Status."),
    ],
  }),
};

/**
 * @param {Catalogue} catalogue
 * @param {Foreign} query
 */
function foreign(catalogue, { of, text, code }) {
  const quoted = text.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUOTED);
  const { title, sentences, page, perhaps } = FOREIGN[of](catalogue, quoted, code ?? 0);
  const first = page ?? { path: lookupPath(catalogue, quoted), title, text: sentences[0].text };
  if (perhaps === undefined) return answer({ title, sentences, links: [first] });
  const status = catalogue.isListed(perhaps) ? codeLink(catalogue, perhaps) : other(catalogue, perhaps).links[0];
  return answer({ title, sentences, links: [first, status] });
}

const empty = () =>
  answer({
    title: "No number yet",
    sentences: [note("Type or paste a fax status, such as 3931 or -22, or what is written about it.")],
  });

/** @param {{ words: string }} query */
const withoutNumber = ({ words }) =>
  answer({
    title: "No number in this",
    sentences: [note("No fax status was found in this text. Search for its words, or enter the number on its own.")],
    words,
  });

/**
 * @param {Catalogue} catalogue
 * @param {Query} query
 * @returns {Answer}
 */
function answered(catalogue, query) {
  switch (query.type) {
    case "code":
      return listed(catalogue, query);
    case "codes":
      return several(catalogue, [...query.codes, ...query.others], `${query.codes.length} codes`);
    case "prefix":
      return begun(catalogue, query);
    case "unlisted":
      return other(catalogue, query.code);
    case "range":
      return range(catalogue, query);
    case "notation":
      return notation(catalogue, query);
    case "decimal":
      return decimal(catalogue, query);
    case "huge":
      return huge(catalogue, query);
    case "foreign":
      return foreign(catalogue, query);
    case "words":
      return withoutNumber(query);
    case "empty":
      return empty();
  }
}

/**
 * @param {Catalogue} catalogue
 * @param {Query} query
 * @returns {Reply}
 */
export const reply = (catalogue, query) => ({ ...answered(catalogue, query), type: query.type });
