"""The command that builds the site, run as a person runs it on a copy of the project."""

from __future__ import annotations

import errno
import json
import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

import hooks
from tests.support.built import MOVED
from tests.support.project import Done, build, change, copy, read, run, write
from tests.support.site import ROOT

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "|",
    "`code`",
    "[x](javascript:alert(1))",
    "</title><script>alert(1)</script>",
    "*lead",
    "&lt;",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!--",
    "{{ config }}{# no #}{% endraw %}",
    "</textarea></script><svg onload=alert(1)>",
    "![x](x)",
    "<https://evil.example/>",
    "\\`*_{}[]()#+-.!",
    "{: onclick=alert(1) }",
    "#heading",
)

NAME = " ".join(HOSTILE[::-1])
"""The name of the site."""

TEXTS = {
    "codes": ("label", "printed", "meaning", "action", "contact", "remark"),
    "categories": ("name", "summary", "note", "advice", "contact"),
    "outcomes": ("name", "meaning", "action"),
    "arrivals": ("answer", "explanation"),
    "provenances": ("name", "meaning"),
    "sources": ("title", "publisher"),
    "states": ("name", "comment"),
    "transitions": ("when",),
    "facts": ("statement",),
    "changes": ("what",),
    "q850": ("name", "remark"),
}
"""The columns whose text is shown to readers; of q850 only the rows whose code is listed."""

ALIKE = ("text", "script")
"""Elements that are compared by other means: the words of an arrow wrap to several lines, and data blocks follow their own test."""


@cache
def parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "lxml")


def letters(text: str) -> str:
    return "".join(text.split())


# Hostile text -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A build in which settings and every text of every row hold what a careless build would run or lose, each with another one first."""
    project = copy(tmp_path_factory.mktemp("hostile"))
    for table, columns in TEXTS.items():
        path = project / "data" / f"{table}.csv"
        header, *rows = read(path)
        for place, row in enumerate(rows):
            first = place % len(HOSTILE)
            for column in columns:
                if row[header.index(column)]:
                    row[header.index(column)] = " ".join([*HOSTILE[first:], *HOSTILE[:first], row[header.index(column)]])
        write(path, [header, *rows])
    settings = project / "mkdocs.yml"
    lines = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith(("site_name:", "site_description:"))]
    lines += [f"site_name: {json.dumps(NAME)}", f"site_description: {json.dumps(' '.join(HOSTILE))}"]
    settings.write_text("\n".join(lines), encoding="utf-8")
    return build(project)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The same build of the data as it is."""
    return build(copy(tmp_path_factory.mktemp("clean")))


def shape(file: Path) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and the names of their attributes: what is there beside text and values."""
    return [(element.name, tuple(sorted(element.attrs))) for element in parsed(file).find_all(True) if element.name not in ALIKE]


def test_hostile_text_builds_without_a_word(hostile: Done):
    assert hostile.status == 0, hostile.output
    assert "WARNING" not in hostile.output


