"""No code is lost and no label changes without a word: the log of changes, its page and its feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from macros.api import constants
from macros.api.files import ApiFiles
from macros.catalogue import Catalogue, DataError, load
from macros.pages.forge import Forge
from macros.pages.views import Views

from .conftest import copied

SITE_URL = "https://reference.example/some/where/"
ATOM_RULES = Path(__file__).parent.parent / "site" / "schemas" / "atom.rng"
ATOM = "{http://www.w3.org/2005/Atom}"

FIRST = "2026-01-24,,published,,The first."


# The rules ------------------------------------------------------------------------------------------------------------


def logged(folder: Path, *rows: str) -> Catalogue:
    """The made-up data with these rows in its log."""
    data = copied(folder)
    (data / "changes.csv").write_text("\n".join(["date,codes,change,was,what", *rows]) + "\n", encoding="utf-8")
    return load(data)


def test_the_log_has_dates_former_names_and_retirement(changed: Catalogue) -> None:
    called, busy, again, held, rule = (changed.codes[key] for key in ("502", "371", "4852", "-30", "other-negative"))
    assert [change.key for change in changed.changes] == ["2026-01-24-1", "2026-02-01-1", "2026-02-01-2", "2026-03-24-1", "2027-01-31-1"]
    assert [change.type for change in changed.changes_of(called)] == ["added"]
    assert [change.type for change in changed.changes_of(again)] == ["published", "relabelled", "retired"]
    assert {code.key for code in changed.changes[0].codes} == set(changed.codes) - {"502"}
    assert [changed.changed(code) for code in (called, again, held, rule)] == ["2026-02-01", "2027-01-31", "2026-03-24", "2026-03-24"]
    assert [changed.retired(code) for code in (busy, again)] == ["", "2027-01-31"]
    assert constants.names(changed, again) == ["BUSY_4852", "ENGAGED_4852"]
    assert "    ENGAGED_4852 = 4852\n" in ApiFiles(changed, "https://reference.example/", "Name", "").whole["api/FaxStatus.py"]
    assert changed.changes[2].title == "Relabelled: 371, 4852"


NO_DATE = "is not a date; expected YYYY-MM-DD, a day that the calendar has"
NOT_FIRST = "expected 'published' in the first row and nowhere else"
WRONG = {
    "a day that is not": (
        ["2026-02-30,,published,,It."],
        f"2: '2026-02-30' {NO_DATE}",
    ),
    "another form": (["24.01.2026,,published,,It."], f"2: '24.01.2026' {NO_DATE}"),
    "out of order": ([FIRST, "2026-01-23,0,explained,,It."], "3: 2026-01-23 stands after 2026-01-24; expected the newest entry last"),
    "unknown code": ([FIRST, "2026-01-25,370,explained,,It."], "3: no code '370'; did you mean '371'?"),
    "unknown kind": ([FIRST, "2026-01-25,0,retird,,It."], "3: no change 'retird'; did you mean 'retired'?"),
    "no first": (
        ["2026-01-25,0,added,,It."],
        f"2: the entry is of the type 'added'; {NOT_FIRST}",
    ),
    "twice first": ([FIRST, FIRST], f"3: the entry is of the type 'published'; {NOT_FIRST}"),
    "first with codes": (
        ["2026-01-24,0,published,,It."],
        "2: the entry names codes; expected none: the first publication is about all",
    ),
    "about nothing": ([FIRST, "2026-01-25,,explained,,It."], "3: the entry names no code; expected the codes that it is about"),
    "relabelled from what": (
        [FIRST, "2026-01-25,0,relabelled,,It."],
        "3: the label before is missing; expected it in 'was' where the change is relabelled, and nowhere else",
    ),
    "explained from what": (
        [FIRST, "2026-01-25,0,explained,OK,It."],
        "3: the label before is given; expected it in 'was' where the change is relabelled, and nowhere else",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_entry_is_reported_with_its_line(wrong: str, tmp_path: Path) -> None:
    rows, message = WRONG[wrong]
    with pytest.raises(DataError) as caught:
        logged(tmp_path, *rows)
    assert str(caught.value) == f"data/changes.csv:{message}"


# Page and feed --------------------------------------------------------------------------------------------------------


def feed_of(catalogue: Catalogue) -> ElementTree.Element:
    return ElementTree.fromstring(ApiFiles(catalogue, SITE_URL, "Name", "Description").whole["feed.xml"])


def test_the_page_has_every_entry_newest_first(changed: Catalogue) -> None:
    page = BeautifulSoup(Views(changed, Forge("https://forge.example/codes")).fragment("changes", "../"), "lxml")
    entries = page.select("ol.changes > li")
    assert [entry["id"] for entry in entries] == [change.key for change in reversed(changed.changes)]
    for entry, change in zip(entries, reversed(changed.changes), strict=True):
        assert entry.time["datetime"] == change.date
        assert change.what in entry.get_text()
    assert "The label before was “Engaged”." in entries[2].get_text()
    assert [link["href"] for link in entries[2].select("a")] == ["../codes/371/", "../codes/4852/"]


def test_the_feed_keeps_to_its_standard_whatever_the_log_says(changed: Catalogue) -> None:
    rules = etree.RelaxNG(etree.parse(ATOM_RULES))
    rules.validate(etree.fromstring(ApiFiles(changed, SITE_URL, "Name", "Description").whole["feed.xml"].encode()))
    assert [f"{error.line}: {error.message}" for error in rules.error_log] == []


def test_the_feed_has_what_a_reader_needs(changed: Catalogue) -> None:
    """RFC 4287: one id, title and date each; an author; a link to itself."""
    feed = feed_of(changed)
    assert feed.tag == f"{ATOM}feed"
    for element in [feed, *feed.iter(f"{ATOM}entry")]:
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE_URL}feed.xml", "alternate": f"{SITE_URL}changes/"}


def test_the_feed_has_every_entry_newest_first(changed: Catalogue) -> None:
    feed = feed_of(changed)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}id").text for entry in entries] == [
        f"{SITE_URL}changes/#{key}" for key in (change.key for change in reversed(changed.changes))
    ]
    assert [entry.find(f"{ATOM}title").text for entry in entries] == [change.title for change in reversed(changed.changes)]
    dates = [entry.find(f"{ATOM}updated").text for entry in entries]
    assert dates == [f"{change.date}T00:00:00Z" for change in reversed(changed.changes)]
    assert feed.find(f"{ATOM}updated").text == dates[0]
    assert "The label before was: Engaged." in entries[2].find(f"{ATOM}content").text


def test_a_retired_code_keeps_its_page_and_says_so(changed: Catalogue) -> None:
    views = Views(changed, Forge("https://forge.example/codes"))
    pages = {key: views.fragment("code-page", "../../", code=changed.codes[key]) for key in ("4852", "371")}
    assert [key for key, page in pages.items() if "since 2027-01-31" in page] == ["4852"]
    api = ApiFiles(changed, "https://reference.example/", "Name", "Description")
    files = {**api.whole, **api.of(changed.codes["4852"]), **api.of(changed.codes["371"])}
    assert '"retired":"2027-01-31"' in files["api/codes/4852.json"]
    assert "since 2027-01-31" in files["codes/4852/index.md"]
    assert '"retired":null' in files["api/codes/371.json"]
    assert 'href="https://reference.example/codes/4852/"' in files["feed.xml"]
