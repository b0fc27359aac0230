"""Everybody can use every kind of page: axe-core finds nothing, and what it cannot see is tried: keys, zoom, settings, paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.catalogue import Catalogue
from tests.support import programs
from tests.support.page_types import PAGE_TYPES, SIZES

Visit = Callable[[str], Page]

RUN = """async (tags) => {
  const rules = axe.getRules(tags).map((rule) => rule.ruleId);
  axe.configure({ rules: rules.map((id) => ({ id, enabled: true })) });
  const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly: rules, preload: !tags.length });
  return violations.flatMap((found) => found.nodes.map((node) => `${found.id} at ${node.target}: ${node.failureSummary}`));
}"""

# Two of each form that repeats are enough: rows of a table, entries of a list, examples. Only their words differ.
THIN = """() => {
  for (const parent of document.querySelectorAll("tbody, ul, ol, .shapes")) {
    const seen = {};
    for (const child of [...parent.children].filter((each) => each.matches("tr, li, .shape"))) {
      const form = child.outerHTML.replace(/>[^<]*</g, "><").replace(/ (href|id|for|title|aria-label|data-\\w+)="[^"]*"/g, "");
      seen[form] = (seen[form] ?? 0) + 1;
      if (seen[form] > 2) child.remove();
    }
  }
}"""

IN_BOTH_SIZES = pytest.mark.parametrize("size", SIZES)


@pytest.fixture
def size() -> str:
    return "wide"


@pytest.fixture
def browser_context_args(browser_context_args: dict, size: str) -> dict:
    """A window of the size that a test names, in which nothing moves. axe-core writes markup that the policy forbids."""
    return {**browser_context_args, "viewport": SIZES[size], "color_scheme": "light", "reduced_motion": "reduce", "bypass_csp": True}


def found(page: Page, *tags: str) -> list[str]:
    """What axe-core finds with its rules of these tags; without tags with all: WCAG A to AAA, best practice, experimental ones."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(programs.AXE.read_text(encoding="utf-8"))
    page.evaluate("scrollTo(0, 0)")  # Elsewhere, axe takes for too small what lies half under the header.
    return page.evaluate(RUN, tags)


def faults(page: Page) -> list[str]:
    """What axe-core finds with all its rules, and in the dark with those of colour."""
    light = found(page)
    page.emulate_media(color_scheme="dark")
    return [*light, *(f"dark: {fault}" for fault in found(page, "cat.color"))]


def results_shown(visit: Visit) -> Page:
    page = visit("codes/3931/")
    if page.viewport_size == SIZES["narrow"]:
        page.get_by_role("button", name="Search", exact=True).click()
    page.locator("[data-search] input").fill("busy")
    expect(page.locator("[data-search] li").nth(2)).to_be_visible()
    return page


def menu_open(visit: Visit) -> Page:
    page = visit("codes/-22/")
    if page.viewport_size == SIZES["narrow"]:
        page.get_by_role("button", name="Menu").click()
        expect(page.locator("#menu a:focus")).to_be_visible()
    return page


def filter_set(visit: Visit) -> Page:
    page = visit("codes/?outcome=in-process&text=pre")
    expect(page.locator(".tools__count")).to_contain_text(" of ")
    page.locator(".sort").first.click()
    return page


def filter_empty(visit: Visit) -> Page:
    page = visit("codes/?text=nothing+like+this")
    expect(page.locator("#codes tbody tr:visible")).to_have_count(0)
    return page


def words_unfolded(visit: Visit) -> Page:
    page = visit("legend/")
    page.locator("details.words summary").click()
    return page


def looked_up(asked: str) -> Callable[[Visit], Page]:
    def answered(visit: Visit) -> Page:
        page = visit(f"lookup/?code={asked}")
        expect(page.locator("#answered")).to_be_visible()
        return page

    return answered


def led_to_its_page(visit: Visit) -> Page:
    page = visit("lookup/?code=3931")
    page.wait_for_url("**/codes/3931/")
    return page


