"""What MkDocs sees of this package, through mkdocs-macros-plugin: the macros that a page of docs/ may use, and the end of a build."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, PluginError

from .api.files import ApiFiles
from .browser import pack
from .browser.bundle import Asset, BundleError, bundle
from .catalogue import DataError, load
from .pages.head import Head
from .pages.views import Views
from .publish.site import Build, PublishError, publish
from .publish.slots import comment

SLOTS = ("codes_table", "triage")
"""Parts of pages that are filled in after MkDocs: their macros leave a slot."""


def define_env(env: Any) -> None:
    """The plugin's event, at each start of a build: loads the data and registers the macros.

    Where the data is invalid, the build aborts with every problem and status 1.
    """
    try:
        catalogue = load(Path(env.project_dir) / "data")
    except DataError as error:
        raise Abort(str(error)) from error
    conf = env.conf
    site = (conf["site_url"] or "").rstrip("/") + "/"
    paths: dict[str, str] = {}
    views = Views(catalogue, conf["extra"]["repository"], paths)
    try:
        assets = bundle(Path(env.project_dir), views.stylesheet())
    except BundleError as error:
        raise Abort(str(error)) from error
    assets["catalogue"] = Asset.named("catalogue", "js", pack.script(catalogue, site))
    paths |= {name: asset.path for name, asset in assets.items()}
    conf["extra"] |= {"assets": paths, "newest": catalogue.date, "theme_sheet": _style_sheet(conf["theme"].dirs)}  # for overrides/
    api = ApiFiles(catalogue, site, conf["site_name"], conf["site_description"])
    files = {asset.path: asset.text for asset in assets.values()}
    env.variables["build"] = Build(catalogue, views, Head(catalogue, site, conf["site_name"]), api, files, site)

    def macro(name: str, view: Callable[..., str]) -> None:
        """Registers a view, whose first argument is the relative path from the current page to the root of the site."""

        def show(*arguments: Any, **options: Any) -> str:
            return view("../" * env.page.url.count("/"), *arguments, **options)

        env.macro(show, name)

    for template in ("legend", "categories", "provenances", "sources", "causes", "changes", "life", "remarks", "lookup", "lookup-form"):
        macro(template.replace("-", "_"), partial(views.fragment, template))
    macro("facts", views.facts)
    macro("code", views.code_link)
    macro("link", lambda base, path, text: views.fragment("link", base, path=path, text=text).strip())
    macro("snippet", lambda base, *about, **how: views.snippet(base, Path(conf["docs_dir"]) / "snippets", *about, **how))
    macro("shape", lambda base, name, caller: views.fragment("shape", base, name=name, text=caller().strip("\n")))
    macro("published_files", lambda base, *paths: views.fragment("published-files", base, files=[api.file(path) for path in paths]))
    env.macro(views.answer, "answer")
    for name in SLOTS:
        env.macro(partial(comment, name), name)


def _style_sheet(folders: list[str]) -> str:
    """The theme's style sheet, which is named by its checksum, from the root of the site."""
    found = next(file for folder in folders for file in Path(folder).glob("assets/stylesheets/main.*.min.css"))
    return f"assets/stylesheets/{found.name}"


def on_post_build(env: Any) -> None:
    """The plugin's event, when MkDocs has written its pages: completes the site."""
    try:
        publish(env.variables["build"], Path(env.conf["site_dir"]))
    except PublishError as error:
        raise PluginError(str(error)) from error
