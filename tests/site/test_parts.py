"""What a fork leaves out is left out everywhere: no page leads to it, and no heading stands over nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import PARTS
from macros.catalogue.columns import MAY_BE_EMPTY
from tests.support.built import addresses, ids, parsed, target, words
from tests.support.site import SITE_URL

from .test_build import Done, build, copy, read, write

READ = {".html", ".md", ".txt", ".xml", ".js", ".css"}
"""Files that lead somewhere."""


def dead(site: Path) -> list[str]:
    """The links of all pages that lead nowhere, and the headings without anything below them."""
    found = []
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        for _, address in addresses(file):
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


def without(project: Path, part: str) -> Done:
    """A build without a part, by the one setting."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    kept = [each for each in PARTS if each != part]
    assert text.count(f"parts: [{', '.join(PARTS)}]") == 1
    settings.write_text(text.replace(f"parts: [{', '.join(PARTS)}]", f"parts: [{', '.join(kept)}]"), encoding="utf-8")
    return build(project, SITE_URL=SITE_URL)


def mentions(site: Path, pattern: str) -> list[str]:
    """The files of a site whose path or text fits a pattern."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.suffix in READ}
    return [name for name, path in files.items() if re.search(pattern, name) or re.search(pattern, path.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A build without Triage, for a vendor without a lifecycle, without Q.850, and without pages beside that of the codes."""
    project = copy(tmp_path_factory.mktemp("plain"))
    for table in MAY_BE_EMPTY:
        write(project / "data" / f"{table}.csv", read(project / "data" / f"{table}.csv")[:1])
    write(project / "data" / "sources.csv", read(project / "data" / "sources.csv")[:2])
    return without(project, "triage")


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A build without the API."""
    return without(copy(tmp_path_factory.mktemp("closed")), "api")


def test_without_triage_and_without_rows_the_site_builds_and_nothing_leads_nowhere(plain: Done):
    assert plain.status == 0, plain.output
    assert dead(plain.site) == []
    assert mentions(plain.site, r"\btriage[/.-]") == []


def test_nothing_stands_on_a_page_about_what_has_no_rows(plain: Done):
    headings = {words(heading) for file in plain.site.rglob("*.html") for heading in parsed(file).select("article h2")}
    assert not headings & {"Status lifecycle", "From other pages", "Compared with ITU-T Q.850", "In ITU-T Q.850", "What it can change to"}
    assert {"What it means", "Snippets"} <= headings


def test_without_the_api_the_site_builds_and_nothing_leads_nowhere(closed: Done):
    assert closed.status == 0, closed.output
    assert dead(closed.site) == []
    assert mentions(closed.site, r"\bapi/|snippets/") == []
    assert (closed.site / "triage" / "index.html").is_file()
    assert (closed.site / "feed.xml").is_file()


def test_a_part_that_nobody_knows_is_one_line(tmp_path: Path):
    project = copy(tmp_path)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("parts: [triage,", "parts: [triagge,"), encoding="utf-8")
    done = build(project)
    assert done.status == 1
    assert "mkdocs.yml: no part 'triagge' is known; expected some of: triage, api" in done.output
    assert "Traceback" not in done.output
