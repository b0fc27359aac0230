"""What macros make, kept out of Markdown: a page's source gets a mark in its place, and the HTML comes in when Markdown is done.

So no text of data/ is ever read as Markdown, and a table of ten thousand rows costs no Markdown pass.
"""

from __future__ import annotations

import re

from markupsafe import Markup


class Insertions:
    """HTML by its mark. `name` is the attribute that marks carry: each set of insertions has its own."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._made: list[Markup] = []
        self._mark = re.compile(f'<div {name}="([0-9]+)"></div>')

    def mark(self, html: Markup) -> Markup:
        """Takes HTML that is a block of its own, and gives the mark to put in its place."""
        self._made.append(html)
        return Markup('<div {}="{}"></div>').format(Markup(self._name), len(self._made) - 1)

    def filled(self, html: str) -> str:
        """The page with what was made in the places of the marks."""
        return self._mark.sub(lambda mark: self._made[int(mark[1])], html)
