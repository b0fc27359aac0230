"""What is published as plain text or XML: Markdown twins of pages, llms.txt, robots.txt, the feed, the search description.

Escaping goes by the kind of text: XML templates escape as HTML does, everything that a Markdown template prints is escaped for
Markdown unless it is marked as an address.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, pass_context

from .. import addresses
from ..catalogue.model import Catalogue
from ..catalogue.values import Code
from ..pages.views import TEMPLATES

SHORT_NAME = 16  # characters: the longest name that an OpenSearch description may give

_MARKDOWN = re.compile(r"[\\`*_\[\]>]")
_HTML = re.compile(r"<|&(?=[#A-Za-z])")


class Address(str):
    """A web address: printed into Markdown as it is. Its parts are checked keys and the site's own address."""

    __slots__ = ()


def markdown(value: object) -> object:
    """A value as Markdown that reads as just this text."""
    if isinstance(value, Address):
        return value
    marked = _MARKDOWN.sub(lambda mark: f"\\{mark[0]}", str(value))
    return _HTML.sub(lambda mark: "&lt;" if mark[0] == "<" else "&amp;", marked)


class Texts:
    """The texts of one catalogue. `site`: the address of the site's root, with a slash at its end; name, description: the site's.

    compiled: where Jinja keeps its compiled templates, as in views.Views.
    """

    def __init__(self, catalogue: Catalogue, site: str, name: str, description: str, compiled: BytecodeCache | None = None) -> None:
        self._catalogue, self._site = catalogue, Address(site)
        settings: dict[str, Any] = {
            "loader": FileSystemLoader(TEMPLATES),
            "undefined": StrictUndefined,
            "bytecode_cache": compiled,
            "auto_reload": False,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "keep_trailing_newline": True,
        }

        @pass_context  # or the address would be worked out when a template is compiled, and be kept for a build under another one
        def address(_context: object, path: str) -> Address:
            return Address(site + path)

        self._xml = Environment(autoescape=True, **settings)
        self._markdown = Environment(autoescape=False, finalize=markdown, **settings)  # No HTML comes of it, so HTML's escaping is off.
        values = {"catalogue": catalogue, "site": self._site, "name": name, "description": description}
        for environment in (self._xml, self._markdown):
            environment.globals.update(values)
        self._markdown.filters.update(
            page=lambda code: Address(site + addresses.code_page(code.key)),
            text=lambda code: Address(site + addresses.code_text(code.key)),
            json=lambda code: Address(site + addresses.code_json(code.key)),
            address=address,
        )

    def code(self, code: Code) -> str:
        """The Markdown twin of a code's page."""
        before, after = self._catalogue.neighbours(code)
        state = self._catalogue.state_of(code)
        return self._markdown.get_template("code.md").render(
            code=code,
            before=before,
            after=after,
            ways_out=self._catalogue.ways_out(state) if state else [],
            alike=self._catalogue.same_meaning(code),
            facts=self._catalogue.facts_about(code),
            retired=self._catalogue.retired(code),
            changed=self._catalogue.changed(code),
        )

    def llms(self) -> str:
        """llms.txt: what the site is and where its plain texts and its data stand."""
        return self._markdown.get_template("llms.md").render()

    def feed(self) -> str:
        """The log of changes as an Atom feed, newest first."""
        return self._xml.get_template("feed.xml").render(changes=tuple(reversed(self._catalogue.changes)))

    def opensearch(self) -> str:
        """The description by which a browser's address bar looks codes up here."""
        name = str(self._xml.globals["name"])
        return self._xml.get_template("opensearch.xml").render(short_name=name[:SHORT_NAME].strip())

    def robots(self) -> str:
        """robots.txt: everything may be read. A crawler heeds it only where the site stands at the root of its host."""
        path = urlsplit(self._site).path or "/"
        return f"User-agent: *\nAllow: {path}\n\nSitemap: {self._site}sitemap.xml\n"
