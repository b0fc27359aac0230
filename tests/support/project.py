"""A copy of the project in which a test changes what it likes, and its commands, run as a person runs them."""

from __future__ import annotations

import csv
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest

from tests.support.site import ROOT

PARTS = ("mkdocs.yml", "docs", "data", "macros", "overrides", "web", "hooks.py")
DEADLINE = 120
"""Seconds after which a command that should have said or done something is taken to hang. Nothing waits that long that works."""


@dataclass(frozen=True)
class Done:
    """What a command left: its status, what it printed, and the folder of the project that it ran in."""

    status: int
    output: str
    project: Path

    @property
    def site(self) -> Path:
        """Where the built site is, if it was built."""
        return self.project / "site"


def copy(folder: Path) -> Path:
    """A copy of the project's own parts, without what a build or an editor leaves."""
    project = folder / "project"
    project.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(ROOT / part, project / part)
    (project / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return project


def environment(**variables: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPOSITORY_URL", "BUILT_SITE")}
    return clean | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"} | variables


def run(project: Path, *arguments: str, **variables: str) -> Done:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    done = subprocess.run(
        command, cwd=project, env=environment(**variables), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=DEADLINE, check=False
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), project)


def build(project: Path, **variables: str) -> Done:
    return run(project, "build", "--strict", **variables)


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(path.read_text(encoding="utf-8"))))


def write(path: Path, rows: list[list[str]]) -> None:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")


def change(project: Path, table: str, key: str, column: str, value: str) -> int:
    """Sets one cell of the row whose first cell is `key`; gives the row's line."""
    path = project / "data" / f"{table}.csv"
    header, *rows = read(path)
    (place,) = [place for place, row in enumerate(rows) if row[0] == key]
    rows[place][header.index(column)] = value
    write(path, [header, *rows])
    return place + 2


class Preview:
    """`mkdocs serve` while it runs: its address, and what it has printed so far."""

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        self.address, self._process, self.output = address, process, ""
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._process.stdout:
            self.output += line.decode("utf-8")

    def until_up(self) -> None:
        """Waits until it serves."""
        end = time.monotonic() + DEADLINE
        while "Serving on" not in self.output:
            assert time.monotonic() < end, f"it never served, but said:\n{self.output}"
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"it ended with status {self._process.wait(timeout=0.1)}:\n{self.output}")


@contextmanager
def serving(project: Path) -> Iterator[Preview]:
    """Runs `mkdocs serve` while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        preview = Preview(process, f"http://127.0.0.1:{port}/")
        preview.until_up()
        yield preview
    finally:
        process.terminate()
        process.wait(timeout=DEADLINE)
