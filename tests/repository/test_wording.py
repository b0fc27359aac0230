"""Pages keep to the wording that CONTRIBUTING asks for."""

from __future__ import annotations

import re

from tests.support.site import ROOT

READ = ("docs/**/*.md", "data/*.csv", "macros/pages/templates/*.html", "macros/api/templates/*.md", "overrides/*.html")
"""Where sentences for visitors stand."""

COMMENTS = re.compile(r"\{#.*?#\}", re.DOTALL)


def unwanted() -> list[str]:
    """The words and phrases in the first column of the table."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("| not | but |\n|---|---|\n")[1].split("\n\n")[0]
    return [line.split("|")[1].strip() for line in table.splitlines()]


def test_no_page_uses_a_phrase_that_is_not_used() -> None:
    phrases = unwanted()
    assert len(phrases) > 5
    found = [
        f"{path.relative_to(ROOT)}: {phrase}"
        for pattern in READ
        for path in sorted(ROOT.glob(pattern))
        for phrase in phrases
        if re.search(rf"\b{phrase}\b", COMMENTS.sub("", path.read_text(encoding="utf-8")), re.IGNORECASE)
    ]
    assert found == []
