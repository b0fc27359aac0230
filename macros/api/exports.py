"""The catalogue as tables for spreadsheets.

A table has some of the fields of a published shape as columns; their types and meanings, in the description of the tables (a Frictionless
data package), are those of the shape. Pure: a catalogue in, text out.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from .. import addresses
from . import shapes

CODES = (
    *("number", "label", "outcome", "final", "category", "meaning", "advice", "same_as"),
    *("action", "contact", "arrival", "q850", "changed", "retired", "path", "next", "resend"),
)
UNLISTED = ("outcome", "minimum", "maximum", "final", "label", "meaning", "advice", "path", "next", "resend")
"""The columns of the tables, for good: a new one comes last. The first is the key. A cell is empty where the field is null."""

_FORMULA = re.compile(r"^[=+\-@\t\r]")


def codes_csv(codes: Iterable[shapes.Code]) -> str:
    """All codes that are numbers, as CSV."""
    return _table(CODES, codes)


def unlisted_csv(ranges: Iterable[shapes.Unlisted]) -> str:
    """What to say about a number that is not listed, by range, as CSV."""
    return _table(UNLISTED, ranges)


def data_package(everything: shapes.Codes, files: dict[str, str]) -> dict[str, Any]:
    """The description of the two tables, as a Frictionless data package. `files`: their text by address."""
    tables = (
        ("codes", addresses.CSV, "All fax status codes of the vendor's page, in its order", "Code", CODES),
        ("unlisted", addresses.UNLISTED_CSV, "What to say of a number that codes.csv does not list, by its sign", "Unlisted", UNLISTED),
    )
    fields = {name: definition["properties"] for name, definition in shapes.schema(everything.site)["$defs"].items()}
    return {
        "profile": "tabular-data-package",
        "name": "fax-status-codes",
        "title": "Fax status codes",
        "homepage": everything.site,
        "version": f"{shapes.FORMAT}.{everything.data.revision}",
        "created": f"{everything.data.date}T00:00:00Z",
        "sources": [{"title": source.title, **({"path": source.url} if source.url else {})} for source in everything.sources],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": f"{name}.csv",
                "title": title,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(files[address].encode()),
                "hash": f"sha256:{hashlib.sha256(files[address].encode()).hexdigest()}",
                "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "header": True},
                "schema": {"fields": [_field(column, fields[shape][column]) for column in columns], "primaryKey": columns[0]},
            }
            for name, address, title, shape, columns in tables
        ],
    }


def _table(columns: Sequence[str], rows: Iterable[object]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_cell(getattr(row, column)) for column in columns] for row in rows])
    return text.getvalue()


def _cell(value: shapes.Statement | shapes.Cause | str | int | bool | None) -> str | int:
    """A number stays a number; text that a spreadsheet would run as a formula is marked as text with an apostrophe."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return value
        case shapes.Cause():
            return value.cause
        case shapes.Statement():
            return _cell(value.text)
    return f"'{value}" if _FORMULA.match(value) else value


def _field(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """A column as the data package describes it, from its field in the JSON schema."""
    types = field.get("anyOf", [field])
    (known,) = (each for each in types if each.get("type") != "null")
    named = {"#/$defs/Statement": "string", "#/$defs/Cause": "integer"}
    type_ = named.get(known.get("$ref")) or known.get("type", "string")  # A list of words has no type.
    of_day = known.get("pattern") == shapes.DAY
    required = len(types) == 1 or name == CODES[0]
    return {
        "name": name,
        "type": "date" if of_day else type_,
        "description": field["description"],
        "constraints": {"required": True} if required else {},
    }
