"""The built site holds what the rows say, and nothing else: every page, line, link and mark, read from the files themselves."""

from __future__ import annotations

import re
from collections import Counter
from fnmatch import fnmatchcase
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.config import load_config

from macros.catalogue import Catalogue, load
from macros.catalogue.values import OTHER_NEGATIVE
from tests.support.site import PREFIX, ROOT, SITE_URL

DATA = ROOT / "data"
DOCS = ROOT / "docs"
ROWS = load(DATA)  # for the names of the cases only
SOURCES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if not path.stem.startswith("slot__"))

NOT_FOUND = "404.html"
"""The page that stands for every address without one: its links have to work from any depth."""

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

NOT_PUBLISHED = ("assets/search/", "assets/shell/", "assets/triage/")
"""The folder of docs/ whose files are only parts of a script."""

ADDRESSES = ("href", "src", "action", "poster", "data", "formaction", "xlink:href", "cite", "background", "manifest", "longdesc", "usemap")
DATA_BLOCKS = ("application/json", "application/ld+json")
"""Types of script elements that hold data and never run."""

REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "data-tools-for")
"""Attributes that name an id of the same page. The theme's labels for hidden checkboxes are among them."""


def page_of(source: str) -> str:
    """The file of the built site that a Markdown file of docs/ becomes."""
    folder = PurePosixPath(source).with_suffix("")
    return str((folder.parent if folder.name == "index" else folder) / "index.html")


def page_of_code(key: str) -> str:
    return f"codes/{key}/index.html"


def page_of_category(key: str) -> str:
    return f"categories/{key}/index.html"


PAGES = [*map(page_of, SOURCES), *map(page_of_code, ROWS.codes), *map(page_of_category, ROWS.categories), NOT_FOUND]

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


def spoken(key: str) -> str:
    """The number as titles have it: a search engine reads a leading minus as "without"."""
    return f"{key} (minus {key.removeprefix('-')})" if key.startswith("-") else key


def line_of(site: Path, page: str, table: str, key: str) -> Tag:
    """The one line of a code in a table, found by its link, which has to lead to the page of the code."""
    lines = parsed(site / page).select(f"table#{table} > tbody > tr")
    wanted = address_of(page_of_code(key))
    (line,) = [line for line in lines if urljoin(address_of(page), line.th.a["href"]) == wanted]
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
    """The file and the anchor that an address on a page leads to; None where it leaves the site. `below`: seen from a deeper address."""
    url = urlsplit(urljoin(address_of(page) + below, address))
    if f"{url.scheme}://{url.netloc}" != SITE_URL.removesuffix(PREFIX):
        return None
    assert url.path.startswith(PREFIX), f"{address} leads to {url.path}, outside the site's path"
    file = site / unquote(url.path.removeprefix(PREFIX))
    return (file / "index.html" if url.path.endswith("/") else file), unquote(url.fragment)


def addresses(soup: BeautifulSoup) -> list[tuple[Tag, str]]:
    """Every address that a page holds, with the element that has it."""
    found = [(element, element[name]) for name in ADDRESSES for element in soup.find_all(attrs={name: True})]
    for name in ("srcset", "imagesrcset"):
        for element in soup.find_all(attrs={name: True}):
            found += [(element, part.split()[0]) for part in element[name].split(",")]
    return found


@pytest.fixture(scope="module")
def repository() -> str:
    """The web address of the repository, as the project's settings have it."""
    return load_config(str(ROOT / "mkdocs.yml")).extra["repository"].rstrip("/")


# Every row ------------------------------------------------------------------------------------------------------------


@EACH_CODE
def test_every_code_has_its_page(site: Path, catalogue: Catalogue, key: str):
    code, page = catalogue.codes[key], page_of_code(key)
    article = parsed(site / page).find("article")
    assert words(article.h1) == f"{number_shown(key)} {code.label}"
    assert words(article.select_one(".code-signs .badge")) == code.outcome.name
    assert letters(code.meaning.text) in letters(article.select_one(".meaning").get_text())
    link = article.select_one(".code-signs a")
    assert words(link) == code.category.name
    assert target(site, page, link["href"]) == (site / page_of_category(code.category.key), "")


@EACH_CODE
def test_every_code_has_its_line_in_the_table_of_all(site: Path, catalogue: Catalogue, key: str):
    code = catalogue.codes[key]
    line = line_of(site, "codes/index.html", "codes", key)
    assert cells(line) == [number_shown(key), code.outcome.name, code.label, code.next.name, code.category.name, code.meaning.text]
    assert target(site, "codes/index.html", line.find_all("a")[1]["href"]) == (site / page_of_category(code.category.key), "")


