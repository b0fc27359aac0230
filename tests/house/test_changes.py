"""No code is lost and no label changes without a word: the log of changes, its page and its feed."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from macros.api import constants
from macros.api.files import ApiFiles
from macros.catalogue import Catalogue, DataError, load
from macros.pages.views import Views
from tests.support.site import ROOT, SITE_URL
from tests.support.small import small_copy

ATOM = "{http://www.w3.org/2005/Atom}"

with (ROOT / "tests" / "published.csv").open(encoding="utf-8", newline="") as _file:
    RECORDED = {row["code"]: row for row in csv.DictReader(_file)}
"""What was published once, each code with its label and its constant. A row is added with a code, and never changed or removed."""

CODES = pytest.mark.parametrize("key", RECORDED)
FIRST = "2026-11-24,,published,,The first."


@CODES
def test_every_published_code_is_kept(key: str, catalogue: Catalogue) -> None:
    assert key in catalogue.codes, f"{key} was published once: keep its row, and say in data/changes.csv that it is retired"


@CODES
def test_every_change_of_a_label_is_told(key: str, catalogue: Catalogue) -> None:
    recorded, code = RECORDED[key]["label"], catalogue.codes[key]
    told = [code.label, *(change.was for change in catalogue.changes_of(code))]
    assert recorded in told, f"data/changes.csv does not tell it: add DATE,{key},relabelled,{recorded},why"


@CODES
def test_every_published_constant_is_kept(key: str, catalogue: Catalogue) -> None:
    code = catalogue.codes[key]
    assert RECORDED[key]["constant"] in (constants.names(catalogue, code) if code.number is not None else [""])


def test_every_new_code_is_told_and_recorded(catalogue: Catalogue) -> None:
    """A code that is added is in the log, where its page and the feed take its date from, and in the record of what was published."""
    added = {code.key for change in catalogue.changes if change.type == "added" for code in change.codes}
    for key, code in catalogue.codes.items():
        constant = constants.names(catalogue, code)[0] if code.number is not None else ""
        assert key in RECORDED, f"add {key},{code.label},{constant} to tests/published.csv and DATE,{key},added,,what to data/changes.csv"
    first = set(list(RECORDED)[:85])
    assert set(RECORDED) - first == added, "expected a row 'added' in data/changes.csv for every code after the first publication"


# The rules ------------------------------------------------------------------------------------------------------------


def logged(folder: Path, *rows: str) -> Catalogue:
    """The small copy of the data with these rows in its log."""
    data = small_copy(folder)
    (data / "changes.csv").write_text("\n".join(["date,codes,change,was,what", *rows]) + "\n", encoding="utf-8")
    return load(data)


def test_the_log_tells_dates_former_names_and_retirement(tmp_path: Path) -> None:
    catalogue = logged(
        tmp_path,
        FIRST,
        "2026-12-01,263,added,,New.",
        "2026-12-01,263 3931,relabelled,Engaged,Another word.",
        "2026-12-24,-22 other-negative,explained,,More words.",
        "2027-01-31,3931,retired,,Gone.",
    )
    busy, again, credit, rule = (catalogue.codes[key] for key in ("263", "3931", "-22", "other-negative"))
    assert [change.key for change in catalogue.changes] == ["2026-11-24-1", "2026-12-01-1", "2026-12-01-2", "2026-12-24-1", "2027-01-31-1"]
    assert [change.type for change in catalogue.changes_of(busy)] == ["added", "relabelled"]
    assert [change.type for change in catalogue.changes_of(again)] == ["published", "relabelled", "retired"]
    assert {code.key for code in catalogue.changes[0].codes} == set(catalogue.codes) - {"263"}
    assert [catalogue.changed(code) for code in (busy, again, credit, rule)] == ["2026-12-01", "2027-01-31", "2026-12-24", "2026-12-24"]
    assert [catalogue.retired(code) for code in (busy, again)] == ["", "2027-01-31"]
    assert constants.names(catalogue, again) == ["BUSY_3931", "ENGAGED_3931"]
    assert "    ENGAGED_3931 = 3931\n" in ApiFiles(catalogue, "https://reference.example/", "Name", "").whole["api/FaxStatus.py"]
    assert catalogue.changes[2].title == "Relabelled: 263, 3931"


NO_DATE = "is not a date; expected YYYY-MM-DD, a day that the calendar has"
NOT_FIRST = "expected 'published' in the first row and nowhere else"
WRONG = {
    "a day that is not": (
        ["2026-02-30,,published,,It."],
        f"2: '2026-02-30' {NO_DATE}",
    ),
    "another form": (["24.11.2026,,published,,It."], f"2: '24.11.2026' {NO_DATE}"),
    "out of order": ([FIRST, "2026-11-23,0,explained,,It."], "3: 2026-11-23 stands after 2026-11-24; expected the newest entry last"),
    "unknown code": ([FIRST, "2026-11-25,264,explained,,It."], "3: no code '264'; did you mean '263'?"),
    "unknown kind": ([FIRST, "2026-11-25,0,retird,,It."], "3: no change 'retird'; did you mean 'retired'?"),
    "no first": (
        ["2026-11-25,0,added,,It."],
        f"2: the entry is of the type 'added'; {NOT_FIRST}",
    ),
    "twice first": ([FIRST, FIRST], f"3: the entry is of the type 'published'; {NOT_FIRST}"),
    "first with codes": (
        ["2026-11-24,0,published,,It."],
        "2: the entry names codes; expected none: the first publication is about all",
    ),
    "about nothing": ([FIRST, "2026-11-25,,explained,,It."], "3: the entry names no code; expected the codes that it is about"),
    "relabelled from what": (
        [FIRST, "2026-11-25,0,relabelled,,It."],
        "3: the label before is missing; expected it in 'was' where the change is relabelled, and nowhere else",
    ),
    "explained from what": (
        [FIRST, "2026-11-25,0,explained,OK,It."],
        "3: the label before is given; expected it in 'was' where the change is relabelled, and nowhere else",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_entry_is_told_with_its_line(wrong: str, tmp_path: Path) -> None:
    rows, message = WRONG[wrong]
    with pytest.raises(DataError) as caught:
        logged(tmp_path, *rows)
    assert str(caught.value) == f"data/changes.csv:{message}"


# Page and feed --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A log with more than one entry."""
    folder = tmp_path_factory.mktemp("several")
    return logged(folder, FIRST, "2026-12-01,263 3931,relabelled,Engaged,Another word.", "2027-01-31,3931,retired,,Gone.")


