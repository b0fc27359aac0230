"""The theme's page around a body that was made from a row.

The theme renders a page in milliseconds, nearly all of which go into what is the same on all pages of a kind: head, header,
navigation, footer. So it renders one page of each kind, with gaps, and the pages are that one with its gaps filled. A test holds
every page against the one that the theme renders for it without gaps: they are the same to the byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any, cast

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .head import twins

_GAP = re.compile("gap-([a-z]+)-gap")
_ENDS = frozenset("<>\"'")


@dataclass(frozen=True, slots=True)
class Filling:
    """What one page has for itself. Everything but `key`, which is part of addresses, is HTML.

    title, description: texts, escaped. answer: what browsers show as title, escaped. terms: linked data. body: the body.
    """

    key: str
    title: str
    description: str
    answer: str
    terms: str
    body: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages that differ in their filling alone.

    folder: where they stand, from the root of the site. anchor: where the skip link leads. terms: whether
    they carry linked data.
    """

    folder: str
    anchor: str
    terms: bool


class _Head:
    """What the theme's templates ask of head.Head, answered from a filling."""

    def __init__(self, filling: Filling) -> None:
        self._filling = filling

    def title(self, address: str) -> Markup:
        return Markup(self._filling.answer)

    def json_ld(self, address: str) -> Markup:
        return Markup(self._filling.terms)

    def twins(self, address: str) -> dict[str, str]:
        return twins(address)


class Theme:
    """The theme of one build, ready to put its page around a body."""

    def __init__(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Any) -> None:
        self._config, self._files, self._nav, self._env = config, files, nav, env

    def page(self, kind: Kind, filling: Filling) -> str:
        """The whole page, rendered by the theme as it renders a page of docs/."""
        page = Page(None, File.generated(self._config, f"{kind.folder}{filling.key}.md", content=""), self._config)
        page.markdown, page.content = "", filling.body
        page.meta = {
            "title": filling.title,
            "description": filling.description,
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},  # the search knows codes and categories from the data
        }
        page.toc = TableOfContents([AnchorLink(filling.title, kind.anchor, level=1)])
        context = get_context(self._nav, self._files, self._config, page)
        context = self._config.plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
        html = self._env.get_template("main.html").render(cast(dict[str, Any], context) | {"head": _Head(filling)})
        return self._config.plugins.on_post_page(html, page=page, config=self._config)


class Frame:
    """The theme's page of a kind, with gaps."""

    def __init__(self, theme: Theme, kind: Kind) -> None:
        self._names = tuple(field.name for field in fields(Filling) if kind.terms or field.name != "terms")
        gaps = {name: f"gap-{name}-gap" for name in self._names}
        heading = f"<h1>{gaps['body']}</h1>"  # The theme puts a heading over a body that has none.
        html = theme.page(kind, Filling(**({"terms": ""} | gaps | {"body": heading}))).replace(heading, gaps["body"])
        self._parts: list[str] = _GAP.split(html)  # text, name of a gap, text, name of a gap, …, text
        missing = set(self._names) - set(self._parts[1::2])
        if missing:
            raise PluginError(f"the theme shows no {', '.join(sorted(missing))} of a page; expected each: see macros/frame.py")

    def filled(self, filling: Filling) -> str:
        """A whole page. Raises ValueError where something beside the body could end the place where it stands."""
        values = {name: getattr(filling, name) for name in self._names}
        for name, value in values.items():
            if (name not in ("body", "terms") and not _ENDS.isdisjoint(value)) or (name == "terms" and "<" in value):
                raise ValueError(f"the {name} of {filling.key} holds a mark of HTML; expected an escaped text")
        return "".join(part if place % 2 == 0 else values[part] for place, part in enumerate(self._parts))
