"""The second phase of a build: fills the pages that MkDocs rendered, and adds every file that is generated from data.

publish() is a function of a folder and knows nothing of MkDocs: any generator that renders the pages of docs/ and the page shells will do.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

from .. import addresses
from ..api.files import ApiFiles
from ..catalogue import Catalogue
from ..pages import head
from ..pages.views import Views
from .sealing import violations
from .slots import Shell, fill

UNUSED = ("assets/javascripts", "assets/images/favicon.png")
"""Files of the theme that no page loads: its scripts and its icon."""


class PublishError(Exception):
    """The site must not be published; the message has one problem a line, `page: what is wrong; what was expected`."""


@dataclass(frozen=True)
class Build:
    """What a site is made from. `site` is the URL of its root; `assets` are scripts and styles by path."""

    catalogue: Catalogue
    views: Views
    head: head.Head
    api: ApiFiles
    assets: Mapping[str, str]
    site: str


def publish(build: Build, folder: Path) -> None:
    """Completes the site in `folder`. Raises PublishError with every problem of its pages."""
    site = _Site(build, folder)
    site.fill_pages()
    site.add_codes()
    site.add_categories()
    for path, text in {**build.assets, **build.api.whole}.items():
        site.write(path, text)
    site.complete_sitemap()
    for path in UNUSED:
        shutil.rmtree(folder / path) if (folder / path).is_dir() else (folder / path).unlink(missing_ok=True)
    if site.problems:
        raise PublishError("\n".join(site.problems))


class _Site:
    """The folder, and the problems found so far."""

    def __init__(self, build: Build, folder: Path) -> None:
        self._build, self._folder = build, folder
        self._code_shell = Shell.take(folder / addresses.CODES)
        self._category_shell = Shell.take(folder / addresses.CATEGORIES)
        self.problems: list[str] = []
        for name, shell in (("codes", self._code_shell), ("categories", self._category_shell)):
            self._check(f"the page shell of {name}", shell.html)

    def write(self, path: str, text: str) -> None:
        """Writes a file of the site."""
        file, raw = self._folder / path, text.encode()
        try:
            file.write_bytes(raw)
        except FileNotFoundError:  # Faster than checking first: the folder nearly always exists.
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)

    def _check(self, name: str, html: str) -> None:
        self.problems += (f"{name}: {what}; expected nothing that runs in a page" for what in violations(html))

    def fill_pages(self) -> None:
        """Fills the slots of the pages that MkDocs rendered, and checks these pages."""
        for file in sorted(self._folder.rglob("*.html")):
            path = file.relative_to(self._folder).as_posix()
            base = urlsplit(self._build.site).path if path == addresses.NOT_FOUND else "../" * path.count("/")
            html = fill(file.read_text(encoding="utf-8"), self._parts(base))
            self._check(path, html)
            self.write(path, html)

    def _parts(self, base: str) -> dict[str, Callable[[], str]]:
        """Parts of pages of docs/ that are too large for Markdown, or do not belong in the search index."""
        views = self._build.views
        return {
            "codes_table": lambda: views.codes_table(base),
            "triage": lambda: views.fragment("triage", base),
            "not_found": lambda: views.fragment("not-found", base),
            "linked_data": self._build.head.all_terms,
        }

    def add_codes(self) -> None:
        """Adds the page of each code, and its files for programs."""
        for code in self._build.catalogue.codes.values():
            texts = {"key": code.key, "title": head.answer(code), "description": head.description(code)}
            html = {"body": self._build.views.fragment("code-page", "../../", code=code), "linked_data": self._build.head.term(code)}
            self._add_page(addresses.code_page(code.key), self._code_shell, texts, html)
            for path, text in self._build.api.of(code).items():
                self.write(path, text)

    def add_categories(self) -> None:
        """Adds the page of each category."""
        for category in self._build.catalogue.categories.values():
            texts = {"key": category.key, "title": f"{category.name}: fax status codes", "description": category.summary.text}
            html = {"body": self._build.views.fragment("category-page", "../../", category=category)}
            self._add_page(addresses.category_page(category.key), self._category_shell, texts, html)

    def _add_page(self, path: str, shell: Shell, texts: Mapping[str, str], html: Mapping[str, str]) -> None:
        # The shell is checked already, and makes sure that its other slots hold only text.
        self._check(path, html["body"])
        self.write(f"{path}index.html", shell.filled({name: str(escape(text)) for name, text in texts.items()}, html))

    def complete_sitemap(self) -> None:
        """Adds the generated pages to the sitemap, each with the date of its newest change."""
        catalogue = self._build.catalogue
        dates = {addresses.code_page(code.key): catalogue.changed(code) for code in catalogue.codes.values()}
        for category in catalogue.categories.values():
            dates[addresses.category_page(category.key)] = max(map(catalogue.changed, catalogue.codes_in(category)))
        entries = (f"<url><loc>{escape(self._build.site + path)}</loc><lastmod>{date}</lastmod></url>" for path, date in dates.items())
        file = self._folder / addresses.SITEMAP
        text = fill(file.read_text(encoding="utf-8"), {"made_pages": lambda: "\n".join(entries)})
        self.write(addresses.SITEMAP, text)
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
