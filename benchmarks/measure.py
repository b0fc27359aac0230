"""Runs a command and measures its time and memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Taken:
    """cpu, wall: seconds, those of the command's own children included. peak: the most memory of one process, in bytes."""

    cpu: float
    wall: float
    peak: int


class FailedError(Exception):
    """A command ended with another status than 0. The text is the end of what it printed."""


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Taken:
    """Runs a command in a folder. Raises FailedError."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise FailedError(printed.decode(errors="replace")[-2000:])
    return Taken(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


def size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
