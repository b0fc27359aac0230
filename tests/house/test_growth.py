"""What is wrong in a large catalogue is reported at a cost that grows with its rows, and no faster: counted in calls, not in seconds."""

from __future__ import annotations

from cProfile import Profile
from pathlib import Path
from pstats import Stats

import pytest

from macros.catalogue.table import COMPARED, Vocabulary
from tests.support.tables import added, change, reported

from .conftest import copied

WRONG_ROWS = {
    "codes": "{0}00001,failure,busy,Busy,,comment,,9{0}9,,,,,none-busy,,",
    "changes": "2026-02-01,8{0}1 8{0}2,explained,,More words.",
    "facts": "fact-{0},code:8{0}1 category:busy-{0} page:legends page:legends,A statement.,general-question",
    "q850": "9{0},A cause,fit,,,",
    "states": "state-{0},State,in-proces,8{0}1,1,1,",
    "transitions": "state-{0},elsewhere-{0},when it rains,derive",
    "categories": "group-{0},Group,A group.,,,wai-{0},Advice.,Nobody.,",
}
"""By table, rows that are wrong in as many ways as their rules know; `{0}` is the number of the row."""


def calls(folder: Path, rows: int) -> int:
    """How many functions, those of Python itself included, are called until a catalogue with so many wrong rows a table is refused."""
    folder.mkdir()
    data = copied(folder)
    for table, row in WRONG_ROWS.items():
        change(data, table, added("".join(f"{row.format(number)}\n" for number in range(100, 100 + rows))))
    profile = Profile()
    problems = profile.runcall(reported, data)
    assert len(problems) > rows * len(WRONG_ROWS)
    return Stats(profile).total_calls  # type: ignore[attr-defined]


def test_twice_the_wrong_rows_are_refused_with_twice_the_work(tmp_path: Path) -> None:
    assert calls(tmp_path / "twice", 240) < 2.3 * calls(tmp_path / "once", 120)


@pytest.mark.parametrize("wrong", ["3931x", "x3931", "39x31", "393", "931", "3391", "4931"])
def test_the_nearest_of_many_words_is_found_without_comparing_them_all(wrong: str) -> None:
    many = Vocabulary(["3931", *(f"z{number}z" for number in range(100_000, 120_000))])
    assert many.instead_of(wrong) == "did you mean '3931'?"
    assert len(many._candidates(wrong)) <= COMPARED
