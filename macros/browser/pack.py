"""The catalogue as every script in the browser reads it: packed small, in one file, and long lists of texts in files of their own.

Columns in place of rows, and each text once, so that ten thousand codes on shared texts stay small. A number finds its row without
any text, so that who asks for one code loads two files of texts and not all of them. The scripts' reader is
web/catalogue/catalogue.js.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Hashable, Iterable
from typing import Any

from .. import addresses
from ..catalogue import Catalogue, Code, Statement
from ..catalogue.values import Q850_BASE, Q850_CAUSES, Fact
from .bundle import Asset

TEXTS = ("label", "meaning", "synonyms", "action", "advice")
KEYS = ("category", "outcome", "step")
"""What the codes of a group share, as columns: indexes into the lists of texts, and into those of categories, outcomes and steps."""

IN_A_FILE = 2000
"""Texts: a longer list is cut into files of so many each. Words need all of them, a number one."""


class _Unique:
    """A list that holds each item once and knows its index."""

    def __init__(self) -> None:
        self._places: dict[Hashable, int] = {}

    def place(self, item: Hashable) -> int:
        return self._places.setdefault(item, len(self._places))

    def items(self) -> list[Any]:
        return list(self._places)


def pack(catalogue: Catalogue, site: str) -> dict[str, Any]:
    """The catalogue as plain values for JSON. `site` is the URL of the site's root, for links in exports.

    Each column of integers holds steps from one to the next. codes: the numbers in ascending order. group: for each, a row of `groups`.
    belowZero: what stands before zero in the order of the source, the rule as null; from zero on, that order is ascending.
    """
    groups, texts = _Unique(), {name: _Unique() for name in TEXTS}
    tables = (catalogue.categories, catalogue.outcomes, catalogue.next_steps)
    places = {name: {key: place for place, key in enumerate(table)} for name, table in zip(KEYS, tables, strict=True)}

    def group(code: Code) -> int:
        action = code.action.text if code.action else ""
        words = (code.label, code.meaning.text, "; ".join(code.synonyms), action, code.advice.text)
        keys = (code.category.key, code.outcome.key, code.next.key)
        columns = [list_.place(text) for list_, text in zip(texts.values(), words, strict=True)]
        return groups.place((*columns, *(places[name][key] for name, key in zip(KEYS, keys, strict=True))))

    listed = sorted((code.number, code) for code in catalogue.numbered if code.number is not None)
    numbers = [number for number, _ in listed]
    rule, grouped = catalogue.rule, [group(code) for _, code in listed]
    return {
        "site": site,
        "paths": {
            "code": f"{addresses.CODES}{{}}/",
            "category": f"{addresses.CATEGORIES}{{}}/",
            "codes": addresses.CODES,
            "lookup": addresses.LOOKUP,
            "numberSpaces": addresses.NUMBER_SPACES,
            "comparison": addresses.COMPARISON,
        },
        "codes": _steps(numbers),
        "group": _steps(grouped),
        "belowZero": [code.number for code in catalogue.codes.values() if code.number is None or code.number < 0],
        "rule": {
            "key": rule.key,
            "label": rule.label,
            "meaning": rule.meaning.text,
            "synonyms": "; ".join(rule.synonyms),
            "category": places["category"][rule.category.key],
            "outcome": places["outcome"][rule.outcome.key],
            "step": places["step"][rule.next.key],
            "advice": rule.advice.text,
        },
        "groups": dict(zip((*TEXTS, *KEYS), map(_steps, zip(*groups.items(), strict=True)), strict=True)),
        "texts": {name: list_.items() for name, list_ in texts.items()},
        "files": {},
        "categories": _columns(catalogue.categories.values(), "key", "name", "summary", "synonyms"),
        "outcomes": _columns(catalogue.outcomes.values(), "key", "name", "meaning", "sign", "final")
        | {"step": [places["step"][outcome.next.key] for outcome in catalogue.outcomes.values()]},
        "steps": _columns(catalogue.next_steps.values(), "key", "name"),
        "causes": {"base": Q850_BASE, "last": Q850_CAUSES[-1], **_columns(catalogue.causes.values(), numbers="number", names="name")},
        "answers": {key: _statement(answer) for key, answer in catalogue.answers.items()},
        "otherNegative": [_fact(fact) for fact in catalogue.facts_on(f"code:{rule.key}")],
        "elsewhere": [{**_fact(fact), "codes": list(fact.numbers)} for fact in catalogue.facts if fact.numbers],
    }


def scripts(catalogue: Catalogue, site: str, most: int = IN_A_FILE) -> dict[str, Asset]:
    """The packed catalogue as classic scripts by name: a worker, a page and a page from a folder can all load them.

    `catalogue` names the others, each of which holds up to `most` texts, one a line.
    """
    packed = pack(catalogue, site)
    assets: dict[str, Asset] = {}
    for name, texts in packed["texts"].items():
        if len(texts) <= most:
            continue
        cut = {f"{name}-{start // most}": "\n".join(texts[start : start + most]) for start in range(0, len(texts), most)}
        files = {key: _script(f'(self.faxTexts??={{}})["{key}"]', lines, f"catalogue-{key}") for key, lines in cut.items()}
        packed["texts"][name] = []
        packed["files"][name] = {"size": most, "names": [asset.path.rpartition("/")[2] for asset in files.values()]}
        assets |= files
    return {"catalogue": _script("self.faxCatalogue", packed, "catalogue"), **assets}


def _script(place: str, value: object, name: str) -> Asset:
    return Asset.named(name, "js", f"{place}={json.dumps(value, ensure_ascii=True, separators=(',', ':'))};\n")


def _steps(numbers: Iterable[int]) -> list[int]:
    """Each number as the step from the one before."""
    numbers = list(numbers)
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _columns(rows: Collection[object], *same: str, **renamed: str) -> dict[str, list[str | int]]:
    """Attributes of the rows as columns, of which scripts know some by another name."""
    attributes = {name: name for name in same} | renamed
    return {name: [_plain(getattr(row, attribute)) for row in rows] for name, attribute in attributes.items()}


def _plain(value: Statement | tuple[str, ...] | str | int) -> str | int:
    if isinstance(value, Statement):
        return value.text
    return "; ".join(value) if isinstance(value, tuple) else int(value) if isinstance(value, bool) else value


def _statement(statement: Statement) -> dict[str, str]:
    return {"text": statement.text, "provenance": statement.provenance.key}


def _fact(fact: Fact) -> dict[str, str]:
    return {**_statement(fact.statement), "source": f"{fact.source.publisher}, {fact.source.title}"}
