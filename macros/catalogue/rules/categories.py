"""categories.csv: the groups of codes, and the vendor's footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..table import Row
from ..values import Category, NextStep
from .tables import Tables

NOTE_MARK = re.compile(r"[*†‡§¶]{0,3}|[¹²³]")
"""The marks of footnotes as printed pages have them."""


def categories(tables: Tables, steps: Mapping[str, NextStep]) -> dict[str, Category]:
    """The categories."""
    values = tables.keyed("categories", lambda row: _category(tables, row, steps))
    tables.check_once("categories", "name")
    tables.check_once("categories", "note_mark")
    return values


def _category(tables: Tables, row: Row, steps: Mapping[str, NextStep]) -> Category | None:
    if not NOTE_MARK.fullmatch(row["note_mark"]):
        tables.wrong(row, f"no footnote mark '{row['note_mark']}'", "expected a mark such as *, ** or †, or nothing")
    if bool(row["note_mark"]) != bool(row["note"]):
        tables.wrong(row, "a footnote's mark and its text do not come together", "expected both of note_mark and note, or neither")
    step = tables.known(row, "next", steps, "next_steps")
    if not step:
        return None
    return Category(
        key=row["category"],
        name=row["name"],
        summary=tables.statement("categories", row, "summary"),
        note_mark=row["note_mark"],
        note=tables.optional("categories", row, "note"),
        next=step,
        advice=tables.statement("categories", row, "advice"),
        contact=tables.statement("categories", row, "contact"),
        synonyms=tables.words(row, "synonyms"),
        line=row.line,
    )
