"""Runs the promises of a test module over a catalogue, without pytest: which of them does not hold, by name and case."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from types import ModuleType

from macros.catalogue import Catalogue


def broken(module: ModuleType, catalogue: Catalogue) -> set[str]:
    """The names of the promises that do not hold, such as `test_every_label_is_the_sources_to_the_letter[3931]`."""
    names = set()
    for test in vars(module).values():
        if callable(test) and getattr(test, "__name__", "").startswith("test_"):
            for case, arguments in _cases(test):
                try:
                    test(catalogue, **arguments)
                except (AssertionError, KeyError):  # A key that the catalogue lacks: pytest would tell it too.
                    names.add(f"{test.__name__}[{case}]" if case else test.__name__)
    return names


def _cases(test: Callable[..., None]) -> Iterator[tuple[str, dict[str, object]]]:
    """Each case of a test with its arguments, as @parametrize gives them."""
    marks = [mark.args for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    for choice in itertools.product(*(values for _, values in marks)):
        arguments: dict[str, object] = {}
        for (names, _), value in zip(marks, choice, strict=True):
            names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
            arguments.update(zip(names, [value] if len(names) == 1 else value, strict=True))
        yield "-".join(map(str, arguments.values())), arguments
