"""What people have set in their system holds: dark colors, colors of the system, nothing that moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.engines.engine import Settings
from tests.support.engines.marks import IN_FIREFOX
from tests.support.engines.page import Page
from tests.support.page_types import PAGE_TYPES
from tests.support.serving import Handler, serving
from tests.support.site import PREFIX

BADGES = """() => [...document.querySelectorAll("article .badge")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each, each.querySelector("svg").getBoundingClientRect().width > 8])
  .map(([each, drawn]) => [each.textContent.trim(), drawn, getComputedStyle(each).borderTopStyle])
"""
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number)"
LIGHT_AND_DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
COLOURS = "[data-colours]"


def is_dark(page: Page) -> bool:
    return sum(page.run(BACKGROUND)) < 3 * 128


@LIGHT_AND_DARK
def test_the_scheme_is_the_systems_until_somebody_chooses(visitor: Callable[..., Page], dark: bool):
    page = visitor(dark=dark)
    there, back = ("light", "dark") if dark else ("dark", "light")
    page.open("codes/-22/")
    assert is_dark(page) == dark
    assert page.run("() => localStorage.length") == 0
    name = f"() => document.querySelector('{COLOURS}').getAttribute('aria-label')"
    assert page.run(name) == f"Switch to {there} colors"
    page.run("(button) => document.querySelector(button).focus()", COLOURS)
    page.press("Space")
    assert (is_dark(page), page.run(name)) == (not dark, f"Switch to {back} colors")
    page.press("Enter")
    assert (is_dark(page), page.run(name)) == (dark, f"Switch to {there} colors")
    page.press("Space")
    page.open("legend/")
    assert is_dark(page) != dark


class WithoutScripts(Handler):
    """Forbids scripts, as somebody's browser may."""

    def end_headers(self) -> None:
        """The head ends with that."""
        self.send_header("Content-Security-Policy", "script-src 'none'")
        super().end_headers()


@LIGHT_AND_DARK
def test_without_scripts_the_scheme_is_the_systems(visitor: Callable[..., Page], site: Path, dark: bool):
    page = visitor(dark=dark)
    with serving(site, PREFIX, WithoutScripts) as page.root:
        page.open("codes/-22/")
        assert page.run("() => document.documentElement.classList.contains('no-js')")
        assert is_dark(page) == dark
        assert page.run("(button) => getComputedStyle(document.querySelector(button)).display", COLOURS) == "none"
    page.said()  # That scripts are forbidden is meant.


@IN_FIREFOX
def test_a_page_follows_a_system_that_turns_dark(page: Page):
    page.open("codes/-22/")
    assert not is_dark(page)
    page.engine.set(Settings(dark=True))
    page.until("() => matchMedia('(prefers-color-scheme: dark)').matches")
    assert is_dark(page)
    page.open("")
    assert is_dark(page)


@IN_FIREFOX
@pytest.mark.parametrize("kind", ["", "codes/", "legend/"])
def test_colors_of_the_system_leave_icon_word_and_border_of_every_outcome(visitor: Callable[..., Page], kind: str):
    page = visitor(forced=True)
    page.open(kind)
    assert page.run("() => matchMedia('(forced-colors: active)').matches")
    borders = {"Failure": "double", "In process": "dashed", "Success": "solid"}
    assert {tuple(badge) for badge in page.run(BADGES)} == {(name, True, border) for name, border in borders.items()}


def test_nothing_moves_for_people_who_ask_for_that(visitor: Callable[..., Page]):
    page = visitor(still=True)
    for kind in ("", "codes/", "triage/"):
        page.open(kind)
        assert page.run("() => matchMedia('(prefers-reduced-motion: reduce)').matches")
        moving = "(each) => parseFloat(getComputedStyle(each).transitionDuration) > 0 || getComputedStyle(each).scrollBehavior === 'smooth'"
        assert page.run(f"() => [...document.querySelectorAll('*')].filter({moving}).length") == 0


@IN_FIREFOX
@pytest.mark.parametrize(("kind", "field"), {"": "#lookup-code", "codes/": "[data-search] input", "triage/": "textarea"}.items())
def test_an_example_in_a_field_is_as_dark_as_quiet_words(page: Page, kind: str, field: str):
    page.open(kind)
    quiet = page.run("() => getComputedStyle(document.querySelector('.md-typeset label')).color") if kind else None
    shown = page.run("(field) => getComputedStyle(document.querySelector(field), '::placeholder').color", field)
    assert shown == (quiet or page.run("() => getComputedStyle(document.querySelector('.lead')).color"))


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_stays_light_in_the_dark(visitor: Callable[..., Page], kind: str):
    """Words stand out against what lies behind them; axe-core measures each of them in Chromium."""
    page = visitor(dark=True)
    page.open(kind)
    assert page.run(FAINT) == []


FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => rgb.slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (each) => {
    const layers = [];
    for (let at = each; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return layers;
  };
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest("svg"))
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((each) => {
      const under = behind(each);
      const [text, ground] = [light(painted([...under, getComputedStyle(each).color])), light(painted(under))];
      return [(Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05), each.outerHTML.slice(0, 90)];
    })
    .filter(([contrast]) => contrast < 4.5);
}"""
