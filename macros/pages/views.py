"""Turns values of the catalogue into HTML, through templates/ and one Jinja environment that escapes everything.

This is the only place where text becomes HTML. Templates show; what is shown is decided here and in the model.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..catalogue.colour import PAGE_BACKGROUND
from ..catalogue.model import ICONS, Catalogue
from ..catalogue.values import Category, Code
from ..measurements import Results, compared
from .life import picture

TEMPLATES = Path(__file__).parent / "templates"

VERDICTS = {
    "agrees": "The vendor's label says the same",
    "coarse": "The vendor's label is coarser",
    "differs": "The vendor's label says something else",
    "unassigned": "There is nothing to compare the label with",
}


class Views:
    """The looks of one catalogue. `repository` is the web address of the project's repository, for "suggest a correction".
    compiled: where Jinja keeps its compiled templates for the next build, by the sum of their sources.

    Every method returns HTML that may be put into a page as it is. `base` is the relative way from that page to the
    root of the site ("" or "../" and so on): all links are relative, so the site works under any path.
    """

    def __init__(self, catalogue: Catalogue, repository: str, compiled: BytecodeCache | None = None) -> None:
        self.catalogue = catalogue
        self._repository = repository.rstrip("/")
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            bytecode_cache=compiled,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        icons = {path.stem: Markup(path.read_text(encoding="utf-8").strip()) for path in ICONS.glob("*.svg")}
        self._templates.globals.update(catalogue=catalogue, icons=icons, kinds=catalogue.kinds, verdicts=VERDICTS)

    def _fill(self, template: str, base: str, **values: object) -> Markup:
        return Markup(self._templates.get_template(template).render(base=base, **values))

    def legend(self, base: str) -> Markup:
        """The colour legend: the three outcomes, their sign, whether they are final, what they mean, how many codes."""
        return self._fill("legend.html", base)

    def codes_table(self, base: str, codes: Iterable[Code], caption: str, *, name: str = "codes", tools: bool = False) -> Markup:
        """A table of codes with a caption; `name` is its id on the page. `tools`: with filter and sort, where scripts run."""
        return self._fill("codes-table.html", base, codes=list(codes), caption=caption, name=name, tools=tools, grouped=False)

    def outcome_tables(self, base: str) -> Markup:
        """One table of codes for each outcome, under its heading."""
        return self._fill("outcome-tables.html", base)

    def categories(self, base: str) -> Markup:
        """All categories with their number of codes and what these share."""
        return self._fill("categories.html", base)

    def life(self, base: str) -> Markup:
        """The picture of a fax's life and the same as a list of sentences."""
        return self._fill("life.html", base, picture=picture(self.catalogue))

    def kinds(self, base: str) -> Markup:
        """The kinds of statement and how they are marked."""
        return self._fill("kinds.html", base)

    def facts(self, base: str, *references: str) -> Markup:
        """Facts of other pages about the references given, all facts where none is given, each with its source."""
        facts = self.catalogue.facts_on(*references) if references else self.catalogue.facts
        return self._fill("facts.html", base, facts=facts)

    def sources(self, base: str) -> Markup:
        """The pages that facts come from."""
        return self._fill("sources.html", base)

    def causes(self, base: str) -> Markup:
        """The codes that appear to carry a Q.850 cause, and how label and cause compare (derived)."""
        return self._fill("causes.html", base)

    def changes(self, base: str) -> Markup:
        """The log of changes, newest first."""
        return self._fill("changes.html", base, changes=tuple(reversed(self.catalogue.changes)))

    def measurements(self, results: Results) -> Markup:
        """How long builds take beside other tools. It has no links, so it needs no way to the root."""
        return self._fill("measurements.html", "", machine=results.machine, rows=compared(results.rows))

    def published_files(self, base: str, files: Iterable[object]) -> Markup:
        """Published files (published.PublishedFile) with the sums of their bytes."""
        return self._fill("published-files.html", base, files=tuple(files))

    def snippet(self, base: str, file: Path, language: str, *, opened: bool) -> Markup:
        """A file of docs/snippets/ as a block that opens and closes, with a link to the file itself."""
        return self._fill("snippet.html", base, file=file, language=language, open=opened, text=file.read_text(encoding="utf-8"))

    def lookup_form(self, base: str) -> Markup:
        """The field that leads to the lookup, as a plain form."""
        return self._fill("lookup-form.html", base)

    def lookup(self, base: str) -> Markup:
        """The field, and the place for the answer that the browser makes."""
        return self._fill("lookup.html", base)

    def triage(self, base: str, engine: str, lists: Iterable[object], unlisted: str) -> Markup:
        """The page that reads a whole log. engine: the worker's script; lists: triage.Look; unlisted: the outcome of what is not listed."""
        by_sign = {outcome.sign: outcome for outcome in self.catalogue.outcomes.values()}
        sent, failed, open_ = by_sign["zero"], by_sign["positive"], by_sign["negative"]
        figures = [(outcome.key, outcome, outcome.name) for outcome in (sent, failed, open_)]
        return self._fill("triage.html", base, engine=engine, lists=tuple(lists), figures=[*figures, ("unlisted", failed, unlisted)])

    def ranges(self, base: str) -> Markup:
        """All codes by ranges of numbers: below zero, zero, then by thousands."""
        return self._fill("ranges.html", base, ranges=_ranges(self.catalogue))

    def code_link(self, base: str, key: str) -> Markup:
        """A link to a code's page, as number and label. An unknown key is an error: KeyError."""
        return self._fill("code-link.html", base, code=self.catalogue.codes[key])

    def code_page(self, base: str, code: Code) -> Markup:
        """The body of a code's page."""
        before, after = self.catalogue.neighbours(code)
        state = self.catalogue.state_of(code)
        return self._fill(
            "code-page.html",
            base,
            code=code,
            before=before,
            after=after,
            ways_out=self.catalogue.ways_out(state) if state else [],
            alike=self.catalogue.same_meaning(code),
            facts=self.catalogue.facts_about(code),
            correction=f"{self._repository}/blob/main/data/codes.csv?plain=1#L{code.line}",
        )

    def category_page(self, base: str, category: Category) -> Markup:
        """The body of a category's page."""
        order = list(self.catalogue.categories.values())
        place = order.index(category)
        return self._fill(
            "category-page.html",
            base,
            category=category,
            codes=self.catalogue.codes_in(category),
            facts=self.catalogue.facts_on(f"category:{category.key}"),
            before=order[place - 1] if place else None,
            after=order[place + 1] if place + 1 < len(order) else None,
            correction=f"{self._repository}/blob/main/data/categories.csv?plain=1#L{category.line}",
        )

    def stylesheet(self) -> str:
        """The colours of outcomes and pages as CSS, made from the legend: keys and colours, which the model has checked, and no text."""
        plain = self._templates.overlay(autoescape=False)
        return plain.get_template("outcomes.css").render(backgrounds=PAGE_BACKGROUND)


def _ranges(catalogue: Catalogue) -> list[tuple[str, list[Code]]]:
    ranges: dict[str, list[Code]] = {}
    for code in catalogue.codes.values():
        if code.number is None or code.number < 0:
            name = "Below zero"
        elif code.number == 0:
            name = "Zero"
        else:
            start = code.number // 1000 * 1000
            name = f"{max(start, 1)} to {start + 999}"
        ranges.setdefault(name, []).append(code)
    return list(ranges.items())
