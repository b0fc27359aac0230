"""All tables as read, and what the rules of every table need: keys, references, words, statements.

A row with an unknown reference is noted and left out, so that the tables after it can still be checked. What only follows
from another problem is not noted: nothing counts as missing in a table that could not be read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from ..columns import MAY_BE_EMPTY, TABLES
from ..table import Problems, Row, Vocabulary, did_you_mean, read_table
from ..values import Provenance, Source, Statement

STATUS_CODES = "status-codes"
"""The source of everything that is stated and names no other source: the vendor's status-code page."""

LONGEST_KEY = 80  # characters: a key is the name of a folder, and file systems take 255 bytes
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLUMNS = {(table, column.name): column for table, columns in TABLES.items() for column in columns}
_Value = TypeVar("_Value")


class Tables:
    """The tables of one folder, and the problems found so far."""

    def __init__(self, folder: Path) -> None:
        self.problems = Problems()
        read = {
            name: read_table(
                folder / f"{name}.csv", f"{folder.name}/{name}.csv", columns, self.problems, needs_rows=name not in MAY_BE_EMPTY
            )
            for name, columns in TABLES.items()
        }
        self.rows = {name: table.rows for name, table in read.items()}
        # The keys include those of rows that have a problem of their own. A key is the first column.
        self.keys = {name: {row[TABLES[name][0].name] for row in table.rows} for name, table in read.items()}
        self._vocabularies = {name: Vocabulary(row[TABLES[name][0].name] for row in table.rows) for name, table in read.items()}
        self.whole = {name for name, table in read.items() if table.whole}
        self.provenances: Mapping[str, Provenance] = {}
        self.sources: Mapping[str, Source] = {}

    def wrong(self, row: Row, wrong: str, expected: str) -> None:
        """Reports a problem of a row."""
        self.problems.add(row.file, row.line, wrong, expected)

    def key_instead(self, table: str, key: str) -> str:
        """The end of a message about a key that a table does not have."""
        return self._vocabularies[table].instead_of(key)

    def statement(self, table: str, row: Row, column: str, source: Source | None = None) -> Statement:
        """The text of a cell with its provenance: that of the column, else that of the row. `source` is the page that states it, where it
        is not the status-code page.
        """
        key = _COLUMNS[table, column].provenance or row["provenance"]
        stated_by = source or self.sources.get(STATUS_CODES) if key == "stated" else None
        return Statement(row[column], self.provenances.get(key) or Provenance(key, "", ""), stated_by)

    def optional(self, table: str, row: Row, column: str) -> Statement | None:
        """The same, None where the cell is blank."""
        return self.statement(table, row, column) if row[column] else None

    def unique(self, table: str, column: str) -> dict[str, Row]:
        """The rows of a table by key. A duplicate key is reported, and its first row counts."""
        rows: dict[str, Row] = {}
        for row in self.rows[table]:
            key = row[column]
            if key in rows:
                if key:
                    self.wrong(row, f"{column} '{key}' stands already on line {rows[key].line}", "expected every key once")
            else:
                rows[key] = row
        return rows

    def keyed(self, table: str, make: Callable[[Row], _Value | None]) -> dict[str, _Value]:
        """The values of a table by key, which is its first column. `make` returns None for a row that makes no value."""
        values = {}
        for key, row in self.unique(table, TABLES[table][0].name).items():
            if key and not _SLUG.fullmatch(key):
                self.wrong(row, f"'{key}' cannot be part of an address", "expected a-z, 0-9 and single hyphens")
            if len(key) > LONGEST_KEY:
                self.wrong(row, f"the key '{key[:20]}…' has {len(key)} characters", f"expected at most {LONGEST_KEY}")
            value = make(row)
            if value is not None:
                values[key] = value
        return values

    def check_once(self, table: str, column: str) -> None:
        """Reports a cell that repeats one above it, ignoring case."""
        seen: dict[str, int] = {}
        for row in self.rows[table]:
            word = row[column].casefold()
            if word and word in seen:
                self.wrong(row, f"{column} '{row[column]}' stands already on line {seen[word]}", "expected it once")
            seen.setdefault(word, row.line)

    def check_complete(self, table: str, keys: Iterable[str], expected: str) -> None:
        """Reports each of `keys` that a table lacks, unless the table has a wrong key, which is reported already."""
        keys = list(keys)
        if table in self.whole and self.keys[table] <= set(keys):
            for key in keys:
                if key not in self.keys[table]:
                    self.wrong(self.rows[table][-1], f"no {TABLES[table][0].name} '{key}' was found up to here", f"expected {expected}")

    def known(self, row: Row, column: str, known: Mapping[str, _Value], table: str) -> _Value | None:
        """The value that a cell refers to, None where there is none or where its own row is wrong."""
        key = row[column]
        if key and key not in self.keys[table] and table in self.whole:
            self.wrong(row, f"no {TABLES[table][0].name} '{key}'", self.key_instead(table, key))
        return known.get(key)

    def one_of(self, row: Row, column: str, words: Iterable[str]) -> None:
        """Reports a cell that is none of the words; whether it may be blank is up to the column."""
        if row[column] and row[column] not in words:
            self.wrong(row, f"no {column} '{row[column]}'", did_you_mean(row[column], words))

    def integer(self, row: Row, column: str, expected: str = "a whole number") -> int | None:
        """The number in a cell, None where there is none."""
        if INTEGER.fullmatch(row[column]):
            return int(row[column])
        if row[column]:
            self.wrong(row, f"{column} '{row[column]}' is not an integer", f"expected {expected}, without sign +, leading zeros or marks")
        return None

    def words(self, row: Row, column: str) -> tuple[str, ...]:
        """The search words of a cell."""
        words = split_words(row[column])
        for word in dict.fromkeys(words):
            if word != word.lower() or not word or word != word.strip() or ";" in word:
                self.wrong(row, f"'{word}' in {column} is not a search word", "expected lower-case words separated by '; '")
            if words.count(word) > 1:
                self.wrong(row, f"'{word}' stands twice in {column}", "expected it once")
        return tuple(words)


def split_words(cell: str) -> list[str]:
    """The words of a cell that holds a list of them."""
    return cell.split("; ") if cell else []
