"""q850.csv: the ITU-T Q.850 causes, and how the vendor's labels compare with them."""

from __future__ import annotations

from collections.abc import Mapping

from ..table import Row
from ..values import Q850_BASE, Q850_CAUSES, VERDICTS, Cause, Code, Provenance
from .tables import INTEGER, Tables


def causes(tables: Tables) -> dict[int, Cause]:
    """The causes by number."""
    values: dict[int, Cause] = {}
    latest = -1
    derived = tables.provenances.get("derived") or Provenance("derived", "", "")
    for row in tables.rows["q850"]:
        number = tables.integer(row, "cause")
        if number is None:
            continue
        if number not in Q850_CAUSES:
            tables.wrong(row, f"{number} is not a Q.850 cause", f"expected {Q850_CAUSES[0]} to {Q850_CAUSES[-1]}")
        elif number <= latest:
            tables.wrong(row, f"cause {number} stands after cause {latest}", "expected every cause once, in ascending order")
        latest = max(latest, number)
        tables.one_of(row, "verdict", VERDICTS)
        if bool(row["name"]) == (row["verdict"] == "unassigned"):
            tables.wrong(row, "a cause without a name has to be marked unassigned, and no other", "expected a name or that verdict")
        values[number] = Cause(number, row["name"], row["verdict"], row["remark"], row["plain"], derived)
    return values


def check_verdicts(tables: Tables, codes: Mapping[str, Code]) -> None:
    """A cause has a verdict exactly if its code is listed; each listed code has a row for its cause, where there are any."""
    if "codes" not in tables.whole:
        return
    for row in tables.rows["q850"]:
        if INTEGER.fullmatch(row["cause"]) and int(row["cause"]) in Q850_CAUSES:
            _check_verdict(tables, row, Q850_BASE + int(row["cause"]))
    if "q850" not in tables.whole or not tables.rows["q850"]:
        return
    for code in codes.values():
        if code.number is not None and code.number - Q850_BASE in Q850_CAUSES and code.cause is None:
            row = tables.rows["q850"][-1]
            tables.wrong(row, f"code {code.number} is listed, and cause {code.number - Q850_BASE} has no row", "expected one")


def _check_verdict(tables: Tables, row: Row, number: int) -> None:
    listed = str(number) in tables.keys["codes"]
    if listed and not row["plain"]:
        tables.wrong(row, f"code {number} is listed, and nothing says in plain words what its cause means", "expected a sentence")
    if listed and not row["verdict"]:
        tables.wrong(row, f"code {number} is listed, and no verdict compares it", f"expected one of: {', '.join(VERDICTS)}")
    if not listed and row["verdict"]:
        tables.wrong(row, f"a verdict compares code {number}, which is not listed", "expected no verdict")
