"""A file that is not the plain CSV of this project is refused, and the messages say exactly what is wrong and where."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from macros.catalogue import TABLES, load
from tests.support.tables import Case, added, case, cell, change, line, records, reported, swap, written

QUOTES = 'expected cells in "quotes" only where they hold a comma, with "" for a quote, each row on one line'
CODES = "code,outcome,category,label,printed,documented_by,meaning,same_as,action,contact,next,advice,arrival,remark,synonyms"
ARRIVALS = "arrival,answer,explanation,provenance"
FORMULA = "expected text that a spreadsheet does not run as a formula"
SEEN = "expected characters that can be seen"

BYTES = (
    case("empty file", "arrivals", lambda raw: b"", f"arrivals.csv:1: the file is empty; expected a table with the header {ARRIVALS}"),
    case(
        "only newlines", "arrivals", lambda raw: b"\n\n", f"arrivals.csv:1: the file is empty; expected a table with the header {ARRIVALS}"
    ),
    case(
        "header only",
        "codes",
        lambda raw: raw.split(b"\n")[0] + b"\n",
        "codes.csv:1: the table has a header and nothing else; expected at least one row",
    ),
    case(
        "byte order mark",
        "codes",
        lambda raw: b"\xef\xbb\xbf" + raw,
        "codes.csv:1: the file starts with a byte order mark (BOM); expected plain UTF-8 without one",
    ),
    case(
        "CRLF",
        "codes",
        lambda raw: raw.replace(b"\n", b"\r\n"),
        "codes.csv:1: a carriage return stands in the line (CRLF or CR); expected LF alone at the end of every line",
    ),
    case(
        "one CRLF",
        "codes",
        line(9, lambda row: row + b"\r"),
        "codes.csv:9: a carriage return stands in the line (CRLF or CR); expected LF alone at the end of every line",
    ),
    case(
        "lone CR in a cell",
        "codes",
        swap("at the receiving end", "at the \rreceiving end"),
        "codes.csv:9: a carriage return stands in the line (CRLF or CR); expected LF alone at the end of every line",
    ),
    case(
        "lone CR everywhere",
        "codes",
        lambda raw: raw.replace(b"\n", b"\r"),
        "codes.csv:1: a carriage return stands in the line (CRLF or CR); expected LF alone at the end of every line",
    ),
    case(
        "Latin-1",
        "codes",
        swap("at the receiving end", b"at the caf\xe9"),
        "codes.csv:9: byte 0xe9 is not UTF-8; expected the file to be saved as UTF-8",
    ),
    case(
        "UTF-16",
        "codes",
        lambda raw: raw.decode().encode("utf-16"),
        "codes.csv:1: the file is UTF-16 or binary; expected UTF-8: save it as 'CSV UTF-8' or plain CSV",
    ),
    case(
        "UTF-16 without a mark",
        "codes",
        lambda raw: raw.decode().encode("utf-16-le"),
        "codes.csv:1: the file is UTF-16 or binary; expected UTF-8: save it as 'CSV UTF-8' or plain CSV",
    ),
    case(
        "NUL at the start",
        "codes",
        lambda raw: b"\0" + raw,
        "codes.csv:1: the file is UTF-16 or binary; expected UTF-8: save it as 'CSV UTF-8' or plain CSV",
    ),
    case(
        "NUL in a cell",
        "codes",
        swap("receiving end", "receiving\0 end"),
        f"codes.csv:9: U+0000 (a control character) stands in the line; {SEEN}",
    ),
    case(
        "no newline at the end",
        "codes",
        lambda raw: raw.rstrip(b"\n"),
        "codes.csv:19: the last line has no end; expected a newline after it: the file may have been cut",
    ),
    case(
        "cut in a row",
        "codes",
        lambda raw: raw[: raw.index(b"6009") + 12],
        "codes.csv:18: the last line has no end; expected a newline after it: the file may have been cut",
        f"codes.csv:18: the row has 2 fields; expected 15: {CODES}",
    ),
    case(
        "cut in a quoted cell",
        "codes",
        lambda raw: raw[: raw.index(b"no pigeon can")],
        "codes.csv:19: a quoted cell does not end on this line; " + QUOTES,
        "codes.csv:19: the last line has no end; expected a newline after it: the file may have been cut",
    ),
    case("blank line", "codes", line(9, lambda row: row + b"\n"), "codes.csv:10: the line is blank; expected a row, or no line at all"),
    case(
        "line of commas",
        "codes",
        line(9, lambda row: row + b"\n" + b"," * 14),
        "codes.csv:10: the line is blank; expected a row, or no line at all",
    ),
    case("blank line at the end", "codes", added("\n"), "codes.csv:20: the line is blank; expected a row, or no line at all"),
    case("blank first line", "arrivals", lambda raw: b"\n" + raw, "arrivals.csv:1: the line is blank; expected a row, or no line at all"),
)

CHARACTERS = (
    *(
        case(
            f"character {name}",
            "codes",
            swap("receiving end", f"receiving{character} end"),
            f"codes.csv:9: {called} stands in the line; {SEEN}",
        )
        for name, character, called in (
            ("vertical tab", "\v", "U+000B (a control character)"),
            ("bell", "\a", "U+0007 (a control character)"),
            ("delete", "\x7f", "U+007F (a control character)"),
            ("next line", "\x85", "U+0085 (a control character)"),
            ("no-break space", "\u00a0", "U+00A0 (no-break space)"),
            ("soft hyphen", "\u00ad", "U+00AD (soft hyphen)"),
            ("zero width space", "\u200b", "U+200B (zero width space)"),
            ("zero width joiner", "\u200d", "U+200D (zero width joiner)"),
            ("right-to-left override", "\u202e", "U+202E (right-to-left override)"),
            ("right-to-left isolate", "\u2067", "U+2067 (right-to-left isolate)"),
            ("line separator", "\u2028", "U+2028 (line separator)"),
            ("narrow no-break space", "\u202f", "U+202F (narrow no-break space)"),
            ("variation selector", "\ufe0f", "U+FE0F (variation selector-16)"),
            ("byte order mark within", "\ufeff", "U+FEFF (zero width no-break space)"),
            ("tag character", "\U000e0041", "U+E0041 (tag latin capital letter a)"),
            ("replacement character", "\ufffd", "U+FFFD (replacement character)"),
        )
    ),
    case(
        "two unseen characters",
        "codes",
        swap("receiving end", "receiving\u200b \u00adend"),
        f"codes.csv:9: U+00AD (soft hyphen) stands in the line; {SEEN}",
        f"codes.csv:9: U+200B (zero width space) stands in the line; {SEEN}",
    ),
    case(
        "no-break space at the end of a cell",
        "codes",
        cell("371", "label", "Busy\u00a0"),
        f"codes.csv:9: U+00A0 (no-break space) stands in the line; {SEEN}",
    ),
    case(
        "tab",
        "codes",
        swap("receiving end", "receiving\tend"),
        "codes.csv:9: a tab stands in the line; expected commas between cells and single spaces in them",
    ),
    case(
        "not NFC",
        "codes",
        swap("receiving end", "receiving cafe\u0301"),
        "codes.csv:9: the text is not in Unicode form NFC; expected composed characters, as keyboards type them",
    ),
    case(
        "mojibake of a letter",
        "codes",
        swap("receiving end", "receiving caf\u00c3\u00a9"),
        "codes.csv:9: the text was read in another encoding and saved again (mojibake); expected the original characters",
    ),
    case(
        "mojibake of an apostrophe",
        "codes",
        swap("receiving end", "recipient\u00e2\u20ac\u2122s end"),
        "codes.csv:9: the text was read in another encoding and saved again (mojibake); expected the original characters",
    ),
)

HEADER = (
    case(
        "column missing",
        "arrivals",
        lambda raw: written([row[:3] for row in records(raw)]),
        f"arrivals.csv:1: column 'provenance' is missing; expected the header {ARRIVALS}",
    ),
    case(
        "column extra",
        "arrivals",
        lambda raw: written([[*row, "x"] for row in records(raw)]),
        "arrivals.csv:1: no column 'x' is known; expected one of: arrival, answer, explanation, provenance",
    ),
    case(
        "column twice",
        "arrivals",
        line(1, lambda row: row + b",provenance"),
        "arrivals.csv:1: column 'provenance' stands more than once; expected it once",
    ),
    case(
        "column misspelled",
        "arrivals",
        line(1, lambda row: row.replace(b"explanation", b"explanaton")),
        f"arrivals.csv:1: column 'explanation' is missing; expected the header {ARRIVALS}",
        "arrivals.csv:1: no column 'explanaton' is known; did you mean 'explanation'?",
    ),
    case(
        "column in capitals",
        "arrivals",
        line(1, lambda row: row.replace(b"provenance", b"Provenance")),
        f"arrivals.csv:1: column 'provenance' is missing; expected the header {ARRIVALS}",
        "arrivals.csv:1: no column 'Provenance' is known; did you mean 'provenance'?",
    ),
    case(
        "columns swapped",
        "arrivals",
        line(1, lambda row: b"arrival,explanation,answer,provenance"),
        f"arrivals.csv:1: the columns stand in another order; expected the header {ARRIVALS}",
    ),
    case(
        "comma at the end of the header",
        "arrivals",
        line(1, lambda row: row + b","),
        f"arrivals.csv:1: a column has no name; expected the header {ARRIVALS}",
    ),
    case(
        "comma at the end of every line",
        "arrivals",
        lambda raw: raw.replace(b"\n", b",\n"),
        f"arrivals.csv:1: a column has no name; expected the header {ARRIVALS}",
    ),
    case(
        "comma at the end of every row",
        "provenances",
        lambda raw: raw.replace(b"\n", b",\n").replace(b",\n", b"\n", 1),
        *(f"provenances.csv:{number}: the row has 4 fields; expected 3: provenance,name,meaning" for number in (2, 3, 4, 5)),
    ),
    case(
        "semicolons",
        "arrivals",
        lambda raw: raw.replace(b",", b";"),
        f"arrivals.csv:1: the cells are separated by semicolons; expected commas: {ARRIVALS}",
    ),
    case(
        "semicolons and quotes",
        "arrivals",
        lambda raw: b'"arrival";"answer";"explanation";"provenance"\n"a";"b";"c";"d"\n',
        f"arrivals.csv:1: the cells are separated by semicolons; expected commas: {ARRIVALS}",
    ),
    case(
        "separator reported to a spreadsheet",
        "arrivals",
        lambda raw: b"sep=;\n" + raw,
        f"arrivals.csv:1: a line for a spreadsheet stands here ('sep=;'); expected the header {ARRIVALS}",
    ),
    case(
        "header not there",
        "arrivals",
        lambda raw: raw.split(b"\n", 1)[1],
        *(
            f"arrivals.csv:1: column '{name}' is missing; expected the header {ARRIVALS}"
            for name in ("answer", "arrival", "explanation", "provenance")
        ),
        "arrivals.csv:1: no column 'The loft counted every page.' is known; expected one of: arrival, answer, explanation, provenance",
        "arrivals.csv:1: no column 'Yes, all pages' is known; expected one of: arrival, answer, explanation, provenance",
        "arrivals.csv:1: no column 'all' is known; expected one of: arrival, answer, explanation, provenance",
        "arrivals.csv:1: no column 'stated' is known; expected one of: arrival, answer, explanation, provenance",
    ),
)

GRAMMAR = (
    case("a field too many", "codes", line(9, lambda row: row + b","), f"codes.csv:9: the row has 16 fields; expected 15: {CODES}"),
    case(
        "a field too few",
        "codes",
        line(9, lambda row: row.replace(b",,", b",", 1)),
        f"codes.csv:9: the row has 14 fields; expected 15: {CODES}",
    ),
    case(
        "comma without quotes",
        "codes",
        swap("The line at the", "The line, at the"),
        f"codes.csv:9: the row has 16 fields; expected 15: {CODES}",
    ),
    case(
        "open quote",
        "codes",
        swap("The line at the", '"The line at the'),
        f"codes.csv:9: a quoted cell does not end on this line; {QUOTES}",
    ),
    case(
        "text after a quote",
        "codes",
        swap("\n371,", '\n"371"x,'),
        f"codes.csv:9: a quote stands inside a cell and is not doubled; {QUOTES}",
    ),
    case(
        "quotes in a bare cell",
        "codes",
        swap("The line at", 'The "line" at'),
        f"codes.csv:9: a quote stands inside a cell and is not doubled; {QUOTES}",
    ),
    case(
        "newline in a cell",
        "codes",
        swap("The line at the receiving end", '"The line\nat the receiving end"'),
        f"codes.csv:9: a quoted cell does not end on this line; {QUOTES}",
        f"codes.csv:10: a quoted cell does not end on this line; {QUOTES}",
    ),
    case(
        "conflict markers",
        "codes",
        line(9, lambda row: b"<<<<<<< HEAD\n" + row + b"\n=======\n>>>>>>> topic"),
        "codes.csv:9: a conflict marker of git stands here ('<<<<<<<'); expected one side of the merge",
        "codes.csv:11: a conflict marker of git stands here ('======='); expected one side of the merge",
        "codes.csv:12: a conflict marker of git stands here ('>>>>>>>'); expected one side of the merge",
    ),
    case(
        "a line beyond all measure",
        "codes",
        cell("371", "meaning", "a" * 200_000),
        "codes.csv:9: the line has 200072 characters; expected at most 100000",
    ),
)

CELLS = (
    case("blank text", "codes", cell("371", "label", ""), "codes.csv:9: the cell 'label' is blank; expected a value"),
    case("blank reference", "codes", cell("371", "category", ""), "codes.csv:9: the cell 'category' is blank; expected a value"),
    case(
        "blank key",
        "arrivals",
        added(",An answer,An explanation.,stated\n"),
        "arrivals.csv:11: the cell 'arrival' is blank; expected a value",
    ),
    case(
        "two blank keys",
        "arrivals",
        added(",An answer,An explanation.,stated\n" * 2),
        "arrivals.csv:11: the cell 'arrival' is blank; expected a value",
        "arrivals.csv:12: the cell 'arrival' is blank; expected a value",
    ),
    case("blank code", "codes", cell("502", "code", ""), "codes.csv:10: the cell 'code' is blank; expected a value"),
    case("blank colour", "outcomes", cell("success", "light_text", ""), "outcomes.csv:3: the cell 'light_text' is blank; expected a value"),
    case("blank place", "states", cell("failed", "column", ""), "states.csv:8: the cell 'column' is blank; expected a value"),
    case("blank about", "facts", cell("tries", "about", ""), "facts.csv:2: the cell 'about' is blank; expected a value"),
    case("only spaces", "codes", cell("371", "label", "  "), "codes.csv:9: the cell 'label' holds only spaces; expected a value"),
    case(
        "only spaces where blank is right",
        "codes",
        cell("371", "remark", " "),
        "codes.csv:9: the cell 'remark' holds only spaces; expected nothing at all",
    ),
    case(
        "space at the start",
        "codes",
        cell("371", "label", " Busy"),
        "codes.csv:9: the cell 'label' starts or ends with a space; expected 'Busy'",
    ),
    case(
        "space at the end",
        "codes",
        cell("371", "label", "Busy "),
        "codes.csv:9: the cell 'label' starts or ends with a space; expected 'Busy'",
    ),
    case(
        "double space",
        "codes",
        swap("receiving end", "receiving  end"),
        "codes.csv:9: the cell 'meaning' has two spaces in a row; expected one",
    ),
    case(
        "too long",
        "codes",
        cell("371", "meaning", "word " * 4000 + "end"),
        "codes.csv:9: the cell 'meaning' has 20003 characters; expected at most 1000",
    ),
    *(
        case(
            f"placeholder {word}",
            "codes",
            cell("371", "label", word),
            f"codes.csv:9: the cell 'label' holds a placeholder, '{word}'; expected a real value",
        )
        for word in ("TODO", "tbd", "NULL", "None", "n/a", "#REF!", "#NAME?", "?", "-", "...")
    ),
    case(
        "placeholder where blank is right",
        "codes",
        cell("371", "remark", "n/a"),
        "codes.csv:9: the cell 'remark' holds a placeholder, 'n/a'; expected nothing, or a real value",
    ),
    *(
        case(
            f"formula {start}",
            "codes",
            cell("371", "label", f"{start}1"),
            f"codes.csv:9: the cell 'label' starts with '{start}'; {FORMULA}",
        )
        for start in "=+-@"
    ),
    case(
        "formula in a place for codes",
        "states",
        cell("ready", "codes", "=1+1"),
        "states.csv:3: no code '=1+1'; "
        "expected one of: -17, -15, -4, -6, -30, other-negative, 0, 371, 502, 4081, 4090, 4230, 4240, 4852, 4856, 6007, 6009, 91000",
    ),
    case("See *", "codes", cell("371", "meaning", "See *"), "codes.csv:9: 'meaning' points at a footnote mark; expected the fact itself"),
    case(
        "see † within a fact",
        "facts",
        cell("tries", "statement", "Only a few, see †."),
        "facts.csv:2: 'statement' points at a footnote mark; expected the fact itself",
    ),
)

CASES = (*BYTES, *CHARACTERS, *HEADER, *GRAMMAR, *CELLS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_wrong_csv_is_reported_exactly(data: Path, case: Case):
    change(data, case.table, case.change)
    assert reported(data) == [f"data/{each}" for each in case.reported]


def test_every_case_has_a_name_of_its_own():
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_file_is_reported_and_nothing_that_follows_from_it(data: Path, table: str):
    (data / f"{table}.csv").unlink()
    header = ",".join(column.name for column in TABLES[table])
    assert reported(data) == [f"data/{table}.csv:1: the file is missing or cannot be read; expected a table with the header {header}"]


@pytest.mark.parametrize("table", TABLES)
def test_a_folder_in_place_of_a_file_is_reported(data: Path, table: str):
    (data / f"{table}.csv").unlink()
    (data / f"{table}.csv").mkdir()
    (line,) = reported(data)
    assert line.startswith(f"data/{table}.csv:1: the file is missing or cannot be read; ")


def test_every_missing_file_of_an_empty_folder_is_reported(tmp_path: Path):
    files = [line.split(":")[0] for line in reported(tmp_path)]
    assert files == sorted(f"{tmp_path.name}/{table}.csv" for table in TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_with_every_cell_in_quotes_is_the_same(data: Path, table: str):
    before = load(data)
    change(data, table, lambda raw: written(records(raw), csv.QUOTE_ALL))
    assert load(data) == before
