"""The pages and files that exist because a row exists. Everything of this project that touches MkDocs' build is here."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from .. import addresses
from ..browser.shell import SCRIPTS, STYLES, Styles, script
from ..catalogue.values import Category, Code
from ..pages.views import Views
from .frame import Filling, Frame, Kind, Theme
from .head import Head
from .sealing import mended, unsealed

UNUSED = ("assets/javascripts/workers/", "assets/javascripts/lunr/", "assets/stylesheets/", "assets/images/favicon.png")
"""What the theme brings and no page loads: its own search, which this site replaces, and its sheets, of which shell.py takes its part."""

CODE = Kind(folder="codes/", anchor="code", terms=True)
CATEGORY = Kind(folder="categories/", anchor="category", terms=False)


class MadeFile(File):
    """A file whose text is made when it is written, so that the texts of ten thousand files never wait in memory together."""

    def __init__(self, config: MkDocsConfig, path: str, make: Callable[[], str]) -> None:
        super().__init__(path, None, config.site_dir, use_directory_urls=False, inclusion=InclusionLevel.INCLUDED)
        self._make = make

    def is_documentation_page(self) -> bool:
        """No: a Markdown file made here is published as it is."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Makes the text and writes it to where the site is built."""
        path, raw = Path(self.abs_dest_path), self._make().encode()
        try:
            path.write_bytes(raw)
        except FileNotFoundError:  # Its folder is nearly always there, so it is not asked for first.
            path.parent.mkdir(parents=True)
            path.write_bytes(raw)


def code_title(code: Code) -> str:
    """A code's page in one line, for titles: number and label, a negative number in words as well."""
    return f"{code.spoken}: {code.label}" if code.number is not None else f"{code.label} ({code.spoken})"


_serving = False
_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
_SEARCH_FORM = re.compile(r'(<form class="md-search__form") name="search">')


def on_startup(command: str, dirty: bool) -> None:
    """MkDocs' event, once for a command: remembers whether the site is built to be kept or only shown while it is edited."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """MkDocs' event: nothing published tells the day of its build. MkDocs takes the day from here, and the data knows one."""
    newest = _made(config)["views"].catalogue.changes[-1].date
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(f"{newest}T00:00:00+00:00").timestamp()))
    return config


def _made(config: MkDocsConfig) -> dict[str, Any]:
    """What define_env() made of the data for this build, by name."""
    macros: Any = config.plugins["macros"]
    return cast(dict[str, Any], macros.variables)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """MkDocs' event: tells the theme's templates whether a page is to be published, and so sealed by its policy."""
    made = _made(config)
    env.globals["sealed"] = not _serving
    env.bytecode_cache = made["compiled"]
    name = made["search_script"][0]
    env.globals.update(views=made["views"], head=made["head"], search_script=name, triage_script=made["triage_scripts"].page)
    env.filters.update(own_worker=partial(own_worker, script=name), search_on_demand=search_on_demand)
    made["styles"] = _styles(made, config)
    made["theme"] = theme = Theme(config, files, made["nav"], env)
    made["code_frame"], made["category_frame"] = Frame(theme, CODE), Frame(theme, CATEGORY)
    return env


def own_worker(html: str, script: str) -> str:
    """Puts our search script in the place of the theme's worker. Raises PluginError where the theme has no such place any more."""
    mended, times = _WORKER.subn(script, html)
    if times != 1:
        raise PluginError(f"the theme's page config names {times} search workers; expected one: see overrides/main.html")
    return mended


def search_on_demand(html: str) -> str:
    """Takes away the name by which the theme's script knows that it should load the index of the search at once: see
    docs/assets/shell/search-on-demand.js. Raises PluginError where the theme's form has another.
    """
    mended, times = _SEARCH_FORM.subn(r"\1>", html)
    if times != 1:
        raise PluginError(f"the theme's header has {times} forms named 'search'; expected one: see overrides/main.html")
    return mended


