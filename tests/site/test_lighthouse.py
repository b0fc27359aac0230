"""Lighthouse gives full marks for what does not depend on the machine: accessibility, best practices, findability."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.lighthouse import FULL_MARKS, MEASURED, scores
from tests.support.serving import serving


def test_pages_have_full_marks_and_a_page_with_faults_has_not(address: str, tmp_path: Path):
    """All at once: Lighthouse waits more than it works."""
    (tmp_path / "index.html").write_text('<title>x</title><img src="no.png"><script>throw Error()</script>', encoding="utf-8")
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    with serving(tmp_path) as faulty, ThreadPoolExecutor() as pool:
        urls = {name: address + path for name, path in MEASURED.items()} | {"faulty": faulty}
        found = {name: pool.submit(scores, url, tmp_path / "reports" / name, FULL_MARKS) for name, url in urls.items()}
    marks, failed = found.pop("faulty").result()
    assert max(marks.values()) < 100, marks
    assert {line.partition(":")[0] for line in failed} == set(FULL_MARKS)
    for name, run in found.items():
        marks, failed = run.result()
        assert marks == dict.fromkeys(FULL_MARKS, 100), (name, failed)
