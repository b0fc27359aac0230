"""Whatever is pasted is read as the code that it holds, and its first result is the right page.

The search script of the built site reads all texts at once in one page; each text is a case of its own.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .readings import READINGS

QUERIES = {row["query"]: row["first"] for row in csv.DictReader((Path(__file__).parent / "queries.csv").open(encoding="utf-8"))}

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

READ = """async ([texts, queries, odd, hostile]) => {
  const catalogue = faxCatalogue.open(faxData);
  const index = await (await fetch('../search/search_index.json')).json();
  const search = faxSearch.open(catalogue, index.docs);
  const brief = (text) => {
    const query = faxQuery.parse(text, catalogue);
    switch (query.kind) {
      case 'code': return String(query.code);
      case 'codes': return query.codes.join(' ');
      case 'prefix': return query.digits + '*';
      case 'unlisted': return '?' + query.code;
      case 'range': return query.from + '..' + query.to;
      case 'notation': return '~' + query.code;
      default: return query.kind;
    }
  };
  const places = (text) => search.search(text).map((group) => group[0].location);
  const html = (text) => search.search(text).flat().map((item) => item.title + item.text + (item.tags ?? []).join('')).join('');
  const each = (list, make) => Object.fromEntries(list.map((text) => [text, make(text)]));
  return {
    readings: each(texts, brief),
    places: each(queries, places),
    answered: odd.map((text) => faxAnswers.reply(catalogue, faxQuery.parse(text, catalogue)).title),
    hostile: faxSearch.open(catalogue, hostile).search('hostile').flat().map((item) => item.title + item.text + item.tags).join(''),
    html: [...texts, ...queries, ...odd].map(html).join(''),
    codes: catalogue.codes,
    own: catalogue.codes.map((code) => places(String(code))),
    scores: search.search('telephony').map((group) => group[0].score),
  };
}"""

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
def read(browser: Browser, address: str) -> dict[str, Any]:
    """What the built site's script makes of all texts."""
    page = browser.new_page()
    page.goto(f"{address}lookup/")
    read = page.evaluate(READ, [list(READINGS), [*QUERIES, *LISTS], list(ODD), HOSTILE])
    page.close()
    return read


@pytest.mark.parametrize("text", READINGS, ids=ascii)
def test_text_is_read_as_its_code(read: dict[str, Any], text: str) -> None:
    assert read["readings"][text] == READINGS[text]


@pytest.mark.parametrize("query", QUERIES, ids=ascii)
def test_first_result_is_the_right_page(read: dict[str, Any], query: str) -> None:
    assert read["places"][query][:1] == [QUERIES[query]]


@pytest.mark.parametrize("query", LISTS)
def test_codes_are_listed_in_order(read: dict[str, Any], query: str) -> None:
    expected = [f"codes/{code}/" for code in LISTS[query]]
    assert read["places"][query][: len(expected)] == expected


def test_every_listed_code_is_its_own_first_result(read: dict[str, Any], catalogue) -> None:
    assert len(read["codes"]) == len(catalogue.numbered)
    assert [places[0] for places in read["own"]] == [f"codes/{code}/" for code in read["codes"]]


def test_no_two_results_lead_to_the_same_page(read: dict[str, Any]) -> None:
    assert [query for query, places in read["places"].items() if len(set(places)) < len(places)] == []


def test_results_are_ranked_as_they_are_listed(read: dict[str, Any]) -> None:
    """The theme's own Enter opens the highest score."""
    assert len(read["scores"]) > 10
    assert read["scores"] == sorted(set(read["scores"]), reverse=True)


def test_every_odd_text_has_an_answer(read: dict[str, Any]) -> None:
    assert all(read["answered"])
    assert len(read["answered"]) == len(ODD)


@pytest.mark.parametrize("results", ["html", "hostile"])
def test_results_hold_no_markup_but_paragraphs_and_marks(read: dict[str, Any], results: str) -> None:
    left = read[results]
    for tag in ("<p>", "</p>", "<mark>", "</mark>"):
        left = left.replace(tag, "")
    assert "<mark>" in read[results]
    assert not set("<>") & set(left)
