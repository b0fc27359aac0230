"""What belongs together is given together: the codes of a category and of an outcome, the codes beside a code, the facts about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Catalogue, load

from .small import DATA, records, small_copy


@pytest.fixture
def few(tmp_path: Path) -> Catalogue:
    """The catalogue of the small copy."""
    return load(small_copy(tmp_path))


def test_the_codes_of_a_category_stand_in_the_order_of_the_source(few: Catalogue):
    assert [code.key for code in few.codes_in(few.categories["busy"])] == ["263", "3931"]


def test_the_codes_of_an_outcome_stand_in_the_order_of_the_source(few: Catalogue):
    for outcome in few.outcomes.values():
        assert few.codes_with(outcome) == [code for code in few.codes.values() if code.outcome is outcome] != []


def test_a_code_stands_between_the_codes_beside_it(few: Catalogue):
    codes = list(few.codes.values())
    assert few.neighbours(codes[0]) == (None, codes[1])
    assert few.neighbours(codes[1]) == (codes[0], codes[2])
    assert few.neighbours(codes[-1]) == (codes[-2], None)


def test_a_fact_about_several_things_asked_for_is_given_once_and_in_its_order(few: Catalogue):
    asked = [reference for fact in reversed(few.facts) for reference in fact.about]
    assert few.facts_on(*asked, *asked) == list(few.facts)
    assert few.facts_on() == []
    assert few.facts_on("code:nothing") == []


@pytest.mark.parametrize("prefix", ["code", "category", "outcome"])
def test_the_facts_about_a_code_are_those_about_itself_its_category_and_its_outcome(catalogue: Catalogue, prefix: str):
    key = {"code": lambda code: code.key, "category": lambda code: code.category.key, "outcome": lambda code: code.outcome.key}[prefix]
    for code in catalogue.codes.values():
        about = [fact for fact in catalogue.facts if f"{prefix}:{key(code)}" in fact.about]
        assert [fact for fact in catalogue.facts_about(code) if fact in about] == about
        mine = {f"code:{code.key}", f"category:{code.category.key}", f"outcome:{code.outcome.key}"}
        assert all(mine & set(fact.about) for fact in catalogue.facts_about(code))


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("kinds", ("key", "name", "meaning")),
        ("arrivals", ("key", "answer", "explanation", "kind")),
        ("answers", ("key", "kind", "text")),
    ],
)
def test_no_cell_is_lost_on_the_way_from_its_row(catalogue: Catalogue, table: str, fields: tuple[str, ...]):
    def text(value: object) -> str:
        return getattr(value, "key", value)

    found = [tuple(text(getattr(value, field)) for field in fields) for value in getattr(catalogue, table).values()]
    assert found == [tuple(row[: len(fields)]) for row in records((DATA / f"{table}.csv").read_bytes())[1:]]
