"""Everybody can use every kind of page: axe-core finds nothing, and what it cannot see is tried: keys, zoom, settings, paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from . import programs
from .kinds import KINDS, NOWHERE, SCHEMES, SIZES

Visit = Callable[[str], Page]

RUN = """async () => {
  axe.configure({ rules: axe.getRules().map((rule) => ({ id: rule.ruleId, enabled: true })) });
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap((found) => found.nodes.map((node) => `${found.id} at ${node.target}: ${node.failureSummary}`));
}"""

pytestmark = pytest.mark.parametrize("size", SIZES, scope="module")


@pytest.fixture
def scheme() -> str:
    return "light"


@pytest.fixture
def browser_context_args(browser_context_args: dict, size: str, scheme: str) -> dict:
    """A window of the size and with the setting that a test names. The policy is left out: axe-core writes markup of its own."""
    return {**browser_context_args, "viewport": SIZES[size], "color_scheme": scheme, "bypass_csp": True}


def faults(page: Page) -> list[str]:
    """What axe-core finds with all its rules: WCAG A to AAA, best practice, experimental ones."""
    page.evaluate(programs.AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN)


def results_shown(visit: Visit) -> Page:
    page = visit("codes/3931/")
    if not page.locator(".md-search__input").is_visible():
        page.get_by_role("button", name="Search").click()
    page.locator(".md-search__input").fill("busy")
    expect(page.locator(".md-search-result__item").nth(2)).to_be_visible()
    return page


def menu_open(visit: Visit) -> Page:
    page = visit("codes/-22/")
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()
        expect(page.locator(".md-sidebar--primary a:focus")).to_be_visible()
    return page


def filter_set(visit: Visit) -> Page:
    page = visit("codes/?outcome=in-process&q=pre")
    expect(page.locator("#codes tbody tr:visible")).to_have_count(3)
    page.locator(".sort").first.click()
    return page


def filter_empty(visit: Visit) -> Page:
    page = visit("codes/?q=nothing+like+this")
    expect(page.locator("#codes tbody tr:visible")).to_have_count(0)
    return page


def words_unfolded(visit: Visit) -> Page:
    page = visit("legend/")
    page.locator("details.words summary").click()
    return page


def looked_up(visit: Visit) -> Page:
    page = visit("lookup/?code=3931")
    page.wait_for_load_state("networkidle")
    return page


def looked_up_in_vain(visit: Visit) -> Page:
    page = visit("lookup/?code=-57")
    page.wait_for_load_state("networkidle")
    return page


STATES = (results_shown, menu_open, filter_set, filter_empty, words_unfolded, looked_up, looked_up_in_vain)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_kind_of_page(visit: Visit, kind: str):
    assert faults(visit(kind)) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(visit: Visit, state: Callable[[Visit], Page]):
    assert faults(state(visit)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_one_h1_and_no_heading_of_a_level_that_has_no_place(visit: Visit, kind: str):
    levels = visit(kind).evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map((each) => Number(each.tagName[1]))")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [after for before, after in zip(levels, levels[1:], strict=False) if after > before + 1] == []


# Where the focus is: what is drawn for it, whether it can be seen where it stands, its outline. A toggle of the theme is a
# hidden checkbox, whose label is drawn for it.
FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const drawn = focused.matches(".md-option") ? focused.nextElementSibling : focused;
  const box = drawn.getBoundingClientRect();
  const style = getComputedStyle(drawn);
  const x = Math.min(Math.max(box.left + Math.min(box.width, innerWidth) / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 1), innerHeight - 1);
  const there = document.elementFromPoint(x, y);
  const onTop = drawn.getClientRects().length > 1 || there === drawn || drawn.contains(there) || there?.contains(drawn) || false;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const marked = outlined || drawn.matches(".life__state, .md-skip, .md-search__input");
  const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
    && drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = `${focused.tagName}.${focused.className.baseVal ?? focused.className} ${(focused.textContent || "").trim().slice(0, 30)}`;
  return { name, seen, onTop, marked, skip: focused.matches(".md-skip") };
}"""


def stops(page: Page, most: int = 400) -> list[dict]:
    """What the Tab key reaches, from the top of the page to its end."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        found.append(here)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_tab_stop_is_seen_and_marked(visit: Visit, kind: str):
    page = visit(kind)
    found = stops(page)
    assert len(found) > 5
    assert found[0]["skip"]
    assert [stop["name"] for stop in found if not (stop["seen"] and stop["onTop"])] == []
    assert [stop["name"] for stop in found if not stop["marked"]] == []


SMALL = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary, [role=button]")].filter((each) =>
    each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !each.closest("[inert]"));
  const isInText = (each) => each.matches("p a, dd a, li:not(.card, .md-nav__item, .md-tabs__item) a, td a, cite a, .md-copyright a");
  return targets.filter((each) => !isInText(each)).map((each) => [each, (each.matches(".md-option") ? each.nextElementSibling : each).getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([each, box]) => `${each.outerHTML.slice(0, 80)} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_target_outside_of_text_is_24_pixels_wide_and_high(visit: Visit, kind: str):
    assert visit(kind).evaluate(SMALL) == []
