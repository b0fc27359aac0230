"""What a preview made for each page of data in the build before. It is made again where something has changed that it is made from.
The files of codes are not written: that would take longer than all else. The server of the preview (hooks.py) has them from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ..catalogue import Catalogue, Category, Code
from ..pages.ranges import Range

_Made = TypeVar("_Made")
_TEMPLATES = sorted(folder / "templates" for folder in Path(__file__).parent.parent.iterdir() if (folder / "templates").is_dir())


@dataclass(frozen=True, slots=True)
class OfCode:
    """What fills the shell of a code's page, escaped texts and HTML, by the name of the slot; and its other files by their paths."""

    texts: Mapping[str, str]
    html: Mapping[str, str]
    files: Mapping[str, str]


class Kept:
    """What was made, by the address of the page. A preview has one for all its builds; a build of its own keeps nothing."""

    def __init__(self) -> None:
        self._around: tuple[Any, ...] = ()
        self._made: dict[str, tuple[object, Any]] = {}
        self._codes: dict[str, Code] = {}
        self.files: dict[str, Callable[[], str]] = {}
        """What gives the text of each file that a build of its own would have written, by path."""

    def start(self, catalogue: Catalogue, *settings: Any) -> None:
        """Starts a build: what all pages have in common. Where it has changed, nothing that was kept is of use."""
        templates = [(file.name, file.stat().st_mtime_ns) for folder in _TEMPLATES for file in sorted(folder.iterdir())]
        around = (*settings, templates, catalogue.date, len(catalogue.changes), catalogue.answers, catalogue.provenances)
        if around != self._around:
            self._around, self._made = around, {}
        # The same object where a code says the same: then lists of them are compared at once.
        self._codes = {key: before if (before := self._codes.get(key)) == code else code for key, code in catalogue.codes.items()}
        self.files = {}

    def forget(self) -> None:
        """Lets go of everything: something was wrong with it."""
        self._around = ()

    def of(self, page: str, sources: Sources, make: Callable[[], _Made]) -> _Made:
        """What the build before made for a page, or else what is made now: where the sources are not the same."""
        now = [self._codes[code.key] for code in sources.codes], sources.others
        if page not in self._made or self._made[page][0] != now:
            self._made[page] = now, make()
        made: _Made = self._made[page][1]
        return made


@dataclass(frozen=True, slots=True)
class Sources:
    """What a page is made from, beside what all pages have in common: codes of which it may show everything, and parts of others."""

    codes: Sequence[Code]
    others: object

    @classmethod
    def of_code(cls, catalogue: Catalogue, code: Code) -> Sources:
        """Those of a code's page and its other files."""
        others = (
            [other and (other.key, other.label) for other in catalogue.neighbours(code)],
            [(other.key, other.label) for other in catalogue.same_text(code)],
            catalogue.facts_about(code),
            catalogue.transitions_from(code),
            (catalogue.changed(code), catalogue.retired(code)),
        )
        return cls([code], others)

    @classmethod
    def of_category(cls, catalogue: Catalogue, category: Category) -> Sources:
        """Those of a category's page, which names the ones before and after it."""
        names = [(other.key, other.name) for other in catalogue.categories.values()]
        return cls(catalogue.codes_in(category), (category, names, catalogue.facts_on(f"category:{category.key}")))

    @classmethod
    def of_range(cls, codes: Sequence[Code], linked: Iterable[Range | None]) -> Sources:
        """Those of the page of a range, whose own parts are made of its codes."""
        return cls(codes, [other and other.path for other in linked])
