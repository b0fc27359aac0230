"""codes.csv: the status codes, the order of their rows, and the meanings that they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..columns import TABLES
from ..table import Row
from ..values import OTHER_NEGATIVE, Q850_BASE, Arrival, Category, Cause, Code, Detail, NextStep, Outcome
from .next_steps import check_sent_once
from .outcomes import SIGNS
from .tables import INTEGER, Tables, split_words

DOCUMENTED_BY = ("comment", "note", "label")


@dataclass(frozen=True, slots=True)
class References:
    """The values that a row of codes.csv may name."""

    next_steps: Mapping[str, NextStep]
    outcomes: Mapping[str, Outcome]
    categories: Mapping[str, Category]
    arrivals: Mapping[str, Arrival]
    causes: Mapping[int, Cause]


def codes(tables: Tables, references: References) -> dict[str, Code]:
    """The codes, in the order of the file."""
    rows = tables.unique("codes", "code")
    for row in rows.values():
        if row["code"] != OTHER_NEGATIVE:
            tables.integer(row, "code", f"a whole number as the vendor prints it, or {OTHER_NEGATIVE}")
    _check_order(tables, rows)
    values: dict[str, Code] = {}
    # First the rows that hold a meaning, then those that share one: a row may refer to a later one.
    for row in rows.values():
        if bool(row["meaning"]) == bool(row["same_as"]):
            wrong = "holds both a meaning and same_as" if row["meaning"] else "holds neither a meaning nor same_as"
            tables.wrong(row, f"the row {wrong}", "expected one of them: a meaning, or the code whose meaning this one shares")
    for row in sorted(rows.values(), key=lambda row: bool(row["same_as"])):
        shared = _shared(tables, row, rows, values) if row["same_as"] else None
        code = _code(tables, references, row, shared)
        if code:
            values[code.key] = code
    return {key: values[key] for key in rows if key in values}


def _code(tables: Tables, references: References, row: Row, shared: Code | None) -> Code | None:
    outcome = tables.known(row, "outcome", references.outcomes, "outcomes")
    category = tables.known(row, "category", references.categories, "categories")
    arrival = tables.known(row, "arrival", references.arrivals, "arrivals")
    own_step = tables.known(row, "next", references.next_steps, "next_steps")
    tables.one_of(row, "documented_by", DOCUMENTED_BY)
    key = row["code"]
    number = int(key) if INTEGER.fullmatch(key) else None
    if outcome:
        _check_sign(tables, row, number, outcome)
    if category:
        _check_note(tables, row, category)
    if row["printed"] and row["printed"] == row["label"]:
        tables.wrong(row, "'printed' repeats the label", "expected it only where the source prints the label otherwise")
    if not (outcome and category and arrival):
        return None
    step = own_step or category.next
    check_sent_once(tables, row, step, outcome.sign)
    return Code(
        key=key,
        number=number,
        outcome=outcome,
        category=category,
        label=row["label"],
        printed=row["printed"] or row["label"],
        documented_by=row["documented_by"],
        meaning=shared.meaning if shared else tables.statement("codes", row, "meaning"),
        same_as=shared,
        action=shared.action if shared else tables.optional("codes", row, "action"),
        contact=shared.contact if shared else tables.optional("codes", row, "contact"),
        next=step,
        advice=tables.optional("codes", row, "advice") or category.advice,
        arrival=arrival,
        remark=tables.optional("codes", row, "remark"),
        synonyms=(shared.synonyms if shared else ()) + tables.words(row, "synonyms"),
        cause=references.causes.get(number - Q850_BASE) if number is not None else None,
        details=_details(tables, row),
        line=row.line,
    )


def _details(tables: Tables, row: Row) -> tuple[Detail, ...]:
    columns = [column for column in TABLES["codes"] if column.heading and row.cells.get(column.name)]
    return tuple(Detail(column.name, column.heading, tables.statement("codes", row, column.name)) for column in columns)


def _shared(tables: Tables, row: Row, rows: Mapping[str, Row], codes: Mapping[str, Code]) -> Code | None:
    key = row["same_as"]
    if key not in rows:
        if "codes" in tables.whole:
            tables.wrong(row, f"same_as names no code '{key}'", tables.key_instead("codes", key))
        return None
    if rows[key]["same_as"]:
        target = "itself" if key == row["code"] else f"{key}, which has no meaning of its own"
        tables.wrong(row, f"same_as names {target}", "expected a code whose row holds the meaning")
        return None
    for column in ("action", "contact"):
        if row[column]:
            tables.wrong(row, f"'{column}' is given beside same_as", f"expected nothing: the row of {key} gives it")
    for word in set(split_words(row["synonyms"])) & set(split_words(rows[key]["synonyms"])):
        tables.wrong(row, f"'{word}' in synonyms stands in the row of {key} already", "expected it once")
    for column, table in (("outcome", "outcomes"), ("category", "categories")):
        own, theirs = row[column], rows[key][column]
        if own != theirs and {own, theirs} <= tables.keys[table]:
            tables.wrong(row, f"{column} '{own}' differs from that of {key}, whose meaning it shares", f"expected '{theirs}'")
    return codes.get(key)


def _check_sign(tables: Tables, row: Row, number: int | None, outcome: Outcome) -> None:
    if number is None and row["code"] != OTHER_NEGATIVE:
        return  # Not an integer: noted already.
    sign = "negative" if number is None or number < 0 else "positive" if number else "zero"
    if outcome.sign in SIGNS and outcome.sign != sign:
        tables.wrong(row, f"outcome '{outcome.key}' contradicts the sign of {row['code']}", f"expected the outcome of {sign} numbers")


def _check_note(tables: Tables, row: Row, category: Category) -> None:
    marked = row["documented_by"] == "note"
    has_note = bool(category.note or category.note_mark)
    if marked and not has_note:
        wrong = f"the row refers to a footnote, and category '{category.key}' has none"
        tables.wrong(row, wrong, "expected documented_by comment or label")
    if has_note and row["documented_by"] in DOCUMENTED_BY and not marked:
        wrong = f"category '{category.key}' has a footnote, and the row does not refer to it"
        tables.wrong(row, wrong, "expected documented_by note")


def _check_order(tables: Tables, rows: Mapping[str, Row]) -> None:
    """Negative numbers first, as the source lists them, then the rule, then zero and the positive ones ascending."""
    before, latest = "", -2  # Every negative number ranks as -2, the rule as -1.
    for key, row in rows.items():
        if key != OTHER_NEGATIVE and not INTEGER.fullmatch(key):
            continue
        rank = -1 if key == OTHER_NEGATIVE else -2 if key.startswith("-") else int(key)
        if rank < latest:
            expected = {-2: f"negative numbers first, then {OTHER_NEGATIVE}", -1: "it before zero"}
            subject = "the rule" if rank == -1 else "code"
            tables.wrong(row, f"{subject} {key} stands after {before}", f"expected {expected.get(rank, 'ascending order from zero on')}")
        before, latest = key, rank
    if "codes" in tables.whole and OTHER_NEGATIVE not in rows:
        last = tables.rows["codes"][-1]
        tables.wrong(last, f"no row '{OTHER_NEGATIVE}' was found up to here", "expected the rule for other negative numbers as a row")
