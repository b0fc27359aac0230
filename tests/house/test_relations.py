"""What belongs together is given together: the codes of a category and of an outcome, the codes beside a code, the facts about it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from macros.catalogue import Catalogue
from tests.support.tables import records

from .conftest import MADE_UP


def test_the_codes_of_a_category_stand_in_the_order_of_the_source(catalogue: Catalogue):
    assert [code.key for code in catalogue.codes_in(catalogue.categories["busy"])] == ["371", "4852"]


def test_the_codes_of_an_outcome_stand_in_the_order_of_the_source(catalogue: Catalogue):
    for outcome in catalogue.outcomes.values():
        assert catalogue.codes_with(outcome) == [code for code in catalogue.codes.values() if code.outcome is outcome] != []


def test_a_code_stands_between_the_codes_beside_it(catalogue: Catalogue):
    codes = list(catalogue.codes.values())
    assert [catalogue.neighbours(code) for code in codes] == list(zip([None, *codes], [*codes[1:], None], strict=False))


def test_a_fact_about_several_things_asked_for_is_given_once_and_in_its_order(catalogue: Catalogue):
    asked = [reference for fact in reversed(catalogue.facts) for reference in fact.about]
    assert catalogue.facts_on(*asked, *asked) == list(catalogue.facts)
    assert catalogue.facts_on() == []
    assert catalogue.facts_on("code:nothing") == []


@pytest.mark.parametrize("prefix", ["code", "category", "outcome"])
def test_the_facts_about_a_code_are_those_about_itself_its_category_and_its_outcome(catalogue: Catalogue, prefix: str):
    key = {"code": lambda code: code.key, "category": lambda code: code.category.key, "outcome": lambda code: code.outcome.key}[prefix]
    for code in catalogue.codes.values():
        about = [fact for fact in catalogue.facts if f"{prefix}:{key(code)}" in fact.about]
        assert [fact for fact in catalogue.facts_about(code) if fact in about] == about
        mine = {f"code:{code.key}", f"category:{code.category.key}", f"outcome:{code.outcome.key}"}
        assert all(mine & set(fact.about) for fact in catalogue.facts_about(code))


COLUMNS = {
    "provenances": {"provenance": "key", "name": "name", "meaning": "meaning"},
    "arrivals": {
        "arrival": "key",
        "answer": "answer",
        "explanation": "explanation.text",
        "provenance": "explanation.provenance.key",
    },
    "sources": {name: name for name in ("title", "publisher", "url", "retrieved")} | {"source": "key"},
    "categories": {name: name for name in ("name", "note_mark", "synonyms")}
    | {name: f"{name}.text" for name in ("summary", "note", "advice", "contact")}
    | {"category": "key", "next": "next.key"},
    "next_steps": {name: name for name in ("name", "icon", "resend")} | {"step": "key", "why": "why.text"},
    "causes": {name: name for name in ("name", "verdict", "remark", "plain")} | {"cause": "number"},
    "states": {name: name for name in ("name", "column", "row", "comment")} | {"state": "key", "outcome": "outcome.key", "codes": "codes"},
    "facts": {"fact": "key", "about": "about", "statement": "statement.text", "source": "source.key"},
    "outcomes": {name: name for name in ("name", "sign", "icon", "line")}
    | {name: f"{name}.text" for name in ("meaning", "action")}
    | {f"{scheme}_{part}": f"{scheme}.{part}" for scheme in ("light", "dark") for part in ("text", "background", "border")}
    | {"outcome": "key", "final": "final", "next": "next.key"},
}
"""Where the cells of a row stand in its value, by table and column. What a code makes of its row is in test_data.py."""


LISTS = {"synonyms": "; ", "about": " ", "codes": " "}
NO = {"final": "no"}


def _part(value: object, path: str) -> object:
    """A part of a value; an empty text where a statement is not there."""
    for name in path.split("."):
        value = getattr(value, name, "")
    return value


def _cell(column: str, value: object) -> str:
    """A part of a value as its cell has it."""
    if column in LISTS:
        return LISTS[column].join(getattr(part, "key", part) for part in value)
    if column in NO:
        return "yes" if value else NO[column]
    return str(value)


@pytest.mark.parametrize("table", COLUMNS)
def test_no_cell_is_lost_on_the_way_from_its_row(catalogue: Catalogue, table: str):
    columns, held = COLUMNS[table], getattr(catalogue, table)
    header, *rows = records((MADE_UP / f"{'q850' if table == 'causes' else table}.csv").read_bytes())
    assert set(columns) == set(header)
    values = held.values() if isinstance(held, Mapping) else held
    assert [[_cell(column, _part(value, columns[column])) for column in header] for value in values] == rows


def test_no_answer_is_lost_on_the_way_from_its_row(catalogue: Catalogue):
    _, *rows = records((MADE_UP / "answers.csv").read_bytes())
    assert [[key, answer.provenance.key, answer.text] for key, answer in catalogue.answers.items()] == rows


@pytest.mark.parametrize("table", ["codes", "categories"])
def test_the_line_of_a_row_is_known(catalogue: Catalogue, table: str):
    lines = (MADE_UP / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    for key, value in getattr(catalogue, table).items():
        assert lines[value.line - 1].startswith(f"{key},")


def test_a_number_without_a_row_that_a_fact_names_is_known(catalogue: Catalogue):
    named = [fact.numbers for fact in catalogue.facts]
    assert named == [tuple(int(part.split(":")[1]) for part in fact.about if part.startswith("number:")) for fact in catalogue.facts]
    assert any(named)


def test_a_code_is_found_by_the_words_of_the_code_whose_meaning_it_shares(catalogue: Catalogue):
    sharing = [code for code in catalogue.codes.values() if code.same_as and code.same_as.synonyms]
    assert sharing
    assert [code.key for code in sharing if code.synonyms[: len(code.same_as.synonyms)] != code.same_as.synonyms] == []
