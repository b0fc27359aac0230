"""The catalogue as JSON for programs, in the shapes of shapes.py. Pure: a catalogue and an address in, values out."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from .. import addresses
from ..catalogue import Catalogue, values
from . import shapes

RANGES: dict[str, tuple[int | None, int | None]] = {"negative": (None, -1), "zero": (0, 0), "positive": (1, None)}
"""The least and the greatest number of each sign."""


def encode(value: object) -> str:
    """A value as JSON, the same bytes for the same value: two spaces of indentation, one newline at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def compact(value: object) -> str:
    """The same without indentation: a quarter less, which counts in a file for each of many codes."""
    return msgspec.json.encode(value).decode() + "\n"


class Api:
    """One catalogue in the published shapes. `site` is the address of the site's root, with a slash at its end."""

    def __init__(self, catalogue: Catalogue, site: str) -> None:
        self._catalogue, self._site = catalogue, site
        self._data = shapes.Data(len(catalogue.changes), catalogue.date, site + addresses.CHANGES, site + addresses.FEED)
        self._codes = {code.key: self._code(code) for code in catalogue.codes.values()}

    def codes(self) -> shapes.Codes:
        """Everything, in one object."""
        catalogue = self._catalogue
        return shapes.Codes(
            schema=self._site + addresses.SCHEMA,
            format=shapes.FORMAT,
            data=self._data,
            site=self._site,
            source=_source(catalogue.sources["status-codes"]),
            provenances=tuple(shapes.Provenance(each.key, each.name, each.meaning) for each in catalogue.provenances.values()),  # type: ignore[arg-type]
            outcomes=tuple(map(_outcome, catalogue.outcomes.values())),
            categories=tuple(map(_category, catalogue.categories.values())),
            arrivals=tuple(map(_arrival, catalogue.arrivals.values())),
            codes=tuple(self._codes[code.key] for code in catalogue.numbered),
            rule=self._codes[catalogue.rule.key],
            unlisted=tuple(map(self._unlisted, catalogue.outcomes.values())),
            sources=tuple(map(_source, catalogue.sources.values())),
            facts=tuple(map(_fact, catalogue.facts)),
            next_steps=tuple(map(_step, catalogue.next_steps.values())),
        )

    def code(self, code: values.Code) -> shapes.OneCode:
        """One code with what belongs to it and its links."""
        before, after = self._catalogue.neighbours(code)
        same = _numbers(self._catalogue.same_text(code))
        return shapes.OneCode(
            schema=f"{self._site}{addresses.SCHEMA}#/$defs/OneCode",
            format=shapes.FORMAT,
            data=self._data,
            code=self._codes[code.key],
            outcome=_outcome(code.outcome),
            category=_category(code.category),
            arrival=_arrival(code.arrival),
            same_explanation=() if code.documented_by == "label" else same,
            same_label=same if code.documented_by == "label" else (),
            next_step=_step(code.next),
            facts=tuple(map(_fact, self._catalogue.facts_about(code))),
            links=shapes.Links(
                self=self._site + addresses.code_json(code.key),
                page=self._site + addresses.code_page(code.key),
                text=self._site + addresses.code_text(code.key),
                category=self._site + addresses.category_page(code.category.key),
                all=self._site + addresses.ALL_CODES,
                previous=self._site + addresses.code_json(before.key) if before else None,
                next=self._site + addresses.code_json(after.key) if after else None,
            ),
        )

    def category(self, category: values.Category) -> shapes.OneCategory:
        """One category with its codes."""
        return shapes.OneCategory(
            schema=f"{self._site}{addresses.SCHEMA}#/$defs/OneCategory",
            format=shapes.FORMAT,
            data=self._data,
            category=_category(category),
            codes=tuple(self._codes[code.key] for code in self._catalogue.codes_in(category)),
            facts=tuple(map(_fact, self._catalogue.facts_on(f"category:{category.key}"))),
        )

    def changes(self) -> shapes.Changes:
        """The log of changes."""
        return shapes.Changes(
            schema=f"{self._site}{addresses.SCHEMA}#/$defs/Changes",
            format=shapes.FORMAT,
            data=self._data,
            changes=tuple(map(_change, self._catalogue.changes)),
        )

    def _code(self, code: values.Code) -> shapes.Code:
        return shapes.Code(
            number=code.number,
            key=code.key,
            label=code.label,
            outcome=code.outcome.key,
            final=code.outcome.final,
            category=code.category.key,
            meaning=_statement(code.meaning),
            documented_by=code.documented_by,  # type: ignore[arg-type]
            advice=_statement(code.advice),
            action=_optional(code.action),
            contact=_optional(code.contact),
            arrival=code.arrival.key,
            transitions=tuple(map(_transition, self._catalogue.transitions_from(code))),
            same_as=code.same_as.number if code.same_as else None,
            label_as_printed=code.printed,
            remark=_optional(code.remark),
            q850=_cause(code.cause) if code.cause else None,
            changed=self._catalogue.changed(code),
            retired=self._catalogue.retired(code) or None,
            path=addresses.code_page(code.key),
            next=code.next.key,
            resend=code.next.resend,  # type: ignore[arg-type]
            details={detail.key: _statement(detail.statement) for detail in code.details},
        )

    def _unlisted(self, outcome: values.Outcome) -> shapes.Unlisted:
        """Below zero the vendor's rule applies; elsewhere only the sign is known."""
        rule = self._catalogue.rule
        ruled = rule.outcome is outcome
        step = rule.next if ruled else outcome.next
        minimum, maximum = RANGES[outcome.sign]
        return shapes.Unlisted(
            outcome=outcome.key,
            minimum=minimum,
            maximum=maximum,
            final=outcome.final,
            rule=rule.key if ruled else None,
            label=rule.label if ruled else self._catalogue.unlisted_label(outcome).text,
            meaning=_statement(rule.meaning if ruled else outcome.meaning),
            advice=_statement(rule.advice if ruled else self._catalogue.answers["unlisted-advice"]),
            path=addresses.code_page(rule.key) if ruled else addresses.outcome(outcome.key),
            next=step.key,
            resend=step.resend,  # type: ignore[arg-type]
        )


