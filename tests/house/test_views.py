"""How a code, a category, a table and the picture look: everything that a reader needs is there, for eyes, ears and keyboards."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from macros.catalogue import Catalogue
from macros.catalogue.colour import PAGE_BACKGROUND
from macros.pages.views import Views

from .test_data import SOURCE

QUESTIONS = ["Final or still changing?", "Did pages arrive?", "What to do now", "Whom to ask"]
EVERY_CODE = pytest.mark.parametrize("key", SOURCE)


@pytest.fixture(scope="module")
def views(catalogue: Catalogue) -> Views:
    return Views(catalogue, "https://forge.example/codes")


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


@pytest.fixture(scope="module")
def pages(views: Views) -> dict[str, BeautifulSoup]:
    """The page of every code."""
    return {key: parsed(views.code_page("../../", code)) for key, code in views.catalogue.codes.items()}


def kinds(element: Tag) -> list[str]:
    return [kind.get_text() for kind in element.select(".kind")]


def tables(views: Views) -> dict[str, str]:
    catalogue = views.catalogue
    return {
        "codes": views.codes_table("", catalogue.codes.values(), "All codes"),
        "legend": views.legend(""),
        "outcomes": views.outcome_tables(""),
        "causes": views.causes(""),
        "category": views.category_page("", catalogue.categories["busy"]),
    }


@pytest.mark.parametrize("name", ["codes", "legend", "outcomes", "causes", "category"])
def test_a_table_has_a_caption_and_headers_with_a_scope(views: Views, name: str):
    soup = parsed(tables(views)[name])
    assert soup.select("table")
    for table in soup.select("table"):
        assert table.caption.get_text(strip=True)
        assert {header["scope"] for header in table.select("thead th")} == {"col"}
        columns = len(table.select("thead th"))
        for row in table.select("tbody tr"):
            assert [header["scope"] for header in row.select("th")] == ["row"]
            assert len(row.find_all(["th", "td"])) == columns
        region = table.parent
        assert (region["role"], region["tabindex"]) == ("region", "0")
        assert region["aria-labelledby"] == table.caption["id"]


def test_no_id_stands_twice_on_a_page(views: Views, pages: dict[str, BeautifulSoup]):
    for soup in (parsed(views.outcome_tables("")), *pages.values()):
        ids = [element["id"] for element in soup.select("[id]")]
        assert sorted(set(ids)) == sorted(ids)


@EVERY_CODE
def test_a_line_of_the_table_shows_its_code(views: Views, key: str):
    code = views.catalogue.codes[key]
    (row,) = parsed(views.codes_table("../", [code], "One code")).select("tbody tr")
    assert row.th.a["href"] == f"../codes/{key}/"
    assert row.th.get_text(strip=True) == (key if code.number is not None else "other negative")
    cells = [cell.get_text(strip=True) for cell in row.select("td")]
    assert cells == [code.outcome.name, code.label, code.category.name, code.meaning]


@EVERY_CODE
def test_an_outcome_is_colour_icon_and_word(views: Views, pages: dict[str, BeautifulSoup], key: str):
    code = views.catalogue.codes[key]
    badge = pages[key].select_one(".badge")
    assert badge["class"] == ["badge", f"badge--{code.outcome.key}"]
    assert badge.svg["aria-hidden"] == "true"
    assert badge.get_text(strip=True) == code.outcome.name


@EVERY_CODE
def test_a_code_page_answers_the_four_questions(views: Views, pages: dict[str, BeautifulSoup], key: str):
    code = views.catalogue.codes[key]
    card = pages[key].select_one("dl.decisions")
    assert [question.get_text() for question in card.select("dt")] == QUESTIONS
    final, arrived, action, whom = card.find_all("div", recursive=False)
    assert final.strong.get_text() == ("Final" if code.outcome.final else "Still changing")
    assert "Stated" in kinds(final)
    assert arrived.strong.get_text() == code.arrival.answer
    assert kinds(arrived) == [code.arrival.kind.name]
    assert code.category.advice in action.get_text()
    assert "Advice" in kinds(action)
    assert code.category.ask in whom.get_text()


@EVERY_CODE
def test_every_statement_of_a_code_page_says_whose_it_is(views: Views, pages: dict[str, BeautifulSoup], key: str):
    """The vendor's own words about what to do and whom to ask are never marked as advice, nor advice as the vendor's."""
    code = views.catalogue.codes[key]
    marked = {re.sub(r"\s+", " ", line.get_text()).strip() for line in pages[key].select("dl.decisions dd")}
    for text, kind in ((code.action, "Stated"), (code.ask, "Stated"), (code.outcome.action, "Stated")):
        assert not text or f"{text} {kind}" in marked
    assert f"{code.category.advice} Advice" in marked
    assert f"{code.category.ask} Advice" in marked


@EVERY_CODE
def test_a_code_page_leads_on(views: Views, pages: dict[str, BeautifulSoup], key: str):
    catalogue = views.catalogue
    code = catalogue.codes[key]
    soup = pages[key]
    assert soup.h1.get_text(" ", strip=True).endswith(code.label)
    before, after = catalogue.neighbours(code)
    for rel, other in (("prev", before), ("next", after)):
        link = soup.select_one(f"nav.turn a[rel={rel}]")
        assert (link and link["href"]) == (other and f"../../codes/{other.key}/")
    alike = [link["href"] for link in soup.select(".alike a")]
    assert alike == [f"../../codes/{other.key}/" for other in catalogue.same_meaning(code)]
    trail = [link["href"] for link in soup.select("nav.breadcrumb a")]
    assert trail == ["../../", "../../codes/", f"../../categories/{code.category.key}/"]


def test_the_way_through_the_codes_passes_each_once(catalogue: Catalogue):
    code, passed = next(iter(catalogue.codes.values())), []
    while code:
        passed.append(code.key)
        code = catalogue.neighbours(code)[1]
    assert passed == list(catalogue.codes)


def test_the_hold_page_tells_both_ways_out(pages: dict[str, BeautifulSoup]):
    text = re.sub(r"\s+", " ", pages["-22"].select_one("dl.decisions").get_text())
    assert "credit is bought" in text
    assert "over 24 hours pass without credit: 205000" in text


def test_the_printed_label_is_told_where_it_differs(pages: dict[str, BeautifulSoup]):
    assert "“Fax machine incompatibility**”" in pages["3269"].select_one(".remark").get_text()
    assert "The source prints the label as" not in pages["3268"].get_text()


@pytest.mark.parametrize("key", ["telephony", "incompatibility"])
def test_a_footnote_stands_on_the_page_of_every_code_that_refers_to_it(views: Views, pages: dict[str, BeautifulSoup], key: str):
    category = views.catalogue.categories[key]
    for code in views.catalogue.codes_in(category):
        assert category.note in pages[code.key].select_one("blockquote.note").get_text()


def test_a_category_page_lists_its_codes(views: Views):
    for category in views.catalogue.categories.values():
        soup = parsed(views.category_page("../../", category))
        assert soup.h1.get_text() == category.name
        keys = [link["href"].split("/")[-2] for link in soup.select("table.codes tbody th a")]
        assert keys == [code.key for code in views.catalogue.codes_in(category)]


def test_the_picture_has_every_state_as_a_link_and_in_words(views: Views):
    soup = parsed(views.life("../"))
    states = list(views.catalogue.states.values())
    assert [link.select_one(".life__name").get_text() for link in soup.select("svg a")] == [state.name for state in states]
    assert len(soup.select(".life__arrow")) == len(views.catalogue.transitions)
    words = re.sub(r"\s+", " ", soup.select_one(".life-text").get_text())
    for state in states:
        assert state.comment in words
    for transition in views.catalogue.transitions:
        assert f"When {transition.when}: {transition.target.name}" in words


def test_boxes_and_words_of_the_picture_stay_within_it(views: Views):
    svg = parsed(views.life("")).svg
    width, height = float(svg["width"]), float(svg["height"])
    for box in svg.select("rect"):
        assert float(box["x"]) >= 0
        assert float(box["y"]) >= 0
        assert float(box["x"]) + float(box["width"]) <= width
        assert float(box["y"]) + float(box["height"]) <= height
    for text in svg.select("text"):
        assert 0 < float(text["y"]) < height


def test_the_stylesheet_holds_every_colour_of_the_legend(views: Views):
    css = views.stylesheet()
    for outcome in views.catalogue.outcomes.values():
        for scheme in PAGE_BACKGROUND:
            for part in ("text", "background", "border"):
                assert f"--{outcome.key}-{part}: {getattr(getattr(outcome, scheme), part)};" in css
    assert css.count("{") == css.count("}")
