"""Every URL of the site, relative to its root. A promise: no URL ever changes or disappears."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

CODES = "codes/"
BELOW_ZERO = "codes/below-zero/"
FROM_ZERO = "codes/from-zero/"
CATEGORIES = "categories/"
CHANGES = "changes/"
LEGEND = "legend/"
LOOKUP = "lookup/"
TRIAGE = "triage/"
GUIDE = "integrate/"
NUMBER_SPACES = "integrate/#two-kinds-of-negative-numbers"
COMPARISON = "about/#q850"
KINDS = "about/#kinds-of-statement"
SNIPPETS = "snippets/"
LOGO = "assets/logo.svg"

API = "api/"
ALL_CODES = "api/codes.json"
SCHEMA = "api/schema.json"
CSV = "api/codes.csv"
UNLISTED_CSV = "api/unlisted.csv"
PROPERTIES = "api/codes.properties"
DATA_PACKAGE = "api/datapackage.json"
PYTHON = "api/FaxStatus.py"
TYPESCRIPT = "api/fax-status.ts"
RUBY = "api/fax_status_codes.rb"
CHANGES_JSON = "api/changes.json"
FEED = "feed.xml"
LLMS = "llms.txt"
OPENSEARCH = "opensearch.xml"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"


@cache
def code_page(key: str) -> str:
    """The page of a code, by its key: the number as the vendor prints it, or the key of the rule."""
    return f"{CODES}{quote(key)}/"


def code_text(key: str) -> str:
    """The page of a code as plain Markdown."""
    return f"{code_page(key)}index.md"


def code_json(key: str) -> str:
    """The facts of a code as JSON."""
    return f"api/codes/{key}.json"


def category_json(key: str) -> str:
    """The facts of a category as JSON."""
    return f"api/categories/{key}.json"


def code_range(first: int, last: int) -> str:
    """The table of the codes of a range of numbers, both ends included."""
    return f"{CODES}{first}-to-{last}/"


@cache
def category_page(key: str) -> str:
    """The page of a category, by its key."""
    return f"{CATEGORIES}{quote(key)}/"


@cache
def codes_of(category: str) -> str:
    """The table of all codes, filtered to a category by its key."""
    return f"{CODES}?category={quote(category)}"


def outcome(key: str) -> str:
    """An outcome in the legend, by its key."""
    return f"{LEGEND}#{key}"


def change(key: str) -> str:
    """An entry of the log of changes, by its key."""
    return f"{CHANGES}#{key}"
