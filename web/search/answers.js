// Answers a parsed query as plain data, the same for the search, the lookup
// page and the 404 page. What is said of a fax comes from the catalogue's
// texts; the sentences kept here speak of the query only.
//
//   { type, title, code, path, outcome, sentences, links, linked, neighbours }
//
// sentences  [{ text, provenance: "stated" | "derived" | "advice" | "note", source? }]
// links      [{ path, title, code?, text, sentences? }], the best first; paths
//            are relative to the root of the site; `linked` says what they are

const MOST_LINKS = 40;

const note = (text) => ({ text, provenance: "note" });

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

// A sentence of answers.csv.
function said(catalogue, name, values = {}) {
  const found = catalogue.data.answers[name];
  return { ...found, text: fill(found.text, values) };
}

const lookupPath = (catalogue, value) => `${catalogue.path("lookup")}?code=${encodeURIComponent(value)}`;

function codeLink(catalogue, code) {
  const { path, label, meaning, outcome } = catalogue.describe(code);
  return { path, code, title: `${code}: ${label}`, text: `${outcome.name}. ${meaning}` };
}

const codeLinks = (catalogue, codes) => codes.slice(0, MOST_LINKS).map((code) => codeLink(catalogue, code));

const answer = (fields) => ({
  code: null,
  path: null,
  outcome: null,
  sentences: [],
  links: [],
  linked: "",
  neighbours: { below: null, above: null },
  ...fields,
});

function listed(catalogue, query) {
  const { code } = query;
  const entry = catalogue.describe(code);
  const rest = query.alone ? catalogue.begins(String(code)).filter((other) => other !== code) : [];
  return answer({
    title: `${code}: ${entry.label}`,
    code,
    path: entry.path,
    outcome: entry.outcome,
    sentences: [
      { text: entry.meaning, provenance: "stated" },
      { text: `${entry.outcome.name}: ${entry.outcome.meaning}`, provenance: "stated" },
    ],
    links: codeLinks(catalogue, [code, ...(query.others ?? []), ...rest]),
    neighbours: catalogue.neighbours(code),
  });
}

function several(catalogue, codes, title, sentences = []) {
  return answer({ title, sentences, links: codeLinks(catalogue, codes) });
}

// A number below zero that the list does not have. Such a number can also be
// the return code of a submit call, which only the reader can know.
function otherNegative(catalogue, code) {
  const rule = catalogue.rule();
  const sentences = [
    note(`${code} is not listed on its own; the rule for any other negative number holds.`),
    { text: rule.meaning, provenance: "stated" },
    { text: `${rule.outcome.name}: ${rule.outcome.meaning}`, provenance: "stated" },
    said(catalogue, "submit-question", { code }),
    ...catalogue.data.otherNegative,
  ];
  const question = said(catalogue, "submit-question", { code }).text;
  return answer({
    title: `${code}: ${rule.label}`,
    code,
    path: rule.path,
    outcome: rule.outcome,
    sentences,
    links: [
      {
        path: rule.path,
        title: `${code}: ${rule.label}`,
        text: [`Not listed on its own: any other negative number. ${rule.meaning}`, question].join(" "),
      },
    ],
    neighbours: catalogue.neighbours(code),
  });
}

// Some numbers are listed on other pages only.
const elsewhere = (catalogue, code) => catalogue.data.elsewhere.filter((item) => item.codes.includes(code));

function otherPositive(catalogue, code) {
  const near = catalogue.neighbours(code);
  const cause = catalogue.cause(code);
  const sentences = [
    note(`${code} is not listed here.`),
    said(catalogue, "unlisted-failure", { code }),
    ...(cause ? [said(catalogue, "q850-cause", { code, cause: cause.number, name: cause.name })] : []),
    ...elsewhere(catalogue, code),
  ];
  const around = [near.below, near.above].filter(Boolean);
  return answer({
    title: `${code}: a failure, not listed here`,
    code,
    path: lookupPath(catalogue, code),
    outcome: catalogue.outcomeOf("positive"),
    sentences,
    links: [
      {
        path: lookupPath(catalogue, code),
        title: `${code}: a failure, not listed here`,
        text: [
          ...sentences.slice(1, cause ? 3 : 2).map((item) => item.text),
          around.length ? `Nearest listed: ${around.map((entry) => `${entry.code} (${entry.label})`).join(", ")}.` : "",
        ]
          .join(" ")
          .trim(),
      },
      ...around.map((entry) => codeLink(catalogue, entry.code)),
    ],
    linked: around.length ? "Nearest listed codes" : "",
    neighbours: near,
  });
}

const other = (catalogue, code) => (code < 0 ? otherNegative(catalogue, code) : otherPositive(catalogue, code));

// Part of a number lists what begins with it, and is an integer of its own too.
function begun(catalogue, digits) {
  const codes = catalogue.begins(digits);
  if (digits === "-") return several(catalogue, codes, "Codes below zero");
  const own = other(catalogue, Number(digits));
  return { ...own, linked: `Listed codes that begin with ${digits}`, links: [...codeLinks(catalogue, codes), ...own.links.slice(0, 1)] };
}

function range(catalogue, { from, to }) {
  const codes = catalogue.between(from, to);
  if (codes.length) return several(catalogue, codes, `Codes from ${from} to ${to}`);
  return answer({
    title: `No code from ${from} to ${to} is listed`,
    sentences: [note(`No listed code lies between ${from} and ${to}.`)],
    links: [from, to].map((code) => (catalogue.isListed(code) ? codeLink(catalogue, code) : other(catalogue, code).links[0])),
  });
}

function advised(catalogue, title, text, links = []) {
  return answer({ title, sentences: [note(text)], links: [{ path: catalogue.path("codes"), title, text }, ...links] });
}

function notation(catalogue, { text, code }) {
  if (code === null) return advised(catalogue, `${text} is not a whole number`, "A fax status is a whole number, such as 3931 or -22.");
  const own = catalogue.isListed(code) ? listed(catalogue, { code }) : other(catalogue, code);
  return { ...own, sentences: [note(`${text} is another way to write ${code}.`), ...own.sentences] };
}

function decimal(catalogue, { digits, negative }) {
  const code = Number(digits) * (negative ? -1 : 1) || 0;
  return advised(
    catalogue,
    "A fax status is a whole number",
    "A number with a decimal point is not a fax status. Leave out what stands after the point if it got there by accident.",
    catalogue.isListed(code) ? [codeLink(catalogue, code)] : [],
  );
}

const ANSWERS = {
  code: listed,
  codes: (catalogue, { codes, others }) => several(catalogue, [...codes, ...others], `${codes.length} codes`),
  prefix: (catalogue, { digits }) => begun(catalogue, digits),
  unlisted: (catalogue, { code }) => other(catalogue, code),
  range,
  notation,
  decimal,
  huge: (catalogue, { length }) =>
    advised(
      catalogue,
      "No fax status is that long",
      `This number has ${length} digits; no fax status is that long. It may be a transaction or a telephone number: look for the field named status beside it.`,
    ),
  empty: () =>
    answer({
      title: "No number yet",
      sentences: [note("Type or paste a fax status, such as 3931 or -22, or what is written about it.")],
    }),
  words: (_, { words }) =>
    answer({
      title: "No number in this",
      sentences: [note("No fax status was found in this text. Search for its words, or enter the number on its own.")],
      words,
    }),
};

const reply = (catalogue, query) => ({ ...ANSWERS[query.type](catalogue, query), type: query.type });

export { reply };
