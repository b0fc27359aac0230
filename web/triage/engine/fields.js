/* What a field is, by its name alone: a status (three ranks), an id, a time, or never a status. */

/**
 * rank: 1 says fax and status, 2 says status, 3 and 4 only where its values are codes, 0 other, -1 never. id and time: how
 * much the name says that it is one, 0 not at all. flat: its words, run together.
 * @typedef {{ rank: number, id: number, time: number, flat: string }} Meaning
 */

/**
 * A word without accents, as they are compared.
 * @param {string} text
 */
const bare = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

/** @param {string} text */
export const list = (text) => new Set(bare(text).split(" "));

// The noun that makes a name a status.
export const STATUS = list(
  "status statuses statusu statut estado stato stav stan stanje stare starea etat tila durum durumu állapot trạngthái " +
    "статус статуса состояние состояния стан κατάσταση ステータス 状態 状況 状态 狀態 상태 " +
    "الحالة حالة وضعیت حالت סטטוס מצב स्थिति สถานะ",
);
// Nouns that are a status only where the values look like one.
const PERHAPS = list(
  "result code error err reason cause state outcome fehler ergebnis resultat zustand erreur codigo codice disposition failure код результат ошибка 結果 结果 결과",
);
// What may follow the noun without making it something else ("status code", "status no").
const TAIL = list("code number no nr num numeric id value val int raw kode コード 码 代码 碼 코드");
// What may stand before it: a fax that is sent, or its latest state.
const FAX = list(
  "fax faxes efax interfax extrafax outfax outbound outgoing sent send sending sender delivery transmission transmit tx final last latest current new transaction transfer broadcast recipient overall completion completed job faxjob gesamt sende versand the provider vendor gateway 送信 发送 發送 ファックス ファクス 传真 傳真 전송 팩스",
);
// What binds a noun to the one that it is of, and the code that is one of it: "código de estado", "Status des Faxes".
const OF = list("of the de du des del della der d l do da code codigo codice kod kodu код");
// Nouns after the status that say what it is of, as namesFax() does.
const SENDING = list("sendung versand envoi envio invio отправки передачи الإرسال odeslání wysyłki");
// Something else has a status too.
export const OTHER = list(
  "http https message msg image img sms mms email mail smtp imap user account order payment server system sys app process exit request response resp api soap rest sip call return ret old previous prev former initial inbound incoming received receive rx read ocr subscription device printer machine connection conn network health service db sql sync application webhook callback hook print printing upload download login auth session member customer invoice billing license upstream backend cache proxy pod build test web url site country postal zip post area currency language product dial dialing promo pin discount voucher coupon recharge topup gift bar qr security verification activation tracking sqlstate access grpc rpc span trace oper admin snmp line channel trunk hangup isdn asterisk freeswitch hylafax rightfax srfax sfax faxage mgetty twilio phaxio telnyx",
);
// How many there are of what follows.
const COUNTS = list("count counts cnt anzahl nombre cantidad total sum summe");
// Nouns after the status that make it a text, a time or an address about the status.
const ABOUT = list(
  "text message msg date time timestamp description desc name label url uri link type category count class updated changed at by comment note color colour reason",
);

// Whole names that are never a status whatever they hold: the neighbours in the formats that the services send.
const NEVER = list(
  "errno duration pages page pagessent pagessubmitted pagecount priority units unit attempts attempt attemptsmade attemptstoperform retries tries retry costperunit cost price amount total port size messagesize messagetype phone tel telephone mobile destination destinationfax faxnumber number from to csid tsid remotecsid sendercsid subject contact userid rate speed bytes length line row index seq sequence version year month day hour count level severity pid thread recordingduration replyemail originalsubject width height zip extension ext room resolution pagesize rendering uri callerid src dst dnid id parenttransactionid jobid transactionid resultcode returncode exitcode",
);

// What Excel calls the first column of a pivot table, whatever it holds.
const PIVOT = "rowlabels";

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

const MAX_KNOWN = 5000; // names whose meaning is kept: data used as keys would fill the memory
const LONGEST_KNOWN = 100; // characters of such a name

/**
 * "faxstatuscode" -> fax status code; a word that is not made of known ones stays whole.
 * @param {string} word
 * @returns {string[]}
 */
