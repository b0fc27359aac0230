"""Every page of the built site, whatever it is about: its links lead somewhere, nothing runs in it, and nothing else is published."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from tests.support.built import DOCS, EACH_PAGE, MOVED, NOT_FOUND, PAGES, SOURCES, addresses, ids, page_of, parsed, target, words

MADE_BY_THE_TOOLS = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "search/search_index.json",
    "assets/stylesheets/*.min.css",
    "assets/stylesheets/*.min.css.map",
)
"""What MkDocs and its theme write beside the pages."""

MADE_OF_ALL_ROWS = (
    "assets/css/style.*.css",
    "assets/css/triage-style.*.css",
    "assets/js/base.*.js",
    "assets/js/catalogue.*.js",
    "assets/js/codes-table.*.js",
    "assets/js/early.*.js",
    "assets/js/lookup.*.js",
    "assets/js/search.*.js",
    "assets/js/triage-engine.*.js",
    "assets/js/triage.*.js",
    "assets/licenses.txt",
    "api/codes.json",
    "api/codes.csv",
    "api/codes.properties",
    "api/unlisted.csv",
    "api/datapackage.json",
    "api/schema.json",
    "api/FaxStatus.py",
    "api/fax-status.ts",
    "api/fax_status_codes.rb",
    "api/changes.json",
    "api/categories/*.json",
    "feed.xml",
    "llms.txt",
    "opensearch.xml",
    "robots.txt",
)
"""What this project writes once for all rows. Here a new one is named by hand, so that nothing is published unnoticed."""

MADE_OF_EACH_CODE = ("codes/{key}/index.html", "codes/{key}/index.md", "api/codes/{key}.json")

DATA_BLOCKS = ("application/json", "application/ld+json")
"""Types of script elements that hold data and never run."""

REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "data-tools-for"}
"""Attributes that name an id of the same page."""


# Links ------------------------------------------------------------------------------------------------------------------


@EACH_PAGE
def test_every_link_resolves(site: Path, name: str):
    broken = []
    for element, address in addresses(site / name):
        found = None if address.startswith("data:") else target(site, name, address)
        if found is None:
            continue
        file, anchor = found
        if not file.is_file() or (anchor and anchor not in ids(file)):
            broken.append(f"{element.name}: {address}")
    assert broken == []


def test_the_links_of_the_404_page_work_from_any_depth(site: Path):
    found = [
        (address, target(site, NOT_FOUND, address, below="/some/where/else/"))
        for element, address in addresses(site / NOT_FOUND)
        if not address.startswith("#")
    ]
    assert found
    assert [address for address, place in found if place is None or not place[0].is_file()] == []


def test_every_address_in_a_stylesheet_resolves(site: Path):
    broken = []
    for sheet in site.rglob("*.css"):
        name = sheet.relative_to(site).as_posix()
        for found in re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", sheet.read_text(encoding="utf-8")):
            address = "".join(found)
            if not address.startswith(("data:", "#")):
                place = target(site, name, address)
                if place is None or not place[0].is_file():
                    broken.append(f"{name}: {address}")
    assert broken == []


def test_the_colours_of_the_legend_reach_the_stylesheet_and_no_html_does(site: Path, catalogue: Catalogue):
    (sheet,) = (file.read_text(encoding="utf-8") for file in site.glob("assets/css/style.*.css"))
    assert re.findall(r"&\w+;|&#|</?[a-z]", re.sub(r"url\(.data:image/svg[^)]*\)", "", sheet)) == []
    for outcome in catalogue.outcomes.values():
        for part in ("text", "background", "border"):
            light, dark = (getattr(colours, part) for colours in (outcome.light, outcome.dark))
            assert f"--{outcome.key}-{part}: light-dark({light}, {dark});" in sheet


@EACH_PAGE
def test_ids_are_unique_and_every_reference_to_one_is_met(site: Path, name: str):
    soup, known = parsed(site / name), ids(site / name)
    assert [name for name, number in known.items() if number > 1] == []
    named = [word for element in soup.find_all(True) for name in element.attrs.keys() & REFERENCES for word in element[name].split()]
    named += re.findall(r"url\(#([^)]+)\)", str(soup))
    assert [name for name in named if name not in known] == []


def test_every_page_can_be_reached_from_home_by_links(site: Path):
    reached, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in reached or not name.endswith(".html"):
            continue
        reached.add(name)
        found = [target(site, name, link["href"]) for link in parsed(site / name).select("a[href]")]
        waiting += [place[0].relative_to(site).as_posix() for place in found if place]
    assert sorted(set(PAGES) - reached - {NOT_FOUND}) == []


# Nothing else -------------------------------------------------------------------------------------------------------------


def test_nothing_is_published_that_no_row_made(site: Path, catalogue: Catalogue):
    published = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    copied = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*") if path.is_file() and path.suffix != ".md"}
    accounted = {*PAGES, *MOVED, *copied, *(made.format(key=key) for made in MADE_OF_EACH_CODE for key in catalogue.codes)}
    assert sorted(accounted - published) == []
    made = (*MADE_BY_THE_TOOLS, *MADE_OF_ALL_ROWS)
    assert [file for file in sorted(published - accounted) if not any(fnmatchcase(file, pattern) for pattern in made)] == []
    assert [pattern for pattern in made if not any(fnmatchcase(file, pattern) for file in published)] == []


@pytest.mark.parametrize(
    ("folder", "table"), [("codes", "codes"), ("categories", "categories"), ("api/codes", "codes"), ("api/categories", "categories")]
)
def test_every_folder_of_rows_holds_the_rows_and_nothing_else(site: Path, catalogue: Catalogue, folder: str, table: str):
    moved = {path.split("/")[-2] for path in MOVED if path.startswith(f"{folder}/")}
    held = {path.name.removesuffix(".json") for path in (site / folder).iterdir()} - {"index.html"} - moved
    assert held == set(getattr(catalogue, table))


@pytest.mark.parametrize("source", SOURCES)
def test_the_head_of_a_source_is_never_published_as_text(site: Path, source: str):
    head = (DOCS / source).read_text(encoding="utf-8").split("---\n")[1].strip().split("\n")
    text = words(parsed(site / page_of(source)).body)
    assert head
    assert [line for line in head if line in text] == []


@EACH_PAGE
def test_no_macro_or_template_is_published_unread(site: Path, name: str):
    assert re.findall(r"\{[{%#].*?[}%#]\}", (site / name).read_text(encoding="utf-8")) == []


@EACH_PAGE
def test_nothing_that_runs_stands_in_a_page(site: Path, name: str):
    soup = parsed(site / name)
    assert [script for script in soup.find_all("script") if not script.get("src") and script.get("type") not in DATA_BLOCKS] == []
    assert [script for script in soup.find_all("script", src=True) if script.get_text(strip=True)] == []
    assert soup.find_all("style") == []
    elements = soup.find_all(True)
    assert [f"{element.name} {name}" for element in elements for name in element.attrs if name == "style" or name.startswith("on")] == []
    assert [
        address
        for _, address in addresses(site / name)
        if address.lower().replace("\t", "").strip().startswith(("javascript:", "vbscript:"))
    ] == []
    assert soup.find_all(["iframe", "object", "embed", "base"]) == []
    assert soup.find_all("meta", attrs={"http-equiv": re.compile("refresh", re.IGNORECASE)}) == []


@EACH_PAGE
def test_no_page_asks_another_origin_for_anything(site: Path, name: str):
    soup = parsed(site / name)
    outside = [
        f"{element.name}: {address}"
        for element, address in addresses(site / name)
        if element.name != "a" and not address.startswith("data:") and target(site, name, address) is None
    ]
    assert outside == []
    assert soup.find_all(ping=True) == []


@EACH_PAGE
def test_every_published_page_is_sealed(site: Path, name: str):
    (policy,) = parsed(site / name).find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
    rules = {words[0]: words[1:] for words in (rule.split() for rule in policy["content"].split(";"))}
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == ["'self'"]
    assert rules["require-trusted-types-for"] == ["'script'"]
    assert "unsafe" not in policy["content"]


# Size -------------------------------------------------------------------------------------------------------------------


def test_what_stands_around_the_text_of_a_page_is_at_most_6_kb(site: Path):
    """With the text of a code, that is 20 KB: tests/house/test_large.py."""
    around = {
        name: re.sub("<article.*</article>", "<article>", (site / name).read_text(encoding="utf-8"), flags=re.DOTALL) for name in PAGES
    }
    assert {name: len(html) for name, html in around.items() if len(html.encode()) > 6_000 and name != "codes/index.html"} == {}
    assert not any(re.search(r"\n\s", html) for html in around.values())
