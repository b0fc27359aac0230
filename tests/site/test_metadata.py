"""Pages for machines: titles that answer, linked data, the sitemap, plain texts, the search description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import markdown
import pytest
from bs4 import BeautifulSoup

from macros.api.files import ApiFiles
from macros.catalogue import Catalogue
from macros.pages.head import Head, answer
from tests.data.test_source import SOURCE
from tests.support.built import MOVED
from tests.support.hostile import ADDRESS, hostile, with_texts
from tests.support.site import SITE_URL

CODES = pytest.mark.parametrize("key", SOURCE)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, BeautifulSoup]:
    """The head of every page, by its address."""
    pages = {
        f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./"): path
        for path in site.rglob("index.html")
        if path.relative_to(site).as_posix() not in MOVED
    }
    return {address: BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").head for address, path in pages.items()}


@pytest.fixture(scope="module")
def sitemap(site: Path) -> dict[str, str | None]:
    """The map of the site: the date of each address, None where it has none."""
    urls = ElementTree.fromstring((site / "sitemap.xml").read_bytes()).findall(f"{MAP}url")
    return {url.find(f"{MAP}loc").text: getattr(url.find(f"{MAP}lastmod"), "text", None) for url in urls}


def meta(head: BeautifulSoup, name: str) -> str:
    (element,) = head.select(f'meta[name="{name}"], meta[property="{name}"]')
    return element["content"]


def linked(head: BeautifulSoup) -> dict[str, Any]:
    (element,) = head.select('script[type="application/ld+json"]')
    return json.loads(element.string)


# Heads ----------------------------------------------------------------------------------------------------------------


@CODES
def test_a_title_answers(key: str, heads: dict[str, BeautifulSoup], catalogue: Catalogue) -> None:
    """Number, label and the start of the meaning; a negative number in words as well."""
    code, title = catalogue.codes[key], heads[f"codes/{key}/"].title.get_text()
    assert code.spoken in title
    assert code.label.rstrip(".") in title
    assert title.count(": ") >= 1
    assert code.meaning.text.lower().startswith(title.split(": ", 1)[1].rsplit(" – ", 1)[0].removesuffix(" …").lower()[:20])


def test_the_title_of_the_issue(heads: dict[str, BeautifulSoup]) -> None:
    assert heads["codes/3931/"].title.get_text() == "3931 Busy: the line at the receiving end is in use – Fax status codes"
    assert heads["codes/-2/"].title.get_text().startswith("-2 (minus 2) Ready: the fax is prepared and waits in the outbound queue")


def test_no_two_pages_have_the_same_title(heads: dict[str, BeautifulSoup]) -> None:
    titles = [head.title.get_text() for head in heads.values()]
    assert len(set(titles)) == len(titles)


@CODES
def test_a_description_answers(key: str, heads: dict[str, BeautifulSoup], catalogue: Catalogue) -> None:
    code, description = catalogue.codes[key], meta(heads[f"codes/{key}/"], "description")
    assert code.spoken in description
    assert code.meaning.text in description
    assert code.outcome.name.lower() in description


def test_every_page_tells_its_one_address_and_the_same_to_social_sites(heads: dict[str, BeautifulSoup]) -> None:
    for address, head in heads.items():
        (canonical,) = head.select("link[rel=canonical]")
        assert canonical["href"] == meta(head, "og:url") == SITE_URL + address
        assert meta(head, "og:title") in head.title.get_text() or address == ""
        assert meta(head, "og:description") == meta(head, "description")
        assert meta(head, "og:site_name") == "Fax status codes"
        assert meta(head, "og:type") == "website"


def test_every_page_names_feed_and_search(heads: dict[str, BeautifulSoup], site: Path) -> None:
    for address, head in heads.items():
        for selector in ("link[rel=search]", 'link[rel=alternate][type="application/atom+xml"]'):
            (link,) = head.select(selector)
            assert (site / address / link["href"]).resolve().is_file()


@CODES
def test_a_page_names_its_alternates(key: str, heads: dict[str, BeautifulSoup], site: Path) -> None:
    links = {link["type"]: link["href"] for link in heads[f"codes/{key}/"].select("link[rel=alternate]")}
    folder = site / "codes" / key
    assert (folder / links["application/json"]).resolve() == site / "api" / "codes" / f"{key}.json"
    assert (folder / links["text/markdown"]).resolve() == folder / "index.md"


# Linked data ----------------------------------------------------------------------------------------------------------


@CODES
def test_a_page_defines_its_term(key: str, heads: dict[str, BeautifulSoup], catalogue: Catalogue) -> None:
    term, code = linked(heads[f"codes/{key}/"]), catalogue.codes[key]
    assert (term["@context"], term["@type"]) == ("https://schema.org", "DefinedTerm")
    assert term["@id"] == term["url"] == f"{SITE_URL}codes/{key}/"
    assert (term["termCode"], term["name"], term["description"]) == (key, code.label, code.meaning.text)
    assert term["inDefinedTermSet"]["@id"] == f"{SITE_URL}codes/"


def test_the_set_has_every_term(heads: dict[str, BeautifulSoup]) -> None:
    terms = linked(heads["codes/"])
    assert terms["@type"] == "DefinedTermSet"
    assert [term["@id"] for term in terms["hasDefinedTerm"]] == [f"{SITE_URL}codes/{key}/" for key in SOURCE]


def test_a_hostile_text_stays_data(catalogue: Catalogue) -> None:
    attacked = with_texts(catalogue, hostile, ADDRESS)
    head = Head(attacked, "https://reference.example/", "</script><b>")
    for text in (head.term(attacked.codes["3931"]), head.all_terms()):
        assert not set("<>&") & set(text)
        assert json.loads(text)
    assert json.loads(head.term(attacked.codes["3931"]))["name"] == hostile("Code.label")


def test_a_long_answer_is_cut_between_words(catalogue: Catalogue) -> None:
    for code in with_texts(catalogue, lambda place: f"{place} is a long text " * 20, ADDRESS).codes.values():
        line = answer(code)
        assert len(line) <= 112
        assert line.endswith(" …")
    assert all(len(answer(code)) <= 112 for code in catalogue.codes.values())


# Files ----------------------------------------------------------------------------------------------------------------


def test_the_map_has_every_page_and_no_other(sitemap: dict[str, str | None], heads: dict[str, BeautifulSoup]) -> None:
    assert set(sitemap) == {SITE_URL + address for address in heads}


def test_the_dates_of_the_map_are_those_of_the_log(sitemap: dict[str, str | None], catalogue: Catalogue) -> None:
    """A page that is not in the log has no date: the day of the build says nothing about it."""
    expected = {f"codes/{key}/": catalogue.changed(code) for key, code in catalogue.codes.items()}
    for key, category in catalogue.categories.items():
        expected[f"categories/{key}/"] = max(catalogue.changed(code) for code in catalogue.codes_in(category))
    expected |= dict.fromkeys(["codes/", "categories/", "changes/"], catalogue.changes[-1].date)
    assert {address: date for address, date in sitemap.items() if date} == {SITE_URL + place: date for place, date in expected.items()}


def test_robots_may_read_everything(site: Path) -> None:
    lines = (site / "robots.txt").read_text(encoding="utf-8").split("\n")
    assert lines[0] == "User-agent: *"
    assert not [line for line in lines if line.startswith("Disallow")]
    assert f"Sitemap: {SITE_URL}sitemap.xml" in lines


def test_llms_txt_names_every_code_and_every_link_leads_somewhere(site: Path) -> None:
    page = BeautifulSoup(markdown.markdown((site / "llms.txt").read_text(encoding="utf-8")), "lxml")
    links = [link["href"].removeprefix(SITE_URL) for link in page.select("a")]
    assert [link for link in links if link.startswith("codes/")] == [f"codes/{key}/index.md" for key in SOURCE]
    for link in links:
        assert (site / link / "index.html" if link.endswith("/") else site / link).is_file(), link
    assert page.h1.get_text() == "Fax status codes"


@CODES
def test_a_page_in_plain_text_says_what_the_data_say(key: str, site: Path, catalogue: Catalogue) -> None:
    code = catalogue.codes[key]
    page = BeautifulSoup(markdown.markdown((site / "codes" / key / "index.md").read_text(encoding="utf-8")), "lxml")
    text = page.get_text()
    assert page.h1.get_text() == f"{code.spoken}: {code.label}"
    assert code.arrival.answer in text
    for said in filter(None, (code.meaning, code.next.why, code.advice, code.category.note, code.action, code.whom, code.remark)):
        assert f"{said.text} ({said.provenance.key})" in text
    for link in page.select("a"):
        place = site / link["href"].removeprefix(SITE_URL)
        assert (place / "index.html" if link["href"].endswith("/") else place).is_file()


def test_an_address_bar_can_look_codes_up(site: Path) -> None:
    description = ElementTree.fromstring((site / "opensearch.xml").read_bytes())
    assert 0 < len(description.find(f"{SEARCH}ShortName").text) <= 16
    assert 0 < len(description.find(f"{SEARCH}Description").text) <= 1024
    templates = {url.get("type"): url.get("template") for url in description.findall(f"{SEARCH}Url")}
    assert templates["text/html"] == f"{SITE_URL}lookup/?code={{searchTerms}}"
    assert (site / "lookup" / "index.html").is_file()
    image = description.find(f"{SEARCH}Image").text
    assert (site / image.removeprefix(SITE_URL)).is_file()


def test_hostile_names_stay_text_in_xml(catalogue: Catalogue) -> None:
    files = ApiFiles(with_texts(catalogue, hostile, ADDRESS), "https://reference.example/", "A & <b> 'c' and more", "<d>").whole
    assert ElementTree.fromstring(files["opensearch.xml"]).find(f"{SEARCH}ShortName").text == "A & <b> 'c' and"
    content = ElementTree.fromstring(files["feed.xml"]).find(".//{http://www.w3.org/2005/Atom}content").text
    assert hostile("Change.what") in content
