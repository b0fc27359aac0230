"""Whatever a cell holds, every view shows it as the text that it is: no tag, attribute or address is born from it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, NavigableString
from bs4.element import TemplateString

from macros.browser.triage import LOOKS
from macros.catalogue import Catalogue
from macros.pages.views import Views
from tests.support.hostile import ADDRESS, harmless, hostile, with_texts

REPOSITORY = "https://forge.example/codes"

View = Callable[[Views], str]

VIEWS: dict[str, tuple[View, str]] = {
    "legend": (lambda views: views.legend("../"), "Outcome.name Outcome.meaning"),
    "codes_table": (
        lambda views: views.codes_table("../", views.catalogue.codes.values(), hostile("caption"), tools=True),
        "caption Outcome.name Code.label Category.name Code.meaning",
    ),
    "outcome_tables": (lambda views: views.outcome_tables("../"), "Outcome.name Outcome.meaning Code.label Category.name Code.meaning"),
    "categories": (lambda views: views.categories("../"), "Category.name Category.summary"),
    "life": (lambda views: views.life("../"), "Outcome.name State.name State.comment Transition.when Kind.name"),
    "kinds": (lambda views: views.kinds("../"), "Kind.name Kind.meaning"),
    "facts": (lambda views: views.facts("../"), "Fact.statement Source.publisher Source.title"),
    "sources": (lambda views: views.sources("../"), "Source.publisher Source.title Source.read"),
    "causes": (lambda views: views.causes("../"), "Code.label Cause.name Cause.remark"),
    "changes": (lambda views: views.changes("../"), "Change.what Change.was"),
    "lookup": (lambda views: views.lookup("../"), "Outcome.name Kind.name"),
    "triage": (lambda views: views.triage("../", "engine.js", LOOKS, hostile("unlisted")), "Outcome.name Kind.name unlisted"),
    "ranges": (lambda views: views.ranges("../"), "Code.label"),
    "code_link": (lambda views: views.code_link("../", "-22"), "Code.label"),
}

PAGE = "Code.label Outcome.name Category.name Arrival.answer Arrival.explanation Code.action Category.advice Outcome.action Code.ask "
PAGE += "Category.ask Code.meaning Category.note Code.printed Code.remark Kind.name Fact.statement Source.publisher Source.title"
FURTHER = {"-22": "Transition.when State.name", "6054": "Cause.name Cause.remark", "3269": "", "0": "", "205000": "", "other-negative": ""}

for key, further in FURTHER.items():
    shown = PAGE.replace("Fact.statement Source.publisher Source.title", "") if key == "0" else PAGE
    VIEWS[f"code_page {key}"] = (lambda views, key=key: views.code_page("../../", views.catalogue.codes[key]), f"{shown} {further}")

for key in ("telephony", "documents"):
    VIEWS[f"category_page {key}"] = (
        lambda views, key=key: views.category_page("../../", views.catalogue.categories[key]),
        "Category.name Category.summary Category.note Category.advice Category.ask Code.label Code.meaning Outcome.name Kind.name",
    )

EVERY_VIEW = pytest.mark.parametrize("name", VIEWS)


@pytest.fixture(scope="module")
def attacked(catalogue: Catalogue) -> Views:
    return Views(with_texts(catalogue, hostile, ADDRESS), REPOSITORY)


@pytest.fixture(scope="module")
def peaceful(catalogue: Catalogue) -> Views:
    return Views(with_texts(catalogue, harmless, "https://reference.example/xxx"), REPOSITORY)


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(f"<!doctype html><html><body>{html}</body></html>", "lxml")


def readable(soup: BeautifulSoup) -> str:
    """The text of a view, without the picture's words, which are cut into lines."""
    for element in soup.find_all(attrs={"aria-hidden": "true"}):
        element.decompose()
    return soup.get_text(types=(NavigableString, TemplateString))


def shape(soup: BeautifulSoup) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a view in their order, with the names of their attributes."""
    return [(element.name, tuple(sorted(element.attrs))) for element in soup.find_all(True)]


@EVERY_VIEW
def test_every_text_is_shown_literally(attacked: Views, name: str):
    view, shown = VIEWS[name]
    text = readable(parsed(view(attacked)))
    assert [each for each in shown.split() if hostile(each) not in text] == []


@EVERY_VIEW
def test_no_text_is_shown_in_part(attacked: Views, name: str):
    """The attack begins as often as it ends, so none was cut, evaluated or swallowed on its way."""
    text = readable(parsed(VIEWS[name][0](attacked)))
    first, last = "<script>alert(1)</script> {{ 7*7 }}", "${7*7} \\"
    assert text.count(first) == text.count(last) == text.count(hostile("").strip()) > 0


@EVERY_VIEW
def test_no_element_and_no_attribute_is_born(attacked: Views, peaceful: Views, name: str):
    view, _ = VIEWS[name]
    assert shape(parsed(view(attacked))) == shape(parsed(view(peaceful)))


@EVERY_VIEW
def test_nothing_can_run(attacked: Views, name: str):
    soup = parsed(VIEWS[name][0](attacked))
    assert soup.find_all(["script", "img", "iframe", "object", "style", "base", "meta"]) == []
    for element in soup.find_all(True):
        assert [attribute for attribute in element.attrs if attribute.startswith("on") or attribute == "style"] == []
        for attribute in ("href", "src", "action", "xlink:href"):
            address = element.get(attribute, "")
            assert address == ADDRESS or address.startswith(("../", "#", f"{REPOSITORY}/blob/main/data/")) or address == "", element


def test_texts_in_attributes_are_whole(attacked: Views):
    soup = parsed(attacked.code_page("../../", attacked.catalogue.codes["-22"]))
    assert {element["title"] for element in soup.select(".kind")} == {hostile("Kind.meaning")}
    ticket = soup.select_one("[data-copy]")["data-copy"]
    assert hostile("Code.label") in ticket
    assert hostile("Code.meaning") in ticket


def test_a_snippet_is_shown_literally(attacked: Views, tmp_path: Path):
    file = tmp_path / "attack.py"
    file.write_text(hostile("snippet"), encoding="utf-8")
    soup = parsed(attacked.snippet("../", file, "Python", opened=True))
    assert soup.code.get_text() == hostile("snippet")
    assert soup.find_all("script") == []


def test_the_sums_of_a_file_are_shown_literally(attacked: Views):
    file = SimpleNamespace(path="api/codes.json", size=1, integrity=hostile("integrity"), sha256=hostile("sha256"))
    soup = parsed(attacked.published_files("../", [file]))
    assert [code.get_text() for code in soup.select("code")] == [file.integrity, file.sha256]
    assert soup.find_all("script") == []


def test_every_view_is_attacked_here():
    """The stylesheet holds colours, which the model checks; the form of the lookup holds nothing of the data, measurements neither."""
    public = {name for name, _ in inspect.getmembers(Views, inspect.isfunction) if not name.startswith("_")}
    assert public - {name.split()[0] for name in VIEWS} == {"stylesheet", "snippet", "published_files", "lookup_form", "measurements"}
