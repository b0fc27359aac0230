"""Triage when something goes wrong beside the text: a reader that hangs or ends, files that are gone, many numbers, a full field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .test_triage import codes, put, ready, settled

Visit = Callable[[str], Page]

FIELD = "#triage-text"
STATUS = ".triage__status"
DROPPED = """text => {
const data = new DataTransfer();
data.setData("text/plain", text);
document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page_ready(visit: Visit) -> Page:
    return ready(visit)


def test_cancel_ends_a_reader_that_hangs_and_what_was_read_stays(page_ready: Page) -> None:
    put(page_ready, "status 3931\nstatus 6017")
    settled(page_ready, 2)
    page_ready.locator(".triage__text .find").first.click()
    expect(page_ready.locator(STATUS)).to_have_text("1 fax counted.")
    page_ready.workers[0].evaluate("setTimeout(() => { for (;;); })")
    put(page_ready, "fax status 0")
    page_ready.get_by_role("button", name="Cancel").click()
    expect(page_ready.locator(STATUS)).to_have_text("Cancelled. What you put in is still there.")
    expect(page_ready.locator(FIELD)).to_have_value("fax status 0")
    # Another reader knows what was read, and what was taken out of it.
    page_ready.locator(".triage__text .find").first.click()
    expect(page_ready.locator(STATUS)).to_have_text("2 faxes counted.")


def test_another_text_does_not_wait_behind_an_export_that_hangs_and_an_export_can_be_cancelled(page_ready: Page) -> None:
    put(page_ready, "status 3931")
    settled(page_ready, 1)
    page_ready.workers[0].evaluate("setTimeout(() => { for (;;); })")
    page_ready.get_by_role("button", name="Save rows as CSV").click()
    with page_ready.expect_event("worker") as replaced:
        page_ready.get_by_role("button", name="Cancel the CSV").click()
    expect(page_ready.locator(STATUS)).to_have_text("The CSV was cancelled.")
    replaced.value.evaluate("setTimeout(() => { for (;;); })")
    page_ready.get_by_role("button", name="Save rows as CSV").click()
    put(page_ready, "fax status 0")
    settled(page_ready, 1)
    assert codes(page_ready) == {0: 1}
    expect(page_ready.get_by_role("button", name="Save rows as CSV")).to_be_visible()


def test_a_reader_that_ends_by_itself_is_reported(page_ready: Page) -> None:
    page_ready.workers[0].evaluate("() => { self.onmessage = () => close(); }")
    put(page_ready, "status 3931")
    expect(page_ready.locator(".triage__wrong")).to_contain_text("Reading stopped")
    put(page_ready, "status 3931")
    settled(page_ready, 1)


def test_of_a_thousand_numbers_the_first_are_shown_and_the_rest_on_request(page_ready: Page) -> None:
    put(page_ready, "TransactionID,Status\n" + "\n".join(f"{at},{300_000 + at}" for at in range(1000)))
    expect(page_ready.locator(STATUS)).to_have_text("1,000 faxes found.")
    rows = page_ready.locator(".triage__codes tbody tr")
    expect(rows).to_have_count(200)
    more = page_ready.get_by_role("button", name="Show more codes")
    for shown in (400, 600):
        more.click()
        expect(rows).to_have_count(shown)
    expect(page_ready.locator(".looks li li")).to_have_count(21)
    rows.last.get_by_role("button", name="Show rows").click()
    expect(page_ready.locator(".triage__rows tbody tr")).to_have_count(1)
    expect(page_ready.locator("#triage-code")).to_have_value("300599")


def test_what_was_typed_is_replaced_only_on_demand(page_ready: Page) -> None:
    page_ready.locator(FIELD).fill("status 3931, typed")
    offer = page_ready.locator(".triage__offer")
    page_ready.get_by_role("button", name="Try an example").click()
    expect(offer).to_contain_text("The example is ready, but you already put something in.")
    page_ready.evaluate(DROPPED, "fax status 6017")
    expect(offer).to_contain_text("A text was dropped, but you already put something in.")
    expect(page_ready.locator(FIELD)).to_have_value("status 3931, typed")
    offer.get_by_role("button").click()
    expect(page_ready.locator(FIELD)).to_have_value("fax status 6017")
    settled(page_ready, 1)
    expect(offer).to_be_hidden()


def test_before_its_script_is_there_nothing_typed_is_lost(page: Page, context: BrowserContext, address: str) -> None:
    waiting = []
    context.route("**/triage.*.js", lambda route: waiting.append(route))
    page.goto(f"{address}triage/", wait_until="commit")
    page.locator(FIELD).fill("status 3931")
    explain = page.get_by_role("button", name="Explain")
    expect(explain).to_be_disabled()
    while not waiting:  # The field may be there before its script is asked for.
        page.wait_for_timeout(20)
    for route in waiting:
        route.continue_()
    explain.click()
    settled(page, 1)
