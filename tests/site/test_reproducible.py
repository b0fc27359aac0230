"""Two builds of the same sources are the same to the byte: anywhere, at any time, for anybody, and whatever a build before left."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import ROOT
from tests.support.site import built as built_here

SOURCES = ("mkdocs.yml", "hooks.py", "LICENSE", "data", "docs", "macros", "overrides", "web")

LATER = """
import datetime, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=400)
datetime.datetime = Later
before = time.time
time.time = lambda: before() + 400 * 86400
from mkdocs.__main__ import cli
cli()
"""
"""A build more than a year from now."""

PLAIN = "from mkdocs.__main__ import cli; cli()"


def other_python() -> Path:
    """The newest other version of Python that `make pythons` has set up for this lock; without one, that of the tests."""
    lock = (ROOT / "requirements" / "runtime.txt").stat().st_mtime
    ready = [stamp.parent for stamp in (ROOT / ".cache").glob("python3.*/.runtime") if stamp.stat().st_mtime >= lock]
    return max(ready, key=lambda folder: int(folder.name.split(".")[1]), default=Path(sys.prefix)) / "bin" / "python"


OTHER_PYTHON = other_python()


def copied(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return folder


def built(folder: Path, program: str, *, python: Path = Path(sys.executable), umask: int = -1, **environment: str) -> dict[str, bytes]:
    clean = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "SITE_URL", "REPOSITORY_URL")}
    command = [python, "-c", program, "build", "--strict"]
    done = subprocess.run(command, cwd=folder, env=clean | environment, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return files(folder / "site")


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = copied(tmp_path_factory.mktemp("first") / "here")
    return folder, built(folder, PLAIN, LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1")


def same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert set(one) == set(other)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = copied(tmp_path_factory.mktemp("second") / "some where else" / "ü")
    other = {"LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}
    return folder, built(folder, LATER, python=OTHER_PYTHON, umask=0o077, **other)


@pytest.mark.parametrize("_python", [OTHER_PYTHON.parent.parent.name])
def test_a_build_elsewhere_next_year_with_other_settings_is_the_same(
    first: tuple[Path, dict[str, bytes]], elsewhere: tuple[Path, dict[str, bytes]], _python: str
):
    same(first[1], elsewhere[1])


def test_a_web_server_may_read_what_somebody_built_who_lets_nobody_read_his_files(elsewhere: tuple[Path, dict[str, bytes]]):
    site = elsewhere[0] / "site"
    needed = {path: 0o055 if path.is_dir() else 0o044 for path in (site, *site.rglob("*"))}
    assert [path for path, bits in needed.items() if path.stat().st_mode & bits != bits] == []


def test_what_versions_of_python_write_differently_is_written_one_way(first: tuple[Path, dict[str, bytes]]):
    """The indentation of docstrings, which 3.13 leaves out, and the system in the header of gzip, which it does not tell."""
    definitions = json.loads(first[1]["api/schema.json"])["$defs"]
    assert [name for name, definition in definitions.items() if re.search(r"\s\s|\n", definition["description"])] == []
    assert {name: raw[9] for name, raw in first[1].items() if name.endswith(".gz")} == {"sitemap.xml.gz": 255}


def test_a_build_over_the_one_before_is_the_same(first: tuple[Path, dict[str, bytes]]):
    folder, before = first
    same(before, built(folder, PLAIN))


def test_the_preview_builds_the_same_files(first: tuple[Path, dict[str, bytes]], tmp_path: Path):
    """`mkdocs serve` builds them for its own address; for the same address they are the same, those that it keeps included."""
    folder, before = first
    serve = "import mkdocs.commands.build as b; from mkdocs.config import load_config; from pathlib import Path; "
    serve += "c = load_config(site_dir='site', site_url='https://fax-status-codes.example/'); "
    serve += "c.plugins.on_startup(command='serve', dirty=False); b.build(c, serve_url=c.site_url); from macros import KEPT; "
    serve += "places = [(Path('site', path), text()) for path, text in KEPT.files.items()]; "
    serve += "[(place.parent.mkdir(parents=True, exist_ok=True), place.write_bytes(text.encode())) for place, text in places]"
    same(before, built(folder, serve))


def test_a_second_build_in_the_same_process_is_the_same(site: Path, tmp_path: Path):
    same(files(site), files(built_here(tmp_path / "site")))
