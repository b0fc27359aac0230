"""A deploy while somebody reads: what an open page asks for later is there by the names that it knows, those of the last release."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.publish import released
from tests.support.serving import serving
from tests.support.site import PREFIX

HASHED = re.compile(r"\.[0-9a-f]{8}(?=(?:\.min)?\.(?:css|js)$)")


def hashed(site: Path) -> set[str]:
    """The files whose names hold a checksum."""
    return {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if HASHED.search(path.name)}


@pytest.fixture(scope="module")
def newer(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next release, in which everything that is named by its checksum has changed."""
    folder = Path(shutil.copytree(site, tmp_path_factory.mktemp("newer") / "site"))
    names = {name: HASHED.sub(".newer000", name) for name in hashed(site)}
    for old, new in names.items():
        (folder / old).rename(folder / new)
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        page.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def online(site: Path, tmp_path: Path) -> Path:
    """What the host serves: a link to a release."""
    (tmp_path / "online").symlink_to(site, target_is_directory=True)
    return tmp_path / "online"


@pytest.fixture
def address(online: Path) -> Iterator[str]:
    """In place of the address of the other tests' site: that of this host."""
    with serving(online, PREFIX) as root:
        yield root


def test_a_page_of_the_last_release_still_finds_searches_and_reads(
    context: BrowserContext, address: str, site: Path, newer: Path, online: Path
):
    failed: list[str] = []
    context.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)

    def visit(path: str) -> Page:
        page = context.new_page()
        page.goto(address + path)
        return page

    reader, table, lookup, triage = map(visit, ("codes/0/", "codes/", "lookup/", "triage/"))
    pages = "".join(page.read_text(encoding="utf-8") for page in site.rglob("*.html"))
    assert set(released.keep(newer, address)) == {name for name in hashed(site) if name in pages}
    online.unlink()
    online.symlink_to(newer, target_is_directory=True)

    reader.locator("[data-search] input").fill("3931")
    expect(reader.locator("[data-search] li:first-child a")).to_have_attribute("href", re.compile("codes/3931/"))
    table.get_by_label("Text or number").fill("3931")
    expect(table.get_by_role("status").filter(has_text="shown")).to_contain_text("1 of")
    lookup.locator("main input[name=code]").fill("-57")
    lookup.keyboard.press("Enter")
    expect(lookup.locator("#answer")).to_contain_text("-57")
    triage.locator("#triage-text").fill("status 3931")
    triage.get_by_role("button", name="Explain").click()
    expect(triage.locator(".triage__status")).to_have_text("1 fax found.")

    reader.locator("[data-search] li:first-child a").click()  # on to a page of the new release
    reader.wait_for_url("**/codes/3931/")
    assert ".newer000.js" in reader.content()
    reader.locator("[data-search] input").fill("busy")
    expect(reader.locator("[data-search] li:first-child a")).to_be_visible()
    assert failed == []
