"""changes.csv: the log of changes, oldest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from ..table import Row
from ..values import Change, Code
from .tables import Tables

CHANGES = ("published", "added", "relabelled", "explained", "retired")
"""Types of changes. A code is never removed: `retired` says that the vendor no longer lists it; it keeps its page and its row."""

_DATE = re.compile(r"20\d\d-\d\d-\d\d")


def changes(tables: Tables, codes: Mapping[str, Code]) -> tuple[Change, ...]:
    """The log. The first publication is about every code that no later entry adds."""
    rows = tables.rows["changes"]
    added = {key for row in rows if row["change"] == "added" for key in row["codes"].split()}
    values: list[Change] = []
    on_this_day: Counter[str] = Counter()
    for place, row in enumerate(rows):
        _check(tables, row, rows[place - 1] if place else None)
        keys = row["codes"].split() if place else [key for key in codes if key not in added]
        named = tuple(codes[key] for key in keys if key in codes)
        on_this_day[row["date"]] += 1
        values.append(Change(f"{row['date']}-{on_this_day[row['date']]}", row["date"], named, row["change"], row["was"], row["what"]))
    return tuple(values)


def _check(tables: Tables, row: Row, before: Row | None) -> None:
    tables.one_of(row, "change", CHANGES)
    first = row["change"] == "published"
    if not _is_date(row["date"]):
        tables.wrong(row, f"'{row['date']}' is not a date", "expected YYYY-MM-DD, a day that the calendar has")
    elif before and row["date"] < before["date"]:
        tables.wrong(row, f"{row['date']} stands after {before['date']}", "expected the newest entry last")
    if first != (before is None):
        wrong = f"the entry is of the type '{row['change']}'"
        tables.wrong(row, wrong, "expected 'published' in the first row and nowhere else")
    elif first == bool(row["codes"]):
        expected = "expected none: the first publication is about all" if first else "expected the codes that it is about"
        tables.wrong(row, f"the entry names {'codes' if first else 'no code'}", expected)
    if (row["change"] == "relabelled") != bool(row["was"]):
        wrong = f"the label before is {'given' if row['was'] else 'missing'}"
        tables.wrong(row, wrong, "expected it in 'was' where the change is relabelled, and nowhere else")
    for key in row["codes"].split():
        if key not in tables.keys["codes"] and "codes" in tables.whole:
            tables.wrong(row, f"no code '{key}'", tables.key_instead("codes", key))


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
