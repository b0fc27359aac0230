"""facts.csv and answers.csv: what other pages state, and what is said about numbers without a page."""

from __future__ import annotations

import re
from collections import Counter

from ..table import Row, did_you_mean
from ..values import Fact, Statement
from .origins import PROVENANCES
from .tables import INTEGER, Tables

PAGES = ("about", "integrate", "legend", "lookup", "triage")
"""Pages that a fact may be about, beside outcomes, categories and codes."""

ANSWERS: dict[str, set[str]] = {
    "submit-question": {"code"},
    "unlisted-label": {"outcome"},
    "unlisted-negative": set(),
    "unlisted-failure": set(),
    "unlisted-advice": set(),
    "q850-cause": {"code", "cause", "name"},
    "billed": set(),
    "received-status": set(),
}
"""The answers about numbers without a page, one about any fax and one about received ones, and the placeholders that each may use."""

_REFERENCES = {"outcome": "outcomes", "category": "categories", "code": "codes"}


def facts(tables: Tables) -> dict[str, Fact]:
    """The facts of other pages."""
    return tables.keyed("facts", lambda row: _fact(tables, row))


def _fact(tables: Tables, row: Row) -> Fact | None:
    about = tuple(row["about"].split())
    numbers: list[int] = []
    for reference, times in Counter(about).items():
        if times > 1:
            tables.wrong(row, f"'{reference}' stands twice in about", "expected it once")
        numbers += _reference(tables, row, reference)
    source = tables.known(row, "source", tables.sources, "sources")
    return Fact(row["fact"], about, tuple(numbers), tables.statement("facts", row, "statement", source), source) if source else None


def _reference(tables: Tables, row: Row, reference: str) -> list[int]:
    """Checks one reference of a fact; returns the number if it is about an unlisted one."""
    to, _, key = reference.partition(":")
    if to == "number":
        if INTEGER.fullmatch(key) and key not in tables.keys["codes"]:
            return [int(key)]
        tables.wrong(row, f"'{reference}' is no number without a row of its own", "expected one that is not listed, or code:…")
    elif to == "page":
        if key not in PAGES:
            tables.wrong(row, f"no page '{key}'", did_you_mean(key, sorted(PAGES)))
    elif to not in _REFERENCES:
        tables.wrong(row, f"'{reference}' in about is no reference", "expected code:…, category:…, outcome:…, page:… or number:…")
    elif key not in tables.keys[_REFERENCES[to]] and _REFERENCES[to] in tables.whole:
        tables.wrong(row, f"no {to} '{key}'", tables.key_instead(_REFERENCES[to], key))
    return []


def answers(tables: Tables) -> dict[str, Statement]:
    """What is said about numbers without a page; each of ANSWERS has a row."""
    values = tables.keyed("answers", lambda row: _answer(tables, row))
    tables.check_complete("answers", ANSWERS, ", ".join(ANSWERS))
    return values


def _answer(tables: Tables, row: Row) -> Statement:
    tables.one_of(row, "answer", ANSWERS)
    tables.one_of(row, "provenance", PROVENANCES)
    allowed = ANSWERS.get(row["answer"], set())
    for name in re.findall(r"\{([^{}]*)\}", row["text"]):
        if name not in allowed and row["answer"] in ANSWERS:
            expected = f"expected one of: {', '.join(sorted(allowed))}" if allowed else "expected text alone"
            tables.wrong(row, f"nothing is filled in for '{{{name}}}'", expected)
    return tables.statement("answers", row, "text")
