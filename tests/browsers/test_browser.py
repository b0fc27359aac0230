"""The site in a browser: the picture, space, ways, the keyboard, paper, and what is left without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.catalogue import Catalogue, load
from tests.support.site import ROOT

from .test_colours import is_dark

Visit = Callable[[str], Page]

DOCS = ROOT / "docs"
ROWS = load(ROOT / "data")  # for the names of the cases only
WITHOUT_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)

KINDS_OF_PAGE = [
    *(re.sub(r"(index)?\.md$", "", path.relative_to(DOCS).as_posix()) for path in sorted(DOCS.rglob("*.md"))),
    "codes/-22/",
    "codes/other-negative/",
    f"codes/{max(ROWS.codes.values(), key=lambda code: max(map(len, code.label.split()))).key}/",
    f"codes/{max(ROWS.codes.values(), key=lambda code: len(ROWS.same_text(code))).key}/",
    f"categories/{max(ROWS.categories.values(), key=lambda category: len(category.name)).key}/",
    "codes/4711/",
]
"""Every page of docs/, and of each kind that rows make the one that is hardest to fit; the last one does not exist."""

# Without JavaScript -------------------------------------------------------------------------------------------------------


@WITHOUT_SCRIPTS
def test_without_scripts_a_code_page_says_everything_and_promises_nothing(visit: Visit, catalogue: Catalogue):
    page = visit("codes/-22/")
    expect(page.get_by_role("main")).to_contain_text(catalogue.codes["-22"].meaning.text)
    expect(page.locator(".actions button:visible")).to_have_count(0)
    page.get_by_role("link", name="Next").click()
    expect(page.locator("h1")).to_contain_text(catalogue.rule.label)


@WITHOUT_SCRIPTS
def test_without_scripts_the_picture_is_given_in_words(visit: Visit, catalogue: Catalogue):
    page = visit("legend/")
    page.get_by_text("The same in words").click()
    for state in catalogue.states.values():
        expect(page.locator(".life-text > li").filter(has_text=state.comment)).to_be_visible()


# The picture --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ROWS.states)
def test_each_state_of_the_picture_leads_to_its_page(visit: Visit, catalogue: Catalogue, state: str):
    page = visit("legend/")
    box = catalogue.states[state]
    page.locator(".life--wide svg a").filter(has=page.locator(".life__name").get_by_text(box.name, exact=True)).click()
    if box.codes:
        page.wait_for_url(f"**/codes/{box.codes[0].key}/")
        expect(page.locator("h1")).to_contain_text(box.codes[0].label)
    else:
        page.wait_for_url(f"**/legend/#{box.outcome.key}")
        expect(page.locator(f"#{box.outcome.key}")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "picture"), [(1280, ".life--wide"), (360, ".life--narrow")])
def test_the_words_of_the_picture_stay_within_their_gap(visit: Visit, page: Page, width: int, picture: str):
    page.set_viewport_size({"width": width, "height": 800})
    visit("legend/")
    places = "all => all.map((each) => [each.textContent, each.getBoundingClientRect().toJSON()])"
    boxes = [box for _, box in page.locator(f"{picture} .life__state rect").evaluate_all(places)]
    words = page.locator(f"{picture} .life__arrow text").evaluate_all(places)
    whole = page.locator(f"{picture} svg").bounding_box()
    assert boxes
    assert [text for text, word in words if word["right"] > whole["x"] + whole["width"]] == []
    crossing = [
        text
        for text, word in words
        for box in boxes
        if word["left"] < box["right"] and box["left"] < word["right"] and word["top"] < box["bottom"] and box["top"] < word["bottom"]
    ]
    assert crossing == []


# Space --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", dict.fromkeys(KINDS_OF_PAGE))
def test_no_page_scrolls_sideways_on_a_phone(visit: Visit, context: BrowserContext, path: str):
    page = context.pages[0]
    page.set_viewport_size({"width": 360, "height": 800})
    visit(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert is_dark(page) == (scheme == "dark")


@pytest.mark.parametrize("width", [360, 1280])
def test_no_control_of_the_header_stands_there_twice(visit: Visit, context: BrowserContext, width: int):
    page = context.pages[0]
    page.set_viewport_size({"width": width, "height": 800})
    visit("codes/-22/")
    names = [button.get_attribute("aria-label") for button in page.locator("header button").all() if button.is_visible()]
    assert names == (["Switch to dark colors"] if width == 1280 else ["Search", "Switch to dark colors", "Menu"])


def test_the_404_page_is_as_wide_as_any_other(visit: Visit):
    left = [visit(path).locator("h1").bounding_box()["x"] for path in ("about/", "codes/4711/")]
    assert left[0] == left[1]


# Copying ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["-22", "3269", "other-negative"])
def test_the_buttons_copy_and_say_so(visit: Visit, context: BrowserContext, catalogue: Catalogue, address: str, key: str):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page, code = visit(f"codes/{key}/#meaning"), catalogue.codes[key]
    said = page.locator(".actions").get_by_role("status")
    expect(said).to_have_text("")
    page.get_by_role("button", name="Copy address").click()
    expect(said).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}codes/{key}/"
    page.get_by_role("button", name="Copy for a ticket").click()
    page.wait_for_function("async (label) => (await navigator.clipboard.readText()).includes(label)", arg=code.label)
    copied = page.evaluate("navigator.clipboard.readText()")
    final = "Final." if code.outcome.final else "Still changing."
    for wanted in (code.spoken, code.label, code.outcome.name.lower(), final, code.meaning.text, code.next.name, code.advice.text):
        assert wanted in copied
    assert copied.endswith(f" {address}codes/{key}/")


def test_a_mark_says_what_it_means_to_whoever_points_at_it(visit: Visit, catalogue: Catalogue):
    page = visit("codes/3931/")
    for key in ("stated", "derived", "advice", "unknown"):
        mark = page.locator(f".provenance--{key}").first
        mark.hover()
        expect(mark).to_have_attribute("title", catalogue.provenances[key].meaning)


# Ways through the site ------------------------------------------------------------------------------------------------------


def test_next_leads_on(visit: Visit, catalogue: Catalogue):
    order = list(catalogue.codes)
    page = visit(f"codes/{order[0]}/")
    for key in order[1:4]:
        page.locator("article a[rel=next]").click()
        page.wait_for_url(f"**/codes/{key}/")


def test_previous_leads_back(visit: Visit, catalogue: Catalogue):
    page = visit("codes/other-negative/")
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("h1")).to_contain_text("-22")


@pytest.mark.parametrize("path", ["codes/4711/", "no/such/folder/at/all/", "nothing"])
def test_the_404_page_leads_on_from_anywhere(visit: Visit, context: BrowserContext, path: str):
    page = context.pages[0]
    answered = []
    page.on("response", lambda response: answered.append((response.url, response.status)))
    visit(path)
    expect(page.locator("h1")).to_be_visible()
    assert [status for _, status in answered[1:] if status >= 400] == []
    assert answered[0][1] == 404
    for link in {link.get_attribute("href") for link in page.locator("article a[href], #menu a[href]").all()}:
        response = context.request.get(page.evaluate("(href) => new URL(href, document.baseURI).href", link))
        assert response.status == 200, link
    page.locator("article").get_by_role("link", name="All status codes").click()
    expect(page.locator("h1")).to_have_text("All status codes")


def test_the_search_field_finds_a_plain_word(visit: Visit):
    page = visit("about/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("busy")
    first = page.locator("[data-search] li a").first
    expect(first).to_be_visible()
    expect(page.locator("#search-panel")).to_contain_text(re.compile("busy", re.IGNORECASE))
    first.click()
    expect(page.get_by_role("main")).to_contain_text(re.compile("busy", re.IGNORECASE))


# Keyboard -----------------------------------------------------------------------------------------------------------------

UNDER = """() => {
  const it = document.activeElement, { left, top, bottom } = it.getBoundingClientRect();
  const seen = (x, y) => { const there = document.elementFromPoint(x, y); return it.contains(there) || there?.contains(it); };
  return seen(left + 2, top + 2) && seen(left + 2, bottom - 2) ? null : it.textContent.trim();
}"""


def test_what_has_the_focus_lies_under_nothing_on_the_way_up(visit: Visit):
    """Nor under the header, the head of the table, the way back to the top (WCAG 2.2, 2.4.11)."""
    page = visit("codes/")
    page.locator("footer a").first.focus()
    page.keyboard.press("End")
    hidden = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        hidden.append(page.evaluate(UNDER))
    assert set(hidden) == {None}


@pytest.mark.parametrize(("path", "current"), {"codes/": "Codes", "codes/3931/": "Codes", "about/": "About"}.items())
def test_the_list_of_pages_says_where_one_is(visit: Visit, path: str, current: str):
    expect(visit(path).locator("#menu [aria-current]")).to_have_text([current])


# People's settings, and paper -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "codes/", "codes/-22/", "legend/"])
def test_pages_work_in_forced_colours_and_reduced_motion(visit: Visit, context: BrowserContext, path: str):
    page = context.pages[0]
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    visit(path)
    expect(page.locator("h1")).to_be_visible()
    badge = page.locator("article .badge:visible").first
    assert badge.evaluate("(it) => getComputedStyle(it).borderTopStyle") in ("dashed", "solid", "double")
    moving = "[...document.querySelectorAll('*')].filter((it) => parseFloat(getComputedStyle(it).transitionDuration) > 0).length"
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize(
    ("path", "hidden", "kept"),
    [
        ("codes/", "form.tools", "#codes"),
        ("codes/-22/", ".actions", ".decisions"),
        ("codes/-22/", "nav.turn", ".meaning"),
        ("codes/-22/", "nav.breadcrumb", "h1"),
        ("legend/", "header.header", ".life svg"),
        ("legend/", "#menu", "table.legend"),
        ("legend/", "#menu", ".life-text > li"),  # folded on the screen
    ],
)
def test_paper_holds_the_words_and_not_the_tools(visit: Visit, path: str, hidden: str, kept: str):
    page = visit(path)
    expect(page.locator(hidden).first).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(kept).first).to_be_visible()
