"""The settings of a site, checked at the start of a build: what they hold goes into every page and every published file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_HOST = r"(?:[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?|[0-9A-Fa-f:]+)"  # the last: how MkDocs names its preview's
_ADDRESS = re.compile(rf"https?://{_HOST}(?:/[A-Za-z0-9._~%+-]*)*")
_EXPECTED = "expected a web address such as https://docs.example.org/fax/, without blanks, quotes, ? or #"


class SettingsError(Exception):
    """Settings are wrong; the message has one problem a line, `NAME what is wrong; what was expected`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """site: the URL of the site's root, with a slash at its end. repository: that of the project, empty where it has none."""

    site: str
    repository: str
    name: str
    description: str


def check(site: object, repository: object, name: object, description: object) -> Settings:
    """The settings, from what mkdocs.yml and the environment hold, which may be anything. Raises SettingsError with all problems."""
    problems = [
        *_wrong("SITE_URL", site, _ADDRESS.fullmatch, _EXPECTED),
        *(_wrong("REPOSITORY_URL", repository, _ADDRESS.fullmatch, f"{_EXPECTED}, or nothing") if repository not in (None, "") else ()),
        *_wrong("site_name", name, _is_line, "expected a line of text in mkdocs.yml"),
        *_wrong("site_description", description, _is_line, "expected a line of text in mkdocs.yml"),
    ]
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(f"{site}".rstrip("/") + "/", f"{repository or ''}".rstrip("/"), f"{name}", f"{description}")


def _is_line(text: str) -> bool:
    return text.isprintable() and bool(text.strip())


def _wrong(name: str, value: object, fits: Callable[[str], object], expected: str) -> list[str]:
    if isinstance(value, str) and fits(value):
        return []
    return [f"{name} is {'empty' if value in (None, '') else repr(value)}; {expected}"]
