"""Triage reads what is dropped, chosen and pasted, shows it, and gives it away as a file."""

from __future__ import annotations

import csv
import time
from pathlib import Path

from tests.support.engines.page import WAIT, Page

FIXTURES = Path(__file__).parent.parent / "scripts" / "triage" / "fixtures"
STATUS = ".triage__status"
CODES = """() => Object.fromEntries([...document.querySelectorAll(".triage__codes tbody tr")]
  .map((row) => [row.querySelector("th .number").textContent, Number(row.querySelector(".count").textContent)]))"""


def ready(page: Page) -> None:
    page.open("triage/")
    page.until_text(".triage__proof", "Ready.")


def test_a_dropped_file_is_read(page: Page):
    ready(page)
    page.drop(FIXTURES / "confirmation.csv")
    page.until_text(STATUS, "5 faxes found.")
    assert page.run(CODES) == {"0": 1, "3931": 1, "3267": 1, "4711": 1, "205000": 1}
    assert page.run("() => document.activeElement.id") == "triage-found"
    assert page.run("(status) => document.querySelector(status).ariaLive", STATUS) == "off"  # Heard once, from the heading.


def test_a_chosen_file_is_read_whatever_its_encoding(page: Page):
    ready(page)
    page.engine.choose("input[type=file]", FIXTURES / "confirmation-utf16le.csv")
    page.until_text(STATUS, "5 faxes found.")


def test_what_is_pasted_is_read(page: Page):
    ready(page)
    page.click("#triage-text")
    page.paste("status 3931\nstatus 0")
    page.click(".triage__main")
    page.until_text(STATUS, "2 faxes found.")


def test_all_rows_are_exported_as_a_file(page: Page, tmp_path: Path):
    ready(page)
    page.click("[data-does=example]")
    page.until_text(STATUS, "12 faxes found.")
    page.click("[data-takes=csv]")
    page.until_text(STATUS, "The CSV is ready.")
    deadline = time.monotonic() + WAIT
    while not (written := [file for file in tmp_path.glob("fax-triage*.csv") if file.stat().st_size]):
        assert time.monotonic() < deadline, f"no file came, but {list(tmp_path.iterdir())}"
        time.sleep(0.03)
    with written[0].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + 13  # one of the twelve has two lines
