"""What macros make, kept out of Markdown: a page's source gets a mark in its place, and the HTML comes in when Markdown is done.

So no text of data/ is ever read as Markdown, and a table of ten thousand rows costs no Markdown pass.
"""

from __future__ import annotations

import re
from itertools import count

from markupsafe import Markup


class Insertions:
    """HTML by its mark. `name` is the attribute that marks carry: each set of insertions has its own."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._made: dict[int, Markup] = {}
        self._next = count()
        self._mark = re.compile(rf'<(div|span) {name}="([0-9]+)"></\1>')

    def block(self, html: Markup) -> Markup:
        """Takes HTML that stands on its own, and gives the mark to put in its place."""
        return self._marked("div", html)

    def inline(self, html: Markup) -> Markup:
        """The same for HTML that is part of a sentence."""
        return self._marked("span", html)

    def _marked(self, element: str, html: Markup) -> Markup:
        number = next(self._next)
        self._made[number] = html
        return Markup(f'<{element} {self._name}="{number}"></{element}>')

    def filled(self, html: str) -> str:
        """The page with what was made in the places of the marks. Each mark is good for one page: what it stood for is let go."""
        return self._mark.sub(lambda mark: self._made.pop(int(mark[2])), html)
