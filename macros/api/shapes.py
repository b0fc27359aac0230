"""The shapes of the published JSON, one class for each object. The JSON and its schema are both made from them.

The promise to programs: a field is added, never renamed or removed, and never changes its type. Every field stands in
every object; what is not known is null. Knows nothing of how the values come about (records.py).
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field
from msgspec.json import schema_components

from .. import addresses

FORMAT = "1.2"
"""The version of the shapes: the second number grows with every added field, the first one never does. A test holds both."""

ProvenanceKey = Annotated[
    Literal["stated", "derived", "advice", "unknown"],
    Meta(
        description="Who says it: the page in `source` (stated), this reference by conclusion (derived), this reference as a suggestion"
        " (advice), or nobody (unknown)."
    ),
]
DAY = r"^\d{4}-\d{2}-\d{2}$"
Date = Annotated[str, Meta(description="A day, YYYY-MM-DD.", pattern=DAY)]
Key = Annotated[str, Meta(description="A stable name; the last part of an address on this site.", pattern=r"^-?[a-z0-9]+(-[a-z0-9]+)*$")]
Number = Annotated[int, Meta(description="A status code, as the service sends it.")]
Address = Annotated[str, Meta(description="A web address.")]
Path = Annotated[str, Meta(description="Where the page about this stands, from the root of the site, which is `site`.")]
Minimum = Annotated[int | None, Meta(description="The least number in the range; null where there is no least.")]
Maximum = Annotated[int | None, Meta(description="The greatest number in the range; null where there is no greatest.")]
Final = Annotated[bool, Meta(description="True where the status does not change any more, so that there is no need to ask again.")]
Step = Annotated[Key, Meta(description="The key of what to do next (our advice).")]
Resend = Annotated[
    Literal["yes", "no", "after", "unknown"],
    Meta(
        description="Whether to send the fax again as it is (our advice): yes, at a later time; no; after what `next` says; or unknown. It"
        " is a word of its own, so that a program can decide without a list of the steps."
    ),
]
Label = Annotated[str, Meta(description="The vendor's label, to the letter; for what is not listed, a label of this reference.")]


class Statement(Struct, frozen=True):
    """A text for people, and who says it."""

    text: Annotated[str, Meta(description="Plain text in English.")]
    provenance: ProvenanceKey
    source: Annotated[str | None, Meta(description="The key of the page that states it; null for what is not stated.")]


class Source(Struct, frozen=True):
    """A page that facts are taken from."""

    key: Key
    title: str
    publisher: str
    url: Annotated[str | None, Meta(description="Its web address; null where only the title is known.")]
    retrieved: Annotated[str, Meta(description="The month in which it was read, YYYY-MM.")]


class Data(Struct, frozen=True):
    """Which state of the data this is."""

    revision: Annotated[int, Meta(description="Grows with every entry in the log of changes.", ge=1)]
    date: Annotated[Date, Meta(description="The date of the newest entry.")]
    changes: Annotated[Address, Meta(description="The log of changes, for people.")]
    feed: Annotated[Address, Meta(description="The log of changes as an Atom feed.")]


class Colours(Struct, frozen=True):
    """Colours for a badge, each #rrggbb. Never let a colour stand alone: put the outcome's name beside it."""

    text: str
    background: str
    border: str


class NextStep(Struct, frozen=True):
    """What to do about a fax with a status: our advice, in one word."""

    key: Annotated[Key, Meta(description="The word, which never changes its meaning. The list of them may grow.")]
    name: Annotated[str, Meta(description="The word for people.")]
    resend: Resend
    why: Statement


class Outcome(Struct, frozen=True):
    """A line of the colour legend. The sign of a number alone tells its outcome."""

    key: Key
    name: str
    minimum: Minimum
    maximum: Maximum
    final: Final
    meaning: Statement
    action: Annotated[Statement | None, Meta(description="What the legend says to do.")]
    light: Annotated[Colours, Meta(description="On a light page.")]
    dark: Annotated[Colours, Meta(description="On a dark page.")]
    path: Path


