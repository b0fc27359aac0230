"""The site in a browser: the table's tools, the picture, the colours, the keyboard, paper, and what is left without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.catalogue import Catalogue, load
from macros.catalogue.values import Code
from tests.support.site import ROOT

Visit = Callable[[str], Page]

DOCS = ROOT / "docs"
ROWS = load(ROOT / "data")  # for the names of the cases only
WITHOUT_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)

KINDS_OF_PAGE = [
    *(re.sub(r"(index)?\.md$", "", path.relative_to(DOCS).as_posix()) for path in sorted(DOCS.rglob("*.md"))),
    "codes/-22/",
    "codes/other-negative/",
    f"codes/{max(ROWS.codes.values(), key=lambda code: max(map(len, code.label.split()))).key}/",
    f"codes/{max(ROWS.codes.values(), key=lambda code: len(ROWS.same_meaning(code))).key}/",
    f"categories/{max(ROWS.categories.values(), key=lambda category: len(category.name)).key}/",
    "codes/4711/",
]
"""Every page of docs/, and of each kind that rows make the one that is hardest to fit; the last one does not exist."""


def shown(page: Page) -> list[str]:
    """The codes of the rows that are to be seen, from top to bottom."""
    return page.locator("#codes > tbody > tr:visible > th").all_inner_texts()


def expect_codes(page: Page, codes: list[Code]) -> None:
    """The table shows these codes in this order, and says how many they are."""
    expect(page.locator("#codes > tbody > tr:visible > th")).to_have_text([number(code) for code in codes])
    every = page.locator("#codes > tbody > tr").count()
    words = f"All {every} shown" if len(codes) == every else f"{len(codes)} of {every} shown"
    expect(page.get_by_role("status").filter(has_text="shown")).to_have_text(words)


def number(code: Code) -> str:
    return "other negative" if code.number is None else code.key


def query(page: Page) -> str:
    return urlsplit(page.url).query


def tools(page: Page) -> tuple[Locator, Locator, Locator]:
    """The fields for text, outcome and category."""
    form = page.get_by_role("search", name="Filter the table")
    return form.get_by_label("Text or number"), form.get_by_label("Outcome"), form.get_by_label("Category")


def sorter(page: Page, name: str) -> Locator:
    return page.locator("#codes thead").get_by_role("button", name=name)


# Filter -----------------------------------------------------------------------------------------------------------------


def test_the_table_is_filtered_by_outcome(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    for outcome in catalogue.outcomes.values():
        tools(page)[1].select_option(outcome.name)
        expect_codes(page, catalogue.codes_with(outcome))
        assert query(page) == f"outcome={outcome.key}"


def test_the_table_is_filtered_by_category(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    for category in catalogue.categories.values():
        tools(page)[2].select_option(category.name)
        expect_codes(page, catalogue.codes_in(category))
        assert query(page) == f"category={category.key}"


def test_a_negative_number_is_found_whatever_its_minus(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    for text in ("-22", "\u221222", "\u201322", "\u201122", "  -22 ", "\uff0d\uff12\uff12"):
        tools(page)[0].fill("")
        expect_codes(page, list(catalogue.codes.values()))
        tools(page)[0].fill(text)
        expect_codes(page, [catalogue.codes["-22"]])


def test_the_table_is_filtered_by_text(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    for text in ("3931", "PAPER", "busy ring", "ring busy", "top-up"):
        tools(page)[0].fill("")
        expect_codes(page, list(catalogue.codes.values()))
        tools(page)[0].fill(text)
        fits = [
            code
            for code in catalogue.codes.values()
            if all(word in f"{number(code)} {code.label} {code.category.name} {code.meaning.text}".lower() for word in text.lower().split())
        ]
        assert 0 < len(fits) < len(catalogue.codes)
        expect_codes(page, fits)


def test_filters_work_together(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    text, outcome, category = tools(page)
    outcome.select_option("Failure")
    category.select_option("Out of credit")
    expect_codes(page, [catalogue.codes["205000"]])
    outcome.select_option("In process")
    expect_codes(page, [catalogue.codes["-22"]])
    text.fill("prepaid")
    expect_codes(page, [])
    text.fill("24 hours")
    expect_codes(page, [catalogue.codes["-22"]])
    assert query(page) == "outcome=in-process&category=credit&text=24+hours"


def test_finding_nothing_is_said(visit: Visit):
    page = visit("codes/")
    tools(page)[0].fill("no row has these words")
    expect_codes(page, [])


def test_enter_in_the_text_field_keeps_the_page(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    text = tools(page)[0]
    text.fill("-22")
    page.evaluate("document.body.dataset.kept = 'yes'")
    text.press("Enter")
    expect_codes(page, [catalogue.codes["-22"]])
    page.wait_for_load_state()
    assert page.evaluate("document.body.dataset.kept") == "yes"


def test_reset_shows_all_again_in_the_order_of_the_source(visit: Visit, catalogue: Catalogue):
    page = visit("codes/?text=busy&outcome=failure&category=busy&sort=label-down")
    assert len(shown(page)) < len(catalogue.codes)
    page.get_by_role("button", name="Show all").click()
    expect_codes(page, list(catalogue.codes.values()))
    assert query(page) == ""
    assert [field.input_value() for field in tools(page)] == ["", "", ""]
    assert page.locator("#codes [aria-sort]").count() == 0


# Sort -------------------------------------------------------------------------------------------------------------------

COLUMNS = {
    "Code": lambda code: -0.5 if code.number is None else code.number,  # The rule stands between the negative numbers and zero.
    "Outcome": lambda code: code.outcome.name.lower(),
    "Label": lambda code: code.label.lower(),
    "Category": lambda code: code.category.name.lower(),
    "What it means": lambda code: code.meaning.text.lower(),
}


def collated(text: object) -> object:
    """A text as English sorts it: marks count for less than letters and spaces."""
    return re.sub(r"[^a-z0-9 ]", "", text) if isinstance(text, str) else text


@pytest.mark.parametrize("column", COLUMNS)
def test_each_column_sorts_both_ways_and_back(visit: Visit, catalogue: Catalogue, column: str):
    page = visit("codes/")
    source, by = [number(code) for code in catalogue.codes.values()], {number(code): code for code in catalogue.codes.values()}
    values = lambda: [collated(COLUMNS[column](by[code])) for code in shown(page)]  # noqa: E731
    header = page.locator("#codes thead th").filter(has=page.get_by_role("button", name=column))
    sorter(page, column).click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert values() == sorted(values())
    assert sorted(shown(page)) == sorted(source)
    sorter(page, column).click()
    expect(header).to_have_attribute("aria-sort", "descending")
    assert values() == sorted(values(), reverse=True)
    assert query(page).startswith("sort=")
    sorter(page, column).click()
    expect(page.locator("#codes [aria-sort]")).to_have_count(0)
    assert shown(page) == source
    assert query(page) == ""


def test_rows_that_are_alike_stay_in_the_order_of_the_source(visit: Visit, catalogue: Catalogue):
    page = visit("codes/?sort=outcome-down")
    order = [code for outcome in ("success", "in-process", "failure") for code in catalogue.codes_with(catalogue.outcomes[outcome])]
    expect_codes(page, order)


def test_only_one_column_is_said_to_be_sorted(visit: Visit):
    page = visit("codes/")
    sorter(page, "Label").click()
    sorter(page, "Code").click()
    expect(page.locator("#codes [aria-sort]")).to_have_text(["Code"])


# State ------------------------------------------------------------------------------------------------------------------


def test_the_address_brings_back_what_was_chosen(visit: Visit, context: BrowserContext):
    page = visit("codes/")
    text, outcome, category = tools(page)
    text.fill("error")
    outcome.select_option("Failure")
    category.select_option("Internal error")
    sorter(page, "Code").click()
    sorter(page, "Code").click()
    expect(page.locator("#codes [aria-sort=descending]")).to_have_count(1)
    before = shown(page)
    other = context.new_page()
    other.goto(page.url)
    assert shown(other) == before
    assert [field.input_value() for field in tools(other)] == ["error", "failure", "internal"]
    expect(other.locator("#codes [aria-sort=descending]")).to_have_text(["Code"])


def test_the_back_button_brings_back_what_was_chosen(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    tools(page)[2].select_option("Line busy")
    busy = catalogue.codes_in(catalogue.categories["busy"])
    expect_codes(page, busy)
    page.locator("#codes > tbody > tr:visible > th a").first.click()
    expect(page.locator("h1")).to_contain_text(busy[0].label)
    page.go_back()
    expect_codes(page, busy)
    expect(tools(page)[2]).to_have_value("busy")


HOSTILE = {
    "element": "<img src=x onerror=alert(1)>",
    "script": "'\"><script>alert(1)</script>",
    "proto": "__proto__",
    "constructor": "constructor",
    "bytes": "\0\xff",
    "long": "a" * 5000,
    "mark": "-down",
    "astral": "\U0001f4e0",
}


@pytest.mark.parametrize("name", ["text", "outcome", "category", "sort"])
def test_a_hostile_address_does_no_harm(visit: Visit, catalogue: Catalogue, name: str):
    for value in HOSTILE.values():
        page = visit(f"codes/?{name}={quote(value)}")
        expect_codes(page, [] if name == "text" else list(catalogue.codes.values()))
        assert page.locator("article").locator("img, script").count() == 0
        page.get_by_role("button", name="Show all").click()
        expect_codes(page, list(catalogue.codes.values()))
        assert query(page) == ""


@pytest.mark.parametrize("path", ["", "legend/"])
@pytest.mark.parametrize("outcome", ROWS.outcomes)
def test_the_legend_leads_to_the_codes_of_an_outcome(visit: Visit, catalogue: Catalogue, path: str, outcome: str):
    page = visit(path)
    row = page.locator("table.legend tbody tr").filter(has_text=catalogue.outcomes[outcome].meaning.text)
    row.get_by_role("link").click()
    expect_codes(page, catalogue.codes_with(catalogue.outcomes[outcome]))
    expect(tools(page)[1]).to_have_value(outcome)


@pytest.mark.parametrize(("path", "script", "form"), [("codes/", "codes-table", "form.tools"), ("triage/", "triage", ".triage__input")])
def test_what_needs_scripts_has_its_place_before_they_run(visit: Visit, page: Page, path: str, script: str, form: str):
    """So that nothing moves under a reader's finger."""
    page.route(re.compile(rf"/assets/js/{script}\b"), lambda route: route.fulfill(body="", content_type="text/javascript"))
    expect(visit(path).locator(form)).to_be_visible()