def test_hostile_text_adds_no_element_and_no_attribute(hostile: Done, clean: Done):
    names = sorted(path.relative_to(clean.site).as_posix() for path in clean.site.rglob("*.html"))
    assert names == sorted(path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.html"))
    assert [name for name in names if shape(hostile.site / name) != shape(clean.site / name)] == []


def test_hostile_text_never_runs(hostile: Done):
    for file in hostile.site.rglob("*.html"):
        for script in parsed(file).find_all("script"):
            assert script.get("src", "").endswith(".js") or script.get("type") in ("application/json", "application/ld+json"), script
        for element in parsed(file).find_all(True):
            assert not [name for name in element.attrs if name.startswith("on")], element
            assert not str(element.get("href", "")).lower().lstrip().startswith("javascript:"), element


def test_a_hostile_name_of_the_site_is_shown_to_the_letter(hostile: Done):
    for name in ("index.html", "404.html", "codes/263/index.html"):
        soup = parsed(hostile.site / name)
        assert letters(soup.title.string).endswith(letters(NAME))
        assert letters(soup.select_one(".header__home").get_text()) == letters(NAME)
    assert parsed(hostile.site / "404.html").find("meta", attrs={"name": "description"})["content"] == " ".join(HOSTILE)
    assert parsed(hostile.site / "index.html").find("meta", property="og:site_name")["content"] == NAME


@pytest.mark.parametrize("table", [table for table in TEXTS if table != "q850"])
def test_hostile_text_is_shown_to_the_letter(hostile: Done, table: str):
    shown = "\n".join(letters(parsed(file).body.get_text()) for file in sorted(hostile.site.rglob("*.html")))
    header, *rows = read(hostile.project / "data" / f"{table}.csv")
    cells = [row[header.index(column)] for row in rows for column in TEXTS[table]]
    assert [cell for cell in cells if cell and letters(cell) not in shown] == []


@pytest.mark.parametrize("place", range(len(HOSTILE)), ids=HOSTILE)
def test_a_hostile_code_is_shown_to_the_letter_wherever_it_stands(hostile: Done, place: int):
    header, *rows = read(hostile.project / "data" / "codes.csv")
    (key, label), row = (rows[place][header.index(column)] for column in ("code", "label")), rows[place]
    assert label.startswith(HOSTILE[place])
    soup = parsed(hostile.site / "codes" / key / "index.html")
    wanted = letters(label.rstrip("."))
    assert letters(HOSTILE[place]) in letters(soup.title.string)  # A title that is too long is cut at its end.
    assert wanted in letters(soup.h1.get_text())
    assert wanted in letters(soup.find("meta", attrs={"name": "description"})["content"])
    assert letters(HOSTILE[place]) in letters(soup.find("meta", property="og:title")["content"])
    lines = {line.th.a["href"]: line for line in parsed(hostile.site / "codes" / "index.html").select("table#codes > tbody > tr")}
    assert wanted in letters(lines[f"../codes/{key}/"].get_text())
    if row[header.index("meaning")]:
        assert letters(row[header.index("meaning")]) in letters(soup.select_one(".meaning").get_text())


@pytest.mark.parametrize("key", [row[0] for row in read(ROOT / "data" / "categories.csv")[1:]])
def test_a_hostile_category_is_shown_to_the_letter_wherever_it_stands(hostile: Done, key: str):
    header, *rows = read(hostile.project / "data" / "categories.csv")
    (row,) = [row for row in rows if row[0] == key]
    name, summary = (row[header.index(column)] for column in ("name", "summary"))
    soup = parsed(hostile.site / "categories" / key / "index.html")
    assert letters(name) in letters(soup.title.string)
    assert letters(name) == letters(soup.h1.get_text())
    assert letters(summary) == letters(soup.find("meta", attrs={"name": "description"})["content"])
    assert letters(name) in [letters(link.get_text()) for link in parsed(hostile.site / "categories" / "index.html").select(".card__link")]
    options = parsed(hostile.site / "codes" / "index.html").select(f"option[value={key}]")
    assert [letters(option.get_text()) for option in options] == [letters(name)]


# Bad data ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def bad(tmp_path: Path) -> tuple[Path, list[str]]:
    """A project with three mistakes in two tables, and the lines that report them."""
    project = copy(tmp_path)
    category = change(project, "codes", "263", "category", "bussy")
    sign = change(project, "codes", "403", "outcome", "success")
    blank = change(project, "categories", "busy", "advice", "")
    lines = [
        f"data/categories.csv:{blank}: the cell 'advice' is blank; expected a value",
        f"data/codes.csv:{category}: no category 'bussy'; did you mean 'busy'?",
        f"data/codes.csv:{sign}: outcome 'success' contradicts the sign of 403; expected the outcome of positive numbers",
    ]
    return project, lines


def reported(output: str) -> list[str]:
    """The lines about data/ in what a command printed, as they are."""
    return [line for line in output.split("\n") if "data/" in line]


@pytest.mark.parametrize("command", [("build", "--strict"), ("serve", "--dev-addr", "127.0.0.1:0")], ids=["build", "serve"])
def test_bad_data_ends_the_command_with_exactly_its_messages(bad: tuple[Path, list[str]], command: tuple[str, ...]):
    project, lines = bad
    done = run(project, *command)
    assert reported(done.output) == lines, done.output
    assert done.status != 0
    assert "Traceback" not in done.output
    assert "CRITICAL" not in done.output
    assert not done.site.exists()


def test_it_reports_all_that_was_wrong_and_nothing_else(bad: tuple[Path, list[str]]):
    project, _ = bad
    for table, key, column, value in (
        ("codes", "263", "category", "busy"),
        ("codes", "403", "outcome", "failure"),
        ("categories", "busy", "advice", "Wait."),
    ):
        change(project, table, key, column, value)
    done = build(project)
    assert done.status == 0, done.output
    assert (done.site / "codes" / "263" / "index.html").is_file()


# Mistakes elsewhere -----------------------------------------------------------------------------------------------------


def test_every_mistake_in_a_page_is_reported_in_one_run_with_its_line(tmp_path: Path):
    project = copy(tmp_path)
    mistakes = {
        "about": ("{{ code(99999) }}", "no code '99999'; expected one of: -11, "),
        "changes": ("{{ codez() }}", "no macro 'codez'; did you mean 'code'?"),
        "index": ("{% if %}", "Expected an expression, got 'end of statement block'"),
        "legend": ("{{ code() }}", "TypeError: Views.code_link() missing 1 required positional argument: 'key'"),
        "lookup": ('{{ snippet("none.py", "Python") }}', "no text can be read from snippets/none.py; expected a file in UTF-8"),
    }
    expected = []
    for name, (text, problem) in mistakes.items():
        page = project / "docs" / f"{name}.md"
        source = page.read_text(encoding="utf-8")
        page.write_text(f"{source}\n{text}\n\nMore.\n", encoding="utf-8")
        expected.append(f"docs/{name}.md:{len(source.splitlines()) + 2}: {problem}")
    done = build(project)
    assert done.status == 1
    lines = [line for line in done.output.split("\n") if line.startswith("docs/")]
    assert [line[: len(wanted)] for line, wanted in zip(lines, expected, strict=True)] == expected
    assert "Traceback" not in done.output


def test_wrong_settings_end_the_build_in_one_line_each(tmp_path: Path):
    done = build(copy(tmp_path), SITE_URL="https://[::1/", REPOSITORY_URL="123")
    expected = "expected a web address such as https://docs.example.org/fax/, without blanks, quotes, ? or #"
    assert done.output.split("\n")[-3:] == [
        f"SITE_URL is 'https://[::1/'; {expected}",
        f"REPOSITORY_URL is 123; {expected}, or nothing",
        "",
    ]
    assert (done.status, "Traceback" in done.output) == (1, False)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk: No space left on device; "),
        (FileExistsError(errno.EEXIST, "File exists", str(Path.cwd() / "site" / "codes")), "site/codes: File exists; "),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "a page of docs/ is not UTF-8 "),
    ],
)
def test_a_disk_that_fails_ends_the_build_in_one_line(error: Exception, line: str):
    with pytest.raises(Abort, match=f"^{line}.*; expected.*$|^{line}.*$"):
        hooks.on_build_error(error=error)