class Category(Struct, frozen=True):
    """A group of codes. The grouping is this reference's own."""

    key: Key
    name: str
    summary: Statement
    note: Annotated[Statement | None, Meta(description="The vendor's footnote on all codes of the group.")]
    advice: Annotated[Statement, Meta(description="What to do, where a code says nothing else.")]
    contact: Annotated[Statement, Meta(description="Whom to ask.")]
    path: Path
    next: Annotated[Key, Meta(description="The key of what to do next (our advice), where a code says nothing else.")]


class Arrival(Struct, frozen=True):
    """An answer to: did pages arrive?"""

    key: Key
    answer: str
    explanation: Statement


class Transition(Struct, frozen=True):
    """What a status can turn into."""

    state: Annotated[str, Meta(description="The name of the state that follows.")]
    outcome: Annotated[Key, Meta(description="The outcome of the state that follows.")]
    codes: Annotated[tuple[Number, ...], Meta(description="The codes of that state; empty where it is any code of the outcome.")]
    when: Statement


class Cause(Struct, frozen=True):
    """The ITU-T Q.850 cause that a code appears to carry: a conclusion of this reference, no statement of the vendor's."""

    cause: Annotated[int, Meta(description="The number of the cause: the code less 6000.", ge=0, le=127)]
    name: Annotated[str | None, Meta(description="Its name in Q.850; null where it is not assigned.")]
    verdict: Annotated[
        Literal["agrees", "coarse", "differs", "unassigned"],
        Meta(description="How the vendor's label compares: it agrees, says less, says something else, or has nothing to compare with."),
    ]
    remark: str | None
    provenance: ProvenanceKey
    plain: Annotated[str, Meta(description="What the cause means, in plain words, with what that says about a retry.")]


class Code(Struct, frozen=True):
    """A status code, or the rule for every negative number that is not listed."""

    number: Annotated[int | None, Meta(description="The status as the service sends it; null for the rule.")]
    key: Annotated[Key, Meta(description="The number as text, or other-negative; the last part of the page's address.")]
    label: Label
    outcome: Annotated[Key, Meta(description="The key of its outcome.")]
    final: Final
    category: Annotated[Key, Meta(description="The key of its category.")]
    meaning: Annotated[Statement, Meta(description="What it means, with no fact of the vendor's page lost, in other words.")]
    documented_by: Annotated[
        Literal["comment", "note", "label"],
        Meta(description="What the vendor's page gives beside the label: a comment, a footnote (the category's note), nothing."),
    ]
    advice: Annotated[Statement, Meta(description="What to do (our advice), in one or a few sentences.")]
    action: Annotated[Statement | None, Meta(description="What the vendor's page says to do about this code.")]
    contact: Annotated[Statement | None, Meta(description="Whom the vendor's page says to ask about this code.")]
    arrival: Annotated[Key, Meta(description="The key of the answer to: did pages arrive?")]
    transitions: Annotated[tuple[Transition, ...], Meta(description="What it can turn into; empty for what is final.")]
    same_as: Annotated[
        int | None,
        Meta(description="The code whose meaning this one has too, since the vendor's page says the same; null otherwise."),
    ]
    label_as_printed: Annotated[str, Meta(description="The label as the vendor's page prints it, footnote marks included.")]
    remark: Annotated[Statement | None, Meta(description="A remark on the wording of the vendor's page.")]
    q850: Annotated[Cause | None, Meta(description="The ITU-T Q.850 cause that it appears to carry; null where it carries none.")]
    changed: Annotated[Date, Meta(description="The date of the newest entry about it in the log of changes.")]
    retired: Annotated[Date | None, Meta(description="Since when the vendor does not list it any more. It is never removed here.")]
    path: Path
    next: Step
    resend: Resend
    details: Annotated[dict[str, Statement], Meta(description="More about it, by the name of what is said. The list of names may grow.")]


class Unlisted(Struct, frozen=True):
    """What to say of a number in this range that is not among the codes."""

    outcome: Annotated[Key, Meta(description="The key of the outcome that the sign tells.")]
    minimum: Minimum
    maximum: Maximum
    final: Final
    rule: Annotated[str | None, Meta(description="The key of the vendor's rule that covers the range; null where there is none.")]
    label: Label
    meaning: Annotated[Statement, Meta(description="What its sign means: by the vendor's page, in other words.")]
    advice: Annotated[Statement, Meta(description="What to do (our advice).")]
    path: Path
    next: Step
    resend: Resend


