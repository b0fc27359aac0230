"""Back from another page shows the page as it was, as the browser kept it, and with what was chosen since."""

from __future__ import annotations

import pytest

from tests.support.engines.page import Page

MARK = "() => { self.kept = true; }"
KEPT = "() => self.kept === true"
"""Whether the page that came back is the one that was left, from the back/forward cache, and not read anew."""

EVERY_TASK = "() => new Promise((done) => setTimeout(done, 200))"
"""Lets the browser do what it does after Back in tasks of its own, as WebKit, which resets fields."""

SCHEME = "() => getComputedStyle(document.documentElement).colorScheme"
COLOURS = "[data-colours]"


def test_pages_come_back_from_the_cache(page: Page):
    """Else this file would prove nothing."""
    page.open("codes/3931/")
    page.run(MARK)
    page.click("#menu a")
    page.until("() => !location.href.endsWith('/codes/3931/') && document.readyState === 'complete'")
    page.back()
    assert page.run(KEPT)


def test_a_scheme_chosen_later_holds_on_the_page_that_comes_back(page: Page):
    page.open("codes/")
    page.run(MARK)
    page.open("codes/3931/")
    page.click(COLOURS)
    assert page.run(SCHEME) == "dark"
    page.back()
    assert page.run(KEPT)
    assert page.run(SCHEME) == "dark"
    assert page.run("(button) => document.querySelector(button).title", COLOURS) == "Switch to light colors"


def test_the_menu_is_shut_after_back(page: Page):
    page.resize(360)
    page.open("codes/-22/")
    page.run(MARK)
    page.click(".header__menu")
    page.until("() => document.activeElement.matches('#menu a')")
    page.click("#menu a[href$='legend/']")
    page.until_at("legend/")
    page.back()
    assert page.run(KEPT)
    assert page.run("() => !document.querySelector('#menu').matches(':popover-open')")
    assert page.run("() => document.querySelector('.header__menu').getAttribute('aria-expanded')") == "false"


@pytest.mark.parametrize("way", ["kept", "read anew"])
def test_what_was_chosen_in_the_table_is_there_after_back(page: Page, way: str):
    page.open("codes/")
    if way == "read anew":
        page.run("() => addEventListener('unload', () => {})")  # takes the page out of the cache
    page.run("() => document.querySelector('[name=text]').focus()")
    page.type("busy")
    page.run("() => document.querySelectorAll('.sort')[2].click()")
    shown = page.run(SHOWN)
    assert 0 < len(shown) < 80
    page.click("#codes tbody th a")
    page.until("() => /codes\\/\\d+\\/$/.test(location.pathname) && document.readyState === 'complete'")
    page.back()
    assert page.run(SHOWN) == shown
    page.run(EVERY_TASK)
    assert page.run("() => document.querySelector('[name=text]').value") == "busy"
    assert page.run("() => document.querySelectorAll('#codes [aria-sort=ascending]').length") == 1


def test_what_was_asked_of_the_lookup_is_there_after_back(page: Page):
    page.open("lookup/?code=busy")
    page.until_text("#answer", "busy")
    page.run(MARK)
    page.click("#menu a")
    page.until("() => !location.pathname.endsWith('/lookup/') && document.readyState === 'complete'")
    page.back()
    assert page.run(KEPT)
    page.run(EVERY_TASK)
    assert page.run("() => document.querySelector('#lookup-code').value") == "busy"


SHOWN = "() => [...document.querySelectorAll('#codes tbody tr:not([hidden]) th')].map((each) => each.textContent.trim())"