LOOKED_UP = {"a negative number": "-57", "a positive number": "7777", "words": "busy", "no number": "xyzzy", "a fraction": "1.5"}


def triage_filled(visit: Visit) -> Page:
    page = visit("triage/")
    page.get_by_role("button", name="Try an example").click()
    expect(page.locator(".triage__rows tbody tr")).to_have_count(12)
    return page


def triage_of_a_text(visit: Visit) -> Page:
    page = visit("triage/")
    page.locator("#triage-text").fill("Hello,\nstatus 3931 on some, and 6017 too.\nstatus -22\n")
    page.get_by_role("button", name="Explain").click()
    page.locator("pre .find").first.click()
    expect(page.locator(".find--out").nth(1)).to_be_visible()
    return page


def triage_of_nothing(visit: Visit) -> Page:
    page = visit("triage/")
    page.locator("#triage-text").fill(" ")
    page.get_by_role("button", name="Explain").click()
    expect(page.locator(".triage__wrong")).to_be_visible()
    return page


STATES = (
    triage_filled,
    triage_of_a_text,
    triage_of_nothing,
    results_shown,
    menu_open,
    filter_set,
    filter_empty,
    words_unfolded,
    led_to_its_page,
    *(pytest.param(looked_up(asked), id=f"looked up {name}") for name, asked in LOOKED_UP.items()),
)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_axe_finds_nothing_on_any_kind_of_page(visit: Visit, kind: str):
    page = visit(kind)
    page.evaluate(THIN)
    page.set_viewport_size(SIZES["narrow"])
    assert found(page) == []
    page.set_viewport_size(SIZES["wide"])
    assert faults(page) == []


@IN_BOTH_SIZES
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(visit: Visit, state: Callable[[Visit], Page]):
    page = state(visit)
    page.evaluate(THIN)
    assert faults(page) == []


def test_axe_sees_faults(visit: Visit):
    page = visit("about/")
    page.evaluate("document.querySelector('h1').outerHTML += '<img src=data:,><p style=\"color:#888;background:#999\">faint</p>'")
    seen = {fault.partition(" at ")[0] for fault in faults(page)}
    assert seen >= {"image-alt", "color-contrast", "dark: color-contrast"}


