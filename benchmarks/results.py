"""What `make benchmark` measured, as results.json holds it, and the table in README.md that is made from it. Measures nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

BESIDE = "MkDocs, stock Material"
"""The tool that every other one is compared with: the same generator and theme with pages written by hand."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One tool at one number of codes. cpu, wall: seconds, medians of the runs; peak: bytes of memory; bytes: written."""

    tool: str
    codes: int
    cpu: float
    wall: float
    peak: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Machine:
    """When and where was measured. runs: how many of which the median counts."""

    date: str
    cores: int
    python: str
    system: str
    runs: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A measurement with its ratio to the stock theme at the same size, and how time and bytes grew since the size before.

    A growth of 1 is in step with the number of codes, 2 with its square. None where there is nothing to compare with.
    """

    of: Measurement
    ratio: float | None
    growth: float | None
    growth_bytes: float | None


@dataclass(frozen=True, slots=True)
class Results:
    """All of one run of the benchmark."""

    machine: Machine
    rows: tuple[Measurement, ...]


def read(file: Path) -> Results:
    """The results in a file. Raises msgspec.ValidationError where they have another shape."""
    return msgspec.json.decode(file.read_bytes(), type=Results)


def compared(rows: Iterable[Measurement]) -> list[Compared]:
    """Each measurement beside the others, in the same order."""
    rows = tuple(rows)
    stock = {row.codes: row.cpu for row in rows if row.tool == BESIDE}
    result = []
    for row in rows:
        smaller = [other for other in rows if other.tool == row.tool and other.codes < row.codes]
        before = max(smaller, key=lambda other: other.codes, default=None)
        result.append(
            Compared(
                row,
                row.cpu / stock[row.codes] if row.codes in stock else None,
                _exponent(before.codes, row.codes, before.cpu, row.cpu) if before else None,
                _exponent(before.codes, row.codes, before.bytes, row.bytes) if before else None,
            )
        )
    return result


def _exponent(codes: int, more_codes: int, taken: float, more_taken: float) -> float:
    return math.log(more_taken / taken) / math.log(more_codes / codes)


def table(results: Results) -> str:
    """The results as a table in Markdown, under a line that says when and where they were measured."""
    machine = results.machine
    runs = "One run" if machine.runs == 1 else f"Medians of {machine.runs} runs"
    lines = [
        f"{runs} on {machine.cores} cores, Python {machine.python}, {machine.system}, {machine.date}.",
        "",
        "| tool | codes | CPU seconds | beside stock Material | growth of time | memory, MB | written, MB |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for row in compared(results.rows):
        ratio, growth = ("–" if part is None else f"{part:.2f}" for part in (row.ratio, row.growth))
        of = row.of
        memory, written = f"{of.peak / 1e6:.0f}", f"{of.bytes / 1e6:.1f}"
        lines.append(f"| {of.tool} | {of.codes} | {of.cpu:.2f} | {ratio} | {growth} | {memory} | {written} |")
    return "\n".join(lines) + "\n"


def with_table(readme: str, results: Results) -> str:
    """The README with the table in its place, which is everything after its heading "Results"."""
    before, heading, _ = readme.partition("## Results\n\n")
    return f"{before}{heading}{table(results)}"
