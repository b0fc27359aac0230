"""The second phase of a build: fills the pages that MkDocs rendered, and adds every file that is generated from data.

publish() is a function of a folder and knows nothing of MkDocs: any generator that renders the pages of docs/ and the page shells will do.
"""

from __future__ import annotations

import gc
import gzip
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from markupsafe import escape

from .. import addresses
from ..api.files import ApiFiles
from ..catalogue import Catalogue, Code
from ..pages import head
from ..pages.ranges import all_ranges, halves
from ..pages.views import Views
from .kept import Kept, OfCode, Sources
from .sealing import violations
from .slots import Shell, fill, lean

_Made = TypeVar("_Made")

UNUSED = ("assets/javascripts", "assets/images/favicon.png")
"""Files of the theme that no page loads: its scripts and its icon."""


class PublishError(Exception):
    """The site must not be published; the message has one problem a line, `page: what is wrong; what was expected`."""


@dataclass(frozen=True, repr=False)
class Build:
    """What a site is made from. `site` is the URL of its root; `assets` are scripts and styles by path.

    Without a repr: mkdocs-macros-plugin makes one of each variable at every build, and of this it would be the whole catalogue.
    """

    catalogue: Catalogue
    views: Views
    head: head.Head
    api: ApiFiles
    assets: Mapping[str, str]
    site: str


def publish(build: Build, folder: Path, kept: Kept | None = None) -> None:
    """Completes the site in `folder`. `kept`: what a preview made before. Raises PublishError with every problem of its pages."""
    gc.disable()  # A build makes no garbage that needs it, and looking through a catalogue takes time.
    try:
        site = _Site(build, folder, kept)
        site.fill_pages()
        site.add_codes()
        site.add_ranges()
        site.add_categories()
        site.add_redirects()
        for path, text in {**build.assets, **build.api.whole}.items():
            site.write(path, text)
        site.complete_sitemap()
        site.remove_unused()
    finally:
        gc.enable()
    if site.problems:
        if kept:
            kept.forget()
        raise PublishError("\n".join(site.problems))


def is_there(folder: Path, kept: Kept | None, path: str) -> bool:
    """Whether the site in `folder` has a file: it is written, or a preview will."""
    return (folder / path).is_file() or bool(kept and path in kept.files)


