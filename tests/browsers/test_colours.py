"""Light and dark: the system's scheme until somebody chooses, and that choice from page to page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

Visit = Callable[[str], Page]

WITHOUT_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)

DARK, LIGHT = "Switch to dark colors", "Switch to light colors"


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


def test_dark_colours_are_not_printed(visit: Visit, context: BrowserContext):
    page = context.pages[0]
    page.emulate_media(color_scheme="dark")
    visit("codes/-22/")
    assert is_dark(page)
    page.emulate_media(media="print", color_scheme="dark")
    assert not is_dark(page)
    colour = page.evaluate("getComputedStyle(document.querySelector('.meaning')).color")
    assert sum(map(int, re.findall(r"\d+", colour)[:3])) < 3 * 100
