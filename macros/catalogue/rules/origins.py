"""provenances.csv and sources.csv: where statements come from."""

from __future__ import annotations

import re

from ..table import Row
from ..values import Provenance, Source
from .tables import STATUS_CODES, Tables

PROVENANCES = ("stated", "derived", "advice", "unknown")

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def whole_tables(tables: Tables) -> set[str]:
    """Sources of whole tables, not of single facts: the vendor's status-code page, and the Q.850 standard where there are causes."""
    no_causes = "q850" in tables.whole and not tables.rows["q850"]
    return {STATUS_CODES} if no_causes else {STATUS_CODES, "q850"}


def provenances(tables: Tables) -> dict[str, Provenance]:
    """The provenances; each of PROVENANCES has a row."""
    values = tables.keyed("provenances", lambda row: Provenance(row["provenance"], row["name"], row["meaning"]))
    for row in tables.rows["provenances"]:
        tables.one_of(row, "provenance", PROVENANCES)
    tables.check_complete("provenances", PROVENANCES, ", ".join(PROVENANCES))
    return values


def sources(tables: Tables) -> dict[str, Source]:
    """The pages that facts come from."""

    def source(row: Row) -> Source:
        if row["url"] and not re.fullmatch(r"https://[!-~]+", row["url"]):
            tables.wrong(row, f"'{row['url']}' is not a web address", "expected https://…, or nothing where only the title is known")
        if not _MONTH.fullmatch(row["retrieved"]):
            tables.wrong(row, f"'{row['retrieved']}' is not a month", "expected YYYY-MM, when the page was read")
        return Source(row["source"], row["title"], row["publisher"], row["url"], row["retrieved"])

    values = tables.keyed("sources", source)
    for key in sorted(whole_tables(tables) - tables.keys["sources"]):
        if "sources" in tables.whole:
            tables.wrong(tables.rows["sources"][-1], f"no source '{key}' was found up to here", "expected the source of a whole table")
    return values
