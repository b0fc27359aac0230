"""The worked examples of CONTRIBUTING, performed as they are written: afterwards everything that is asked of the data holds."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalogue import DataError, load
from tests.support.tables import cell, change

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"## Add a code: a worked example\n(.*?)\n## ", TEXT, re.DOTALL)[1]
MORE = {
    name: steps for name, steps in re.findall(r"\*\*A (\w+)\.\*\* (.*?)(?=\n\*\*A |\n## )", TEXT.split("## More examples\n")[1], re.DOTALL)
}
"""The steps of the other examples, by what each adds."""

STEP = re.compile(
    r"`(?P<file>data/\w+\.csv)`|row of `(?P<key>[^`]+)`|`(?P<column>\w+)` becomes `(?P<value>[^`]+)`|```csv\n(?P<line>.*?)```", re.DOTALL
)
CODE = re.search(r"a new code, `(\d+)`", EXAMPLE)[1]
BLOCKS = [block.strip() for block in re.findall(r"```csv\n(.*?)```", EXAMPLE, re.DOTALL)]


def _steps() -> list[tuple[str, str, str]]:
    """File, key of the line before, line to add, for each step in the order of the text."""
    files = ["data/codes.csv", "tests/data/facts.csv", "data/changes.csv", "tests/data/published.csv"]
    found = []
    for block in BLOCKS:
        before = EXAMPLE[: EXAMPLE.index(block)]
        file = max(files, key=before.rfind)
        said = before[before.rfind(file) :]
        after = re.search(r"[Aa]fter the line of `(\d+)`", said)
        assert after or "end of" in before[before.rfind(file) - 12 : before.rfind(file)], (
            f"the text does not say where in {file} the line goes"
        )
        found.append((file, after[1] if after else "", block))
    return found


def add(file: Path, after: str, line: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    place = next(number for number, text in enumerate(lines, start=1) if text.startswith(f"{after},")) if after else len(lines)
    file.write_text("\n".join([*lines[:place], line, *lines[place:]]) + "\n", encoding="utf-8")


def perform(folder: Path, steps: str) -> None:
    """Does what the text of an example says: cells become others, lines are added at the end of the file that was named last."""
    file, key = folder, ""
    for step in STEP.finditer(steps):
        file, key = folder / step["file"] if step["file"] else file, step["key"] or key
        if step["line"]:
            add(file, list(csv.reader(file.read_text(encoding="utf-8").splitlines()))[-1][0], " ".join(step["line"].split()))
        elif step["column"]:
            change(folder / "data", file.stem, cell(key, step["column"], step["value"]))


def perform_all(folder: Path) -> None:
    """Every example, one after the other."""
    for file, after, line in _steps():
        add(folder / file, after, line)
    columns = folder / "macros" / "catalogue" / "columns.py"
    declared = re.search(r"```python\n +(.*?)\n", MORE["column"])[1]
    columns.write_text(
        re.sub(r'("codes": \(.*?)\n    \)', rf"\1\n        {declared},\n    )", columns.read_text(encoding="utf-8"), flags=re.DOTALL)
    )
    subprocess.run(["sh", "-c", re.search(r"```sh\n(.*?)```", MORE["column"], re.DOTALL)[1]], cwd=folder, check=True)
    for name in ("category", "footnote", "column"):
        perform(folder, MORE[name])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all that the data tests read."""
    return copied(tmp_path)


