"""load(): the tables of data/ as one checked Catalogue of frozen values, or everything that is wrong with them at once.

Knows nothing of MkDocs, pages or looks. The values themselves stand in values.py, the reading of CSV in table.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from .colour import GRAPHICS_AA, PAGE_BACKGROUND, TEXT_AA, contrast, is_colour
from .table import Column, Problems, Row, did_you_mean, read_table
from .values import (
    OTHER_NEGATIVE,
    Q850_BASE,
    Q850_CAUSES,
    Answer,
    Arrival,
    Category,
    Cause,
    Change,
    Code,
    Colours,
    Fact,
    Kind,
    Outcome,
    Source,
    State,
    Transition,
)

ICONS = Path(__file__).parent.parent / "pages" / "icons"

TABLES: dict[str, tuple[Column, ...]] = {
    "kinds": (Column("kind"), Column("name"), Column("meaning")),
    "sources": (Column("source"), Column("title"), Column("publisher"), Column("url", blank=True), Column("read")),
    "outcomes": (
        *(Column(name) for name in ("outcome", "name", "sign", "final", "meaning")),
        Column("action", blank=True),
        *(Column(name) for name in ("icon", "line")),
        *(Column(f"{scheme}_{part}") for scheme in PAGE_BACKGROUND for part in ("text", "background", "border")),
    ),
    "arrivals": (*(Column(name) for name in ("arrival", "answer", "explanation", "kind")), Column("in_part", blank=True)),
    "categories": (
        *(Column(name) for name in ("category", "name", "summary")),
        *(Column(name, blank=True) for name in ("note_mark", "note")),
        *(Column(name) for name in ("advice", "ask")),
        *(Column(name, blank=True) for name in ("synonyms", "mend")),
    ),
    "codes": (
        Column("code", integer=True),
        *(Column(name) for name in ("outcome", "category", "label")),
        Column("printed", blank=True),
        Column("basis"),
        Column("meaning", blank=True),
        Column("same_as", blank=True, integer=True),
        *(Column(name, blank=True) for name in ("action", "ask")),
        Column("arrival"),
        *(Column(name, blank=True) for name in ("remark", "synonyms")),
    ),
    "states": (
        *(Column(name) for name in ("state", "name", "outcome")),
        Column("codes", blank=True, integer=True),
        *(Column(name) for name in ("column", "row", "comment")),
    ),
    "transitions": (Column("from"), Column("to"), Column("when"), Column("kind")),
    "q850": (Column("cause"), Column("name", blank=True), Column("verdict", blank=True), Column("remark", blank=True)),
    "facts": (Column("fact"), Column("about"), Column("statement"), Column("source")),
    "answers": (Column("answer"), Column("kind"), Column("text")),
    "changes": (
        Column("date"),
        Column("codes", blank=True, integer=True),
        Column("kind"),
        Column("was", blank=True),
        Column("what"),
    ),
}
"""The columns of each table, in the order in which the file has them."""

KINDS = ("stated", "derived", "advice", "unknown")
SIGNS = ("negative", "zero", "positive")
LINES = ("dashed", "solid", "double")
BASES = ("comment", "note", "label")
VERDICTS = ("agrees", "coarse", "differs", "unassigned")
PAGES = ("about", "integrate", "legend", "lookup", "triage")
"""Pages that a fact may be about, beside outcomes, categories and codes."""
MENDS = ("document", "number", "credit")
"""What may have to be mended before a fax is sent again."""
CHANGES = ("published", "added", "relabelled", "explained", "retired")
"""Kinds of changes. A code is never removed: `retired` says that the vendor lists it no more; it keeps its page and its row."""
ANSWERS = {"submit-question": {"code"}, "unlisted-failure": {"code"}, "q850-cause": {"code", "cause", "name"}}
"""The answers that the lookup gives to numbers without a page, and what each may fill in."""

WHOLE_TABLES = {"status-codes", "q850"}
"""Sources of whole tables rather than of single facts: the vendor's status-code page, and the Q.850 standard."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_DANGLING = re.compile(r"\bsee\s*\*", re.IGNORECASE)
_DATE = re.compile(r"20\d\d-\d\d-\d\d")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


class DataError(Exception):
    """The data does not hold together; the message has one problem a line, `file:line: what is wrong; what was expected`."""


