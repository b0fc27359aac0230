"""What is added to a built site for a server of one's own, and what is kept of the release before it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from macros.catalogue.values import Redirect
from macros.publish import hosted, released
from tests.support.serving import serving

HOME = '<!doctype html><link rel="canonical" href="https://pigeons.example/post/">'
PAGES = ("", "codes/", "codes/-30/", "codes/on-roofs/", "lookup/", "triage/", "birds/")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, as far as it matters here."""
    for page in PAGES:
        (tmp_path / "site" / page).mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / page / "index.html").write_text(HOME * 20, encoding="utf-8")
    (tmp_path / "site" / "assets" / "js").mkdir(parents=True)
    (tmp_path / "site" / "assets" / "js" / "base.1a2b3c4d.js").write_text("1", encoding="utf-8")
    return tmp_path / "site"


def test_the_rules_have_every_page_that_may_be_written_in_capitals_and_every_redirect(site: Path, data: Path, tmp_path: Path):
    (data / "redirects.csv").write_text("from,to\nbirds/,codes/-30/\n", encoding="utf-8")
    hosted.main(site, tmp_path / "rules", data)
    assert (tmp_path / "rules" / "nginx.map").read_text(encoding="utf-8").splitlines() == [
        '"~*^/post$" "/post/";',
        '"~*^/post/codes/(?<fax_code>-?[0-9]+)$" "/post/codes/$fax_code/";',
        '"~*^/post/birds$" "/post/codes/-30/";',
        '"~*^/post/codes$" "/post/codes/";',
        '"~*^/post/codes/on-roofs$" "/post/codes/on-roofs/";',
        '"~*^/post/lookup$" "/post/lookup/";',
        '"~*^/post/triage$" "/post/triage/";',
    ]
    assert (tmp_path / "rules" / "apache.conf").read_text(encoding="utf-8").splitlines() == [
        r'RedirectMatch 301 "(?i)^/post/birds(/|/index\.html|\.html)?$" "/post/codes/-30/"'
    ]
    assert (tmp_path / "rules" / "_redirects").read_text(encoding="utf-8").splitlines() == [
        "/post/birds/ /post/codes/-30/ 301",
        "/post/birds /post/codes/-30/ 301",
    ]


def test_texts_are_compressed_where_that_makes_them_smaller_and_each_time_alike(site: Path):
    hosted.compress(site)
    packed = (site / "index.html.gz").read_bytes()
    assert gzip.decompress(packed) == (site / "index.html").read_bytes()
    assert not (site / "assets" / "js" / "base.1a2b3c4d.js.gz").exists()
    hosted.compress(site)
    assert (site / "index.html.gz").read_bytes() == packed


def test_the_path_of_a_site_goes_into_rules_to_the_letter():
    text = hosted.rules("https://pigeons.example/v1.0/", ["codes/"], [Redirect("old/", "codes/", 2)])
    assert r'"~*^/v1\.0/codes$" "/v1.0/codes/";' in text["nginx.map"]
    assert r'"(?i)^/v1\.0/old(' in text["apache.conf"]


@pytest.mark.parametrize("path", ["a b", 'a"b', "a$b", "a;b", "a%20b", "a{b}"])
def test_a_path_that_a_rule_could_misread_is_refused(path: str):
    with pytest.raises(ValueError, match="expected letters, digits and"):
        hosted.rules(f"https://pigeons.example/{path}/", [], [])


def test_a_folder_without_a_site_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="holds no site; expected one: make build writes it"):
        hosted.site_url(tmp_path)


def test_what_the_release_before_named_is_kept(site: Path, tmp_path: Path):
    before = tmp_path / "before"
    (before / "assets" / "js").mkdir(parents=True)
    names = {"": "base.0000aaaa.js", "codes/": "table.0000bbbb.js", "lookup/": "base.1a2b3c4d.js", "triage/": "engine.0000cccc.js"}
    for page, name in names.items():
        (before / page).mkdir(exist_ok=True)
        (before / page / "index.html").write_text(f'<script src="../assets/js/{name}"></script>', encoding="utf-8")
        (before / "assets" / "js" / name).write_text(f"the old {name}", encoding="utf-8")
    (before / "assets" / "js" / "table.0000bbbb.js").write_text('["texts-0.0000dddd.js"]', encoding="utf-8")
    (before / "assets" / "js" / "texts-0.0000dddd.js").write_text("the old texts-0.0000dddd.js", encoding="utf-8")
    (before / "assets" / "js" / "base.00000000.js").write_text("of the release before that", encoding="utf-8")
    with serving(before, "/post/") as online:
        kept = released.keep(site, online)
    named = ("base.0000aaaa.js", "engine.0000cccc.js", "table.0000bbbb.js", "texts-0.0000dddd.js")
    assert kept == [f"assets/js/{name}" for name in named]
    assert [(site / name).read_bytes() for name in kept] == [(before / name).read_bytes() for name in kept]
    assert (site / "assets" / "js" / "base.1a2b3c4d.js").read_text(encoding="utf-8") == "1"
    assert not (site / "assets" / "js" / "base.00000000.js").exists()


def test_a_first_release_has_none_before_it(site: Path, tmp_path: Path):
    (tmp_path / "404.html").write_text("The host's own page.", encoding="utf-8")
    with serving(tmp_path, "/post/") as online, pytest.raises(OSError, match="404"):
        released.keep(site, online)
