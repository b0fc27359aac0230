"""What the browser needs to understand and answer a number: the catalogue packed small, and the scripts that read it.

The packed form is columns with every text once, so that ten thousand codes on shared texts stay small. One script serves
the search (as a worker), the page /lookup/ and the page for an address that does not exist.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..catalogue import Catalogue, Code
from ..catalogue.values import Q850_BASE, Q850_CAUSES, Fact

PARTS = (
    "normalise",
    "catalogue",
    "query",
    "answers",
    "text-index",
    "mark",
    "code-search",
    "page-search",
    "search",
    "worker",
)
"""The scripts in docs/assets/search/, in the order in which they need each other."""


class _Unique:
    """A list that holds each item once and tells its place."""

    def __init__(self) -> None:
        self._places: dict[Hashable, int] = {}

    def place(self, item: Hashable) -> int:
        return self._places.setdefault(item, len(self._places))

    def items(self) -> list[Any]:
        return list(self._places)


def pack(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue as the scripts read it.

    codes: the numbers in ascending order, each as the step from the one before. kind: for each, a row of `kinds`, whose
    columns are places in the lists of labels, meanings and so on.
    """
    labels, meanings, synonyms, kinds = _Unique(), _Unique(), _Unique(), _Unique()
    category_place = {key: place for place, key in enumerate(catalogue.categories)}
    outcome_place = {key: place for place, key in enumerate(catalogue.outcomes)}

    def row(code: Code) -> tuple[int, ...]:
        return (
            labels.place(code.label),
            meanings.place(code.meaning.text),
            category_place[code.category.key],
            outcome_place[code.outcome.key],
            synonyms.place("; ".join(code.synonyms)),
        )

    listed = sorted((code.number, code) for code in catalogue.numbered if code.number is not None)
    numbers = [number for number, _ in listed]
    kind = [kinds.place(row(code)) for _, code in listed]
    columns = zip(*kinds.items(), strict=True)
    rule, categories, outcomes = catalogue.rule, catalogue.categories.values(), catalogue.outcomes.values()
    return {
        "codes": [number - before for number, before in zip(numbers, [0, *numbers], strict=False)],
        "kind": kind,
        "kinds": dict(zip(("label", "meaning", "category", "outcome", "synonyms"), map(list, columns), strict=True)),
        "labels": labels.items(),
        "meanings": meanings.items(),
        "synonyms": synonyms.items(),
        "categories": {
            "slug": [category.key for category in categories],
            "name": [category.name for category in categories],
            "summary": [category.summary.text for category in categories],
            "synonyms": ["; ".join(category.synonyms) for category in categories],
        },
        "outcomes": {
            "slug": [outcome.key for outcome in outcomes],
            "name": [outcome.name for outcome in outcomes],
            "meaning": [outcome.meaning.text for outcome in outcomes],
            "sign": [outcome.sign for outcome in outcomes],
            "final": [int(outcome.final) for outcome in outcomes],
        },
        "rule": {
            "label": rule.label,
            "meaning": rule.meaning.text,
            "synonyms": "; ".join(rule.synonyms),
            "category": category_place[rule.category.key],
            "outcome": outcome_place[rule.outcome.key],
        },
        "causes": {
            "base": Q850_BASE,
            "last": Q850_CAUSES[-1],
            "numbers": list(catalogue.causes),
            "names": [cause.name for cause in catalogue.causes.values()],
        },
        "kindNames": {each.key: each.name for each in catalogue.provenances.values()},
        "texts": {
            answer.key: {"text": answer.statement.text, "kind": answer.statement.provenance.key} for answer in catalogue.answers.values()
        },
        "otherNegative": [_fact(fact) for fact in catalogue.facts_on(f"code:{rule.key}")],
        "elsewhere": [{**_fact(fact), "codes": [number for number in fact.numbers]} for fact in catalogue.facts if fact.numbers],
    }


def _fact(fact: Fact) -> dict[str, str]:
    return {"text": fact.statement.text, "kind": fact.statement.provenance.key, "source": f"{fact.source.publisher}, {fact.source.title}"}


def script(catalogue: Catalogue, folder: Path) -> tuple[str, str]:
    """The one script, made of the packed data and of the parts in `folder`, and its name, which changes with its content."""
    packed = json.dumps(pack(catalogue), ensure_ascii=True, separators=(",", ":"))
    parts = [(folder / f"{part}.js").read_text(encoding="utf-8") for part in PARTS]
    text = "\n".join([f"self.faxData={packed};", *parts])
    return f"assets/js/search.{sha256(text.encode()).hexdigest()[:8]}.js", text