class Fact(Struct, frozen=True):
    """A statement from another page than the vendor's status-code page."""

    key: Key
    about: Annotated[tuple[str, ...], Meta(description="What it is about: code:-22, category:busy, outcome:failure, page:integrate.")]
    statement: Statement


class Provenance(Struct, frozen=True):
    """Where a statement can come from."""

    key: ProvenanceKey
    name: str
    meaning: str


class Codes(Struct, frozen=True):
    """Everything, in one file. Any whole number can be classified from it: a number among `codes` is that code; of every
    other number the one entry of `unlisted` speaks whose range holds it.
    """

    schema: Address = field(name="$schema")
    format: Annotated[str, Meta(description="The version of these shapes; 1.x only ever adds fields to 1.0.")]
    data: Data
    site: Annotated[Address, Meta(description="The root of the site; every `path` starts there.")]
    source: Annotated[Source, Meta(description="The vendor's page that the codes are taken from.")]
    provenances: tuple[Provenance, ...]
    outcomes: tuple[Outcome, ...]
    categories: tuple[Category, ...]
    arrivals: tuple[Arrival, ...]
    codes: Annotated[tuple[Code, ...], Meta(description="All codes, in the order of the vendor's page.")]
    rule: Annotated[Code, Meta(description="The vendor's rule for every negative number that is not among the codes.")]
    unlisted: Annotated[tuple[Unlisted, ...], Meta(description="What to say of a number that is not among the codes, by its range.")]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    next_steps: Annotated[tuple[NextStep, ...], Meta(description="All that `next` can say.")]


class Links(Struct, frozen=True):
    """Where to go from a code."""

    self: Address
    page: Address
    text: Annotated[Address, Meta(description="The page as plain Markdown.")]
    category: Address
    all: Annotated[Address, Meta(description="Everything in one file.")]
    previous: Annotated[Address | None, Meta(description="The code before, in the order of the vendor's page.")]
    next: Annotated[Address | None, Meta(description="The code after.")]


class OneCode(Struct, frozen=True):
    """One code in a file of its own, with what belongs to it written out."""

    schema: Address = field(name="$schema")
    format: str
    data: Data
    code: Code
    outcome: Outcome
    category: Category
    arrival: Arrival
    same_explanation: Annotated[
        tuple[Number, ...],
        Meta(description="The other codes that the vendor's page explains in the same words. They need not mean the same."),
    ]
    facts: tuple[Fact, ...]
    links: Links
    same_label: Annotated[tuple[Number, ...], Meta(description="The other codes with the same label and no explanation.")]
    next_step: NextStep


class OneCategory(Struct, frozen=True):
    """One category in a file of its own, with all its codes."""

    schema: Address = field(name="$schema")
    format: str
    data: Data
    category: Category
    codes: tuple[Code, ...]
    facts: tuple[Fact, ...]


class Change(Struct, frozen=True):
    """An entry of the log of changes."""

    key: Annotated[str, Meta(description="Its name, for good: the date and a number within it.")]
    date: Date
    type: Annotated[str, Meta(description="published, added, relabelled, explained, retired; the list may grow.")]
    codes: Annotated[tuple[Key, ...], Meta(description="The keys of the codes that it is about.")]
    was: Annotated[str | None, Meta(description="The former label, where codes were relabelled.")]
    what: Annotated[str, Meta(description="What changed, in a sentence.")]
    path: Path


class Changes(Struct, frozen=True):
    """The log of changes, oldest first."""

    schema: Address = field(name="$schema")
    format: str
    data: Data
    changes: tuple[Change, ...]


@cache
def schema(site: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of codes.json; that of another file is one of its definitions. `site` is the URL of the site's root."""
    _, definitions = schema_components([Codes, OneCode, OneCategory, Changes], ref_template="#/$defs/{name}")
    for definition in definitions.values():  # Python 3.13 leaves out the indentation of docstrings, versions before keep it.
        definition["description"] = " ".join(definition["description"].split())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{site}{addresses.SCHEMA}",
        "title": "Fax status codes",
        "$ref": "#/$defs/Codes",
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
