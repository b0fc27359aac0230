"""The contrast of two colours is what others publish for them."""

from __future__ import annotations

import pytest

from macros.catalogue.colour import contrast, is_colour


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the grey that just fails WCAG AA, and the one that just passes
        ("#767676", "#ffffff", 4.54),
        ("#949494", "#ffffff", 3.03),
        ("#333333", "#ffffff", 12.63),
        ("#ff0000", "#ffffff", 4.00),
        ("#00ff00", "#ffffff", 1.37),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#ffffff", 1.07),
        ("#0000ff", "#000000", 2.44),
    ],
)
def test_contrast_is_as_published(one: str, other: str, ratio: float):
    assert round(contrast(one, other), 2) == ratio


def test_contrast_does_not_ask_which_colour_is_in_front():
    assert contrast("#8e0e14", "#ffd75e") == contrast("#ffd75e", "#8e0e14")


@pytest.mark.parametrize("text", ["#000000", "#ffd75e", "#012abc"])
def test_a_colour_is_six_digits_in_lower_case(text: str):
    assert is_colour(text)


@pytest.mark.parametrize("text", ["", "#fff", "fff000", "#FFD75E", "#ffd75g", "#ffd75e ", "#ffd75e\n", "#ffd75eff", "red", "#ffd75e;"])
def test_anything_else_is_no_colour(text: str):
    assert not is_colour(text)
