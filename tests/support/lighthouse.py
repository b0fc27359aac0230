"""Lighthouse over a few pages of a built site, on its mobile profile, from a server that packs as the forge's does.

`python -m tests.support.lighthouse` prints the scores of site/ and keeps the reports in test-results/lighthouse/.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.support import browsers, programs
from tests.support.page_types import PAGE_TYPES
from tests.support.serving import serving

WANTED = {"home": "", "code": "codes/3931/", "codes": "codes/", "triage": "triage/"}
MEASURED = {name: path for name, path in WANTED.items() if path in PAGE_TYPES}
FULL_MARKS = ("accessibility", "best-practices", "seo")
REPORTS = programs.ROOT / "test-results" / "lighthouse"


def scores(url: str, report: Path, categories: tuple[str, ...]) -> tuple[dict[str, int], list[str]]:
    """The score of each category, of 100, and what took marks away. The report is written to `report`.html and `report`.json."""
    report.parent.mkdir(parents=True, exist_ok=True)
    flags = " ".join(["--headless=new", *browsers.arguments()])
    environment = os.environ | {"CHROME_PATH": browsers.ensure()}
    options = ["--quiet", f"--chrome-flags={flags}", f"--only-categories={','.join(categories)}", "--output=json", "--output=html"]
    done = programs.run(programs.NODE, programs.LIGHTHOUSE, url, *options, f"--output-path={report}", env=environment)
    written = report.with_name(f"{report.name}.report.json")
    assert done.returncode == 0, done.stderr
    result = json.loads(written.read_text(encoding="utf-8"))
    failed = []
    for category in result["categories"].values():
        for part in category["auditRefs"]:
            audit = result["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                failed.append(f"{category['id']}: {audit['title']}")
    return {name: round(100 * category["score"]) for name, category in result["categories"].items()}, failed


def main(folder: Path) -> int:
    """Prints the scores; 1 where one that must be full is not. Performance depends on the machine: it is reported, not judged."""
    if not (folder / "index.html").is_file():
        print(f"No site is in {folder.name}/: make build", file=sys.stderr)
        return 1
    lacking = False
    with serving(folder) as root:
        for name, path in MEASURED.items():
            found, failed = scores(root + path, REPORTS / name, (*FULL_MARKS, "performance"))
            print(name, *(f"{category} {score}" for category, score in found.items()), sep="\t")
            lacking |= any(found[category] < 100 for category in FULL_MARKS)
            print(*(f"\t{line}" for line in failed), sep="\n")
    return int(lacking)


if __name__ == "__main__":
    sys.exit(main(programs.ROOT / "site"))
