// Writes text as HTML in the way Material's results want it: everything
// escaped, and the words that were found inside <mark>.
(() => {
  "use strict";

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };
  const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

  function mark(text, terms) {
    const plain = String(text);
    let html = "";
    let end = 0;
    for (const match of plain.matchAll(self.faxTextIndex.WORD)) {
      const hit = self.faxTextIndex.forms(match[0]).some((word) => terms.has(word));
      html += escape(plain.slice(end, match.index));
      html += hit ? `<mark>${escape(match[0])}</mark>` : escape(match[0]);
      end = match.index + match[0].length;
    }
    return html + escape(plain.slice(end));
  }

  self.faxMark = { escape, mark };
})();
