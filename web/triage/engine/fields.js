/* What a field is, by its name alone: a status (three ranks), an id, a time, or never a status. */

const list = function (words) {
  return new Set(words.split(" "));
};

// The noun that makes a name a status.
const STATUS = list("status statuses statut estado stato stav stan etat tila durum ステータス 状态");
// Nouns that are a status only where the values look like one.
const PERHAPS = list(
  "result code error err errno reason cause state outcome fehler ergebnis resultat zustand erreur codigo codice disposition failure",
);
// What may follow the noun without making it something else ("status code", "status no").
const TAIL = list("code number no nr num numeric id value val int raw kode");
// What may stand before it: a fax that is sent, or its latest state.
const FAX = list(
  "fax faxes efax interfax extrafax outfax outbound outgoing sent send sending sender delivery transmission transmit tx final last latest current new transaction transfer broadcast recipient overall completion completed job faxjob gesamt sende versand the",
);
// Something else has a status too.
const OTHER = list(
  "http https message msg image img sms mms email mail smtp imap user account order payment server system sys app process exit request response resp api soap rest sip call return ret old previous prev former initial inbound incoming received receive rx read ocr subscription device printer machine connection conn network health service db sql sync webhook callback hook print printing upload download login auth session member customer invoice billing license upstream backend cache proxy pod build test web url site country postal zip post area currency language product dial dialing promo pin discount voucher coupon bar qr security verification activation tracking sqlstate access",
);
// Nouns after the status that make it a text, a time or an address about the status.
const ABOUT = list(
  "text message msg date time timestamp description desc name label url uri link type category count class updated changed at by comment note color colour reason",
);

// Whole names that are never a status whatever they hold: the neighbours in the formats that the services send.
const NEVER = list(
  "duration pages page pagessent pagessubmitted pagecount priority units unit attempts attempt attemptsmade attemptstoperform retries tries retry costperunit cost price amount total port size messagesize messagetype phone tel telephone mobile destination destinationfax faxnumber number from to csid tsid remotecsid sendercsid subject contact userid rate speed bytes length line row index seq sequence version year month day hour count level severity pid thread recordingduration replyemail originalsubject width height zip extension ext room resolution pagesize rendering uri callerid id parenttransactionid jobid transactionid resultcode returncode exitcode",
);

const VOCABULARY = new Set([
  ...STATUS,
  ...PERHAPS,
  ...TAIL,
  ...FAX,
  ...OTHER,
  ...ABOUT,
  "transaction",
  "time",
  "date",
  "id",
  "tx",
  "pages",
  "destination",
  "parent",
  "submit",
  "end",
  "finish",
  "finished",
  "duration",
  "page",
  "phone",
  "remote",
  "user",
]);

/* "faxstatuscode" -> fax status code; a word that is not made of known ones stays whole. */
function splitCompound(word) {
  if (VOCABULARY.has(word) || word.length < 5 || word.length > 40) return [word];
  for (let cut = word.length - 2; cut >= 2; cut--) {
    if (!VOCABULARY.has(word.slice(0, cut))) continue;
    const rest = splitCompound(word.slice(cut));
    if (
      rest.every(function (w) {
        return VOCABULARY.has(w);
      })
    )
      return [word.slice(0, cut)].concat(rest);
  }
  const m = /^(\w+?)(status(?:code)?)$/.exec(word);
  return m ? [m[1]].concat(splitCompound(m[2])) : [word];
}

function words(name) {
  const spaced = String(name)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/^[\w.-]+:(?=\w)/, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase();
  const found = [];
  for (const w of spaced.split(/[^\p{L}\p{N}]+/u)) if (w) found.push(...splitCompound(w));
  return found;
}

