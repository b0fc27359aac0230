"""The search field of every page: whatever gets into it is answered, and the keyboard suffices."""

from __future__ import annotations

import pytest

from tests.support.engines.page import Page

START = "categories/busy/"
FIELD = "[data-search] input"
FIRST = "[data-search] li:first-child a"

QUERIES = {
    "3931": "codes/3931/",
    "−22": "codes/-22/",
    "-57": "codes/other-negative/",
    "99999": "lookup/?code=99999",
    "out of paper": "codes/3935/",
}


@pytest.mark.parametrize("query", QUERIES, ids=ascii)
def test_what_is_pasted_opens_its_page_on_enter_at_once(page: Page, query: str):
    page.open(START, early=True)
    page.run("(field) => document.querySelector(field).focus()", FIELD)
    page.paste(query)
    page.press("Enter")
    page.until_at(QUERIES[query])


def test_what_is_typed_opens_its_page_on_enter(page: Page):
    page.open(START)
    page.press("/")
    page.type("-22")
    page.press("Enter")
    page.until_at("codes/-22/")


def test_tab_goes_on_from_the_field_to_the_results(page: Page):
    page.open(START)
    page.press("/")
    page.type("busy")
    page.until_text(FIRST, "busy")
    page.press("Tab", "Tab")
    assert page.run("(first) => document.activeElement === document.querySelector(first)", FIRST)
    page.press("Escape")
    assert page.run("() => document.querySelector('#search-panel').hidden")


def test_an_empty_search_says_what_to_type(page: Page):
    page.open(START)
    page.press("/")
    page.until_text("#search-panel [role=status]", "Type a code or a word")


@pytest.mark.parametrize("width", [1280, 360])
def test_after_back_the_search_is_shut_and_answers_anew(page: Page, width: int):
    page.resize(width)
    page.open("codes/")
    page.press("/")
    page.type("-3")
    page.press("Enter")
    page.until_at("codes/-3/")
    page.back()
    page.until_at("codes/")
    assert page.run("(field) => document.activeElement !== document.querySelector(field)", FIELD)
    assert page.run("(field) => document.querySelector(field).value", FIELD) == ""
    assert page.run("() => document.querySelector('#search-panel').hidden")
    page.press("/")
    page.type("3935")
    page.press("Enter")
    page.until_at("codes/3935/")


def test_the_lookup_answers(page: Page):
    page.open("")
    page.click("#lookup-code")
    page.type("4711")
    page.press("Enter")
    page.until_at("lookup/?code=4711")
    page.until_text("#answer h2", "4711: a failure, not listed here")
