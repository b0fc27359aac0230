"""The log of changes on the built site: its page and its feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from macros.catalogue import Catalogue
from tests.support.site import SITE_URL

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_site_has_the_log(site: Path, catalogue: Catalogue) -> None:
    page = BeautifulSoup((site / "changes" / "index.html").read_text(encoding="utf-8"), "lxml")
    assert [entry["id"] for entry in page.select("ol.changes > li")] == [change.key for change in reversed(catalogue.changes)]
    entries = ElementTree.fromstring((site / "feed.xml").read_bytes()).findall(f"{ATOM}entry")
    ids = [f"{SITE_URL}changes/#{change.key}" for change in reversed(catalogue.changes)]
    assert [entry.find(f"{ATOM}id").text for entry in entries] == ids
