"""The pages and files that exist because a row exists. Everything of this project that touches MkDocs' build is here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .sealing import mended, unsealed
from .values import Code
from .views import Views, category_address, code_address

UNUSED = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
"""What the theme brings for its own search, which this site replaces."""


class RowPage(Page):
    """A page whose body comes straight from its template as HTML, without a source in Markdown.

    No text of data/ is ever part of a source that Markdown or Jinja would read again.
    """

    def __init__(self, file: File, config: MkDocsConfig, title: str, description: str, anchor: str, body: Callable[[], str]) -> None:
        super().__init__(None, file, config)
        self._row_title, self._description, self._anchor, self._body = title, description, anchor, body

    def read_source(self, config: MkDocsConfig) -> None:
        """Sets what MkDocs would read from a file. The theme prints both texts as they are, so they are escaped here."""
        self.markdown = ""
        self.meta = {
            "title": str(escape(self._row_title)),
            "description": str(escape(self._description)),
            "hide": ["navigation", "toc"],
            "render_macros": False,
            "search": {"exclude": True},  # the search knows codes and categories from the data
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Fills the template. The one entry of the table of contents is where the skip link goes."""
        self.content = self._body()
        self.toc = TableOfContents([AnchorLink(str(escape(self._row_title)), self._anchor, level=1)])
        self.present_anchor_ids = set()


def code_title(code: Code) -> str:
    """A code's page in one line, for titles: number and label, a negative number in words as well."""
    return f"{code.spoken}: {code.label}" if code.number is not None else f"{code.label} ({code.spoken})"


_serving = False
_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")


def on_startup(command: str, dirty: bool) -> None:
    """MkDocs' event, once for a command: remembers whether the site is built to be kept or only shown while it is edited."""
    global _serving
    _serving = command == "serve"


def _made(config: MkDocsConfig) -> dict[str, Any]:
    """What define_env() made of the data for this build, by name."""
    macros: Any = config.plugins["macros"]
    return cast(dict[str, Any], macros.variables)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """MkDocs' event: tells the theme's templates whether a page is to be published, and so sealed by its policy."""
    env.globals["sealed"] = not _serving
    made = _made(config)
    name = made["search_script"][0]
    env.globals.update(views=made["views"], head=made["head"], search_script=name)
    env.filters["own_worker"] = partial(own_worker, script=name)
    return env


def own_worker(html: str, script: str) -> str:
    """Puts our search script in the place of the theme's worker. Raises PluginError where the theme has no such place any more."""
    mended, times = _WORKER.subn(script, html)
    if times != 1:
        raise PluginError(f"the theme's page config names {times} search workers; expected one: see overrides/main.html")
    return mended


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """MkDocs' event: a page is published only where nothing in it runs."""
    return _sealed(output, page.file.dest_uri)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """MkDocs' event, the same for pages that are templates: the 404 page."""
    return _sealed(output_content, template_name) if template_name.endswith(".html") else output_content


def _sealed(html: str, name: str) -> str:
    """The page as it is written. Raises PluginError with all that may not stand in it."""
    wrong = unsealed(html)
    if wrong:
        raise PluginError("\n".join(f"{name}: {what}; expected nothing that runs in a page" for what in wrong))
    try:
        return mended(html)
    except ValueError as error:
        raise PluginError(f"{name}: {error}") from error


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """MkDocs' event: a page that hides its table of contents has none in the narrow menu either, where no key would reach it."""
    if "toc" in page.meta.get("hide", ()):
        page.toc = TableOfContents([AnchorLink(entry.title, entry.id, entry.level) for entry in list(page.toc)[:1]])
    return html


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs' event: adds the pages of codes and categories, the stylesheet of the legend, the search script, the files for programs."""
    views: Views = _made(config)["views"]
    for file in (*_code_pages(views, config), *_category_pages(views, config)):
        files.append(file)
    files.append(File.generated(config, "assets/css/outcomes.css", content=views.stylesheet()))
    name, text = _made(config)["search_script"]
    files.append(File.generated(config, name, content=text))
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    for path, text in _made(config)["published"].files.items():
        files.append(_published_file(config, path, text))
    return files


def _published_file(config: MkDocsConfig, path: str, text: str) -> File:
    """A file that is published as it is. MkDocs would make a page of a name that ends in .md, so it learns that name last."""
    file = File.generated(config, f"{path}.txt" if path.endswith(".md") else path, content=text)
    file.dest_uri = path
    return file


def _file(config: MkDocsConfig, address: str) -> File:
    return File.generated(config, f"{address.rstrip('/')}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _code_pages(views: Views, config: MkDocsConfig) -> Iterator[File]:
    for code in views.catalogue.codes.values():
        file = _file(config, code_address(code))
        description = f"Fax status {code.spoken}, {code.label.rstrip('.')} ({code.outcome.name.lower()}): {code.meaning}"
        RowPage(file, config, code_title(code), description, "code", partial(views.code_page, "../../", code))
        yield file


def _category_pages(views: Views, config: MkDocsConfig) -> Iterator[File]:
    for category in views.catalogue.categories.values():
        file = _file(config, category_address(category))
        RowPage(
            file,
            config,
            f"{category.name}: fax status codes",
            category.summary,
            "category",
            partial(views.category_page, "../../", category),
        )
        yield file
