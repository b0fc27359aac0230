"""Every link, anchor and asset of the built site leads somewhere below its path, as linkinator sees it; other sites are asked elsewhere.

.github/workflows/links.yml asks the other sites, on a schedule, so that a fault of theirs never stops a release.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.support import programs
from tests.support.built import MOVED, NOT_FOUND
from tests.support.serving import serving
from tests.support.site import SITE_URL

OPTIONS = {
    "recurse": True,
    "checkCss": True,
    "checkFragments": True,
    "redirects": "error",
    "skip": [rf"^https?://(?!127[.]0[.]0[.]1:|{re.escape(SITE_URL.partition('//')[2])})", "/triage/#text="],  # a text is no anchor
    "format": "json",
    "verbosity": "info",
}


@dataclass(frozen=True)
class Found:
    """The addresses that were asked for, as they are seen from the root, by what came of them."""

    alive: set[str]
    dead: set[str]
    skipped: set[str]


def checked(folder: Path, root: str, start: str = "") -> Found:
    """What is linked to from an address on. What the site says of itself in full, as to search engines, is asked of `root`.

    From one address at a time: given two, linkinator may take a page below one for a page of another site, and not read on.
    """
    rules = folder / "linkinator.json"
    rules.write_text(json.dumps(OPTIONS | {"urlRewriteExpressions": [{"pattern": "^" + re.escape(SITE_URL), "replacement": root}]}))
    done = programs.run(programs.NODE, programs.LINKINATOR, root + start, "--config", rules)
    assert done.stdout.startswith("{"), done.stderr
    links = [(link["state"], link["url"].replace(SITE_URL, root).removeprefix(root)) for link in json.loads(done.stdout)["links"]]
    return Found(*({url for state, url in links if state == wanted} for wanted in ("OK", "BROKEN", "SKIPPED")))


def test_every_link_leads_somewhere_and_links_reach_every_page(site: Path, tmp_path: Path, address: str):
    found = checked(tmp_path, address)
    assert found.dead == set()
    files = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    pages = {file.removesuffix("index.html") for file in files - MOVED - {NOT_FOUND}}
    assert len(pages) > 90
    assert pages - found.alive == set()
    assert {link.rpartition(".")[2] for link in found.alive} >= {"css", "js", "svg", "json", "csv", "xml"}, (
        "styles, pictures and data are asked for"
    )


def test_every_link_of_the_page_for_wrong_addresses_leads_somewhere(tmp_path: Path, address: str):
    found = checked(tmp_path, address, "404.html")
    assert found.dead == set()
    assert {"", "codes/"} <= found.alive


FAULTS = {
    "dead link": ('<a href="nowhere/">x</a>', "nowhere/"),
    "dead anchor": ('<a href="other.html#nowhere">x</a>', "other.html#nowhere"),
    "dead anchor of the page itself": ('<a href="#nowhere">x</a>', "#nowhere"),
    "link out of the path": ('<a href="/other.html">x</a>', "/other.html"),
    "link that needs a redirect": ('<a href="folder">x</a>', "folder"),
    "dead picture": ('<img src="no.svg" alt="x">', "no.svg"),
    "dead script": ('<script src="no.js"></script>', "no.js"),
    "dead style": ('<link rel="stylesheet" href="no.css">', "no.css"),
    "dead picture of a style": ('<link rel="stylesheet" href="style.css">', "of-style.svg"),
    "dead address in full": (f'<link rel="canonical" href="{SITE_URL}in-full/">', "in-full/"),
}


def test_links_that_lead_nowhere_are_seen(tmp_path: Path):
    write(tmp_path / "site", "".join(markup for markup, _ in FAULTS.values()))
    with serving(tmp_path / "site", "/below/") as root:  # whatever the path of the site that is tested
        assert {link.removeprefix(root.removesuffix("/below/")) for link in checked(tmp_path, root).dead} == {
            dead for _, dead in FAULTS.values()
        }


def test_a_link_that_leads_somewhere_is_left_alone(tmp_path: Path):
    good = ("other.html#here", "folder/", "#top-of-page", f"{SITE_URL}other.html", "https://elsewhere.example/nowhere/")
    write(tmp_path / "site", '<p id="top-of-page">x' + "".join(f'<a href="{link}">x</a>' for link in good))
    with serving(tmp_path / "site", "/below/") as root:
        found = checked(tmp_path, root)
    assert found.dead == set()
    assert found.alive >= {"other.html", "folder/"}
    assert found.skipped == {"https://elsewhere.example/nowhere/"}


def write(folder: Path, markup: str) -> None:
    """A site of a few files, with this on its home page."""
    (folder / "folder").mkdir(parents=True)
    (folder / "folder" / "index.html").write_text("<title>x</title>", encoding="utf-8")
    (folder / "index.html").write_text(f"<title>x</title>{markup}", encoding="utf-8")
    (folder / "other.html").write_text("<title>x</title><p id=here>x", encoding="utf-8")
    (folder / "404.html").write_text("<title>x</title>", encoding="utf-8")
    (folder / "style.css").write_text('p { background: url("of-style.svg") }', encoding="utf-8")
