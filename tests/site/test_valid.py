"""Everything published is valid: the Nu HTML checker says nothing of any page or picture but what is listed here, with a reason."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.support import programs

SCHEMAS = Path(__file__).parent / "schemas"

ALLOWED = {
    "data blocks": r"Inline script violates Content Security Policy .*type=\"application/(ld\+)?json\"",
}
"""What the checker may say, each a pattern of message and place. The policy forbids scripts; a data block is none, and does not run."""


def messages(*arguments: str | Path) -> list[str]:
    """What the checker says, a line for each thing."""
    done = programs.run(
        programs.JAVA,
        "-XX:TieredStopAtLevel=1",  # a short run is done sooner without the second compiler, but takes a larger stack
        "-Xss2m",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",  # this machine
        "-jar",
        programs.NU,
        *("--format", "json", "--exit-zero-always", "--stdout"),
        *arguments,
    )
    assert done.stdout.startswith('{"version"'), done.stderr or done.stdout
    found = json.loads(done.stdout)["messages"]
    return [f"{urlsplit(one['url']).path}:{one.get('lastLine', 0)}: {one['message']} {one.get('extract', '')}" for one in found]


def test_every_page_is_valid_and_every_exception_still_needed(site: Path, address: str):
    """The pages are fetched from their server, since 'self' in a policy has a meaning only there."""
    files = sorted(site.rglob("*.html"))
    assert len(files) > 90
    printed = messages(*(address + file.relative_to(site).as_posix() for file in files))
    assert [line for line in printed if not any(re.search(pattern, line, re.DOTALL) for pattern in ALLOWED.values())] == []
    assert [name for name, pattern in ALLOWED.items() if not any(re.search(pattern, line, re.DOTALL) for line in printed)] == []


def test_every_picture_is_valid(site: Path):
    assert messages("--svg", *sorted(site.rglob("*.svg"))) == []


def test_the_checker_sees_a_fault(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A page</title><p>Text<div></p></div>', encoding="utf-8")
    assert messages(page) != []


@pytest.mark.parametrize(("name", "schema"), [("feed.xml", "atom"), ("sitemap.xml", "sitemap"), ("opensearch.xml", "opensearch")])
def test_xml_for_programs_keeps_to_its_standard(site: Path, name: str, schema: str):
    rules = etree.RelaxNG(etree.parse(SCHEMAS / f"{schema}.rng"))
    rules.validate(etree.parse(site / name))
    assert [f"{error.line}: {error.message}" for error in rules.error_log] == []


def test_the_packed_map_is_the_map(site: Path):
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


def test_every_json_file_can_be_read(site: Path):
    files = sorted(site.rglob("*.json"))
    assert len(files) > 80
    for file in files:
        json.loads(file.read_text(encoding="utf-8"))