# Where the focus is: whether it can be seen there, and its outline.
FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const box = focused.getBoundingClientRect();
  const style = getComputedStyle(focused);
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const there = document.elementFromPoint(x, y);
  const onTop = focused.getClientRects().length > 1 || there === focused || focused.contains(there) || there?.contains(focused) || false;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const marked = outlined || focused.matches(".life__state, .md-skip, [data-search] input");
  const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
    && focused.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = `${focused.tagName}.${focused.className.baseVal ?? focused.className} ${(focused.textContent || "").trim().slice(0, 30)}`;
  return { name, seen, onTop, marked, skip: focused.matches(".md-skip") };
}"""


def stops(page: Page, most: int = 400) -> list[dict]:
    """What the Tab key reaches, from the top of the page to its end."""
    reached = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        reached.append(here)
    return reached


@IN_BOTH_SIZES
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_tab_stop_is_seen_and_marked(visit: Visit, kind: str):
    page = visit(kind)
    page.evaluate(THIN)
    reached = stops(page)
    assert len(reached) > 5
    assert reached[0]["skip"]
    assert [stop["name"] for stop in reached if not (stop["seen"] and stop["onTop"])] == []
    assert [stop["name"] for stop in reached if not stop["marked"]] == []


# A link within a sentence may be as high as its line (WCAG 2.2, 2.5.8).
SMALL = """() => {
  const inSentence = "p a, dd a, li:not(.card, .menu li) a, td a, cite a, .md-copyright a";
  return [...document.querySelectorAll("a[href], button, input, select, summary, [role=button]")]
    .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !each.closest("[inert]"))
    .filter((each) => !each.matches(inSentence))
    .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([name, box]) => `${name} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
}"""


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_target_outside_of_text_is_24_pixels_wide_and_high(visit: Visit, kind: str):
    page = visit(kind)
    for size in SIZES.values():
        page.set_viewport_size(size)
        assert page.evaluate(SMALL) == [], size


# Keys on a phone's width, where menu and search are closed at first ---------------------------------------------------------

NARROW = pytest.mark.parametrize("size", ["narrow"])


def until_at(page: Page, name: str) -> None:
    """Tabs on until the button of this name has the focus."""
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == name:
            return
    raise AssertionError(f"the Tab key does not reach the button '{name}'")


@NARROW
def test_the_menu_is_opened_used_and_left_by_keys(visit: Visit):
    page = visit("codes/-22/")
    until_at(page, "Menu")
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.locator("#menu a:focus")).to_be_in_viewport()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    expect(page.locator("#menu a:focus")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("#menu a:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/codes/-22/" not in url)


@NARROW
def test_the_menu_shuts_when_the_focus_leaves_it_and_when_the_page_is_left(visit: Visit):
    page = visit("codes/-22/")
    button, menu = page.get_by_role("button", name="Menu"), page.locator("#menu")
    button.press("Enter")
    expect(menu).to_be_visible()
    menu.locator("a").last.press("Tab")
    expect(menu).to_be_hidden()
    button.click()
    expect(menu).to_be_visible()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(menu).to_be_hidden()


@NARROW
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_the_menu_opens_without_scripts(visit: Visit):
    page = visit("codes/-22/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Legend").click()
    page.wait_for_url("**/legend/")


@NARROW
def test_the_search_is_opened_used_and_left_by_keys(visit: Visit):
    page = visit("codes/-22/")
    until_at(page, "Search")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search] input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search", exact=True).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-search] input")).to_be_focused()
    page.keyboard.type("3931")
    expect(page.locator("[data-search] li").first).to_contain_text("3931")
    page.keyboard.press("Enter")
    page.wait_for_url("**/codes/3931/**")


# People's settings ------------------------------------------------------------------------------------------------------

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_page_that_is_zoomed_does_not_scroll_sideways(visit: Visit, kind: str):
    page = visit(kind)
    for zoom in (2, 4):
        page.set_viewport_size({"width": 1280 // zoom, "height": 1024 // zoom})
        assert page.evaluate(SIDEWAYS) <= 0, zoom


def test_nothing_moves_for_people_who_ask_for_that(visit: Visit):
    moving = "[...document.querySelectorAll('*')].filter((each) => /[1-9]/.test(getComputedStyle(each).transitionDuration)).length"
    assert visit("").evaluate(moving) == 0


BADGES = """all => all.map((badge) =>
  [badge.textContent.trim(), badge.querySelector("svg").getBoundingClientRect().width > 8, getComputedStyle(badge).borderStyle])"""


@pytest.mark.parametrize("kind", ["", "codes/"])
def test_forced_colours_leave_icon_word_and_border_of_every_outcome(visit: Visit, page: Page, kind: str):
    page.emulate_media(forced_colors="active")
    badges = visit(kind).locator(".badge").filter(visible=True).evaluate_all(BADGES)
    styles = {"In process": "dashed", "Success": "solid", "Failure": "double"}
    assert {badge[0] for badge in badges} == set(styles)
    assert [badge for badge in badges if badge[1:] != [True, styles[badge[0]]]] == []


# Paper ------------------------------------------------------------------------------------------------------------------


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", print_background=False)))


def test_a_code_is_printed_on_one_sheet(visit: Visit, catalogue: Catalogue):
    of_each_category = [codes[0].key for codes in map(catalogue.codes_in, catalogue.categories.values())]
    assert [key for key in ["-22", "6018", "6063", *of_each_category] if sheets(visit(f"codes/{key}/")) != 1] == []


def test_the_table_of_all_codes_is_printed_on_a_few_sheets(visit: Visit):
    assert sheets(visit("codes/")) <= 6
