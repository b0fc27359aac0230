"""Builds catalogues of growing size with this project and, in the same run and in turns, with other tools, and prints the cost.

`make benchmark` runs it; `python -m benchmarks --help` lists the options. Absolute times depend on the machine: what
counts are the ratios between tools and how they grow. With --write, the medians go to benchmarks/results.json and
as a table to benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path

import msgspec

from . import catalogue, measure
from .results import Machine, Measurement, Results, compared, with_table
from .tools import ROOT, TOOLS, Ours, Stock, Tool

RESULTS = Path(__file__).with_name("results.json")
README = Path(__file__).with_name("README.md")
SIZES = (100, 1_000, 10_000, 20_000)
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


def main() -> None:
    """Measures and prints."""
    options = _options()
    tools = [tool for tool in TOOLS if not options.tools or any(word in tool.name.lower() for word in options.tools)]
    rows: list[Measurement] = []
    for size in options.sizes:
        rows += _measured([tool for tool in tools if size <= tool.most], size, options.runs)
    for line in _table(rows):
        print(line)
    if options.write:
        machine = Machine(date.today().isoformat(), os.cpu_count() or 1, platform.python_version(), platform.system(), options.runs)
        results = Results(machine, tuple(rows))
        RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n")
        README.write_text(with_table(README.read_text(encoding="utf-8"), results), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of codes")
    parser.add_argument("--tools", nargs="+", default=[], metavar="WORD", help="only tools whose name holds one of these words")
    parser.add_argument("--runs", type=int, default=3, help="runs of each build, of which the median counts")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.relative_to(ROOT)}")
    return parser.parse_args()


def _measured(tools: list[Tool], size: int, runs: int) -> list[Measurement]:
    """The medians of each tool at one size. Tools take turns, so that a slow minute of the machine hits all of them."""
    taken: dict[str, list[measure.Taken]] = defaultdict(list)
    written: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        catalogue.write(ROOT / "data", data, size)
        ready = {tool: folder for place, tool in enumerate(tools) if _ready(tool, data, folder := Path(name) / str(place))}
        for run in range(runs):
            for tool, folder in ready.items():
                shutil.rmtree(folder / "site")
                taken[tool.name].append(measure.run(tool.command(), folder, ENVIRONMENT))
                written[tool.name] = measure.size(folder / "site")
                print(f"{size} codes, run {run + 1}, {tool.name}: {taken[tool.name][-1].cpu:.2f} s", flush=True)
    return [
        Measurement(
            tool=name,
            codes=size,
            cpu=round(statistics.median(run.cpu for run in runs_of), 3),
            wall=round(statistics.median(run.wall for run in runs_of), 3),
            peak=max(run.peak for run in runs_of),
            bytes=written[name],
        )
        for name, runs_of in taken.items()
    ]


def _ready(tool: Tool, data: Path, folder: Path) -> bool:
    """Lays out a project and builds it once without measuring, as on a machine that has built before. A missing tool is named."""
    folder.mkdir()
    tool.lay(data, folder)
    try:
        measure.run(tool.command(), folder, ENVIRONMENT)
    except (OSError, measure.FailedError) as error:
        if isinstance(tool, Ours | Stock):
            raise
        print(f"{tool.name}: not measured, {error}")
        return False
    return True


def _table(rows: list[Measurement]) -> list[str]:
    lines = [
        f"{'codes':>7} {'tool':<24} {'CPU s':>8} {'wall s':>8} {'ratio':>7} {'MB peak':>8} {'MB out':>8} {'growth: time':>13} {'bytes':>6}"
    ]
    for row in compared(rows):
        ratio, growth, growth_bytes = ("–" if part is None else f"{part:.2f}" for part in (row.ratio, row.growth, row.growth_bytes))
        of = row.of
        lines.append(
            f"{of.codes:>7} {of.tool:<24} {of.cpu:>8.2f} {of.wall:>8.2f} {ratio:>7} {of.peak / 1e6:>8.0f} {of.bytes / 1e6:>8.1f} "
            f"{growth:>13} {growth_bytes:>6}"
        )
    return lines


if __name__ == "__main__":
    main()
