"""The programs of other languages that run the guide's snippets: found, installed where that can be done, or asked for in one line.

Node comes with the locked environment (programs.py). Java has to be one that compiles, which the packaged one does not.
`python -m tests.support.tools` finds or installs them all, before tests run beside each other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache

REQUIRED = {"sh": "dash", "curl": "curl", "jq": "jq", "javac": "default-jdk-headless", "php": "php-cli", "ruby": "ruby"}
"""Programs without which the tests do not run, and the package of Debian's that has each; `java` comes with `javac`."""


@cache
def find(name: str) -> str | None:
    """The path of a program, None where there is none."""
    return shutil.which(name)


def ensure(*names: str) -> None:
    """Finds or installs programs. Raises RuntimeError with one line where there is no way."""
    lacking = [name for name in names if not find(name)]
    if lacking and shutil.which("apt-get") and os.geteuid() == 0:
        packages = [REQUIRED[name] for name in lacking]
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
            print("Not found:", *lacking, "- trying:", *command, file=sys.stderr, flush=True)
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL, env=environment, timeout=600, check=False)
        find.cache_clear()
    lacking = [name for name in names if not find(name)]
    if lacking:
        packages = " ".join(REQUIRED[name] for name in lacking)
        raise RuntimeError(f"Not found, and needed to run the snippets: {', '.join(lacking)} (Debian: apt-get install {packages}).")


if __name__ == "__main__":
    try:
        ensure(*REQUIRED)
    except RuntimeError as error:
        sys.exit(str(error))
    print("Programs for the snippets:", *(find(name) for name in REQUIRED))