def _change(change: values.Change) -> shapes.Change:
    keys = tuple(code.key for code in change.codes)
    return shapes.Change(change.key, change.date, change.type, keys, change.was or None, change.what, addresses.change(change.key))


def _statement(statement: values.Statement) -> shapes.Statement:
    source = statement.source.key if statement.source else None
    return shapes.Statement(statement.text, statement.provenance.key, source)  # type: ignore[arg-type]


def _optional(statement: values.Statement | None) -> shapes.Statement | None:
    return _statement(statement) if statement else None


def _numbers(codes: Iterable[values.Code]) -> tuple[int, ...]:
    return tuple(code.number for code in codes if code.number is not None)


def _source(source: values.Source) -> shapes.Source:
    return shapes.Source(source.key, source.title, source.publisher, source.url or None, source.retrieved)


def _colours(colours: values.Colours) -> shapes.Colours:
    return shapes.Colours(colours.text, colours.background, colours.border)


def _outcome(outcome: values.Outcome) -> shapes.Outcome:
    minimum, maximum = RANGES[outcome.sign]
    return shapes.Outcome(
        key=outcome.key,
        name=outcome.name,
        minimum=minimum,
        maximum=maximum,
        final=outcome.final,
        meaning=_statement(outcome.meaning),
        action=_optional(outcome.action),
        light=_colours(outcome.light),
        dark=_colours(outcome.dark),
        path=addresses.outcome(outcome.key),
    )


def _category(category: values.Category) -> shapes.Category:
    return shapes.Category(
        key=category.key,
        name=category.name,
        summary=_statement(category.summary),
        note=_optional(category.note),
        advice=_statement(category.advice),
        contact=_statement(category.contact),
        path=addresses.category_page(category.key),
        next=category.next.key,
    )


def _step(step: values.NextStep) -> shapes.NextStep:
    return shapes.NextStep(step.key, step.name, step.resend, _statement(step.why))  # type: ignore[arg-type]


def _arrival(arrival: values.Arrival) -> shapes.Arrival:
    return shapes.Arrival(arrival.key, arrival.answer, _statement(arrival.explanation))


def _transition(transition: values.Transition) -> shapes.Transition:
    target = transition.target
    return shapes.Transition(target.name, target.outcome.key, _numbers(target.codes), _statement(transition.when))


def _cause(cause: values.Cause) -> shapes.Cause:
    return shapes.Cause(cause.number, cause.name or None, cause.verdict, cause.remark or None, cause.provenance.key, cause.plain)  # type: ignore[arg-type]


def _fact(fact: values.Fact) -> shapes.Fact:
    return shapes.Fact(fact.key, fact.about, _statement(fact.statement))
