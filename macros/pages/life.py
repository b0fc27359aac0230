"""The layout of the diagram of a fax's life. Computes positions; the template draws them."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from .. import addresses
from ..catalogue import Catalogue
from ..catalogue.values import State, Transition

BOX = (168, 64)  # width and height of a state, in the picture's own units
GAP = (128, 78)  # between boxes: room for an arrow and its words
MARGIN = 12
TOP = 36  # above the first row: the words of its arrows reach over the boxes
WORDS = 16  # characters in a line of an arrow's words that fit the gap; beside a vertical arrow there is room for twice as many


@dataclass(frozen=True, slots=True)
class Box:
    """A state at its place; `address` is where it links to, from the root of the site."""

    state: State
    x: int
    y: int
    address: str

    @property
    def numbers(self) -> str:
        """The numbers of the state's codes, as the box shows them."""
        return ", ".join(code.key for code in self.state.codes if code.number is not None)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A transition as a line from border to border, and its words beside it, line by line."""

    transition: Transition
    path: str
    words: list[str]
    x: int
    y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing, in units of its own."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: list[Box]
    arrows: list[Arrow]


def picture(catalogue: Catalogue) -> Picture:
    """Lays the states on their grid and draws the transitions between them."""
    boxes = {state.key: Box(state, *_corner(state), _address(state)) for state in catalogue.states.values()}
    arrows = [_arrow(transition, boxes) for transition in catalogue.transitions]
    return Picture(
        width=max(box.x for box in boxes.values()) + BOX[0] + MARGIN,
        height=max(box.y for box in boxes.values()) + BOX[1] + MARGIN,
        box_width=BOX[0],
        box_height=BOX[1],
        boxes=list(boxes.values()),
        arrows=arrows,
    )


def _corner(state: State) -> tuple[int, int]:
    return (MARGIN + (state.column - 1) * (BOX[0] + GAP[0]), TOP + (state.row - 1) * (BOX[1] + GAP[1]))


def _address(state: State) -> str:
    """The page of the state's first code, or its outcome in the legend where no code names it."""
    return addresses.code_page(state.codes[0].key) if state.codes else addresses.outcome(state.outcome.key)


def _arrow(transition: Transition, boxes: dict[str, Box]) -> Arrow:
    origin, target = boxes[transition.origin.key], boxes[transition.target.key]
    width, height = BOX
    across = target.state.column - origin.state.column
    down = target.state.row - origin.state.row
    words = _lines(transition.when.text, WORDS)
    if down == 0:  # Along a row: the words stand above the line.
        start, end = (origin.x + width, target.x) if across > 0 else (origin.x, target.x + width)
        y = origin.y + height // 2
        return Arrow(transition, f"M{start} {y}H{end}", words, (start + end) // 2, y - 8, "middle")
    if across == 0:  # Along a column: the words stand to the right of it.
        start, end = (origin.y + height, target.y) if down > 0 else (origin.y, target.y + height)
        x = origin.x + width // 2
        return Arrow(transition, f"M{x} {start}V{end}", _lines(transition.when.text, 2 * WORDS), x + 10, (start + end) // 2 + 6, "start")
    # Round a corner: down or up out of the origin, then into the side of the target; the words stand beside the first leg.
    x = origin.x + width // 2
    start = origin.y + height if down > 0 else origin.y
    y = target.y + height // 2
    end = target.x if across > 0 else target.x + width
    return Arrow(transition, f"M{x} {start}V{y}H{end}", _lines(transition.when.text, 2 * WORDS), x + 10, (start + y) // 2, "start")


def _lines(text: str, width: int) -> list[str]:
    # At blanks only: a number such as -22 is never torn from its sign.
    return textwrap.wrap(text, width, break_on_hyphens=False)
