"""Bundles web/ with esbuild: one classic, minified script for each entry, and the style sheets, each named by its checksum.

Classic scripts and not modules: from a folder, without a server, a browser loads no module, and an import map would have to be inline,
which the policy forbids.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

ENTRIES = {
    "early": "base/early.js",
    "base": "base/base.js",
    "search": "search/worker.js",
    "lookup": "lookup/lookup.js",
    "codes-table": "codes-table/codes-table.js",
    "triage-engine": "triage/engine/worker.js",
    "triage": "triage/page/page.js",
    "style": "styles/style.css",
    "triage-style": "styles/triage-style.css",
}
"""The scripts and style sheets that pages load, by name, each with its entry in web/."""

OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=eof",
    '--tsconfig-raw={"compilerOptions":{"alwaysStrict":true}}',  # as modules are; and no tsconfig.json of any folder is looked for
    "--preserve-symlinks",  # node_modules may be one
    "--log-level=warning",
    "--color=false",
)
LICENSES = "assets/licenses.txt"

_MESSAGE = re.compile(r"\[(?:ERROR|WARNING)\] (.+)\n(?:\n +(\S+:\d+):\d+:$)?", re.MULTILINE)
"""What esbuild says is wrong, and in which line of which file; an excerpt of the file follows."""


class BundleError(Exception):
    """web/ does not bundle; the message is esbuild's own, `file:line: what`, or says what is missing."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is named by its checksum: `path` is from the root of the site."""

    path: str
    text: str

    @classmethod
    def named(cls, name: str, suffix: str, text: str) -> Asset:
        """A script (js) or a style sheet (css)."""
        return cls(f"assets/{suffix}/{name}.{sha256(text.encode()).hexdigest()[:8]}.{suffix}", text)


def bundle(project: Path, styles: str, meanings: Mapping[str, str], parts: Collection[str] = ("triage",)) -> dict[str, Asset]:
    """Every entry bundled, by name, and the licenses of the packages in them. `styles` are more rules for the site's style sheet,
    `meanings` what scripts know as MEANINGS: those of provenances by key. Triage is bundled where it is one of the site's `parts`.

    Raises BundleError where web/ does not bundle or its packages are not installed.
    """
    sources = tuple((str(file), file.stat().st_mtime_ns) for file in sorted((project / "web").rglob("*")))
    return dict(_bundled(project, styles, json.dumps(dict(meanings)), tuple(parts), sources))


@lru_cache(maxsize=1)  # A preview bundles again where a file of web/ has changed.
def _bundled(project: Path, styles: str, meanings: str, parts: tuple[str, ...], _sources: object) -> dict[str, Asset]:
    packages = project / "node_modules"
    programs = [*packages.glob("@esbuild/*/bin/esbuild"), *packages.glob("@esbuild/*/esbuild.exe")]
    if not programs:
        raise BundleError("node_modules/ lacks esbuild; expected it to be installed: make build does that")
    wanted = {name: path for name, path in ENTRIES.items() if "triage" in parts or not name.startswith("triage")}
    with TemporaryDirectory() as made:
        entries = [f"{name}=web/{path}" for name, path in wanted.items()]
        places = [f"--outdir={made}", f"--metafile={made}/meta.json"]
        command = [str(programs[0]), *entries, *OPTIONS, f"--define:MEANINGS={meanings}", *places]
        environment = os.environ | {"GOGC": "off"}  # A third less time: nothing is freed.
        run = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
        if run.returncode or run.stderr:  # A warning is of a mistake too.
            raise BundleError(_messages(run.stderr))
        assets = {}
        for name, path in wanted.items():
            suffix = Path(path).suffix[1:]
            text = (Path(made) / f"{name}.{suffix}").read_text(encoding="utf-8")
            assets[name] = Asset.named(name, suffix, text + (styles if name == "style" else ""))
        assets["licenses"] = Asset(
            LICENSES, _licenses(packages, json.loads((Path(made) / "meta.json").read_text(encoding="utf-8"))["inputs"])
        )
    return assets


def _messages(output: str) -> str:
    found = (f"{place}: {what}" if place else what for what, place in _MESSAGE.findall(output))
    return "\n".join(found) or output.strip()


def _licenses(folder: Path, inputs: dict[str, object]) -> str:
    """The license texts of the packages that the bundles hold."""
    names = sorted({path.split("/")[1] for path in inputs if path.startswith("node_modules/")})
    texts = (f"{name}\n\n{next((folder / name).glob('LICENSE*')).read_text(encoding='utf-8')}" for name in names)
    return "\n\n".join(texts)
