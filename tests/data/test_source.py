"""What the source says is in the catalogue: every code, label and fact of tests/facts.csv, a list kept apart from data/, and no more."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, Statement
from macros.catalogue.colour import contrast
from macros.catalogue.values import OTHER_NEGATIVE, Code

with (Path(__file__).parent / "facts.csv").open(encoding="utf-8", newline="") as file:
    SOURCE = {row["code"]: row for row in csv.DictReader(file)}

SPELLED_OUT = 7.0
"""Least contrast of the status words, WCAG 2.2 success criterion 1.4.6 (AAA)."""

IN_SOURCE = pytest.mark.parametrize("key", SOURCE)


def text_of(code: Code) -> str:
    """What the source says about a code, in our words: neither advice, remarks, facts of other pages nor the picture."""
    said = (code.meaning, code.action, code.contact, code.category.note)
    return " ".join([code.label, *(statement.text for statement in said if statement)]).casefold()


@IN_SOURCE
def test_every_code_of_the_source_is_in_the_catalogue(catalogue: Catalogue, key: str):
    assert key in catalogue.codes, f"the source lists {key}, data/codes.csv does not"
    assert catalogue.codes[key].number == (None if key == OTHER_NEGATIVE else int(key))


@IN_SOURCE
def test_every_label_is_the_sources_to_the_letter(catalogue: Catalogue, key: str):
    code = catalogue.codes[key]
    assert code.printed == SOURCE[key]["label"]
    assert code.label == code.printed.rstrip("*")


@IN_SOURCE
def test_every_outcome_is_the_one_that_the_legend_gives(catalogue: Catalogue, key: str):
    assert catalogue.codes[key].outcome.key == SOURCE[key]["outcome"]


@IN_SOURCE
def test_no_fact_of_the_source_is_lost(catalogue: Catalogue, key: str):
    text = text_of(catalogue.codes[key])
    assert [word for word in SOURCE[key]["keywords"].split("; ") if word not in text] == []


@IN_SOURCE
def test_every_code_has_a_meaning_and_a_category(catalogue: Catalogue, key: str):
    code = catalogue.codes[key]
    assert code.meaning
    assert code in catalogue.codes_in(code.category)
    assert [category.key for category in catalogue.categories.values() if code in catalogue.codes_in(category)] == [code.category.key]


def test_nothing_is_in_the_catalogue_that_the_source_does_not_list(catalogue: Catalogue):
    lines = []
    for key in catalogue.codes.keys() - set(SOURCE):
        code, (before, _) = catalogue.codes[key], catalogue.neighbours(catalogue.codes[key])
        after = f"after the line of {before.key}" if before else "before all others"
        line = f"{key},{code.outcome.key},{code.printed},"
        lines.append(f"tests/data/facts.csv lacks {key}; {after}, with words that its meaning must hold, add: {line}")
    assert not lines, "\n".join(lines)


def test_the_order_is_that_of_the_source(catalogue: Catalogue):
    assert list(catalogue.codes) == list(SOURCE)


def test_the_source_has_codes_and_a_rule(catalogue: Catalogue):
    assert len(catalogue.numbered) == len(SOURCE) - 1
    assert catalogue.rule.key == OTHER_NEGATIVE


def test_the_outcomes_share_out_the_codes(catalogue: Catalogue):
    assert Counter(code.outcome.key for code in catalogue.codes.values()) == Counter(row["outcome"] for row in SOURCE.values())


@pytest.mark.parametrize(("label", "category"), [("Telephony error", "telephony"), ("Fax machine incompatibility", "incompatibility")])
def test_the_codes_with_a_footnote_are_together(catalogue: Catalogue, label: str, category: str):
    codes = catalogue.codes_in(catalogue.categories[category])
    assert [code.key for code in codes] == [code.key for code in catalogue.codes.values() if code.label == label]
    assert len(codes) == sum(row["label"].rstrip("*") == label for row in SOURCE.values())
    assert len({(code.same_as or code).key for code in codes}) == 1
    assert {code.documented_by for code in codes} == {"note"}


@pytest.mark.parametrize(
    ("category", "mark", "words"),
    [
        (
            "telephony",
            "*",
            "many meanings; causes; setup of a call; not necessarily; first error message; other servers; phone lines; later attempts",
        ),
        ("incompatibility", "**", "answered the call; not successful; some pages; partial pages; pages indicator; confirmation message"),
    ],
)
def test_both_footnotes_are_given_whole(catalogue: Catalogue, category: str, mark: str, words: str):
    owner = catalogue.categories[category]
    assert owner.note_mark == mark
    assert [word for word in words.split("; ") if word not in owner.note.text.casefold()] == []
    assert [each.key for each in catalogue.categories.values() if each.note_mark == mark] == [category]


def test_every_busy_line_is_in_one_category(catalogue: Catalogue):
    assert {code.category.key for code in catalogue.codes.values() if "busy" in code.label.casefold()} == {"busy"}


def test_the_stray_footnote_mark_of_3269_is_shown(catalogue: Catalogue):
    code = catalogue.codes["3269"]
    assert (code.label, code.printed) == ("Fax machine incompatibility", "Fax machine incompatibility**")
    assert "footnote mark" in code.remark.text
    assert [each.key for each in catalogue.codes.values() if each.printed != each.label] == ["3269"]


@pytest.mark.parametrize(("key", "other", "word"), [("3935", "6018", "Might"), ("6018", "3935", "might"), ("8021", "3935", "comment")])
def test_the_spellings_of_no_answer_are_given(catalogue: Catalogue, key: str, other: str, word: str):
    code = catalogue.codes[key]
    assert other in code.remark.text
    assert word in code.remark.text
    assert (code.same_as or code) is catalogue.codes["3935"]


def test_there_are_a_dozen_categories_and_no_crowd(catalogue: Catalogue):
    assert 12 <= len(catalogue.categories) <= 20


def test_the_hold_has_its_two_ways_out(catalogue: Catalogue):
    ways = {way.target.key: way for way in catalogue.transitions_from(catalogue.codes["-22"])}
    assert {key: way.when.provenance.key for key, way in ways.items()} == {"resumed": "derived", "out-of-credit": "stated"}
    assert "credit is bought" in ways["resumed"].when.text
    assert "24 hours" in ways["out-of-credit"].when.text
    assert [code.key for code in ways["out-of-credit"].target.codes] == ["205000"]


SAME_WORDS = (
    "-11 -1",
    "263 3931 6017 8025",
    "3935 6018 8021",
    "6021 6029",
    "6088 6095 6097 6099 6100",
    "204000 204001",
    "205001 206001",
)


@pytest.mark.parametrize("keys", SAME_WORDS)
def test_codes_with_the_same_words_in_the_source_share_a_text(catalogue: Catalogue, keys: str):
    codes = [catalogue.codes[key] for key in keys.split()]
    assert {code.key for code in codes} <= {codes[0].key, *(code.key for code in catalogue.same_text(codes[0]))}
    assert {code.meaning for code in codes} == {codes[0].meaning}


def test_no_two_codes_have_the_same_meaning_without_sharing_it(catalogue: Catalogue):
    owners = Counter(code.meaning.text for code in catalogue.codes.values() if code.same_as is None)
    assert [meaning for meaning, times in owners.items() if times > 1] == []


SUPPORT = ["256", "6002", "205001", "206001"]


def test_support_is_named_where_the_source_names_it_and_nowhere_else(catalogue: Catalogue):
    assert [code.key for code in catalogue.codes.values() if code.contact] == SUPPORT
    assert [code.key for code in catalogue.codes.values() if code.action and "contact support" in code.action.text.casefold()] == SUPPORT


def test_a_question_mark_of_the_source_is_given_as_a_guess(catalogue: Catalogue):
    assert [code.key for code in catalogue.codes.values() if "perhaps" in code.meaning.text] == ["6001", "6027"]


@pytest.mark.parametrize(
    ("key", "sign", "final"), [("in-process", "negative", False), ("success", "zero", True), ("failure", "positive", True)]
)
def test_the_legend_is_that_of_the_source(catalogue: Catalogue, key: str, sign: str, final: bool):
    outcome = catalogue.outcomes[key]
    assert (outcome.sign, outcome.final) == (sign, final)
    assert ("permanent" if final else "temporary") in outcome.meaning.text
    assert list(catalogue.outcomes) == ["in-process", "success", "failure"]


@pytest.mark.parametrize("key", ["in-process", "success", "failure"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_status_words_can_be_read_by_more_people_than_the_rule_asks(catalogue: Catalogue, key: str, scheme: str):
    colours = getattr(catalogue.outcomes[key], scheme)
    assert contrast(colours.text, colours.background) >= SPELLED_OUT


def test_what_the_legend_says_to_do_is_given(catalogue: Catalogue):
    actions = {outcome.key: outcome.action.text.casefold() for outcome in catalogue.outcomes.values() if outcome.action}
    assert "query" in actions["in-process"]
    assert "again later" in actions["in-process"]
    assert set(actions) == {"in-process", "failure"}
    assert "may" in actions["failure"]
    assert "send the fax again" in actions["failure"]


def test_outcomes_differ_in_more_than_colour(catalogue: Catalogue):
    for look in ("name", "icon", "line"):
        assert len({getattr(outcome, look) for outcome in catalogue.outcomes.values()}) == 3


@pytest.mark.parametrize("key", [key for key in SOURCE if key.isdigit() and 6000 <= int(key) <= 6127])
def test_every_code_from_6000_to_6127_is_compared_with_its_cause(catalogue: Catalogue, key: str):
    cause = catalogue.codes[key].cause
    assert 6000 + cause.number == int(key)
    assert cause.verdict


CAUSES = [*range(1, 10), 14, *range(16, 32), 34, *range(38, 45), 46, 47, 49, 50, *range(53, 56), 57, 58, 62, 63, 65, 66, 69, 70, 79]
CAUSES += [*range(81, 89), 90, 91, *range(95, 104), 110, 111, 127]


def test_every_cause_has_its_row(catalogue: Catalogue):
    assert list(catalogue.causes) == CAUSES
    assert [cause.number for cause in catalogue.causes.values() if not cause.name] == []
    verdicts = Counter(cause.verdict for cause in catalogue.causes.values() if cause.verdict)
    assert sum(verdicts.values()) == sum(code.cause is not None for code in catalogue.codes.values())


@pytest.mark.parametrize("number", CAUSES)
def test_a_cause_has_a_verdict_exactly_where_its_code_is_listed(catalogue: Catalogue, number: int):
    cause = catalogue.causes[number]
    assert bool(cause.verdict) == (str(6000 + number) in SOURCE)


def test_the_source_of_the_codes_is_named_with_its_address(catalogue: Catalogue):
    source = catalogue.sources["status-codes"]
    assert source.publisher == "ExtraFax Cloud"
    assert source.url.startswith("https://")


def test_every_fact_of_another_page_has_its_source(catalogue: Catalogue):
    assert [fact.key for fact in catalogue.facts if not fact.source.title] == []
    assert {fact.source.key for fact in catalogue.facts} == set(catalogue.sources) - {"status-codes", "q850"}


def statements(value: object) -> list[Statement]:
    """Every statement of the catalogue, wherever it is held."""
    if isinstance(value, Statement):
        return [value]
    if isinstance(value, Mapping):
        return [each for part in value.values() for each in statements(part)]
    if isinstance(value, tuple):
        return [each for part in value for each in statements(part)]
    if is_dataclass(value) and not isinstance(value, Code):
        return [each for field in fields(value) for each in statements(getattr(value, field.name))]
    return []


def test_what_is_stated_is_no_remark_of_ours(catalogue: Catalogue):
    """That a page does not say something, or says it oddly, is said by us, not by that page."""
    held = [statements(catalogue), *([code.meaning, *filter(None, (code.action, code.contact))] for code in catalogue.codes.values())]
    stated = {each.text for group in held for each in group if each.provenance.key == "stated"}
    remarks = re.compile(
        r"does not say|do not say|not stated|no more than|not explain|question mark|the source|the label (does|say)|of our", re.IGNORECASE
    )
    assert len(stated) > 70
    assert [text for text in stated if remarks.search(text)] == []


def test_advice_for_a_whole_category_names_no_single_code(catalogue: Catalogue) -> None:
    """What is true of one code only is that code's own advice."""
    said = [statement.text for each in catalogue.categories.values() for statement in (each.advice, each.contact)]
    assert [text for text in said if re.search(r"-?\b\d{2,}\b", text)] == []


def test_a_fax_is_sent_again_by_advice_only_where_its_step_allows_it(catalogue: Catalogue) -> None:
    """The one word for programs and the sentences for people never contradict each other."""
    for code in catalogue.codes.values():
        says_wait = code.advice.text.startswith(("Do not send", "Buy credit before"))
        assert says_wait == (code.next.resend == "no" and code.outcome.sign == "negative"), code.key
