"""Catalogues of any size in the form of data/: the real rows, and as many made-up failures after them as are asked for.

Every made-up code says something of its own, so that a text written once is not what makes a build fast.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

FIRST = 300_000
"""Where made-up numbers start: above all real ones."""

_CAUSES = (
    "The line was busy",
    "Nobody answered",
    "The call was cut off",
    "The other machine refused the page",
    "The document could not be read",
)
_PLACES = ("while dialing", "during the handshake", "before the first page", "between two pages", "after the last page", "in the queue")
_SIGNS = ("and the gateway noticed it at once", "and a retry did not help", "so the fax was given up", "which the carrier reported")


def write(source: Path, target: Path, size: int) -> None:
    """Writes the tables of `source` (a data folder) to `target` with `size` codes in all, the rule for other negative numbers included."""
    shutil.copytree(source, target, dirs_exist_ok=True)
    with (source / "codes.csv").open(encoding="utf-8", newline="") as file:
        real = list(csv.DictReader(file))
    with (source / "categories.csv").open(encoding="utf-8", newline="") as file:
        noted = {row["category"] for row in csv.DictReader(file) if row["note"]}
    categories = sorted({row["category"] for row in real if row["outcome"] == "failure"} - noted)
    with (target / "codes.csv").open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(real[0]), lineterminator="\n", restval="")
        for place in range(size - len(real)):
            writer.writerow(_row(FIRST + place, categories[place % len(categories)]))


def _row(number: int, category: str) -> dict[str, str]:
    cause, where, sign = (words[number // step % len(words)] for words, step in ((_CAUSES, 1), (_PLACES, 5), (_SIGNS, 30)))
    return {
        "code": str(number),
        "outcome": "failure",
        "category": category,
        "label": f"{cause} ({number % 1000})",
        "documented_by": "comment",
        "meaning": f"{cause} {where}, {sign}; the trunk's own report {number} tells more.",
        "arrival": "unknown",
    }
