"""The copy without a server: unpacked and opened as files, it finds codes, and nothing leaves the folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish import offline

FIELD = "[data-search] input"
QUERIES = {
    "3931": "codes/3931/index.html",
    "−22": "codes/-22/index.html",
    "status=-3": "codes/-3/index.html",
    "39": "codes/3912/index.html",
    "busy": "categories/busy/index.html",
    "-57": "codes/other-negative/index.html",
    "4711": "lookup/index.html?code=4711",
}


@pytest.fixture
def reader(browser: Browser, unpacked: Path) -> Iterator[Page]:
    """A page in which any request but for a file, and any error, fails the test."""
    context = browser.new_context(color_scheme="light")
    wrong: list[str] = []
    context.on("request", lambda request: request.url.startswith(("file:", "data:")) or wrong.append(request.url))
    context.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED" or wrong.append(f"failed: {request.url}"))
    context.on("console", lambda message: message.type in ("error", "warning") and wrong.append(message.text))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert wrong == []


def test_the_copy_carries_its_license(unpacked: Path) -> None:
    assert (unpacked / "LICENSE").read_bytes() == offline.LICENSE.read_bytes()


@pytest.mark.parametrize("query", QUERIES, ids=ascii)
def test_field_finds(reader: Page, unpacked: Path, query: str) -> None:
    reader.goto((unpacked / "legend/index.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.insert_text(query)
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{unpacked.as_uri()}/{QUERIES[query]}")


def test_field_finds_words_of_pages(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "index.html").as_uri())
    reader.locator(FIELD).focus()
    reader.keyboard.insert_text("snippets")
    link = reader.locator("[data-search] li a").first
    expect(link).to_be_visible()
    assert Path(link.evaluate("link => decodeURIComponent(new URL(link.href).pathname)")).is_file()


def test_lookup_goes_to_a_listed_code_and_answers_the_rest(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "index.html").as_uri())
    reader.locator("#lookup-code").fill("got -22")
    reader.locator("#lookup-code").press("Enter")
    reader.wait_for_url(f"{unpacked.as_uri()}/codes/-22/index.html")
    reader.goto((unpacked / "lookup/index.html").as_uri())
    reader.locator("#lookup-code").fill("4711")
    reader.locator("#lookup-code").press("Enter")
    expect(reader.locator("#answer h2")).to_have_text("4711: a failure, not listed here")
    reader.goto((unpacked / "lookup/index.html").as_uri())
    reader.locator("#lookup-code").fill("-57")
    reader.locator("#lookup-code").press("Enter")
    reader.locator("#answer a").first.click()
    reader.wait_for_url(f"{unpacked.as_uri()}/codes/other-negative/index.html")


def test_a_log_is_read(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "triage/index.html").as_uri())
    reader.get_by_role("button", name="Try an example").click()
    expect(reader.locator(".triage__status")).to_have_text("12 faxes found.")
    reader.locator("input[type=file]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": b'[{"status": 3931}]'})
    expect(reader.locator(".triage__status")).to_have_text("1 fax found.")
    reader.locator(".triage__codes th a").click()
    reader.wait_for_url(f"{unpacked.as_uri()}/codes/3931/index.html")


def test_an_example_is_tried(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "triage/formats/index.html").as_uri())
    reader.get_by_role("link", name="Try it: psql", exact=True).click()
    expect(reader.locator(".triage__status")).to_have_text("2 faxes found.")
    assert reader.url == (unpacked / "triage/index.html").as_uri()


def test_dark_colours_can_be_chosen_and_are_kept(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "index.html").as_uri())
    reader.get_by_role("button", name="Switch to dark colors").click()
    reader.goto((unpacked / "codes/3931/index.html").as_uri())
    expect(reader.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(reader.get_by_role("button", name="Switch to light colors")).to_be_visible()


def test_every_link_leads_to_a_file(reader: Page, unpacked: Path) -> None:
    pages = sorted(unpacked.rglob("*.html"))
    assert len(pages) > 100
    links = """() => [...document.querySelectorAll('[href], [src], form')]
      .map((each) => each.localName === 'form' ? each.action : each.href?.baseVal ?? each.href ?? each.src)
      .filter((address) => address.startsWith('file:')).map((address) => decodeURIComponent(new URL(address).pathname))"""
    reader.context.route("**/*.{js,css}", lambda route: route.fulfill(body=""))
    found: set[str] = set()
    for page in pages[::7]:
        reader.goto(page.as_uri())
        found |= set(reader.evaluate(links))
    assert len(found) > 100
    assert sorted(path for path in found if not Path(path).is_file()) == []


def test_a_page_without_the_search_is_refused() -> None:
    with pytest.raises(ValueError, match="no element with data-worker"):
        offline.page('<p>No search</p><script src="assets/js/base.0.js"></script>')


def test_a_page_brings_what_it_cannot_load_and_is_otherwise_as_it_was() -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    page = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{policy}
    <script src="early.js"></script><script type="application/ld+json">{{"url": "<a href='../'>"}}</script></head><body>
    <a class="x&amp;y" href="{link}?a=1&amp;b=2#c">Ö &amp; <b>1</b></a><!-- <a href="../"> -->
    <div data-worker="s.js" data-catalogue="c.js" data-index="i.json"></div>
    <p data-worker="t.js" data-catalogue="c.js">{scripts}<script src="base.js" data-root="."></script></p></body></html>"""
    scripts = "".join(f'<script src="{name}.js"></script>' for name in "cist")
    before = page.format(policy=policy, link="../", scripts="")
    assert offline.page(before) == page.format(policy="", link="../index.html", scripts=scripts)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("codes/-22/", "codes/-22/index.html"),
        ("../..", "../../index.html"),
        ("../", "../index.html"),
        (".", "./index.html"),
        ("about/#q850", "about/index.html#q850"),
        ("lookup/?code=4711", "lookup/index.html?code=4711"),
        ("", ""),
        ("#main", "#main"),
        ("api/codes.json", "api/codes.json"),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
    ],
)
def test_address_of_a_folder_names_its_file(address: str, file: str) -> None:
    assert offline.to_file(address) == file


def test_same_site_makes_the_same_zip(site: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        offline.pack(site, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
