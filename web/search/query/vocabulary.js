// The words by which a query is understood.

/** @param {string} text */
const words = (text) => new Set(text.split(" "));

/** A number right after one of these is what the text is about. */
export const NAMES =
  /(?:status|statut|estado|stato|state|code|codes|codigo|codice|error|errors|err|errno|erreur|fehler|result|reason|cause|rc)$/;
export const STATUS_NAMES = /^(?:fax)?status(?:es)?(?:codes?|numbers?|values?|no|nr|id)?$/;
/** What may stand before or after "status" without making it the status of something else. */
export const STATUS_PARTS = words("fax status code number value sent send outbound delivery final last current job transaction");
export const VERBS = words(
  "returned returns return returning got gets get getting gave gives give says say said saying shows " +
    "show showed showing reads read reports reported received receive receives response answer answered reply replied " +
    "fax e no why see lookup find meaning failed fails fail ended ends exited finished completed aborted stopped " +
    "rejected came comes turned became is",
);
/** "failed with 3931", but not "a fax with 3 pages". */
export const ENDINGS = words(
  "failed fails fail failing ended ends exited finished completed aborted stopped rejected came " +
    "comes returned returns answered replied responded error errors status",
);
/** Words that may stand between such a word and its number. */
export const LINKS = words(
  "is was are were be of number num nr no the a an it this that me us back to-be equals equal as " +
    "just now still only always again like value with",
);
/** Words that say nothing about a fax; a query of these and a number is the number. */
export const FILLERS = words(
  "what whats what's is was are the a an and or of for from in on my our your we i you it this that does do " +
    "did mean means meant meaning why how please pls help explain about me us fax faxes number num nr no hi hello " +
    "thanks thank when which with to again still just only now says same id td tr th b i em strong code span p li " +
    "div pre tt kbd samp u font html body br https http www true false null var let const if case select where " +
    "minus plus between until through bis",
);
/** A number before one of these counts something else. */
export const UNITS =
  /^\s?(?:%|(?:percent|pages?|pp|minutes?|mins?|hours?|hrs?|h|seconds?|secs?|ms|days?|weeks?|times?|tries|attempts?|retries|mb|kb|gb|bytes?|fax(?:es)?|credits?|eur|usd|euros?|dollars?|lines?|of \d+)\b)/i;
/** Tags that only dress a number; any other tag names it, as <Status> does. */
export const DRESS = words("b i u p a em strong span code td th tr li div pre tt kbd samp font mark small h1 h2 h3 h4");
