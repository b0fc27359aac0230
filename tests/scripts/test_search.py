"""Whatever is pasted is read as the code that it holds, and its first result is the right page.

The modules of web/search/ read all texts at once in Node, which answers as the worker in the browser does.
"""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.browser.node import NODE
from macros.browser.pack import pack
from macros.catalogue import Catalogue

from .readings import READINGS

HERE = Path(__file__).parent
QUERIES = {row["query"]: row["first"] for row in csv.DictReader((HERE / "queries.csv").open(encoding="utf-8"))}

ODD = (
    " ",
    "?",
    "-",
    "9" * 40,
    "1" * 30000,
    "- " * 15000,
    "<a" * 15000,
    "%41" * 10000,
    "status:" * 5000,
    "\ud800",
    "\0",
    "%",
    "&#0;",
    "\\u{110000}",
)

ATTACK = "hostile &lt;img src=x onerror=alert(1)&gt; &quot;&amp;lt;b&amp;gt;"
HOSTILE = [{"location": "page/", "title": ATTACK, "text": f"<p>{ATTACK}</p>", "tags": ["hostile <b>tag</b>"]}]
"""An index as the theme makes it of a page that speaks of markup."""

LISTS = {
    "39": [3912, 3931, 3932, 3933, 3935, 3936, 3937, 3938],
    "602": [6021, 6022, 6027, 6028, 6029],
    "20": [204000, 204001, 205000, 205001, 206001],
    "-1": [-1, -11],
    "-2": [-2, -22],
    "1": [1],
    "-": [-1, -2, -3, -11, -22],
    "6001-6004": [6001, 6002, 6003, 6004],
    "263, 3931 and 6017": [263, 3931, 6017],
}
"""The codes that a query lists first, in this order."""


@pytest.fixture(scope="module")
def read(site: Path, catalogue: Catalogue) -> dict[str, Any]:
    """What the scripts make of all texts, with the text index of the built site."""
    asked = {
        "catalogue": pack(catalogue, "https://reference.example/"),
        "docs": json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"],
        "texts": list(READINGS),
        "queries": [*QUERIES, *LISTS],
        "odd": list(ODD),
        "hostile": HOSTILE,
    }
    done = subprocess.run([NODE, str(HERE / "answers.mjs")], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_text_is_read_as_its_code(read: dict[str, Any]) -> None:
    assert {text: got for text, got in read["readings"].items() if got != READINGS[text]} == {}


def test_the_first_result_is_the_right_page(read: dict[str, Any]) -> None:
    assert {query: read["places"][query][:1] for query, first in QUERIES.items() if read["places"][query][:1] != [first]} == {}


@pytest.mark.parametrize("query", LISTS)
def test_codes_are_listed_in_order(read: dict[str, Any], query: str) -> None:
    expected = [f"codes/{code}/" for code in LISTS[query]]
    assert read["places"][query][: len(expected)] == expected


def test_every_listed_code_is_its_own_first_result(read: dict[str, Any], catalogue) -> None:
    assert len(read["codes"]) == len(catalogue.numbered)
    assert [places[0] for places in read["own"]] == [f"codes/{code}/" for code in read["codes"]]


def test_no_two_results_lead_to_the_same_page(read: dict[str, Any]) -> None:
    assert [query for query, places in read["places"].items() if len(set(places)) < len(places)] == []


def test_every_odd_text_has_an_answer(read: dict[str, Any]) -> None:
    assert all(read["answered"])
    assert len(read["answered"]) == len(ODD)


def test_a_result_is_text_and_marked_text_and_nothing_else(read: dict[str, Any]) -> None:
    for piece in [*read["pieces"], *read["hostile"]]:
        assert isinstance(piece, str) or (set(piece) == {"mark"} and isinstance(piece["mark"], str)), piece


def test_markup_in_the_text_index_is_shown_as_text(read: dict[str, Any]) -> None:
    shown = "".join(piece if isinstance(piece, str) else piece["mark"] for piece in read["hostile"])
    assert shown.count('<img src=x onerror=alert(1)> "&lt;b&gt;') == 2
