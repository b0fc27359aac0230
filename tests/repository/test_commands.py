"""The commands of the README work without make and without a shell of Unix, as on Windows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support import site
from tests.support.site import ROOT

NAMES = {
    "$(BIN)/mkdocs": "python -m mkdocs",
    "$(BIN)/python": "python",
    "$(PYTHON)": "python",
    "$(NPM)": "python -m macros.browser.node npm",
    "$(VENV)": ".venv",
    " --quiet --disable-pip-version-check": "",
}
"""What the Makefile says, and what a person types in an environment that is activated."""

PROGRAMS = [path for folder in ("macros", "benchmarks", "tests") for path in (ROOT / folder).rglob("*.py")] + [ROOT / "hooks.py"]


def test_the_commands_without_make_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name, typed in NAMES.items():
        makefile = makefile.replace(name, typed)
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("### Without make")[2].partition("\n## ")[0]
    commands = [command for command in re.findall(r"^python -m .*?(?=  |$)", section, re.MULTILINE) if "pytest" not in command]
    assert len(commands) == 6
    assert [command for command in commands if command not in makefile] == []


def test_no_program_needs_a_shell() -> None:
    for file in PROGRAMS:
        calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert not {ast.unparse(call.func) for call in calls} & {"os.system", "os.popen", "subprocess.getoutput"}, file
        assert [call.lineno for call in calls for keyword in call.keywords if keyword.arg == "shell"] == [], file


def test_a_built_site_says_itself_for_which_address_it_was_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(site, "BUILT", str(tmp_path))
    monkeypatch.delenv("SITE_URL", raising=False)
    with pytest.raises(pytest.UsageError, match="expected the folder of a built site"):
        site._address()
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "codes.json").write_text('{"site": "https://docs.example/fax/"}', encoding="utf-8")
    assert site._address() == "https://docs.example/fax/"
    monkeypatch.setenv("SITE_URL", "https://other.example")
    assert site._address() == "https://other.example/"
