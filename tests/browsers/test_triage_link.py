"""A link brings a text to Triage, triage/#text=…: it is explained at once, overwrites nothing, and goes nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Request, expect

from .test_triage import ATTACK, codes, drop, ready, settled

Visit = Callable[[str], Page]

FORMATS = "triage/formats/"
FIELD = "#triage-text"
ODD = f"Fax 700000001, 100 % “fertig”:\n\tStatus 3931 + {ATTACK}\n"


def address_of(text: str) -> str:
    return f"triage/#text={quote(text, safe='')}"


def follow(page: Page, text: str) -> None:
    """As a link of the page itself would: the page stays, and only the fragment of its address changes."""
    page.evaluate("text => { location.hash = `#text=${encodeURIComponent(text)}`; }", text)


def test_an_example_is_explained_with_one_click(visit: Visit, address: str) -> None:
    page = visit(FORMATS)
    example = page.locator(".shape", has_text="mongosh")
    text = example.locator("pre").inner_text()
    example.get_by_role("link", name="Try it").click()
    settled(page, 2)
    assert codes(page) == {0: 1, 3931: 1}
    expect(page.locator(FIELD)).to_have_value(text)
    expect(page.get_by_role("heading", name="2 faxes found")).to_be_focused()
    assert page.url == f"{address}triage/"
    page.go_back()
    expect(page).to_have_url(address + FORMATS)


def test_a_reload_begins_anew(visit: Visit, address: str) -> None:
    page = visit(address_of("status 3931"))
    settled(page, 1)
    page.reload()
    expect(page.locator(".triage__proof")).to_contain_text("Ready.")
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator(".triage__results")).to_be_hidden()
    assert page.url == f"{address}triage/"


def test_what_a_link_brings_is_sent_to_nobody(page: Page, address: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.partition("#")[0])

    page.context.on("request", note)
    page.goto(f"{address}triage/", wait_until="networkidle")
    usual = set(asked)
    asked.clear()
    page.goto("about:blank")
    page.goto(address + address_of(ODD), wait_until="networkidle")
    settled(page, 1)
    assert set(asked) == usual
    expect(page.locator(".triage__proof")).to_have_text("Ready. Requests made by this page since: 0.")


def test_an_odd_text_arrives_as_it_is_and_never_runs(visit: Visit) -> None:
    page = visit(address_of(ODD))
    settled(page, 1)
    expect(page.locator(FIELD)).to_have_value(ODD)
    assert page.title().startswith("Triage")
    assert page.locator(".triage img, .triage__input script, .triage__results script").count() == 0


def test_an_open_page_takes_the_next_text(visit: Visit, address: str) -> None:
    page = ready(visit)
    follow(page, "status 3931")
    settled(page, 1)
    assert codes(page) == {3931: 1}
    assert page.url == f"{address}triage/"


def test_what_was_typed_stays_until_you_replace_it(visit: Visit, address: str) -> None:
    page = ready(visit)
    page.locator(FIELD).fill("status 6017")
    follow(page, "status 3931")
    offer = page.get_by_role("button", name="Replace it")
    expect(offer).to_be_visible()
    expect(page.locator(FIELD)).to_have_value("status 6017")
    expect(page.locator(".triage__results")).to_be_hidden()
    assert page.url == f"{address}triage/"
    offer.click()
    settled(page, 1)
    assert codes(page) == {3931: 1}
    expect(page.locator(FIELD)).to_have_value("status 3931")
    expect(offer).to_be_hidden()


def test_what_was_typed_can_be_explained_instead(visit: Visit) -> None:
    page = ready(visit)
    page.locator(FIELD).fill("status 6017")
    follow(page, "status 3931")
    page.get_by_role("button", name="Explain").click()
    settled(page, 1)
    assert codes(page) == {6017: 1}
    expect(page.get_by_role("button", name="Replace it")).to_be_hidden()


def test_a_file_that_was_put_in_stays_too(visit: Visit) -> None:
    page = ready(visit)
    drop(page, "rest-one.json")
    settled(page, 1)
    follow(page, "status 3931")
    expect(page.get_by_role("button", name="Replace it")).to_be_visible()
    expect(page.locator(".triage__held")).to_contain_text("rest-one.json")
    expect(page.locator(FIELD)).to_have_value("")
    page.get_by_role("button", name="Replace it").click()
    expect(page.locator(".triage__held")).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("status 3931")


@pytest.mark.parametrize("damaged", ["%", "status%203931%", "%E2%82", "%zz", "%FF"])
def test_a_damaged_address_is_reported_and_does_no_harm(visit: Visit, address: str, damaged: str) -> None:
    page = visit(f"triage/#text={damaged}")
    expect(page.locator(".triage__wrong")).to_contain_text("The link is damaged")
    expect(page.locator(FIELD)).to_have_value("")
    assert page.url == f"{address}triage/"
    page.locator(FIELD).fill("status 3931")
    page.get_by_role("button", name="Explain").click()
    settled(page, 1)
    expect(page.locator(".triage__wrong")).to_be_hidden()


@pytest.mark.parametrize("fragment", ["#text=", "#text=%20%0A"])
def test_a_link_without_a_text_changes_nothing(visit: Visit, address: str, fragment: str) -> None:
    page = visit(f"triage/{fragment}")
    expect(page.locator(".triage__proof")).to_contain_text("Ready.")
    expect(page.locator(".triage__status")).to_have_text("")
    assert page.url == f"{address}triage/"


@pytest.mark.parametrize("fragment", ["#triage-text", "#text", "#context=3931"])
def test_other_fragments_are_left_alone(visit: Visit, address: str, fragment: str) -> None:
    page = visit(f"triage/{fragment}")
    expect(page.locator(".triage__proof")).to_contain_text("Ready.")
    assert page.url == f"{address}triage/{fragment}"
    expect(page.locator(FIELD)).to_have_value("")


def test_a_long_text_is_held_beside_the_field(visit: Visit) -> None:
    page = ready(visit)
    follow(page, "TransactionID,Status\n" + "".join(f"{number},3931\n" for number in range(20_000)))
    settled_text = page.locator(".triage__status")
    expect(settled_text).to_have_text("20,000 faxes found.", timeout=30_000)
    expect(page.locator(".triage__held")).to_contain_text("Pasted text")
    expect(page.locator(FIELD)).to_have_value("")


def test_the_skip_link_and_the_search_still_work(visit: Visit, address: str) -> None:
    page = visit(address_of("status 3931"))
    settled(page, 1)
    page.locator(".md-skip").evaluate("link => link.click()")
    assert page.url.startswith(f"{address}triage/#")
    expect(page.locator(FIELD)).to_have_value("status 3931")
    page.keyboard.press("/")
    page.keyboard.insert_text("6017")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}codes/6017/")
