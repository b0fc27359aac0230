// Faxes in the lines of logs and letters.
import { double, eachLine, fields, goNames, json, kebab, pascal, snake, time } from "./faxes.mjs";

const stamp = (at) => `2026-11-03 ${time(at)},263`;
const iso = (at) => `2026-11-03T${time(at)}.263Z`;
const plainPairs = (fax, pair = "=", join = ", ") => fields(fax, (name, value) => `${name}${pair}${value}`, join);
const where = (value) => (/[\s"=]/.test(String(value)) ? double(value) : value);
const logfmt = (fax) => fields(fax, (name, value) => `${name}=${where(value)}`, " ");

/** What two sentences of a service tell of a fax: its number, and how it ended. */
const sentence = (fax, at) => `${stamp(at)} INFO poller - Fax ${fax.id} finished with status ${fax.status}, ${fax.pagesSent} pages sent`;

/** Its own names for the number and the status of the fax, and numbered ones for the rest. */
function cef({ id, status, ...rest }, at) {
  const more = Object.entries(rest).map(([name, value], place) => `cs${place + 1}Label=${name} cs${place + 1}=${value}`);
  return (
    `CEF:0|Example|FaxPoll|1.2|100|Fax finished|5|rt=Nov 03 2026 ${time(at)} dst=10.0.0.1 dpt=8021 externalId=${id} outcome=${status} ` +
    `${more.join(" ")} msg=Fax finished with status ${status}`
  );
}

export default {
  logfmt: eachLine((fax, at) => `time=${iso(at)} level=info msg="fax finished" ${logfmt(snake(fax))} port=6017`),
  "key: value, key: value": eachLine((fax) => plainPairs(pascal(fax), ": ")),
  "key: value in a log": eachLine((fax, at) => `${stamp(at)} INFO poller - fax done ${plainPairs(fax, ": ")}`),
  "key=value; key=value": eachLine((fax) => plainPairs(fax, "=", "; ")),
  "key=value, key=value": eachLine((fax, at) => `${stamp(at)} DEBUG FaxPoller: ${plainPairs(fax)}`),
  "several faxes a line": (list) => `${stamp(0)} INFO batch done: ${list.map((fax) => `[${plainPairs(fax)}]`).join(" ")}\n`,
  "pairs in brackets": eachLine((fax, at) => `${iso(at)} ${fields(fax, (name, value) => `[${name}=${value}]`, " ")}`),
  "pairs between bars": eachLine((fax) => plainPairs(pascal(fax), "=", " | ")),
  "tabs between pairs": eachLine((fax, at) => `${iso(at)}\t${plainPairs(fax, ":", "\t")}`),
  syslog: eachLine((fax, at) => `Nov  3 ${time(at)} gw faxd[3931]: done ${logfmt(snake(fax))}`),
  "syslog with structured data": eachLine(
    (fax, at) => `<134>1 ${iso(at)} gw faxd 6017 ID263 [fax@32473 ${fields(fax, (name, value) => `${name}="${value}"`, " ")}] finished`,
  ),
  journal: (list) =>
    list
      .map(
        (fax, at) =>
          `Tue 2026-11-03 ${time(at)}.263 CET [s=a;i=3931;b=c]\n${fields(snake(fax), (name, value) => `    FAX_${name.toUpperCase()}=${value}`, "\n")}\n    _PID=6017\n`,
      )
      .join(""),
  cef: eachLine(cef),
  leef: eachLine((fax, at) => `LEEF:1.0|Example|FaxPoll|1.2|263|devTime=Nov 03 2026 ${time(at)}\t${plainPairs(fax, "=", "\t")}`),
  gelf: eachLine((fax, at) =>
    json({
      version: "1.1",
      host: "gw",
      short_message: "fax finished",
      timestamp: 1793700000 + at,
      level: 6,
      ...Object.fromEntries(Object.entries(snake(fax)).map(([name, value]) => [`_fax_${name}`, value])),
    }),
  ),
  "log before json": eachLine((fax, at) => `${stamp(at)} [main] INFO FaxPoller - ${json(fax)}`),
  "log before json, several a line": (list) => `${stamp(0)} INFO polled 6017 ms ${list.map((fax) => json(fax)).join(" ")}\n`,
  "log before python": eachLine(
    (fax, at) =>
      `${stamp(at)} - fax - INFO - {${fields(snake(fax), (name, value) => `'${name}': ${typeof value === "string" ? `'${value}'` : value}`)}}`,
  ),
  "log before ruby": eachLine(
    (fax, at) =>
      `I, [2026-11-03T${time(at)}.263931 #6017]  INFO -- : {${fields(snake(fax), (name, value) => `:${name}=>${double(value)}`)}}`,
  ),
  "log before go": eachLine(
    (fax, at) => `2026/11/03 ${time(at)} poll.go:263: {${fields(goNames(fax), (name, value) => `${name}:${value}`, " ")}}`,
  ),
  "zap console": eachLine((fax, at) => `${iso(at)}\tinfo\tfax/poll.go:263\tfax finished\t${json(fax)}`),
  "docker compose": eachLine((fax) => `fax-1  | ${json(kebab(fax))}`),
  "json around json": eachLine((fax, at) => json({ log: `${json(fax)}\n`, stream: "stdout", time: iso(at) })),
  "escaped json in a log": eachLine((fax, at) => `time="${iso(at)}" level=info msg="answer: ${json(fax).replaceAll('"', '\\"')}"`),
  sentences: eachLine(sentence),
  "sentences, the number first": eachLine(
    (fax, at) => `${stamp(at)} WARN Status ${fax.status} for fax ${fax.id} (${fax.pagesSent} pages, attempt 3 of 5)`,
  ),
  "blocks of lines": (list) => list.map((fax) => fields(pascal(fax), (name, value) => `${name}: ${value}`, "\n") + "\n").join("\n"),
  "blocks of lines, lined up": (list) =>
    list.map((fax) => fields(pascal(fax), (name, value) => `${`${name}:`.padEnd(18)}${value}`, "\n") + "\n").join("\n"),
};