function statusRank(ws) {
  let end = ws.length - 1;
  while (end > 0 && TAIL.has(ws[end])) end--;
  // "code" alone, "error code": the tail is the noun itself.
  if (!STATUS.has(ws[end]) && !PERHAPS.has(ws[end]) && PERHAPS.has(ws[end + 1])) end++;
  const noun = ws[end];
  const before = ws.slice(0, end);
  if (
    before.some(function (w) {
      return OTHER.has(w);
    })
  )
    return -1;
  if (STATUS.has(noun)) {
    const known = before.every(function (w) {
      return FAX.has(w) || STATUS.has(w) || w.length === 1;
    });
    if (!known) return 3;
    return before.some(function (w) {
      return /fax/.test(w);
    })
      ? 1
      : 2;
  }
  if (PERHAPS.has(noun)) {
    // SOAP calls the answer of an operation after it (SendfaxResult): that is the call's, not a fax's.
    if (
      noun === "result" &&
      before.includes("send") &&
      before.some(function (w) {
        return /fax/.test(w);
      })
    )
      return -1;
    const known = before.every(function (w) {
      return FAX.has(w) || PERHAPS.has(w);
    });
    return known ? 3 : 4;
  }
  return 0;
}

function idRank(ws, flat) {
  if (ws.includes("parent") || ws.includes("user") || ws.includes("job")) return 0;
  if (/^(transaction|trans|tx|txn)(id|no|nr|number|num)?$/.test(flat)) return 4;
  if (/^(?:fax|outboundfax|interfax)(?:transaction)?(id|nr)$/.test(flat)) return 3;
  if (/^(vorgang|vorgangs|transaktions?)(id|nr|nummer)?$/.test(flat)) return 3;
  if (/transactionid$/.test(flat)) return 3;
  return flat === "id" ? 2 : 0;
}

function timeRank(ws, flat) {
  if (/submit|sent|send|create|receive|start|queue|begin/.test(flat) && !/complet/.test(flat)) return 0;
  if (/complet/.test(flat) && /time|date|at$|^completed?$|on$/.test(flat)) return 4;
  if (/^(finish|end|done|abschluss|fertig)\w*(time|date|at|zeit)$|^finished$|^ended$/.test(flat)) return 3;
  if (/^(last)?(update|updated|modified|changed)(time|date|at|on)?$|^statustime$|^statusdate$/.test(flat)) return 2;
  return /^(time|timestamp|ts|date|datetime|zeit|datum|zeitpunkt|time_?stamp)$/.test(flat) ? 1 : 0;
}

const memo = new Map();

/* rank: 1 says fax and status, 2 says status, 3 and 4 only where its values are codes, 0 other, -1 never. */
function classify(name) {
  const key = String(name);
  const known = memo.get(key);
  if (known) return known;
  const ws = words(key);
  const flat = ws.join("");
  let rank = 0;
  if (flat === "") rank = 0;
  else if (NEVER.has(flat)) rank = -1;
  else {
    rank = statusRank(ws);
    if (
      rank === 0 &&
      ws.some(function (w) {
        return STATUS.has(w);
      }) &&
      ABOUT.has(ws[ws.length - 1])
    )
      rank = -1;
    if (rank === 0 && (NEVER.has(ws[ws.length - 1]) || NEVER.has(ws[0]))) rank = -1;
  }
  const result = { rank: rank, id: idRank(ws, flat), time: timeRank(ws, flat), flat: flat };
  if (memo.size < 5000) memo.set(key, result);
  return result;
}

const HTTP_KEYS = list(
  "method httpmethod verb url requesturi requesturl requestpath path pathname useragent agent httpuseragent remoteaddr referer referrer protocol httpversion headers statustext route endpoint responsetime bodybytessent host query ip clientip remoteip",
);
const FAX_KEYS = /fax|csid|^pages(sent|submitted)$|transactionid|^attempts(made|toperform)$|completiontime|parenttransaction/;

/* Do these field names belong to the record of a web request, of a fax, of a received fax? */
function context(names) {
  let http = 0,
    fax = 0,
    inbound = 0,
    id = false;
  for (const name of names) {
    const c = classify(name);
    if (FAX_KEYS.test(c.flat)) fax++;
    else if (HTTP_KEYS.has(c.flat)) http++;
    if (c.flat === "messagestatus" || c.flat === "imagestatus" || c.flat === "recordingduration" || c.flat === "messageid") inbound++;
    if (c.id) id = true;
  }
  return { http: http > 0 && fax === 0, fax: fax > 0, inbound: inbound >= 2, identity: id || fax > 0 };
}

export { classify, context, words, STATUS, OTHER };
