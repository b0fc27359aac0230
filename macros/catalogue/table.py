"""Reads one CSV file of data/ into rows, and reports each line that is not the plain CSV of this project.

Knows bytes, characters and columns; knows nothing of fax codes.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

LONGEST_CELL = 1000  # characters: the longest meaning is a few hundred; more is a paste that went wrong
COMPARED = 100  # words with which an unknown one is compared: of so many, that takes less than a millisecond
LONGEST_LINE = 100_000  # characters: what Python's csv module takes in one cell ends a little above

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff"
_INVISIBLE = (
    "\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
# UTF-8 that was read as Latin-1 or Windows-1252 and saved again: these pairs do not occur in English text.
_MOJIBAKE = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u2018-\u2122]|\u00e2\u20ac")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")
_FORMULA = re.compile(r"^[=+\-@]")
_CELL = r'(?:"(?:[^"]|"")*"|[^",]*)'
_RECORD = re.compile(f"{_CELL}(?:,{_CELL})*")
_PLACEHOLDER = re.compile(r"^(todo|fixme|tbd|null|none|nan|n/?a|undefined|#(ref!|n/a|name\?|value!|null!|div/0!)|\?+|-+|\.+)$", re.I)


@dataclass(slots=True)
class Problems:
    """The problems of the data, collected so that one run reports them all."""

    found: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, file: str, line: int, wrong: str, expected: str) -> None:
        """Adds a problem: the file as a person would name it, its line (from 1), what is wrong, what was expected."""
        self.found.append((file, line, f"{wrong}; {expected}"))

    def __bool__(self) -> bool:
        """True if there are any problems."""
        return bool(self.found)

    def __str__(self) -> str:
        """One problem per line, `file:line: what is wrong; what was expected`, by file and line."""
        return "\n".join(f"{file}:{line}: {text}" for file, line, text in sorted(self.found))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column may hold. `blank`: a cell may be empty. `integer`: it holds numbers, so a minus at its start is no formula.

    provenance: where the texts of the column come from, as a key of provenances.csv; empty where the row says so, or for no text.
    heading: that of the column's texts, for a column of codes.csv that needs no code of its own; a table may do without such a column.
    """

    name: str
    blank: bool = False
    integer: bool = False
    provenance: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its cells by column name, and its line, for messages and links."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column."""
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file in its order. `whole`: none was left out, so that a key that is not among them does not exist."""

    rows: list[Row]
    whole: bool


class Vocabulary:
    """The words that are known in a place, and what to say about one that is not."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(filter(None, words)))

    def instead_of(self, word: str) -> str:
        """The end of a message about an unknown word: the nearest known one, else those that are known, where they are few."""
        near = get_close_matches(word.lower(), self._candidates(word.lower()), n=1, cutoff=0.6)
        if near:
            return f"did you mean '{near[0]}'?"
        return f"expected one of: {', '.join(self._words[:20])}{', …' if len(self._words) > 20 else ''}"

    def _candidates(self, word: str) -> Sequence[str]:
        """Words worth comparing: all, or, where that would take long, those beside it by their start and by their end."""
        if len(self._words) <= COMPARED:
            return self._words
        by_start, by_end = self._sorted
        beside = {*_around(by_start, word), *(other[::-1] for other in _around(by_end, word[::-1]))}
        return sorted(beside)

    @cached_property
    def _sorted(self) -> tuple[list[str], list[str]]:
        return sorted(self._words), sorted(word[::-1] for word in self._words)


def _around(words: list[str], word: str) -> list[str]:
    place = bisect_left(words, word)
    return words[max(0, place - COMPARED // 4) : place + COMPARED // 4]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message about a word that is none of the known ones."""
    return Vocabulary(known).instead_of(word)


def read_table(path: Path, name: str, columns: Sequence[Column], problems: Problems, *, needs_rows: bool = True) -> Table:
    """Reads the table at `path`, called `name` in messages. Rows of the wrong shape are left out and reported.

    An unreadable file gives no rows, with the reason among the problems.
    """
    text = _read_text(path, name, columns, problems)
    if text is None:
        return Table([], whole=False)
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        problems.add(name, len(lines), "the last line has no end", "expected a newline after it: the file may have been cut")
    columns = [column for column in columns if not column.heading or column.name in lines[0].split(",")]
    header_ok = _check_header(lines[0], name, columns, problems)
    lacking = needs_rows and len(lines) == 1
    if lacking:
        problems.add(name, 1, "the table has a header and nothing else", "expected at least one row")
    if not header_ok or lacking:
        return Table([], whole=False)
    rows = []
    whole = True
    for number, line in enumerate(lines[1:], start=2):
        if not _is_row(line, name, number, problems):
            continue
        cells = _split(line, name, number, problems)
        if cells is None:
            whole = False
            continue
        if len(cells) != len(columns):
            problems.add(name, number, f"the row has {len(cells)} fields", f"expected {len(columns)}: {_names(columns)}")
            whole = False
            continue
        row = Row(name, number, dict(zip((column.name for column in columns), cells, strict=True)))
        for column in columns:
            _check_cell(row, column, problems)
        rows.append(row)
    return Table(rows, whole)


def _names(columns: Sequence[Column]) -> str:
    return ",".join(column.name for column in columns)


def _read_text(path: Path, name: str, columns: Sequence[Column], problems: Problems) -> str | None:
    expected = f"expected a table with the header {_names(columns)}"
    try:
        raw = path.read_bytes()
    except OSError:
        problems.add(name, 1, "the file is missing or cannot be read", expected)
        return None
    if not raw.strip():
        problems.add(name, 1, "the file is empty", expected)
        return None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:200]:
        problems.add(name, 1, "the file is UTF-16 or binary", "expected UTF-8: save it as 'CSV UTF-8' or plain CSV")
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.add(name, 1, "the file starts with a byte order mark (BOM)", "expected plain UTF-8 without one")
        raw = raw[3:]
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        problems.add(name, line, "a carriage return stands in the line (CRLF or CR)", "expected LF alone at the end of every line")
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"" if b"\n" in raw else b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.add(name, line, f"byte 0x{raw[error.start]:02x} is not UTF-8", "expected the file to be saved as UTF-8")
        return None
    _check_characters(text, name, problems)
    return text


def _check_characters(text: str, name: str, problems: Problems) -> None:
    """Invisible or misleading characters. The whole text is checked first: mostly there are none."""

    def lines(wrong: Callable[[str], object]) -> Iterator[tuple[int, str]]:
        return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if wrong(line)) if wrong(text) else iter(())

    for number, line in lines(_UNSEEN.search):
        for character in sorted(set(_UNSEEN.findall(line))):
            called = unicodedata.name(character, "a control character").lower()
            problems.add(name, number, f"U+{ord(character):04X} ({called}) stands in the line", "expected characters that can be seen")
    for number, _ in lines(lambda line: "\t" in line):
        problems.add(name, number, "a tab stands in the line", "expected commas between cells and single spaces in them")
    for number, _ in lines(lambda line: not unicodedata.is_normalized("NFC", line)):
        problems.add(name, number, "the text is not in Unicode form NFC", "expected composed characters, as keyboards type them")
    for number, _ in lines(_MOJIBAKE.search):
        wrong = "the text was read in another encoding and saved again (mojibake)"
        problems.add(name, number, wrong, "expected the original characters")


