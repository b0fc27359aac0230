/* The field that a number in free text stands in. */

/**
 * The field that the number stands in, where text of a known shape tells: "csid": "Fax 6017", <CSID>Fax 6017, Contact: 8010
 * @param {string} left
 */
export function fieldAround(left) {
  const field =
    /["']([\w.-]{1,60})["']\s*[:=]\s*["'][^"']*$/.exec(left) ??
    /\b([\w.-]{1,60})\s*=\s*["'][^"']*$/.exec(left) ??
    /<([\w:.-]{1,60})(?:\s[^<>]*)?>[^<>]*$/.exec(left) ??
    /(?:^\s*|\[)([\w.-]{1,60})(?:=|\s+\|\s)[^=|[\]]*$/.exec(left) ??
    /^[\s>*▿+-]*(\p{L}[\p{L}\p{N} _-]{1,30}?)\s*[:=](?:\s[^=]*|)$/u.exec(left);
  return field?.[1] ?? "";
}
