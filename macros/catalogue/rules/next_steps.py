"""next_steps.csv: what to do about a fax with a status, in one word."""

from __future__ import annotations

from ..table import Row
from ..values import NextStep
from .tables import Tables

ICONS = ("check", "clock", "credit", "pencil", "person", "repeat", "support")
"""The icons that a step may have, each a file of pages/icons/."""

RESEND = ("yes", "no", "after", "unknown")


def next_steps(tables: Tables) -> dict[str, NextStep]:
    """The steps."""

    def step(row: Row) -> NextStep:
        tables.one_of(row, "icon", ICONS)
        tables.one_of(row, "resend", RESEND)
        return NextStep(row["step"], row["name"], row["icon"], row["resend"], tables.statement("next_steps", row, "why"))

    return tables.keyed("next_steps", step)


def check_sent_once(tables: Tables, row: Row, step: NextStep, sign: str) -> None:
    """Reports a step that sends a fax again while the service is still working on it: the sign of its status is negative."""
    if sign == "negative" and step.resend in ("yes", "after"):
        wrong = f"next '{step.key}' sends a fax again that is still in process"
        tables.wrong(row, wrong, "expected a step with resend no: the fax may go out twice")
