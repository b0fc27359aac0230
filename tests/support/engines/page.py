"""A page in a browser, as a person has it: opens, reads, types, clicks, goes back. Waits by asking again, never for a fixed time."""

from __future__ import annotations

import time
from pathlib import Path

from tests.support.engines.engine import Engine, EngineError

WAIT = 10
"""Seconds after which what a test waits for is taken not to come."""

KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Shift": "\ue008",
    "Escape": "\ue00c",
    "Space": " ",
    "End": "\ue010",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}
"""WebDriver's signs for keys without a letter."""

PLACE = """(selector, number) => {
  const it = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }))[number];
  if (!it) return null;
  it.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = it.getClientRects()[0];
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}"""

DROP = """(name, text) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  for (const type of ["dragenter", "dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


class Page:
    """The one page of a browser, on a site below `root` whose pages tell into `heard` what goes wrong in them."""

    def __init__(self, engine: Engine, root: str, heard: list[str]) -> None:
        self.engine = engine
        self.root = root
        self._heard = heard

    def open(self, path: str = "", early: bool = False) -> None:
        """Opens an address of the site and, unless a test comes early, waits until all of it is there.

        Its load event is over then: a browser may take a page that is left before for one that nobody wants to go back to.
        """
        self.engine.open(self.root + path)
        if not early:
            self.until("() => performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0")

    def back(self) -> None:
        """Goes back, to the address that was there before."""
        self.run("() => { self.left = true; }")
        self.engine.back()
        self.until("() => !self.left && document.readyState === 'complete'")

    def run(self, function: str, *arguments: object) -> object:
        """What a JavaScript function gives."""
        return self.engine.run(function, *arguments)

    def until(self, function: str, *arguments: object, what: str = "") -> object:
        """What a JavaScript function gives as soon as that is something. Fails with what it gave last."""
        deadline = time.monotonic() + WAIT
        while True:
            try:
                got = self.run(function, *arguments)
            except EngineError as error:  # as while a page is left
                got, wrong = None, error
            else:
                wrong = None
            if got:
                return got
            if time.monotonic() > deadline:
                raise AssertionError(f"{what or function} {arguments} did not come; at {self.safe_address()}: {wrong or got}")
            time.sleep(0.03)

    def safe_address(self) -> str:
        """Where the page is, for a message."""
        try:
            return str(self.run("() => location.href"))
        except EngineError as error:
            return str(error)

    def until_at(self, path: str) -> None:
        """Waits until an address of the site is open."""
        self.until("(address) => location.href === address && document.readyState === 'complete'", self.root + path)

    def until_text(self, selector: str, text: str) -> None:
        """Waits until an element holds a text."""
        self.until("(selector, text) => document.querySelector(selector)?.textContent.includes(text)", selector, text)

    def said(self) -> list[str]:
        """What went wrong since this was asked last. That a page was not found is the job of the page that says so."""
        said = [*self._heard, *self.engine.said()]
        self._heard.clear()
        return [line for line in said if "404" not in line]

    def until_said(self) -> list[str]:
        """Waits until something goes wrong."""
        deadline = time.monotonic() + WAIT
        while not (said := self.said()):
            assert time.monotonic() < deadline, "nothing went wrong"
            time.sleep(0.03)
        return said

    def press(self, *keys: str) -> None:
        """Presses keys one after the other; `Shift+Tab` is one."""
        actions = []
        for key in keys:
            parts = [KEYS.get(part, part) for part in (key.split("+") if len(key) > 1 else [key])]
            actions += [{"type": "keyDown", "value": part} for part in parts]
            actions += [{"type": "keyUp", "value": part} for part in reversed(parts)]
        self.engine.act({"type": "key", "id": "keys", "actions": actions})

    def type(self, text: str) -> None:
        """Types a text, letter by letter."""
        self.press(*text)

    def paste(self, text: str) -> None:
        """Puts a text where the caret is, all at once."""
        self.run("(text) => void document.execCommand('insertText', false, text)", text)

    def click(self, selector: str, number: int = 0) -> None:
        """Clicks on the visible element that a selector names."""
        x, y = self.until(PLACE, selector, number)
        steps = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.engine.act({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps})

    def drop(self, file: Path) -> None:
        """Drops a text file on the page."""
        self.run(DROP, file.name, file.read_text(encoding="utf-8"))

    def resize(self, width: int, height: int = 800) -> None:
        """Gives the page so many pixels, and waits until it has them."""
        self.engine.resize(width, height)
        self.until("(width) => innerWidth === width", width)
