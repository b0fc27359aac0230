"""The project's own data, harmed in ways in which data is harmed: each is caught, by the file and line or by the promise that it breaks.

What no rule can know, such as a letter of a label, is caught by the facts that are kept apart from data/.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.catalogue import load
from tests.data import test_source
from tests.support.promises import broken
from tests.support.small import DATA
from tests.support.tables import Change, added, cell, cells, change, line, moved, records, reported, swap, without, written

LINE = re.compile(r"data/\w+\.csv:\d+: .+; .+")


@dataclass(frozen=True)
class Harm:
    """One way of harming a table, and part of the message, or of the name of the promise, that tells it.

    `<3931>` in a message is the line of that row.
    """

    name: str
    table: str
    how: Change
    reported: str = ""
    breaks: str = ""


def line_of(table: str, key: str) -> int:
    """The line of a row in the table as it is."""
    lines = (DATA / f"{table}.csv").read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, text in enumerate(lines, start=1) if text.startswith(f"{key},")]
    return number


def row(key: str, edit: Callable[[bytes], bytes]) -> Change:
    """Edits the line of a code."""
    return line(line_of("codes", key), edit)


def columns_swapped(one: str, other: str, *, header: bool) -> Change:
    """Swaps two columns, with their names or without them."""

    def how(raw: bytes) -> bytes:
        names, *rows = records(raw)
        a, b = names.index(one), names.index(other)
        lines = [names, *rows] if header else rows
        for row in lines:
            row[a], row[b] = row[b], row[a]
        return written([names, *rows])

    return how


def shifted(column: str, start: str) -> Change:
    """Moves the cells of a column one row down, from the row of a key on."""

    def how(raw: bytes) -> bytes:
        header, *rows = records(raw)
        place, first = header.index(column), [row[0] for row in rows].index(start)
        values = ["", *(row[place] for row in rows[first:-1])]
        for row, value in zip(rows[first:], values, strict=True):
            row[place] = value
        return written([header, *rows])

    return how


def exchanged(column: str, one: str, other: str) -> Change:
    """Exchanges the cells of two rows."""

    def how(raw: bytes) -> bytes:
        header, *rows = records(raw)
        place, by_key = header.index(column), {row[0]: row for row in rows}
        a, b = by_key[one], by_key[other]
        assert a[place] != b[place]
        a[place], b[place] = b[place], a[place]
        return written([header, *rows])

    return how


def twice(key: str) -> Change:
    """Repeats a row."""

    def how(raw: bytes) -> bytes:
        rows = records(raw)
        place = [row[0] for row in rows].index(key)
        return written([*rows[: place + 1], *rows[place:]])

    return how


def replaced(old: str, new: str) -> Change:
    """Replaces text wherever it stands."""
    return lambda raw: raw.replace(old.encode(), new.encode())


def semicolons(raw: bytes) -> bytes:
    """A spreadsheet's save in a country where the comma is in numbers."""
    return "".join(";".join(f'"{cell}"' if ";" in cell else cell for cell in row) + "\n" for row in records(raw)).encode()


CONFLICT = b"<<<<<<< HEAD\n%s\n=======\n%s\n>>>>>>> labels"

