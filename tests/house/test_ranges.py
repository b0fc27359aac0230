"""A large catalogue is read by range: pages stay small, links reach every code, and the address of a range stays when codes come in."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks import catalogue as made
from macros import addresses
from macros.catalogue import Catalogue, load
from macros.pages.forge import Forge
from macros.pages.head import Head
from macros.pages.ranges import FIRST_ROWS, MOST_LINKS, MOST_ROWS, all_ranges, halves, links
from macros.pages.views import Views

from .conftest import MADE_UP

SITE = "https://reference.example/"
MOST_BYTES = 45_000
"""Of the table of all codes, when there are more than fit in: the first rows, and the links to ranges."""


def of(numbers: list[int]) -> Catalogue:
    """No more of a catalogue than its numbers, and the rule."""
    codes = {str(number): SimpleNamespace(key=str(number), number=number) for number in numbers}
    return SimpleNamespace(codes={"other-negative": SimpleNamespace(key="other-negative", number=None)} | codes)


def paths(catalogue: Catalogue) -> set[str]:
    return {each.path for each, _ in all_ranges(halves(catalogue))}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Views:
    """The made-up catalogue with 1,200 codes."""
    data = tmp_path_factory.mktemp("large") / "data"
    made.write(MADE_UP, data, 1200)
    return Views(load(data), Forge("https://forge.example/codes"), {"catalogue": "assets/js/catalogue.js"})


def test_a_catalogue_that_fits_into_one_table_has_no_ranges(catalogue: Catalogue) -> None:
    numbers = list(range(MOST_ROWS - 1))
    assert halves(catalogue) == halves(of(numbers)) == []
    assert halves(of([*numbers, 9999])) != []


def test_the_table_of_all_codes_stays_small(large: Views) -> None:
    html = large.codes_table("../")
    assert len(html) < MOST_BYTES
    page = LexborHTMLParser(html)
    assert len(page.css("tbody tr")) == FIRST_ROWS
    assert page.css_first("caption").text() == f"The first {FIRST_ROWS} of 1200 status codes, in the order of the source"
    assert page.css_first("table").attributes["data-catalogue"] == "../assets/js/catalogue.js"
    assert len(Head(large.catalogue, SITE, "Codes").all_terms()) < 200 * FIRST_ROWS


def test_links_lead_to_every_range_and_code_without_scripts(large: Views) -> None:
    ranges = {each.path: (each, trail) for each, trail in all_ranges(halves(large.catalogue))}
    codes = {addresses.code_page(key) for key in large.catalogue.codes}

    def linked(path: str) -> set[str]:
        if path == addresses.CODES:
            html = large.codes_table("")
        else:
            each, trail = ranges[path]
            larger = [(other.path, other.name) for other in trail]
            html = large.fragment("range-page", "", range=each, trail=larger, before=None, after=None)
        rows = LexborHTMLParser(html).css("tbody tr")
        assert len(rows) <= MOST_ROWS
        return {link.attributes["href"] or "" for link in LexborHTMLParser(html).css("a")}

    reached, waiting = set(), {addresses.CODES}
    while waiting:
        path = waiting.pop()
        reached.add(path)
        found = linked(path)
        waiting |= (found & ranges.keys()) - reached
        reached |= found & codes
    assert reached == {addresses.CODES} | ranges.keys() | codes


def test_each_code_is_in_one_table_in_the_order_of_the_source(large: Views) -> None:
    tables = [each for each, _ in all_ranges(halves(large.catalogue)) if not each.parts]
    assert [code.key for each in tables for code in each.codes] == list(large.catalogue.codes)
    assert all(0 < len(each.codes) <= MOST_ROWS for each in tables)


SPREAD = {
    "dense": list(range(30_000)),
    "sparse": [number * 977 for number in range(3000)],
    "mostly below zero": [*range(-3000, 0), 0, 5, 1_000_000],
    "in heaps": [*range(0, 500), *range(2_147_000_000, 2_147_000_500), -5],
    "of one sign": list(range(100_000, 100_400)),
}


@pytest.mark.parametrize("numbers", SPREAD.values(), ids=SPREAD)
def test_an_address_of_a_range_stays_whatever_codes_come_in(numbers: list[int]) -> None:
    known: set[str] = set()
    order = random.Random(19).sample(numbers, len(numbers))
    for count in (150, 250, 400, 1000, len(order)):
        now = paths(of(order[:count]))
        assert known <= now
        known = now
    assert known <= paths(of([*numbers, 10**12, -(10**9)]))


@pytest.mark.parametrize("numbers", SPREAD.values(), ids=SPREAD)
def test_a_page_leads_to_few_ranges(numbers: list[int]) -> None:
    catalogue = of(numbers)
    pages = [links(catalogue), *(each.links for each, _ in all_ranges(halves(catalogue)) if each.parts)]
    assert max(map(len, pages)) <= MOST_LINKS
    assert all(len(page) > 1 for page in pages)


def test_a_range_says_which_numbers_it_holds() -> None:
    for each, _ in all_ranges(halves(of(SPREAD["mostly below zero"]))):
        if " to " in each.name:
            first, last = map(int, each.name.split(" to "))
            assert each.path == addresses.code_range(first, last)
            assert all(first <= (-1 if code.number is None else code.number) <= last for code in each.codes)
