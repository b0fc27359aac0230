"""states.csv and transitions.csv: the boxes and arrows of a fax's life."""

from __future__ import annotations

from collections.abc import Mapping

from ..table import Row
from ..values import Code, Outcome, State, Transition
from .origins import PROVENANCES
from .tables import Tables


def states(tables: Tables, outcomes: Mapping[str, Outcome], codes: Mapping[str, Code]) -> dict[str, State]:
    """The states: each at a place of its own, and each code in one of them."""
    values = tables.keyed("states", lambda row: _state(tables, row, outcomes, codes))
    places: dict[tuple[str, str], str] = {}
    homes: dict[str, str] = {}
    for row in tables.rows["states"]:
        place = (row["column"], row["row"])
        if place in places:
            tables.wrong(row, f"state '{row['state']}' stands where '{places[place]}' stands", "expected one state in a place")
        places.setdefault(place, row["state"])
        for key in row["codes"].split():
            if key in homes:
                tables.wrong(row, f"code {key} stands in state '{homes[key]}' already", "expected a code in one state")
            homes.setdefault(key, row["state"])
    return values


def _state(tables: Tables, row: Row, outcomes: Mapping[str, Outcome], codes: Mapping[str, Code]) -> State | None:
    outcome = tables.known(row, "outcome", outcomes, "outcomes")
    for key in row["codes"].split():
        if key not in tables.keys["codes"]:
            if "codes" in tables.whole:
                tables.wrong(row, f"no code '{key}'", tables.key_instead("codes", key))
        elif outcome and key in codes and codes[key].outcome is not outcome:
            tables.wrong(row, f"code {key} is '{codes[key].outcome.key}', its state is '{outcome.key}'", "expected the same outcome")
    column, place = _place(tables, row, "column"), _place(tables, row, "row")
    named = tuple(codes[key] for key in row["codes"].split() if key in codes)
    return State(row["state"], row["name"], outcome, named, column, place, row["comment"]) if outcome else None


def _place(tables: Tables, row: Row, column: str) -> int:
    number = tables.integer(row, column)
    if number is not None and not 1 <= number <= 9:
        tables.wrong(row, f"{column} {number} lies outside the picture", "expected 1 to 9")
    return number or 0


def transitions(tables: Tables, states: Mapping[str, State]) -> tuple[Transition, ...]:
    """The transitions, each pair of states once."""
    drawn: dict[tuple[str, str], int] = {}
    for row in tables.rows["transitions"]:
        arrow = (row["from"], row["to"])
        if arrow in drawn:
            tables.wrong(row, f"the arrow from '{arrow[0]}' to '{arrow[1]}' stands already on line {drawn[arrow]}", "expected it once")
        drawn.setdefault(arrow, row.line)
    return tuple(filter(None, (_transition(tables, row, states) for row in tables.rows["transitions"])))


def _transition(tables: Tables, row: Row, states: Mapping[str, State]) -> Transition | None:
    origin, target = tables.known(row, "from", states, "states"), tables.known(row, "to", states, "states")
    tables.one_of(row, "provenance", PROVENANCES)
    if not (origin and target):
        return None
    if origin is target:
        tables.wrong(row, f"the state '{origin.key}' changes into itself", "expected two different states")
    if origin.outcome.final:
        tables.wrong(row, f"the state '{origin.key}' is final", "expected no arrow from it")
    return Transition(origin, target, tables.statement("transitions", row, "when"))
