"""The checked values of all tables together, and the relations between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from . import values
from .values import Category, Code, Fact, Outcome, State, Statement, Transition

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Catalogue:
    """Everything the site says, by key, in the order of the files."""

    provenances: Mapping[str, values.Provenance]
    sources: Mapping[str, values.Source]
    next_steps: Mapping[str, values.NextStep]
    outcomes: Mapping[str, Outcome]
    arrivals: Mapping[str, values.Arrival]
    categories: Mapping[str, Category]
    codes: Mapping[str, Code]
    states: Mapping[str, State]
    transitions: tuple[Transition, ...]
    causes: Mapping[int, values.Cause]
    facts: tuple[Fact, ...]
    answers: Mapping[str, Statement]
    changes: tuple[values.Change, ...]
    redirects: tuple[values.Redirect, ...]

    @property
    def rule(self) -> Code:
        """The row for every negative number that has none of its own."""
        return self.codes[values.OTHER_NEGATIVE]

    @property
    def date(self) -> str:
        """The date of the newest entry in the log of changes."""
        return self.changes[-1].date

    def outcome_of(self, sign: str) -> Outcome:
        """The outcome of numbers of a sign: negative, zero or positive."""
        return next(outcome for outcome in self.outcomes.values() if outcome.sign == sign)

    def unlisted_label(self, outcome: Outcome) -> Statement:
        """The label of an unlisted number with this outcome. Below zero, it is that of the vendor's rule."""
        label = self.answers["unlisted-label"]
        return replace(label, text=label.text.replace("{outcome}", outcome.name))

    @cached_property
    def numbered(self) -> tuple[Code, ...]:
        """The codes that are numbers, without the rule, in the order of the source."""
        return tuple(code for code in self.codes.values() if code.number is not None)

    @cached_property
    def _by_category(self) -> dict[str, list[Code]]:
        return _grouped(self.codes.values(), lambda code: [code.category.key])

    @cached_property
    def _by_outcome(self) -> dict[str, list[Code]]:
        return _grouped(self.codes.values(), lambda code: [code.outcome.key])

    @cached_property
    def _by_text(self) -> dict[str, list[Code]]:
        return _grouped(self.codes.values(), lambda code: [(code.same_as or code).key])

    @cached_property
    def _facts_by_reference(self) -> dict[str, list[Fact]]:
        return _grouped(self.facts, lambda fact: fact.about)

    @cached_property
    def _facts_about(self) -> dict[tuple[str, ...], list[Fact]]:
        return {}

    @cached_property
    def _changes_by_code(self) -> dict[str, list[values.Change]]:
        return _grouped(self.changes, lambda change: [code.key for code in change.codes])

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Code | None, Code | None]]:
        codes = [None, *self.codes.values(), None]
        return {key: (before, after) for key, before, after in zip(self.codes, codes, codes[2:], strict=False)}

    @cached_property
    def _states_by_code(self) -> dict[str, State]:
        return {code.key: state for state in self.states.values() for code in state.codes}

    def changes_of(self, code: Code) -> list[values.Change]:
        """The entries of the log that are about a code, oldest first."""
        return self._changes_by_code[code.key]

    def changed(self, code: Code) -> str:
        """The date of the newest entry about a code. Each code has one: the first publication or a later entry adds it."""
        return self.changes_of(code)[-1].date

    def retired(self, code: Code) -> str:
        """The date since when the vendor does not list a code any more, empty if it does."""
        return next((change.date for change in self.changes_of(code) if change.type == "retired"), "")

    def codes_in(self, category: Category) -> list[Code]:
        """The codes of a category, in the order of the source."""
        return self._by_category[category.key]

    def codes_with(self, outcome: Outcome) -> list[Code]:
        """The codes of an outcome, in the order of the source."""
        return self._by_outcome[outcome.key]

    def same_text(self, code: Code) -> list[Code]:
        """The other codes of which the source says the same: the same explanation, or only the same label (`documented_by` says which)."""
        return [other for other in self._by_text[(code.same_as or code).key] if other is not code]

    def neighbours(self, code: Code) -> tuple[Code | None, Code | None]:
        """The codes before and after this one in the order of the source."""
        return self._neighbours[code.key]

    def transitions_from(self, origin: Code | State) -> list[Transition]:
        """The arrows that leave a state, or the state of a code; none where the code has no state."""
        state = self._states_by_code.get(origin.key) if isinstance(origin, Code) else origin
        return [transition for transition in self.transitions if transition.origin is state]

    def facts_on(self, *references: str) -> list[Fact]:
        """The facts of other pages about any of these, such as `code:-22` or `page:triage`, each once, in their order."""
        wanted = {fact.key for reference in references for fact in self._facts_by_reference.get(reference, [])}
        return [fact for fact in self.facts if fact.key in wanted]

    def facts_about(self, code: Code) -> list[Fact]:
        """The facts of other pages that bear on a code: about itself, its category or its outcome."""
        own = f"code:{code.key}"
        references = (own if own in self._facts_by_reference else "", f"category:{code.category.key}", f"outcome:{code.outcome.key}")
        if references not in self._facts_about:
            self._facts_about[references] = self.facts_on(*references)
        return self._facts_about[references]


def _grouped(values: Iterable[_Value], keys: Callable[[_Value], Iterable[str]]) -> dict[str, list[_Value]]:
    groups: dict[str, list[_Value]] = {}
    for value in values:
        for key in keys(value):
            groups.setdefault(key, []).append(value)
    return groups
