"""What every page loads, each in one file: the styles, the script before a page is drawn, and the script after it.

Their parts stand in docs/assets/shell/. The theme's two style sheets, of which a page here needs less than half, are in the one
sheet: what a first visit costs is told by tests/test_weight.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .pruning import pruned, without_unasked

STYLES = "assets/css/style.css"
SCRIPTS = {
    "assets/js/early.js": ("early", "search-on-demand"),
    "assets/js/late.js": ("header", "search-field", "copy"),
}
"""The two scripts by their places on the site, each with its parts in the order in which they are to run."""

SHEETS = ("site", "guide")
THEMES = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")

SWITCHED_OFF = ("md-annotation", "md-code", "md-source", "md-status", "md-tag", "md-tooltip", "md-version")
"""Beginnings of classes that the theme's script gives to what a setting switches on, and none of these settings is made in
mkdocs.yml. Where a page has such a class itself, its rules stay."""

GIVING = ("js/*.js", "shell/*.js", "triage/page/*.js")
"""Our scripts that give classes."""

_CLASSES = re.compile(r' class="([^"]*)"')
_COLOURS = re.compile(r' data-md-color-(?:primary|accent)="([^"]*)"')
_GIVEN = re.compile(r"md-[\w-]+")
_WORDS = re.compile(r"[\w-]+")
_COMMENTS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def script(folder: Path, parts: Iterable[str]) -> str:
    """A script made of its parts."""
    return "\n".join(_read(folder / f"{part}.js") for part in parts)


class Styles:
    """The one style sheet. It is known when all pages are: what it leaves out is what none of them has.

    theme: the folder of the theme's files. assets: that of our own. made: rules that come of the data.
    """

    def __init__(self, theme: Path, assets: Path, made: str) -> None:
        self._theme = "".join(_only(theme, pattern) for pattern in THEMES)
        self._own = _COMMENTS.sub("", "\n".join([made, *(_read(assets / "shell" / f"{name}.css") for name in SHEETS)]))
        self._beside = "".join(map(_read, sorted(assets.glob("css/*.css"))))
        given = _GIVEN.findall(_only(theme, "assets/javascripts/bundle.*.min.js"))
        self.names = {"js", "focus-visible", *(name for name in given if not name.startswith(SWITCHED_OFF))}
        """The classes and colours that pages may have. The theme's script gives the first two as well."""
        for path in (
            *(Path(__file__).parent.parent / "pages").glob("templates/*.html"),
            *(path for place in GIVING for path in assets.glob(place)),
        ):
            self.names.update(_WORDS.findall(_read(path)))

    def see(self, html: str) -> None:
        """Takes notice of a page: what it has stays."""
        for classes in {found[1] for found in _CLASSES.finditer(html)}:  # a table of ten thousand rows repeats a few
            self.names.update(classes.split())
        self.names.update(_COLOURS.findall(html))

    def whole(self) -> str:
        """The sheet with every rule of the theme."""
        return f"{self._theme}\n{self._own}"

    def text(self) -> str:
        """The sheet as it is published."""
        return without_unasked(f"{pruned(self._theme, self.names)}\n{self._own}", self._beside)


def _only(folder: Path, pattern: str) -> str:
    [path] = folder.glob(pattern)
    return _read(path)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
