"""The table of all codes: filter, sort, and what is chosen as part of the address."""

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

ROWS = load(ROOT / "data")  # for the names of the cases only
WITHOUT_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)


def shown(page: Page) -> list[str]:
    """The codes of the rows that are to be seen, from top to bottom."""
    return page.locator("#codes > tbody > tr:visible > th").all_inner_texts()


def expect_codes(page: Page, codes: list[Code]) -> None:
    """The table shows these codes in this order, and says how many they are."""
    expect(page.locator("#codes > tbody > tr:visible > th")).to_have_text([number(code) for code in codes])
    every = len(ROWS.codes)
    words = f"All {every} shown" if len(codes) == every else f"{len(codes)} of {every} shown"
    expect(page.get_by_role("status").filter(has_text="shown")).to_have_text(words)


def number(code: Code) -> str:
    return "other negative" if code.number is None else code.key


def query(page: Page) -> str:
    return urlsplit(page.url).query


def tools(page: Page) -> list[Locator]:
    """The fields for text, outcome, category and what to do."""
    form = page.get_by_role("search", name="Filter the table")
    return [form.get_by_label(name) for name in ("Text or number", "Outcome", "Category", "What to do")]


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


def test_the_table_is_filtered_by_what_to_do(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    for step in catalogue.next_steps.values():
        tools(page)[3].select_option(step.name)
        expect_codes(page, [code for code in catalogue.codes.values() if code.next is step])
        assert query(page) == f"next={step.key}"


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
            if all(
                word in f"{number(code)} {code.label} {code.next.name} {code.category.name} {code.meaning.text}".lower()
                for word in text.lower().split()
            )
        ]
        assert 0 < len(fits) < len(catalogue.codes)
        expect_codes(page, fits)


def test_filters_work_together(visit: Visit, catalogue: Catalogue):
    page = visit("codes/")
    text, outcome, category, _ = tools(page)
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
    assert [field.input_value() for field in tools(page)] == ["", "", "", ""]
    assert page.locator("#codes [aria-sort]").count() == 0


# Sort -------------------------------------------------------------------------------------------------------------------

COLUMNS = {
    "Code": lambda code: -0.5 if code.number is None else code.number,  # The rule stands between the negative numbers and zero.
    "Outcome": lambda code: code.outcome.name.lower(),
    "Label": lambda code: code.label.lower(),
    "What to do": lambda code: code.next.name.lower(),
    "Category": lambda code: code.category.name.lower(),
    "What it means": lambda code: code.meaning.text.lower(),
}


def collated(text: object) -> object:
    """A text as English sorts it: a space, then a comma, then a full stop, then digits and letters; other marks are not in the way here."""
    return re.sub(r"[^a-z0-9 !#]", "", text.replace(",", "!").replace(".", "#")) if isinstance(text, str) else text


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
    text, outcome, category, step = tools(page)
    text.fill("error")
    outcome.select_option("Failure")
    category.select_option("Internal error")
    step.select_option("Contact support")
    sorter(page, "Code").click()
    sorter(page, "Code").click()
    expect(page.locator("#codes [aria-sort=descending]")).to_have_count(1)
    before = shown(page)
    other = context.new_page()
    other.goto(page.url)
    assert shown(other) == before
    assert [field.input_value() for field in tools(other)] == ["error", "failure", "internal", "contact-support"]
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


@pytest.mark.parametrize("names", [["text"], ["outcome", "category", "next", "sort"]], ids=str)
def test_a_hostile_address_does_no_harm(visit: Visit, catalogue: Catalogue, names: list[str]):
    for value in HOSTILE.values():
        page = visit("codes/?" + "&".join(f"{name}={quote(value)}" for name in names))
        expect_codes(page, [] if "text" in names else list(catalogue.codes.values()))
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


@WITHOUT_SCRIPTS
def test_without_scripts_the_whole_table_stands_there(visit: Visit, catalogue: Catalogue):
    page = visit("codes/?outcome=success")
    assert shown(page) == [number(code) for code in catalogue.codes.values()]
    expect(page.locator("form.tools")).to_be_hidden()
    expect(page.locator("#codes thead button")).to_have_count(0)
    expect(page.locator("article noscript p")).to_be_visible()


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
    wanted = ["text", "outcome", "category", "next", "Show all", "All status codes, in the order of the source", *COLUMNS]
    page.locator("h1").click()
    stops = []
    for _ in wanted:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"])] == []
    named = [stop["name"] for stop in stops]
    assert [*named[:5], *named[6:]] == [*wanted[:5], *wanted[6:]]


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
