"""A catalogue may grow by thousands of codes, and the pages that somebody opens do not: what would be too long is cut, with a link."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.api.files import ApiFiles
from macros.catalogue import Catalogue, load
from macros.pages.forge import Forge
from macros.pages.views import LONGEST_LIST, LONGEST_TABLE, Views

from .conftest import copied

FIRST = 700_000
FRAGMENTS = ("legend", "categories", "provenances", "sources", "causes", "changes", "life", "remarks", "lookup", "lookup-form", "not-found")
"""Every part of a page of docs/ that is made from data, but the table of all codes, which has them all."""


def grown(folder: Path, more: int) -> Views:
    """The made-up catalogue with more codes of one explanation, each remarked on, and as many relabelled at once as can be."""
    keys = [str(FIRST + place) for place in range(more)]
    data = copied(folder, f"2026-02-01,{' '.join(keys[:140])},relabelled,Engaged,Another word.\n")
    with (data / "codes.csv").open("a", encoding="utf-8") as codes:
        codes.writelines(f"{key},failure,busy,Busy,,comment,,371,,,,,none-busy,The source says so.,\n" for key in keys)
    return Views(load(data), Forge("https://forge.example/codes"), {"triage-engine": "engine.js", "catalogue": "catalogue.js"})


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Views:
    return grown(tmp_path_factory.mktemp("large"), 200)


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Views:
    return grown(tmp_path_factory.mktemp("larger"), 900)


def parts(views: Views) -> dict[str, str]:
    made = {name: views.fragment(name, "") for name in FRAGMENTS}
    codes = {key: views.catalogue.codes[key] for key in ("-30", "0", "371", str(FIRST), str(FIRST + 199), "other-negative")}
    made |= {f"code {key}": views.fragment("code-page", "../../", code=code) for key, code in codes.items()}
    return made | {
        f"category {key}": views.fragment("category-page", "../../", category=each) for key, each in views.catalogue.categories.items()
    }


def test_no_page_but_the_table_of_all_codes_grows_with_the_catalogue(large: Views, larger: Views):
    small, big = parts(large), parts(larger)
    # A few more digits, or a neighbor where there was none.
    assert [name for name in small if len(big[name]) > len(small[name]) + 150] == []


def test_the_part_of_a_code_page_that_is_its_own_is_at_most_14_kb(larger: Views):
    """With what is around it, 20 KB: tests/site/test_pages.py."""
    assert max(len(html.encode()) for name, html in parts(larger).items() if name.startswith("code ")) <= 14_000


def links(html: str, selector: str) -> list[str]:
    return [link["href"] for link in BeautifulSoup(html, "lxml").select(selector)]


def test_a_list_that_is_cut_says_how_many_more_there_are_and_leads_to_them(larger: Views):
    catalogue: Catalogue = larger.catalogue
    code = catalogue.codes[str(FIRST)]
    page = larger.fragment("code-page", "../../", code=code)
    assert links(page, ".alike a") == [f"../../codes/{other.key}/" for other in catalogue.same_text(code)[:LONGEST_LIST]]
    rest = BeautifulSoup(page, "lxml").select_one(".alike + p")
    assert rest.get_text().startswith(f"And {len(catalogue.same_text(code)) - LONGEST_LIST} more")
    assert rest.a["href"] == "../../codes/?category=busy"
    text = ApiFiles(catalogue, "https://reference.example/", "Name", "").of(code)[f"codes/{code.key}/index.md"]
    assert f"[{len(catalogue.same_text(code)) - LONGEST_LIST} more](https://reference.example/codes/?category=busy)" in text

    category = larger.fragment("category-page", "../../", category=catalogue.categories["busy"])
    assert len(links(category, "tbody th a")) == LONGEST_TABLE
    assert "../../codes/?category=busy" in links(category, "h2 + p a")
    assert f"All {len(catalogue.codes_in(catalogue.categories['busy']))} codes" in category

    assert "more, each on the page of its code" in larger.fragment("remarks", "../")


def test_a_list_that_is_short_enough_is_whole(larger: Views):
    category = larger.fragment("category-page", "../../", category=larger.catalogue.categories["telephony"])
    assert "These are the first" not in category
    assert (
        "more"
        not in BeautifulSoup(larger.fragment("code-page", "", code=larger.catalogue.codes["4081"]), "lxml").select_one(".alike").get_text()
    )
