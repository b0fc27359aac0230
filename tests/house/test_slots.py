"""The second phase: page shells and slots are filled with what the data says, and with nothing that could end their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros import addresses
from macros.api.files import ApiFiles
from macros.catalogue import Catalogue, load
from macros.pages import ranges
from macros.pages.forge import Forge
from macros.pages.head import Head
from macros.pages.views import Views
from macros.publish.site import Build, PublishError, publish
from macros.publish.slots import Shell, comment, fill
from tests.support.hostile import ADDRESS, hostile, with_texts

SITE = "https://reference.example/some/where/"
SHELL = """<!doctype html><title>slot__title</title><meta name="description" content="slot__description"><link href="slot__key">
{linked}<main>slot__body</main>"""
LINKED = '<script type="application/ld+json">slot__linked_data</script>'
SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">slot__made_pages</urlset>'


def lay(folder: Path) -> Path:
    """What any generator might have rendered in the first phase: three page shells, two pages, a sitemap."""
    files = {
        "codes/slot__key/index.html": SHELL.format(linked=LINKED),
        "codes/slot__range/index.html": SHELL.format(linked="").replace("slot__key", "slot__range"),
        "categories/slot__key/index.html": SHELL.format(linked=""),
        "codes/index.html": f"<!doctype html><title>Codes</title>{LINKED}{comment('codes_table')}",
        "404.html": "<!doctype html><title>Not found</title>slot__not_found",
        "sitemap.xml": SITEMAP,
        "assets/javascripts/bundle.js": "the theme's",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def rendered(tmp_path: Path) -> Path:
    return lay(tmp_path)


def made_of(catalogue: Catalogue) -> Build:
    views = Views(catalogue, Forge("https://forge.example/codes"), {"triage-engine": "engine.js", "catalogue": "catalogue.js"})
    return Build(catalogue, views, Head(catalogue, SITE, "Codes"), ApiFiles(catalogue, SITE, "Codes", "What."), {"assets/a.js": "1"}, SITE)


def test_publish_completes_what_any_generator_rendered(rendered: Path, catalogue: Catalogue) -> None:
    publish(made_of(catalogue), rendered)
    for code in catalogue.codes.values():
        page = BeautifulSoup((rendered / addresses.code_page(code.key) / "index.html").read_text(encoding="utf-8"), "lxml")
        assert page.title.string.startswith(code.spoken if code.number is not None else code.label)
        assert page.link["href"] == code.key
        assert code.label in page.main.h1.get_text()
        assert (rendered / addresses.code_json(code.key)).is_file()
        assert (rendered / addresses.code_text(code.key)).is_file()
    for category in catalogue.categories.values():
        page = BeautifulSoup((rendered / addresses.category_page(category.key) / "index.html").read_text(encoding="utf-8"), "lxml")
        assert page.title.string == f"{category.name}: fax status codes"
    assert len(BeautifulSoup((rendered / "codes" / "index.html").read_text(encoding="utf-8"), "lxml").select("tbody tr")) == len(
        catalogue.codes
    )
    assert 'href="/some/where/legend/' in (rendered / "404.html").read_text(encoding="utf-8")
    assert (rendered / "assets" / "a.js").read_text(encoding="utf-8") == "1"
    assert not (rendered / "assets" / "javascripts").exists()


def test_an_old_address_leads_on_without_a_script(rendered: Path, catalogue: Catalogue) -> None:
    publish(made_of(catalogue), rendered)
    page = BeautifulSoup((rendered / "birds" / "on-roofs" / "index.html").read_text(encoding="utf-8"), "lxml")
    assert page.find("meta", {"http-equiv": "refresh"})["content"] == "0; url=../../codes/-30/"
    assert page.find("link", rel="canonical")["href"] == f"{SITE}codes/-30/"
    assert page.a["href"] == "../../codes/-30/"
    assert page.find("script") is None
    assert "birds" not in (rendered / "sitemap.xml").read_text(encoding="utf-8")


def test_redirects_that_do_not_fit_the_pages_are_refused_all_at_once(rendered: Path, data: Path) -> None:
    (data / "redirects.csv").write_text("from,to\nbirds/,bird/\ncodes/0/,codes/-30/\n", encoding="utf-8")
    with pytest.raises(PublishError) as refused:
        publish(made_of(load(data)), rendered)
    assert str(refused.value).split("\n") == [
        "data/redirects.csv:2: no page 'bird/'; expected one of the site",
        "data/redirects.csv:3: 'codes/0/' is the address of a page; expected one that no page has",
    ]


def test_no_slot_and_no_shell_is_left(rendered: Path, catalogue: Catalogue) -> None:
    publish(made_of(catalogue), rendered)
    assert [path for path in rendered.rglob("*") if "slot__" in path.name] == []
    assert [path for path in rendered.rglob("*") if path.is_file() and b"slot__" in path.read_bytes()] == []


def test_the_sitemap_has_every_page_with_the_day_of_its_newest_change(rendered: Path, changed: Catalogue) -> None:
    publish(made_of(changed), rendered)
    entries = {
        entry.loc.string: entry.lastmod.string for entry in BeautifulSoup((rendered / "sitemap.xml").read_bytes(), "xml").select("url")
    }
    assert entries[f"{SITE}codes/4852/"] == "2027-01-31"
    assert entries[f"{SITE}codes/0/"] == "2026-01-24"
    assert entries[f"{SITE}categories/busy/"] == "2027-01-31"
    assert len(entries) == len(changed.codes) + len(changed.categories)


def test_a_large_catalogue_gets_a_page_for_each_range(rendered: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranges, "MOST_ROWS", 10)
    publish(made_of(catalogue), rendered)
    wanted = {each.path for each, _ in ranges.all_ranges(ranges.halves(catalogue))}
    assert {addresses.BELOW_ZERO, addresses.FROM_ZERO, addresses.code_range(0, 9999)} <= wanted
    entries = {entry.loc.string.removeprefix(SITE) for entry in BeautifulSoup((rendered / "sitemap.xml").read_bytes(), "xml").select("url")}
    tables = []
    for path in wanted:
        page = BeautifulSoup((rendered / path / "index.html").read_text(encoding="utf-8"), "lxml")
        tables += [row.th.get_text(strip=True) for row in page.select("tbody tr")]
        assert page.title.string == f"Fax status codes {page.h1.get_text().removeprefix('Status codes ')}"
        trail = [link["href"].removeprefix("../../") for link in page.select("nav.breadcrumb a")][2:]
        assert set(trail) <= wanted <= entries
    assert sorted(tables) == sorted("other negative" if code.number is None else code.key for code in catalogue.codes.values())
    first = BeautifulSoup((rendered / addresses.BELOW_ZERO / "index.html").read_text(encoding="utf-8"), "lxml")
    assert [link["href"] for link in first.select("nav.turn a")] == [f"../../{addresses.code_range(0, 999)}"]


def test_hostile_texts_stay_text_in_every_slot(rendered: Path, catalogue: Catalogue) -> None:
    publish(made_of(with_texts(catalogue, hostile, ADDRESS)), rendered)
    for path in rendered.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        assert {script.get("type") for script in page.find_all("script")} <= {"application/ld+json"}
        assert [element for element in page.find_all(True) if any(name.startswith("on") for name in element.attrs)] == []
        assert page.find_all(["img", "iframe", "style"]) == []


def test_a_page_in_which_something_runs_is_not_published(rendered: Path, catalogue: Catalogue) -> None:
    with (rendered / "codes" / "index.html").open("a", encoding="utf-8") as page:
        page.write('\n<p onclick="alert(1)">A text</p>')
    with pytest.raises(PublishError, match=r"^codes/index\.html: an event handler, onclick; expected nothing that runs in a page$"):
        publish(made_of(catalogue), rendered)


def test_a_shell_in_which_something_runs_is_not_published(rendered: Path, catalogue: Catalogue) -> None:
    with (rendered / "codes" / "slot__key" / "index.html").open("a", encoding="utf-8") as page:
        page.write("<style>p { color: red }</style>")
    with pytest.raises(PublishError, match=r"^the page shell of codes: a style element"):
        publish(made_of(catalogue), rendered)


def test_a_slot_of_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no slot 'nowhere'; expected one of: here"):
        fill("slot__here slot__nowhere", {"here": lambda: "x"})


def test_a_slot_is_a_word_or_a_comment() -> None:
    assert (
        fill(f'<a href="slot__key/">slot__key</a>{comment("part")}', {"key": lambda: "7", "part": lambda: "<p>"}) == '<a href="7/">7</a><p>'
    )


@pytest.mark.parametrize("text", ["<b>", 'a"b', "a'b", "a>b"])
def test_a_text_that_could_end_its_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected an escaped text"):
        Shell("<title>slot__title</title>slot__body").filled({"title": text}, {"body": "<p>"})


@pytest.mark.parametrize("shell", ["slot__title", "slot__title slot__body slot__more", ""])
def test_a_shell_with_other_slots_is_refused(shell: str) -> None:
    with pytest.raises(ValueError, match=r"expected \['body', 'title'\]"):
        Shell(shell).filled({"title": "x"}, {"body": "y"})
