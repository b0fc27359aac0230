"""The published data, read once for all tests of the built site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def api(site: Path) -> Path:
    """The folder of the published data."""
    return site / "api"


@pytest.fixture(scope="session")
def everything(api: Path) -> dict[str, Any]:
    """codes.json."""
    return json.loads((api / "codes.json").read_text(encoding="utf-8"))