def feed_of(catalogue: Catalogue) -> ElementTree.Element:
    return ElementTree.fromstring(ApiFiles(catalogue, SITE_URL, "Name", "Description").whole["feed.xml"])


def test_the_page_has_every_entry_newest_first(several: Catalogue) -> None:
    page = BeautifulSoup(Views(several, "https://forge.example/codes").changes("../"), "lxml")
    entries = page.select("ol.changes > li")
    assert [entry["id"] for entry in entries] == ["2027-01-31-1", "2026-12-01-1", "2026-11-24-1"]
    for entry, change in zip(entries, reversed(several.changes), strict=True):
        assert entry.time["datetime"] == change.date
        assert change.what in entry.get_text()
    assert "The label before was “Engaged”." in entries[1].get_text()
    assert [link["href"] for link in entries[1].select("a")] == ["../codes/263/", "../codes/3931/"]


def test_the_site_has_the_log(site: Path, catalogue: Catalogue) -> None:
    page = BeautifulSoup((site / "changes" / "index.html").read_text(encoding="utf-8"), "lxml")
    assert [entry["id"] for entry in page.select("ol.changes > li")] == [change.key for change in reversed(catalogue.changes)]
    entries = ElementTree.fromstring((site / "feed.xml").read_bytes()).findall(f"{ATOM}entry")
    ids = [f"{SITE_URL}changes/#{change.key}" for change in reversed(catalogue.changes)]
    assert [entry.find(f"{ATOM}id").text for entry in entries] == ids


def test_the_feed_has_what_a_reader_needs(several: Catalogue) -> None:
    """RFC 4287: one id, title and date each; an author; a link to itself."""
    feed = feed_of(several)
    assert feed.tag == f"{ATOM}feed"
    for element in [feed, *feed.iter(f"{ATOM}entry")]:
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE_URL}feed.xml", "alternate": f"{SITE_URL}changes/"}


def test_the_feed_has_every_entry_newest_first(several: Catalogue) -> None:
    feed = feed_of(several)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}id").text for entry in entries] == [
        f"{SITE_URL}changes/#{key}" for key in ("2027-01-31-1", "2026-12-01-1", "2026-11-24-1")
    ]
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["Retired: 3931", "Relabelled: 263, 3931", "First publication"]
    dates = [entry.find(f"{ATOM}updated").text for entry in entries]
    assert dates == ["2027-01-31T00:00:00Z", "2026-12-01T00:00:00Z", "2026-11-24T00:00:00Z"]
    assert feed.find(f"{ATOM}updated").text == dates[0]
    assert "The label before was: Engaged." in entries[1].find(f"{ATOM}content").text


def test_a_retired_code_keeps_its_page_and_says_so(tmp_path: Path) -> None:
    catalogue = logged(tmp_path, FIRST, "2027-01-31,3931,retired,,Gone.")
    views = Views(catalogue, "https://forge.example/codes")
    pages = {key: views.code_page("../../", catalogue.codes[key]) for key in ("3931", "263")}
    assert [key for key, page in pages.items() if "since 2027-01-31" in page] == ["3931"]
    api = ApiFiles(catalogue, "https://reference.example/", "Name", "Description")
    files = {**api.whole, **api.of(catalogue.codes["3931"]), **api.of(catalogue.codes["263"])}
    assert '"retired": "2027-01-31"' in files["api/codes/3931.json"]
    assert "since 2027-01-31" in files["codes/3931/index.md"]
    assert '"retired": null' in files["api/codes/263.json"]
    assert 'href="https://reference.example/codes/3931/"' in files["feed.xml"]
