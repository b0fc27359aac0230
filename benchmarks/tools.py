"""The tools that are measured: how each gets its project, and the command that builds it.

Each lays out the same pages in a folder. `ours` is this project with another data/; everything else gets the pages of by_hand.py.
"""

from __future__ import annotations

import json
import shutil
import sys
from abc import ABC, abstractmethod
from pathlib import Path

from macros.browser.node import NODE
from macros.catalogue import Catalogue, load

from . import by_hand
from .results import BESIDE

ROOT = Path(__file__).parent.parent
PEERS = ROOT / ".cache" / "peers"
"""Where `make benchmark` installs what only the comparison needs."""


class Tool(ABC):
    """A tool: `name` as shown in tables; `most`, the number of codes beyond which it is not asked, since it would take minutes."""

    name: str
    most = 1_000

    @abstractmethod
    def lay(self, data: Path, folder: Path) -> None:
        """Writes the project to an empty folder; `data` is a folder in the form of data/."""

    @abstractmethod
    def command(self) -> list[str]:
        """What to run in that folder. It writes to `site` there."""


class Ours(Tool):
    """This project."""

    name = "this project"
    most = 20_000

    def lay(self, data: Path, folder: Path) -> None:
        """Everything of the project but its data."""
        for name in ("mkdocs.yml", "hooks.py", "LICENSE"):
            shutil.copy(ROOT / name, folder)
        for name in ("docs", "macros", "overrides", "web"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(data, folder / "data")
        (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)

    def command(self) -> list[str]:
        """Strict, as it is published."""
        return [str(Path(sys.executable).with_name("mkdocs")), "build", "--strict"]


class _ByHand(Tool):
    suffix = ".md"
    source = "docs"
    front = ""

    def lay(self, data: Path, folder: Path) -> None:
        """The pages, and the tool's settings."""
        catalogue = load(data)
        for path, text in by_hand.pages(catalogue).items():
            target = folder / self.source / self.place(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.front + text, encoding="utf-8")
        for path, text in self.settings(catalogue).items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")

    def place(self, path: str) -> str:
        return path

    @abstractmethod
    def settings(self, catalogue: Catalogue) -> dict[str, str]:
        """Further files by path."""


_MATERIAL = """site_name: Codes
site_url: https://codes.example/
theme: {name: material, font: false}
nav: [index.md, codes/index.md, legend.md, about.md, lookup.md, integrate.md, changes.md]
validation: {nav: {omitted_files: ignore}}
plugins: [search]
"""


class Stock(_ByHand):
    """MkDocs and Material as they come. Code pages stand outside the navigation, which would make the build quadratic."""

    name = BESIDE

    def settings(self, catalogue: Catalogue) -> dict[str, str]:
        """The least that works."""
        return {"mkdocs.yml": _MATERIAL}

    def command(self) -> list[str]:
        """As one builds it."""
        return [str(Path(sys.executable).with_name("mkdocs")), "build"]


class Zensical(Stock):
    """The successor of Material, by its makers."""

    name = "Zensical"

    def command(self) -> list[str]:
        """Without what an earlier build left."""
        return [str(PEERS / "bin" / "zensical"), "build", "--clean"]


class Sphinx(_ByHand):
    """Sphinx with MyST and Furo."""

    name = "Sphinx, Furo"

    def settings(self, catalogue: Catalogue) -> dict[str, str]:
        """Code pages outside the table of contents, as above."""
        return {
            "docs/conf.py": "project = 'Codes'\nextensions = ['myst_parser']\nhtml_theme = 'furo'\nsuppress_warnings = ['toc', 'myst']\n"
        }

    def command(self) -> list[str]:
        """One process, as the others."""
        return [str(PEERS / "bin" / "sphinx-build"), "-q", "-b", "html", "docs", "site"]


_LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Codes</title></head>
<body><nav><a href="/">Home</a> <a href="/codes/">Codes</a></nav><main>{}</main></body></html>
"""


class Hugo(_ByHand):
    """Hugo with a layout of four lines: no theme, no search."""

    name = "Hugo, bare"
    most = 10_000
    source = "content"
    front = "---\ntitle: Codes\n---\n"

    def place(self, path: str) -> str:
        """Hugo's name for the page of a folder."""
        return path.replace("index.md", "_index.md")

    def settings(self, catalogue: Catalogue) -> dict[str, str]:
        """One layout for all pages."""
        layout = _LAYOUT.format("{{ .Content }}")
        return {
            "hugo.toml": "baseURL = 'https://codes.example/'\n",
            "layouts/_default/single.html": layout,
            "layouts/_default/list.html": layout,
        }

    def command(self) -> list[str]:
        """Into the folder where all write."""
        return [str(PEERS / "bin" / "hugo"), "--destination", "site", "--quiet"]


class Eleventy(_ByHand):
    """Eleventy with a layout of four lines: no theme, no search."""

    name = "Eleventy, bare"
    front = "---\nlayout: page.njk\n---\n"

    def settings(self, catalogue: Catalogue) -> dict[str, str]:
        """One layout for all pages. Text is not a template."""
        return {
            "docs/_includes/page.njk": _LAYOUT.format("{{ content | safe }}"),
            "eleventy.config.mjs": "export default () => ({dir: {input: 'docs', output: 'site'}, markdownTemplateEngine: false})\n",
            "package.json": json.dumps({"private": True}),
        }

    def command(self) -> list[str]:
        """On the Node that the environment has."""
        return [NODE, str(PEERS / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet"]


TOOLS: tuple[Tool, ...] = (Ours(), Stock(), Hugo(), Zensical(), Eleventy(), Sphinx())
