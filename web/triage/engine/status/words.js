/* The words and signs by which a line tells what a number in it is. */

/** @param {string} text */
const list = (text) => new Set(text.trim().split(/\s+/));

/** May stand between the label and its number. */
export const BRIDGE = list(`
  is was are of der des du de la del with value reads now currently remains still equals returned returns got the a an
  code number no nr num reason result in set to became becomes from changed reported reports received has been as ist
  war lautet nummer und and or
  some just optional int integer long numberint numberlong
`);

/** Bridges by which a number says how something ended: "failed with reason 263". */
export const CODE_WORD = list("code reason result");

/** Bridges by which a number is one of many: "fax no 3931". */
export const NUMBER_WORD = list("number no nr num nummer");

/** Say that a number tells how something ended, but not that it was a fax. */
export const WEAK = list(`
  error errors err errorcode errcode code codes kode fault failure failed fail fails reason result results cause
  disposition fehler fehlercode fehlernummer erreur codigo código response outcome undelivered rejected because
  код кода ошибки ошибка ошибке причина foutcode fout felkod fejlkode feilkode kod błędu błąd chyba codice errore
`);

/** A number after these is none of a fax. */
export const NEVER_BEFORE = list(`
  page pages errno seite seiten port ports pid tid id ids txid transaction transactionid job jobid duration took line lines
  row rows attempt attempts try retry retries units unit priority cost price amount total size invoice order ticket
  case ref reference version tel telephone phone mobile ext extension room year count queue timeout length thread tty
  http https smtp imap exit signal step item items file record records build number to after for every per within
  about over under than at by approx ca ab pin box plz zip
`);

/** What else has a code that says how something ended; every other noun makes "… code" a name: area code, order code. */
export const TELLING = list(`
  send sent return ret response resp call message msg server system service old previous prev former initial provider
`);

/** "The fax ended with 3931"; "ended 3931" may be anything. */
export const ENDED = list(`
  ended finished completed terminated stopped came closed answered beendet endete abgebrochen
`);

/** The line speaks of a fax, or at least of sending one. */
export const FAXISH =
  /(?<!shadow|equi|car|hali|sparkinter)fax(?!\.[a-z]{1,4}\b)|transmi|(?<!http[ _-]?)status|undeliver|csid|sendefehler|übertragung|faks|факс|télécopie|传真|傳真|ファックス/i;

/** The line names a fax; a fax.log or fax.o is any file. */
export const FAX_WORD = /(?<!shadow|equi|car|hali|sparkinter)fax(?!\.[a-z]{1,4}\b|\d{1,3}\b)|faks|факс|télécopie|传真|傳真|ファックス/i;

/** The line speaks of a web request. */
export const HTTPISH =
  /\bhttps?\b|\b(?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS)\s+\S*\/|user-?agent|\bcurl\b|\bnginx\b|\burl[=:]|\b(?:method|path)=|\bforbidden\b|\bunauthori[sz]ed\b|\bnot found\b|\bbad gateway\b/i;

// Conditions and constants of a program.
const CODE_OF_PROGRAM =
  /^\s*#define\s|\bcase\s+[\w.-]+\s*:|\bcase\b.*\bwhen\b|\bwhere\b.*\b(?:status|code)\b|^\s*[-\d| ]+=>\s*[\w:"']|\s-(?:eq|ne|gt|lt)\s|\bfor \w+ in [-\d ]+;|^\s*@\w+[.(]|\bassert\w*[ (]|^\s*(?:else\s+)?if\s*\(.*\)|^\s*(?:#!|<\?php)|^\s*(?:public|private|protected|export)\s.*[{;]\s*$/i;
const ENUMERATION = /\b[A-Z][A-Z_]+\(-?\d+\)\s*[,;]/; // BUSY(3931),

/**
 * Whether a line is one of a program, which tells what may happen to a fax and not what did.
 * @param {string} line
 */
export const isSource = (line) => CODE_OF_PROGRAM.test(line) || ENUMERATION.test(line);

/** The line speaks of a process that ended. */
export const EXIT = /\bexit(?:ed|s)?\b|\bsystemd\b|\bexit[_ ](?:code|status)\b/i;
