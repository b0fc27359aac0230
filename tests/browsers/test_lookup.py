"""The answer to whatever is asked, as it is shown: at /lookup/?code=… and on the page for a missing address.

What the answers say is tested in Node (tests/scripts/test_search.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

Visit = Callable[[str], Page]

ANSWER = "#answer"

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "-57<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "busy</template><iframe srcdoc='<script>alert(1)</script>'>",
)

NOT_LISTED = {
    "-57": ("-57: Fax is being handled", "Is -57 the field Status of a fax"),
    "6005": ("6005: a failure, not listed here", "Misdialled trunk prefix"),
    "3931.5": ("A fax status is a whole number", "decimal point"),
    "%": ("No number yet", "such as 3931 or -22"),
    "qqqqzzzz": ("No number in this", "No fax status was found"),
    "323;0": ("Several numbers, and none is named a status", "Enter one number"),
    "messageStatus: 0": ("0: the messageStatus of a received fax", "Numbers that are not the status of a fax"),
    "HTTP 403": ("HTTP 403: not the status of a fax of this service", "the field Status of the fax"),
    "½": ("No number in this", "No fax status was found"),
    "6000-6003": ("Codes from 6000 to 6003", "6001"),
    "": ("No number yet", "such as 3931 or -22"),
}
"""What is asked, one of each kind, the heading of its answer and some of its words."""


def lookup(text: str) -> str:
    return f"lookup/?code={quote(text, safe='')}"


def missing(text: str) -> str:
    return f"codes/{quote(text, safe='')}/"


def test_lookup_answers(visit: Visit) -> None:
    for asked, (heading, words) in NOT_LISTED.items():
        page = visit(lookup(asked))
        expect(page.locator(f"{ANSWER} h2")).to_have_text(heading)
        expect(page.locator(ANSWER)).to_contain_text(words)
        expect(page.locator(ANSWER)).to_have_attribute("role", "status")
        expect(page.locator("#lookup-code")).to_have_value(asked)
        assert page.title().startswith(heading)


def test_page_for_a_missing_address_answers_alike(visit: Visit) -> None:
    for asked, (heading, words) in NOT_LISTED.items():
        if asked:
            page = visit(missing(asked))
            expect(page.locator(f"{ANSWER} h2")).to_have_text(heading)
            expect(page.locator(ANSWER)).to_contain_text(words)


def test_unlisted_negative_has_the_rule_and_the_question(visit: Visit) -> None:
    answer = visit(lookup("-57")).locator(ANSWER)
    expect(answer.locator(".badge")).to_have_text("In process")
    expect(answer.locator("p", has_text="Is -57 the field").locator(".provenance")).to_have_text("Advice")
    expect(answer.locator("a[href$='/codes/other-negative/']")).to_be_attached()


def test_unlisted_positive_has_advice_and_no_code_that_only_stands_near(visit: Visit) -> None:
    answer = visit(lookup("4711")).locator(ANSWER)
    expect(answer.locator(".badge")).to_have_text("Failure")
    expect(answer.locator(".step")).to_have_text("Contact support")
    expect(answer.locator("p", has_text="Ask the service's support").locator(".provenance")).to_have_text("Advice")
    expect(answer.locator("a")).to_have_count(0)


def test_cause_is_marked_derived(visit: Visit) -> None:
    line = visit(lookup("6005")).locator(f"{ANSWER} p", has_text="Q.850")
    expect(line).to_contain_text("Misdialled trunk prefix")
    expect(line.locator(".provenance")).to_have_text("Derived")


def test_fact_of_another_page_names_its_source(visit: Visit) -> None:
    expect(visit(lookup("2")).locator(f"{ANSWER} p", has_text="2 and 12").locator("cite")).to_contain_text("InterFAX")


def test_no_number_asked_shows_no_answer(visit: Visit) -> None:
    page = visit("lookup/")
    expect(page.locator(ANSWER)).to_be_empty()
    expect(page.get_by_role("heading", name="If the number is not listed")).to_be_visible()


def test_words_lead_to_what_they_are_about(visit: Visit, address: str) -> None:
    link = visit(lookup("line engaged")).locator(f"{ANSWER} a").first
    expect(link).to_have_js_property("href", f"{address}categories/busy/")


@pytest.mark.parametrize("asked", ["3931", "−22", "204,000"])
def test_listed_code_goes_to_its_page_and_back_to_where_the_reader_was(page: Page, address: str, asked: str) -> None:
    code = {"−22": "-22", "204,000": "204000"}.get(asked, asked)
    page.goto(f"{address}about/")
    page.evaluate("to => location.assign(to)", address + lookup(asked))
    page.wait_for_url(f"{address}codes/{code}/")
    page.go_back()
    assert page.url == f"{address}about/"


@pytest.mark.parametrize(("path", "code"), [("codes/%E2%88%9222/", "-22"), ("codes/03931/", "3931"), ("codes/3931./", "3931")])
def test_other_spelling_of_a_code_in_the_path_goes_to_its_page(page: Page, address: str, path: str, code: str) -> None:
    page.goto(address + path)
    page.wait_for_url(f"{address}codes/{code}/")


@pytest.mark.parametrize("path", ["codes/%FF/", "codes/%00/", "nothing/", "categories/none/"])
def test_other_missing_address_offers_the_lookup(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.locator("#lookup-code").fill("-22")
    page.locator("#lookup-code").press("Enter")
    expect(page).to_have_url(re.compile(r"/codes/-22/$"))


@pytest.mark.parametrize(("start", "by"), [("", "Enter"), ("lookup/", "button")])
def test_form_is_a_plain_one(visit: Visit, address: str, start: str, by: str) -> None:
    page = visit(start)
    page.locator("#lookup-code").fill("4711")
    if by == "Enter":
        page.locator("#lookup-code").press("Enter")
    else:
        page.get_by_role("button", name="Look up", exact=True).click()
    expect(page).to_have_url(f"{address}lookup/?code=4711")
    expect(page.locator(f"{ANSWER} h2")).to_contain_text("4711")


def test_history_keeps_each_answer(visit: Visit, address: str) -> None:
    page = visit("lookup/")
    for asked in ("4711", "-57"):
        page.locator("#lookup-code").fill(asked)
        page.locator("#lookup-code").press("Enter")
        expect(page.locator(f"{ANSWER} h2")).to_contain_text(asked)
    page.go_back()
    expect(page.locator(f"{ANSWER} h2")).to_contain_text("4711")
    expect(page.locator("#lookup-code")).to_have_value("4711")
    page.go_forward()
    expect(page.locator(f"{ANSWER} h2")).to_contain_text("-57")


def test_without_scripts_the_table_is_named(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}lookup/?code=3931")
    expect(page.locator("noscript p")).to_contain_text("needs JavaScript")
    expect(page.locator("noscript p")).to_be_visible()
    page.locator("noscript a").click()
    expect(page.locator("a[href$='codes/3931/']")).to_be_visible()
    context.close()


@pytest.mark.parametrize("way", [lookup, missing])
def test_hostile_text_stays_text(page: Page, address: str, way: Callable[[str], str]) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for asked in HOSTILE:
        page.goto(address + way(asked))
        expect(page.locator(f"{ANSWER} h2")).not_to_be_empty()
        tags = set(page.evaluate("[...document.querySelectorAll('#answer *')].map((each) => each.localName)"))
        assert tags <= {"h2", "h3", "p", "ul", "li", "a", "span", "cite", "svg", "path", "circle"}, asked
    assert dialogs == []
