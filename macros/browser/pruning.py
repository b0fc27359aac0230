"""Leaves out of a style sheet what no page can show.

Knows the CSS of the theme's minified sheets and nothing else: rules of selectors and declarations, in at-rules or not, without
comments. A test reads what comes out with a parser of CSS and holds it against the whole sheet.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import partial

_RULE = re.compile(r"(?<=[{};])([^{};@]+)\{([^{}]*)\}")
_EMPTY = re.compile(r"@(?:media|supports)[^{};]*\{\}")
_BRACKETS = re.compile(r"\([^()]*\)")
_COMMA = re.compile(r",(?![^(]*\))")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([\w-]+)\]")
_PROPERTY = re.compile(r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|[^;{}"'])*(?:;|(?=\}))""")
_ASKED = re.compile(r"var\((--[\w-]+)")


def pruned(css: str, names: Set[str]) -> str:
    """The sheet without the rules that need a class or a colour which is none of `names`, or text that runs from right to left.

    What stands in brackets, as in :not(), is not looked at: such a rule stays.
    """

    def kept(rule: re.Match[str]) -> str:
        selectors = [selector for selector in _COMMA.split(rule[1]) if _possible(selector, names)]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    css = _RULE.sub(kept, f";{css}")[1:]
    while (smaller := _EMPTY.sub("", css)) != css:
        css = smaller
    return css


def _possible(selector: str, names: Set[str]) -> bool:
    plain = _BRACKETS.sub("", selector)
    return "[dir=rtl]" not in plain and {*_CLASS.findall(plain), *_COLOUR.findall(plain)} <= names


def without_unasked(css: str, beside: str) -> str:
    """The sheet without the custom properties that neither it nor the text `beside` asks for. Their values, icons, are long."""
    while True:
        asked = set(_ASKED.findall(css + beside))
        smaller = _PROPERTY.sub(partial(_asked_for, asked), css)
        if smaller == css:
            return css
        css = smaller


def _asked_for(names: Set[str], declaration: re.Match[str]) -> str:
    return declaration[0] if declaration[1] in names else ""
