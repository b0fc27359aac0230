"""No code is lost, no label and no constant changes without a word: published.csv remembers what was published once.

A row is added with a code, and never changed or removed. `since` is the day of its first entry in data/changes.csv.
"""

from __future__ import annotations

import csv
from pathlib import Path

from macros.api import constants
from macros.catalogue import Catalogue, Code

with (Path(__file__).parent / "published.csv").open(encoding="utf-8", newline="") as _file:
    RECORDED = {row["code"]: row for row in csv.DictReader(_file)}


def constants_of(catalogue: Catalogue, code: Code) -> list[str]:
    return constants.names(catalogue, code) if code.number is not None else [""]


def test_every_published_code_is_kept(catalogue: Catalogue) -> None:
    lost = [key for key in RECORDED if key not in catalogue.codes]
    assert lost == [], "keep their rows in data/codes.csv, and say in data/changes.csv that they are retired"


def test_every_code_is_recorded(catalogue: Catalogue) -> None:
    lines = []
    for key, code in catalogue.codes.items():
        if key not in RECORDED:
            line = f"{key},{code.label},{constants_of(catalogue, code)[0]},DATE"
            lines.append(f"tests/data/published.csv lacks {key}; at its end, with the day's date, add: {line}")
    assert not lines, "\n".join(lines)


def test_every_new_code_is_in_the_log(catalogue: Catalogue) -> None:
    """Its page and the feed take its date from there."""
    lines = []
    for key, row in RECORDED.items():
        first = catalogue.changes_of(catalogue.codes[key])[0]
        if first.date != row["since"]:
            lines.append(f"data/changes.csv lacks {key}; at its end, add: {row['since']},{key},added,,What is new in a sentence.")
    assert not lines, "\n".join(lines)


def test_every_change_of_a_label_is_in_the_log(catalogue: Catalogue) -> None:
    lines = []
    for key, row in RECORDED.items():
        code = catalogue.codes[key]
        if row["label"] not in [code.label, *(change.was for change in catalogue.changes_of(code))]:
            lines.append(f"data/changes.csv does not say it; at its end, add: DATE,{key},relabelled,{row['label']},Why in a sentence.")
    assert not lines, "\n".join(lines)


def test_every_published_constant_is_kept(catalogue: Catalogue) -> None:
    lost = {key: row["constant"] for key, row in RECORDED.items() if row["constant"] not in constants_of(catalogue, catalogue.codes[key])}
    assert lost == {}
