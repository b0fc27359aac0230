"""What is published as text: pages as Markdown, llms.txt, robots.txt, constants for programs, the feed, the search description.

Escaping goes by the type of text: XML templates escape as HTML does, everything that a Markdown template prints is escaped for
Markdown unless it is marked as a URL; of texts, constants hold only what string() made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote

from .. import addresses
from ..catalogue import Catalogue
from ..catalogue.values import VERDICTS
from ..templating import Templates
from . import constants

TEMPLATES = Path(__file__).parent / "templates"

_MARKDOWN = re.compile(r"[\\`*_\[\]>]")
_HTML = re.compile(r"<|&(?=[#A-Za-z])")


def property_value(text: str) -> str:
    """A text as a value of a Java properties file: what would end the line or the value's start is escaped."""
    return re.sub(r"^(?=\s)|(?=\\)", r"\\", text).replace("\n", "\\n").replace("\r", "\\r")


class Url(str):
    """A URL: printed into Markdown as it is. Its parts are checked keys and the site's own address."""

    __slots__ = ()


def markdown(value: object) -> object:
    """A value as Markdown that reads as just this text."""
    return value if isinstance(value, Url) else _markdown(str(value))


@lru_cache(maxsize=1000)  # Most texts of a code are those of its category.
def _markdown(text: str) -> str:
    marked = _MARKDOWN.sub(lambda mark: f"\\{mark[0]}", text)
    return _HTML.sub(lambda mark: "&lt;" if mark[0] == "<" else "&amp;", marked)


class Texts:
    """The texts of one catalogue. `site`: the address of the site's root, with a slash at its end; name, description, parts: the site's."""

    def __init__(self, catalogue: Catalogue, site: str, name: str, description: str, parts: Collection[str]) -> None:
        self._environments = {
            ".xml": Templates("xml", TEMPLATES, autoescape=True, keep_trailing_newline=True),
            # No HTML comes of it, so HTML's escaping is off.
            ".md": Templates("markdown", TEMPLATES, autoescape=False, finalize=markdown, keep_trailing_newline=True),
            ".txt": Templates("text", TEMPLATES, autoescape=False, keep_trailing_newline=True),
        }
        values = {
            "catalogue": catalogue,
            "verdicts": VERDICTS,
            "site": Url(quote(site, safe=":/[]%+~")),  # ends no comment and no string, in any language
            "name": name,
            "description": description,
            "addresses": addresses,
            "included": parts,
        }
        functions = {
            "url": lambda path: Url(values["site"] + path),
            "constant_names": partial(constants.names, catalogue),
            "string": json.dumps,
            "property": property_value,
        }
        for environment in self._environments.values():
            environment.globals.update(values | functions)

    def text(self, template: str, **values: object) -> str:
        """The text that a template gives; its name ends in the type of text by which it is escaped."""
        return self._environments[Path(template).suffix].named(template).render(values)
