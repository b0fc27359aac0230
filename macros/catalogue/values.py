"""What the reference is about, one frozen value for each row of data/. Relations are objects, not names.

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

VERDICTS = {
    "agrees": "The vendor's label says the same",
    "coarse": "The vendor's label is coarser",
    "differs": "The vendor's label says something else",
    "unassigned": "There is nothing to compare the label with",
}
"""How the vendor's label compares with the name of a Q.850 cause, in a sentence."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a statement comes from: stated by a page, derived, advice, or not known."""

    key: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Source:
    """A page that facts are taken from. `url` is empty where only its title is known; `retrieved` is the month, YYYY-MM."""

    key: str
    title: str
    publisher: str
    url: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A text, where it comes from, and the page that states it; `source` is None for what no page states."""

    text: str
    provenance: Provenance
    source: Source | None


@dataclass(frozen=True, slots=True)
class Colours:
    """How an outcome looks in one colour scheme, each `#rrggbb`."""

    text: str
    background: str
    border: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do about a fax with a status, in one word that programs can read: our advice.

    key: the word, for good. icon: the name of an icon. why: one sentence.
    resend: whether to send the fax again as it is: "yes" (later), "no", "after" (this step has been taken), or "unknown".
    """

    key: str
    name: str
    icon: str
    resend: str
    why: Statement


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the colour legend. `sign` is the sign of its numbers: negative, zero or positive (the vendor's rule).

    action: what the legend says to do, None where it says nothing. next: what to do about a number that is not listed.
    icon: the name of an icon. line: the style of the border.
    """

    key: str
    name: str
    sign: str
    final: bool
    meaning: Statement
    action: Statement | None
    next: NextStep
    icon: str
    line: str
    light: Colours
    dark: Colours


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer to "did pages arrive?"."""

    key: str
    answer: str
    explanation: Statement


@dataclass(frozen=True, slots=True)
class Category:
    """A group of codes. `note` is the vendor's footnote, None where there is none.

    next, advice, contact: what to do and whom to ask, where a code says nothing else.
    """

    key: str
    name: str
    summary: Statement
    note_mark: str
    note: Statement | None
    next: NextStep
    advice: Statement
    contact: Statement
    synonyms: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Cause:
    """An ITU-T Q.850 cause. `verdict` says how the vendor's label for code 6000 + cause compares; empty where none is listed.

    plain: what the cause means, in plain words, with what that says about a retry; empty where no code is listed.
    """

    number: int
    name: str
    verdict: str
    remark: str
    plain: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Detail:
    """What a column of codes.csv says that has a heading and nothing else to it. key: the name of the column."""

    key: str
    heading: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Code:
    """A status code, or the rule for other negative numbers.

    key: the number as the vendor prints it, or "other-negative"; it is the last part of the page's address for good.
    number: the integer, None for the rule.
    label: the vendor's label to the letter, without a footnote's mark; printed: as the source prints it.
    documented_by: what the source gives beside the label: "comment", "note" (a footnote) or "label" (nothing more).
    meaning: no fact of the source lost; same_as: the code whose row holds this meaning, None where it is this one's own.
    action, contact: what the source says to do and whom it says to ask; None where it says nothing.
    next, advice: what we suggest, for this code or else for its category.
    remark: this project's remark on the source's wording.
    """

    key: str
    number: int | None
    outcome: Outcome
    category: Category
    label: str
    printed: str
    documented_by: str
    meaning: Statement
    same_as: Code | None
    action: Statement | None
    contact: Statement | None
    next: NextStep
    advice: Statement
    arrival: Arrival
    remark: Statement | None
    synonyms: tuple[str, ...]
    cause: Cause | None
    details: tuple[Detail, ...]
    line: int

    @property
    def whom(self) -> Statement:
        """Whom to ask: as the source says, else as we advise for the category."""
        return self.contact or self.category.contact

    @property
    def spoken(self) -> str:
        """The number in words, for search engines: they read a leading minus as "without"."""
        if self.number is None:
            return "any other negative number"
        return f"{self.number} (minus {-self.number})" if self.number < 0 else str(self.number)


@dataclass(frozen=True, slots=True)
class State:
    """A box in the diagram of a fax's life, at a column and a row of its grid (both from 1)."""

    key: str
    name: str
    outcome: Outcome
    codes: tuple[Code, ...]
    column: int
    row: int
    comment: str


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow between two states, and when it is taken."""

    origin: State
    target: State
    when: Statement


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement from another page than the status-code page, and what it is about, as references such as `code:-22`.

    numbers: numbers without a row of their own that the statement is about. source: the page that states it.
    """

    key: str
    about: tuple[str, ...]
    numbers: tuple[int, ...]
    statement: Statement
    source: Source


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that has changed, and the page that it leads to: both from the site's root. line: its row in redirects.csv."""

    source: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the log of changes. `codes`: which ones it is about; the first publication is about all of that day.

    key: the date and a number within it; it is the entry's address on the page and in the feed, for good.
    type: one of rules.changes.CHANGES. was: the label before, where a code was relabelled; programs may know it by that name.
    """

    key: str
    date: str
    codes: tuple[Code, ...]
    type: str
    was: str
    what: str

    @property
    def title(self) -> str:
        """The entry in one line: its type and its codes."""
        if self.type == "published":
            return "First publication"
        return f"{self.type.capitalize()}: {', '.join(code.key for code in self.codes)}"
