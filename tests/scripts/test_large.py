"""Among thousands of codes the right one is found, and a number is found without the texts of all others."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from benchmarks.catalogue import FIRST, write
from macros.browser.node import NODE
from macros.browser.pack import scripts
from macros.catalogue import Catalogue, load

HERE = Path(__file__).parent
SIZE, IN_A_FILE = 2_500, 300
LATE = FIRST + 1_870
RARE = "the trunk's own report {} tells more"

NUMBERS = {
    "3931": ["codes/3931/"],
    f"{LATE}": [f"codes/{LATE}/"],
    f"status: {LATE}": [f"codes/{LATE}/"],
    f"{LATE}"[:-1]: [f"codes/{number}/" for number in range(LATE, LATE + 10)],
    "3000": [f"codes/{number}/" for number in range(FIRST, FIRST + 20)],
    "-2": ["codes/-2/", "codes/-22/"],
}
"""What is asked for by numbers, and the pages that come first."""

WORDS = {
    "busy": "categories/busy/",
    RARE.format(LATE): f"codes/{LATE}/",
    f"the trunks own reprot {LATE}": f"codes/{LATE}/",
    "answering machine": "codes/3936/",
}
"""What is asked for by words, some with slips, and the page that comes first."""

NOTHING = ("xqzzyk", "xqzzyk error")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The real codes and as many made-up ones as make a few files of texts."""
    folder = tmp_path_factory.mktemp("large")
    write(HERE.parent.parent / "data", folder, SIZE)
    return load(folder)


@pytest.fixture(scope="module")
def read(large: Catalogue) -> dict[str, Any]:
    """What the scripts find among them."""
    made = scripts(large, "https://reference.example/", IN_A_FILE)
    asked = {
        "files": {asset.path.rpartition("/")[2]: asset.text for asset in made.values()},
        "catalogue": made["catalogue"].path.rpartition("/")[2],
        "queries": [*NUMBERS, *WORDS, *NOTHING],
        "codes": [3931, LATE],
    }
    done = subprocess.run([NODE, str(HERE / "large.mjs")], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"files": len(made) - 1}


@pytest.mark.parametrize("query", NUMBERS)
def test_a_number_comes_first_and_loads_few_texts(read: dict[str, Any], query: str) -> None:
    alone = read["alone"][query]
    assert alone["result"][: len(NUMBERS[query])] == NUMBERS[query]
    assert 0 < alone["loaded"] <= 4 < read["files"]


@pytest.mark.parametrize("query", WORDS)
def test_words_find_what_has_them(read: dict[str, Any], query: str) -> None:
    assert read["alone"][query]["result"][0] == WORDS[query]


def test_what_no_code_speaks_of_is_not_found(read: dict[str, Any]) -> None:
    assert [read["alone"][query]["result"] for query in NOTHING] == [[], []]


def test_answers_do_not_depend_on_what_was_asked_before(read: dict[str, Any]) -> None:
    assert {query: each["result"] for query, each in read["alone"].items()} == read["together"]


def test_nobody_is_shown_thousands_of_results(read: dict[str, Any]) -> None:
    assert max(len(each) for each in read["together"].values()) <= 40


def test_triage_reads_the_codes_that_a_log_names_and_no_others(read: dict[str, Any], large: Catalogue) -> None:
    assert [entry["label"] for entry in read["triage"]["result"]] == [large.codes[str(code)].label for code in (3931, LATE)]
    assert 0 < read["triage"]["loaded"] <= 2
