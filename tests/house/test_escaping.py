"""Whatever a cell holds, every view shows it as the text that it is: no tag, attribute or address is born from it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, NavigableString
from bs4.element import TemplateString

from macros.catalogue import Catalogue
from macros.pages.forge import Forge
from macros.pages.ranges import Range
from macros.pages.views import TEMPLATES, Views
from tests.support.hostile import ADDRESS, harmless, hostile, with_texts

REPOSITORY = "https://forge.example/codes"
HARMLESS = ("../", "#", f"{REPOSITORY}/edit/main/data/", f"{REPOSITORY}/issues/new?")
"""What every address of a view starts with that is no source's."""

ASSETS = {"triage-engine": "engine.js", "catalogue": "catalogue.js"}

View = Callable[[Views], str]

PAGE = (
    "Code.label Outcome.name Category.name NextStep.name NextStep.why Code.advice Arrival.answer Arrival.explanation Code.meaning "
    "Catalogue.answers Provenance.name"
)
FACT = "Fact.statement Source.publisher Source.title"
CATEGORY = (
    "Category.name Category.summary Category.advice Category.contact NextStep.name Code.label Code.meaning Outcome.name Provenance.name"
)
PAGES = {
    "-30": f"Category.contact Transition.when State.name {FACT}",
    "0": "Category.contact",
    "4230": f"Category.contact Code.action Category.note Code.printed Code.remark {FACT}",
    "4856": f"Code.contact Code.remark {FACT}",
    "6009": f"Category.contact Category.note Cause.name Cause.plain Cause.remark {FACT}",
    "other-negative": f"Category.contact Transition.when {FACT}",
}
"""What the page of a code shows beside what every one does."""


def everything(views: Views) -> Range:
    """All codes as one range."""
    return Range("codes/0-to-99/", "0 to 99", tuple(views.catalogue.codes.values()), 100)


VIEWS: dict[str, tuple[View, str]] = {
    "codes_table": (lambda views: views.codes_table("../"), "Outcome.name NextStep.name Code.label Category.name Code.meaning"),
    "facts": (lambda views: views.facts("../"), "Fact.statement Source.publisher Source.title"),
    "code_link": (lambda views: views.code_link("../", "-30"), "Code.label"),
    "answer": (lambda views: views.answer("unlisted-failure"), "Catalogue.answers"),
    **{
        f"fragment {name}": (lambda views, name=name: views.fragment(name, "../"), shown)
        for name, shown in {
            "legend": "Outcome.name Outcome.meaning Outcome.action",
            "categories": "Category.name Category.summary",
            "provenances": "Provenance.name Provenance.meaning",
            "sources": "Source.publisher Source.title Source.retrieved",
            "causes": "Code.label Cause.name Cause.remark",
            "changes": "Change.what Change.was",
            "triage": "Outcome.name Provenance.name NextStep.name NextStep.why Catalogue.answers",
            "remarks": "Code.label Code.printed Code.remark",
            "life": "Outcome.name State.name State.comment Transition.when Provenance.name",
            "lookup": "Outcome.name NextStep.name Provenance.name",
            "not-found": "Outcome.name Provenance.name Code.label Catalogue.answers",
        }.items()
    },
    "fragment range-page": (
        lambda views: views.fragment("range-page", "../", range=everything(views), trail=[], before=None, after=None),
        "Outcome.name NextStep.name Code.label Category.name Code.meaning",
    ),
    **{
        f"code_page {key}": (
            lambda views, key=key: views.fragment("code-page", "../../", code=views.catalogue.codes[key]),
            f"{PAGE} {further}",
        )
        for key, further in PAGES.items()
    },
    **{
        f"category_page {key}": (
            lambda views, key=key: views.fragment("category-page", "../../", category=views.catalogue.categories[key]),
            f"{CATEGORY} {more}",
        )
        for key, more in {"telephony": "Category.note", "credit": ""}.items()
    },
}
"""Every view, with the texts that it shows, by the class of the value and its field."""

EVERY_VIEW = pytest.mark.parametrize("name", VIEWS)


@pytest.fixture(scope="module")
def attacked(changed: Catalogue) -> Views:
    return Views(with_texts(changed, hostile, ADDRESS), Forge(REPOSITORY), ASSETS)


@pytest.fixture(scope="module")
def peaceful(changed: Catalogue) -> Views:
    return Views(with_texts(changed, harmless, "https://reference.example/xxx"), Forge(REPOSITORY), ASSETS)


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
            assert address in ("", ADDRESS) or address.startswith(HARMLESS), element


def test_a_snippet_is_shown_literally(attacked: Views, tmp_path: Path):
    (tmp_path / "attack.py").write_text(hostile("snippet\t"), encoding="utf-8")
    soup = parsed(attacked.snippet("../", tmp_path, "attack.py", "Python", opened=True))
    assert soup.code.get_text() == hostile("snippet\t")
    assert soup.find_all("script") == []


def test_an_example_is_shown_literally(attacked: Views):
    soup = parsed(attacked.fragment("shape", "../", name=hostile("name"), text=hostile("text\t")))
    assert soup.code.get_text() == hostile("text\t")
    assert soup.pre["aria-label"] == hostile("name")
    assert soup.a["href"].startswith("../triage/#text=")
    assert soup.find_all("script") == []


def test_the_checksums_of_a_file_are_shown_literally(attacked: Views):
    file = SimpleNamespace(path="api/codes.json", size=1, integrity=hostile("integrity"), sha256=hostile("sha256"))
    soup = parsed(attacked.fragment("published-files", "../", files=[file]))
    assert [code.get_text() for code in soup.select("code")] == [file.integrity, file.sha256]
    assert soup.find_all("script") == []


def test_every_view_is_attacked_here():
    """The style sheet holds colours, which are checked; the form of the lookup holds nothing of the data."""
    public = {name for name, _ in inspect.getmembers(Views, inspect.isfunction) if not name.startswith("_")}
    assert public - {name.split()[0] for name in VIEWS} == {"stylesheet", "snippet"}
    templates = {path.stem for path in TEMPLATES.glob("*.html")} - {"parts", "breadcrumb", "life-narrow", "code-decisions", "code-basis"}
    through_methods = {"codes-table", "ranges", "facts", "code-link", "code-page", "category-page", "snippet"}
    attacked_directly = {name.removeprefix("fragment ") for name in VIEWS if name.startswith("fragment ")}
    assert templates == through_methods | attacked_directly | {"published-files", "lookup-form", "link", "shape", "moved"}
