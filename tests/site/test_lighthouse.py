"""Lighthouse gives full marks for what does not depend on the machine: accessibility, best practices, findability."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.lighthouse import FULL_MARKS, MEASURED, scores
from tests.support.serving import serving


@pytest.mark.parametrize("name", MEASURED)
def test_a_page_has_full_marks(address: str, tmp_path: Path, name: str):
    found, failed = scores(address + MEASURED[name], tmp_path / name, FULL_MARKS)
    assert found == dict.fromkeys(FULL_MARKS, 100), failed


def test_a_page_with_faults_has_not(tmp_path: Path):
    (tmp_path / "index.html").write_text('<title>x</title><img src="no.png"><script>throw Error()</script>', encoding="utf-8")
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    with serving(tmp_path) as root:
        found, failed = scores(root, tmp_path / "report", FULL_MARKS)
    assert max(found.values()) < 100, found
    assert {line.partition(":")[0] for line in failed} == set(FULL_MARKS)
