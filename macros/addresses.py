"""Where everything stands, from the root of the site. A promise: no address ever changes or goes away."""

from __future__ import annotations

from urllib.parse import quote

CODES = "codes/"
CATEGORIES = "categories/"
CHANGES = "changes/"
LEGEND = "legend/"
API = "api/"


def code_page(key: str) -> str:
    """The page of a code, by its key: the number as the vendor prints it, or the key of the rule."""
    return f"{CODES}{quote(key)}/"


def code_text(key: str) -> str:
    """The page of a code as plain Markdown."""
    return f"{code_page(key)}index.md"


def code_json(key: str) -> str:
    """The facts of a code as JSON."""
    return f"{API}codes/{key}.json"


def category_page(key: str) -> str:
    """The page of a category, by its key."""
    return f"{CATEGORIES}{quote(key)}/"


def outcome(key: str) -> str:
    """An outcome in the legend, by its key."""
    return f"{LEGEND}#{key}"
