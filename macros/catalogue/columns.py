"""The columns of each table of data/, in the order of its file, and the provenance of their texts."""

from __future__ import annotations

from .colour import PAGE_BACKGROUND
from .table import Column


def _columns(*names: str, blank: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name, blank=blank) for name in names)


TABLES: dict[str, tuple[Column, ...]] = {
    "provenances": _columns("provenance", "name", "meaning"),
    "sources": (*_columns("source", "title", "publisher"), Column("url", blank=True), Column("retrieved")),
    "outcomes": (
        *_columns("outcome", "name", "sign", "final"),
        Column("meaning", provenance="stated"),
        Column("action", blank=True, provenance="stated"),
        *_columns("next", "icon", "line"),
        *_columns(*(f"{scheme}_{part}" for scheme in PAGE_BACKGROUND for part in ("text", "background", "border"))),
    ),
    "arrivals": _columns("arrival", "answer", "explanation", "provenance"),
    "next_steps": (*_columns("step", "name", "icon", "resend"), Column("why", provenance="advice")),
    "categories": (
        *_columns("category", "name"),
        Column("summary", provenance="derived"),
        Column("note_mark", blank=True),
        Column("note", blank=True, provenance="stated"),
        Column("next"),
        Column("advice", provenance="advice"),
        Column("contact", provenance="advice"),
        Column("synonyms", blank=True),
    ),
    "codes": (
        Column("code", integer=True),
        *_columns("outcome", "category", "label"),
        Column("printed", blank=True),
        Column("documented_by"),
        Column("meaning", blank=True, provenance="stated"),
        Column("same_as", blank=True, integer=True),
        Column("action", blank=True, provenance="stated"),
        Column("contact", blank=True, provenance="stated"),
        Column("next", blank=True),
        Column("advice", blank=True, provenance="advice"),
        Column("arrival"),
        Column("remark", blank=True, provenance="derived"),
        Column("synonyms", blank=True),
    ),
    "states": (*_columns("state", "name", "outcome"), Column("codes", blank=True, integer=True), *_columns("column", "row", "comment")),
    "transitions": _columns("from", "to", "when", "provenance"),
    "q850": (Column("cause"), *_columns("name", "verdict", "remark", "plain", blank=True)),
    "facts": (*_columns("fact", "about"), Column("statement", provenance="stated"), Column("source")),
    "answers": _columns("answer", "provenance", "text"),
    "redirects": _columns("from", "to"),
    "changes": (Column("date"), Column("codes", blank=True, integer=True), Column("change"), Column("was", blank=True), Column("what")),
}
"""A column without a provenance of its own takes that of the row, in the column `provenance`."""

MAY_BE_EMPTY = {"states", "transitions", "q850", "facts", "redirects"}
"""Tables that need no row: a vendor without a lifecycle, without ITU-T Q.850 or without other pages, a site that never moved a page. What
shows them is then left out."""