function splitCompound(word) {
  if (VOCABULARY.has(word) || word.length < (/^\w/.test(word) ? 5 : 3) || word.length > 40) return [word];
  for (let cut = word.length - 1; cut >= 2; cut--) {
    if (!VOCABULARY.has(word.slice(0, cut)) || (/\w/.test(word[cut]) && cut === word.length - 1)) continue;
    const rest = splitCompound(word.slice(cut));
    if (rest.every((part) => VOCABULARY.has(part))) return [word.slice(0, cut), ...rest];
  }
  const named = /^(\w+?)(status(?:code)?)$/.exec(word);
  return named ? [named[1], ...splitCompound(named[2])] : [word];
}

/**
 * The words of a name, in lower case and without accents or a namespace.
 * @param {string} name
 */
export function words(name) {
  return bare(name)
    .replace(/^[\w.-]+:(?=\w)|^data-(?=\w)/, "")
    .replace(/__c$/, "") // Salesforce marks the fields of its customers.
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 ")
    .toLowerCase()
    .replace(/\b(inter|right|hyla|trang) (?=fax|thai)/g, "$1")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .flatMap(splitCompound);
}

// Neither Equifax nor Halifax sends faxes.
const FAXES = new RegExp(bare("(?<!shadow|equi|car|hali|sparkinter)fax|^ifx$|faks|факс|φαξ|ファッ?クス|传真|傳真|팩스|فاكس|פקס"));

/** @param {string} word */
const namesFax = (word) => FAXES.test(word);

/**
 * The words without what the status at their start is of: "Status (InterFAX)", "Estado del fax".
 * @param {string[]} ws
 * @returns {{ own: string[], of: string[] }}
 */
function parted(ws) {
  let at = ws.length;
  while (at > 1 && (namesFax(ws[at - 1]) || SENDING.has(ws[at - 1]))) at--;
  if (at === ws.length) return { own: ws, of: [] };
  const of = ws.slice(at);
  while (at > 1 && OF.has(ws[at - 1]) && !TAIL.has(ws[at - 1])) at--;
  const own = ws.slice(0, at);
  return STATUS.has(own[nounAt(own)]) ? { own, of } : { own: ws, of: [] };
}

/**
 * Where the noun stands that the name ends in, apart from what may follow it.
 * @param {string[]} ws
 */
function nounAt(ws) {
  let at = ws.length - 1;
  while (at > 0 && TAIL.has(ws[at])) at--;
  // "code" alone, "error code": the tail is the noun itself.
  return !STATUS.has(ws[at]) && !PERHAPS.has(ws[at]) && PERHAPS.has(ws[at + 1]) ? at + 1 : at;
}

/** @param {string} word */
const mayLead = (word) => FAX.has(word) || STATUS.has(word) || OF.has(word) || namesFax(word) || word.length === 1;

/**
 * @param {string[]} before what stands before the status
 * @param {string[]} of what it is of
 */
function rankOfStatus(before, of) {
  const isFax = before.some(namesFax) || of.some(namesFax);
  if (before.every((word) => mayLead(word) || (isFax && PERHAPS.has(word)))) return isFax ? 1 : 2;
  return 3;
}

/** @param {string[]} ws */
function statusRank(ws) {
  const { own, of } = parted(ws);
  const at = nounAt(own);
  const noun = own[at];
  const before = own.slice(0, at);
  if (before.some((word) => OTHER.has(word))) return -1;
  // "Count of status" is how many there are.
  if (STATUS.has(noun)) return COUNTS.has(before[0]) ? -1 : rankOfStatus(before, of);
  if (!PERHAPS.has(noun)) return 0;
  // SOAP calls the answer of an operation after it (SendfaxResult): that is the call's, not a fax's.
  if (noun === "result" && before.includes("send") && before.some(namesFax)) return -1;
  return before.every((word) => FAX.has(word) || PERHAPS.has(word)) ? 3 : 4;
}

/**
 * Whether a name is the status of something else: "SIP status", "Line Status".
 * @param {string} name
 */
export function isOfAnother(name) {
  const ws = words(name);
  const at = nounAt(ws);
  return STATUS.has(ws[at]) && ws.slice(0, at).some((word) => OTHER.has(word));
}

