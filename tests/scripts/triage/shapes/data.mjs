// Faxes as data: JSON, XML, forms and files of settings.
import { double, eachLine, fields, json, kebab, pascal, snake, upper } from "./faxes.mjs";

const isText = (value) => typeof value === "string";
const escaped = (value) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const withValues = (fax, change) => Object.fromEntries(Object.entries(fax).map(([name, value]) => [name, change(value)]));
const element = (name, value) => `<${name}>${escaped(value)}</${name}>`;
const form = (fax) => String(new URLSearchParams(Object.entries(fax)));

const dynamo = (value) => (isText(value) ? { S: value } : { N: String(value) });
const mongo = (value) => (isText(value) ? value : { $numberInt: String(value) });
const firestore = (value) => (isText(value) ? { stringValue: value } : { integerValue: String(value) });
const attribute = (value) => (isText(value) ? { stringValue: value } : { intValue: String(value) });

/** `join` is what stands between two elements, `indent` before those of a fax. */
function xml(list, join, indent) {
  const items = list.map((fax) =>
    ["<Fax>", ...Object.entries(pascal(fax)).map(([name, value]) => indent + element(name, value)), "</Fax>"].join(join),
  );
  return [`<?xml version="1.0" encoding="utf-8"?>`, "<Confirmation>", ...items, "</Confirmation>", ""].join(join);
}

function soap(list) {
  const items = list.map((fax) => `<FaxItemEx>${fields(pascal(fax), element, "")}</FaxItemEx>`).join("");
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>` +
    `<FaxStatusExResponse xmlns="http://www.interfax.cc"><FaxStatusExResult>${items}</FaxStatusExResult>` +
    `<ListSize>${list.length}</ListSize><ResultCode>0</ResultCode></FaxStatusExResponse></soap:Body></soap:Envelope>\n`
  );
}

function plist(list) {
  const value = (one) => (isText(one) ? element("string", one) : element("integer", one));
  const items = list.map((fax) => `<dict>\n${fields(fax, (name, one) => `\t<key>${name}</key>\n\t${value(one)}`, "\n")}\n</dict>`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n` +
    `<plist version="1.0">\n<array>\n${items.join("\n")}\n</array>\n</plist>\n`
  );
}

function xmlRpc(list) {
  const value = (one) => `<value>${isText(one) ? element("string", one) : element("int", one)}</value>`;
  const items = list.map(
    (fax) => `<value><struct>${fields(fax, (name, one) => `<member>${element("name", name)}${value(one)}</member>`, "")}</struct></value>`,
  );
  return `<?xml version="1.0"?><methodResponse><params><param><value><array><data>${items.join("")}</data></array></value></param></params></methodResponse>\n`;
}