class _Site:
    """The folder, and the problems found so far."""

    def __init__(self, build: Build, folder: Path, kept: Kept | None = None) -> None:
        self._build, self._folder, self._kept = build, folder, kept
        if kept:
            kept.start(build.catalogue, build.site, build.views.forge, build.views.parts)
        self._code_shell = Shell.take(folder / addresses.CODES)
        self._category_shell = Shell.take(folder / addresses.CATEGORIES)
        self._range_shell = Shell.take(folder / addresses.CODES, "slot__range")
        self._ranges = all_ranges(halves(build.catalogue))
        self.problems: list[str] = []
        shells = {"codes": self._code_shell, "categories": self._category_shell, "ranges of codes": self._range_shell}
        for name, shell in shells.items():
            self._check(f"the page shell of {name}", shell.html)

    def write(self, path: str, text: str) -> None:
        """Writes a file of the site."""
        name = f"{self._folder}/{path}"  # A Path for each file would take longer than to write it.
        try:
            file = open(name, "wb")  # noqa: SIM115
        except FileNotFoundError:  # Faster than checking first: the folder nearly always exists.
            os.makedirs(os.path.dirname(name), exist_ok=True)
            file = open(name, "wb")  # noqa: SIM115
        with file:
            file.write(text.encode())

    def _check(self, name: str, html: str, leads_to: str = "") -> None:
        self.problems += (f"{name}: {what}; expected nothing that runs in a page" for what in violations(html, leads_to))

    def fill_pages(self) -> None:
        """Fills the slots of the pages that MkDocs rendered, and checks these pages."""
        for file in sorted(self._folder.rglob("*.html")):
            path = file.relative_to(self._folder).as_posix()
            base = urlsplit(self._build.site).path if path == addresses.NOT_FOUND else "../" * path.count("/")
            rendered = lean(file.read_text(encoding="utf-8"))
            self._check(path, rendered)
            parts = {name: partial(self._checked, path, make) for name, make in self._parts(base).items()}
            self.write(path, fill(rendered, parts))

    def _checked(self, name: str, make: Callable[[], str]) -> str:
        html = make()
        self._check(name, html)
        return html

    def _parts(self, base: str) -> dict[str, Callable[[], str]]:
        """Parts of pages of docs/ that are too large for Markdown, or do not belong in the search index."""
        views = self._build.views
        return {
            "codes_table": lambda: views.codes_table(base),
            "triage": lambda: views.fragment("triage", base),
            "not_found": lambda: views.fragment("not-found", base),
            "linked_data": self._build.head.all_terms,
        }

    def _once(self, page: str, sources: Callable[[], Sources], make: Callable[[], _Made]) -> _Made:
        """What is made for a page. A preview makes it again only where its sources have changed."""
        return self._kept.of(page, sources(), make) if self._kept else make()

    def add_codes(self) -> None:
        """Adds the page of each code, and its files for programs."""
        for code in self._build.catalogue.codes.values():
            page = addresses.code_page(code.key)
            made = self._once(page, partial(Sources.of_code, self._build.catalogue, code), partial(self._of_code, code))
            filled = partial(self._code_shell.filled, made.texts, made.html)
            if self._kept:
                self._kept.files |= {f"{page}index.html": filled, **{path: partial(str, text) for path, text in made.files.items()}}
            else:
                for path, text in {f"{page}index.html": filled(), **made.files}.items():
                    self.write(path, text)

    def _of_code(self, code: Code) -> OfCode:
        build = self._build
        texts = {"key": code.key, "title": head.answer(code), "description": head.description(code)}
        html = {"body": self._body(addresses.code_page(code.key), "code-page", code=code), "linked_data": build.head.term(code)}
        return OfCode(_escaped(texts), html, build.api.of(code))

    def add_ranges(self) -> None:
        """Adds the page of each range of codes, which only a large catalogue has."""
        tables = [each for each, _ in self._ranges if not each.parts]
        after = dict(pairwise(tables))
        before = {later: earlier for earlier, later in after.items()}
        for each, trail in self._ranges:
            title, key = f"Fax status codes {each.name}", each.path.removeprefix(addresses.CODES).rstrip("/")
            texts = {"range": key, "title": title, "description": f"{title}, with outcome, label, category and meaning."}
            larger = [(addresses.CODES, "All status codes"), *((range_.path, range_.name) for range_ in trail)]
            beside = {"before": before.get(each), "after": after.get(each)}
            make = partial(self._body, each.path, "range-page", range=each, trail=larger, **beside)
            body = self._once(each.path, partial(Sources.of_range, each.codes, [*trail, *beside.values()]), make)
            self._add_page(each.path, self._range_shell, texts, body)

    def add_categories(self) -> None:
        """Adds the page of each category."""
        catalogue = self._build.catalogue
        for category in catalogue.categories.values():
            page = addresses.category_page(category.key)
            texts = {"key": category.key, "title": f"{category.name}: fax status codes", "description": category.summary.text}
            make = partial(self._body, page, "category-page", category=category)
            self._add_page(page, self._category_shell, texts, self._once(page, partial(Sources.of_category, catalogue, category), make))

    def _body(self, path: str, template: str, **values: object) -> str:
        # The shell is checked already, and makes sure that its other slots hold only text.
        return self._checked(path, partial(self._build.views.fragment, template, "../../", **values))

    def _add_page(self, path: str, shell: Shell, texts: Mapping[str, str], body: str) -> None:
        self.write(f"{path}index.html", shell.filled(_escaped(texts), {"body": body}))

    def add_redirects(self) -> None:
        """Adds a page at each address that has changed: not every host redirects, and the page needs no script to lead on."""
        moved = self._build.catalogue.redirects
        pages = {path for each in moved for path in (each.source, each.target) if is_there(self._folder, self._kept, f"{path}index.html")}
        for each in moved:
            place = f"data/redirects.csv:{each.line}"
            if each.source in pages:
                self.problems.append(f"{place}: '{each.source}' is the address of a page; expected one that no page has")
            elif each.target not in pages:
                self.problems.append(f"{place}: no page '{each.target}'; expected one of the site")
            else:
                base = "../" * each.source.count("/")
                html = self._build.views.fragment("moved", base, target=each.target, site=self._build.site)
                self._check(f"{each.source}index.html", html, leads_to=base + each.target)
                self.write(f"{each.source}index.html", html)

    def complete_sitemap(self) -> None:
        """Adds the generated pages to the sitemap, each with the date of its newest change."""
        catalogue = self._build.catalogue
        dates = {addresses.code_page(code.key): catalogue.changed(code) for code in catalogue.codes.values()}
        for category in catalogue.categories.values():
            dates[addresses.category_page(category.key)] = max(map(catalogue.changed, catalogue.codes_in(category)))
        dates |= {each.path: max(map(catalogue.changed, each.codes)) for each, _ in self._ranges}
        entries = (f"<url><loc>{escape(self._build.site + path)}</loc><lastmod>{date}</lastmod></url>" for path, date in dates.items())
        file = self._folder / addresses.SITEMAP
        text = fill(file.read_text(encoding="utf-8"), {"made_pages": lambda: "\n".join(entries)})
        self.write(addresses.SITEMAP, text)
        with gzip.GzipFile(f"{file}.gz", "wb", mtime=0) as packed:  # gzip.compress() writes another header in Python 3.13.
            packed.write(text.encode())

    def remove_unused(self) -> None:
        """Removes what the theme brings and no page loads."""
        for path in (self._folder / name for name in UNUSED):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _escaped(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: str(escape(text)) for name, text in texts.items()}
