"""The project's folder, and one build of its site for all tests of a session."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent.parent
BUILT = os.environ.get("BUILT_SITE", "")
"""A folder that was built before, to test the very site that is then published; without it, the tests build one."""


def _address() -> str:
    """The URL of the tested site: what it was built for says its own data, where nobody asks for another one."""
    if not BUILT:
        return "https://reference.example/some/where/"
    data = ROOT / BUILT / "api" / "codes.json"
    if not data.is_file():
        raise pytest.UsageError(f"BUILT_SITE={BUILT}: there is no api/codes.json; expected the folder of a built site")
    return os.environ.get("SITE_URL", "").rstrip("/") + "/" if os.environ.get("SITE_URL") else json.loads(data.read_bytes())["site"]


SITE_URL = _address()
REPOSITORY = os.environ.get("REPOSITORY_URL", "").rstrip("/") if BUILT else "https://forge.example/fax-status-codes"
"""The URL of the repository in which pages are corrected; empty where the tested site has none."""

PREFIX = urlsplit(SITE_URL).path
"""The path below which the site is built and served in tests: a site that works below one works anywhere."""


def built(folder: Path) -> Path:
    """Builds the site into a folder, in this process. A warning of MkDocs or of a plugin fails the build, as --strict does."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), site_url=SITE_URL, strict=True)
        config["extra"]["repository"] = REPOSITORY
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        os.chdir(before)
    return folder