@EACH_CODE
def test_every_code_has_its_line_in_its_category_and_in_no_other(site: Path, catalogue: Catalogue, key: str):
    code = catalogue.codes[key]
    line = line_of(site, page_of_category(code.category.key), "codes", key)
    assert cells(line) == [number_shown(key), code.outcome.name, code.label, code.next.name, code.meaning.text]
    holders = [
        category
        for category in catalogue.categories
        if any(words(row.th) == number_shown(key) for row in parsed(site / page_of_category(category)).select("table#codes > tbody > tr"))
    ]
    assert holders == [code.category.key]


@pytest.mark.parametrize("name", ["index.html", "legend/index.html"])
def test_the_legend_has_every_outcome_with_its_number_of_codes(site: Path, catalogue: Catalogue, name: str):
    lines = parsed(site / name).select("table.legend > tbody > tr")
    counts = Counter(code.outcome.key for code in catalogue.codes.values())
    assert [(words(line.th), words(line.a).split()[0]) for line in lines] == [
        (outcome.name, str(counts[outcome.key])) for outcome in catalogue.outcomes.values()
    ]
    for line, outcome in zip(lines, catalogue.outcomes.values(), strict=True):
        assert letters(outcome.meaning.text) in letters(line.get_text())


@pytest.mark.parametrize("name", ["index.html", "categories/index.html"])
def test_every_category_is_listed_with_its_number_of_codes(site: Path, catalogue: Catalogue, name: str):
    counts = Counter(code.category.key for code in catalogue.codes.values())
    cards = parsed(site / name).select("article .cards > li")
    listed = [(target(site, name, card.a["href"]), words(card.a), words(card.select_one(".card__count"))) for card in cards]
    assert listed == [
        ((site / page_of_category(key), ""), category.name, f"{counts[key]} code{'' if counts[key] == 1 else 's'}")
        for key, category in catalogue.categories.items()
    ]


@EACH_CATEGORY
def test_every_category_has_its_page(site: Path, catalogue: Catalogue, category: str):
    row, page = catalogue.categories[category], page_of_category(category)
    assert words(parsed(site / page).find("article").h1) == row.name
    for said in filter(None, (row.summary, row.advice, row.contact, row.note)):
        assert said.provenance.name in marks(site, page, said.text), said


@EACH_CODE
def test_every_code_leads_to_the_one_before_and_the_one_after(site: Path, catalogue: Catalogue, key: str):
    order, page = list(catalogue.codes), page_of_code(key)
    place = order.index(key)
    links = {link["rel"][0]: target(site, page, link["href"]) for link in parsed(site / page).select("article nav.turn a")}
    expected = {"prev": order[place - 1 : place] if place else [], "next": order[place + 1 : place + 2]}
    assert links == {way: (site / page_of_code(keys[0]), "") for way, keys in expected.items() if keys}


def test_the_picture_has_every_state_and_says_it_in_words_too(site: Path, catalogue: Catalogue):
    article = parsed(site / "legend/index.html").find("article")
    drawn = [words(box.select_one(".life__name")) for box in article.select("svg a")]
    assert drawn == [state.name for state in catalogue.states.values()]
    text = letters(article.select_one("ul.life-text").get_text())
    for state in catalogue.states.values():
        assert letters(state.name) in text
        assert letters(state.comment) in text
    for way in catalogue.transitions:
        assert letters(f"When {way.when.text}: {way.target.name}") in text


# Who says it ------------------------------------------------------------------------------------------------------------


@EACH_CODE
def test_every_statement_says_who_says_it(site: Path, catalogue: Catalogue, key: str):
    code, page = catalogue.codes[key], page_of_code(key)
    assert marks(site, page, code.meaning.text) == {code.meaning.provenance.name}
    assert code.arrival.explanation.provenance.name in marks(site, page, code.arrival.answer)
    said = (code.next.why, code.advice, code.category.note, code.action, code.whom, code.remark)
    for statement in filter(None, said):
        assert statement.provenance.name in marks(site, page, statement.text), statement
    if code.cause:
        assert "Derived" in marks(site, page, f"{key} = 6000 + {code.cause.number}")


@EACH_CODE
def test_every_fact_of_another_page_names_that_page(site: Path, catalogue: Catalogue, key: str):
    shown = parsed(site / page_of_code(key)).select("article ul.facts > li")
    about = {f"code:{key}", f"category:{catalogue.codes[key].category.key}", f"outcome:{catalogue.codes[key].outcome.key}"}
    facts = [fact for fact in catalogue.facts if about & set(fact.about)]
    assert len(shown) == len(facts)
    for line, fact in zip(shown, facts, strict=True):
        assert letters(fact.statement.text) in letters(line.get_text())
        assert fact.source.title in words(line.cite)


@pytest.mark.parametrize("key", [key for key, code in ROWS.codes.items() if code.printed != code.label])
def test_an_odd_label_is_shown_as_the_source_prints_it(site: Path, catalogue: Catalogue, key: str):
    assert catalogue.codes[key].printed in words(parsed(site / page_of_code(key)).select_one(".remark"))