def _styles(made: dict[str, Any], config: MkDocsConfig) -> Styles:
    [theme] = (Path(folder) for folder in config.theme.dirs if (Path(folder) / "assets" / "stylesheets").is_dir())
    return Styles(theme, Path(config.docs_dir) / "assets", made["views"].stylesheet())


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """MkDocs' event: a page is published only where nothing in it runs."""
    page.content = None  # It is in the output now, and MkDocs would keep it: a table of ten thousand rows has megabytes.
    return _sealed(output, page.file.dest_uri, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """MkDocs' event, the same for pages that are templates: the 404 page."""
    return _sealed(output_content, template_name, config) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """MkDocs' event: all pages are there, so it is known which rules of the theme's styles they need."""
    MadeFile(config, STYLES, _made(config)["styles"].text).copy_file()


def _sealed(html: str, name: str, config: MkDocsConfig) -> str:
    _check(html, name)
    try:
        html = mended(html)
    except ValueError as error:
        raise PluginError(f"{name}: {error}") from error
    _made(config)["styles"].see(html)
    return html


def _check(html: str, name: str) -> None:
    if wrong := unsealed(html):
        raise PluginError("\n".join(f"{name}: {what}; expected nothing that runs in a page" for what in wrong))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """MkDocs' event: puts what macros made into the page, which Markdown has been through by now.

    A page that hides its table of contents has none in the narrow menu either, where no key would reach it.
    """
    if "toc" in page.meta.get("hide", ()):
        page.toc = TableOfContents([AnchorLink(entry.title, entry.id, entry.level) for entry in list(page.toc)[:1]])
    return cast(str, _made(config)["insertions"].filled(html))


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """MkDocs' event: puts tables of codes into the page, which the theme's search has read by now: ours knows codes from the data."""
    page.content = _made(config)["late_insertions"].filled(page.content)
    return context


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs' event: adds the pages of codes and categories, the scripts that are made of parts, the files for programs."""
    made = _made(config)
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    catalogue = made["views"].catalogue
    for code in catalogue.codes.values():
        files.append(MadeFile(config, f"{addresses.code_page(code.key)}index.html", partial(_code_page, made, code)))
    for category in catalogue.categories.values():
        files.append(MadeFile(config, f"{addresses.category_page(category.key)}index.html", partial(_category_page, made, category)))
    for path, parts in SCRIPTS.items():
        files.append(MadeFile(config, path, partial(script, Path(config.docs_dir) / "assets" / "shell", parts)))
    name, text = made["search_script"]
    files.append(MadeFile(config, name, lambda: text))
    triage = made["triage_scripts"].files
    for path in triage:
        files.append(MadeFile(config, path, partial(triage.__getitem__, path)))
    for path in made["published"].files:
        files.append(MadeFile(config, path, partial(made["published"].files.__getitem__, path)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """MkDocs' event: keeps the navigation for the pages that are made of rows."""
    _made(config)["nav"] = nav
    return nav


def _code_page(made: dict[str, Any], code: Code) -> str:
    return _whole(made["code_frame"], code_filling(made["views"], made["head"], code))


def _category_page(made: dict[str, Any], category: Category) -> str:
    return _whole(made["category_frame"], category_filling(made["views"], category))


def _whole(frame: Frame, filling: Filling) -> str:
    # The frame has been through on_post_page; what fills it beside the body is text, which the frame makes sure of.
    _check(filling.body, filling.title)
    return frame.filled(filling)


def code_filling(views: Views, head: Head, code: Code) -> Filling:
    """What a code's page has for itself."""
    address = addresses.code_page(code.key)
    description = f"Fax status {code.spoken}, {code.label.rstrip('.')} ({code.outcome.name.lower()}): {code.meaning}"
    return Filling(
        key=code.key,
        title=escape(code_title(code)),
        description=escape(description),
        answer=head.title(address),
        terms=head.json_ld(address),
        body=views.code_page("../../", code),
    )


def category_filling(views: Views, category: Category) -> Filling:
    """What a category's page has for itself."""
    title = escape(f"{category.name}: fax status codes")
    body = views.category_page("../../", category)
    return Filling(category.key, title, escape(category.summary), title, "", body)
