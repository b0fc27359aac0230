"""Contrast of two colours, as WCAG 2.2 defines it, and the two page backgrounds that the site has."""

from __future__ import annotations

import re

PAGE_BACKGROUND = {"light": "#ffffff", "dark": "#14161d"}
"""The page background, by colour scheme: the generated style sheet sets it, and contrast is measured against it."""

TEXT_AA = 4.5
"""Least contrast of text, WCAG 2.2 success criterion 1.4.3."""

GRAPHICS_AA = 3.0
"""Least contrast of a border or an icon that carries meaning, WCAG 2.2 success criterion 1.4.11."""

_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """True for `#rrggbb` in lower case, the one form used in data/."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0 for black to 1 for white (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
