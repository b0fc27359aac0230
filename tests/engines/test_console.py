"""No kind of page has an error on the console or violates its policy, and what would is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.engines.page import Page
from tests.support.page_types import PAGE_TYPES


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_kind_of_page_says_anything_on_the_console(page: Page, kind: str):
    page.open(kind)
    assert page.run("() => document.querySelector('h1').textContent.trim()")
    page.until("() => document.querySelector('[data-colours]').getAttribute('aria-label')")
    assert page.said() == []


WRONG = {
    "an error": "() => console.error('wrong')",
    "an exception": "() => void setTimeout(() => { throw new Error('wrong') })",
    "an image from elsewhere": "() => { document.createElement('img').src = 'https://elsewhere.example/wrong.png'; }",
    "a style": "() => document.body.setAttribute('style', 'color: red')",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_goes_wrong_is_seen(unwatched: Callable[..., Page], name: str):
    page = unwatched()
    page.open("about/")
    page.run(WRONG[name])
    assert page.until_said()  # Firefox reports an exception twice, the second time at any later moment
