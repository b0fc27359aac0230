// One chain of digits ("204,000", "39 31", "6000-6127", "3931.5") may be one number or several. Whatever is listed
// decides; then the look of the marks.

/** @import { Known, Written } from "../types.js" */

/** @param {Written} written */
export function codeOf({ digits, negative }) {
  const value = Number(digits);
  return negative && value !== 0 ? -value : value;
}

/**
 * @param {Written} written
 * @param {Known} known
 */
export const isListed = (written, known) => !written.decimal && known.isListed(codeOf(written));

/**
 * The numbers of a chain, each perhaps with decimals.
 * @param {string} chain
 * @param {boolean} negative
 * @returns {Written[]}
 */
function apart(chain, negative) {
  return (
    chain
      .split(/[^0-9.]/)
      .map((part) => part.split("."))
      // Three numbers with points are a version or an address.
      .filter((group) => group.length <= 2)
      .map((group, index) => ({
        digits: group[0],
        negative: negative && index === 0,
        // A spreadsheet writes 3931.0 for 3931.
        decimal: group.length === 2 && /[1-9]/.test(group[1]),
      }))
  );
}

/**
 * Whether digits stand in groups of three, as thousands do.
 * @param {string[]} parts
 */
const areThousands = ([first, ...rest]) => first.length <= 3 && rest.every((part) => part.length === 3);

/**
 * @param {string} text digits with single marks between them
 * @param {boolean} negative whether a minus stands before it
 * @param {Known} known
 * @param {boolean} loose whether the text around it makes a single number likely
 * @returns {Written[]}
 */
export function readChain(text, negative, known, loose) {
  // A sheet of money writes 204.000,00 or 3931,00.
  const chain = text.replace(/^(\d+|\d{1,3}(?:[ .,']\d{3})+)(?:[.,]00|\.0)$/, "$1");
  const parts = chain.split(/[^0-9]/);
  const marks = chain.replace(/[0-9]/g, "");
  const sameMark = [...marks].every((mark) => mark === marks[0]);
  const grouped = sameMark && areThousands(parts);
  const whole = { digits: parts.join(""), negative };
  const wholeListed = isListed(whole, known);
  if (marks === "" || (grouped && marks[0] !== "-" && wholeListed)) return [whole];
  const several = apart(chain, negative);
  if (marks.includes(".") || several.every((item) => isListed(item, known))) return several;
  if (sameMark && loose && wholeListed) return [whole];
  return grouped && (/[,'_]/.test(marks) || (marks[0] === " " && loose)) ? [whole] : several;
}
