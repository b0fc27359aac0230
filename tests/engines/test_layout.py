"""Every kind of page fits, on a phone and on a desk, and with the spacing that people set for themselves."""

from __future__ import annotations

import pytest

from tests.support.engines.page import Page
from tests.support.page_types import PAGE_TYPES

SIDEWAYS = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"

# A row of a box that scrolls is as wide as it likes.
OUTSIDE = """() => [...document.querySelectorAll("main *, header *")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("svg, pre, .triage__hidden, caption, thead"))
  .filter((each) => !each.parentElement.closest(".table-scroll") || getComputedStyle(each.closest(".table-scroll")).overflowX === "visible")
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect().right])
  .filter(([, right]) => right > innerWidth + 0.5)
  .map(([name, right]) => `${name} ends at ${right}`)"""

LEAKING = """() => [...document.querySelectorAll(".badge, .step, .provenance")]
  .filter((each) => each.checkVisibility())
  .filter((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const [words, box] = [range.getBoundingClientRect(), each.getBoundingClientRect()];
    return words.right > box.right + 0.5 || words.bottom > box.bottom + 0.5;
  })
  .map((each) => each.textContent.trim())"""

BROKEN = """(within) => {
  const broken = [], range = document.createRange();
  for (const place of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.checkVisibility()) continue;
      for (const { 0: word, index } of walker.currentNode.data.matchAll(/[\\p{L}\\d]{2,}/gu)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const tops = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
        if (Math.max(...tops) - Math.min(...tops) > 4) broken.push(word);
      }
    }
  }
  return broken;
}"""

SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}"""

CUT = """() => [...document.querySelectorAll("main *, header *")]
  .filter((each) => each.checkVisibility() && !each.closest("svg, .triage__hidden, thead, .header__home"))
  .filter((each) => ["hidden", "clip"].includes(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight + 1)
  .map((each) => each.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_kind_of_page_fits_at_every_width_and_with_wide_spacing(page: Page, kind: str):
    page.open(kind)
    for width in (1280, 360, 320):
        page.resize(width)
        assert (width, page.run(SIDEWAYS), page.run(OUTSIDE), page.run(LEAKING)) == (width, 0, [], [])
    page.run(SPACING)
    assert (page.run(SIDEWAYS), page.run(CUT)) == (0, [])


@pytest.mark.parametrize("width", [1440, 1280, 1100, 360])
@pytest.mark.parametrize(("kind", "within"), {"codes/": "#codes", "legend/": "table.legend", "": "table.legend, .cards"}.items())
def test_no_word_is_broken_inside(page: Page, kind: str, within: str, width: int):
    page.resize(width)
    page.open(kind)
    assert page.run(BROKEN, within) == []


def test_the_table_fits_a_phone_when_it_is_filtered(page: Page):
    page.resize(320)
    page.open("codes/?text=other")
    assert (page.run(SIDEWAYS), page.run(OUTSIDE)) == (0, [])