def _check_header(line: str, name: str, columns: Sequence[Column], problems: Problems) -> bool:
    """True where the header is as expected, so that cells can be read by name."""
    expected = [column.name for column in columns]
    if not _is_row(line, name, 1, problems):
        return False
    if line.lower().startswith("sep="):
        problems.add(name, 1, f"a line for a spreadsheet stands here ('{line}')", f"expected the header {','.join(expected)}")
        return False
    for mark, called in ((";", "semicolons"), ("\t", "tabs")):
        if mark in line and "," not in line:
            problems.add(name, 1, f"the cells are separated by {called}", f"expected commas: {','.join(expected)}")
            return False
    found = _split(line, name, 1, problems)
    if found is None or found == expected:
        return found is not None
    before = len(problems.found)
    for column in dict.fromkeys(found):
        if column == "":
            problems.add(name, 1, "a column has no name", f"expected the header {','.join(expected)}")
        elif column not in expected:
            problems.add(name, 1, f"no column '{column}' is known", did_you_mean(column, expected))
        elif found.count(column) > 1:
            problems.add(name, 1, f"column '{column}' stands more than once", "expected it once")
    for column in expected:
        if column not in found:
            problems.add(name, 1, f"column '{column}' is missing", f"expected the header {','.join(expected)}")
    if len(problems.found) == before:
        problems.add(name, 1, "the columns stand in another order", f"expected the header {','.join(expected)}")
    return False


def _is_row(line: str, name: str, number: int, problems: Problems) -> bool:
    if not line.strip(" ,"):
        problems.add(name, number, "the line is blank", "expected a row, or no line at all")
        return False
    if _CONFLICT.match(line):
        problems.add(name, number, f"a conflict marker of git stands here ('{line[:7]}')", "expected one side of the merge")
        return False
    return True


def _split(line: str, name: str, number: int, problems: Problems) -> list[str] | None:
    # Line by line: a newline within a cell is refused, so that a line number always names one row.
    if len(line) > LONGEST_LINE:
        problems.add(name, number, f"the line has {len(line)} characters", f"expected at most {LONGEST_LINE}")
        return None
    if _RECORD.fullmatch(line):
        return next(csv.reader([line]))
    opened = line.count('"') % 2 == 1
    problems.add(
        name,
        number,
        "a quoted cell does not end on this line" if opened else "a quote stands inside a cell and is not doubled",
        'expected cells in "quotes" only where they hold a comma, with "" for a quote, each row on one line',
    )
    return None


def _check_cell(row: Row, column: Column, problems: Problems) -> None:
    cell = row[column.name]
    where = f"the cell '{column.name}'"
    if cell == "":
        if not column.blank:
            problems.add(row.file, row.line, f"{where} is blank", "expected a value")
        return
    trimmed = cell.strip(" ")  # Other white space is refused as a character that cannot be seen.
    if trimmed == "":
        problems.add(row.file, row.line, f"{where} holds only spaces", "expected nothing at all" if column.blank else "expected a value")
    elif cell != trimmed:
        problems.add(row.file, row.line, f"{where} starts or ends with a space", f"expected '{trimmed}'")
    if "  " in trimmed:
        problems.add(row.file, row.line, f"{where} has two spaces in a row", "expected one")
    if len(cell) > LONGEST_CELL:
        problems.add(row.file, row.line, f"{where} has {len(cell)} characters", f"expected at most {LONGEST_CELL}")
    if _PLACEHOLDER.match(cell):
        problems.add(
            row.file,
            row.line,
            f"{where} holds a placeholder, '{cell}'",
            "expected nothing, or a real value" if column.blank else "expected a real value",
        )
    elif _FORMULA.match(cell) and not column.integer:
        problems.add(row.file, row.line, f"{where} starts with '{cell[0]}'", "expected text that a spreadsheet does not run as a formula")
