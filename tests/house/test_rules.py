"""Data that does not hold together is refused: the messages say all that is wrong and where, and nothing that only follows from it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from macros.catalogue import TABLES, Catalogue, load
from macros.catalogue.columns import MAY_BE_EMPTY
from macros.catalogue.table import did_you_mean
from tests.support.tables import Case, cell, cells, change, line, reported, without

from . import wrong_codes as codes
from . import wrong_tables as tables
from .conftest import MADE_UP

FORMULA = "expected text that a spreadsheet does not run as a formula"
CASES = (
    *(*codes.NUMBERS, *codes.ORDER, *codes.WORDS, *codes.NOTES, *tables.SAME_AS, *tables.CAUSES),
    *(*tables.FACTS, *tables.PICTURE, *tables.COLOURS, *tables.CHANGES, *tables.ANSWERS, *tables.REDIRECTS),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_wrong_data_is_reported_exactly(data: Path, case: Case):
    change(data, case.table, case.change)
    assert reported(data) == [f"data/{each}" for each in case.reported]


@pytest.mark.parametrize(("column", "value"), [("column", "9"), ("row", "9")])
def test_the_edge_of_the_picture_is_in_it(data: Path, column: str, value: str):
    change(data, "states", cell("sending", column, value))
    assert str(getattr(load(data).states["sending"], column)) == value


def test_every_case_has_a_name_of_its_own():
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_the_made_up_catalogue_is_right(data: Path):
    assert reported(data) == []


def only_header(raw: bytes) -> bytes:
    return raw.split(b"\n")[0] + b"\n"


def test_tables_that_nothing_needs_may_have_no_rows(data: Path):
    for table in MAY_BE_EMPTY:
        change(data, table, only_header)
    assert reported(data) == [
        "data/sources.csv:3: source 'general-questions' is used nowhere; expected a fact from this source, or no row",
        "data/sources.csv:4: source 'system-limitations' is used nowhere; expected a fact from this source, or no row",
        "data/sources.csv:5: source 'q850' is used nowhere; expected a fact from this source, or no row",
    ]
    change(data, "sources", lambda raw: b"\n".join(raw.split(b"\n")[:2]) + b"\n")
    catalogue = load(data)
    assert not any((catalogue.states, catalogue.transitions, catalogue.causes, catalogue.facts, catalogue.redirects))
    assert all(code.cause is None and catalogue.transitions_from(code) == [] for code in catalogue.codes.values())


@pytest.mark.parametrize("table", sorted(TABLES.keys() - MAY_BE_EMPTY))
def test_every_other_table_has_a_row(data: Path, table: str):
    change(data, table, only_header)
    assert reported(data)[0] == f"data/{table}.csv:1: the table has a header and nothing else; expected at least one row"


def test_states_that_an_arrow_names_are_there(data: Path):
    change(data, "states", only_header)
    assert len(reported(data)) == len(load(MADE_UP).transitions) * 2


def test_problems_of_five_tables_are_reported_at_once_by_file_and_line(data: Path):
    change(data, "codes", cells(cell("6009", "category", "telefony"), cell("371", "label", " Busy"), cell("371", "category", "bussy")))
    change(data, "outcomes", cell("success", "light_text", "green"))
    change(data, "facts", cell("tries", "about", "page:nowhere-at-all"))
    change(data, "states", cell("ready", "column", "0"))
    change(data, "q850", lambda raw: b"\xef\xbb\xbf" + raw)
    assert reported(data) == [
        "data/codes.csv:9: no category 'bussy'; did you mean 'busy'?",
        "data/codes.csv:9: the cell 'label' starts or ends with a space; expected 'Busy'",
        "data/codes.csv:18: no category 'telefony'; did you mean 'telephony'?",
        "data/facts.csv:2: no page 'nowhere-at-all'; expected one of: about, integrate, legend, lookup, triage",
        "data/outcomes.csv:3: light_text 'green' is not a colour; expected # and six of 0-9a-f",
        "data/q850.csv:1: the file starts with a byte order mark (BOM); expected plain UTF-8 without one",
        "data/states.csv:3: column 0 lies outside the picture; expected 1 to 9",
    ]


def test_what_is_used_nowhere_is_reported_where_another_table_cannot_be_read(data: Path):
    change(data, "codes", line(2, lambda row: row + b","))
    change(data, "facts", without("polling-limit"))
    assert reported(data) == [
        "data/codes.csv:2: the row has 16 fields; expected 15: " + ",".join(column.name for column in TABLES["codes"]),
        "data/sources.csv:4: source 'system-limitations' is used nowhere; expected a fact from this source, or no row",
    ]


def test_several_problems_of_one_row_are_reported(data: Path):
    change(
        data,
        "codes",
        cells(
            cell("502", "category", ""), cell("502", "outcome", "failur"), cell("502", "documented_by", "x"), cell("502", "contact", "=1")
        ),
    )
    assert reported(data) == [
        "data/categories.csv:5: category 'canceled' is used nowhere; expected a code in this category, or no row",
        "data/codes.csv:10: no documented_by 'x'; expected one of: comment, note, label",
        "data/codes.csv:10: no outcome 'failur'; did you mean 'failure'?",
        "data/codes.csv:10: the cell 'category' is blank; expected a value",
        "data/codes.csv:10: the cell 'contact' starts with '='; " + FORMULA,
    ]


def test_a_list_of_many_known_words_is_cut():
    message = did_you_mean("nothing-like-it", [f"{number}" for number in range(30)])
    assert message.startswith("expected one of: 0, 1, 2, ")
    assert message.endswith(", 19, …")


def values(catalogue: Catalogue) -> list[object]:
    return [
        catalogue,
        *(
            next(iter(getattr(catalogue, name).values()))
            for name in ("provenances", "sources", "outcomes", "arrivals", "categories", "codes")
        ),
        next(iter(catalogue.states.values())),
        next(iter(catalogue.causes.values())),
        catalogue.transitions[0],
        catalogue.facts[0],
        catalogue.rule.outcome.light,
    ]


def test_no_value_can_be_changed(catalogue: Catalogue):
    for value in values(catalogue):
        for field in dataclasses.fields(value):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, field.name, "changed")


def test_nothing_can_be_added_to_the_catalogue(catalogue: Catalogue):
    for field in dataclasses.fields(catalogue):
        with pytest.raises(TypeError):
            getattr(catalogue, field.name)["new"] = "value"


def test_relations_are_the_very_objects(catalogue: Catalogue):
    for code in catalogue.codes.values():
        assert code.category is catalogue.categories[code.category.key]
        assert code.outcome is catalogue.outcomes[code.outcome.key]
        assert code.arrival is catalogue.arrivals[code.arrival.key]
        assert code.same_as is None or code.same_as is catalogue.codes[code.same_as.key]
        assert code.cause is None or code.cause is catalogue.causes[code.cause.number]
