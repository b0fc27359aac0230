"""Whatever is pasted is read as the code that it holds, and its first result is the right page.

The modules of web/search/ read all texts at once in Node, which answers as the worker in the browser does.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros import addresses
from macros.browser.node import NODE
from macros.browser.pack import pack
from macros.catalogue import Catalogue

from .readings import READINGS

HERE = Path(__file__).parent
QUERIES = {row["query"]: row["first"] for row in csv.DictReader((HERE / "queries.csv").open(encoding="utf-8"))}

ODD = (
    " ",
    "?",
    "-",
    "9" * 40,
    "1" * 30000,
    "- " * 15000,
    "<a" * 15000,
    "%41" * 10000,
    "status:" * 5000,
    "\ud800",
    "\0",
    "%",
    "&#0;",
    "\\u{110000}",
)

ATTACK = "hostile &lt;img src=x onerror=alert(1)&gt; &quot;&amp;lt;b&amp;gt;"
HOSTILE = [{"location": "page/", "title": ATTACK, "text": f"<p>{ATTACK}</p>", "tags": ["hostile <b>tag</b>"]}]
"""An index as the theme makes it of a page that speaks of markup."""

LISTS = {
    "39": [3912, 3931, 3932, 3933, 3935, 3936, 3937, 3938],
    "602": [6021, 6022, 6027, 6028, 6029],
    "20": [204000, 204001, 205000, 205001, 206001],
    "-1": [-1, -11],
    "-2": [-2, -22],
    "1": [1],
    "status -1": [-1],
    "-": [-1, -2, -3, -11, -22],
    "6001-6004": [6001, 6002, 6003, 6004],
    "263, 3931 and 6017": [263, 3931, 6017],
}
"""The codes that a query lists first, in this order."""

NOTHING = (
    "DIS",
    "RTN",
    "dcn received",
    "rsprec error",
    "COMREC invalid response received",
    "T.30 T1 timeout",
    "t38",
    "phase C",
    "training failed",
    "failed to train",
    "error correction mode",
    "no loop current",
    "no dial tone",
    "BRKT error",
    "xjqz failed",
    "XMODEM",
    "noisy",
    "gizmo error",
    "modem failed",
    "4 qqqq",
)
"""Terms of other systems, abbreviations and numbers that no page speaks of: no code is like them."""

ANSWERS = {
    "-57": ("-57: Fax is being handled", "Is -57 the field Status of a fax"),
    "-1004": ("-1004: Fax is being handled", "two number spaces"),
    "4711": ("4711: a failure, not listed here", "what kind of failure is not known here"),
    "6005": ("6005: a failure, not listed here", "Misdialled trunk prefix"),
    "99999": ("99999: a failure, not listed here", "is not listed here"),
    "2": ("2: a failure, not listed here", "two more telephony errors, 2 and 12"),
    "12": ("12: a failure, not listed here", "two more telephony errors, 2 and 12"),
    "3931.5": ("A fax status is a whole number", "decimal point"),
    "1234567890" * 4: ("No fax status is that long", "40 digits"),
    "": ("No number yet", "such as 3931 or -22"),
    "   ": ("No number yet", "such as 3931 or -22"),
    "%": ("No number yet", "such as 3931 or -22"),
    "qqqqzzzz": ("No number in this", "No fax status was found"),
    "¾": ("No number in this", "No fax status was found"),
    "318;0": ("Several numbers, and none is named a status", "Enter one number"),
    "messageStatus: 3931": ("3931: the messageStatus of a received fax", "not the status of a sent one"),
    "ResultCode -1011": ("-1011: the ResultCode of a call, not the status of a fax", "too many data requests"),
    "HTTP 403": ("HTTP 403: not the status of a fax of this service", "no fax of this service"),
    "ISDN cause 17": ("17: a cause of ITU-T Q.850, not the status of a fax", "User busy"),
    "Q.850 cause 10": ("10: a cause of ITU-T Q.850, not the status of a fax", "no name for 10"),
    "6000-6003": ("Codes from 6000 to 6003", "6001"),
}
"""What is asked of the lookup, the heading of the answer and some of its words."""

WITHOUT_CAUSE = ("6010", "6128")


@pytest.fixture(scope="module")
def numbers(catalogue: Catalogue) -> list[int]:
    """Every listed number, those beside them, and numbers of any size, the same in every run."""
    chance = random.Random(22)
    listed = [code.number for code in catalogue.numbered]
    near = [number + step for number in listed for step in (-1, 1)]
    return [*listed, *near, *(chance.randint(-(10**size), 10**size) for size in range(1, 16) for _ in range(14))]


@pytest.fixture(scope="module")
def read(site: Path, catalogue: Catalogue, numbers: list[int]) -> dict[str, Any]:
    """What the scripts make of all texts, with the text index of the built site."""
    asked = {
        "catalogue": pack(catalogue, "https://reference.example/"),
        "docs": json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"],
        "texts": list(READINGS),
        "queries": [*QUERIES, *LISTS, *NOTHING],
        "odd": list(ODD),
        "hostile": HOSTILE,
        "lookups": [*ANSWERS, *WITHOUT_CAUSE],
        "numbers": numbers,
    }
    done = subprocess.run([NODE, str(HERE / "answers.mjs")], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_text_is_read_as_its_code(read: dict[str, Any]) -> None:
    assert {text: got for text, got in read["readings"].items() if got != READINGS[text]} == {}


def test_the_first_result_is_the_right_page(read: dict[str, Any]) -> None:
    assert {query: read["places"][query][:1] for query, first in QUERIES.items() if read["places"][query][:1] != [first]} == {}


def test_what_no_page_speaks_of_is_not_found(read: dict[str, Any]) -> None:
    assert {query: read["places"][query] for query in NOTHING if read["places"][query]} == {}


def test_the_lookup_knows_no_pages_and_guesses_no_words(read: dict[str, Any]) -> None:
    """A rate limit is no premium rate, and "charged" no slip of "changed"."""
    found = read["withoutPages"]
    assert [query for query in ("rate limit exceeded", "is a busy fax billed", "nodejs", "bussy") if found[query]] == []
    assert (found["line engaged"][0], found["answering machine"][0]) == ("categories/busy/", "codes/3936/")


@pytest.mark.parametrize("query", LISTS)
def test_codes_are_listed_in_order(read: dict[str, Any], query: str) -> None:
    expected = [f"codes/{code}/" for code in LISTS[query]]
    assert read["places"][query][: len(expected)] == expected


def test_every_listed_code_is_its_own_first_result(read: dict[str, Any], catalogue) -> None:
    assert len(read["codes"]) == len(catalogue.numbered)
    assert [places[0] for places in read["own"]] == [f"codes/{code}/" for code in read["codes"]]


def test_no_two_results_lead_to_the_same_page(read: dict[str, Any]) -> None:
    assert [query for query, places in read["places"].items() if len(set(places)) < len(places)] == []


def test_every_odd_text_has_an_answer(read: dict[str, Any]) -> None:
    assert all(read["answered"])
    assert len(read["answered"]) == len(ODD)


def test_a_result_is_text_and_marked_text_and_nothing_else(read: dict[str, Any]) -> None:
    for piece in [*read["pieces"], *read["hostile"]]:
        assert isinstance(piece, str) or (set(piece) == {"mark"} and isinstance(piece["mark"], str)), piece


def test_markup_in_the_text_index_is_shown_as_text(read: dict[str, Any]) -> None:
    shown = "".join(piece if isinstance(piece, str) else piece["mark"] for piece in read["hostile"])
    assert shown.count('<img src=x onerror=alert(1)> "&lt;b&gt;') == 2


@pytest.mark.parametrize("asked", ANSWERS)
def test_the_lookup_answers(read: dict[str, Any], asked: str) -> None:
    reply, (title, words) = read["lookups"][asked], ANSWERS[asked]
    assert reply["title"] == title
    assert words in " ".join([*(sentence["text"] for sentence in reply["sentences"]), *(link["title"] for link in reply["links"])])


def test_a_cause_is_derived_and_a_question_advice(read: dict[str, Any]) -> None:
    said = [sentence for asked in ("6005", "-57", "2") for sentence in read["lookups"][asked]["sentences"]]
    cause, question, fact = (next(one for one in said if words in one["text"]) for words in ("Q.850", "Is -57 the field", "2 and 12"))
    assert (cause["provenance"], question["provenance"]) == ("derived", "advice")
    assert "InterFAX" in json.dumps(fact["source"])


def test_a_named_number_lists_no_code_that_begins_so(read: dict[str, Any]) -> None:
    assert [path for path in read["places"]["status -1"] if path.startswith("codes/")] == ["codes/-1/"]


def test_a_number_of_another_is_no_code(read: dict[str, Any]) -> None:
    for asked in ("318;0", "messageStatus: 3931", "HTTP 403"):
        reply = read["lookups"][asked]
        assert (reply["code"], reply["path"], reply["outcome"]) == (None, None, None)
        assert [link["path"] for link in reply["links"] if link["path"].startswith("codes/")] == []


@pytest.mark.parametrize("address", [addresses.NUMBER_SPACES, addresses.COMPARISON])
def test_the_section_that_explains_a_number_is_there(site: Path, address: str) -> None:
    page, _, section = address.partition("#")
    assert f'id="{section}"' in (site / page / "index.html").read_text(encoding="utf-8")


def test_a_label_beside_an_unlisted_number_leads_to_its_category(read: dict[str, Any]) -> None:
    assert "categories/no-answer/" in read["places"]["8022 No answer"]
    assert "categories/telephony/" in read["places"]["12 - Telephony error"]


def test_without_causes_no_answer_leads_to_their_comparison(read: dict[str, Any]) -> None:
    assert read["lookups"]["ISDN cause 17"]["links"][0]["path"] == "about/#q850"
    assert "no name for 17" in read["withoutCauses"]["sentences"][0]["text"]
    assert not [link for link in read["withoutCauses"]["links"] if "#q850" in link["path"]]


def test_a_number_without_a_cause_names_none(read: dict[str, Any]) -> None:
    for asked in (*WITHOUT_CAUSE, "4711"):
        assert asked in read["lookups"][asked]["title"]
        assert "Q.850" not in json.dumps(read["lookups"][asked])


def test_search_and_answer_agree_on_any_number(read: dict[str, Any], catalogue: Catalogue, numbers: list[int]) -> None:
    """The lookup and the page for missing addresses show this very answer; the search lists where it stands."""
    for number, answer in zip(numbers, read["numbers"], strict=True):
        outcome = "in-process" if number < 0 else "success" if number == 0 else "failure"
        assert (number, answer["outcome"]["key"]) == (number, outcome)
        listed = str(number) in catalogue.codes
        own = f"codes/{number}/" if listed else "codes/other-negative/" if number < 0 else f"lookup/?code={number}"
        assert (answer["code"], answer["path"]) == (number, own)
        assert own in answer["found"]
        assert answer["title"].startswith(f"{number}: ")
