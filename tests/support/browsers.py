"""Finds a Chromium for the tests, installs one where that can be done, or says in one line what to install.

Order: the environment variable BROWSER_PATH, Playwright's own browser, one of the system's; then Playwright's installer,
Debian's package. `python -m tests.support.browsers` prints what was found, so that its absence is reported before the tests run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "BROWSER_PATH"
# The shell without a window first: each page costs it half of what it costs the whole browser.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PACKAGES = ("chromium-headless-shell", "chromium")  # of Debian's; the first is not in every release
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ARGUMENTS = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
NOT_FOUND = (
    f"No browser was found and none could be installed: install Chromium or Chrome, or set {VARIABLE} to the program of one "
    "(Debian: apt-get install chromium; else: .venv/bin/playwright install --with-deps chromium)."
)


def find() -> str | None:
    """The path of a browser on this machine, None where there is none. A wrong BROWSER_PATH is an error, not a reason to look on."""
    named = os.environ.get(VARIABLE)
    if named:
        if not (shutil.which(named) or Path(named).is_file()):
            raise FileNotFoundError(f"{VARIABLE} is '{named}', and no program is there")
        return shutil.which(named) or named
    # In a thread of its own: in a test that has a browser already, Playwright would not start a second time.
    with ThreadPoolExecutor(1) as thread:
        own = thread.submit(_own_path).result()
    if Path(own).is_file():
        return own
    return next(filter(None, map(shutil.which, NAMES)), None) or next((path for path in APPLICATIONS if Path(path).is_file()), None)


def _own_path() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def asks_for_icons() -> bool:
    """Whether the browser has tabs to put a page's icon on, and so asks for it. A headless shell has none."""
    return not re.search(r"headless[-_]shell", Path(find() or "").name)


def install() -> None:
    """Tries the installers one after the other; what they say goes to standard error. Leaves it to find() what came of it."""
    installers: list[list[str]] = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        installers.append(["apt-get", "update", "-qq"])
        installers += [["apt-get", "install", "-y", "-qq", "--no-install-recommends", package] for package in PACKAGES]
    for command in installers:
        print("No browser found; trying:", *command, file=sys.stderr, flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL, env=environment, timeout=600, check=False)
        if done.returncode == 0 and "update" not in command and find():
            return


def ensure() -> str:
    """The path of a browser, installed if need be. Raises RuntimeError with one line where there is no way."""
    found = find()
    if not found:
        install()
        found = find()
    if not found:
        raise RuntimeError(NOT_FOUND)
    return found


def arguments() -> list[str]:
    """What to start the browser with: no talk with its maker, and no sandbox where root cannot have one."""
    return [*ARGUMENTS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


if __name__ == "__main__":
    try:
        print("Browser for the tests:", ensure())
    except (RuntimeError, FileNotFoundError) as error:
        sys.exit(str(error))
