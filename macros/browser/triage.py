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
from ..api.records import UNLISTED_ADVICE
from ..catalogue.model import Catalogue
from ..catalogue.values import Code

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


UNLISTED = "Failure, not listed"
"""What is said of a positive number that has no row: its sign tells that it is a failure, and no more is known."""


@dataclass(frozen=True)
class Look:
    """A list of what is worth another look: its key in the engine, its name, why, and which kind of statement the reason is."""

    key: str
    name: str
    why: str
    kind: str


LOOKS = (
    Look(
        "in-process",
        "Still in process",
        "A status below zero is not final: ask again later. Sent again now, a fax may go out twice.",
        "advice",
    ),
    Look(
        "in-part",
        "Pages may have arrived in part",
        "Ask the recipient what came out before you send it again, so that nothing arrives twice.",
        "advice",
    ),
    Look("document", "Mend the document first", "Sent again as it is, it fails again.", "advice"),
    Look("number", "Check the number first", "Sent again to the same number, it fails again.", "advice"),
    Look("credit", "Buy credit first", "Nothing goes out without.", "advice"),
)


@dataclass(frozen=True)
class Scripts:
    """The two scripts of /triage/, by their paths from the root of the site."""

    engine: str
    page: str
    files: dict[str, str]


def shape(catalogue: Catalogue, site: str) -> dict[str, Any]:
    """The catalogue as the engine reads it. Links are relative to the root of the site; `base` makes them whole in what is taken away."""
    rule = catalogue.rule
    return {
        "base": site,
        "codes": [_code(code) | {"code": code.number} for code in catalogue.numbered],
        "otherNegative": _code(rule) | {"code": None},
        "unlisted": {
            "label": "A failure that is not listed",
            "outcome": next(outcome.key for outcome in catalogue.outcomes.values() if outcome.sign == "positive"),
            "category": "",
            "arrival": "unknown",
            "action": UNLISTED_ADVICE,
            "actionKind": "advice",
            "link": "",
        },
        "unlistedOutcome": UNLISTED,
        "lists": {look.key: look.name for look in LOOKS},
        "outcomes": [{"key": outcome.key, "name": outcome.name, "sign": outcome.sign} for outcome in catalogue.outcomes.values()],
        "categories": [
            {
                "key": category.key,
                "name": category.name,
                "advice": category.advice,
                "mend": category.mend,
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
        "action": code.action,
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
