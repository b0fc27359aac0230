"""What is published as text: pages as Markdown, llms.txt, robots.txt, constants for programs, the feed, the search description.

Escaping goes by the type of text: XML templates escape as HTML does, everything that a Markdown template prints is escaped for
Markdown unless it is marked as a URL; of texts, constants hold only what string() made.
"""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import addresses
from ..catalogue import Catalogue, Code
from . import constants

TEMPLATES = Path(__file__).parent / "templates"
SHORT_NAME = 16  # characters: the longest name that an OpenSearch description may give

_MARKDOWN = re.compile(r"[\\`*_\[\]>]")
_HTML = re.compile(r"<|&(?=[#A-Za-z])")


class Url(str):
    """A URL: printed into Markdown as it is. Its parts are checked keys and the site's own address."""

    __slots__ = ()


def markdown(value: object) -> object:
    """A value as Markdown that reads as just this text."""
    if isinstance(value, Url):
        return value
    marked = _MARKDOWN.sub(lambda mark: f"\\{mark[0]}", str(value))
    return _HTML.sub(lambda mark: "&lt;" if mark[0] == "<" else "&amp;", marked)


class Texts:
    """The texts of one catalogue. `site`: the address of the site's root, with a slash at its end; name, description: the site's."""

    def __init__(self, catalogue: Catalogue, site: str, name: str, description: str) -> None:
        self._catalogue, self._site, self._name = catalogue, site, name
        settings: dict[str, Any] = {
            "loader": FileSystemLoader(TEMPLATES),
            "undefined": StrictUndefined,
            "auto_reload": False,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "keep_trailing_newline": True,
        }
        self._xml = Environment(autoescape=True, **settings)
        self._markdown = Environment(autoescape=False, finalize=markdown, **settings)  # No HTML comes of it, so HTML's escaping is off.
        values = {"catalogue": catalogue, "site": Url(site), "name": name, "description": description, "addresses": addresses}
        self._programs = Environment(autoescape=False, **settings)
        for environment in (self._xml, self._markdown, self._programs):
            environment.globals.update(values)
        self._markdown.globals["url"] = lambda path: Url(site + path)
        self._programs.globals.update(constant_names=partial(constants.names, catalogue), string=json.dumps)

    def code(self, code: Code) -> str:
        """The page of a code as Markdown."""
        before, after = self._catalogue.neighbours(code)
        return self._markdown.get_template("code.md").render(
            code=code,
            before=before,
            after=after,
            transitions=self._catalogue.transitions_from(code),
            alike=self._catalogue.same_meaning(code),
            facts=self._catalogue.facts_about(code),
            retired=self._catalogue.retired(code),
            changed=self._catalogue.changed(code),
        )

    def llms(self) -> str:
        """llms.txt: what the site is, and where its plain texts and its data are."""
        return self._markdown.get_template("llms.md").render()

    def python(self) -> str:
        """A module with an IntEnum of all codes."""
        return self._programs.get_template("FaxStatus.py.txt").render()

    def typescript(self) -> str:
        """A module with all codes as a constant object, their union as a type, and their labels."""
        return self._programs.get_template("fax-status.ts.txt").render()

    def feed(self) -> str:
        """The log of changes as an Atom feed, newest first."""
        return self._xml.get_template("feed.xml").render(changes=tuple(reversed(self._catalogue.changes)))

    def opensearch(self) -> str:
        """The description by which a browser's address bar looks codes up here."""
        return self._xml.get_template("opensearch.xml").render(short_name=self._name[:SHORT_NAME].strip())

    def robots(self) -> str:
        """robots.txt: everything may be read. A crawler heeds it only where the site stands at the root of its host."""
        path = urlsplit(self._site).path or "/"
        return f"User-agent: *\nAllow: {path}\n\nSitemap: {self._site}{addresses.SITEMAP}\n"
