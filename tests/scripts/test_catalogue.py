"""What the scripts read from the packed catalogue is what the data says, on the made-up catalogue."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros import addresses
from macros.browser.node import NODE
from macros.browser.pack import pack
from macros.catalogue import Catalogue, load
from macros.catalogue.values import Q850_BASE

HERE = Path(__file__).parent
UNLISTED = [-9001, -1, 1, 4231, 92000, 6012]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The made-up catalogue."""
    return load(HERE.parent / "house" / "catalogue")


@pytest.fixture(scope="module")
def read(catalogue: Catalogue) -> dict[str, Any]:
    """What the modules of web/ make of it."""
    asked = {"catalogue": pack(catalogue, "https://reference.example/"), "numbers": [*numbers(catalogue), *UNLISTED]}
    done = subprocess.run([NODE, str(HERE / "catalogue.mjs")], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def numbers(catalogue: Catalogue) -> list[int]:
    return sorted(code.number for code in catalogue.numbered if code.number is not None)


def test_every_code_is_described_as_its_row_says(read: dict[str, Any], catalogue: Catalogue) -> None:
    for entry, number in zip(read["described"], numbers(catalogue), strict=True):
        code = catalogue.codes[str(number)]
        assert (entry["code"], entry["path"]) == (number, addresses.code_page(code.key))
        assert (entry["label"], entry["meaning"]) == (code.label, code.meaning.text)
        category = code.category
        assert entry["category"] == {"key": category.key, "name": category.name, "path": addresses.category_page(category.key)}
        outcome = code.outcome
        assert entry["outcome"].items() >= {"key": outcome.key, "name": outcome.name, "final": outcome.final}.items()
        assert entry["outcome"]["meaning"] == outcome.meaning.text
        assert entry["step"] == {"key": code.next.key, "name": code.next.name}


def test_triage_explains_every_code_as_its_row_says(read: dict[str, Any], catalogue: Catalogue) -> None:
    for number in numbers(catalogue):
        code, entry = catalogue.codes[str(number)], read["explained"][str(number)]
        assert entry == {
            "label": code.label,
            "outcome": code.outcome.key,
            "category": code.category.key,
            "step": code.next.key,
            "todo": [{"text": said.text, "provenance": said.provenance.key} for said in filter(None, (code.action, code.advice))],
            "link": addresses.code_page(code.key),
        }


def test_what_is_said_of_an_unlisted_number_is_what_the_answers_say(read: dict[str, Any], catalogue: Catalogue) -> None:
    failure, advice = read["explained"]["92000"], catalogue.answers["unlisted-advice"]
    assert failure["label"] == catalogue.unlisted_label(catalogue.outcome_of("positive")).text
    assert (failure["todo"], failure["link"]) == ([{"text": advice.text, "provenance": advice.provenance.key}], "")
    rule = catalogue.rule
    for entry in (read["explained"]["-9001"], read["rule"]):
        assert entry["label"] == rule.label
    assert read["explained"]["-9001"]["link"] == read["rule"]["path"] == addresses.code_page(rule.key)


def test_a_number_is_listed_where_it_has_a_row(read: dict[str, Any], catalogue: Catalogue) -> None:
    assert read["listed"] == read["listedInTriage"] == numbers(catalogue)


def test_what_to_do_comes_from_the_data(read: dict[str, Any], catalogue: Catalogue) -> None:
    assert read["steps"] == [{"key": key, "name": step.name} for key, step in catalogue.next_steps.items()]
    assert read["explained"]["92000"]["step"] == catalogue.outcome_of("positive").next.key
    assert read["explained"]["-9001"]["step"] == read["rule"]["step"]["key"] == catalogue.rule.next.key


def test_a_number_that_looks_like_a_cause_has_its_name(read: dict[str, Any], catalogue: Catalogue) -> None:
    for number, cause in zip([*numbers(catalogue), *UNLISTED], read["causes"], strict=True):
        known = catalogue.causes.get(number - Q850_BASE)
        assert cause == ({"number": known.number, "name": known.name} if known and known.name else None)


def test_part_of_a_number_finds_what_begins_so(read: dict[str, Any], catalogue: Catalogue) -> None:
    assert read["begins"] == {
        "-": [-4, -6, -15, -17, -30],
        "4": [4081, 4090, 4230, 4240, 4852, 4856],
        "42": [4230, 4240],
        "0": [0],
        "9" * 30: [],
    }
