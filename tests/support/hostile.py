"""A catalogue in which every text tries to be more than text, and another of the same length and words in which no text does."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any

from macros.catalogue import Catalogue, Statement
from macros.catalogue.values import Provenance

ATTACK = (
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} {# no #} | `code` [x](javascript:alert(1)) </title><script>alert(2)</script> "
    '*star **bold** _under_ " \' onmouseover="alert(3)" &amp; &lt;b&gt; <img src=x onerror=alert(4)> --> </svg></textarea> ${7*7} \\'
)
ADDRESS = 'https://reference.example/"><script>alert(5)</script>'

TEXTS = set(["answer", "comment", "label", "name", "plain", "printed", "publisher", "retrieved", "remark", "title", "was", "what"])
"""The fields of values that hold free text."""


def hostile(text: str) -> str:
    """What stands in place of a text: its name in the test, then the attack."""
    return f"{text} {ATTACK}"


def harmless(text: str) -> str:
    """The same with a letter in place of every mark."""
    return re.sub(r"[^\w\s]", "x", hostile(text))


def with_texts(catalogue: Catalogue, make: Callable[[str], str], address: str) -> Catalogue:
    """A copy of the catalogue in which every text is made anew from its place, such as `Code.meaning`, and every address is `address`."""
    done: dict[int, Any] = {}

    def copy(value: Any) -> Any:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            if id(value) not in done:  # A value that several others refer to stays one value.
                fields = {field.name: anew(value, field.name) for field in dataclasses.fields(value)}
                done[id(value)] = dataclasses.replace(value, **fields)
            return done[id(value)]
        if isinstance(value, Mapping):
            return {key: statement(each, "Catalogue.answers") if isinstance(each, Statement) else copy(each) for key, each in value.items()}
        if isinstance(value, tuple):
            return tuple(copy(each) for each in value)
        return value

    def statement(old: Statement, place: str) -> Statement:
        return dataclasses.replace(copy(old), text=make(place))

    def anew(value: Any, field: str) -> Any:
        old = getattr(value, field)
        if isinstance(old, Statement):
            return statement(old, f"{type(value).__name__}.{field}")
        if field in TEXTS | ({"meaning"} if isinstance(value, Provenance) else set()) and isinstance(old, str):
            return make(f"{type(value).__name__}.{field}")
        if field == "synonyms":
            return (make("synonym"),)
        if field == "url":
            return address
        return copy(old)

    return copy(catalogue)
