"""The commands of the README work without make and without a shell of Unix, as on Windows."""

from __future__ import annotations

import ast
import re

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
