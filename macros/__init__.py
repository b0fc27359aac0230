"""What MkDocs sees of this package, through mkdocs-macros-plugin: the macros that a page of docs/ may use, and the end of a build."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, TemplateSyntaxError, UndefinedError
from mkdocs.exceptions import Abort
from pathspec.gitignore import GitIgnoreSpec

from .api.files import ApiFiles
from .browser import pack
from .browser.bundle import BundleError, bundle
from .catalogue import DataError, load
from .catalogue.table import did_you_mean
from .pages.forge import FORGES, Forge
from .pages.head import Head
from .pages.views import UnknownError, Views
from .publish.kept import Kept
from .publish.site import Build, PublishError, is_there, publish
from .publish.slots import comment
from .settings import SettingsError, check
from .templating import Compiled

SLOTS = ("codes_table", "triage")
"""Parts of pages that are filled in after MkDocs: their macros leave a slot."""

KEPT = Kept()
"""For all builds of a preview, which hooks.py names so and serves."""

PARTS = {"triage": ("/triage.md", "/triage/"), "api": ("/snippets/",)}
"""Parts that mkdocs.yml may leave out, with their own files in docs/."""


def define_env(env: Any) -> None:
    """The plugin's event, at each start of a build: loads the data and registers the macros.

    Where settings or data are invalid, the build aborts with every problem and status 1.
    """
    os.umask(os.umask(0o022) & 0o022)  # A web server can read what is built, whatever umask the builder's shell has.
    conf, paths = env.conf, dict[str, str]()
    extra = conf["extra"]
    try:
        # The preview has an address of its own, which MkDocs sets.
        site = conf["site_url"] or extra.get("site")
        settings = check(site, extra.get("repository"), conf["site_name"], conf["site_description"])
        catalogue = load(Path(env.project_dir) / "data")
        forge = Forge(settings.repository, str(extra.get("branch") or "main"), str(extra.get("forge") or ""), settings.site)
        if forge.type not in ("", *FORGES):
            raise SettingsError(f"REPOSITORY_FORGE is {forge.type!r}; expected one of: {', '.join(FORGES)}, or nothing")
        parts = _parts(conf)
        views = Views(catalogue, forge, paths, parts)
        meanings = {key: each.meaning for key, each in catalogue.provenances.items()}
        assets = bundle(Path(env.project_dir), views.stylesheet(), meanings, parts)
    except (SettingsError, DataError, BundleError) as error:
        raise Abort(str(error)) from error
    conf["site_url"] = settings.site
    assets |= pack.scripts(catalogue, settings.site)
    paths |= {name: asset.path for name, asset in assets.items()}
    extra |= {
        "assets": paths,
        "newest": catalogue.date,
        "corrections": forge,
        "parts": parts,
        "theme_sheet": _style_sheet(conf["theme"].dirs),
    }  # for overrides/
    api = ApiFiles(catalogue, settings.site, settings.name, settings.description, parts)
    files = {asset.path: asset.text for asset in assets.values()}
    env.variables["included"] = parts
    env.variables["build"] = Build(catalogue, views, Head(catalogue, settings.site, settings.name), api, files, settings.site)
    env.variables["mistakes"], env.variables["links"] = [], []

    def macro(name: str, view: Callable[..., str]) -> None:
        """Registers a view, whose first argument is the relative path from the current page to the root of the site."""

        def show(*arguments: Any, **options: Any) -> str:
            return view("../" * env.page.url.count("/"), *arguments, **options)

        env.macro(show, name)

    def link(base: str, path: str, text: str) -> str:
        file = env.page.file
        env.variables["links"].append((f"docs/{file.src_uri}", file.content_string.partition(path)[0].count("\n") + 1, path))
        return views.fragment("link", base, path=path, text=text).strip()

    for template in ("legend", "categories", "provenances", "sources", "causes", "changes", "life", "remarks", "lookup", "lookup-form"):
        macro(template.replace("-", "_"), partial(views.fragment, template))
    macro("facts", views.facts)
    macro("code", views.code_link)
    macro("link", link)
    macro("snippet", lambda base, *about, **how: views.snippet(base, Path(conf["docs_dir"]) / "snippets", *about, **how))
    macro("shape", lambda base, name, caller: views.fragment("shape", base, name=name, text=caller().strip("\n")))
    macro("published_files", lambda base, *paths: views.fragment("published-files", base, files=[api.file(path) for path in paths]))
    env.macro(views.answer, "answer")
    for name in SLOTS:
        env.macro(partial(comment, name), name)


def _parts(conf: Any) -> frozenset[str]:
    """The parts that the site has. Takes the pages of the others out of docs/ and the navigation."""
    parts = frozenset(conf["extra"].get("parts", PARTS) or ())
    if unknown := parts - PARTS.keys():
        raise SettingsError(f"mkdocs.yml: no part '{min(unknown)}' is known; expected some of: {', '.join(PARTS)}")
    left_out = GitIgnoreSpec.from_lines(path for part in PARTS.keys() - parts for path in PARTS[part])
    conf["exclude_docs"] = (conf.get("exclude_docs") or GitIgnoreSpec([])) + left_out
    conf["nav"] = [entry for entry in conf.get("nav") or () if not left_out.match_file(*entry.values())]
    return parts


def _style_sheet(folders: list[str]) -> str:
    """The theme's style sheet, which is named by its checksum, from the root of the site."""
    found = next(file for folder in folders for file in Path(folder).glob("assets/stylesheets/main.*.min.css"))
    return f"assets/stylesheets/{found.name}"


