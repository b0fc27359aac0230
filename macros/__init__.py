"""What a Markdown page of docs/ may say: one macro for each look. mkdocs-macros-plugin calls define_env() at each build."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import Abort

from .model import DataError, load
from .views import Views


def define_env(env) -> None:
    """Loads the data and registers the macros. Where the data is wrong, the build ends with all that is wrong and status 1."""
    try:
        catalogue = load(Path(env.project_dir) / "data")
    except DataError as error:
        raise Abort(str(error)) from error
    views = Views(catalogue, env.conf["extra"]["repository"])
    env.variables["views"] = views  # where pages.on_files finds it

    def base() -> str:
        """The way from the page being built to the root of the site."""
        return "../" * env.page.url.count("/")

    @env.macro
    def legend():
        """The colour legend as a table."""
        return views.legend(base())

    @env.macro
    def codes_table():
        """All codes in one table, with its filter."""
        return views.codes_table(base(), catalogue.codes.values(), "All status codes, in the order of the source", tools=True)

    @env.macro
    def outcome_tables():
        """The codes of each outcome, under its heading."""
        return views.outcome_tables(base())

    @env.macro
    def categories():
        """All categories as a list."""
        return views.categories(base())

    @env.macro
    def life():
        """The picture of a fax's life, and the same in words."""
        return views.life(base())

    @env.macro
    def kinds():
        """The kinds of statement."""
        return views.kinds(base())

    @env.macro
    def facts(*references: str):
        """Facts of other pages, all or those about the references given, such as 'page:triage'."""
        return views.facts(base(), *references)

    @env.macro
    def sources():
        """The pages that facts come from."""
        return views.sources(base())

    @env.macro
    def causes():
        """The codes and the Q.850 causes that they appear to carry."""
        return views.causes(base())

    @env.macro
    def code(key):
        """A link to the page of a code, such as code(-22)."""
        return views.code_link(base(), str(key)).strip()
