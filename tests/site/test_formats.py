"""The page that says what Triage reads: each of its examples can be tried, and is counted right by the engine."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import Tag

from macros.browser.node import NODE
from macros.browser.pack import pack
from macros.catalogue import Catalogue
from tests.support.built import parsed, target, words
from tests.support.site import ROOT

PAGE = "triage/formats/index.html"
COUNTS = ROOT / "tests" / "scripts" / "triage" / "counts.mjs"
FAXES = [0, 3931]
"""What every example holds."""


@pytest.fixture(scope="module")
def shapes(site: Path) -> list[Tag]:
    """The examples of the page."""
    return parsed(site / PAGE).select(".shape")


def brought(shape: Tag) -> str:
    """The text that the link of an example brings."""
    mark, text = urlsplit(shape.a["href"]).fragment.split("=", 1)
    assert mark == "text"
    return unquote(text, errors="strict")


def test_every_example_is_counted_as_its_two_faxes(shapes: list[Tag], catalogue: Catalogue, tmp_path: Path) -> None:
    packed = tmp_path / "catalogue.json"
    packed.write_text(json.dumps(pack(catalogue, "https://reference.example/")), encoding="utf-8")
    done = subprocess.run(
        [NODE, COUNTS],
        input=json.dumps([brought(shape) for shape in shapes]),
        env=os.environ | {"FAX_CATALOGUE": str(packed)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    counted = zip(shapes, json.loads(done.stdout), strict=True)
    assert {name(shape): codes for shape, codes in counted if sorted(codes) != FAXES} == {}


def name(shape: Tag) -> str:
    return shape.pre["aria-label"]


def test_every_link_brings_the_text_that_is_shown(shapes: list[Tag]) -> None:
    assert [name(shape) for shape in shapes if brought(shape) != shape.pre.get_text()] == []


def test_every_link_leads_to_triage_and_says_what_is_tried(site: Path, shapes: list[Tag]) -> None:
    for shape in shapes:
        file, _ = target(site, PAGE, shape.a["href"])
        assert file == site / "triage" / "index.html"
        assert shape.a["aria-label"] == f"Try it: {name(shape)}"
        assert words(shape.figcaption) == f"{name(shape)} Try it"


def test_no_two_examples_are_the_same(shapes: list[Tag]) -> None:
    assert len({name(shape) for shape in shapes}) == len({brought(shape) for shape in shapes}) == len(shapes) > 150


def test_examples_stay_out_of_the_search(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = [entry["text"] for entry in index["docs"] if entry["location"].startswith("triage/formats/")]
    assert any("psql" in text for text in found)
    assert [text for text in found if "700000001" in text or "Try it Try it" in text] == []


def test_triage_leads_to_the_page(site: Path) -> None:
    links = [target(site, "triage/index.html", link["href"]) for link in parsed(site / "triage" / "index.html").select("article a[href]")]
    assert (site / PAGE, "") in links
