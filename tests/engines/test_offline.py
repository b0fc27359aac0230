"""The copy without a server, opened from a folder: it finds, answers, reads logs and shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.engines.page import Page


@pytest.fixture
def copy(visitor: Callable[..., Page], unpacked: Path) -> Page:
    page = visitor()
    page.root = f"{unpacked.as_uri()}/"
    return page


def test_the_search_of_the_copy_finds(copy: Page):
    copy.open("legend/index.html")
    copy.press("/")
    copy.paste("−22")
    copy.press("Enter")
    copy.until_at("codes/-22/index.html")


def test_the_lookup_of_the_copy_answers(copy: Page):
    copy.open("lookup/index.html?code=4711")
    copy.until_text("#answer h2", "4711: a failure, not listed here")


def test_the_copy_reads_a_log(copy: Page):
    copy.open("triage/index.html")
    copy.click("[data-does=example]")
    copy.until_text(".triage__status", "12 faxes found.")
    copy.click(".triage__codes th a")
    copy.until("() => /codes\\/-?\\d+\\/index.html$/.test(location.pathname)")
