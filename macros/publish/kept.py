"""What a preview made for each page of data in the build before. It is made again where something has changed that it is made from.
The files of codes are not written: that would take longer than all else. The server of the preview (hooks.py) has them from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
        self.files: dict[str, Callable[[], str]] = {}
        """What gives the text of each file that a build of its own would have written, by path."""

    def start(self, catalogue: Catalogue, *settings: Any) -> None:
        """Starts a build: what all pages have in common. Where it has changed, nothing that was kept is of use."""
        templates = [(file.name, file.stat().st_mtime_ns) for folder in _TEMPLATES for file in sorted(folder.iterdir())]
        around = (*settings, templates, catalogue.date, len(catalogue.changes), catalogue.answers, catalogue.provenances)
        if around != self._around:
            self._around, self._made = around, {}
        self.files = {}

    def forget(self) -> None:
        """Lets go of everything: something was wrong with it."""
        self._around = ()

    def of(self, page: str, sources: object, make: Callable[[], _Made]) -> _Made:
        """What the build before made for a page, or else what is made now. `sources`: all that it is made from, which is compared."""
        if page not in self._made or self._made[page][0] != sources:
            self._made[page] = sources, make()
        made: _Made = self._made[page][1]
        return made


def sources_of_code(catalogue: Catalogue, code: Code) -> object:
    """What the files of a code are made from, beside what all pages have in common."""
    return (
        code,
        [other and (other.key, other.label) for other in catalogue.neighbours(code)],
        [(other.key, other.label) for other in catalogue.same_text(code)],
        catalogue.facts_about(code),
        catalogue.transitions_from(code),
        (catalogue.changed(code), catalogue.retired(code)),
    )


def sources_of_category(catalogue: Catalogue, category: Category) -> object:
    """What the page of a category is made from, with the names of those before and after it."""
    names = [(other.key, other.name) for other in catalogue.categories.values()]
    return category, names, catalogue.codes_in(category), catalogue.facts_on(f"category:{category.key}")


def sources_of_range(codes: Sequence[Code], *around: Range | None) -> object:
    """What the page of a range is made from: its codes, and the ranges that it leads to."""
    return codes, [other and other.path for other in around]
