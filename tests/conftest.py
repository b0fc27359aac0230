"""What several tests need: the data, one build of the site in a session, a server below a path, and a browser."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from macros.catalogue import Catalogue, load

from . import browsers
from .serving import serving

ROOT = Path(__file__).parent.parent
BUILT = os.environ.get("BUILT_SITE", "")
"""A folder that was built before, to test the very site that is then published; without it, the tests build one."""

SITE_URL = os.environ["SITE_URL"] if BUILT else "https://reference.example/some/where/"
PREFIX = urlsplit(SITE_URL).path
"""The path below which the site is built and served in tests: a site that works below one works anywhere."""


def _once(fixture_name: str, config: pytest.Config) -> str:
    # mutmut asks which tests call a function: with one reading for all tests, only the first would.
    return "function" if os.environ.get("MUTANT_UNDER_TEST") == "stats" else "session"


@pytest.fixture(scope=_once)
def catalogue() -> Catalogue:
    """The project's own data."""
    return load(ROOT / "data")


def built(folder: Path) -> Path:
    """Builds the site into a folder, in this process. A warning of MkDocs or of a plugin fails the build, as --strict does."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), site_url=SITE_URL, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        os.chdir(before)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    if BUILT:
        return (ROOT / BUILT).resolve(strict=True)
    return built(tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The web address of the built site's root on this machine."""
    with serving(site, PREFIX) as root:
        yield root


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Makes pytest-playwright start the browser that was found."""
    return {**browser_type_launch_args, "executable_path": browsers.ensure(), "args": browsers.arguments()}


@pytest.fixture
def context(context: BrowserContext, address: str) -> Iterator[BrowserContext]:
    """A browser context in which nothing may go wrong unseen: an error on the console, an exception, a request elsewhere."""
    wrong: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # The 404 page is answered with status 404, which the browser reports for the page itself: that is its job.
        if message.type in ("error", "warning") and "404" not in message.text:
            wrong.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:", "about:")):
            wrong.append(f"request to {request.url}")

    context.on("console", on_console)
    context.on("weberror", lambda error: wrong.append(f"exception: {error.error}"))
    context.on("request", on_request)
    yield context
    assert wrong == []


@pytest.fixture
def visit(page: Page, address: str) -> Callable[[str], Page]:
    """Opens an address of the site, given from its root, and returns the page."""

    def open_page(path: str = "") -> Page:
        page.goto(address + path)
        return page

    return open_page
