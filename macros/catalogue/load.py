"""load(): the tables of data/ as one checked Catalogue, or all their problems at once."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from .catalogue import Catalogue
from .rules import categories, causes, changes, everything, facts, next_steps, origins, outcomes, redirects, states
from .rules import codes as code_rules
from .rules.tables import Tables


class DataError(Exception):
    """The data is invalid; the message has one problem per line, `file:line: what is wrong; what was expected`."""


def load(folder: Path) -> Catalogue:
    """Reads all tables in `folder` (the project's data/).

    Returns the catalogue. Raises DataError with every problem of every table, where there is one.
    """
    tables = Tables(folder)
    catalogue = _catalogue(tables)
    everything.check_used(tables)
    everything.check_footnote_marks(tables)
    if tables.problems:
        raise DataError(str(tables.problems))
    return catalogue


def _catalogue(tables: Tables) -> Catalogue:
    """Makes the values of each table, referenced ones first."""
    tables.provenances = provenances = origins.provenances(tables)
    tables.sources = sources = origins.sources(tables)
    steps = next_steps.next_steps(tables)
    references = code_rules.References(
        next_steps=steps,
        outcomes=outcomes.outcomes(tables, steps),
        categories=categories.categories(tables, steps),
        arrivals=outcomes.arrivals(tables),
        causes=causes.causes(tables),
    )
    codes = code_rules.codes(tables, references)
    causes.check_verdicts(tables, codes)
    life = states.states(tables, references.outcomes, codes)
    return Catalogue(
        provenances=MappingProxyType(provenances),
        sources=MappingProxyType(sources),
        next_steps=MappingProxyType(steps),
        outcomes=MappingProxyType(references.outcomes),
        arrivals=MappingProxyType(references.arrivals),
        categories=MappingProxyType(references.categories),
        codes=MappingProxyType(codes),
        states=MappingProxyType(life),
        transitions=states.transitions(tables, life),
        causes=MappingProxyType(references.causes),
        facts=tuple(facts.facts(tables).values()),
        answers=MappingProxyType(facts.answers(tables)),
        changes=changes.changes(tables, codes),
        redirects=redirects.redirects(tables),
    )
