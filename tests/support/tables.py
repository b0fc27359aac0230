"""Ways of breaking a table of a copy of the data, and what load() says of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from macros.catalogue import DataError, load

Change = Callable[[bytes], bytes]


def records(raw: bytes) -> list[list[str]]:
    """The header and the rows of a table, as lists of cells."""
    return list(csv.reader(StringIO(raw.decode("utf-8"))))


def written(rows: list[list[str]], quoting: int = csv.QUOTE_MINIMAL) -> bytes:
    """The table with these rows, header first."""
    text = StringIO()
    csv.writer(text, lineterminator="\n", quoting=quoting).writerows(rows)
    return text.getvalue().encode("utf-8")


def cell(key: str, column: str, value: str) -> Change:
    """Sets one cell, in the row whose first cell is `key`."""

    def change(raw: bytes) -> bytes:
        header, *rows = records(raw)
        (row,) = [row for row in rows if row[0] == key]
        assert row[header.index(column)] != value, "the cell holds this already"
        row[header.index(column)] = value
        return written([header, *rows])

    return change


def cells(*changes: Change) -> Change:
    """Several changes of one file, one after the other."""

    def change(raw: bytes) -> bytes:
        for each in changes:
            raw = each(raw)
        return raw

    return change


def swap(old: str | bytes, new: str | bytes) -> Change:
    """Replaces text that stands exactly once."""
    old, new = (part.encode("utf-8") if isinstance(part, str) else part for part in (old, new))

    def change(raw: bytes) -> bytes:
        assert raw.count(old) == 1, f"{old!r} stands {raw.count(old)} times"
        return raw.replace(old, new)

    return change


def line(number: int, edit: Callable[[bytes], bytes]) -> Change:
    """Edits one line, counted from 1, without its end; several or none may come of it."""

    def change(raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        lines[number - 1] = edit(lines[number - 1])
        return b"\n".join(lines)

    return change


def without(key: str) -> Change:
    """Deletes the row whose first cell is `key`."""

    def change(raw: bytes) -> bytes:
        rows = records(raw)
        assert sum(row[0] == key for row in rows) == 1
        return written([row for row in rows if row[0] != key])

    return change


def moved(key: str, before: str) -> Change:
    """Moves a row to the place before another one."""

    def change(raw: bytes) -> bytes:
        rows = records(raw)
        (row,) = [row for row in rows if row[0] == key]
        rows.remove(row)
        rows.insert([row[0] for row in rows].index(before), row)
        return written(rows)

    return change


def added(text: str) -> Change:
    """Adds lines at the end."""
    return lambda raw: raw + text.encode("utf-8")


@dataclass(frozen=True)
class Case:
    """One thing changed in one table, and the lines that are reported, in their order and without `data/`."""

    name: str
    table: str
    change: Change
    reported: tuple[str, ...]


def case(name: str, table: str, change: Change, *reported: str) -> Case:
    """A case, written as short as can be."""
    return Case(name, table, change, reported)


def change(data: Path, table: str, how: Change) -> None:
    """Changes one table of a copy; a change that changes nothing is a mistake in the test."""
    file = data / f"{table}.csv"
    before = file.read_bytes()
    after = how(before)
    assert after != before, "the change changed nothing"
    file.write_bytes(after)


def reported(data: Path) -> list[str]:
    """The problems that load() tells, none where it loads."""
    try:
        load(data)
    except DataError as error:
        return str(error).split("\n")
    return []
