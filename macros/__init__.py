"""What MkDocs sees of this package, through mkdocs-macros-plugin: the macros that a page of docs/ may use, and the end of a build."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, PluginError

from .api.files import ApiFiles
from .catalogue import DataError, load
from .pages.head import Head
from .pages.views import Views
from .publish.site import Build, PublishError, publish
from .publish.slots import comment

SLOTS = ("codes_table", "outcome_tables", "ranges", "triage")
"""Parts of pages that come in when MkDocs is done: their macros leave a slot."""


def define_env(env: Any) -> None:
    """The plugin's event, at each start of a build: loads the data and registers the macros.

    Where the data is wrong, the build ends with everything that is wrong and status 1.
    """
    try:
        catalogue = load(Path(env.project_dir) / "data")
    except DataError as error:
        raise Abort(str(error)) from error
    conf = env.conf
    site = (conf["site_url"] or "").rstrip("/") + "/"
    conf["extra"]["assets"], assets = _assets(conf, catalogue, site)
    conf["extra"]["newest"] = catalogue.date  # for overrides/sitemap.xml
    views = Views(catalogue, conf["extra"]["repository"], conf["extra"]["assets"])
    api = ApiFiles(catalogue, site, conf["site_name"], conf["site_description"])
    env.variables["build"] = Build(catalogue, views, Head(catalogue, site, conf["site_name"]), api, assets, site)

    def macro(name: str, view: Callable[..., str]) -> None:
        """Registers a view, which wants the way from the page being built to the root of the site."""

        def show(*arguments: Any, **options: Any) -> str:
            return view("../" * env.page.url.count("/"), *arguments, **options)

        env.macro(show, name)

    for template in ("legend", "categories", "provenances", "sources", "causes", "lookup", "lookup-form"):
        macro(template.replace("-", "_"), partial(views.fragment, template))
    macro("life", views.life)
    macro("facts", views.facts)
    macro("changes", views.changes)
    macro("code", views.code_link)
    macro("link", lambda base, path, text: views.fragment("link", base, path=path, text=text).strip())
    macro("snippet", lambda base, *about, **how: views.snippet(base, Path(conf["docs_dir"]) / "snippets", *about, **how))
    macro("published_files", lambda base, *paths: views.fragment("published-files", base, files=[api.file(path) for path in paths]))
    env.macro(views.answer, "answer")
    for name in SLOTS:
        env.macro(partial(comment, name), name)


def on_post_build(env: Any) -> None:
    """The plugin's event, when MkDocs has written its pages: completes the site."""
    try:
        publish(env.variables["build"], Path(env.conf["site_dir"]))
    except PublishError as error:
        raise PluginError(str(error)) from error


def _assets(conf: Any, catalogue: Any, site: str) -> Any:
    from .browser.lookup import script
    from .browser.shell import SCRIPTS, STYLES, Styles
    from .browser.shell import script as joined
    from .browser.triage import scripts

    docs = Path(conf["docs_dir"]) / "assets"
    search = script(catalogue, docs / "search")
    triage = scripts(catalogue, site, docs / "triage")
    [theme] = (Path(folder) for folder in conf["theme"].dirs if (Path(folder) / "assets" / "stylesheets").is_dir())
    styles = Styles(theme, docs, Views(catalogue, "", {"triage-engine": triage.engine}).stylesheet())
    made = {path: joined(docs / "shell", parts) for path, parts in SCRIPTS.items()} | dict([search]) | triage.files
    return {"search": search[0], "triage-engine": triage.engine, "triage": triage.page}, made | {STYLES: styles.whole()}
