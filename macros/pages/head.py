"""The head of a page for machines: a title that answers, and its terms as linked data, escaped for HTML."""

from __future__ import annotations

from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from .. import addresses
from ..catalogue import Catalogue, Code
from .ranges import first

LONGEST_ANSWER = 110  # characters: search engines cut a title much earlier; a reader of browser tabs too


class Head:
    """The heads of a catalogue's pages. `site`: the URL of its root; `name`: the site's."""

    def __init__(self, catalogue: Catalogue, site: str, name: str) -> None:
        self._catalogue, self._site = catalogue, site
        self._set = {"@type": "DefinedTermSet", "@id": site + addresses.CODES, "url": site + addresses.CODES, "name": name}

    def term(self, code: Code) -> Markup:
        """A code as a term of schema.org: JSON that is safe in a script element."""
        texts = {"name": code.label, "description": code.meaning.text}
        return _linked(self._term(code) | {"url": self._term(code)["@id"]} | texts | {"inDefinedTermSet": {"@id": self._set["@id"]}})

    def all_terms(self) -> Markup:
        """All codes as a set of terms, likewise; of many codes those in the table of that page. Every term names its set."""
        return _linked(self._set | {"hasDefinedTerm": list(map(self._term, first(self._catalogue)))})

    def _term(self, code: Code) -> dict[str, str]:
        return {"@type": "DefinedTerm", "@id": self._site + addresses.code_page(code.key), "termCode": code.key}


def _linked(value: dict[str, Any]) -> Markup:
    return htmlsafe_json_dumps({"@context": "https://schema.org"} | value, separators=(",", ":"))


def description(code: Code) -> str:
    """A code's page in one sentence, for search engines."""
    return f"Fax status {code.spoken}, {code.label.rstrip('.')} ({code.outcome.name.lower()}): {code.meaning.text}"


def answer(code: Code) -> str:
    """A code's page in one line that already answers: "3931 Busy: the line at the receiving end is in use"."""
    name = f"{code.spoken} {code.label.rstrip('.')}" if code.number is not None else f"{code.label} ({code.spoken})"
    meaning = code.meaning.text.split(". ")[0].rstrip(".")
    if meaning[1:2].islower() or meaning[1:2] == " ":  # An abbreviation keeps its capitals.
        meaning = meaning[0].lower() + meaning[1:]
    line = f"{name}: {meaning}"
    return line if len(line) <= LONGEST_ANSWER else line[:LONGEST_ANSWER].rsplit(" ", 1)[0].rstrip(",;:") + " …"
