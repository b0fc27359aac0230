"""The worked example of CONTRIBUTING, performed as it is written: afterwards everything that is asked of the data holds."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalogue import DataError, load

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = re.search(r"## Add a code: a worked example\n(.*?)\n## ", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)[1]
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


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all that the data tests read."""
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


def test_after_the_example_everything_that_is_asked_of_the_data_holds(copy: Path) -> None:
    for file, after, line in _steps():
        add(copy / file, after, line)
    done = checked(copy)
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


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
