"""The built site holds what the rows say: every page, line and mark, read from the files themselves."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.values import OTHER_NEGATIVE
from tests.support.built import (
    DATA,
    EACH_CATEGORY,
    EACH_CODE,
    EACH_PAGE,
    NOT_FOUND,
    PAGES,
    ROWS,
    SOURCES,
    address_of,
    cells,
    letters,
    line_of,
    marks,
    number_shown,
    page_of,
    page_of_category,
    page_of_code,
    parsed,
    table_lines,
    target,
    words,
)
from tests.support.site import REPOSITORY


def spoken(key: str) -> str:
    """The number as titles have it: a search engine reads a leading minus as "without"."""
    return f"{key} (minus {key.removeprefix('-')})" if key.startswith("-") else key


# Every row ------------------------------------------------------------------------------------------------------------


@EACH_CODE
def test_every_code_has_its_page(site: Path, catalogue: Catalogue, key: str):
    code, page = catalogue.codes[key], page_of_code(key)
    article = parsed(site / page).find("article")
    assert words(article.h1) == f"{number_shown(key)} {code.label}"
    assert words(article.select_one(".code-signs .badge")) == code.outcome.name
    assert letters(code.meaning.text) in letters(article.select_one(".meaning").get_text())
    link = article.select_one(".code-signs a")
    assert words(link) == code.category.name
    assert target(site, page, link["href"]) == (site / page_of_category(code.category.key), "")


@EACH_CODE
def test_every_code_has_its_line_in_the_table_of_all(site: Path, catalogue: Catalogue, key: str):
    code = catalogue.codes[key]
    line = line_of(site, "codes/index.html", "codes", key)
    assert cells(line) == [number_shown(key), code.outcome.name, code.label, code.next.name, code.category.name, code.meaning.text]
    assert target(site, "codes/index.html", line.find_all("a")[1]["href"]) == (site / page_of_category(code.category.key), "")


@EACH_CODE
def test_every_code_has_its_line_in_its_category_and_in_no_other(site: Path, catalogue: Catalogue, key: str):
    code = catalogue.codes[key]
    line = line_of(site, page_of_category(code.category.key), "codes", key)
    assert cells(line) == [number_shown(key), code.outcome.name, code.label, code.next.name, code.meaning.text]
    address = address_of(page_of_code(key))
    holders = [each for each in catalogue.categories if address in dict(table_lines(site, page_of_category(each), "codes"))]
    assert holders == [code.category.key]


@pytest.mark.parametrize("name", ["index.html", "legend/index.html"])
def test_the_legend_has_every_outcome_with_its_number_of_codes(site: Path, catalogue: Catalogue, name: str):
    lines = parsed(site / name).select("table.legend > tbody > tr")
    counts = Counter(code.outcome.key for code in catalogue.codes.values())
    assert [(words(line.th), words(line.a).split()[0]) for line in lines] == [
        (outcome.name, str(counts[outcome.key])) for outcome in catalogue.outcomes.values()
    ]
    for line, outcome in zip(lines, catalogue.outcomes.values(), strict=True):
        assert letters(outcome.meaning.text) in letters(line.get_text())


@pytest.mark.parametrize("name", ["index.html", "categories/index.html"])
def test_every_category_is_listed_with_its_number_of_codes(site: Path, catalogue: Catalogue, name: str):
    counts = Counter(code.category.key for code in catalogue.codes.values())
    cards = parsed(site / name).select("article .cards > li")
    listed = [(target(site, name, card.a["href"]), words(card.a), words(card.select_one(".card__count"))) for card in cards]
    assert listed == [
        ((site / page_of_category(key), ""), category.name, f"{counts[key]} code{'' if counts[key] == 1 else 's'}")
        for key, category in catalogue.categories.items()
    ]


@EACH_CATEGORY
def test_every_category_has_its_page(site: Path, catalogue: Catalogue, category: str):
    row, page = catalogue.categories[category], page_of_category(category)
    assert words(parsed(site / page).find("article").h1) == row.name
    for said in filter(None, (row.summary, row.advice, row.contact, row.note)):
        assert said.provenance.name in marks(site, page, said.text), said


@EACH_CODE
def test_every_code_leads_to_the_one_before_and_the_one_after(site: Path, catalogue: Catalogue, key: str):
    order, page = list(catalogue.codes), page_of_code(key)
    place = order.index(key)
    links = {link["rel"][0]: target(site, page, link["href"]) for link in parsed(site / page).select("article nav.turn a")}
    expected = {"prev": order[place - 1 : place] if place else [], "next": order[place + 1 : place + 2]}
    assert links == {way: (site / page_of_code(keys[0]), "") for way, keys in expected.items() if keys}


def test_the_picture_has_every_state_and_says_it_in_words_too(site: Path, catalogue: Catalogue):
    article = parsed(site / "legend/index.html").find("article")
    drawn = [words(box.select_one(".life__name")) for box in article.select(".life--wide svg a")]
    assert drawn == [state.name for state in catalogue.states.values()]
    text = letters(article.select_one("ul.life-text").get_text())
    for state in catalogue.states.values():
        assert letters(state.name) in text
        assert letters(state.comment) in text
    for way in catalogue.transitions:
        assert letters(f"When {way.when.text}: {way.target.name}") in text


# Who says it ------------------------------------------------------------------------------------------------------------


@EACH_CODE
def test_every_statement_says_who_says_it(site: Path, catalogue: Catalogue, key: str):
    code, page = catalogue.codes[key], page_of_code(key)
    assert marks(site, page, code.meaning.text) == {code.meaning.provenance.name}
    assert code.arrival.explanation.provenance.name in marks(site, page, code.arrival.answer)
    said = (code.next.why, code.advice, code.category.note, code.action, code.whom, code.remark)
    for statement in filter(None, said):
        assert statement.provenance.name in marks(site, page, statement.text), statement
    if code.cause:
        assert "Derived" in marks(site, page, f"{key} = 6000 + {code.cause.number}")


@EACH_CODE
def test_every_fact_of_another_page_names_that_page(site: Path, catalogue: Catalogue, key: str):
    shown = parsed(site / page_of_code(key)).select("article ul.facts > li")
    about = {f"code:{key}", f"category:{catalogue.codes[key].category.key}", f"outcome:{catalogue.codes[key].outcome.key}"}
    facts = [fact for fact in catalogue.facts if about & set(fact.about)]
    assert len(shown) == len(facts)
    for line, fact in zip(shown, facts, strict=True):
        assert letters(fact.statement.text) in letters(line.get_text())
        assert fact.source.title in words(line.cite)


@pytest.mark.parametrize("key", [key for key, code in ROWS.codes.items() if code.printed != code.label])
def test_an_odd_label_is_shown_as_the_source_prints_it(site: Path, catalogue: Catalogue, key: str):
    assert catalogue.codes[key].printed in words(parsed(site / page_of_code(key)).select_one(".remark"))


def corrections(page: Path) -> list[str]:
    """Where the links of a page lead by which it is corrected."""
    return [link["href"] for link in parsed(page).select("article .actions a") if "/edit/" in link["href"]]


@pytest.mark.parametrize(("table", "key"), [*(("codes", key) for key in ROWS.codes), *(("categories", key) for key in ROWS.categories)])
def test_a_correction_starts_at_the_line_of_the_row(site: Path, table: str, key: str):
    lines = (DATA / f"{table}.csv").read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, start=1) if line.startswith(f"{key},")]
    links = corrections(site / f"{table}/{key}/index.html")
    assert (f"{REPOSITORY}/edit/main/data/{table}.csv#L{number}" in links) == bool(REPOSITORY)


@pytest.mark.parametrize("source", SOURCES)
def test_a_page_written_by_hand_is_corrected_in_its_file(site: Path, source: str):
    assert corrections(site / page_of(source)) == ([f"{REPOSITORY}/edit/main/docs/{source}"] if REPOSITORY else [])


# Heads ------------------------------------------------------------------------------------------------------------------


@EACH_CODE
def test_title_and_description_name_the_code(site: Path, catalogue: Catalogue, key: str):
    code, soup = catalogue.codes[key], parsed(site / page_of_code(key))
    title, description = soup.title.string.strip(), soup.find("meta", attrs={"name": "description"})["content"]
    number = "any other negative number" if key == OTHER_NEGATIVE else spoken(key)
    assert number in title
    assert title.startswith((number, code.label))
    assert description.startswith(f"Fax status {number}, ")
    for wanted in (code.label.rstrip("."), code.outcome.name.lower(), code.meaning.text):
        assert wanted in description
    assert code.label.rstrip(".") in title


def test_no_two_pages_have_the_same_title_or_description(site: Path):
    soups = [parsed(site / page) for page in PAGES if page != NOT_FOUND]
    titles = Counter(soup.title.string.strip() for soup in soups)
    descriptions = Counter(soup.find("meta", attrs={"name": "description"})["content"] for soup in soups)
    assert [text for text, number in (titles + descriptions).items() if number > 1] == []


@EACH_PAGE
def test_every_page_has_a_language_and_its_own_address(site: Path, name: str):
    soup = parsed(site / name)
    assert soup.html["lang"] == "en"
    canonical = [link["href"] for link in soup.find_all("link", rel="canonical")]
    assert canonical == ([] if name == NOT_FOUND else [address_of(name)])


@EACH_PAGE
def test_headings_form_an_outline(site: Path, name: str):
    levels = [int(heading.name[1]) for heading in parsed(site / name).find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_sitemap_has_every_page_and_no_other(site: Path):
    listed = [element.text for element in ElementTree.parse(site / "sitemap.xml").iter() if element.tag.endswith("}loc")]
    assert sorted(map(unquote, listed)) == sorted(address_of(page) for page in PAGES if page != NOT_FOUND)
