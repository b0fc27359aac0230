"""What a test may ask of a browser, whichever it is."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20
"""Seconds after which a browser that does not answer is taken for stuck."""


class EngineError(Exception):
    """What a browser says that could not do what it was asked to."""


@dataclass(frozen=True)
class Settings:
    """What somebody has set in their system."""

    dark: bool = False
    still: bool = False
    """Nothing shall move."""
    forced: bool = False
    """The system's own colors instead of the page's."""


class Engine(ABC):
    """One browser with one page. Every call ends within PATIENCE seconds, with an EngineError where the browser is stuck."""

    name: str
    forces_colors: bool
    """Whether it can put the system's colors in place of a page's."""
    prints: bool
    """Whether it prints without somebody at a dialog."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Opens an address; its markup is read when this returns, and maybe more."""

    @abstractmethod
    def back(self) -> None:
        """Goes back one page, as the button does."""

    @abstractmethod
    def act(self, *sources: dict) -> None:
        """Presses keys and moves the mouse: sources of WebDriver's actions."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Gives the page so many CSS pixels."""

    @abstractmethod
    def picture(self) -> bytes:
        """What is in sight, as a PNG."""

    @abstractmethod
    def choose(self, selector: str, file: Path) -> None:
        """Puts a file into a field for files."""

    def said(self) -> list[str]:
        """What the browser's own console was told since this was asked last, where it can be read: errors, warnings, violations."""
        return []

    @abstractmethod
    def begin(self, settings: Settings, downloads: Path) -> None:
        """Is as on somebody's first visit who has set these things; downloads go to a folder."""

    @abstractmethod
    def close(self) -> None:
        """Ends the browser and what was started with it."""

    @abstractmethod
    def _evaluate(self, expression: str) -> str:
        """The value of a JavaScript expression that is a string, or a promise of one."""

    def run(self, function: str, *arguments: object) -> object:
        """What a JavaScript function gives for arguments; both have to be what JSON can hold."""
        given = ", ".join(map(json.dumps, arguments))
        return json.loads(self._evaluate(f"(async () => JSON.stringify(await ({function})({given})) ?? 'null')()"))
