"""Turns values of the catalogue into HTML, through templates/ and one Jinja environment that escapes everything.

The only place where text becomes HTML. Python decides what is shown; templates show it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from markupsafe import Markup, escape

from .. import addresses
from ..catalogue import Catalogue
from ..catalogue.colour import PAGE_BACKGROUND
from ..catalogue.table import did_you_mean
from ..catalogue.values import VERDICTS
from ..templating import Compiled, Templates
from .forge import Forge
from .ranges import first, links

TEMPLATES = Path(__file__).parent / "templates"
ICONS = Path(__file__).parent / "icons"

_Value = TypeVar("_Value")

LONGEST_LIST, LONGEST_TABLE = 60, 100
"""Links in a list of codes, and rows in the table of a category, beyond which a page says how many more there are, and where."""


class UnknownError(LookupError):
    """A page names something that is not there; the message says what, and what was expected."""


class Views:
    """The HTML of one catalogue. `forge` is where corrections are made; `assets` are the addresses of scripts by name; `parts` are those of
    the site.

    Every method returns HTML that may be put into a page as it is. `base` is the relative path from that page to the
    root of the site ("" or "../" and so on): all links are relative, so the site works under any path.
    """

    def __init__(
        self, catalogue: Catalogue, forge: Forge, assets: Mapping[str, str] = MappingProxyType({}), parts: Collection[str] = ("api",)
    ) -> None:
        self.catalogue, self.forge, self.parts = catalogue, forge, tuple(parts)
        self._templates = Templates("pages", TEMPLATES, autoescape=True)
        self._templates.globals.update(
            catalogue=catalogue,
            provenances=catalogue.provenances,
            verdicts=VERDICTS,
            icons={path.stem: Markup(path.read_text(encoding="utf-8").strip()) for path in ICONS.glob("*.svg")},
            addresses=addresses,
            assets=assets,
            forge=forge,
            shared=self._shared_part,
            longest_list=LONGEST_LIST,
            longest_table=LONGEST_TABLE,
            included=parts,
        )
        self._templates.globals["parts"] = self._templates.named("parts.html").module
        self._shared: dict[tuple[object, ...], tuple[Markup, object]] = {}
        self._templates.filters["inert"] = inert

    def fragment(self, template: str, base: str, /, **values: object) -> Markup:
        """The part of a page that a template of this name shows: `legend`, `categories`, `sources` and so on."""
        return Markup(self._templates.named(f"{template}.html").render(base=base, **values))

    def _shared_part(self, template: str, base: str, /, **values: object) -> Markup:
        """A part that many pages have in common: a template knows the values alone, and is rendered once for the same ones.

        The same object or the same text: to compare what objects hold takes longer than to render them.
        """
        key = (template, base, *(value if isinstance(value, str) else id(value) for value in values.values()))
        if key not in self._shared:
            self._shared[key] = (
                Markup(self.fragment(template, base, **values).strip()),
                values,
            )  # An id is its object's as long as that is kept.
        return self._shared[key][0]

    def codes_table(self, base: str) -> Markup:
        """All codes in one table, with filter and sort where scripts run; of many codes the first, and links to the others by range."""
        codes, every = first(self.catalogue), len(self.catalogue.codes)
        subject = "All status codes" if len(codes) == every else f"The first {len(codes)} of {every} status codes"
        values = {"codes": codes, "every": every, "caption": f"{subject}, in the order of the source", "links": links(self.catalogue)}
        return self.fragment("codes-table", base, **values, name="codes", tools=True, grouped=False)

    def facts(self, base: str, *references: str) -> Markup:
        """Facts of other pages about the references given, all facts where none is given, each with its source."""
        facts = self.catalogue.facts_on(*references) if references else self.catalogue.facts
        return self.fragment("facts", base, facts=facts)

    def snippet(self, base: str, folder: Path, name: str, language: str, *, opened: bool = False) -> Markup:
        """A file of docs/snippets/ as a block that opens and closes, with a link to the file itself.

        Raises UnknownError where there is no such file, or none of text.
        """
        file = folder / name
        try:
            text = escape(file.read_text(encoding="utf-8")).replace("\t", Markup("&#9;"))  # Markdown turns tabs into spaces, in HTML too.
        except (OSError, UnicodeError) as error:
            raise UnknownError(f"no text can be read from {folder.name}/{name}; expected a file in UTF-8") from error
        return self.fragment("snippet", base, file=file, language=language, open=opened, text=text)

    def code_link(self, base: str, key: str | int) -> Markup:
        """A link to a code's page, as number and label, within a sentence. Raises UnknownError for an unknown key."""
        code = _known(self.catalogue.codes, str(key), "code")
        return Markup(self.fragment("code-link", base, code=code).strip())

    def answer(self, key: str) -> Markup:
        """What answers.csv says about numbers without a page, within a sentence. Raises UnknownError for an unknown key."""
        return inert(_known(self.catalogue.answers, key, "answer").text)

    def stylesheet(self) -> str:
        """The colours of outcomes and pages as CSS, made from the legend: keys and colours, which are checked, and no text."""
        plain = self._templates.overlay(autoescape=False, bytecode_cache=Compiled("styles"))
        return plain.get_template("outcomes.css").render(backgrounds=PAGE_BACKGROUND)


def _known(values: Mapping[str, _Value], key: str, kind: str) -> _Value:
    if key not in values:
        raise UnknownError(f"no {kind} '{key}'; {did_you_mean(key, list(values))}")
    return values[key]


def inert(text: object) -> Markup:
    """A text as HTML without any Markdown syntax, for use within a sentence of a page of docs/."""
    return Markup("".join(mark if mark.isalnum() or mark == " " else f"&#{ord(mark)};" for mark in str(text)))
