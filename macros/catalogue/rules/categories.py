"""categories.csv: the groups of codes, and the vendor's footnotes; lists.csv: the lists of faxes in triage."""

from __future__ import annotations

from ..table import Row
from ..values import Category, TriageList
from .origins import PROVENANCES
from .tables import Tables

FIX_FIRST = ("document", "number", "credit")
"""What may have to be fixed before a fax is sent again. Each has a list of triage."""

LISTS = ("in-process", "in-part", *FIX_FIRST)


def categories(tables: Tables) -> dict[str, Category]:
    """The categories."""
    values = tables.keyed("categories", lambda row: _category(tables, row))
    tables.check_once("categories", "name")
    tables.check_once("categories", "note_mark")
    return values


def _category(tables: Tables, row: Row) -> Category:
    if row["note_mark"] not in ("", "*", "**"):
        tables.wrong(row, f"no footnote mark '{row['note_mark']}'", "expected * or **, or nothing")
    if bool(row["note_mark"]) != bool(row["note"]):
        tables.wrong(row, "a footnote's mark and its text do not come together", "expected both of note_mark and note, or neither")
    tables.one_of(row, "fix_first", FIX_FIRST)
    return Category(
        key=row["category"],
        name=row["name"],
        summary=tables.statement("categories", row, "summary"),
        note_mark=row["note_mark"],
        note=tables.optional("categories", row, "note"),
        advice=tables.statement("categories", row, "advice"),
        contact=tables.statement("categories", row, "contact"),
        synonyms=tables.words(row, "synonyms"),
        fix_first=row["fix_first"],
        line=row.line,
    )


def lists(tables: Tables) -> dict[str, TriageList]:
    """The lists of triage; each of LISTS has a row."""

    def triage_list(row: Row) -> TriageList:
        tables.one_of(row, "list", LISTS)
        tables.one_of(row, "provenance", PROVENANCES)
        return TriageList(row["list"], row["name"], tables.statement("lists", row, "why"))

    values = tables.keyed("lists", triage_list)
    tables.check_complete("lists", LISTS, ", ".join(LISTS))
    return values
