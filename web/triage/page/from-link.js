/* The text that a link brings, in the fragment of the address: triage/#text=… A browser sends no fragment to a server, so nothing is
   uploaded. Anybody can write such a link: its text becomes the value of the field, and nothing else. */

const MARK = "#text=";

/**
 * Takes the text out of the address, so that a reload does not bring it again and a bookmark does not keep it. "" where the
 * address has none, null where it has one that is damaged.
 */
export function takeText() {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return "";
  history.replaceState(history.state, "", pathname + search);
  try {
    return decodeURIComponent(hash.slice(MARK.length));
  } catch {
    return null;
  }
}
