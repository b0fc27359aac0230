"""Finds Firefox, and WebKit with its driver and a screen; installs Debian's packages where it may, or says in one line what to install.

`python -m tests.support.engines.finding` does so before the tests run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from glob import glob
from pathlib import Path

from tests.support.engines.engine import Engine
from tests.support.engines.firefox import Firefox
from tests.support.engines.webkit import WebKit

NAMES = ("firefox", "webkit")
FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib*/webkit2gtk-4.1/MiniBrowser", "/usr/libexec/webkit2gtk-4.1/MiniBrowser")
PACKAGES = {"Firefox": "firefox-esr", "Xvfb": "xvfb", "WebKitWebDriver": "webkit2gtk-driver", "MiniBrowser": "webkit2gtk-driver"}
"""What is needed, and the package of Debian's that has it."""


def _firefox() -> str | None:
    """FIREFOX_PATH, or the first of the usual names. A wrong variable is an error, not a reason to look on."""
    named = os.environ.get("FIREFOX_PATH")
    if named and not shutil.which(named):
        raise FileNotFoundError(f"FIREFOX_PATH is '{named}', and no program is there")
    return next(filter(None, map(shutil.which, [named] if named else FIREFOXES)), None)


def _mini_browser() -> str | None:
    return next((path for pattern in MINI_BROWSERS for path in sorted(glob(pattern)) if Path(path).is_file()), None)


FINDERS: dict[str, Callable[[], str | None]] = {
    "Firefox": _firefox,
    "Xvfb": lambda: shutil.which("Xvfb"),
    "WebKitWebDriver": lambda: shutil.which("WebKitWebDriver"),
    "MiniBrowser": _mini_browser,
}


def lacking() -> list[str]:
    """What is not on this machine."""
    return [name for name, find in FINDERS.items() if not find()]


def install(names: list[str]) -> None:
    """Has apt install the packages of what is lacking; what it says goes to standard error."""
    packages = sorted({PACKAGES[name] for name in names})
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        print("Not found:", *names, "- trying:", *command, file=sys.stderr, flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL, env=environment, timeout=900, check=False)


def ensure() -> None:
    """Finds or installs everything. Raises RuntimeError with one line where there is no way."""
    if lacking() and shutil.which("apt-get") and os.geteuid() == 0:
        install(lacking())
    if names := lacking():
        packages = " ".join(sorted({PACKAGES[name] for name in names}))
        raise RuntimeError(f"Not found, and needed to test other browsers: {', '.join(names)} (Debian: apt-get install {packages}).")


def start(name: str) -> Engine:
    """Starts one of NAMES."""
    ensure()
    if name == "firefox":
        return Firefox(FINDERS["Firefox"]())
    return WebKit(*(FINDERS[part]() for part in ("Xvfb", "WebKitWebDriver", "MiniBrowser")))


if __name__ == "__main__":
    try:
        ensure()
    except (RuntimeError, FileNotFoundError) as error:
        sys.exit(str(error))
    print("Other browsers for the tests:", *(find() for find in FINDERS.values()))
