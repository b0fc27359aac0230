"""Builds catalogues of growing size with this project and, in the same run and in turns, with other tools, and prints what it took.

`make benchmark` runs it; `python -m benchmarks --help` tells what can be chosen. Absolute times say something about one machine
only: what counts are ratios to the tool beside it and how they grow. With --write, the medians go to benchmarks/results.json,
from which the site makes its table.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path

from . import catalogue, measure
from .tools import ROOT, TOOLS, Ours, Stock, Tool

RESULTS = Path(__file__).with_name("results.json")
SIZES = (85, 1_000, 10_000)
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


def main() -> None:
    """Measures and prints."""
    options = _options()
    tools = [tool for tool in TOOLS if not options.tools or any(word in tool.name.lower() for word in options.tools)]
    rows = []
    for size in options.sizes:
        rows += _measured([tool for tool in tools if size <= tool.most], size, options.runs)
    for line in _table(rows):
        print(line)
    if options.write:
        machine = {
            "date": date.today().isoformat(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        }
        RESULTS.write_text(json.dumps({"machine": machine | {"runs": options.runs}, "rows": rows}, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of codes")
    parser.add_argument("--tools", nargs="+", default=[], metavar="WORD", help="only tools whose name holds one of these words")
    parser.add_argument("--runs", type=int, default=3, help="runs of each build, of which the median counts")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.relative_to(ROOT)}")
    return parser.parse_args()


def _measured(tools: list[Tool], size: int, runs: int) -> list[dict[str, object]]:
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
        {
            "tool": name,
            "codes": size,
            "cpu": round(statistics.median(run.cpu for run in runs_), 3),
            "wall": round(statistics.median(run.wall for run in runs_), 3),
            "peak": max(run.peak for run in runs_),
            "bytes": written[name],
        }
        for name, runs_ in taken.items()
    ]


def _ready(tool: Tool, data: Path, folder: Path) -> bool:
    """Lays out a project and builds it once without measuring, as on a machine that has built before. A tool that is missing is told of."""
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


def _table(rows: list[dict[str, object]]) -> list[str]:
    """What is shown: each size and tool with its ratio to stock Material at that size, and the growth exponent since the size before."""
    lines = [
        f"{'codes':>7} {'tool':<24} {'CPU s':>8} {'wall s':>8} {'ratio':>7} {'MB peak':>8} {'MB out':>8} {'growth: time':>13} {'bytes':>6}"
    ]
    by = {(row["tool"], row["codes"]): row for row in rows}
    sizes = sorted({row["codes"] for row in rows})
    for row in rows:
        stock = by.get((Stock.name, row["codes"]))
        ratio = f"{row['cpu'] / stock['cpu']:.2f}" if stock else "–"
        before = [size for size in sizes if size < row["codes"] and (row["tool"], size) in by]
        grown = [f"{exponent(by[row['tool'], before[-1]], row, of):.2f}" for of in ("cpu", "bytes")] if before else ["–", "–"]
        lines.append(
            f"{row['codes']:>7} {row['tool']:<24} {row['cpu']:>8.2f} {row['wall']:>8.2f} {ratio:>7} {row['peak'] / 1e6:>8.0f} "
            f"{row['bytes'] / 1e6:>8.1f} {grown[0]:>13} {grown[1]:>6}"
        )
    return lines


def exponent(less: dict[str, float], more: dict[str, float], of: str) -> float:
    """How what is measured grows with the number of codes: 1 is in step with it, 2 with its square."""
    return math.log(more[of] / less[of]) / math.log(more["codes"] / less["codes"])


if __name__ == "__main__":
    main()
