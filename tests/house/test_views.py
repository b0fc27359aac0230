"""How a code, a category, a table and the picture look: everything that a reader needs is there, for eyes, ears and keyboards."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from macros.catalogue import OTHER_NEGATIVE, Catalogue, Code
from macros.catalogue.colour import PAGE_BACKGROUND
from macros.catalogue.rules import next_steps, outcomes
from macros.pages.forge import Forge
from macros.pages.views import ICONS, Views

FORMS = Path(__file__).parent.parent.parent / ".github" / "ISSUE_TEMPLATE"
QUESTIONS = ["What to do", "Final or still changing?", "Did pages arrive?", "Whom to ask", "Was it billed?"]


@pytest.fixture(scope="module")
def views(changed: Catalogue) -> Views:
    return Views(changed, Forge("https://forge.example/codes"), {"triage-engine": "engine.js", "catalogue": "catalogue.js"})


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


@pytest.fixture(scope="module")
def pages(views: Views) -> list[tuple[Code, BeautifulSoup]]:
    """Every code with its page."""
    return [(code, parsed(views.fragment("code-page", "../../", code=code))) for code in views.catalogue.codes.values()]


def plain(element: Tag) -> str:
    return re.sub(r"\s+", " ", element.get_text()).strip()


def marks(element: Tag) -> list[str]:
    return [mark.get_text() for mark in element.select(".provenance")]


def test_every_icon_that_the_data_may_name_is_there() -> None:
    assert {path.stem for path in ICONS.glob("*.svg")} == {*outcomes.ICONS, *next_steps.ICONS}


@pytest.mark.parametrize("name", ["codes", "legend", "causes", "category", "files"])
def test_a_table_has_a_caption_and_headers_with_a_scope(views: Views, name: str) -> None:
    soup = parsed(
        {
            "codes": lambda: views.codes_table(""),
            "legend": lambda: views.fragment("legend", ""),
            "causes": lambda: views.fragment("causes", ""),
            "category": lambda: views.fragment("category-page", "", category=views.catalogue.categories["busy"]),
            "files": lambda: views.fragment("published-files", "", files=[{"path": "a", "size": 1, "integrity": "b", "sha256": "c"}]),
        }[name]()
    )
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


def test_no_id_stands_twice_on_a_page(views: Views, pages: list[tuple[Code, BeautifulSoup]]) -> None:
    for soup in (parsed(views.fragment("legend", "")), parsed(views.fragment("triage", "")), *(soup for _, soup in pages)):
        ids = [element["id"] for element in soup.select("[id]")]
        assert sorted(set(ids)) == sorted(ids)


def test_a_line_of_the_table_shows_its_code(views: Views) -> None:
    rows = parsed(views.codes_table("../")).select("tbody tr")
    for code, row in zip(views.catalogue.codes.values(), rows, strict=True):
        assert row.th.a["href"] == f"../codes/{code.key}/"
        assert row.th.get_text(strip=True) == (code.key if code.number is not None else "other negative")
        cells = [cell.get_text(strip=True) for cell in row.select("td")]
        assert cells == [code.outcome.name, code.label, code.next.name, code.category.name, code.meaning.text]


def test_an_outcome_is_colour_icon_and_word(pages: list[tuple[Code, BeautifulSoup]]) -> None:
    for code, soup in pages:
        badge = soup.select_one(".badge")
        assert badge["class"] == ["badge", f"badge--{code.outcome.key}"]
        assert badge.svg["aria-hidden"] == "true"
        assert badge.get_text(strip=True) == code.outcome.name


def test_a_code_page_says_what_to_do_and_answers_the_other_questions(pages: list[tuple[Code, BeautifulSoup]]) -> None:
    for code, soup in pages:
        card = soup.select_one("dl.decisions")
        assert [question.get_text() for question in card.select("dt")] == QUESTIONS
        action, final, arrived, whom, billed = card.find_all("div", recursive=False)
        assert action.strong.get_text(strip=True) == code.next.name
        assert code.next.why.text in action.get_text()
        assert final.strong.get_text() == ("Final" if code.outcome.final else "Still changing")
        assert marks(final) == ["Derived"]
        assert arrived.strong.get_text() == code.arrival.answer
        assert marks(arrived) == [code.arrival.explanation.provenance.name]
        assert code.advice.text in action.get_text()
        assert code.whom.text in whom.get_text()
        assert marks(billed) == ["Not stated"]


def test_every_statement_of_a_code_page_stands_beside_its_own_provenance(pages: list[tuple[Code, BeautifulSoup]]) -> None:
    """What a page states is never marked as advice, nor advice as stated."""
    for code, soup in pages:
        lines = [plain(line) for line in soup.select("dl.decisions dd, p.meaning, blockquote.note p, p.remark")]
        said = (code.action, code.whom, code.meaning, code.remark, code.advice, code.category.note)
        for statement in filter(None, said):
            wanted = f"{statement.text} {statement.provenance.name}"
            assert any(line.endswith(wanted) for line in lines), (code.key, wanted)


def test_a_code_page_leads_on(views: Views, pages: list[tuple[Code, BeautifulSoup]]) -> None:
    for code, soup in pages:
        assert soup.h1.get_text(" ", strip=True).endswith(code.label)
        for rel, other in zip(("prev", "next"), views.catalogue.neighbours(code), strict=True):
            link = soup.select_one(f"nav.turn a[rel={rel}]")
            assert (link and link["href"]) == (other and f"../../codes/{other.key}/")
        alike = [link["href"] for link in soup.select(".alike a")]
        assert alike == [f"../../codes/{other.key}/" for other in views.catalogue.same_text(code)]
        trail = [link["href"] for link in soup.select("nav.breadcrumb a")]
        assert trail == ["../../", "../../codes/", f"../../categories/{code.category.key}/"]


def test_what_a_status_can_turn_into_is_on_its_page(views: Views, pages: list[tuple[Code, BeautifulSoup]]) -> None:
    for code, soup in pages:
        ways = views.catalogue.transitions_from(code)
        shown = [plain(line) for line in soup.select("h2#next + ul li")]
        assert len(shown) == len(ways)
        for way, line in zip(ways, shown, strict=True):
            assert line.startswith(f"When {way.when.text}: ")
            assert line.endswith(way.when.provenance.name)


def test_the_label_as_printed_is_shown_where_it_differs(pages: list[tuple[Code, BeautifulSoup]]) -> None:
    for code, soup in pages:
        assert ("The source prints the label as" in soup.get_text()) == (code.printed != code.label), code.key
    assert any(code.printed != code.label for code, _ in pages)


def test_a_category_page_lists_its_codes(views: Views) -> None:
    for category in views.catalogue.categories.values():
        soup = parsed(views.fragment("category-page", "../../", category=category))
        assert soup.h1.get_text() == category.name
        keys = [link["href"].split("/")[-2] for link in soup.select("table.codes tbody th a")]
        assert keys == [code.key for code in views.catalogue.codes_in(category)]


def corrections(soup: BeautifulSoup) -> dict[str, str]:
    """The links to the forge on a page, by their words."""
    return {link.get_text(): link["href"] for link in soup.select(".actions a") if "forge.example" in link["href"]}


def test_a_correction_opens_the_row_that_holds_the_text(views: Views, pages: list[tuple[Code, BeautifulSoup]]) -> None:
    file = "https://forge.example/codes/edit/main/data/codes.csv"
    for code, soup in pages:
        links = corrections(soup)
        assert links.pop("Report a mistake").startswith("https://forge.example/codes/issues/new?")
        if shared := code.same_as:
            assert links == {
                f"Correct the meaning (row of {shared.key})": f"{file}#L{shared.line}",
                f"Correct the rest (row of {code.key})": f"{file}#L{code.line}",
            }
        else:
            assert links == {"Suggest a correction": f"{file}#L{code.line}"}
    assert {bool(code.same_as) for code, _ in pages} == {True, False}
    for category in views.catalogue.categories.values():
        links = corrections(parsed(views.fragment("category-page", "../../", category=category)))
        assert links["Suggest a correction"] == f"https://forge.example/codes/edit/main/data/categories.csv#L{category.line}"


def test_a_report_names_the_code_and_the_address_of_its_page(views: Views) -> None:
    forge = Forge("https://forge.example/codes", site="https://reference.example/")
    url = urlsplit(
        corrections(parsed(Views(views.catalogue, forge).fragment("code-page", "../../", code=views.catalogue.rule)))["Report a mistake"]
    )
    key, page = OTHER_NEGATIVE, f"https://reference.example/codes/{OTHER_NEGATIVE}/"
    form = FORMS / dict(parse_qsl(url.query))["template"]
    assert dict(parse_qsl(url.query)) == {"template": form.name, "title": f"Data: {key}", "code": key, "page": page}
    assert {"code", "page"} <= {field.get("id") for field in yaml.safe_load(form.read_text(encoding="utf-8"))["body"]}


def test_without_a_repository_no_page_leads_to_one(views: Views) -> None:
    alone = Views(views.catalogue, Forge())
    pages = [alone.fragment("code-page", "", code=code) for code in views.catalogue.codes.values()]
    for page in [*pages, *(alone.fragment("category-page", "", category=each) for each in views.catalogue.categories.values())]:
        assert not re.search("Correct|Suggest|Report a", page)


GITHUB = "issues/new?template=data-correction.yml&title=Data%3A%20-2&code=-2&page=codes%2F"
GITLAB = "-/issues/new?issue%5Btitle%5D=Data%3A%20-2&issue%5Bdescription%5D=codes%2F"
FORGES_AND_ADDRESSES = {
    "GitHub": (Forge("https://github.com/o/n"), "edit/main/docs/a%20b.md", GITHUB),
    "GitLab": (Forge("https://gitlab.com/o/n/"), "-/edit/main/docs/a%20b.md", GITLAB),
    "a GitLab that is not named so": (Forge("https://git.example/o/n", "v/1", "gitlab"), "-/edit/v/1/docs/a%20b.md", GITLAB),
    "Gitea": (Forge("https://gitea.example/o/n"), "_edit/main/docs/a%20b.md", "issues/new?title=Data%3A%20-2&body=codes%2F"),
}


@pytest.mark.parametrize(("forge", "editor", "report"), FORGES_AND_ADDRESSES.values(), ids=FORGES_AND_ADDRESSES)
def test_each_forge_has_its_addresses(forge: Forge, editor: str, report: str) -> None:
    root = forge.repository.rstrip("/") + "/"
    assert forge.editor("docs/a b.md") == root + editor
    assert forge.editor("docs/a b.md", 7) == f"{root}{editor}#L7"
    assert forge.report("-2", "codes/") == root + report


def test_the_picture_has_every_state_as_a_link_and_in_words(views: Views) -> None:
    soup = parsed(views.fragment("life", "../"))
    states = list(views.catalogue.states.values())
    for picture, drawn in {".life--wide": states, ".life--narrow": sorted(states, key=lambda state: (state.row, state.column))}.items():
        names = [link.select_one(".life__name").get_text() for link in soup.select(f"{picture} svg a")]
        assert names == [state.name for state in drawn]
        assert len(soup.select(f"{picture} .life__arrow")) == len(views.catalogue.transitions)
    words = plain(soup.select_one(".life-text"))
    for state in states:
        assert state.comment in words
    for transition in views.catalogue.transitions:
        assert f"When {transition.when.text}: {transition.target.name}" in words


@pytest.mark.parametrize("picture", [".life--wide", ".life--narrow"])
def test_boxes_and_words_of_the_picture_stay_within_it(views: Views, picture: str) -> None:
    svg = parsed(views.fragment("life", "")).select_one(f"{picture} svg")
    width, height = map(float, svg["viewbox"].split()[2:])
    for box in svg.select("rect"):
        assert float(box["x"]) >= 0
        assert float(box["y"]) >= 0
        assert float(box["x"]) + float(box["width"]) <= width
        assert float(box["y"]) + float(box["height"]) <= height
    for text in svg.select("text"):
        assert 0 < float(text["y"]) < height


def test_the_style_sheet_holds_every_colour_of_the_legend(views: Views) -> None:
    css = views.stylesheet()
    assert f"--page: light-dark({PAGE_BACKGROUND['light']}, {PAGE_BACKGROUND['dark']});" in css
    for outcome in views.catalogue.outcomes.values():
        for part in ("text", "background", "border"):
            assert f"--{outcome.key}-{part}: light-dark({getattr(outcome.light, part)}, {getattr(outcome.dark, part)});" in css
    assert css.count("{") == css.count("}")