def test_a_file_in_place_of_the_sites_folder_ends_the_build_in_one_line(tmp_path: Path):
    project = copy(tmp_path)
    (project / "site").write_text("", encoding="utf-8")
    done = build(project)
    assert done.output.split("\n")[-2].startswith("site")
    assert (done.status, "Traceback" in done.output) == (1, False)


# One row more -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A build of somebody else's: with one code more, under their own address and with their own repository."""
    project = copy(tmp_path_factory.mktemp("fork"))
    path = project / "data" / "codes.csv"
    header, *rows = read(path)
    cells = {
        "code": "999999",
        "outcome": "failure",
        "category": "busy",
        "label": "Busy at night",
        "documented_by": "comment",
        "meaning": "The line is in use, and it is night.",
        "arrival": "none-busy",
    }
    write(path, [header, *rows, [cells.get(column, "") for column in header]])
    return build(project, SITE_URL="https://somebody.example/their/copy/", REPOSITORY_URL="https://forge.example/somebody/copy/")


def line_of(file: Path, table: str, key: str) -> list[str]:
    (line,) = [line for line in parsed(file).select(f"table#{table} > tbody > tr") if line.th.get_text(strip=True) == key]
    return [" ".join(cell.get_text(" ").split()) for cell in line.find_all(["th", "td"])]


def test_one_row_adds_a_code_everywhere(fork: Done):
    assert fork.status == 0, fork.output
    soup = parsed(fork.site / "codes" / "999999" / "index.html")
    assert " ".join(soup.h1.get_text(" ").split()) == "999999 Busy at night"
    assert "The line is in use, and it is night." in soup.select_one(".meaning").get_text()
    wanted = ["999999", "Failure", "Busy at night", "Send it again later", "Line busy", "The line is in use, and it is night."]
    assert line_of(fork.site / "codes" / "index.html", "codes", "999999") == wanted
    del wanted[4]
    assert line_of(fork.site / "categories" / "busy" / "index.html", "codes", "999999") == wanted
    last = read(ROOT / "data" / "codes.csv")[-1][0]
    assert parsed(fork.site / "codes" / last / "index.html").find("a", rel="next")["href"] == "../../codes/999999/"


def test_a_fork_publishes_under_its_own_address(fork: Done):
    root = "https://somebody.example/their/copy/"
    for file in {*fork.site.rglob("index.html")} - {fork.site / page for page in MOVED}:
        (canonical,) = parsed(file).find_all("link", rel="canonical")
        assert canonical["href"] == root + file.relative_to(fork.site).as_posix().removesuffix("index.html")
    listed = re.findall(r"<loc>(.*?)</loc>", (fork.site / "sitemap.xml").read_text(encoding="utf-8"))
    assert listed
    assert [address for address in listed if not address.startswith(root)] == []
    missing = parsed(fork.site / "404.html")
    assert [link["href"] for link in missing.select("a[href]") if not link["href"].startswith(("/their/copy/", "#"))] == []
    assert [link["src"] for link in missing.select("script[src]") if not link["src"].startswith("/their/copy/")] == []


def test_a_fork_corrects_its_own_rows(fork: Done):
    number = len(read(fork.project / "data" / "codes.csv"))
    links = [link["href"] for link in parsed(fork.site / "codes" / "999999" / "index.html").select(".actions a")]
    assert f"https://forge.example/somebody/copy/edit/main/data/codes.csv#L{number}" in links


def test_nothing_of_the_default_address_is_left_in_a_fork(fork: Done):
    defaults = [address.rstrip("/") for address in re.findall(r'!ENV \[\w+, "(.+?)"\]', (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))]
    assert len(defaults) == 1
    texts = {file: file.read_bytes() for file in fork.site.rglob("*") if file.suffix in (".html", ".xml", ".json", ".txt", ".md", ".js")}
    assert [file.name for file, text in texts.items() for default in defaults if default.encode() in text] == []
