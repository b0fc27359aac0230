"""The table of all codes in static parts, by ranges of numbers, where it is too large to be one.

The address of a range is a promise, as every other: boundaries are powers of ten, not counts, so that a new code moves none. A range that
has grown too large for one table keeps its page, which then leads to its parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .. import addresses
from ..catalogue import Catalogue, Code

MOST_ROWS = 200
"""The most rows of a table that stands in a page as a whole. A smaller number adds pages; a larger one would take some away."""

FIRST_ROWS = 30
"""How many rows of a larger table its page has; scripts bring in as many at a time. A browser lays them out in a blink."""

MOST_LINKS = 100
"""How many ranges a page leads to at most, where it has a choice."""


@dataclass(frozen=True, eq=False)
class Range:
    """Codes in the order of the source. `width`: of numbers, a power of ten; `parts`: none where the codes fit into one table."""

    path: str
    name: str
    codes: Sequence[Code]
    width: int

    @cached_property
    def parts(self) -> list[Range]:
        """The tenths of the range that hold any code, from small to large."""
        if len(self.codes) <= MOST_ROWS:
            return []
        tenths: dict[int, list[Code]] = {}
        width = self.width // 10
        for code in self.codes:
            tenths.setdefault((-1 if code.number is None else code.number) // width, []).append(code)
        return [_between(place * width, width, tenths[place]) for place in sorted(tenths)]

    @property
    def links(self) -> list[Range]:
        """What the page of the range leads to: as fine as fits."""
        return _opened(self.parts)


def _between(first: int, width: int, codes: Sequence[Code]) -> Range:
    last = first + width - 1
    return Range(addresses.code_range(first, last), f"{first} to {last}", codes, width)


def _opened(ranges: list[Range]) -> list[Range]:
    opened = [part for each in ranges for part in each.parts or [each]]
    return ranges if opened == ranges or len(opened) > MOST_LINKS else _opened(opened)


def halves(catalogue: Catalogue) -> list[Range]:
    """The ranges below zero and from zero on, of a catalogue that is too large for one table; none of one that is not."""
    codes = list(catalogue.codes.values())
    if len(codes) <= MOST_ROWS:
        return []
    width = 10 ** max(len(str(abs(code.number or 0))) for code in codes)
    below = [code for code in codes if code.number is None or code.number < 0]
    above = [code for code in codes if code.number is not None and code.number >= 0]
    both = Range(addresses.BELOW_ZERO, "below zero", below, width), Range(addresses.FROM_ZERO, "from zero up", above, width)
    return [half for half in both if half.codes]


def first(catalogue: Catalogue) -> list[Code]:
    """What the page of all codes shows: all, or the first of many."""
    codes = list(catalogue.codes.values())
    return codes if len(codes) <= MOST_ROWS else codes[:FIRST_ROWS]


def links(catalogue: Catalogue) -> list[Range]:
    """What the page of all codes leads to."""
    return _opened(halves(catalogue))


def all_ranges(ranges: Sequence[Range], trail: tuple[Range, ...] = ()) -> list[tuple[Range, tuple[Range, ...]]]:
    """Every range, each after the ones that it is a part of, which come with it."""
    return [entry for each in ranges for entry in ((each, trail), *all_ranges(each.parts, (*trail, each)))]
