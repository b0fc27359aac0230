"""redirects.csv: addresses that have changed, and where each leads. publish() checks them against the pages, which it alone knows."""

from __future__ import annotations

import re

from ..values import Redirect
from .tables import Tables

_PAGE = re.compile(r"(-?[a-z0-9]+(-[a-z0-9]+)*/)+")


def redirects(tables: Tables) -> tuple[Redirect, ...]:
    """The redirects. Each leads to its page at once, not to another redirect."""
    rows = tables.unique("redirects", "from")
    for row in tables.rows["redirects"]:
        for column in ("from", "to"):
            if row[column] and not _PAGE.fullmatch(row[column]):
                tables.wrong(row, f"'{row[column]}' is not the address of a page", "expected it from the site's root, such as codes/0/")
        if row["to"] in rows:
            wrong = f"'{row['to']}' leads on itself, on line {rows[row['to']].line}"
            tables.wrong(row, wrong, "expected the page where it ends")
    return tuple(Redirect(row["from"], row["to"], row.line) for row in rows.values())