def copied(tmp_path: Path) -> Path:
    for name in ("data", "macros", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "fixtures"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def checked(copy: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """What the tests of the data say in the copy."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:playwright", *(tests or ("tests/data",))]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)


def test_the_example_names_four_files_and_a_line_for_each() -> None:
    assert [file for file, _, _ in _steps()] == ["data/codes.csv", "tests/data/facts.csv", "data/changes.csv", "tests/data/published.csv"]
    assert all(CODE in line for _, _, line in _steps())


@pytest.fixture(scope="module")
def performed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which every example was performed."""
    folder = copied(tmp_path_factory.mktemp("performed"))
    perform_all(folder)
    return folder


def test_after_the_examples_everything_that_is_asked_of_the_data_holds(performed: Path) -> None:
    done = checked(performed)
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


SHOW = """
import json, pathlib
from macros.api.files import ApiFiles
from macros.catalogue import load
from macros.pages.forge import Forge
from macros.pages.views import Views
catalogue = load(pathlib.Path("data"))
views, api = Views(catalogue, Forge()), ApiFiles(catalogue, "https://reference.example/", "Codes", "")
codes = [catalogue.codes[key] for key in ("263", "403", "7200", "8010")]
print(json.dumps({code.key: [views.fragment("code-page", "../../", code=code), *api.of(code).values()] for code in codes}))
"""
"""What the copy's own scripts make of its data: page, JSON and plain text of each code."""


def test_what_the_examples_add_is_on_pages_and_in_the_data(performed: Path) -> None:
    done = subprocess.run([sys.executable, "-c", SHOW], cwd=performed, capture_output=True, text=True, check=True)
    made = json.loads(done.stdout)
    for text in made["8010"]:
        assert "hung-up" in text or "The other side hung up" in text
    for text in made["7200"]:
        assert "The other network gave no reason." in text
    assert json.loads(made["263"][1])["code"]["details"]["display"]["text"] == "LINE BUSY"
    assert json.loads(made["403"][1])["code"]["details"] == {}
    for page in (made["263"][0], made["263"][2]):
        assert "What the machine displays" in page
        assert "LINE BUSY" in page
    assert not [text for text in made["403"] if "LINE BUSY" in text or "machine displays" in text]


def test_the_first_example_fits_again_with_a_comma_more(performed: Path) -> None:
    header = (performed / "data" / "codes.csv").read_text(encoding="utf-8").split("\n")[0]
    assert len(next(csv.reader([BLOCKS[0] + ","]))) == len(header.split(","))


def test_an_example_touches_at_most_three_files() -> None:
    for name in ("category", "footnote", "column"):
        steps = re.findall(r"^\d\. (.*)$", MORE[name], re.MULTILINE)
        assert 0 < len(steps) <= 3, name


LACKING = {
    ("tests/data/facts.csv", "tests/data/published.csv"): (
        f"tests/data/facts.csv lacks {CODE}; after the line of 8025, with words that its meaning must hold, add: {CODE},failure,Busy,",
        f"tests/data/published.csv lacks {CODE}; at its end, with the day's date, add: {CODE},Busy,BUSY_{CODE},DATE",
    ),
    ("data/changes.csv",): (f"data/changes.csv lacks {CODE}; at its end, add: 2027-01-15,{CODE},added,,What is new in a sentence.",),
}


@pytest.mark.parametrize("forgotten", LACKING)
def test_a_forgotten_list_is_named_with_the_line_to_add(copy: Path, forgotten: tuple[str, ...]) -> None:
    for file, after, line in _steps():
        if file not in forgotten:
            add(copy / file, after, line)
    done = checked(copy, "tests/data/test_source.py", "tests/data/test_published.py", "-k", "nothing_is_in or is_recorded or is_in_the_log")
    assert done.returncode == 1
    assert tuple(re.findall(r"^E +AssertionError: (.*)$", done.stdout, re.MULTILINE)) == LACKING[forgotten]


def test_the_mistakes_of_the_example_are_reported_as_the_text_says(copy: Path) -> None:
    reported = [line.strip() for line in re.search(r"```text\n(.*?)```", EXAMPLE, re.DOTALL)[1].strip().splitlines()]
    wrong = BLOCKS[0].replace(",failure,busy,", ",success,bussy,")
    assert wrong != BLOCKS[0]
    last = len((ROOT / "data" / "codes.csv").read_text(encoding="utf-8").splitlines()) + 1
    add(copy / "data" / "codes.csv", "", wrong)
    with pytest.raises(DataError) as error:
        load(copy / "data")
    assert str(error.value).splitlines() == [re.sub(r":\d+:", f":{last}:", line, count=1) for line in reported]
