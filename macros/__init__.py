"""What a Markdown page of docs/ may say: one macro for each look. mkdocs-macros-plugin calls define_env() at each build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup
from mkdocs.exceptions import Abort

from .api.published import Published
from .browser.lookup import script
from .browser.triage import LOOKS, UNLISTED
from .browser.triage import scripts as triage_scripts
from .catalogue.model import DataError, load
from .measurements import read
from .pages.insertions import Insertions
from .pages.views import Views
from .publish.head import Head


def define_env(env: Any) -> None:
    """Loads the data and registers the macros. Where the data is wrong, the build ends with all that is wrong and status 1."""
    try:
        catalogue = load(Path(env.project_dir) / "data")
    except DataError as error:
        raise Abort(str(error)) from error
    compiled = _compiled_templates(Path(env.project_dir) / ".cache" / "templates")
    views = Views(catalogue, env.conf["extra"]["repository"], compiled)
    site = (env.conf["site_url"] or "").rstrip("/") + "/"
    published = Published(catalogue, site, env.conf["site_name"], env.conf["site_description"], compiled)
    env.variables["views"] = views  # where pages.on_files finds it
    env.variables["compiled"] = compiled
    env.variables["published"] = published
    env.variables["head"] = Head(catalogue, site, env.conf["site_name"])

    env.variables["insertions"] = insertions = Insertions("data-made")
    env.variables["late_insertions"] = late_insertions = Insertions("data-made-late")
    insert, insert_late = insertions.block, late_insertions.block
    env.variables["search_script"] = script(catalogue, Path(env.conf["docs_dir"]) / "assets" / "search")

    triage_made = triage_scripts(catalogue, site, Path(env.conf["docs_dir"]) / "assets" / "triage")
    env.variables["triage_scripts"] = triage_made

    def base() -> str:
        """The way from the page being built to the root of the site."""
        address: str = env.page.url
        return "../" * address.count("/")

    @env.macro
    def legend() -> Markup:
        """The colour legend as a table."""
        return insert(views.legend(base()))

    @env.macro
    def codes_table() -> Markup:
        """All codes in one table, with its filter."""
        return insert_late(views.codes_table(base(), catalogue.codes.values(), "All status codes, in the order of the source", tools=True))

    @env.macro
    def outcome_tables() -> Markup:
        """The codes of each outcome, under its heading."""
        return insert_late(views.outcome_tables(base()))

    @env.macro
    def categories() -> Markup:
        """All categories as a list."""
        return insert(views.categories(base()))

    @env.macro
    def life() -> Markup:
        """The picture of a fax's life, and the same in words."""
        return insert(views.life(base()))

    @env.macro
    def kinds() -> Markup:
        """The kinds of statement."""
        return insert(views.kinds(base()))

    @env.macro
    def facts(*references: str) -> Markup:
        """Facts of other pages, all or those about the references given, such as 'page:triage'."""
        return insert(views.facts(base(), *references))

    @env.macro
    def sources() -> Markup:
        """The pages that facts come from."""
        return insert(views.sources(base()))

    @env.macro
    def causes() -> Markup:
        """The codes and the Q.850 causes that they appear to carry."""
        return insert(views.causes(base()))

    @env.macro
    def changes() -> Markup:
        """The log of changes, newest first."""
        return insert(views.changes(base()))

    @env.macro
    def measurements() -> Markup:
        """What the benchmark measured last."""
        return insert(views.measurements(read(Path(env.project_dir) / "benchmarks" / "results.json")))

    @env.macro
    def published_files(*paths: str) -> Markup:
        """Published files with the sums of their bytes, such as published_files('api/codes.json')."""
        return insert(views.published_files(base(), map(published.file, paths)))

    @env.macro
    def snippet(name: str, language: str, opened: bool = False) -> Markup:
        """A file of docs/snippets/, such as snippet('fax_status.py', 'Python')."""
        return insert(views.snippet(base(), Path(env.conf["docs_dir"]) / "snippets" / name, language, opened=opened))

    @env.macro
    def lookup_form() -> Markup:
        """The field that leads to the lookup."""
        return insert(views.lookup_form(base()))

    @env.macro
    def lookup() -> Markup:
        """The field, and the place for the answer to the number in the address."""
        return insert(views.lookup(base()))

    @env.macro
    def triage() -> Markup:
        """The place where a whole log is put in and explained."""
        return insert_late(views.triage(base(), triage_made.engine, LOOKS, UNLISTED))

    @env.macro
    def ranges() -> Markup:
        """All codes by ranges of numbers."""
        return insert_late(views.ranges(base()))

    @env.macro
    def code(key: int | str) -> Markup:
        """A link to the page of a code, such as code(-22)."""
        return insertions.inline(views.code_link(base(), str(key)).strip())


def _compiled_templates(folder: Path) -> FileSystemBytecodeCache:
    # Compiling the theme's templates is a third of a small build. Jinja keeps what it made of a source by the sum of that source.
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
