"""Slots: the places of a rendered page that are filled from the data.

A slot is the word slot__NAME in a page of docs/ or overrides/: in a text, an attribute or a URL, or alone in an HTML comment, which a
whole part of the page then replaces. MkDocs, Markdown and the theme pass it on unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

SLOT = re.compile("<!-- slot__([a-z_]+) -->|slot__([a-z_]+)")

_MARKS = frozenset("<>\"'")
_BLANKS = re.compile(r"<(pre|textarea|script)\b.*?</\1>|[ \t]*\n\s*", re.DOTALL)


def comment(name: str) -> str:
    """The slot for a part of a page, for use in a page of docs/."""
    return f"<!-- slot__{name} -->"


def lean(html: str) -> str:
    """A page without blank lines and indentation, and without what drawings need only outside of HTML."""
    blank = _BLANKS.sub(lambda found: found[0] if found[1] else "\n", html)
    return blank.replace(' xmlns="http://www.w3.org/2000/svg"', "").strip() + "\n"


def fill(html: str, slots: Mapping[str, Callable[[], str]]) -> str:
    """A page with its slots filled. Raises ValueError for a slot of an unknown name."""

    def filled(slot: re.Match[str]) -> str:
        name = slot[1] or slot[2]
        if name not in slots:
            raise ValueError(f"no slot '{name}'; expected one of: {', '.join(slots)}")
        return slots[name]()

    return SLOT.sub(filled, html)


class Shell:
    """The page around every page of a type, as MkDocs rendered it once: head, header, navigation, footer.

    Rendering takes the theme milliseconds per page, nearly all for what is the same on all pages of a type.
    """

    def __init__(self, html: str) -> None:
        parts = SLOT.split(html)  # text, name of a comment or None, name of a word or None, text, …, text
        self._texts = parts[::3]
        self._names = [comment or word for comment, word in zip(parts[1::3], parts[2::3], strict=True)]

    @classmethod
    def take(cls, folder: Path, name: str = "slot__key") -> Shell:
        """Reads a shell in a folder of the built site, and removes it there. Raises FileNotFoundError where there is none."""
        file = folder / name / "index.html"
        html = lean(file.read_text(encoding="utf-8"))
        file.unlink()
        file.parent.rmdir()
        return cls(html)

    @property
    def html(self) -> str:
        """The shell with nothing in its slots."""
        return "".join(self._texts)

    def filled(self, slots: Mapping[str, str], html: Mapping[str, str]) -> str:
        """A whole page. `slots` are texts, escaped; `html` are slots that hold more than text.

        Raises ValueError where a text could end the place where it stands, or where the shell has another set of slots.
        """
        values = {**slots, **html}
        if set(self._names) != set(values):
            raise ValueError(f"the page shell has the slots {sorted(set(self._names))}; expected {sorted(values)}")
        for name, value in slots.items():
            if not _MARKS.isdisjoint(value):
                raise ValueError(f"the {name} '{value[:40]}' holds a mark of HTML; expected an escaped text")
        filled = [part for text, name in zip(self._texts, self._names, strict=False) for part in (text, values[name])]
        return "".join([*filled, self._texts[-1]])
