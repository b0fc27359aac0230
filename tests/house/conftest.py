"""Tests of the house run on a made-up catalogue, which knows no number of the vendor: how things work, whatever the data says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load

MADE_UP = Path(__file__).parent / "catalogue"
"""The tables of an invented service that sends pigeons."""

MORE_CHANGES = """\
2026-02-01,502,added,,Somebody can call a pigeon back.
2026-02-01,371 4852,relabelled,Engaged,Another word.
2026-03-24,-30 other-negative,explained,,More words.
2027-01-31,4852,retired,,The post office does not list it any more.
"""


def copied(folder: Path, changes: str = "") -> Path:
    """Copies the made-up tables to `folder`/data, with more rows in the log, and returns that folder."""
    data = folder / "data"
    shutil.copytree(MADE_UP, data)
    with (data / "changes.csv").open("a", encoding="utf-8", newline="") as log:
        log.write(changes)
    return data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the made-up tables, to be broken."""
    return copied(tmp_path)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The made-up catalogue."""
    return load(MADE_UP)


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The made-up catalogue with a log of every type of change: added, relabelled, explained, retired."""
    return load(copied(tmp_path_factory.mktemp("changed"), MORE_CHANGES))
