"""What the head of a page tells machines: a title that answers, the terms as linked data, and the date of the newest change.

Pages are named by their address from the root of the site, as MkDocs names them. A page that the data says nothing about gets
an empty text. What is printed into HTML comes escaped.
"""

from __future__ import annotations

from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from .. import addresses
from ..catalogue.model import Catalogue
from ..catalogue.values import Code

LONGEST_ANSWER = 110  # characters: search engines cut a title much earlier; a reader of browser tabs too
SET_ADDRESS = "codes/"


class Head:
    """What a catalogue says in the heads of its pages. `site`: the address of its root; `name`: the site's."""

    def __init__(self, catalogue: Catalogue, site: str, name: str) -> None:
        self._site, self._name = site, name
        self._codes = {addresses.code_page(code.key): code for code in catalogue.codes.values()}
        self._dates = {address: catalogue.changed(code) for address, code in self._codes.items()}
        self._categories = {addresses.category_page(category.key): category for category in catalogue.categories.values()}
        for address, category in self._categories.items():
            self._dates[address] = max(catalogue.changed(code) for code in catalogue.codes_in(category))
        newest = catalogue.changes[-1].date
        self._dates.update({SET_ADDRESS: newest, "categories/": newest, "changes/": newest})

    def title(self, address: str) -> Markup:
        """The title of a code's page: number, label, and what that means in a few words."""
        return escape(answer(self._codes[address])) if address in self._codes else Markup("")

    @property
    def addresses(self) -> list[str]:
        """The pages that are made of rows: codes, then categories."""
        return [*self._codes, *self._categories]

    def newest(self, address: str) -> str:
        """The date of the newest change to what a page shows, empty where no log tells."""
        return self._dates.get(address, "")

    def twins(self, address: str) -> dict[str, str]:
        """The same as a code's page in other forms: their place on the site by media type."""
        return twins(address)

    def json_ld(self, address: str) -> Markup:
        """The page's term, or the set of all terms, as schema.org knows them: JSON that may stand in a script element."""
        if address == SET_ADDRESS:
            terms = [{"@type": "DefinedTerm", "@id": self._site + place, "termCode": code.key} for place, code in self._codes.items()]
            return self._linked(self._set() | {"hasDefinedTerm": terms})
        code = self._codes.get(address)
        return self._linked(self._term(address, code)) if code else Markup("")

    def _set(self) -> dict[str, Any]:
        address = self._site + SET_ADDRESS
        return {"@type": "DefinedTermSet", "@id": address, "url": address, "name": self._name}

    def _term(self, address: str, code: Code) -> dict[str, Any]:
        return {
            "@type": "DefinedTerm",
            "@id": self._site + address,
            "url": self._site + address,
            "termCode": code.key,
            "name": code.label,
            "description": code.meaning,
            "inDefinedTermSet": self._set(),
        }

    @staticmethod
    def _linked(value: dict[str, Any]) -> Markup:
        return htmlsafe_json_dumps({"@context": "https://schema.org"} | value)


def twins(address: str) -> dict[str, str]:
    """The same as a code's page in other forms, by the page's address: their place on the site by media type."""
    key = address.removeprefix(SET_ADDRESS).rstrip("/")
    return (
        {"application/json": addresses.code_json(key), "text/markdown": addresses.code_text(key)}
        if address == addresses.code_page(key)
        else {}
    )


def answer(code: Code) -> str:
    """A code's page in one line that already answers: "3931 Busy: the line at the receiving end is in use"."""
    name = f"{code.spoken} {code.label.rstrip('.')}" if code.number is not None else f"{code.label} ({code.spoken})"
    meaning = code.meaning.split(". ")[0].rstrip(".")
    if meaning[1:2].islower() or meaning[1:2] == " ":  # An abbreviation keeps its capitals.
        meaning = meaning[0].lower() + meaning[1:]
    line = f"{name}: {meaning}"
    return line if len(line) <= LONGEST_ANSWER else line[:LONGEST_ANSWER].rsplit(" ", 1)[0].rstrip(",;:") + " …"