# Without JavaScript -------------------------------------------------------------------------------------------------------


@WITHOUT_SCRIPTS
def test_without_scripts_the_whole_table_stands_there(visit: Visit, catalogue: Catalogue):
    page = visit("codes/?outcome=success")
    assert shown(page) == [number(code) for code in catalogue.codes.values()]
    expect(page.locator("form.tools")).to_be_hidden()
    expect(page.locator("#codes thead button")).to_have_count(0)
    expect(page.locator("article noscript p")).to_be_visible()


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
    page.locator(".life svg a").filter(has=page.locator(".life__name").get_by_text(box.name, exact=True)).click()
    if box.codes:
        page.wait_for_url(f"**/codes/{box.codes[0].key}/")
        expect(page.locator("h1")).to_contain_text(box.codes[0].label)
    else:
        page.wait_for_url(f"**/legend/#{box.outcome.key}")
        expect(page.locator(f"#{box.outcome.key}")).to_be_in_viewport()


def test_the_words_of_the_picture_stay_within_their_gap(visit: Visit):
    page = visit("legend/")
    boxes = page.evaluate("[...document.querySelectorAll('.life__state rect')].map((box) => box.getBoundingClientRect().toJSON())")
    words = page.evaluate(
        "[...document.querySelectorAll('.life__arrow text')].map((text) => [text.textContent, text.getBoundingClientRect().toJSON()])"
    )
    crossing = [
        text
        for text, word in words
        for box in boxes
        if word["left"] < box["right"] and box["left"] < word["right"] and word["top"] < box["bottom"] and box["top"] < word["bottom"]
    ]
    assert crossing == []


