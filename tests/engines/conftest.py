"""Each test runs in each engine, in a browser that starts once and forgets between tests; nothing goes wrong on the console unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.engines import finding
from tests.support.engines.engine import Engine, EngineError, Settings
from tests.support.engines.marks import EACH
from tests.support.engines.page import Page
from tests.support.engines.watching import watching
from tests.support.site import PREFIX


class Running:
    """The browser of an engine: started when it is first needed, and again after it got stuck."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.engine: Engine | None = None

    def begin(self, settings: Settings, downloads: Path) -> Engine:
        """A browser as on a first visit."""
        if self.engine:
            try:
                self.engine.begin(settings, downloads)
            except EngineError:
                self.close()
            else:
                return self.engine
        self.engine = finding.start(self.name)
        self.engine.begin(settings, downloads)
        return self.engine

    def close(self) -> None:
        """Ends the browser, if there is one."""
        if self.engine:
            self.engine.close()
        self.engine = None


@pytest.fixture(scope="session", params=EACH)
def running(request: pytest.FixtureRequest) -> Iterator[Running]:
    """One engine after the other."""
    running = Running(request.param)
    yield running
    running.close()


@pytest.fixture(scope="session")
def watched(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of the built site, and what its pages tell."""
    with watching(site, PREFIX) as served:
        yield served


@pytest.fixture
def unwatched(running: Running, watched: tuple[str, list[str]], tmp_path: Path) -> Callable[..., Page]:
    """Makes a page for somebody who has set these things, 1280 pixels wide."""
    root, heard = watched

    def visit(width: int = 1280, height: int = 800, **settings: bool) -> Page:
        page = Page(running.begin(Settings(**settings), tmp_path), root, heard)
        page.resize(width, height)
        page.said()
        return page

    return visit


@pytest.fixture
def visitor(unwatched: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Makes a page in which nothing may go wrong unseen."""
    made: list[Page] = []

    def visit(*size: int, **settings: bool) -> Page:
        made[:] = [unwatched(*size, **settings)]
        return made[0]

    yield visit
    assert [line for page in made for line in page.said()] == []


@pytest.fixture
def page(visitor: Callable[..., Page]) -> Page:
    """A page for somebody with no wishes."""
    return visitor()
