"""What a preview made for each code in the build before. It is made again where something has changed that it is made from, and is not
written: to write the files of all codes takes longer than all else. The server of the preview (hooks.py) has them from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..catalogue import Catalogue, Code

_TEMPLATES = sorted(folder / "templates" for folder in Path(__file__).parent.parent.iterdir() if (folder / "templates").is_dir())


@dataclass(frozen=True, slots=True)
class OfCode:
    """What fills the shell of a code's page, escaped texts and HTML, by the name of the slot; and its other files by their paths."""

    texts: Mapping[str, str]
    html: Mapping[str, str]
    files: Mapping[str, str]


class Kept:
    """What was made, by the key of the code. A preview has one for all its builds; a build of its own keeps nothing."""

    def __init__(self) -> None:
        self._around: tuple[Any, ...] = ()
        self._made: dict[str, tuple[tuple[Any, ...], OfCode]] = {}
        self.files: dict[str, Callable[[], str]] = {}
        """What gives the text of each file that a build of its own would have written, by path."""

    def start(self, catalogue: Catalogue, *settings: Any) -> None:
        """Starts a build: what all codes have in common. Where it has changed, nothing that was kept is of use."""
        templates = [(file.name, file.stat().st_mtime_ns) for folder in _TEMPLATES for file in sorted(folder.iterdir())]
        around = (*settings, templates, catalogue.date, len(catalogue.changes), catalogue.answers, catalogue.provenances)
        if around != self._around:
            self._around, self._made = around, {}
        self.files = {}

    def forget(self) -> None:
        """Lets go of everything: something was wrong with it."""
        self._around = ()

    def of(self, catalogue: Catalogue, code: Code, make: Callable[[Code], OfCode]) -> OfCode:
        """What the build before made for a code, or else what is made now."""
        from_ = (
            code,
            [other and (other.key, other.label) for other in catalogue.neighbours(code)],
            [(other.key, other.label) for other in catalogue.same_text(code)],
            catalogue.facts_about(code),
            catalogue.transitions_from(code),
            (catalogue.changed(code), catalogue.retired(code)),
        )
        if code.key not in self._made or self._made[code.key][0] != from_:
            self._made[code.key] = from_, make(code)
        return self._made[code.key][1]
