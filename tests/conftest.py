"""What tests of every folder need: the data, and one build of the site in a session."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.catalogue import Catalogue, load

ROOT = Path(__file__).parent.parent


def pytest_configure() -> None:
    """A folder that holds no built site ends the tests at once, in one line."""
    if os.environ.get("BUILT_SITE"):
        import tests.support.site  # noqa: F401


def _once(fixture_name: str, config: pytest.Config) -> str:
    # mutmut asks which tests call a function: with one reading for all tests, only the first would.
    return "function" if os.environ.get("MUTANT_UNDER_TEST") == "stats" else "session"


@pytest.fixture(scope=_once)
def catalogue() -> Catalogue:
    """The project's own data."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    from tests.support.site import BUILT, built  # MkDocs takes its time; tests of the data do without.

    return (ROOT / BUILT).resolve(strict=True) if BUILT else built(tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The web address of the built site's root on this machine."""
    from tests.support.serving import serving
    from tests.support.site import PREFIX

    with serving(site, PREFIX) as root:
        yield root


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that somebody gets who opens the zip of the offline copy."""
    from macros.publish import offline  # Only tests of the copy need it.

    folder = tmp_path_factory.mktemp("offline")
    offline.pack(site, folder / "copy.zip")
    with ZipFile(folder / "copy.zip") as archive:
        archive.extractall(folder)
    return folder / offline.FOLDER