BYTES = (
    Harm("empty file", "codes", lambda raw: b"", "codes.csv:1: the file is empty"),
    Harm("header only", "codes", lambda raw: raw.split(b"\n")[0] + b"\n", "a header and nothing else"),
    Harm("byte order mark", "codes", lambda raw: b"\xef\xbb\xbf" + raw, "codes.csv:1: .*byte order mark"),
    Harm("UTF-16", "codes", lambda raw: raw.decode().encode("utf-16"), "codes.csv:1: .*UTF-16"),
    Harm("CRLF", "codes", lambda raw: raw.replace(b"\n", b"\r\n"), "codes.csv:1: a carriage return"),
    Harm("carriage returns alone", "codes", lambda raw: raw.replace(b"\n", b"\r"), "codes.csv:1: a carriage return"),
    Harm("NUL", "codes", swap("canceled.,,label", "manually\0.,,label"), r"codes.csv:<403>: U\+0000"),
    Harm("Latin-1", "codes", swap("canceled.,,label", b"canc\xe9led.,,label"), "codes.csv:<403>: byte 0xe9 is not UTF-8"),
    Harm("mojibake", "codes", swap("canceled.,,label", "canceledâ€™s.,,label"), "codes.csv:<403>: .*mojibake"),
    Harm("replacement character", "codes", swap("canceled.,,label", "cancel\ufffded.,,label"), r"codes.csv:<403>: U\+FFFD"),
    Harm("no-break space", "codes", cell("3931", "label", "Busy\u00a0line"), r"codes.csv:<3931>: U\+00A0"),
    Harm("zero-width space", "codes", cell("3931", "label", "Bu\u200bsy"), r"codes.csv:<3931>: U\+200B"),
    Harm("right-to-left override", "codes", cell("3931", "label", "\u202eysuB"), r"codes.csv:<3931>: U\+202E"),
    Harm("soft hyphen", "codes", cell("3931", "label", "Bu\u00adsy"), r"codes.csv:<3931>: U\+00AD"),
    Harm("tab", "codes", cell("3931", "label", "Bu\tsy"), "codes.csv:<3931>: a tab"),
    Harm("letters taken apart", "codes", cell("3931", "label", unicodedata.normalize("NFD", "Büsy")), "codes.csv:<3931>: .*NFC"),
    Harm("no newline at the end", "codes", lambda raw: raw[:-1], "the last line has no end"),
    Harm("cut off", "codes", lambda raw: raw[: raw.index(b"204000") + 30], "the last line has no end"),
    Harm("blank line", "codes", row("3211", lambda row: row + b"\n"), "codes.csv:<3220>: the line is blank"),
    Harm("merge left undone", "codes", row("3211", lambda row: CONFLICT % (row, row)), "codes.csv:<3211>: a conflict marker"),
    Harm("binary file", "codes", lambda raw: b"PK\x03\x04\x00\x00" + raw, "codes.csv:1: .*binary"),
)

SHAPE = (
    Harm("field lost", "codes", row("3931", lambda row: row.replace(b",,", b",", 1)), r"codes.csv:<3931>: the row has \d+ fields"),
    Harm("field too many", "codes", row("3931", lambda row: row + b","), r"codes.csv:<3931>: the row has \d+ fields"),
    Harm("comma without quotes", "codes", row("-22", lambda row: row.replace(b'"', b"")), "codes.csv:<-22>: the row has"),
    Harm("quote left open", "codes", row("-22", lambda row: row.replace(b'Top-Up"', b"Top-Up")), "codes.csv:<-22>: "),
    Harm("quote within a cell", "codes", cells(swap("Ring busy", 'Ring "busy"')), "codes.csv:<3937>: a quote stands inside"),
    Harm("newline in a cell", "codes", swap("Ring busy", '"Ring\nbusy"'), "codes.csv:<3937>: a quoted cell does not end"),
    Harm("re-save with semicolons", "codes", semicolons, "codes.csv:1: the cells are separated by semicolons"),
    Harm("re-save with tabs", "codes", replaced(",", "\t"), "codes.csv:1: .*tabs"),
    Harm("line for a spreadsheet", "codes", lambda raw: b"sep=,\n" + raw, "codes.csv:1: a line for a spreadsheet"),
    Harm("header lost", "codes", lambda raw: raw.split(b"\n", 1)[1], "codes.csv:1: "),
    Harm("column lost", "codes", lambda raw: written([row[:2] + row[3:] for row in records(raw)]), "column 'category' is missing"),
    Harm("column too many", "codes", lambda raw: written([[*row, "x"] for row in records(raw)]), "no column 'x' is known"),
    Harm("column misspelled", "codes", replaced("code,outcome", "code,outcom"), "did you mean 'outcome'"),
    Harm("column in capitals", "codes", replaced("code,outcome", "Code,outcome"), "no column 'Code' is known"),
    Harm("column twice", "codes", replaced("outcome,category", "outcome,outcome"), "column 'outcome' stands more than once"),
    Harm("columns swapped with their names", "codes", columns_swapped("outcome", "category", header=True), "in another order"),
    Harm("columns swapped without their names", "codes", columns_swapped("outcome", "category", header=False), "no outcome 'busy'"),
    Harm("labels and printed labels swapped", "codes", columns_swapped("label", "printed", header=False), "'label' is blank"),
    Harm("cells shifted to the left", "codes", row("3931", lambda row: row.replace(b"failure,", b"", 1) + b","), "codes.csv:<3931>: "),
)

