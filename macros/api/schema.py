"""The JSON Schema (2020-12) of the published JSON, made from the shapes themselves so that the two cannot drift apart."""

from __future__ import annotations

from typing import Any

import msgspec

from .shapes import Codes, OneCode

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(site: str) -> dict[str, Any]:
    """The schema of codes.json; that of one code's file is its definition OneCode. `site` is the address of the site's root."""
    _, definitions = msgspec.json.schema_components([Codes, OneCode], ref_template="#/$defs/{name}")
    return {
        "$schema": DIALECT,
        "$id": f"{site}api/schema.json",
        "title": "Fax status codes",
        "$ref": "#/$defs/Codes",
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