# Light and dark -----------------------------------------------------------------------------------------------------------

DARK, LIGHT = "Switch to dark colours", "Switch to light colours"


def background(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def is_dark(page: Page) -> bool:
    return sum(map(int, re.findall(r"\d+", background(page))[:3])) < 3 * 128


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_those_that_the_system_asks_for(visit: Visit, context: BrowserContext, scheme: str):
    page = context.pages[0]
    page.emulate_media(color_scheme=scheme)
    visit("codes/-22/")
    assert is_dark(page) == (scheme == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@WITHOUT_SCRIPTS
def test_the_colours_are_right_without_scripts(visit: Visit, context: BrowserContext, scheme: str):
    page = context.pages[0]
    page.emulate_media(color_scheme=scheme)
    visit("codes/-22/")
    assert is_dark(page) == (scheme == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_colours_are_kept(visit: Visit, context: BrowserContext, scheme: str):
    page = context.pages[0]
    page.emulate_media(color_scheme=scheme)
    visit("")
    there, back = (DARK, LIGHT) if scheme == "light" else (LIGHT, DARK)
    page.get_by_title(there).click()
    expect(page.get_by_title(back)).to_be_visible()
    assert is_dark(page) == (scheme == "light")
    page.reload()
    assert is_dark(page) == (scheme == "light")
    for path in ("legend/", "codes/4711/"):
        visit(path)
        assert is_dark(page) == (scheme == "light")
    page.get_by_title(back).click()
    expect(page.get_by_title(there)).to_be_visible()
    assert is_dark(page) == (scheme == "dark")


def test_the_colour_control_answers_to_space_and_enter_and_says_what_it_does(visit: Visit, context: BrowserContext):
    context.pages[0].emulate_media(color_scheme="light")
    page = visit("codes/-22/")
    page.get_by_role("button", name=DARK).press("Space")
    assert is_dark(page)
    page.get_by_role("button", name=LIGHT).press("Enter")
    assert not is_dark(page)
    expect(page.get_by_role("button", name=DARK)).to_be_visible()


def test_the_system_is_followed_until_somebody_chooses(visit: Visit, context: BrowserContext):
    page = context.pages[0]
    page.emulate_media(color_scheme="light")
    visit("")
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)
    expect(page.get_by_role("button", name=LIGHT)).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name=LIGHT).click()
    page.reload()
    assert not is_dark(page)


GARBAGE = "for (let at = 0; at < localStorage.length; at++) localStorage.setItem(localStorage.key(at), '{\"color\":[')"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })"