const windowsEvent = (fax, at) =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><EventID>263</EventID><EventRecordID>${6017 + at}</EventRecordID>` +
  `</System><EventData>${fields(pascal(fax), (name, value) => `<Data Name="${name}">${escaped(value)}</Data>`, "")}</EventData></Event>`;

/** A path to each value on a line of its own, as gron prints JSON. */
const gron = (list) =>
  "json = [];\n" +
  list.map((fax, at) => `json[${at}] = {};\n${fields(fax, (name, value) => `json[${at}].${name} = ${double(value)};`, "\n")}\n`).join("");

const insights = (fax, at) => [
  { field: "@timestamp", value: `2026-11-03 10:22:${30 + at}.000` },
  ...Object.entries(snake(fax)).map(([field, value]) => ({ field, value: String(value) })),
  { field: "@ptr", value: "Cp0BClQKGjYwMTc" },
];

const span = (fax) => ({
  name: "fax.poll",
  status: { code: 1 },
  attributes: Object.entries(snake(fax)).map(([name, value]) => ({ key: `fax.${name}`, value: attribute(value) })),
});

const hit = (fax, at) => ({ _index: "fax", _id: String(at), _score: 1, _source: { "@timestamp": "2026-11-03T10:22:31Z", fax } });

export default {
  "json array": (list) => json(list),
  "json, pretty": (list) => json(list, null, 2) + "\n",
  "json, pretty objects one after the other": eachLine((fax) => json(snake(fax), null, 2)),
  ndjson: eachLine((fax) => json(fax)),
  "json in an envelope": (list) => json({ "@odata.context": "https://example.org/$metadata#Faxes", value: list.map(pascal) }),
  "json, attributes of resources": (list) =>
    json({
      data: list.map(({ id, ...attributes }) => ({ type: "faxes", id: String(id), attributes })),
      meta: { total: list.length, status: "ok" },
    }),
  "json, edges and nodes": (list) =>
    json({ data: { faxes: { edges: list.map((node) => ({ cursor: "Mzkz", node })), pageInfo: { hasNextPage: false } } } }),
  "json by id": (list) => json(Object.fromEntries(list.map(({ id, ...rest }) => [id, rest]))),
  "json in strings": (list) => json({ Records: list.map((fax, at) => ({ messageId: `m-${at}`, body: json(fax) })) }),
  "json arrays for each field": (list) =>
    json(Object.fromEntries(Object.keys(list[0]).map((name) => [name, list.map((fax) => fax[name])]))),
  dynamodb: (list) => json({ Items: list.map((fax) => withValues(fax, dynamo)), Count: list.length, ScannedCount: list.length }),
  "mongodb export": eachLine((fax, at) => json({ _id: { $oid: `6527f1f77bcf86cd7994393${at}` }, ...withValues(fax, mongo) })),
  firestore: (list) =>
    json({
      documents: list.map((fax) => ({
        name: `projects/p/databases/(default)/documents/faxes/${fax.id}`,
        fields: withValues(fax, firestore),
      })),
    }),
  "cloudwatch insights": (list) => json({ results: list.map(insights), status: "Complete" }),
  "opentelemetry spans": (list) => json({ resourceSpans: [{ scopeSpans: [{ spans: list.map(span) }] }] }),
  "elasticsearch hits": (list) =>
    json({ took: 263, timed_out: false, hits: { total: { value: list.length, relation: "eq" }, hits: list.map(hit) }, status: 200 }),
  "xml elements": (list) => xml(list, "\n", "  "),
  "xml on one line": (list) => xml(list, "", ""),
  "xml attributes": (list) =>
    `<faxes>\n${list.map((fax) => `  <fax ${fields(fax, (name, value) => `${name}="${escaped(value)}"`, " ")}/>`).join("\n")}\n</faxes>\n`,
  soap,
  plist,
  "xml-rpc": xmlRpc,
  "windows events": (list) => `<Events>${list.map(windowsEvent).join("")}</Events>`,
  "form callbacks": eachLine((fax) => form(pascal(fax))),
  "form with brackets": (list) =>
    form(Object.fromEntries(list.flatMap((fax, at) => Object.entries(fax).map(([name, value]) => [`faxes[${at}][${name}]`, value])))) +
    "\n",
  "addresses in an access log": eachLine(
    (fax, at) => `10.0.0.7 - - [03/Nov/2026:10:22:${30 + at} +0000] "GET /cb?${form(pascal(fax))} HTTP/1.1" 200 3931`,
  ),
  "yaml list": (list) => list.map((fax) => `- ${fields(snake(fax), (name, value) => `${name}: ${double(value)}`, "\n  ")}\n`).join(""),
  "yaml documents": (list) =>
    list.map((fax) => `---\n${fields(kebab(fax), (name, value) => `${name}: ${double(value)}`, "\n")}\n`).join(""),
  "toml tables": (list) =>
    list.map((fax) => `[[fax]]\n${fields(snake(fax), (name, value) => `${name} = ${double(value)}`, "\n")}\n`).join("\n"),
  "ini blocks": (list) =>
    list.map(({ id, ...rest }) => `[fax-${id}]\n${fields(snake(rest), (name, value) => `${name}=${value}`, "\n")}\n`).join("\n"),
  "java properties": (list) => list.map((fax, at) => fields(fax, (name, value) => `fax.${at}.${name}=${value}`, "\n") + "\n").join(""),
  "environment variables": (list) =>
    list.map((fax, at) => fields(upper(fax), (name, value) => `FAX_${at}_${name}=${value}`, "\n") + "\n").join(""),
  gron,
  "protobuf text": (list) =>
    list.map((fax) => `faxes {\n  ${fields(snake(fax), (name, value) => `${name}: ${double(value)}`, "\n  ")}\n}\n`).join(""),
  "protobuf text on a line": eachLine((fax) => `fax { ${fields(snake(fax), (name, value) => `${name}: ${double(value)}`, " ")} }`),
};
