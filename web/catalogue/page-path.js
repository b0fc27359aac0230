/**
 * The way to a page as a link takes it. In a copy opened from a file, a folder's address names no page.
 * @param {string} path from the root of the site, with a query or a fragment perhaps
 */
export function pagePath(path) {
  return location.protocol === "file:" ? path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html") : path;
}
