"""What a fork leaves out is left out everywhere: no page leads to it, and no heading stands over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.built import addresses, ids, page_of_code, parsed, target, words
from tests.support.site import SITE_URL

from .test_build import Done, build, copy, read, write

EMPTY = ("states", "transitions", "q850", "facts")


def dead(site: Path) -> list[str]:
    """The links of all pages that lead nowhere, and the headings without anything below them."""
    found = []
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        for _, address in addresses(parsed(file)):
            led = target(site, page, address)
            if led and not (led[0].is_file() and (not led[1] or led[0].suffix != ".html" or led[1] in ids(led[0]))):
                found.append(f"{page}: {address}")
        for heading in parsed(file).select("article h2"):
            after = heading.find_next_sibling()
            if heading.find_parent(hidden=True):
                continue  # filled by a script
            if after is None or after.name == "h2" or not (words(after) or after.find(["svg", "input"]) or after.name == "form"):
                found.append(f"{page}: {words(heading)}")
    return found


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A build for a vendor without a lifecycle, without Q.850, and without pages beside that of the codes."""
    project = copy(tmp_path_factory.mktemp("plain"))
    for table in EMPTY:
        write(project / "data" / f"{table}.csv", read(project / "data" / f"{table}.csv")[:1])
    write(project / "data" / "sources.csv", read(project / "data" / "sources.csv")[:2])
    return build(project, SITE_URL=SITE_URL)


def test_tables_without_rows_build(plain: Done):
    assert plain.status == 0, plain.output


def test_nothing_leads_to_what_no_row_says(plain: Done):
    assert dead(plain.site) == []
    assert len(list(plain.site.rglob("*.html"))) > 90
    headings = {words(heading) for file in plain.site.rglob("*.html") for heading in parsed(file).select("article h2")}
    assert not headings & {"Status lifecycle", "From other pages", "Compared with ITU-T Q.850", "In ITU-T Q.850", "What it can change to"}
    assert "What it means" in headings
    assert not parsed(plain.site / page_of_code("6001")).select("#q850")
