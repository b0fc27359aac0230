"""Whatever stands in data/, a build ends with `file:line` messages or publishes the text literally: never run, never lost, no traceback."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.catalogue import TABLES, Catalogue, DataError, load
from macros.pages import views
from macros.pages.forge import Forge
from tests.support.tables import records, written

from .conftest import copied

LINE = re.compile(r"data/\w+\.csv:\d+: .+; .+")


LONG = bool(os.environ.get("LONG_TESTS"))
"""Ten times as many examples, and other ones at each run: for nights."""


def examples(number: int) -> settings:
    """So many examples, the same at every run: one of CI that fails fails again on a desk."""
    unsuitable = [HealthCheck.function_scoped_fixture]  # The folder is made anew for each example.
    many = number * 10 if LONG else number
    return settings(max_examples=many, derandomize=not LONG, database=None, deadline=None, suppress_health_check=unsuitable)


SHOWN = {
    "provenances": "name meaning",
    "sources": "title publisher",
    "outcomes": "name meaning action",
    "arrivals": "answer explanation",
    "categories": "name summary note advice contact",
    "codes": "label meaning action contact remark",
    "states": "name comment",
    "transitions": "when",
    "facts": "statement",
    "changes": "what",
}
"""The columns whose text is shown as it is, by table."""

FRAGMENTS = (
    *("<script>pwned()</script>", "<img src=x onerror=pwned()>", "</title>", "</textarea>", "<!--", "-->", "]]>", "<svg/onload=x>"),
    *("{{ 7*7 }}", "{% raw %}", "{% endraw %}", "{#", "${7*7}", "%(x)s", "{x}", "{ .lead onclick=x }", "\\", "&amp;", "&#60;", "&lt;b&gt;"),
    *("[a](javascript:x)", "![a](x)", "**b**", "_i_", "`code`", "| a |", "# h", "* li", "\n---\n", "<https://x.example>", "[^1]", "==="),
    *(
        '"',
        '""',
        "'",
        ",",
        ";",
        "\n",
        "\r",
        "\t",
        "\0",
        " ",
        "  ",
        "\u00a0",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ud7ff",
        "\ue000",
        "\U0001f4e0",
    ),
    *("-22", "−22", "+1", "=1+1", "@x", "2.04E+05", "null", "TODO", "../../etc", "javascript:alert(1)", "a" * 300, "é", "e\u0301", "<" * 9),
)
HOSTILE = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=6).map("".join)
PLACES = [(table, column.name) for table, columns in TABLES.items() for column in columns]


def views_of(catalogue: Catalogue) -> Iterator[str]:
    """Every view of a catalogue."""
    shown = views.Views(catalogue, Forge("https://forge.example/codes"), {"triage-engine": "engine.js", "catalogue": "catalogue.js"})
    yield from (view("") for view in (shown.facts, shown.codes_table))
    yield from (
        shown.fragment(name, "")
        for name in (
            "legend",
            "categories",
            "provenances",
            "sources",
            "causes",
            "changes",
            "life",
            "remarks",
            "lookup",
            "triage",
        )
    )
    yield from (shown.fragment("code-page", "../../", code=code) for code in catalogue.codes.values())
    yield from (shown.fragment("category-page", "../../", category=category) for category in catalogue.categories.values())


def published(catalogue: Catalogue) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    """The elements with their attributes' names, and the text, of everything that is shown."""
    document = lxml.html.document_fromstring(f"<body>{''.join(views_of(catalogue))}</body>")
    shape = [(str(element.tag), tuple(sorted(element.attrib))) for element in document.iter()]
    for element in document.xpath("//*[@aria-hidden='true']"):  # The picture's words are cut into lines; they stand below it, too.
        element.drop_tree()
    return shape, document.text_content()


def loaded(data: Path) -> Catalogue | None:
    """The catalogue, or None where load() refuses the data with messages of the one form that it has."""
    try:
        return load(data)
    except DataError as error:
        reported = str(error).split("\n")
    assert [line for line in reported if not LINE.fullmatch(line)] == []
    return None


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("small"))


def with_cell(small: Path, folder: Path, place: tuple[str, str], row: int, text: str) -> Catalogue | None:
    """The made-up tables with one cell set to a text, loaded."""
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(small, data)
    table, column = place
    header, *rows = records((data / f"{table}.csv").read_bytes())
    rows[row % len(rows)][header.index(column)] = text
    (data / f"{table}.csv").write_bytes(written([header, *rows]))
    return loaded(data)


@examples(60)
@given(place=st.sampled_from(PLACES), row=st.integers(min_value=0, max_value=99), text=HOSTILE)
@example(place=("codes", "label"), row=0, text="<script>pwned()</script>{{ 7*7 }}")
@example(place=("categories", "advice"), row=0, text="</p></dd><img src=x onerror=pwned()>&amp;")
@example(place=("transitions", "when"), row=0, text="</text><script>pwned()</script>")
@example(place=("transitions", "when"), row=0, text="<!--<script>pwned()</script>")
def test_a_hostile_cell_is_refused_or_shown_literally(small: Path, tmp_path: Path, place: tuple[str, str], row: int, text: str):
    catalogue = with_cell(small, tmp_path, place, row, text)
    if catalogue is None:
        return
    elements, words = published(catalogue)
    table, column = place
    if column in SHOWN.get(table, "").split() and text:
        harmless = with_cell(small, tmp_path, place, row, re.sub(r"[^\w ]", "x", text))
        assert text in words
        assert elements == published(harmless)[0]


EDITS = st.lists(
    st.tuples(
        st.integers(min_value=0, max_value=2000),
        st.integers(min_value=0, max_value=60),
        st.binary(max_size=6) | st.sampled_from([fragment.encode("utf-8") for fragment in FRAGMENTS]),
    ),
    min_size=1,
    max_size=4,
)


@examples(60)
@given(table=st.sampled_from(list(TABLES)), edits=EDITS)
def test_a_file_that_was_cut_and_pasted_is_refused_or_loads(small: Path, tmp_path: Path, table: str, edits: list[tuple[int, int, bytes]]):
    data = tmp_path / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(small, data)
    raw = (data / f"{table}.csv").read_bytes()
    for start, length, new in edits:
        start %= len(raw) + 1
        raw = raw[:start] + new + raw[start + length :]
    (data / f"{table}.csv").write_bytes(raw)
    catalogue = loaded(data)
    if catalogue:
        published(catalogue)


@examples(40)
@given(table=st.sampled_from(list(TABLES)), raw=st.binary(max_size=300) | HOSTILE.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_a_file_of_anything_is_refused(small: Path, tmp_path: Path, table: str, raw: bytes):
    data = tmp_path / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(small, data)
    (data / f"{table}.csv").write_bytes(raw)
    assert loaded(data) is None


@examples(60)
@given(table=st.sampled_from(list(TABLES)), cells=st.lists(HOSTILE, min_size=1, max_size=14))
def test_a_hostile_row_is_refused_or_loads(small: Path, tmp_path: Path, table: str, cells: list[str]):
    data = tmp_path / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(small, data)
    rows = records((data / f"{table}.csv").read_bytes())
    (data / f"{table}.csv").write_bytes(written([*rows, (cells * len(rows[0]))[: len(rows[0])]]))
    loaded(data)