/**
 * @param {string[]} ws
 * @param {string} flat
 */
function rankOf(ws, flat) {
  if (flat === "" || flat === PIVOT) return 0;
  if (NEVER.has(flat)) return -1;
  const rank = statusRank(ws);
  if (rank !== 0) return rank;
  const first = ws[0];
  const last = ws[ws.length - 1];
  const isAbout = ABOUT.has(last) && ws.some((word) => STATUS.has(word));
  return isAbout || NEVER.has(last) || NEVER.has(first) ? -1 : 0;
}

/**
 * @param {string[]} ws
 * @param {string} flat
 */
function idRank(ws, flat) {
  if (ws.includes("parent") || ws.includes("user") || ws.includes("job") || COUNTS.has(ws[0])) return 0;
  if (/^(transaction|trans|tx|txn)(id|no|nr|number|num)?$/.test(flat)) return 4;
  if (/^(?:fax|outboundfax|interfax)(?:transaction)?(id|nr)$/.test(flat)) return 3;
  if (/^(vorgang|vorgangs|transaktions?)(id|nr|nummer)?$/.test(flat)) return 3;
  if (/transactionid$/.test(flat)) return 3;
  return flat === "id" ? 2 : 0;
}

/** @param {string} flat */
function timeRank(flat) {
  if (/submit|sent|send|create|receive|start|queue|begin/.test(flat) && !/complet/.test(flat)) return 0;
  if (/complet/.test(flat) && /time|date|at$|^completed?$|on$/.test(flat)) return 4;
  if (/^(finish|end|done|abschluss|fertig)\w*(time|date|at|zeit)$|^finished$|^ended$/.test(flat)) return 3;
  if (/^(last)?(update|updated|modified|changed)(time|date|at|on)?$|^statustime$|^statusdate$/.test(flat)) return 2;
  return /^(time|timestamp|ts|date|datetime|zeit|datum|zeitpunkt|time_?stamp)$/.test(flat) ? 1 : 0;
}

/** @type {Map<string, Meaning>} */
const known = new Map();

/**
 * What a name says.
 * @param {string} name
 * @returns {Meaning}
 */
export function classify(name) {
  const before = known.get(name);
  if (before) return before;
  const ws = words(name);
  const flat = ws.join("");
  const meaning = { rank: rankOf(ws, flat), id: idRank(ws, flat), time: timeRank(flat), flat };
  if (known.size < MAX_KNOWN && name.length <= LONGEST_KNOWN) known.set(name, meaning);
  return meaning;
}

const HTTP_KEYS = list(
  "method httpmethod verb url requesturi requesturl requestpath path pathname useragent agent httpuseragent remoteaddr referer referrer protocol httpversion headers route endpoint responsetime bodybytessent host query ip clientip remoteip",
);
const FAX_KEYS =
  /^(?!hyla|right|sr?fax).*(?<!shadow|equi|car|hali|sparkinter)fax|csid|^pages(sent|submitted)$|transactionid|^attempts(made|toperform)$|completiontime|parenttransaction/;
const INBOUND = list("messagestatus imagestatus recordingduration messageid");
const FAX_AROUND = /(?<!shadow|equi|car|hali|sparkinter)fax(?!\.log)/i;
const WEB = /(?:^|[\s._-])https?(?:[\s._-](?:response|request))?$/i;
const PATH = /(?<!\S)[^\s/\\]*[/\\]\S*/g; // A fax in a URL or the path of a file says nothing of a status.

/**
 * Does this belong to the record of a web request, of a fax, of a received fax?
 * @param {string[]} names those of its fields
 * @param {string} [around] what it is called, and what is said before it
 * @returns {import("./types").Context}
 */
export function context(names, around = "") {
  const meanings = names.map(classify);
  const named = meanings.some(({ flat }) => FAX_KEYS.test(flat));
  const fax = named || (around !== "" && FAX_AROUND.test(around.replace(PATH, "")));
  return {
    fax,
    http: !named && meanings.some(({ flat }) => HTTP_KEYS.has(flat)),
    web: !named && WEB.test(around),
    inbound: meanings.filter(({ flat }) => INBOUND.has(flat)).length >= 2,
    identity: fax || meanings.some(({ id }) => id > 0),
  };
}