def on_post_page_macros(env: Any) -> None:
    """The plugin's event, for each page of docs/: calls its macros. A mistake is noted with its place; on_env() in hooks.py reports all."""
    try:
        name = env.page.file.src_uri
        loader = ChoiceLoader([DictLoader({name: env.markdown}), env.env.loader])  # By its name, what a page compiles to is kept.
        env.markdown = env.env.overlay(loader=loader, bytecode_cache=Compiled("docs")).get_template(name).render(env.variables)
    except Exception as error:
        source = env.page.file.content_string
        line = source.count("\n") - env.markdown.count("\n") + _line(error)  # The plugin is given the text below the page's head.
        env.variables["mistakes"].append(f"docs/{env.page.file.src_uri}:{line}: {_mistake(error, list(env.macros))}")


def _line(error: Exception) -> int:
    """The line of the page's text, from 1, where an error has happened."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    return [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"][-1]


def _mistake(error: Exception, macros: list[str]) -> str:
    """What is wrong in a page, and what was expected, in one line."""
    unknown = re.fullmatch("'(.+)' is undefined", str(error)) if isinstance(error, UndefinedError) else None
    if unknown:
        return f"no macro '{unknown[1]}'; {did_you_mean(unknown[1], macros)}"
    if isinstance(error, TemplateSyntaxError | UnknownError):
        return str(error)
    return " ".join(f"{type(error).__name__}: {error}".split())


def on_post_build(env: Any) -> None:
    """The plugin's event, when MkDocs has written its pages: completes the site, and tries where link() leads to."""
    site, kept = Path(env.conf["site_dir"]), KEPT if env.conf["extra"].get("preview") else None
    try:
        publish(env.variables["build"], site, kept)
    except (PublishError, ValueError) as error:  # the latter of a slot that nothing fills
        raise Abort(str(error)) from error
    files = {path: f"{path}index.html" if path.endswith("/") else path for *_, path in env.variables["links"]}
    dead = [each for each in env.variables["links"] if not is_there(site, kept, files[each[2]])]
    if dead:
        lines = (f"{page}:{line}: link() leads to '{path}', where nothing is; expected a page or a file" for page, line, path in dead)
        raise Abort("\n".join(lines))
