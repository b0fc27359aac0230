"""The one style sheet: what it leaves out of the theme's is what no page shows, so that no page looks different for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import material
import pytest
from playwright.sync_api import Page, expect

from macros.browser import shell
from macros.browser.pruning import pruned, without_unasked
from macros.catalogue import Catalogue
from macros.pages.views import Views

from .conftest import ROOT
from .kinds import NOWHERE, SIZES, WRITTEN

NAMES = {"a", "b", "md-x", "custom"}
RULES = {
    "a rule of a class that is there": (".a{color:red}", ".a{color:red}"),
    "a rule of a class that is not there": (".c{color:red}.a{color:red}", ".a{color:red}"),
    "one selector of several": (".a,.c,.b .c,.b{color:red}", ".a,.b{color:red}"),
    "a class that only begins like one that is there": (".md-x__y{color:red}", ""),
    "two classes at once": (".a.c{color:red}.a.b{color:red}", ".a.b{color:red}"),
    "an element and a place": ("table tr:nth-child(2n)>td{color:red}", "table tr:nth-child(2n)>td{color:red}"),
    "what stands in brackets": (".a:not(.c){color:red}.b:is(.c,.d){color:red}", ".a:not(.c){color:red}.b:is(.c,.d){color:red}"),
    "a comma in brackets": (".c:is(.a,.b){color:red}", ""),
    "a rule in a condition": ("@media print{.c{color:red}.a{color:red}}", "@media print{.a{color:red}}"),
    "a condition of which nothing is left": ("@media print{.c{color:red}}.a{color:red}", ".a{color:red}"),
    "conditions in one another": ("@supports (a:b){@media print{.c{color:red}}}", ""),
    "a sheet's first word": ('@charset "UTF-8";.c{color:red}.a{color:red}', '@charset "UTF-8";.a{color:red}'),
    "the margins of a sheet of paper": ("@page{margin:1cm}.c{color:red}", "@page{margin:1cm}"),
    "steps of a movement": ("@keyframes x{0%{opacity:0}to{opacity:1}}", "@keyframes x{0%{opacity:0}to{opacity:1}}"),
    "text from right to left": ("[dir=rtl] .a{color:red}[dir=ltr] .a{color:red}", "[dir=ltr] .a{color:red}"),
    "a colour of the theme": (
        "[data-md-color-primary=red]{color:red}[data-md-color-primary=custom]{b:c}",
        "[data-md-color-primary=custom]{b:c}",
    ),
    "a scheme, which scripts change": ("[data-md-color-scheme=slate]{color:red}", "[data-md-color-scheme=slate]{color:red}"),
}
PROPERTIES = {
    "one that is asked for": ("a{--x:1;color:var(--x)}", "a{--x:1;color:var(--x)}"),
    "one that nothing asks for": ("a{--y:1;color:red;--z:2}", "a{color:red;}"),
    "an icon with marks of CSS in it": ("a{--y:url(\"data:image/svg+xml,<svg a='b;c{}'>\");color:red}", "a{color:red}"),
    "one asked for by another that is not asked for": ("a{--x:1;--y:var(--x)}", "a{}"),
    "one that another sheet asks for": ("a{--w:1}", "a{--w:1}"),
}


@pytest.mark.parametrize(("whole", "left"), RULES.values(), ids=RULES)
def test_a_rule_stays_where_a_page_can_meet_it(whole: str, left: str) -> None:
    assert pruned(whole, NAMES) == left


@pytest.mark.parametrize(("whole", "left"), PROPERTIES.values(), ids=PROPERTIES)
def test_a_property_stays_where_it_is_asked_for(whole: str, left: str) -> None:
    assert without_unasked(whole, "b{c:var(--w)}") == left


@pytest.fixture(scope="module")
def whole(catalogue: Catalogue) -> str:
    """Our sheet with every rule of the theme."""
    theme = Path(material.__file__).parent / "templates"
    return shell.Styles(theme, ROOT / "docs" / "assets", Views(catalogue, "https://forge.example/codes").stylesheet()).whole()


def test_no_part_is_left_out() -> None:
    folder = ROOT / "docs" / "assets" / "shell"
    scripts = {f"{part}.js" for parts in shell.SCRIPTS.values() for part in parts}
    assert {path.name for path in folder.iterdir()} == scripts | {f"{name}.css" for name in shell.SHEETS}


def test_what_the_theme_can_switch_on_is_off() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    switches = ("content.code", "content.tooltips", "content.tabs", "content.action", "repo_url", "version:", "tags", "status:", "consent:")
    assert [switch for switch in switches if switch in settings] == []


RULES_IN_ORDER = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const said = ({ style }) =>
    [...style].filter((name) => !name.startsWith("--"))
      .map((name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)]).join(";");
  const flat = (rules, around) => [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return rule.selectorText.split(/,(?![^(]*\\))/).map((one) => `${around}${one.trim()}|${said(rule)}`);
    if (rule instanceof CSSGroupingRule) return flat(rule.cssRules, `${around}${rule.conditionText}/`);
    return [around + rule.cssText];
  });
  return flat(sheet.cssRules, "");
}"""