@dataclass(frozen=True)
class Catalogue:
    """Everything that the site says, by key in the order of the files."""

    kinds: Mapping[str, Kind]
    sources: Mapping[str, Source]
    outcomes: Mapping[str, Outcome]
    arrivals: Mapping[str, Arrival]
    categories: Mapping[str, Category]
    codes: Mapping[str, Code]
    states: Mapping[str, State]
    transitions: tuple[Transition, ...]
    causes: Mapping[int, Cause]
    facts: tuple[Fact, ...]
    answers: Mapping[str, Answer]
    changes: tuple[Change, ...]

    @property
    def rule(self) -> Code:
        """The row for every negative number that has none of its own."""
        return self.codes[OTHER_NEGATIVE]

    @cached_property
    def numbered(self) -> tuple[Code, ...]:
        """The codes that are numbers, without the rule, in the order of the source."""
        return tuple(code for code in self.codes.values() if code.number is not None)

    @cached_property
    def _by_category(self) -> dict[str, list[Code]]:
        return _grouped(self.codes.values(), lambda code: code.category.key)

    @cached_property
    def _by_outcome(self) -> dict[str, list[Code]]:
        return _grouped(self.codes.values(), lambda code: code.outcome.key)

    @cached_property
    def _by_meaning(self) -> dict[str, list[Code]]:
        return _grouped(self.codes.values(), lambda code: code.meaning_owner.key)

    @cached_property
    def _in_order(self) -> tuple[Code, ...]:
        return tuple(self.codes.values())

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self.codes)}

    @cached_property
    def _states_by_code(self) -> dict[str, State]:
        return {code.key: state for state in self.states.values() for code in state.codes}

    @cached_property
    def _facts_by_reference(self) -> dict[str, list[Fact]]:
        by_reference: dict[str, list[Fact]] = {}
        for fact in self.facts:
            for reference in fact.about:
                by_reference.setdefault(reference, []).append(fact)
        return by_reference

    @cached_property
    def _changes_by_code(self) -> dict[str, list[Change]]:
        by_code: dict[str, list[Change]] = {}
        for change in self.changes:
            for code in change.codes:
                by_code.setdefault(code.key, []).append(change)
        return by_code

    def changes_of(self, code: Code) -> list[Change]:
        """The entries of the log that are about a code, oldest first."""
        return self._changes_by_code[code.key]

    def changed(self, code: Code) -> str:
        """The date of the newest entry about a code. Each code has one: the first publication or a later entry adds it."""
        return self.changes_of(code)[-1].date

    def retired(self, code: Code) -> str:
        """The date since when the vendor does not list a code any more, empty where it does."""
        return next((change.date for change in self.changes_of(code) if change.kind == "retired"), "")

    def codes_in(self, category: Category) -> list[Code]:
        """The codes of a category, in the order of the source."""
        return self._by_category[category.key]

    def codes_with(self, outcome: Outcome) -> list[Code]:
        """The codes of an outcome, in the order of the source."""
        return self._by_outcome[outcome.key]

    def same_meaning(self, code: Code) -> list[Code]:
        """The other codes that mean the same."""
        return [other for other in self._by_meaning[code.meaning_owner.key] if other is not code]

    def neighbours(self, code: Code) -> tuple[Code | None, Code | None]:
        """The codes before and after this one in the order of the source."""
        place, codes = self._places[code.key], self._in_order
        return (codes[place - 1] if place else None, codes[place + 1] if place + 1 < len(codes) else None)

    def state_of(self, code: Code) -> State | None:
        """The box of the picture that this code stands for, where it has one."""
        return self._states_by_code.get(code.key)

    def ways_out(self, state: State) -> list[Transition]:
        """The arrows that leave a state."""
        return [transition for transition in self.transitions if transition.origin is state]

    def facts_on(self, *references: str) -> list[Fact]:
        """The facts of other pages about any of these, such as `code:-22` or `page:triage`, each once, in their order."""
        wanted = {fact.key: fact for reference in references for fact in self._facts_by_reference.get(reference, [])}
        return [fact for fact in self.facts if fact.key in wanted]

    def facts_about(self, code: Code) -> list[Fact]:
        """The facts of other pages that bear on a code: about itself, its category or its outcome."""
        return self.facts_on(f"code:{code.key}", f"category:{code.category.key}", f"outcome:{code.outcome.key}")