CODES = (
    Harm("leading zero", "codes", cell("403", "code", "0403"), "codes.csv:<403>: code '0403' is not an integer"),
    Harm("plus sign", "codes", cell("403", "code", "+403"), "codes.csv:<403>: .*is not an integer"),
    Harm("re-save as fractions", "codes", cell("403", "code", "403.0"), "codes.csv:<403>: .*is not an integer"),
    Harm("re-save as 2.04E+05", "codes", cell("204000", "code", "2.04E+05"), "codes.csv:<204000>: .*is not an integer"),
    Harm("re-save with thousands", "codes", cell("204000", "code", "204,000"), "codes.csv:<204000>: .*is not an integer"),
    Harm("re-save as a formula", "codes", cell("-22", "code", "=-22"), "codes.csv:<-22>: .*is not an integer"),
    Harm("re-save as a date", "codes", cell("403", "code", "4-Mar"), "codes.csv:<403>: .*is not an integer"),
    Harm("minus of typography", "codes", cell("-22", "code", "−22"), "codes.csv:<-22>: .*is not an integer"),
    Harm("dash for a minus", "codes", cell("-22", "code", "–22"), "codes.csv:<-22>: .*is not an integer"),
    Harm("full-width digits", "codes", cell("403", "code", "４０３"), "codes.csv:<403>: .*is not an integer"),
    Harm("O for 0", "codes", cell("403", "code", "4O3"), "codes.csv:<403>: .*is not an integer"),
    Harm("l for 1", "codes", cell("3931", "code", "393l"), "codes.csv:<3931>: .*is not an integer"),
    Harm("minus zero", "codes", cell("0", "code", "-0"), "codes.csv:<0>: .*is not an integer"),
    Harm("blank code", "codes", cell("403", "code", ""), "codes.csv:<403>: the cell 'code' is blank"),
    Harm("padded code", "codes", cell("403", "code", " 403"), "codes.csv:<403>: .*starts or ends with a space"),
    Harm("sign lost", "codes", cell("-22", "code", "22"), "codes.csv:<-22>: outcome 'in-process' contradicts the sign of 22"),
    Harm("sign added", "codes", cell("403", "code", "-403"), "codes.csv:<403>: outcome 'failure' contradicts the sign of -403"),
    Harm("row twice", "codes", twice("3931"), "code '3931' stands already on line <3931>"),
    Harm("row moved", "codes", moved("3931", "403"), ": code 403 stands after 3931"),
    Harm("rows in the order of letters", "codes", lambda raw: written([records(raw)[0], *sorted(records(raw)[1:])]), "stands after"),
    Harm("rule lost", "codes", without("other-negative"), "no row 'other-negative' was found"),
    Harm("rule named otherwise", "codes", cell("other-negative", "code", "-n"), "codes.csv:<other-negative>: .*is not an integer"),
    Harm("row lost that others share", "codes", without("3935"), "same_as names no code '3935'"),
    Harm("row lost", "codes", without("3931"), breaks="test_every_code_of_the_source_is_in_the_catalogue[3931]"),
    Harm("last row lost", "codes", without("206001"), breaks="test_every_code_of_the_source_is_in_the_catalogue[206001]"),
    Harm("digit changed", "codes", cell("3931", "code", "3930"), breaks="test_every_code_of_the_source_is_in_the_catalogue[3931]"),
    Harm("digits swapped", "codes", cell("-11", "code", "-12"), "-11"),
    Harm("negative code changed", "codes", cell("-2", "code", "-4"), "states.csv:<ready>: no code '-2'"),
    Harm(
        "code added that nobody lists",
        "codes",
        lambda raw: raw + re.search(rb"\n8025(,.*\n)", raw).expand(rb"207000\1"),
        breaks="test_nothing_is_in_the_catalogue_that_the_source_does_not_list",
    ),
    Harm("codes of two rows exchanged", "codes", exchanged("code", "3936", "3937"), ": code 3936 stands after 3937"),
    Harm("negative codes exchanged", "codes", exchanged("code", "-1", "-2"), breaks="test_every_label_is_the_sources_to_the_letter[-1]"),
)

