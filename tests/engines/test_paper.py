"""Paper: no heading stands alone at the foot of a sheet, and no tool is printed. WebKitGTK prints at a dialog only."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader

from tests.support.engines.marks import IN_FIREFOX
from tests.support.engines.page import Page

HEADINGS = "() => [...document.querySelectorAll('h2, h3, summary')].map((each) => each.textContent.trim().replace(/\\s+/g, ' '))"


def lowest(sheet: PageObject) -> str:
    """The last line of a sheet."""
    lines: dict[int, str] = {}

    def visit(text: str, page: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            height = round(line[5] * page[3] + page[5])
            lines[height] = lines.get(height, "") + text

    sheet.extract_text(visitor_text=visit)
    return " ".join(lines[min(lines)].split())


def triage(page: Page) -> None:
    page.open("triage/")
    page.click("[data-does=example]")
    page.until_text(".triage__status", "12 faxes found.")


PRINTED: dict[str, Callable[[Page], None]] = {
    path: (lambda page, path=path: page.open(path)) for path in ("", "about/", "codes/", "legend/", "integrate/", "codes/-22/")
} | {"triage/": triage}


@IN_FIREFOX
@pytest.mark.parametrize("path", PRINTED)
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(page: Page, path: str):
    PRINTED[path](page)
    headings = page.run(HEADINGS)
    sheets = PdfReader(BytesIO(page.engine.paper())).pages
    assert [line for line in map(lowest, sheets[:-1]) if line in headings] == []
    text = " ".join("\n".join(sheet.extract_text() for sheet in sheets).split())
    assert page.run("() => document.querySelector('h1').textContent").split()[0] in text
    assert "Switch to dark colors" not in text


@IN_FIREFOX
def test_a_code_is_printed_on_one_sheet(page: Page):
    for key in ("-22", "3931", "6018"):
        page.open(f"codes/{key}/")
        assert len(PdfReader(BytesIO(page.engine.paper())).pages) == 1