def test_what_is_left_are_rules_of_the_whole_in_their_order(page: Page, site: Path, whole: str) -> None:
    page.goto("about:blank")
    left = page.evaluate(RULES_IN_ORDER, (site / shell.STYLES).read_text(encoding="utf-8"))
    rest = iter(page.evaluate(RULES_IN_ORDER, whole))
    assert len(left) > 500
    assert [rule for rule in left if rule not in rest] == []


BOTH_SHEETS = """() => new Promise((done) => {
  const published = document.querySelector("link[rel=stylesheet]");
  const whole = published.cloneNode();
  whole.href += "?whole";
  whole.onload = () => { whole.sheet.disabled = true; done(); };
  published.after(whole);
})"""

DIFFERENCES = """() => {
  const [published, whole] = [...document.querySelectorAll("link[href*='style.css']")].map((link) => link.sheet);
  /* Two of each look: rows of a table are alike. */
  const times = new Map();
  const name = (element) => element && `${element.localName}.${element.getAttribute("class")}`;
  const elements = [...document.querySelectorAll("body, body *")].filter((element) => {
    const key = [element, element.parentElement, element.parentElement.parentElement].map(name).join();
    times.set(key, (times.get(key) ?? 0) + 1);
    return times.get(key) <= 2;
  });
  const shown = (style, pseudo) => !pseudo || !["none", "normal"].includes(style.content);
  const said = (style) =>
    [...style].filter((name) => !name.startsWith("--")).map((name) => `${name}:${style.getPropertyValue(name)}`).join("|");
  const looks = () => elements.flatMap((element) =>
    [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return shown(style, pseudo) ? said(style) : "";
    }));
  const one = looks();
  [published.disabled, whole.disabled] = [true, false];
  const other = looks();
  [published.disabled, whole.disabled] = [false, true];
  if (!one[0].includes("|")) throw new Error("no style was read");
  return one.flatMap((look, at) => (look === other[at] ? [] : [elements[Math.floor(at / 3)].outerHTML.slice(0, 100)]));
}"""


def _states(page: Page, size: str) -> Iterator[None]:
    """The page as it comes, dark, with what scripts open, and printed."""
    yield
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    yield
    for toggle in ("drawer", "search") if size == "narrow" else ("search",):
        page.evaluate("name => document.getElementById(`__${name}`).click()", toggle)
        yield
    page.locator("[data-md-component=search-query]").fill("busy")
    expect(page.locator(".md-search-result__list li").first).to_be_attached()
    yield
    page.emulate_media(media="print", reduced_motion="reduce")
    yield


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [*WRITTEN, "codes/-22/", "codes/3211/", "categories/busy/", NOWHERE])
def test_a_page_looks_as_with_all_rules_of_the_theme(page: Page, address: str, whole: str, path: str, size: str) -> None:
    page.context.route("**/style.css?whole", lambda route: route.fulfill(body=whole, content_type="text/css"))
    page.set_viewport_size(SIZES[size])
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    page.evaluate(BOTH_SHEETS)
    for _ in _states(page, size):
        assert page.evaluate(DIFFERENCES) == []
