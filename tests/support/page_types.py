"""The types of pages that the site has, one address for each: every page of docs/, and of the pages made from data one of each look."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"


def _address(file: Path) -> str:
    parts = file.relative_to(DOCS).with_suffix("").parts
    return "".join(f"{part}/" for part in (parts[:-1] if parts[-1] == "index" else parts))


WRITTEN = tuple(sorted(_address(file) for file in DOCS.rglob("*.md") if not file.stem.startswith("slot__")))
NOWHERE = "nothing/stands/here/"
MADE = (
    "codes/-22/",  # in process, with two ways out
    "codes/0/",
    "codes/3931/",  # a failure, others mean the same
    "codes/6018/",  # its label printed in another way, a Q.850 cause
    "codes/3211/",  # a footnote
    "codes/other-negative/",
    "categories/telephony/",
    "categories/busy/",
)
PAGE_TYPES = (*WRITTEN, *MADE, NOWHERE)
SIZES = {"narrow": {"width": 360, "height": 740}, "wide": {"width": 1280, "height": 800}}
