"""Rules across all tables: every row is used, and no text refers to a footnote mark."""

from __future__ import annotations

import re

from ..columns import TABLES
from .origins import whole_tables
from .tables import Tables

_USERS = (
    ("outcomes", {"codes": ("outcome",)}, "a code with this outcome"),
    ("categories", {"codes": ("category",)}, "a code in this category"),
    ("arrivals", {"codes": ("arrival",)}, "a code with this answer"),
    ("next_steps", {"codes": ("next",), "categories": ("next",), "outcomes": ("next",)}, "a code, category or outcome with this step"),
    ("sources", {"facts": ("source",)}, "a fact from this source"),
    ("states", {"transitions": ("from", "to")}, "an arrow to or from this state"),
)
_DANGLING = re.compile(r"\bsee\s*[*†‡§¶¹²³]", re.IGNORECASE)


def check_used(tables: Tables) -> None:
    """Each row is used by another table, if that table could be read whole."""
    for table, users, expected in _USERS:
        if not users.keys() <= tables.whole:
            continue
        column = TABLES[table][0].name
        used = {row[reference] for user, references in users.items() for row in tables.rows[user] for reference in references}
        if table == "sources":
            used |= whole_tables(tables)
        for row in tables.rows[table]:
            if row[column] and row[column] not in used:
                tables.wrong(row, f"{column} '{row[column]}' is used nowhere", f"expected {expected}, or no row")


def check_footnote_marks(tables: Tables) -> None:
    """No text says "See *": it holds the fact itself, or the note of the category does."""
    for rows in tables.rows.values():
        for row in rows:
            for column, cell in row.cells.items():
                if _DANGLING.search(cell):
                    tables.wrong(row, f"'{column}' points at a footnote mark", "expected the fact itself")
