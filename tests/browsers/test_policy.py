"""Nothing runs in a page but the site's own files, and nothing is asked of another origin: the browser stops what the build did not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.page_types import PAGE_TYPES


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_page_in_use_asks_nobody_and_breaks_no_rule(visit: Callable[[str], Page], kind: str):
    """The context of every test fails on a request to another origin and on anything that the console tells, such as a violation."""
    page = visit(kind)
    page.get_by_role("button", name="Switch to").click()
    page.locator("[data-search] input").fill("busy")
    expect(page.locator("[data-search] li").first).to_be_visible()
    page.keyboard.press("Escape")
    for summary in page.locator("main summary:visible").all():
        summary.click()
    for button in page.locator("main button:visible").all():
        button.click()
    page.wait_for_load_state()  # a button may have led to the lookup


ATTACKS = {
    "inline script": "<script>pwned = 1</script>",
    "inline module": '<script type="module">window.pwned = 1</script>',
    "script of data": '<script src="data:text/javascript,pwned=1"></script>',
    "event handler": '<img src="data:image/png;base64,AAAA" alt="" onerror="pwned = 1">',
    "event handler of a drawing": '<svg onload="pwned = 1"></svg>',
    "address that runs": '<a id="bait" href="javascript:pwned=1">x</a>',
    "frame": '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
    "style element": "<style>:root { --pwned: 1 }</style>",
    "style attribute": '<p id="styled" style="--pwned: 1">x</p>',
}
"""What would run or restyle a page, were it not for the policy: put into a built page as an attacker would."""

DONE = """() => {
  const set = (element) => element && getComputedStyle(element).getPropertyValue("--pwned");
  return Boolean(window.pwned || set(document.documentElement) || set(document.getElementById("styled")));
}"""


@pytest.fixture
def tampered(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site with something put into it, with its policy or without."""
    context = browser.new_context()

    def open_page(markup: str, policy: bool = True) -> Page:
        page = context.new_page()

        def answer(route: Route) -> None:
            body = route.fetch().text()
            assert "</h1>" in body
            body = body.replace("</h1>", f"</h1>{markup}", 1)
            assert 'http-equiv="Content-Security-Policy"' in body
            route.fulfill(body=body if policy else body.replace('http-equiv="Content-Security-Policy"', ""), content_type="text/html")

        page.route("**/codes/3931/", answer)
        page.goto(address + "codes/3931/")
        if page.locator("#bait").count():
            page.locator("#bait").click()
        return page

    yield open_page
    context.close()


@pytest.mark.parametrize("name", ATTACKS)
def test_what_gets_into_a_page_all_the_same_is_stopped(tampered: Callable[..., Page], name: str):
    # An attack that fails without the policy would prove nothing.
    tampered(ATTACKS[name], policy=False).wait_for_function(DONE)
    assert not tampered(ATTACKS[name]).evaluate(DONE)


MARKUP = {
    "harmless tag": "document.querySelector('h1').innerHTML = '<mark>busy</mark>'",
    "handler": "document.querySelector('h1').innerHTML = '<img src=x onerror=pwned=1>'",
    "link": "document.querySelector('h1').innerHTML = '<a href=javascript:pwned=1>x</a>'",
    "writing": "document.write('<p>x</p><img src=x onerror=pwned=1>')",
    "script address": "Object.assign(document.createElement('script'), { src: 'https://elsewhere.example/x.js' })",
    "worker address": "new Worker('data:text/javascript,1')",
    "script text": "Object.assign(document.createElement('script'), { text: 'pwned = 1' })",
    "evaluation": "setTimeout('pwned = 1')",
    "another policy": "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
}


@pytest.mark.parametrize("name", MARKUP)
def test_a_script_of_the_site_cannot_be_made_to_write_markup(tampered: Callable[..., Page], name: str):
    page = tampered("")
    assert page.evaluate(f"() => {{ try {{ {MARKUP[name]}; return 'done' }} catch (error) {{ return error.name }} }}") != "done"


def test_a_link_to_elsewhere_does_not_tell_where_it_was_followed(tampered: Callable[..., Page]):
    assert tampered("").locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"


def test_the_policy_lets_linked_data_stand(visit: Callable[[str], Page]) -> None:
    """The sealed page reports no violation (the context fails the test at any message), and the browser holds the data."""
    page = visit("codes/3931/")
    assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
    assert json.loads(page.locator('script[type="application/ld+json"]').text_content())["termCode"] == "3931"
