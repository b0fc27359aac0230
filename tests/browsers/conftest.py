"""A browser in which nothing goes wrong unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.support import browsers


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
