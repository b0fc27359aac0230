"""A small copy of the project's data for tests that break it, and the ways of breaking it.

The copy holds a few real rows, named here by their keys, so that its line numbers stay what they are when rows are added to data/.
"""

from __future__ import annotations

from pathlib import Path

from macros.catalogue import TABLES
from tests.support.tables import records, written

DATA = Path(__file__).parent.parent.parent / "data"

KEPT = {
    "sources": "status-codes general-questions system-limitations q850",
    "arrivals": "all possibly pending held none-busy none-no-answer none-number none-no-credit unknown",
    "categories": "in-progress sent credit canceled busy no-answer number telephony incompatibility",
    "codes": "-11 -1 -2 -3 -22 other-negative 0 263 403 3072 3080 3211 3220 3931 3935 6001 6003 205000",
    "q850": "1 3 5 6",
    "facts": "tries landing-bell polling-limit",
}
"""The rows that the small copy keeps, by the key in their first cell; of the log it keeps the first row, of the other tables all."""


def small_copy(folder: Path) -> Path:
    """Writes the small copy to `folder`/data and returns that folder."""
    data = folder / "data"
    data.mkdir()
    for table in TABLES:
        header, *rows = records((DATA / f"{table}.csv").read_bytes())
        kept = KEPT[table].split() if table in KEPT else None
        rows = rows[:1] if table == "changes" else [row for row in rows if kept is None or row[0] in kept]
        (data / f"{table}.csv").write_bytes(written([header, *rows]))
    return data
