"""A page of yesterday asks for files that are gone, or a page may not use what a browser blocks: it says so and leads on."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

SEARCH = "[data-search] input"
GONE = "There may be a new edition of"


def lose(context: BrowserContext, name: str) -> list[str]:
    """Answers requests for a script with 404, and returns their list, which grows."""
    asked: list[str] = []
    context.route(f"**/assets/js/{name}.*.js", lambda route: (asked.append(route.request.url), route.fulfill(status=404))[1])
    return asked


@pytest.mark.parametrize(("name", "path"), [("lookup", "lookup/?code=4711"), ("codes-table", "codes/"), ("triage", "triage/")])
def test_a_page_whose_script_is_gone_says_so_and_leads_on(page: Page, context: BrowserContext, address: str, name: str, path: str) -> None:
    lose(context, name)
    page.goto(address + path)
    notice = page.locator("main").get_by_role("alert").first
    expect(notice).to_contain_text(GONE)
    expect(notice.get_by_role("link", name="All status codes")).to_have_attribute("href", f"{address}codes/")
    context.unroute_all()
    with page.expect_navigation():
        notice.get_by_role("link", name="Reload this page").click()
    expect(page.get_by_role("alert").filter(has_text=GONE)).to_have_count(0)


def test_a_search_that_is_gone_tries_once_more_then_leads_to_the_codes(page: Page, context: BrowserContext, address: str) -> None:
    asked = lose(context, "search")
    page.goto(f"{address}legend/")
    page.locator(SEARCH).fill("3931")
    expect(page.locator("#search-panel [role=status]")).to_contain_text(GONE)
    assert len(asked) >= 2
    expect(page.locator("#search-panel a").last).to_have_attribute("href", f"{address}codes/")
    context.unroute_all()
    page.locator(SEARCH).press_sequentially("5")
    page.locator(SEARCH).press("Backspace")
    expect(page.locator("#search-panel a").first).to_have_attribute("href", f"{address}codes/3931/")


def test_a_search_that_fails_once_is_not_reported(page: Page, context: BrowserContext, address: str) -> None:
    asked: list[str] = []

    def fail_once(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404) if len(asked) == 1 else route.continue_()

    context.route("**/assets/js/search.*.js", fail_once)
    page.goto(f"{address}legend/")
    page.locator(SEARCH).fill("3931")
    expect(page.locator("#search-panel a").first).to_have_attribute("href", f"{address}codes/3931/")
    assert len(asked) == 2


def test_a_lookup_whose_catalogue_is_gone_leads_to_the_codes(page: Page, context: BrowserContext, address: str) -> None:
    lose(context, "catalogue")
    page.goto(f"{address}lookup/?code=4711")
    expect(page.locator("#answer")).to_contain_text(GONE)
    expect(page.locator("#answer a")).to_have_attribute("href", "../codes/")


def test_triage_whose_reader_is_gone_says_so_and_keeps_what_was_put_in(page: Page, context: BrowserContext, address: str) -> None:
    asked = lose(context, "triage-engine")
    page.goto(f"{address}triage/")
    expect(page.locator(".triage__wrong")).to_contain_text("There may be a new edition of this page")
    assert len(asked) == 2
    page.locator("#triage-text").fill("status 3931")
    page.get_by_role("button", name="Explain").click()
    expect(page.locator(".triage__wrong")).to_contain_text("What you put in is still there.")
    expect(page.locator("#triage-text")).to_have_value("status 3931")


def test_where_the_browser_blocks_storage_and_workers_the_page_says_what_it_cannot_do(page: Page, address: str) -> None:
    page.goto(f"{address}api/codes.json")  # a page of another policy, which frames this one
    page.set_content(f'<iframe sandbox="allow-scripts" src="{address}legend/" width="1000" height="600"></iframe>')
    frame = page.frame_locator("iframe")
    frame.locator("[data-colours]").click()
    expect(frame.locator("html")).to_have_attribute("data-scheme", "dark")
    frame.locator(SEARCH).fill("3931")
    expect(frame.locator("#search-panel [role=status]")).to_contain_text("could not be loaded")
    expect(frame.locator("#search-panel a").last).to_have_attribute("href", f"{address}codes/")
