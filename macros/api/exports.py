"""The catalogue as tables for spreadsheets, and as Java properties.

Each column of a table is declared once, with its type and its meaning: the CSV and its description (a Frictionless data
package) are both made from that declaration. Pure: a catalogue in, text out.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Generic, TypeVar

from .. import addresses
from . import shapes

Cell = str | int | bool | None
_Row = TypeVar("_Row")

_FORMULA = re.compile(r"^[=+\-@\t\r]")


@dataclass(frozen=True)
class Column(Generic[_Row]):
    """A column of a published table: its name and type for good, what it holds, and how to get that from a row."""

    name: str
    type: str
    description: str
    cell: Callable[[_Row], Cell]
    required: bool = True


CODES: Sequence[Column[shapes.Code]] = (
    Column("number", "integer", "The status code.", lambda code: code.number),
    Column("label", "string", "The vendor's label, to the letter.", lambda code: code.label),
    Column("outcome", "string", "in-process, success or failure.", lambda code: code.outcome),
    Column("final", "boolean", "true where the status does not change any more.", lambda code: code.final),
    Column("category", "string", "The group that it belongs to (derived).", lambda code: code.category),
    Column("meaning", "string", "What it means (stated by the vendor, in other words).", lambda code: code.meaning.text),
    Column("advice", "string", "What to do (our advice).", lambda code: code.advice.text),
    Column("same_as", "integer", "The code whose explanation it shares.", lambda code: code.same_as, required=False),
    Column("action", "string", "What the vendor's page says to do.", lambda code: _text(code.action), required=False),
    Column("contact", "string", "Whom the vendor's page says to ask.", lambda code: _text(code.contact), required=False),
    Column("arrival", "string", "The key of the answer to: did pages arrive?", lambda code: code.arrival),
    Column("q850", "integer", "The ITU-T Q.850 cause that it appears to carry (derived).", lambda code: _cause(code), required=False),
    Column("changed", "date", "When something about it changed last.", lambda code: code.changed),
    Column("retired", "date", "Since when the vendor does not list it any more.", lambda code: code.retired, required=False),
    Column("path", "string", "Its page, from the root of the site.", lambda code: code.path),
)

UNLISTED: Sequence[Column[shapes.Unlisted]] = (
    Column("outcome", "string", "in-process, success or failure.", lambda range_: range_.outcome),
    Column("minimum", "integer", "The least number; empty where there is no least.", lambda range_: range_.minimum, required=False),
    Column("maximum", "integer", "The greatest number; empty where there is no greatest.", lambda range_: range_.maximum, required=False),
    Column("final", "boolean", "true where the status does not change any more.", lambda range_: range_.final),
    Column("label", "string", "What to call a number of this range that codes.csv does not list.", lambda range_: range_.label),
    Column("meaning", "string", "What its sign means (stated by the vendor, in other words).", lambda range_: range_.meaning.text),
    Column("advice", "string", "What to do (our advice).", lambda range_: range_.advice.text),
    Column("path", "string", "Its page, from the root of the site.", lambda range_: range_.path),
)


def codes_csv(codes: Iterable[shapes.Code]) -> str:
    """All codes that are numbers, as CSV."""
    return _table(CODES, codes)


def unlisted_csv(ranges: Iterable[shapes.Unlisted]) -> str:
    """What to say about a number that is not listed, by range, as CSV."""
    return _table(UNLISTED, ranges)


def data_package(everything: shapes.Codes, files: dict[str, str]) -> dict[str, Any]:
    """The description of the two tables, as a Frictionless data package. `files`: their text by address."""
    tables: tuple[tuple[str, str, str, Sequence[Column[Any]], str], ...] = (
        ("codes", addresses.CSV, "All fax status codes of the vendor's page, in its order", CODES, "number"),
        ("unlisted", addresses.UNLISTED_CSV, "What to say of a number that codes.csv does not list, by its sign", UNLISTED, "outcome"),
    )
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
                "schema": {"fields": [_field(column) for column in columns], "primaryKey": key},
            }
            for name, address, title, columns, key in tables
        ],
    }


def properties(everything: shapes.Codes) -> str:
    """Label, outcome, meaning and advice as Java properties (UTF-8), for programs without a reader of JSON."""
    lines = [f"# {everything.site}{addresses.PROPERTIES}; UTF-8; keys: NUMBER.label, or unlisted.OUTCOME.label"]
    entries: list[tuple[str, shapes.Code | shapes.Unlisted]] = [(code.key, code) for code in everything.codes]
    entries += [(f"unlisted.{each.outcome}", each) for each in everything.unlisted]
    for key, entry in entries:
        final = "true" if entry.final else "false"
        texts = {"label": entry.label, "outcome": entry.outcome, "final": final, "meaning": entry.meaning.text, "advice": entry.advice.text}
        lines += [f"{key}.{name}={_property(text)}" for name, text in texts.items()]
    return "\n".join(lines) + "\n"


def _property(text: str) -> str:
    """A value of a Java properties file: what would end the line or the value's start is escaped."""
    return re.sub(r"^(?=\s)|(?=\\)", r"\\", text).replace("\n", "\\n")


def _table(columns: Sequence[Column[_Row]], rows: Iterable[_Row]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([[_cell(column.cell(row)) for column in columns] for row in rows])
    return text.getvalue()


def _cell(value: Cell) -> str | int:
    """A number stays a number; text that a spreadsheet would run as a formula is marked as text with an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int):
        return "" if value is None else value
    return f"'{value}" if _FORMULA.match(value) else value


def _field(column: Column[Any]) -> dict[str, Any]:
    constraints = {"required": True} if column.required else {}
    return {"name": column.name, "type": column.type, "description": column.description, "constraints": constraints}


def _text(statement: shapes.Statement | None) -> str | None:
    return statement.text if statement else None


def _cause(code: shapes.Code) -> int | None:
    return code.q850.cause if code.q850 else None