WORDS = (
    Harm("outcome unknown", "codes", cell("3931", "outcome", "failed"), "codes.csv:<3931>: no outcome 'failed'; did you mean 'failure'"),
    Harm("outcome in capitals", "codes", cell("3931", "outcome", "Failure"), "codes.csv:<3931>: no outcome 'Failure'"),
    Harm("outcome of another sign", "codes", cell("3931", "outcome", "success"), "codes.csv:<3931>: outcome 'success' contradicts"),
    Harm("outcome blank", "codes", cell("3931", "outcome", ""), "codes.csv:<3931>: the cell 'outcome' is blank"),
    Harm("category unknown", "codes", cell("3931", "category", "bussy"), "codes.csv:<3931>: no category 'bussy'; did you mean 'busy'"),
    Harm("category of another meaning", "codes", cell("3931", "category", "no-answer"), "differs from that of 263"),
    Harm(
        "category changed with its meaning", "codes", cell("3937", "category", "number"), breaks="test_every_busy_line_is_in_one_category"
    ),
    Harm("documented_by unknown", "codes", cell("3931", "documented_by", "remark"), "codes.csv:<3931>: no documented_by 'remark'"),
    Harm(
        "footnote shifted to the row before", "codes", cell("263", "documented_by", "note"), "codes.csv:<263>: the row refers to a footnote"
    ),
    Harm(
        "footnotes shifted by a row",
        "codes",
        shifted("documented_by", "403"),
        "codes.csv:<3211>: |codes.csv:<3072>: category 'telephony' has a footnote",
    ),
    Harm("footnote lost", "codes", cell("3072", "documented_by", "comment"), "codes.csv:<3072>: category 'telephony' has a footnote"),
    Harm(
        "footnote of the other kind", "codes", cell("3211", "category", "telephony"), "category 'incompatibility' differs from that of 3211"
    ),
    Harm(
        "footnote marks exchanged",
        "categories",
        exchanged("note_mark", "telephony", "incompatibility"),
        breaks="test_both_footnotes_are_given_whole",
    ),
    Harm(
        "footnotes exchanged", "categories", exchanged("note", "telephony", "incompatibility"), breaks="test_both_footnotes_are_given_whole"
    ),
    Harm("footnote's text lost", "categories", cell("telephony", "note", ""), "mark and its text do not come together"),
    Harm("meaning shared with no code", "codes", cell("3931", "same_as", "264"), "codes.csv:<3931>: same_as names no code '264'"),
    Harm("meaning shared with itself", "codes", cell("3931", "same_as", "3931"), "codes.csv:<3931>: same_as names itself"),
    Harm("meanings shared in a row", "codes", cell("6017", "same_as", "3931"), "which has no meaning of its own"),
    Harm(
        "meaning shared with another code",
        "codes",
        cell("8021", "same_as", "3936"),
        breaks="test_codes_with_the_same_words_in_the_source_share_a_text",
    ),
    Harm("arrival unknown", "codes", cell("3931", "arrival", "none"), "codes.csv:<3931>: no arrival 'none'"),
)

