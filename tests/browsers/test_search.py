"""The search field of every page, in a browser: any code is found however it gets into the field, Enter opens it, the keyboard suffices.

Some are pasted into a fresh page and Enter pressed at once, while nothing is loaded yet, some typed, some put there without a key,
as a mouse does it. That each finds its page is tested in Node (tests/scripts/test_search.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[[str], Page]

QUERIES = {
    "3931": "codes/3931/",
    "\uff0d22": "codes/-22/",
    "-57": "codes/other-negative/",
    "99999": "lookup/?code=99999",
    "out of paper": "codes/3935/",
    "busy": "categories/busy/",
    "<Status>-3</Status>": "codes/-3/",
}
"""Some of tests/scripts/queries.csv, one of each kind."""

START = "categories/busy/"
FIELD = "[data-search] input"
FIRST = "[data-search] li:first-child a"
COUNT = "[data-search] [role=status]"

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "busy<svg onload=alert(1)>",
    "-57<img src=x onerror=alert(1)>",
    "3931 <b>bold</b>",
    "&lt;img src=x onerror=alert(1)&gt; busy",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} </mark><iframe src=javascript:alert(1)> busy",
)


def fill_by_mouse(page: Page, text: str) -> None:
    """Puts text into the field as a paste from a menu does: no key is pressed."""
    page.locator(FIELD).focus()
    page.evaluate(
        """([selector, text]) => {
          const field = document.querySelector(selector);
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        }""",
        [FIELD, text],
    )


def cold(page: Page, address: str) -> None:
    """A page that has only just been read, with the focus in its field."""
    page.goto(address + START, wait_until="domcontentloaded")
    page.locator(FIELD).focus()


@pytest.mark.parametrize("query", QUERIES, ids=ascii)
def test_pasted_query_opens_its_page_on_enter(page: Page, address: str, query: str) -> None:
    cold(page, address)
    page.keyboard.insert_text(query)
    page.keyboard.press("Enter")
    page.wait_for_url(address + QUERIES[query])


@pytest.mark.parametrize("query", ["-57", "out of paper", "<Status>-3</Status>"])
def test_typed_query_opens_its_page_on_enter(page: Page, address: str, query: str) -> None:
    cold(page, address)
    page.keyboard.type(query, delay=60)
    page.keyboard.press("Enter")
    page.wait_for_url(address + QUERIES[query])


@pytest.mark.parametrize("query", ["3931", "99999", "busy"])
def test_query_pasted_by_mouse_lists_its_page_first(page: Page, address: str, query: str) -> None:
    cold(page, address)
    fill_by_mouse(page, query)
    expect(page.locator(FIRST).first).to_have_js_property("href", address + QUERIES[query])


HASTE = """([selector, ...steps]) => {
  const field = document.querySelector(selector);
  for (const step of steps) {
    if (step === 'Enter') {
      field.form.requestSubmit();
    } else {
      field.value = step;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
}"""
"""Texts and Enter, faster than any answer."""


def test_enter_opens_the_answer_to_what_is_in_the_field_then(page: Page, address: str) -> None:
    """Not the one to an earlier text, which comes first."""
    cold(page, address)
    page.evaluate(HASTE, [FIELD, "39", "3931", "Enter"])
    page.wait_for_url(f"{address}codes/*/")
    assert page.url == f"{address}codes/3931/"


def test_text_changed_after_enter_is_not_opened(page: Page, address: str) -> None:
    """Another text in the field is another question."""
    cold(page, address)
    page.evaluate(HASTE, [FIELD, "3931", "Enter", "busy"])
    expect(page.locator(FIRST).first).to_have_js_property("href", f"{address}categories/busy/")
    assert page.url == address + START


def test_back_returns_from_a_result(page: Page, address: str) -> None:
    cold(page, address)
    page.keyboard.insert_text("-22")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}codes/-22/")
    page.go_back()
    assert page.url == address + START


def test_prefix_lists_codes_smallest_first(page: Page, address: str) -> None:
    cold(page, address)
    page.keyboard.insert_text("39")
    items = page.locator("[data-search] li a")
    expect(items.nth(7)).to_be_attached()
    listed = [link.evaluate("link => link.href") for link in items.all()[:8]]
    assert listed == [f"{address}codes/{code}/" for code in (3912, 3931, 3932, 3933, 3935, 3936, 3937, 3938)]


def test_results_are_announced_as_they_change(page: Page, address: str) -> None:
    cold(page, address)
    count = page.locator(COUNT)
    for text, said in {"39": "results", "": "Type a code or a word", "busy": "results", "zzqq": "Nothing found."}.items():
        fill_by_mouse(page, text)
        expect(count).to_contain_text(said)


def test_arrows_choose_and_enter_opens_the_chosen_one(page: Page, address: str) -> None:
    cold(page, address)
    page.keyboard.insert_text("39")
    expect(page.locator(FIRST).first).to_have_js_property("href", f"{address}codes/3912/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") == f"{address}codes/3931/"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}codes/3931/")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_reaches_the_field(page: Page, address: str, width: int, key: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + START)
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")


@pytest.mark.parametrize("width", [1280, 360])
def test_tab_reaches_the_field(page: Page, address: str, width: int) -> None:
    """On a narrow screen it reaches the button that opens the field."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + START)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-search] input, button[aria-label=Search]')"):
            break
    if width == 360:
        page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("deep", [False, True], ids=["from the field", "from the list"])
def test_escape_gives_the_focus_back(page: Page, address: str, width: int, deep: bool) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + START)
    opener = page.locator("article a").first
    opener.focus()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.insert_text("busy")
    expect(page.locator(FIRST).first).to_have_js_property("href", f"{address}categories/busy/")
    if deep:
        page.keyboard.press("ArrowDown")
        expect(page.locator(FIRST).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_focus_stays_in_the_field_while_results_change(page: Page, address: str) -> None:
    cold(page, address)
    for letter in "busy":
        page.keyboard.press(letter)
        expect(page.locator(FIRST).first).to_be_attached()
        expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
def test_back_finds_the_search_shut_and_empty(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + START)
    page.keyboard.press("/")
    page.keyboard.insert_text("busy")
    expect(page.locator(FIRST).first).to_be_visible()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(page.locator("#search-panel")).to_be_hidden()
    expect(page.locator(FIELD)).not_to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")
    expect(page.locator(COUNT)).to_contain_text("Type a code or a word")


def test_tab_goes_on_from_the_field_to_the_results(page: Page, address: str) -> None:
    cold(page, address)
    page.keyboard.insert_text("busy")
    expect(page.locator(FIRST).first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(FIRST).first).to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
def test_search_shuts_when_the_focus_leaves_it(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + START)
    page.keyboard.press("/")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Switch to").focus()
    expect(page.locator("#search-panel")).to_be_hidden()


def test_keyboard_of_a_phone_has_a_minus_and_letters(visit: Visit) -> None:
    field = visit(START).locator(FIELD)
    assert field.evaluate("field => [field.type, field.inputMode]") == ["text", ""]  # No input mode: the keyboard of the type.
    expect(field).to_have_attribute("enterkeyhint", "search")


def assert_harmless(page: Page, dialogs: list[str]) -> None:
    """No element in the results but those that the page writes, and nothing has run."""
    tags = set(page.evaluate("[...document.querySelectorAll('[data-search] ol *')].map((each) => each.tagName)"))
    assert tags <= {"LI", "A", "DIV", "P", "MARK"}
    assert dialogs == []


@pytest.mark.parametrize("query", HOSTILE)
def test_query_never_becomes_markup(page: Page, address: str, query: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    cold(page, address)
    page.keyboard.insert_text(query)
    expect(page.locator(COUNT)).to_have_text(re.compile("result|Nothing found"))
    assert_harmless(page, dialogs)


@pytest.mark.parametrize("query", HOSTILE[:3])
def test_query_in_the_address_never_becomes_markup(page: Page, address: str, query: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(address + START)
    page.evaluate("query => location.assign('?q=' + encodeURIComponent(query))", query)
    page.wait_for_url("**/?q=*")
    expect(page.locator(FIELD)).to_have_value(query)
    expect(page.locator(COUNT)).to_have_text(re.compile("result|Nothing found"))
    assert_harmless(page, dialogs)
