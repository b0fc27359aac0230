"""What the reference is about, one frozen value for each kind of row in data/. Relations are objects, not names.

Every text is plain text in this project's own words unless its docstring says otherwise. `line` is the line of the
value's row in its file, for links to the place where it can be corrected.
"""

from __future__ import annotations

from dataclasses import dataclass

OTHER_NEGATIVE = "other-negative"
"""The key of the rule for every negative number that has no row of its own."""

Q850_BASE = 6000
Q850_CAUSES = range(128)
"""A code from 6000 to 6127 appears to carry ITU-T Q.850 cause `code - 6000` (derived: no text of the vendor says so)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of statement: stated by the vendor, derived, advice, or not known."""

    key: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Source:
    """A page that facts are taken from. `url` is empty where only its title is known; `read` is the month, YYYY-MM."""

    key: str
    title: str
    publisher: str
    url: str
    read: str


@dataclass(frozen=True, slots=True)
class Colours:
    """How an outcome looks in one colour scheme, each `#rrggbb`."""

    text: str
    background: str
    border: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the colour legend. `sign` is the sign of its numbers: negative, zero or positive (the vendor's rule).

    action: what the legend says to do, empty where it says nothing. icon: a file of icons/. line: the style of the border.
    """

    key: str
    name: str
    sign: str
    final: bool
    meaning: str
    action: str
    icon: str
    line: str
    light: Colours
    dark: Colours


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer to "did pages arrive?", and which kind of statement it is. in_part: some of the pages may have come."""

    key: str
    answer: str
    explanation: str
    kind: Kind
    in_part: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A group of codes. `note` is the vendor's footnote (stated), `advice`, `ask` and `mend` are this project's own.

    mend: what to mend before a fax is sent again, "document", "number" or "credit"; empty where it is none of these.
    """

    key: str
    name: str
    summary: str
    note_mark: str
    note: str
    advice: str
    ask: str
    synonyms: tuple[str, ...]
    mend: str
    line: int


@dataclass(frozen=True, slots=True)
class Cause:
    """An ITU-T Q.850 cause. `verdict` says how the vendor's label for code 6000 + cause compares; empty where none is listed."""

    number: int
    name: str
    verdict: str
    remark: str


@dataclass(frozen=True, slots=True)
class Code:
    """A status code, or the rule for other negative numbers.

    key: the number as the vendor prints it, or "other-negative"; it is the last part of the page's address for good.
    number: the integer, None for the rule.
    label: the vendor's label to the letter, without a footnote's mark; printed: as the source prints it.
    basis: what the source gives beside the label: "comment", "note" (a footnote) or "label" (nothing more).
    meaning: no fact of the source lost; shares: the code whose row holds this meaning, None where it is this one's own.
    action, ask: what the source says to do, whom it says to ask; empty where it says nothing.
    remark: this project's remark on the source's wording (derived).
    """

    key: str
    number: int | None
    outcome: Outcome
    category: Category
    label: str
    printed: str
    basis: str
    meaning: str
    shares: Code | None
    action: str
    ask: str
    arrival: Arrival
    remark: str
    synonyms: tuple[str, ...]
    cause: Cause | None
    line: int

    @property
    def meaning_owner(self) -> Code:
        """The code whose row holds the meaning: codes with the same owner mean the same."""
        return self.shares or self

    @property
    def spoken(self) -> str:
        """The number as words and search engines take it: web searches read a leading minus as "without"."""
        if self.number is None:
            return "any other negative number"
        return f"{self.number} (minus {-self.number})" if self.number < 0 else str(self.number)


@dataclass(frozen=True, slots=True)
class State:
    """A box in the picture of a fax's life, at a column and a row of its grid (both from 1)."""

    key: str
    name: str
    outcome: Outcome
    codes: tuple[Code, ...]
    column: int
    row: int
    comment: str


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow between two states, when it is taken, and whether the source states it or it is derived."""

    origin: State
    target: State
    when: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement from another page than the status-code page, and what it is about, as references such as `code:-22`.

    numbers: numbers without a row of their own that the statement is about.
    """

    key: str
    about: tuple[str, ...]
    numbers: tuple[int, ...]
    statement: str
    source: Source


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a number that has no page. `{code}`, `{cause}` and `{name}` stand for what the answer is about."""

    key: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the log of changes. `codes`: which ones it is about; the first publication is about all of that day.

    key: the date and a number within it; it is the entry's address on the page and in the feed, for good.
    was: the label before, where a code was relabelled; programs that know the code by that name keep working.
    """

    key: str
    date: str
    codes: tuple[Code, ...]
    kind: str
    was: str
    what: str

    @property
    def title(self) -> str:
        """The entry in one line: its kind and its codes."""
        if self.kind == "published":
            return "First publication"
        return f"{self.kind.capitalize()}: {', '.join(code.key for code in self.codes)}"
