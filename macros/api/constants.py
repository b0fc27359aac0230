"""The names of codes as constants in programs. Their modules for Python and TypeScript are templates.

A constant's name is made of label and number: as lasting as both, and unique, since the number alone tells codes apart. After a
relabelling the old name stays beside the new one, since programs use it.
"""

from __future__ import annotations

import re
import unicodedata

from ..catalogue import Catalogue, Code


def names(catalogue: Catalogue, code: Code) -> list[str]:
    """The names of a code's constant: from its label, then from its former labels, newest first."""
    labels = [code.label, *(change.was for change in reversed(catalogue.changes_of(code)) if change.was)]
    return list(dict.fromkeys(_name(label, code) for label in labels))


def _name(label: str, code: Code) -> str:
    """`BUSY_3931`, `READY_MINUS_2`: letters and digits of the label without its brackets, then the number."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", "", label)).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    if not words or words[0][0].isdigit():
        words.insert(0, "STATUS")
    if words[-1].upper() == "MINUS":
        words.append("PLUS")  # "Minus" as the label of 11 is not the sign of -11.
    return "_".join([*(word.upper() for word in words), code.key.replace("-", "MINUS_")])
