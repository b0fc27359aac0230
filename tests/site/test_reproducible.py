"""Two builds of the same sources are the same to the byte: anywhere, at any time, for anybody, and whatever a build before left."""

from __future__ import annotations

import os
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


def built(folder: Path, program: str, **environment: str) -> dict[str, bytes]:
    clean = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "SITE_URL", "REPOSITORY_URL")}
    command = [sys.executable, "-c", program, "build", "--strict"]
    done = subprocess.run(command, cwd=folder, env=clean | environment, capture_output=True, text=True, check=False)
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


def test_a_build_elsewhere_next_year_with_other_settings_is_the_same(first: tuple[Path, dict[str, bytes]], tmp_path: Path):
    folder = copied(tmp_path / "some where else" / "ü")
    same(first[1], built(folder, LATER, LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8", TZ="Pacific/Kiritimati", PYTHONHASHSEED="2"))


def test_a_build_over_the_one_before_is_the_same(first: tuple[Path, dict[str, bytes]]):
    folder, before = first
    same(before, built(folder, PLAIN))


def test_the_preview_builds_the_same_files(first: tuple[Path, dict[str, bytes]], tmp_path: Path):
    """`mkdocs serve` builds them for its own address; for the same address they are the same."""
    folder, before = first
    serve = "import mkdocs.commands.build as b; from mkdocs.config import load_config; "
    serve += "c = load_config(site_dir='site', site_url='https://fax-status-codes.example/'); "
    serve += "c.plugins.on_startup(command='serve', dirty=False); b.build(c, serve_url=c.site_url)"
    same(before, built(folder, serve))


def test_a_second_build_in_the_same_process_is_the_same(site: Path, tmp_path: Path):
    same(files(site), files(built_here(tmp_path / "site")))
