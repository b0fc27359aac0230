"""The programs that tests run beside a browser: other languages for the guide's snippets, and the web servers that .github/hosting/ has
settings for. Found, installed where that can be done, or asked for in one line.

Node comes with the locked environment (programs.py). Java has to be one that compiles, which the packaged one does not.
`python -m tests.support.tools` finds or installs them all, before tests run beside each other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache

REQUIRED = {
    "sh": "dash",
    "curl": "curl",
    "jq": "jq",
    "javac": "default-jdk-headless",
    "php": "php-cli",
    "ruby": "ruby",
    "nginx": "nginx-light",
    "apache2": "apache2",
}
"""Programs without which the tests do not run, and the package of Debian's that has each; `java` comes with `javac`."""

OTHERWISE = {"apache2": "httpd"}
"""What a program is called outside of Debian."""

SERVERS_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin"])
"""Where servers are is not on everybody's PATH."""


@cache
def find(name: str) -> str | None:
    """The path of a program, None where there is none."""
    return shutil.which(name, path=SERVERS_PATH) or shutil.which(OTHERWISE.get(name, name), path=SERVERS_PATH)


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
        raise RuntimeError(f"Not found, and needed by the tests: {', '.join(lacking)} (Debian: apt-get install {packages}).")


if __name__ == "__main__":
    try:
        ensure(*REQUIRED)
    except RuntimeError as error:
        sys.exit(str(error))
    print("Programs for the tests:", *(find(name) for name in REQUIRED))