TEXT = (
    Harm("label blank", "codes", cell("3931", "label", ""), "codes.csv:<3931>: the cell 'label' is blank"),
    Harm("letter of a label", "codes", cell("3931", "label", "Bust"), breaks="test_every_label_is_the_sources_to_the_letter[3931]"),
    Harm("capital of a label", "codes", cell("6018", "label", "No answer (might be out of paper)"), breaks="to_the_letter[6018]"),
    Harm(
        "letter that only looks right", "codes", cell("3931", "label", "Вusy"), breaks="test_every_label_is_the_sources_to_the_letter[3931]"
    ),
    Harm("full stop lost", "codes", cell("403", "label", "Fax manually canceled"), breaks="to_the_letter[403]"),
    Harm("stray footnote mark lost", "codes", cell("3269", "printed", ""), breaks="test_the_stray_footnote_mark_of_3269_is_shown"),
    Harm("labels exchanged", "codes", exchanged("label", "3936", "3937"), breaks="test_every_label_is_the_sources_to_the_letter[3936]"),
    Harm("labels shifted by a row", "codes", shifted("label", "7200"), "'label' is blank"),
    Harm("meanings exchanged", "codes", exchanged("meaning", "3936", "3937"), breaks="test_no_fact_of_the_source_is_lost[3937]"),
    Harm("meaning lost", "codes", cell("3937", "meaning", ""), "codes.csv:<3937>: the row holds neither"),
    Harm("fact lost from a meaning", "codes", swap("or over 24 hours go by", "or some time goes by"), breaks="is_lost[-22]"),
    Harm(
        "guess stated as a fact",
        "codes",
        cell("6001", "meaning", "The phone number does not work because it is an unassigned number."),
        breaks="test_a_question_mark_of_the_source_is_given_as_a_guess",
    ),
    Harm(
        "support forgotten", "codes", cell("256", "contact", ""), breaks="test_support_is_named_where_the_source_names_it_and_nowhere_else"
    ),
    Harm("formula", "codes", cell("3937", "meaning", "=HYPERLINK(1)"), "codes.csv:<3937>: .*starts with '='"),
    Harm("placeholder", "codes", cell("3937", "meaning", "TODO"), "codes.csv:<3937>: .*holds a placeholder"),
    Harm("word for nothing", "codes", cell("3937", "meaning", "NULL"), "codes.csv:<3937>: .*holds a placeholder"),
    Harm("error of a spreadsheet", "codes", cell("3937", "meaning", "#REF!"), "codes.csv:<3937>: .*holds a placeholder"),
    Harm("pointer to a footnote", "codes", cell("3937", "meaning", "See **"), "codes.csv:<3937>: 'meaning' points at a footnote mark"),
    Harm("two spaces", "codes", cell("3937", "meaning", "Ringing  first"), "codes.csv:<3937>: .*two spaces in a row"),
    Harm("space at the end", "codes", cell("3937", "meaning", "Ringing first. "), "codes.csv:<3937>: .*starts or ends with a space"),
    Harm("a book in a cell", "codes", cell("3937", "meaning", "busy " * 4000 + "."), "codes.csv:<3937>: .*characters"),
)

