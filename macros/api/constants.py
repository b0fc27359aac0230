"""The codes as ready-made constants for Python and TypeScript. Pure: a catalogue in, source text out.

A constant's name is made of label and number: unique, and as lasting as both. After a relabelling the old name stays beside
the new one, since programs use it.
"""

from __future__ import annotations

import json
import re
import unicodedata

from .. import addresses
from ..catalogue import Catalogue, Code


def names(catalogue: Catalogue, code: Code) -> list[str]:
    """The names of a code's constant: by its label first, then by the labels that it had before, newest first."""
    labels = [code.label, *(change.was for change in reversed(catalogue.changes_of(code)) if change.was)]
    return list(dict.fromkeys(_name(label, code) for label in labels))


def _name(label: str, code: Code) -> str:
    """`BUSY_3931`, `READY_MINUS_2`: letters and digits of the label without its brackets, then the number."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", "", label)).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    if not words or words[0][0].isdigit():
        words.insert(0, "STATUS")
    return "_".join([*(word.upper() for word in words), code.key.replace("-", "MINUS_")])


def python(catalogue: Catalogue, site: str) -> str:
    """A module with an IntEnum of all codes."""
    lines = [
        f'"""Fax status codes as constants, from {site}{addresses.PYTHON}; data of {catalogue.date}.',
        "",
        "A status that is not listed is no member: FaxStatus(-57) raises ValueError. Its sign still tells the outcome.",
        '"""',
        "",
        "from enum import IntEnum",
        "",
        "",
        "class FaxStatus(IntEnum):",
        '    """Below zero: in process. Zero: sent. Above zero: failed."""',
        "",
    ]
    for code in catalogue.numbered:
        lines += [f"    {name} = {code.number}" for name in names(catalogue, code)]
    return "\n".join(lines) + "\n"


def typescript(catalogue: Catalogue, site: str) -> str:
    """A module with all codes as a constant object, their union as a type, and their labels."""
    lines = [
        f"// Fax status codes as constants, from {site}{addresses.TYPESCRIPT}; data of {catalogue.date}.",
        "// A service may send numbers that are not listed: below zero in process, above zero failed.",
        "",
        "export const FaxStatus = {",
    ]
    for code in catalogue.numbered:
        lines += [f"  {name}: {code.number}," for name in names(catalogue, code)]
    lines += [
        "} as const;",
        "",
        "export type FaxStatus = (typeof FaxStatus)[keyof typeof FaxStatus];",
        "",
        "export const faxStatusLabels: Readonly<Record<FaxStatus, string>> = {",
        *(f"  [{code.number}]: {json.dumps(code.label)}," for code in catalogue.numbered),
        "};",
        "",
        "export function isFaxStatus(value: number): value is FaxStatus {",
        "  return Object.hasOwn(faxStatusLabels, String(value));",
        "}",
    ]
    return "\n".join(lines) + "\n"
