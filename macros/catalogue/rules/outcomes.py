"""outcomes.csv, the colour legend, and arrivals.csv, the answers to "did pages arrive?"."""

from __future__ import annotations

from collections.abc import Mapping

from ..colour import GRAPHICS_AA, PAGE_BACKGROUND, TEXT_AA, contrast, is_colour
from ..table import Row
from ..values import Arrival, Colours, NextStep, Outcome
from .next_steps import check_sent_once
from .origins import PROVENANCES
from .tables import Tables

SIGNS = ("negative", "zero", "positive")
LINES = ("dashed", "solid", "double")
ICONS = ("check", "clock", "cross")
"""The icons that an outcome may have, each a file of pages/icons/."""


def outcomes(tables: Tables, steps: Mapping[str, NextStep]) -> dict[str, Outcome]:
    """The outcomes; each sign has exactly one."""
    values = tables.keyed("outcomes", lambda row: _outcome(tables, row, steps))
    rows = tables.rows["outcomes"]
    if "outcomes" in tables.whole and all(row["sign"] in SIGNS for row in rows):
        for sign in SIGNS:
            having = sum(row["sign"] == sign for row in rows)
            if having != 1:
                tables.wrong(rows[-1], f"{having} outcomes have the sign '{sign}'", "expected exactly one")
    return values


def _outcome(tables: Tables, row: Row, steps: Mapping[str, NextStep]) -> Outcome | None:
    tables.one_of(row, "sign", SIGNS)
    tables.one_of(row, "line", LINES)
    tables.one_of(row, "final", ("yes", "no"))
    tables.one_of(row, "icon", ICONS)
    step = tables.known(row, "next", steps, "next_steps")
    if not step:
        return None
    check_sent_once(tables, row, step, row["sign"])
    return Outcome(
        key=row["outcome"],
        name=row["name"],
        sign=row["sign"],
        final=row["final"] == "yes",
        meaning=tables.statement("outcomes", row, "meaning"),
        action=tables.optional("outcomes", row, "action"),
        next=step,
        icon=row["icon"],
        line=row["line"],
        **{scheme: _colours(tables, row, scheme) for scheme in PAGE_BACKGROUND},
    )


def _colours(tables: Tables, row: Row, scheme: str) -> Colours:
    cells = {part: row[f"{scheme}_{part}"] for part in ("text", "background", "border")}
    bad = {part: cell for part, cell in cells.items() if not is_colour(cell)}
    for part, cell in bad.items():
        if cell:
            tables.wrong(row, f"{scheme}_{part} '{cell}' is not a colour", "expected # and six of 0-9a-f")
    colours = Colours(**cells)
    if bad:
        return colours
    pairs = (
        ("text", colours.text, f"its background {colours.background}", colours.background, TEXT_AA),
        ("border", colours.border, f"the {scheme} page {PAGE_BACKGROUND[scheme]}", PAGE_BACKGROUND[scheme], GRAPHICS_AA),
    )
    for part, colour, behind_name, behind, least in pairs:
        ratio = contrast(colour, behind)
        if ratio < least:
            wrong = f"{scheme}_{part} {colour} on {behind_name} has a contrast of {ratio:.2f}"
            tables.wrong(row, wrong, f"expected at least {least} (WCAG AA)")
    return colours


def arrivals(tables: Tables) -> dict[str, Arrival]:
    """The answers to "did pages arrive?"."""

    def arrival(row: Row) -> Arrival:
        tables.one_of(row, "provenance", PROVENANCES)
        return Arrival(row["arrival"], row["answer"], tables.statement("arrivals", row, "explanation"))

    return tables.keyed("arrivals", arrival)
