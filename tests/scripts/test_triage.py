"""A log is read right, by the modules of web/triage/engine/: the cases stand in triage/*.mjs and run in Node."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from macros.browser.node import NODE
from macros.browser.pack import pack
from macros.catalogue import Catalogue

CASES = Path(__file__).parent / "triage"


@pytest.fixture(scope="module")
def output(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What Node's test runner prints."""
    packed = tmp_path_factory.mktemp("packed") / "catalogue.json"
    packed.write_text(json.dumps(pack(catalogue, "https://reference.example/")), encoding="utf-8")
    files = sorted(map(str, CASES.glob("*.test.mjs")))
    done = subprocess.run(
        [NODE, "--test", "--test-reporter=tap", *files],
        env=os.environ | {"FAX_CATALOGUE": str(packed)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_the_rules_of_reading_hold(output: str) -> None:
    assert re.findall(r"^ *not ok .*", output, re.MULTILINE) == []


def test_no_case_is_left_out(output: str) -> None:
    counts = {name: int(number) for name, number in re.findall(r"^# (tests|pass|skipped|todo) (\d+)$", output, re.MULTILINE)}
    assert counts["tests"] == counts["pass"] > 450
    assert counts["skipped"] == counts["todo"] == 0
