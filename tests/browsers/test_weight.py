"""What a first visit loads: a code's page within a budget, and nothing that only the search needs before somebody searches."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Request, expect

from macros.catalogue import Catalogue
from tests.support import browsers

Visit = Callable[[str], Page]

BYTES, REQUESTS, TABLE = 45_000, 7, 40_000
"""A first visit to a code's page, gzipped, script included; its requests; and the page of all codes."""

FIELD = "[data-search] input"
FIRST = "[data-search] li:first-child a"
OF_THE_SEARCH = ("search_index.json", "search.", "catalogue.")


def packed(path: Path) -> int:
    """The size of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def named(site: Path, address: str, selector: str) -> set[Path]:
    """The files that elements of a page name."""
    soup = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    places = [element.get("src") or element["href"] for element in soup.select(selector)]
    root = "https://any.example/"
    return {site / unquote(urljoin(root + address, place).removeprefix(root)) for place in places}


def loads(site: Path, address: str) -> set[Path]:
    """The files that a page loads, itself included: those that its HTML names. A test in the browser shows that it loads no others."""
    return {site / address / "index.html"} | named(site, address, "link[rel~=stylesheet], script[src], img[src]")


def icons(site: Path, address: str) -> set[Path]:
    """What a browser with tabs asks for besides, even where the page shows the same picture."""
    return named(site, address, "link[rel~=icon]")


def test_a_first_visit_to_any_code_is_light(site: Path, catalogue: Catalogue) -> None:
    sizes, heavy = cache(packed), []
    for key in catalogue.codes:
        files = loads(site, f"codes/{key}/") | icons(site, f"codes/{key}/")
        size = sum(map(sizes, files))
        if size > BYTES or len(files) > REQUESTS:
            heavy.append(f"{key}: {size} bytes in {len(files)} requests")
    assert heavy == []


def test_the_page_of_all_codes_is_light(site: Path) -> None:
    assert packed(site / "codes" / "index.html") <= TABLE


@pytest.mark.parametrize("path", ["codes/3931/", "codes/-22/", "codes/", ""])
def test_a_page_loads_what_it_names_and_no_more(page: Page, site: Path, address: str, path: str) -> None:
    seen: list[str] = []
    page.context.on("request", lambda request: seen.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    wanted = [*loads(site, path), *(icons(site, path) if browsers.asks_for_icons() else ())]
    names = [file.relative_to(site).as_posix().removesuffix("index.html") for file in wanted]
    assert sorted(url.removeprefix(address) for url in seen if not url.startswith("data:")) == sorted(names)


@pytest.mark.parametrize("way", ["focus", "key", "pointer", "touch of the button"])
def test_who_turns_to_the_search_loads_it_once(browser: Browser, address: str, way: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360 if "button" in way else 1280, "height": 800})
    page = context.new_page()
    seen: list[str] = []
    context.on("request", lambda request: seen.append(request.url.rsplit("/", 1)[-1]))
    page.goto(address + "codes/3931/", wait_until="networkidle")
    assert [name for name in seen if name.startswith(OF_THE_SEARCH)] == []
    with page.expect_response(lambda response: response.url.endswith("search_index.json")):
        if way == "focus":
            page.locator(FIELD).focus()
        elif way == "key":
            page.keyboard.press("/")
        elif way == "pointer":
            page.locator(FIELD).hover()
        else:
            page.get_by_role("button", name="Search").tap()
    page.locator(FIELD).fill("3931")
    page.locator(FIELD).fill("-22")
    expect(page.locator(FIRST)).to_have_attribute("href", f"{address}codes/-22/")
    assert sorted(name.split(".")[0] for name in seen if name.startswith(OF_THE_SEARCH)) == ["catalogue", "search", "search_index"]
    context.close()


def test_a_search_that_could_not_be_loaded_is_loaded_at_the_next_letter(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    exceptions: list[str] = []
    context.on("weberror", lambda error: exceptions.append(str(error.error)))
    page.goto(address + "codes/3931/", wait_until="networkidle")
    context.route("**/search_index.json", lambda route: route.abort())
    with page.expect_event("requestfailed", _of_the_index):
        page.locator(FIELD).focus()
    with page.expect_event("requestfailed", _of_the_index):
        page.keyboard.insert_text("-2")
    context.unroute("**/search_index.json")
    page.keyboard.insert_text("2")
    expect(page.locator(FIRST)).to_have_attribute("href", f"{address}codes/-22/")
    assert exceptions == []
    context.close()


def _of_the_index(request: Request) -> bool:
    return request.url.endswith("search_index.json")