def load(folder: Path) -> Catalogue:
    """Reads all tables in `folder` (the project's data/).

    Returns the catalogue. Raises DataError with every problem of every table, where there is one.
    """
    reader = _Reader(folder)
    catalogue = reader.catalogue()
    if reader.problems:
        raise DataError(str(reader.problems))
    return catalogue


_Value = TypeVar("_Value")


def _grouped(values: Iterable[_Value], key: Callable[[_Value], str]) -> dict[str, list[_Value]]:
    groups: dict[str, list[_Value]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


class _Reader:
    """Reads the tables one after the other, those first that others refer to, and gathers all problems.

    A row with an unknown reference is noted and left out, so that the tables after it can still be checked. What only
    follows from another problem is not told: nothing is missed in a table that could not be read as a whole.
    """

    def __init__(self, folder: Path) -> None:
        self.problems = Problems()
        read = {
            name: read_table(folder / f"{name}.csv", f"{folder.name}/{name}.csv", columns, self.problems)
            for name, columns in TABLES.items()
        }
        self._tables = {name: table.rows for name, table in read.items()}
        # The keys include those of rows that have a problem of their own. A key is the first column.
        self._keys = {name: {row[TABLES[name][0].name] for row in table.rows} for name, table in read.items()}
        self._whole = {name for name, table in read.items() if table.whole}

    def catalogue(self) -> Catalogue:
        kinds = self._keyed("kinds", "kind", self._kind)
        self._check_kinds(kinds)
        sources = self._keyed("sources", "source", self._source)
        self._check_sources()
        outcomes = self._keyed("outcomes", "outcome", self._outcome)
        self._check_signs(outcomes)
        arrivals = self._keyed("arrivals", "arrival", lambda row: self._arrival(row, kinds))
        categories = self._keyed("categories", "category", self._category)
        self._check_same("categories", "name")
        self._check_same("categories", "note_mark")
        causes = self._causes()
        codes = self._codes(outcomes, categories, arrivals, causes)
        self._check_causes(codes)
        states = self._keyed("states", "state", lambda row: self._state(row, outcomes, codes))
        self._check_places()
        transitions = tuple(filter(None, (self._transition(row, states, kinds) for row in self._tables["transitions"])))
        self._check_arrows()
        facts = self._keyed("facts", "fact", lambda row: self._fact(row, sources))
        answers = self._keyed("answers", "answer", lambda row: self._answer(row, kinds))
        self._check_answers()
        changes = self._changes(codes)
        self._check_used()
        self._check_footnote_marks()
        return Catalogue(
            kinds=MappingProxyType(kinds),
            sources=MappingProxyType(sources),
            outcomes=MappingProxyType(outcomes),
            arrivals=MappingProxyType(arrivals),
            categories=MappingProxyType(categories),
            codes=MappingProxyType(codes),
            states=MappingProxyType(states),
            transitions=transitions,
            causes=MappingProxyType(causes),
            facts=tuple(facts.values()),
            answers=MappingProxyType(answers),
            changes=changes,
        )

    # One function a table -------------------------------------------------------------------------------------------

    def _kind(self, row: Row) -> Kind:
        return Kind(row["kind"], row["name"], row["meaning"])

    def _source(self, row: Row) -> Source:
        if row["url"] and not re.fullmatch(r"https://[!-~]+", row["url"]):
            self._wrong(row, f"'{row['url']}' is not a web address", "expected https://…, or nothing where only the title is known")
        if not _MONTH.fullmatch(row["read"]):
            self._wrong(row, f"'{row['read']}' is not a month", "expected YYYY-MM, when the page was read")
        return Source(row["source"], row["title"], row["publisher"], row["url"], row["read"])

    def _outcome(self, row: Row) -> Outcome:
        self._one_of(row, "sign", SIGNS)
        self._one_of(row, "line", LINES)
        self._one_of(row, "final", ("yes", "no"))
        self._one_of(row, "icon", sorted(path.stem for path in ICONS.glob("*.svg")))
        schemes = {scheme: self._colours(row, scheme) for scheme in PAGE_BACKGROUND}
        return Outcome(
            row["outcome"],
            row["name"],
            row["sign"],
            row["final"] == "yes",
            row["meaning"],
            row["action"],
            row["icon"],
            row["line"],
            **schemes,
        )

    def _colours(self, row: Row, scheme: str) -> Colours:
        colours = Colours(*(row[f"{scheme}_{part}"] for part in ("text", "background", "border")))
        bad = [part for part in ("text", "background", "border") if not is_colour(row[f"{scheme}_{part}"])]
        for part in bad:
            if row[f"{scheme}_{part}"]:
                self._wrong(row, f"{scheme}_{part} '{row[f'{scheme}_{part}']}' is not a colour", "expected # and six of 0-9a-f")
        if not bad:
            pairs = (
                ("text", colours.text, f"its background {colours.background}", colours.background, TEXT_AA),
                ("border", colours.border, f"the {scheme} page {PAGE_BACKGROUND[scheme]}", PAGE_BACKGROUND[scheme], GRAPHICS_AA),
            )
            for part, colour, behind_name, behind, least in pairs:
                ratio = contrast(colour, behind)
                if ratio < least:
                    self._wrong(
                        row,
                        f"{scheme}_{part} {colour} on {behind_name} has a contrast of {ratio:.2f}",
                        f"expected at least {least} (WCAG AA)",
                    )
        return colours

    def _arrival(self, row: Row, kinds: Mapping[str, Kind]) -> Arrival | None:
        kind = self._known_kind(row, kinds)
        self._one_of(row, "in_part", ("yes",))
        return Arrival(row["arrival"], row["answer"], row["explanation"], kind, row["in_part"] == "yes") if kind else None

    def _category(self, row: Row) -> Category:
        if row["note_mark"] not in ("", "*", "**"):
            self._wrong(row, f"no footnote mark '{row['note_mark']}'", "expected * or **, or nothing")
        if bool(row["note_mark"]) != bool(row["note"]):
            self._wrong(row, "a footnote's mark and its text do not come together", "expected both of note_mark and note, or neither")
        self._one_of(row, "mend", MENDS)
        return Category(
            row["category"],
            row["name"],
            row["summary"],
            row["note_mark"],
            row["note"],
            row["advice"],
            row["ask"],
            self._list(row, "synonyms"),
            row["mend"],
            row.line,
        )

    def _causes(self) -> dict[int, Cause]:
        causes: dict[int, Cause] = {}
        for row in self._tables["q850"]:
            number = self._integer(row, "cause")
            if number is None:
                continue
            if number not in Q850_CAUSES:
                self._wrong(row, f"{number} is not a Q.850 cause", f"expected {Q850_CAUSES[0]} to {Q850_CAUSES[-1]}")
            elif causes and number <= max(causes):
                self._wrong(row, f"cause {number} stands after cause {max(causes)}", "expected every cause once, in ascending order")
            if row["verdict"]:
                self._one_of(row, "verdict", VERDICTS)
            if bool(row["name"]) == (row["verdict"] == "unassigned"):
                self._wrong(row, "a cause without a name has to be marked unassigned, and no other", "expected a name or that verdict")
            causes[number] = Cause(number, row["name"], row["verdict"], row["remark"])
        return causes

    def _codes(
        self,
        outcomes: Mapping[str, Outcome],
        categories: Mapping[str, Category],
        arrivals: Mapping[str, Arrival],
        causes: Mapping[int, Cause],
    ) -> dict[str, Code]:
        rows = self._unique("codes", "code")
        for row in rows.values():
            if row["code"] != OTHER_NEGATIVE:
                self._integer(row, "code", f"a whole number as the vendor prints it, or {OTHER_NEGATIVE}")
        self._check_order(rows)
        codes: dict[str, Code] = {}

        def make(row: Row, shares: Code | None) -> None:
            outcome = self._known(row, "outcome", outcomes, "outcomes")
            category = self._known(row, "category", categories, "categories")
            arrival = self._known(row, "arrival", arrivals, "arrivals")
            self._one_of(row, "basis", BASES)
            key = row["code"]
            number = int(key) if _INTEGER.fullmatch(key) else None
            if outcome:
                self._check_sign(row, number, outcome)
            if category:
                self._check_note(row, category)
            if row["printed"] and row["printed"] == row["label"]:
                self._wrong(row, "'printed' repeats the label", "expected it only where the source prints the label otherwise")
            if outcome and category and arrival:
                codes[key] = Code(
                    key=key,
                    number=number,
                    outcome=outcome,
                    category=category,
                    label=row["label"],
                    printed=row["printed"] or row["label"],
                    basis=row["basis"],
                    meaning=shares.meaning if shares else row["meaning"],
                    shares=shares,
                    action=shares.action if shares else row["action"],
                    ask=shares.ask if shares else row["ask"],
                    arrival=arrival,
                    remark=row["remark"],
                    synonyms=(shares.synonyms if shares else ()) + self._list(row, "synonyms"),
                    cause=causes.get(number - Q850_BASE) if number is not None else None,
                    line=row.line,
                )

        # First the rows that hold a meaning, then those that share one: a row may refer to a later one.
        for row in rows.values():
            if bool(row["meaning"]) == bool(row["same_as"]):
                wrong = "holds both a meaning and same_as" if row["meaning"] else "holds neither a meaning nor same_as"
                self._wrong(row, f"the row {wrong}", "expected one of them: a meaning, or the code whose meaning this one shares")
            if not row["same_as"]:
                make(row, None)
        for row in rows.values():
            if row["same_as"]:
                make(row, self._shared(row, rows, codes))
        return {key: codes[key] for key in rows if key in codes}

    def _shared(self, row: Row, rows: Mapping[str, Row], codes: Mapping[str, Code]) -> Code | None:
        key = row["same_as"]
        if key not in rows:
            if "codes" in self._whole:
                self._wrong(row, f"same_as names no code '{key}'", did_you_mean(key, list(rows)))
            return None
        if rows[key]["same_as"]:
            target = "itself" if key == row["code"] else f"{key}, which has no meaning of its own"
            self._wrong(row, f"same_as names {target}", "expected a code whose row holds the meaning")
            return None
        for column in ("action", "ask"):
            if row[column]:
                self._wrong(row, f"'{column}' is given beside same_as", f"expected nothing: the row of {key} gives it")
        for word in set(self._words(row["synonyms"])) & set(self._words(rows[key]["synonyms"])):
            self._wrong(row, f"'{word}' in synonyms stands in the row of {key} already", "expected it once")
        for column, table in (("outcome", "outcomes"), ("category", "categories")):
            own, theirs = row[column], rows[key][column]
            if own != theirs and {own, theirs} <= self._keys[table]:
                self._wrong(row, f"{column} '{own}' differs from that of {key}, whose meaning it shares", f"expected '{theirs}'")
        return codes.get(key)

    def _state(self, row: Row, outcomes: Mapping[str, Outcome], codes: Mapping[str, Code]) -> State | None:
        outcome = self._known(row, "outcome", outcomes, "outcomes")
        for key in row["codes"].split():
            if key not in self._keys["codes"]:
                if "codes" in self._whole:
                    self._wrong(row, f"no code '{key}'", did_you_mean(key, list(codes)))
            elif outcome and key in codes and codes[key].outcome is not outcome:
                self._wrong(row, f"code {key} is '{codes[key].outcome.key}', its state is '{outcome.key}'", "expected the same outcome")
        column, place = self._place(row, "column"), self._place(row, "row")
        named = tuple(codes[key] for key in row["codes"].split() if key in codes)
        return State(row["state"], row["name"], outcome, named, column, place, row["comment"]) if outcome else None

    def _place(self, row: Row, column: str) -> int:
        number = self._integer(row, column)
        if number is not None and not 1 <= number <= 9:
            self._wrong(row, f"{column} {number} lies outside the picture", "expected 1 to 9")
        return number or 0

    def _transition(self, row: Row, states: Mapping[str, State], kinds: Mapping[str, Kind]) -> Transition | None:
        origin, target = self._known(row, "from", states, "states"), self._known(row, "to", states, "states")
        kind = self._known_kind(row, kinds)
        if not (origin and target and kind):
            return None
        if origin is target:
            self._wrong(row, f"the state '{origin.key}' changes into itself", "expected two different states")
        if origin.outcome.final:
            self._wrong(row, f"the state '{origin.key}' is final", "expected no arrow from it")
        return Transition(origin, target, row["when"], kind)

    def _fact(self, row: Row, sources: Mapping[str, Source]) -> Fact | None:
        about = tuple(row["about"].split())
        tables = {"outcome": "outcomes", "category": "categories", "code": "codes"}
        numbers = []
        for place, reference in enumerate(about):
            kind, _, key = reference.partition(":")
            if reference in about[:place]:
                self._wrong(row, f"'{reference}' stands twice in about", "expected it once")
                continue
            if kind == "number":
                if not _INTEGER.fullmatch(key) or key in self._keys["codes"]:
                    self._wrong(row, f"'{reference}' is no number without a row of its own", "expected one that is not listed, or code:…")
                else:
                    numbers.append(int(key))
                continue
            known = set(PAGES) if kind == "page" else self._keys[tables[kind]] if kind in tables else set()
            if kind not in tables and kind != "page":
                self._wrong(row, f"'{reference}' in about is no reference", "expected code:…, category:…, outcome:…, page:… or number:…")
            elif key not in known and (kind == "page" or tables[kind] in self._whole):
                self._wrong(row, f"no {kind} '{key}'", did_you_mean(key, sorted(known)))
        source = self._known(row, "source", sources, "sources")
        return Fact(row["fact"], about, tuple(numbers), row["statement"], source) if source else None

    def _changes(self, codes: Mapping[str, Code]) -> tuple[Change, ...]:
        """The log, oldest first. The first publication is about every code that no later entry adds."""
        rows = self._tables["changes"]
        added = {key for row in rows if row["kind"] == "added" for key in row["codes"].split()}
        changes: list[Change] = []
        for place, row in enumerate(rows):
            self._check_change(row, rows[place - 1] if place else None)
            keys = row["codes"].split() if place else [key for key in codes if key not in added]
            named = tuple(codes[key] for key in keys if key in codes)
            number = sum(earlier["date"] == row["date"] for earlier in rows[:place]) + 1
            changes.append(Change(f"{row['date']}-{number}", row["date"], named, row["kind"], row["was"], row["what"]))
        return tuple(changes)

    def _answer(self, row: Row, kinds: Mapping[str, Kind]) -> Answer | None:
        self._one_of(row, "answer", ANSWERS)
        allowed = ANSWERS.get(row["answer"], set())
        for name in re.findall(r"\{(.*?)\}", row["text"]):
            if name not in allowed and row["answer"] in ANSWERS:
                self._wrong(row, f"nothing is filled in for '{{{name}}}'", f"expected one of: {', '.join(sorted(allowed))}")
        kind = self._known_kind(row, kinds)
        return Answer(row["answer"], kind, row["text"]) if kind else None

    # Rules ----------------------------------------------------------------------------------------------------------

    def _check_kinds(self, kinds: Mapping[str, Kind]) -> None:
        for row in self._tables["kinds"]:
            self._one_of(row, "kind", KINDS)
        if "kinds" in self._whole and self._keys["kinds"] <= set(KINDS):
            for key in KINDS:
                if key not in kinds:
                    self._wrong(self._tables["kinds"][-1], f"no kind '{key}' was found up to here", f"expected {', '.join(KINDS)}")

    def _check_answers(self) -> None:
        if "answers" in self._whole and self._keys["answers"] <= set(ANSWERS):
            for key in ANSWERS:
                if key not in self._keys["answers"]:
                    self._wrong(self._tables["answers"][-1], f"no answer '{key}' was found up to here", f"expected {', '.join(ANSWERS)}")

    def _check_sources(self) -> None:
        for key in sorted(WHOLE_TABLES - self._keys["sources"]):
            if "sources" in self._whole:
                self._wrong(self._tables["sources"][-1], f"no source '{key}' was found up to here", "expected the source of a whole table")

    def _check_signs(self, outcomes: Mapping[str, Outcome]) -> None:
        rows = self._tables["outcomes"]
        if "outcomes" not in self._whole or any(row["sign"] not in SIGNS for row in rows):
            return
        for sign in SIGNS:
            having = [outcome.key for outcome in outcomes.values() if outcome.sign == sign]
            if len(having) != 1:
                self._wrong(rows[-1], f"{len(having)} outcomes have the sign '{sign}'", "expected exactly one")

    def _check_sign(self, row: Row, number: int | None, outcome: Outcome) -> None:
        if number is None and row["code"] != OTHER_NEGATIVE:
            return  # Not an integer: already said.
        sign = "negative" if number is None or number < 0 else "positive" if number else "zero"
        if outcome.sign in SIGNS and outcome.sign != sign:
            self._wrong(row, f"outcome '{outcome.key}' contradicts the sign of {row['code']}", f"expected the outcome of {sign} numbers")

    def _check_note(self, row: Row, category: Category) -> None:
        marked = row["basis"] == "note"
        has_note = bool(category.note or category.note_mark)
        if marked and not has_note:
            self._wrong(row, f"the row refers to a footnote, and category '{category.key}' has none", "expected basis comment or label")
        if has_note and row["basis"] in BASES and not marked:
            self._wrong(row, f"category '{category.key}' has a footnote, and the row does not refer to it", "expected basis note")

    def _check_order(self, rows: Mapping[str, Row]) -> None:
        """Negative numbers first, as the source lists them, then the rule, then zero and the positive ones ascending."""
        previous = None
        rule_seen = False
        for row in rows.values():
            if row["code"] == OTHER_NEGATIVE:
                rule_seen = True
                if previous is not None and previous >= 0:
                    self._wrong(row, f"the rule {OTHER_NEGATIVE} stands after {previous}", "expected it before zero")
            elif _INTEGER.fullmatch(row["code"]):
                number = int(row["code"])
                if number < 0 and (rule_seen or (previous is not None and previous >= 0)):
                    after = OTHER_NEGATIVE if rule_seen else previous
                    self._wrong(row, f"code {number} stands after {after}", f"expected negative numbers first, then {OTHER_NEGATIVE}")
                elif previous is not None and 0 <= number < previous:
                    self._wrong(row, f"code {number} stands after {previous}", "expected ascending order from zero on")
                previous = number
        if "codes" in self._whole and not rule_seen:
            last = self._tables["codes"][-1]
            self._wrong(last, f"no row '{OTHER_NEGATIVE}' was found up to here", "expected the rule for other negative numbers as a row")

    def _check_causes(self, codes: Mapping[str, Code]) -> None:
        if "codes" not in self._whole:
            return
        for row in self._tables["q850"]:
            if not _INTEGER.fullmatch(row["cause"]) or int(row["cause"]) not in Q850_CAUSES:
                continue
            number = Q850_BASE + int(row["cause"])
            listed = str(number) in self._keys["codes"]
            if listed and not row["verdict"]:
                self._wrong(row, f"code {number} is listed, and no verdict compares it", f"expected one of: {', '.join(VERDICTS)}")
            if not listed and row["verdict"]:
                self._wrong(row, f"a verdict compares code {number}, which is not listed", "expected no verdict")
        if "q850" not in self._whole:
            return
        for code in codes.values():
            if code.number is not None and code.number - Q850_BASE in Q850_CAUSES and code.cause is None:
                row = self._tables["q850"][-1]
                self._wrong(row, f"code {code.number} is listed, and cause {code.number - Q850_BASE} has no row", "expected one")

    def _check_change(self, row: Row, before: Row | None) -> None:
        self._one_of(row, "kind", CHANGES)
        first = row["kind"] == "published"
        if not _is_date(row["date"]):
            self._wrong(row, f"'{row['date']}' is not a date", "expected YYYY-MM-DD, a day that the calendar has")
        elif before and row["date"] < before["date"]:
            self._wrong(row, f"{row['date']} stands after {before['date']}", "expected the newest entry last")
        if first != (before is None):
            self._wrong(row, f"the entry is of the kind '{row['kind']}'", "expected 'published' in the first row and nowhere else")
        elif first == bool(row["codes"]):
            expected = "expected none: the first publication is about all" if first else "expected the codes that it is about"
            self._wrong(row, f"the entry names {'codes' if first else 'no code'}", expected)
        if (row["kind"] == "relabelled") != bool(row["was"]):
            wrong = f"the label before is {'given' if row['was'] else 'missing'}"
            self._wrong(row, wrong, "expected it in 'was' where the kind is relabelled, and nowhere else")
        for key in row["codes"].split():
            if key not in self._keys["codes"] and "codes" in self._whole:
                self._wrong(row, f"no code '{key}'", did_you_mean(key, sorted(self._keys["codes"])))

    def _check_places(self) -> None:
        taken: dict[tuple[str, str], str] = {}
        told: dict[str, str] = {}
        for row in self._tables["states"]:
            place = (row["column"], row["row"])
            if place in taken:
                self._wrong(row, f"state '{row['state']}' stands where '{taken[place]}' stands", "expected one state in a place")
            taken.setdefault(place, row["state"])
            for key in row["codes"].split():
                if key in told:
                    self._wrong(row, f"code {key} stands in state '{told[key]}' already", "expected a code in one state")
                told.setdefault(key, row["state"])

    def _check_arrows(self) -> None:
        drawn: dict[tuple[str, str], int] = {}
        for row in self._tables["transitions"]:
            arrow = (row["from"], row["to"])
            if arrow in drawn:
                self._wrong(row, f"the arrow from '{arrow[0]}' to '{arrow[1]}' stands already on line {drawn[arrow]}", "expected it once")
            drawn.setdefault(arrow, row.line)

    def _check_used(self) -> None:
        """Each row is used by some other table, as far as that table could be read as a whole."""
        users = (
            ("outcomes", "outcome", "codes", ("outcome",), "a code with this outcome"),
            ("categories", "category", "codes", ("category",), "a code in this category"),
            ("arrivals", "arrival", "codes", ("arrival",), "a code with this answer"),
            ("sources", "source", "facts", ("source",), "a fact from this source"),
            ("states", "state", "transitions", ("from", "to"), "an arrow to or from this state"),
        )
        for table, column, user, references, expected in users:
            if user not in self._whole:
                continue
            used = {row[reference] for row in self._tables[user] for reference in references}
            if table == "sources":
                used |= WHOLE_TABLES
            for row in self._tables[table]:
                if row[column] and row[column] not in used:
                    self._wrong(row, f"{column} '{row[column]}' is used nowhere", f"expected {expected}, or no row")

    def _check_footnote_marks(self) -> None:
        """No text says "See *": the fact itself stands there, or in the note of the category."""
        for rows in self._tables.values():
            for row in rows:
                for column, cell in row.cells.items():
                    if _DANGLING.search(cell):
                        self._wrong(row, f"'{column}' points at a footnote mark", "expected the fact itself")

    # Words and keys -------------------------------------------------------------------------------------------------

    def _wrong(self, row: Row, wrong: str, expected: str) -> None:
        self.problems.add(row.file, row.line, wrong, expected)

    def _unique(self, table: str, column: str) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        for row in self._tables[table]:
            key = row[column]
            if key in rows:
                if key:
                    self._wrong(row, f"{column} '{key}' stands already on line {rows[key].line}", "expected every key once")
            else:
                rows[key] = row
        return rows

    def _keyed(self, table: str, column: str, make: Callable[[Row], _Value | None]) -> dict[str, _Value]:
        values = {}
        for key, row in self._unique(table, column).items():
            if key and not _SLUG.fullmatch(key):
                self._wrong(row, f"'{key}' cannot be part of an address", "expected a-z, 0-9 and single hyphens")
            value = make(row)
            if value is not None:
                values[key] = value
        return values

    def _check_same(self, table: str, column: str) -> None:
        seen: dict[str, int] = {}
        for row in self._tables[table]:
            word = row[column].casefold()
            if word and word in seen:
                self._wrong(row, f"{column} '{row[column]}' stands already on line {seen[word]}", "expected it once")
            seen.setdefault(word, row.line)

    def _known(self, row: Row, column: str, known: Mapping[str, _Value], table: str) -> _Value | None:
        """The value that a cell refers to, None where there is none or where its own row is wrong."""
        key = row[column]
        if key and key not in self._keys[table] and table in self._whole:
            self._wrong(row, f"no {TABLES[table][0].name} '{key}'", did_you_mean(key, list(known)))
        return known.get(key)

    def _known_kind(self, row: Row, kinds: Mapping[str, Kind]) -> Kind | None:
        self._one_of(row, "kind", KINDS)
        return kinds.get(row["kind"])

    def _one_of(self, row: Row, column: str, words: Iterable[str]) -> None:
        if row[column] and row[column] not in words:
            self._wrong(row, f"no {column} '{row[column]}'", did_you_mean(row[column], list(words)))

    def _integer(self, row: Row, column: str, expected: str = "a whole number") -> int | None:
        if _INTEGER.fullmatch(row[column]):
            return int(row[column])
        if row[column]:
            self._wrong(row, f"{column} '{row[column]}' is not an integer", f"expected {expected}, without sign +, leading zeros or marks")
        return None

    @staticmethod
    def _words(cell: str) -> list[str]:
        return cell.split("; ") if cell else []

    def _list(self, row: Row, column: str) -> tuple[str, ...]:
        words = self._words(row[column])
        for word in dict.fromkeys(words):
            if word != word.lower() or not word or word != word.strip() or ";" in word:
                self._wrong(row, f"'{word}' in {column} is not a search word", "expected lower-case words separated by '; '")
            if words.count(word) > 1:
                self._wrong(row, f"'{word}' stands twice in {column}", "expected it once")
        return tuple(words)
