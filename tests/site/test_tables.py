"""The published tables are a valid data package, say what the JSON says, and open right in a spreadsheet."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import frictionless
import pytest

from tests.data.test_source import SOURCE


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_the_data_package_is_valid(api: Path) -> None:
    report = frictionless.validate(str(api / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    assert [task.stats["rows"] for task in report.tasks] == [len(SOURCE) - 1, 3]


def test_a_broken_table_is_seen(api: Path, tmp_path: Path) -> None:
    """The test of the test above."""
    for name in ("datapackage.json", "unlisted.csv"):
        (tmp_path / name).write_bytes((api / name).read_bytes())
    (tmp_path / "codes.csv").write_text((api / "codes.csv").read_text(encoding="utf-8").replace("263,", "x263,", 1), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_the_tables_say_what_everything_says(api: Path, everything: dict[str, Any]) -> None:
    for name, entries in (("codes", everything["codes"]), ("unlisted", everything["unlisted"])):
        rows = table((api / f"{name}.csv").read_text(encoding="utf-8"))
        assert len(rows) == len(entries)
        for row, entry in zip(rows, entries, strict=True):
            for column, cell in row.items():
                value = entry[column]
                value = value["text"] if isinstance(value, dict) and "text" in value else value
                value = value["cause"] if isinstance(value, dict) else value
                assert cell == ("" if value is None else str(value).lower() if isinstance(value, bool) else str(value))


@pytest.mark.parametrize("name", ["codes", "unlisted"])
def test_a_table_opens_right_in_a_spreadsheet(name: str, api: Path) -> None:
    """Numbers are bare numbers; the bytes are plain ASCII, which a spreadsheet reads right without knowing the encoding."""
    raw = (api / f"{name}.csv").read_bytes()
    assert raw.isascii()
    assert raw.endswith(b"\n")
    assert not raw.endswith(b"\n\n")
    assert b"\r" not in raw
    package = json.loads((api / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = (each for each in package["resources"] if each["name"] == name)
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    for row in table(raw.decode()):
        assert list(row) == list(types)
        for column, cell in row.items():
            if types[column] == "integer":
                assert cell == "" or cell == str(int(cell))
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
