"""The catalogue as JSON for programs, in the shapes of shapes.py. Pure: a catalogue and an address in, values out."""

from __future__ import annotations

import msgspec

from .. import addresses
from ..catalogue import values
from ..catalogue.model import Catalogue
from . import shapes

RANGES: dict[str, tuple[int | None, int | None]] = {"negative": (None, -1), "zero": (0, 0), "positive": (1, None)}
"""The least and the greatest number of each sign."""

UNLISTED_ADVICE = "The vendor's page does not list this number, so only its sign tells something. Ask the service's support what it means."


def encode(value: object) -> str:
    """A value as JSON, the same bytes for the same value: two spaces of indentation, one newline at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


class Api:
    """One catalogue in the published shapes. `site` is the address of the site's root, with a slash at its end."""

    def __init__(self, catalogue: Catalogue, site: str) -> None:
        self._catalogue, self._site = catalogue, site

    def codes(self) -> shapes.Codes:
        """Everything, in one object."""
        catalogue = self._catalogue
        return shapes.Codes(
            schema=f"{self._site}api/schema.json",
            format=shapes.FORMAT,
            data=self._data(),
            site=self._site,
            source=_source(catalogue.sources["status-codes"]),
            kinds=tuple(shapes.Kind(kind.key, kind.name, kind.meaning) for kind in catalogue.kinds.values()),  # type: ignore[arg-type]
            outcomes=tuple(map(_outcome, catalogue.outcomes.values())),
            categories=tuple(map(_category, catalogue.categories.values())),
            arrivals=tuple(map(_arrival, catalogue.arrivals.values())),
            codes=tuple(map(self._code, catalogue.numbered)),
            rule=self._code(catalogue.rule),
            unlisted=tuple(map(self._unlisted, catalogue.outcomes.values())),
            sources=tuple(map(_source, catalogue.sources.values())),
            facts=tuple(map(_fact, catalogue.facts)),
        )

    def code(self, code: values.Code) -> shapes.OneCode:
        """One code with what belongs to it and its links."""
        before, after = self._catalogue.neighbours(code)
        return shapes.OneCode(
            schema=f"{self._site}api/schema.json#/$defs/OneCode",
            format=shapes.FORMAT,
            data=self._data(),
            code=self._code(code),
            outcome=_outcome(code.outcome),
            category=_category(code.category),
            arrival=_arrival(code.arrival),
            same_meaning=_numbers(self._catalogue.same_meaning(code)),
            facts=tuple(map(_fact, self._catalogue.facts_about(code))),
            links=shapes.Links(
                self=self._site + addresses.code_json(code.key),
                page=self._site + addresses.code_page(code.key),
                text=self._site + addresses.code_text(code.key),
                category=self._site + addresses.category_page(code.category.key),
                all=f"{self._site}api/codes.json",
                previous=self._site + addresses.code_json(before.key) if before else None,
                next=self._site + addresses.code_json(after.key) if after else None,
            ),
        )

    def _data(self) -> shapes.Data:
        changes = self._catalogue.changes
        return shapes.Data(len(changes), changes[-1].date, f"{self._site}changes/", f"{self._site}feed.xml")

    def _code(self, code: values.Code) -> shapes.Code:
        state = self._catalogue.state_of(code)
        return shapes.Code(
            number=code.number,
            key=code.key,
            label=code.label,
            outcome=code.outcome.key,
            final=code.outcome.final,
            category=code.category.key,
            meaning=shapes.Statement(code.meaning, "stated"),
            basis=code.basis,  # type: ignore[arg-type]
            advice=shapes.Statement(code.category.advice, "advice"),
            action=_stated(code.action),
            ask=_stated(code.ask),
            arrival=code.arrival.key,
            becomes=tuple(map(_way, self._catalogue.ways_out(state))) if state else (),
            meaning_of=code.meaning_owner.number,
            printed=code.printed,
            remark=shapes.Statement(code.remark, "derived") if code.remark else None,
            q850=_cause(code.cause) if code.cause else None,
            changed=self._catalogue.changed(code),
            retired=self._catalogue.retired(code) or None,
            path=addresses.code_page(code.key),
        )

    def _unlisted(self, outcome: values.Outcome) -> shapes.Unlisted:
        """Below zero the vendor's rule speaks; elsewhere the sign alone does."""
        rule = self._catalogue.rule
        ruled = rule.outcome is outcome
        minimum, maximum = RANGES[outcome.sign]
        return shapes.Unlisted(
            outcome=outcome.key,
            minimum=minimum,
            maximum=maximum,
            final=outcome.final,
            rule=rule.key if ruled else None,
            label=rule.label if ruled else f"{outcome.name}, not listed",
            meaning=shapes.Statement(rule.meaning if ruled else outcome.meaning, "stated"),
            advice=shapes.Statement(rule.category.advice if ruled else UNLISTED_ADVICE, "advice"),
            path=addresses.code_page(rule.key) if ruled else addresses.outcome(outcome.key),
        )


def _stated(text: str) -> shapes.Statement | None:
    return shapes.Statement(text, "stated") if text else None


def _numbers(codes: list[values.Code] | tuple[values.Code, ...]) -> tuple[int, ...]:
    return tuple(code.number for code in codes if code.number is not None)


def _source(source: values.Source) -> shapes.Source:
    return shapes.Source(source.key, source.title, source.publisher, source.url or None, source.read)


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
        meaning=shapes.Statement(outcome.meaning, "stated"),
        action=_stated(outcome.action),
        light=_colours(outcome.light),
        dark=_colours(outcome.dark),
        path=addresses.outcome(outcome.key),
    )


def _category(category: values.Category) -> shapes.Category:
    return shapes.Category(
        key=category.key,
        name=category.name,
        summary=shapes.Statement(category.summary, "derived"),
        note=_stated(category.note),
        advice=shapes.Statement(category.advice, "advice"),
        ask=shapes.Statement(category.ask, "advice"),
        path=addresses.category_page(category.key),
    )


def _arrival(arrival: values.Arrival) -> shapes.Arrival:
    return shapes.Arrival(arrival.key, arrival.answer, shapes.Statement(arrival.explanation, arrival.kind.key))  # type: ignore[arg-type]


def _way(way: values.Transition) -> shapes.Way:
    when = shapes.Statement(way.when, way.kind.key)  # type: ignore[arg-type]
    return shapes.Way(way.target.name, way.target.outcome.key, _numbers(way.target.codes), when)


def _cause(cause: values.Cause) -> shapes.Cause:
    return shapes.Cause(cause.number, cause.name or None, cause.verdict, cause.remark or None, "derived")  # type: ignore[arg-type]


def _fact(fact: values.Fact) -> shapes.Fact:
    return shapes.Fact(fact.key, fact.about, shapes.Statement(fact.statement, "stated"), fact.source.key)