@pytest.mark.parametrize(("table", "key"), [*(("codes", key) for key in ROWS.codes), *(("categories", key) for key in ROWS.categories)])
def test_a_correction_starts_at_the_line_of_the_row(site: Path, repository: str, table: str, key: str):
    lines = (DATA / f"{table}.csv").read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, start=1) if line.startswith(f"{key},")]
    (link,) = [link for link in parsed(site / f"{table}/{key}/index.html").select("article a") if words(link) == "Suggest a correction"]
    assert link["href"] == f"{repository}/blob/main/data/{table}.csv?plain=1#L{number}"


# Heads ------------------------------------------------------------------------------------------------------------------


@EACH_CODE
def test_title_and_description_name_the_code(site: Path, catalogue: Catalogue, key: str):
    code, soup = catalogue.codes[key], parsed(site / page_of_code(key))
    title, description = soup.title.string.strip(), soup.find("meta", attrs={"name": "description"})["content"]
    number = "any other negative number" if key == OTHER_NEGATIVE else spoken(key)
    assert number in title
    assert title.startswith((number, code.label))
    assert description.startswith(f"Fax status {number}, ")
    for wanted in (code.label.rstrip("."), code.outcome.name.lower(), code.meaning.text):
        assert wanted in description
    assert code.label.rstrip(".") in title


def test_no_two_pages_have_the_same_title_or_description(site: Path):
    soups = [parsed(site / page) for page in PAGES if page != NOT_FOUND]
    titles = Counter(soup.title.string.strip() for soup in soups)
    descriptions = Counter(soup.find("meta", attrs={"name": "description"})["content"] for soup in soups)
    assert [text for text, number in (titles + descriptions).items() if number > 1] == []


@EACH_PAGE
def test_every_page_has_a_language_and_its_own_address(site: Path, name: str):
    soup = parsed(site / name)
    assert soup.html["lang"] == "en"
    canonical = [link["href"] for link in soup.find_all("link", rel="canonical")]
    assert canonical == ([] if name == NOT_FOUND else [address_of(name)])


@EACH_PAGE
def test_headings_form_an_outline(site: Path, name: str):
    levels = [int(heading.name[1]) for heading in parsed(site / name).find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_sitemap_has_every_page_and_no_other(site: Path):
    listed = [element.text for element in ElementTree.parse(site / "sitemap.xml").iter() if element.tag.endswith("}loc")]
    assert sorted(map(unquote, listed)) == sorted(address_of(page) for page in PAGES if page != NOT_FOUND)


# Links ------------------------------------------------------------------------------------------------------------------


@EACH_PAGE
def test_every_link_resolves(site: Path, name: str):
    broken = []
    for element, address in addresses(parsed(site / name)):
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
        for element, address in addresses(parsed(site / NOT_FOUND))
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
    assert re.findall(r"&\w+;|&#|</?[a-z]", sheet) == []
    for outcome in catalogue.outcomes.values():
        for part in ("text", "background", "border"):
            light, dark = (getattr(colours, part) for colours in (outcome.light, outcome.dark))
            assert f"--{outcome.key}-{part}: light-dark({light}, {dark});" in sheet


@EACH_PAGE
def test_ids_are_unique_and_every_reference_to_one_is_met(site: Path, name: str):
    soup, known = parsed(site / name), ids(site / name)
    assert [name for name, number in known.items() if number > 1] == []
    named = [word for name in REFERENCES for element in soup.find_all(attrs={name: True}) for word in " ".join([element[name]]).split()]
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
    copied = {file for file in copied if not file.startswith(NOT_PUBLISHED)}
    accounted = {*PAGES, *copied, *(made.format(key=key) for made in MADE_OF_EACH_CODE for key in catalogue.codes)}
    assert sorted(accounted - published) == []
    made = (*MADE_BY_THE_TOOLS, *MADE_OF_ALL_ROWS)
    assert [file for file in sorted(published - accounted) if not any(fnmatchcase(file, pattern) for pattern in made)] == []
    assert [pattern for pattern in made if not any(fnmatchcase(file, pattern) for file in published)] == []


@pytest.mark.parametrize(
    ("folder", "table"), [("codes", "codes"), ("categories", "categories"), ("api/codes", "codes"), ("api/categories", "categories")]
)
def test_every_folder_of_rows_holds_the_rows_and_nothing_else(site: Path, catalogue: Catalogue, folder: str, table: str):
    held = {path.name.removesuffix(".json") for path in (site / folder).iterdir()} - {"index.html"}
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
        address for _, address in addresses(soup) if address.lower().replace("\t", "").strip().startswith(("javascript:", "vbscript:"))
    ] == []
    assert soup.find_all(["iframe", "object", "embed", "base"]) == []
    assert soup.find_all("meta", attrs={"http-equiv": re.compile("refresh", re.IGNORECASE)}) == []


@EACH_PAGE
def test_no_page_asks_another_origin_for_anything(site: Path, name: str):
    soup = parsed(site / name)
    outside = [
        f"{element.name}: {address}"
        for element, address in addresses(soup)
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
