"""What /triage/ needs in the browser: the catalogue as its reading engine knows it, and the scripts, put together.

Two scripts come of the parts in docs/assets/triage/. The engine reads a text and counts: it runs in a worker, so that a page
stays quick whatever is put in. The page's own script shows what the engine says. Both are named by their content.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from .. import addresses
from ..catalogue import Catalogue, Code

VENDORED = {"papaparse.min": "papaparse.license.txt", "sax": "sax.license.txt"}
"""What others wrote, in vendor/, each with the file of its licence, which is published along."""

ENGINE = (
    "decode",
    "numbers",
    "time",
    "fields",
    "status",
    "catalogue",
    "tree",
    "sections",
    "read-json",
    "read-xml",
    "read-form",
    "read-table",
    "read-html",
    "read-lines",
    "read-mail",
    "sniff",
    "count",
    "export",
    "engine",
    "run",
    "worker",
)
"""The parts of the engine, in the order in which they need each other."""

PAGE = ("client", "elements", "input", "results", "rows", "text-view", "take-away", "page")
"""The parts of the page's script, in page/, in the same order."""


@dataclass(frozen=True)
class Scripts:
    """The two scripts of /triage/, by their paths from the root of the site."""

    engine: str
    page: str
    files: dict[str, str]


def shape(catalogue: Catalogue, site: str) -> dict[str, Any]:
    """The catalogue as the engine reads it. Links are relative to the root of the site; `base` makes them whole in what is taken away."""
    rule = catalogue.rule
    failure = catalogue.outcome_of("positive")
    label = catalogue.unlisted_label(failure).text
    return {
        "base": site,
        "codes": [_code(code) | {"code": code.number} for code in catalogue.numbered],
        "otherNegative": _code(rule) | {"code": None},
        "unlisted": {
            "label": label,
            "outcome": failure.key,
            "category": "",
            "arrival": "unknown",
            "action": catalogue.answers["unlisted-advice"].statement.text,
            "actionKind": "advice",
            "link": "",
        },
        "unlistedOutcome": label,
        "lists": {each.key: each.name for each in catalogue.lists.values()},
        "outcomes": [{"key": outcome.key, "name": outcome.name, "sign": outcome.sign} for outcome in catalogue.outcomes.values()],
        "categories": [
            {
                "key": category.key,
                "name": category.name,
                "advice": category.advice.text,
                "mend": category.fix_first,
                "link": addresses.category_page(category.key),
            }
            for category in catalogue.categories.values()
        ],
        "partArrivals": [arrival.key for arrival in catalogue.arrivals.values() if arrival.in_part],
    }


def _code(code: Code) -> dict[str, Any]:
    return {
        "label": code.label,
        "outcome": code.outcome.key,
        "category": code.category.key,
        "arrival": code.arrival.key,
        "action": code.action.text if code.action else "",
        "actionKind": "stated",
        "link": addresses.code_page(code.key),
    }


def scripts(catalogue: Catalogue, site: str, folder: Path) -> Scripts:
    """Both scripts, made of the parts in `folder`. The catalogue travels with the engine: the page asks for nothing once it is there."""
    data = json.dumps(shape(catalogue, site), ensure_ascii=True, separators=(",", ":"))
    engine = _joined(
        f"self.triageShape={data};",
        *(_vendored(folder / "vendor", name, licence) for name, licence in VENDORED.items()),
        *(_read(folder / f"{part}.js") for part in ENGINE),
    )
    page = _joined(*(_read(folder / "page" / f"{part}.js") for part in PAGE))
    names = [f"assets/js/{name}.{sha256(text.encode()).hexdigest()[:8]}.js" for name, text in (("triage-engine", engine), ("triage", page))]
    return Scripts(names[0], names[1], dict(zip(names, (engine, page), strict=True)))


def _vendored(folder: Path, name: str, licence: str) -> str:
    return f"/*!\n{_read(folder / licence)}*/\n{_read(folder / f'{name}.js')}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _joined(*parts: str) -> str:
    return "\n;\n".join(parts)  # one of the libraries leaves out its last semicolon