def test_a_stored_scheme_that_is_garbage_does_no_harm(visit: Visit, context: BrowserContext):
    context.pages[0].emulate_media(color_scheme="light")
    page = visit("")
    page.get_by_role("button", name=DARK).click()
    page.evaluate(GARBAGE)
    page.reload()
    assert not is_dark(page)
    page.get_by_role("button", name=DARK).click()
    assert is_dark(page)


def test_colours_change_where_nothing_can_be_stored(visit: Visit, context: BrowserContext):
    page = context.pages[0]
    page.emulate_media(color_scheme="light")
    page.add_init_script(BLOCKED)
    visit("")
    page.get_by_role("button", name=DARK).click()
    assert is_dark(page)


def test_a_page_that_comes_back_has_the_scheme_chosen_since(visit: Visit, context: BrowserContext):
    context.pages[0].emulate_media(color_scheme="light")
    page, later = visit("codes/"), context.new_page()
    page.evaluate("window.stored = null; addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    later.goto(page.url)
    later.get_by_role("button", name=DARK).click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert is_dark(page)
    expect(page.get_by_role("button", name=LIGHT)).to_be_visible()


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
    assert names == ([DARK] if width == 1280 else ["Search", DARK, "Menu"])


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
    for wanted in (code.spoken, code.label, code.outcome.name.lower(), code.meaning.text):
        assert wanted in copied


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

FOCUSED = """() => {
  const it = document.activeElement, style = getComputedStyle(it), place = it.getBoundingClientRect();
  return {
    name: it.getAttribute("aria-label") || it.name || it.textContent.trim(),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: place.width > 0 && place.bottom > 0 && place.top < innerHeight && it.checkVisibility({ opacityProperty: true }),
  };
}"""


def test_the_tools_of_the_table_are_reached_by_tab_and_seen(visit: Visit):
    page = visit("codes/")
    wanted = ["text", "outcome", "category", "Show all", "All status codes, in the order of the source", *COLUMNS]
    page.locator("h1").click()
    stops = []
    for _ in wanted:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"])] == []
    named = [stop["name"] for stop in stops]
    assert [*named[:4], *named[5:]] == [*wanted[:4], *wanted[5:]]


def test_sorting_and_filtering_work_by_keyboard(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    tools(page)[0].focus()
    page.keyboard.type("busy")
    assert 0 < len(shown(page)) < len(catalogue.codes)
    sorter(page, "Code").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect(page.locator("#codes [aria-sort=descending]")).to_have_text(["Code"])
    assert page.evaluate("document.activeElement.textContent.trim()") == "Code"


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


@pytest.mark.parametrize(("path", "current"), {"": "Home", "codes/": "Codes", "codes/3931/": "Codes", "about/": "About"}.items())
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


def test_dark_colours_are_not_printed(visit: Visit, context: BrowserContext):
    page = context.pages[0]
    page.emulate_media(color_scheme="dark")
    visit("codes/-22/")
    assert is_dark(page)
    page.emulate_media(media="print", color_scheme="dark")
    assert not is_dark(page)
    colour = page.evaluate("getComputedStyle(document.querySelector('.meaning')).color")
    assert sum(map(int, re.findall(r"\d+", colour)[:3])) < 3 * 100
