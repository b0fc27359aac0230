"""The benchmark measures what it says: catalogues that the project accepts, the same pages by hand, ratios and exponents that are such."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import browser, by_hand, catalogue, measure
from benchmarks.results import BESIDE, Machine, Measurement, Results, compared, read, table, with_table
from benchmarks.tools import TOOLS
from macros.catalogue import load
from tests.support.site import ROOT

MACHINE = Machine("2026-11-24", 2, "3.11", "Linux", 3)


@pytest.mark.parametrize("size", [100, 300])
def test_a_catalogue_has_the_size_that_was_asked_for_and_nothing_wrong(tmp_path: Path, size: int):
    catalogue.write(ROOT / "data", tmp_path / "data", size)
    real, made = load(ROOT / "data").codes, load(tmp_path / "data")
    assert len(made.codes) == size
    assert len({code.meaning.text for code in made.codes.values() if code.number and code.number >= catalogue.FIRST}) == size - len(real)


def test_the_pages_by_hand_are_those_of_the_site(tmp_path: Path):
    real = load(ROOT / "data")
    pages = by_hand.pages(real)
    assert {f"codes/{key}.md" for key in real.codes} | {f"categories/{key}.md" for key in real.categories} <= set(pages)
    for key, code in real.codes.items():
        assert code.meaning.text in pages[f"codes/{key}.md"]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_tool_gets_every_page_and_a_command(tmp_path: Path, tool):
    tool.lay(ROOT / "data", tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any("3931" in path.name or "3931" in path.read_text(encoding="utf-8", errors="replace") for path in files)
    assert tool.command()


def test_a_run_is_measured_with_the_children_of_its_command(tmp_path: Path):
    busy = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**7)); b = bytearray(10**8)'])"
    taken = measure.run([sys.executable, "-c", busy], tmp_path, {})
    assert taken.cpu > 0.02
    assert taken.wall > 0
    assert taken.peak > 10**8


def test_a_command_that_fails_is_reported_with_what_it_said(tmp_path: Path):
    with pytest.raises(measure.FailedError, match="no such thing"):
        measure.run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, {})


def test_ratios_are_to_the_stock_theme_and_growth_is_an_exponent():
    def row(tool: str, codes: int, cpu: float, written: int) -> Measurement:
        return Measurement(tool, codes, cpu, cpu, 1, written)

    ours, stock, later, latest = compared(
        [row("a", 10, 1, 100), row(BESIDE, 10, 4, 1), row("a", 100, 10, 10_000), row("a", 1000, 10, 10_000)]
    )
    assert (ours.ratio, ours.growth, stock.ratio) == (0.25, None, 1)
    assert (later.ratio, later.growth, later.growth_bytes) == (None, pytest.approx(1), pytest.approx(2))
    assert latest.growth == pytest.approx(0)


def test_the_published_results_compare_every_size_with_the_stock_theme():
    results = read(ROOT / "benchmarks" / "results.json")
    sizes = {row.codes for row in results.rows}
    assert len(sizes) > 2
    assert len({row.codes for row in results.rows if row.tool == BESIDE}) > 1
    assert {row.codes for row in results.rows if row.tool == "this project"} == sizes


def test_the_readme_has_the_table_of_the_results():
    readme = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert readme == with_table(readme, read(ROOT / "benchmarks" / "results.json"))


def test_the_table_has_a_line_for_every_measurement():
    rows = (Measurement("a tool", 100, 1.5, 2, 50_000_000, 5_000_000), Measurement(BESIDE, 100, 3, 3, 1, 1))
    assert table(Results(MACHINE, rows)).splitlines()[4:] == [
        "| a tool | 100 | 1.50 | 0.50 | – | 50 | 5.0 |",
        f"| {BESIDE} | 100 | 3.00 | 1.00 | – | 0 | 0.0 |",
    ]


def test_a_size_in_the_browser_is_beside_the_smallest_one():
    small, large = dict.fromkeys(browser.MEASURES, 20.4), dict.fromkeys(browser.MEASURES, 51.0) | {"rows": 0.2}
    lines = browser.table({85: small, 20_000: large}, 3).splitlines()
    assert lines[2] == "| what one waits for | 85 codes | 20,000 codes | 20,000 beside 85 |"
    assert lines[4] == f"| {browser.MEASURES['rows']} | 20 | 0 | – |"
    assert f"| {browser.MEASURES['task']} | < 50 | 51 | 2.5 |" in lines
    assert len(lines) == 4 + len(browser.MEASURES)


def test_the_readme_keeps_the_last_table_of_the_browser_and_all_else():
    readme = "# Benchmarks\n\n## In a browser\n\nWords.\n\n## Results\n\nOther words.\n"
    once = browser.with_section(readme, "Milliseconds, one.\n")
    assert once == "# Benchmarks\n\n## In a browser\n\nWords.\n\nMilliseconds, one.\n\n## Results\n\nOther words.\n"
    assert browser.with_section(once, "Milliseconds, two.\n") == once.replace("one", "two")
    published = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert [what for what in browser.MEASURES.values() if f"| {what} |" not in published] == []
