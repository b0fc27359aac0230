"""The snippets of the guide do what the guide says, run as they are published, against the published data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import tree_sitter_go
from tree_sitter import Language, Parser

from macros.catalogue import Catalogue
from tests.support import programs, tools
from tests.support.site import ROOT

SNIPPETS = ROOT / "docs" / "snippets"

ALWAYS = {
    "fax_status.py": [sys.executable],
    "fax_status.mjs": [programs.NODE],
    "fax_status.sh": ["sh"],
    "FaxStatus.java": ["java"],
    "fax_status.php": ["php"],
    "fax_status.rb": ["ruby"],
}
WHERE_FOUND = {"fax_status.go": ["go", "run"]}
"""How each is run. Go takes 450 MB, so it is not installed for this; CI has it, and elsewhere the snippet is parsed."""

RUN = ALWAYS | {name: command for name, command in WHERE_FOUND.items() if tools.find(command[0])}
GRAMMARS = {
    "fax_status.go": tree_sitter_go.language(),
}

UNLISTED = ["-57", "-1003", "-4", "2", "12", "4711", "6000", "999999999999999", "-999999999999999"]
NO_STATUS = [
    "",
    "abc",
    "3931.0",
    "1e3",
    "+1",
    "-0",
    "00",
    "0x10",
    "3931\n",
    " 0",
    "3931; id",
    "$(id)",
    "٣٩",
    "−22",
    "1000000000000000",
    "null",
]


def sentence(catalogue: Catalogue, status: str) -> str:
    """What a snippet has to say of a status, taken from the catalogue and not by the published data."""
    code = catalogue.codes.get(status) or (catalogue.rule if status.startswith("-") else None)
    if code:
        state = "final" if code.outcome.final else "not final"
        return f"{status}: {code.label} ({code.outcome.key}, {state}, {code.next.key}). {code.meaning.text} {code.advice.text}"
    failure, advice = catalogue.outcomes["failure"], catalogue.answers["unlisted-advice"].text
    return f"{status}: {catalogue.unlisted_label(failure).text} (failure, final, {failure.next.key}). {failure.meaning.text} {advice}"


def data(snippet: str) -> str:
    """The file of api/ that a snippet reads."""
    return "codes.properties" if snippet.endswith(".java") else "codes.json"


def run(snippet: str, site: Path, address: str, *arguments: str, stdin: str = "") -> list[str]:
    """The lines that a published snippet prints; what it says besides, and a failure, fail the test."""
    command = [*RUN[snippet], str(site / "snippets" / snippet), f"{address}api/{data(snippet)}", *arguments]
    environment = os.environ | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"}
    done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", env=environment, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.removesuffix("\n").split("\n")


@pytest.fixture(scope="session", autouse=True)
def _tools() -> None:
    tools.ensure(*tools.REQUIRED)


@pytest.mark.parametrize("snippet", RUN)
def test_a_snippet_explains_numbers_and_refuses_what_is_no_status(snippet: str, catalogue: Catalogue, site: Path, address: str) -> None:
    numbers = [*(code.key for code in catalogue.numbered), *UNLISTED]
    answers = [*(sentence(catalogue, number) for number in numbers), *["not a status"] * len(NO_STATUS)]
    assert run(snippet, site, address, *numbers, *NO_STATUS) == answers


@pytest.mark.parametrize("snippet", RUN)
def test_a_snippet_polls_ever_less_often_until_the_status_is_final(snippet: str, catalogue: Catalogue, site: Path, address: str) -> None:
    """Never more than six times a minute, -22 and unlisted negative numbers are waited for, and nothing is asked after the end."""
    statuses = ["-11", "-2", "-3", "-57", "-22", "-3", "-3", "3931", "0"]
    waits = [f"wait {seconds}" for seconds in (10, 20, 40, 80, 160, 300, 300)]
    assert run(snippet, site, address, "poll", stdin="\n".join(statuses) + "\n") == [*waits, sentence(catalogue, "3931")]


@pytest.mark.parametrize("snippet", RUN)
def test_a_snippet_reads_a_copied_file_as_well(snippet: str, catalogue: Catalogue, site: Path) -> None:
    assert run(snippet, site, f"{site}/", "3931", "-4") == [sentence(catalogue, "3931"), sentence(catalogue, "-4")]


IMPORTS = {
    "fax_status.py": [sys.executable, "-c", "import fax_status; print(fax_status.explain.__name__)"],
    "fax_status.mjs": [programs.NODE, "--input-type=module", "-e", "import * as s from './fax_status.mjs'; console.log(s.explain.name)"],
    "fax_status.sh": ["sh", "-c", ". ./fax_status.sh; command -v explain"],
    "fax_status.php": ["php", "-r", "require './fax_status.php'; echo function_exists('explain') ? 'explain' : '', PHP_EOL;"],
    "fax_status.rb": ["ruby", "-I", ".", "-r", "fax_status", "-e", "puts FaxStatusReference.method(:explain).name"],
}


@pytest.mark.parametrize("snippet", IMPORTS)
def test_a_snippet_can_be_imported_and_runs_nothing_then(snippet: str, site: Path) -> None:
    done = subprocess.run(IMPORTS[snippet], cwd=site / "snippets", capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "explain\n", "")


@pytest.mark.parametrize("snippet", GRAMMARS)
def test_a_snippet_that_may_not_be_run_here_is_well_formed(snippet: str) -> None:
    tree = Parser(Language(GRAMMARS[snippet])).parse((SNIPPETS / snippet).read_bytes())
    assert not tree.root_node.has_error, tree.root_node


@pytest.mark.parametrize("snippet", sorted(path.name for path in SNIPPETS.iterdir()))
def test_every_snippet_is_tested_and_stands_in_the_guide(snippet: str, site: Path) -> None:
    assert snippet in ALWAYS | GRAMMARS
    assert f"snippet('{snippet}'" in (ROOT / "docs" / "integrate.md").read_text(encoding="utf-8")
    assert (site / "snippets" / snippet).read_bytes() == (SNIPPETS / snippet).read_bytes()
