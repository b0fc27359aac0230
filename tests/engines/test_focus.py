"""Where the focus is can be seen, and it goes on from there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.engines.page import Page
from tests.support.page_types import PAGE_TYPES


@pytest.fixture
def page(visitor: Callable[..., Page]) -> Page:
    """Nothing moves, so that everything is at once where it will be."""
    return visitor(still=True)


UNDER = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return "nothing";
  const { left, top, right, bottom } = it.getClientRects()[0];
  const seen = (x, y) => { const there = document.elementFromPoint(x, y); return it.contains(there) || there?.contains(it); };
  const start = seen(Math.max(left, 0) + 2, Math.max(top, 0) + 2);
  const end = seen(Math.min(right, innerWidth) - 2, Math.min(bottom, innerHeight) - 2);
  return start && end ? null : `${it.outerHTML.slice(0, 90)} from ${top} to ${bottom}`;
}"""


def hidden(page: Page) -> str | None:
    """What has the focus and cannot be seen, once the page has scrolled to it; "nothing" where nothing has the focus."""
    for _ in range(50):  # A browser may scroll with the next picture that it draws.
        if (found := page.run(UNDER)) in (None, "nothing"):
            break
        page.run("() => new Promise(requestAnimationFrame)")
    return found


def test_what_has_the_focus_lies_under_nothing_on_the_way_up(page: Page):
    """Nor under the header, the head of the table, the way back to the top (WCAG 2.2, 2.4.11)."""
    page.open("codes/")
    page.run("() => { document.querySelector('footer a').focus(); scrollTo(0, document.body.scrollHeight); }")
    found = []
    for _ in range(45):
        page.press("Shift+Tab")
        found.append(hidden(page))
    assert set(found) == {None}


@pytest.mark.parametrize("kind", ["", "codes/-22/", "legend/", "integrate/", "triage/"])
def test_what_has_the_focus_lies_under_nothing_on_the_way_down(page: Page, kind: str):
    page.open(kind)
    found = []
    for _ in range(30):
        page.press("Tab")
        found.append(hidden(page))
        if found[-1] == "nothing":
            break
    assert set(found) <= {None, "nothing"}
    assert len(found) > 8


def test_the_menu_shuts_when_the_focus_leaves_it(page: Page):
    page.resize(360)
    page.open("codes/-22/")
    page.run("() => document.querySelector('.header__menu').focus()")
    page.press("Enter")
    page.until("() => document.activeElement.matches('#menu li:first-child a')")
    for _ in range(12):
        page.press("Tab")
        if not page.run("() => document.activeElement.closest('#menu') !== null"):
            break
    page.until("() => !document.querySelector('#menu').matches(':popover-open')")
    assert hidden(page) in (None, "nothing")


def test_the_menu_gives_the_focus_back(page: Page):
    page.resize(360)
    page.open("codes/-22/")
    page.run("() => document.querySelector('.header__menu').focus()")
    page.press("Space")
    page.until("() => document.activeElement.matches('#menu a')")
    page.press("Escape")
    page.until("() => document.activeElement.matches('.header__menu')")


# A box that scrolls has to take the focus, or hold something that does.
OUT_OF_REACH = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility() && ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
  .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
  .filter((each) => each.tabIndex < 0 && !each.matches("textarea, input, select"))
  .filter((each) => !each.querySelector("a, button, input, [tabindex='0']"))
  .map((each) => each.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_box_that_scrolls_is_reached_by_keys(page: Page, kind: str):
    page.resize(320)
    page.open(kind)
    page.run("() => { for (const each of document.querySelectorAll('details')) each.open = true; }")
    assert page.run(OUT_OF_REACH) == []
