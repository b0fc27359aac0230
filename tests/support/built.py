"""The built site as tests read it: its pages, the elements and texts in them, and where their addresses lead."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from macros.catalogue import load
from macros.catalogue.values import OTHER_NEGATIVE
from tests.support.site import PREFIX, ROOT, SITE_URL

DATA = ROOT / "data"
DOCS = ROOT / "docs"
ROWS = load(DATA)  # for the names of the cases only
SOURCES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if not path.stem.startswith("slot__"))

NOT_FOUND = "404.html"
"""The page that stands for every address without one: its links have to work from any depth."""

ADDRESSES = {"href", "src", "action", "poster", "data", "formaction", "xlink:href", "cite", "background", "manifest", "longdesc", "usemap"}


def page_of(source: str) -> str:
    """The file of the built site that a Markdown file of docs/ becomes."""
    folder = PurePosixPath(source).with_suffix("")
    return str((folder.parent if folder.name == "index" else folder) / "index.html")


def page_of_code(key: str) -> str:
    return f"codes/{key}/index.html"


def page_of_category(key: str) -> str:
    return f"categories/{key}/index.html"


PAGES = [*map(page_of, SOURCES), *map(page_of_code, ROWS.codes), *map(page_of_category, ROWS.categories), NOT_FOUND]

MOVED = frozenset(f"{redirect.source}index.html" for redirect in ROWS.redirects)
"""The pages of redirects, which only old links from elsewhere reach."""

EACH_CODE = pytest.mark.parametrize("key", ROWS.codes)
EACH_CATEGORY = pytest.mark.parametrize("category", ROWS.categories)
EACH_PAGE = pytest.mark.parametrize("name", PAGES)


@cache
def parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "lxml")


@cache
def ids(file: Path) -> Counter[str]:
    return Counter(element["id"] for element in parsed(file).find_all(id=True))


def words(element: Tag) -> str:
    """The text of an element as it is read, with single spaces."""
    return " ".join(element.get_text(" ").split())


def letters(text: str) -> str:
    """A text without any white space, to compare it whatever elements it is split into."""
    return "".join(text.split())


def address_of(page: str) -> str:
    """The web address of a page of the built site."""
    return SITE_URL + page.removesuffix("index.html")


@cache
def table_lines(site: Path, page: str, table: str) -> list[tuple[str, Tag]]:
    """The lines of a table, each with the web address that its code leads to."""
    return [(urljoin(address_of(page), line.th.a["href"]), line) for line in parsed(site / page).select(f"table#{table} > tbody > tr")]


def line_of(site: Path, page: str, table: str, key: str) -> Tag:
    """The one line of a code in a table, found by its link, which has to lead to the page of the code."""
    wanted = address_of(page_of_code(key))
    (line,) = [line for address, line in table_lines(site, page, table) if address == wanted]
    return line


def cells(line: Tag) -> list[str]:
    return [words(cell) for cell in line.find_all(["th", "td"], recursive=False)]


def number_shown(key: str) -> str:
    return "other negative" if key == OTHER_NEGATIVE else key


def marks(site: Path, page: str, text: str) -> set[str]:
    """The provenances that the elements with a text are marked with."""
    main = parsed(site / page).find("article")
    holders = [element for element in main.find_all(["dd", "p", "li"]) if letters(text) in letters(element.get_text())]
    assert holders, f"{text!r} does not stand on {page}"
    return {mark.get_text(strip=True) for holder in holders for mark in holder.select(".provenance")}


def target(site: Path, page: str, address: str, *, below: str = "") -> tuple[Path, str] | None:
    """The file and the anchor that an address on a page leads to; None where it leaves the site. `below`: seen from a deeper address.

    A text that a link brings to Triage (#text=…) is no anchor.
    """
    url = urlsplit(urljoin(address_of(page) + below, address))
    if f"{url.scheme}://{url.netloc}" != SITE_URL.removesuffix(PREFIX):
        return None
    assert url.path.startswith(PREFIX), f"{address} leads to {url.path}, outside the site's path"
    file = site / unquote(url.path.removeprefix(PREFIX))
    anchor = "" if url.fragment.startswith("text=") else unquote(url.fragment)
    return (file / "index.html" if url.path.endswith("/") else file), anchor


@cache
def addresses(file: Path) -> list[tuple[Tag, str]]:
    """Every address that a page holds, with the element that has it."""
    found = []
    for element in parsed(file).find_all(True):
        for name in element.attrs.keys() & ADDRESSES:
            found.append((element, element[name]))
        for name in element.attrs.keys() & {"srcset", "imagesrcset"}:
            found += [(element, part.split()[0]) for part in element[name].split(",")]
    return found