OTHERS = (
    Harm("outcome lost", "outcomes", without("success"), "outcomes.csv:"),
    Harm("sign flipped", "outcomes", cell("success", "sign", "positive"), "2 outcomes have the sign 'positive'"),
    Harm("final flipped", "outcomes", cell("failure", "final", "no"), breaks="test_the_legend_is_that_of_the_source"),
    Harm("rows of the legend moved", "outcomes", moved("failure", "success"), breaks="test_the_legend_is_that_of_the_source"),
    Harm("colour that cannot be read", "outcomes", cell("success", "light_text", "#339966"), "outcomes.csv:<success>: .*has a contrast of"),
    Harm("colour of three digits", "outcomes", cell("success", "light_text", "#000"), "outcomes.csv:<success>: .*is not a colour"),
    Harm("colour alone", "outcomes", cell("success", "icon", "cross"), breaks="test_outcomes_differ_in_more_than_colour"),
    Harm("category lost", "categories", without("busy"), "no category 'busy'"),
    Harm("category of nothing", "categories", added("spare,Spare,A summary.,,,Advice.,Nobody.,,\n"), "category 'spare' is used nowhere"),
    Harm("category name twice", "categories", cell("sent", "name", "Line busy"), "categories.csv:"),
    Harm("cause lost", "q850", without("1"), "q850.csv:"),
    Harm("cause out of range", "q850", cell("127", "cause", "128"), "q850.csv:<127>: 128 is not a Q.850 cause"),
    Harm(
        "way out of the hold lost",
        "transitions",
        swap("hold,out-of-credit,over 24 hours pass without credit,stated\n", ""),
        "state 'out-of-credit' is used nowhere",
    ),
    Harm("way out of a final state", "transitions", cells(swap("sending,failed", "failed,sending")), "the state 'failed' is final"),
    Harm(
        "derived marked as stated",
        "transitions",
        swap("hold,resumed,more credit is bought,derived", "hold,resumed,more credit is bought,stated"),
        breaks="test_the_hold_has_its_two_ways_out",
    ),
    Harm("source lost", "sources", without("system-limitations"), "no source 'system-limitations'"),
    Harm(
        "address that runs",
        "sources",
        cell("status-codes", "url", "javascript:alert(1)"),
        "sources.csv:<status-codes>: .*is not a web address",
    ),
    Harm("fact about nothing", "facts", cell("tries", "about", "code:-33"), "facts.csv:<tries>: no code '-33'"),
    Harm("kind unknown", "arrivals", cell("all", "provenance", "said"), "arrivals.csv:<all>: no provenance 'said'"),
    Harm("day that no calendar has", "changes", swap("2026-11-24", "2026-11-31"), "changes.csv:2: .*is not a date"),
)

HARMS = (*BYTES, *SHAPE, *CODES, *WORDS, *TEXT, *OTHERS)


def harmed(folder: Path, harm: Harm) -> Path:
    """A copy of the data with one harm done to it."""
    data = folder / "data"
    shutil.copytree(DATA, data)
    change(data, harm.table, harm.how)
    return data


@pytest.mark.parametrize("harm", [harm for harm in HARMS if harm.reported], ids=lambda harm: harm.name)
def test_harm_is_reported_by_file_and_line(tmp_path: Path, harm: Harm):
    lines = reported(harmed(tmp_path, harm))
    assert [one for one in lines if not LINE.fullmatch(one)] == []
    table = harm.reported.partition(".csv")[0] if ".csv" in harm.reported else harm.table
    wanted = re.sub(r"<([\w-]+)>", lambda key: str(line_of(table, key[1])), harm.reported)
    assert any(re.search(wanted, one) for one in lines), lines


@pytest.mark.parametrize("harm", [harm for harm in HARMS if harm.breaks], ids=lambda harm: harm.name)
def test_harm_that_no_rule_can_know_breaks_a_promise(tmp_path: Path, harm: Harm):
    promises = broken(test_source, load(harmed(tmp_path, harm)))
    assert any(harm.breaks in promise for promise in promises), promises


def test_the_data_as_it_is_breaks_no_promise():
    assert broken(test_source, load(DATA)) == set()


def test_there_are_many_kinds_of_harm():
    assert len({harm.name for harm in HARMS}) == len(HARMS) >= 60
    assert [harm.name for harm in HARMS if bool(harm.reported) == bool(harm.breaks)] == []
