"""Nothing runs in a page but the site's own files, and nothing is asked of another origin: the build refuses it, the browser stops it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError
from playwright.sync_api import Browser, Page, Route, expect

from macros.publish import events as pages
from macros.publish.sealing import violations
from tests.support.page_types import PAGE_TYPES
from tests.support.site import ROOT

RUNS = {
    "inline script": "<script>pwned = 1</script>",
    "inline module": '<script type="module">window.pwned = 1</script>',
    "script of an unknown type": '<script type="text/plain">x</script>',
    "script with capitals": "<SCRIPT>pwned = 1</SCRIPT>",
    "script of another origin": '<script src="https://elsewhere.example/x.js"></script>',
    "script without a scheme": '<script src="//elsewhere.example/x.js"></script>',
    "script with backslashes": '<script src="\\\\elsewhere.example/x.js"></script>',
    "script of data": '<script src="data:text/javascript,pwned=1"></script>',
    "text in a script of the site": '<script src="assets/x.js">pwned = 1</script>',
    "event handler": '<img src="assets/no.png" alt="" onerror="pwned = 1">',
    "event handler of a drawing": '<svg onload="pwned = 1"></svg>',
    "event handler without quotes": "<p OnClick=pwned=1>",
    "address that runs": '<a href="javascript:pwned=1">x</a>',
    "address that runs, with gaps": '<a href=" java\tscript:pwned=1">x</a>',
    "address that runs, as entities": '<a href="&#106;avascript&colon;pwned=1">x</a>',
    "address that runs, in a form": '<form><button formaction="javascript:pwned=1">x</button></form>',
    "page of data": '<a href="data:text/html,x">x</a>',
    "style element": "<style>p { color: red }</style>",
    "style attribute": '<p style="color: red">x</p>',
    "style sheet of another origin": '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
    "picture of another origin": '<img src="https://elsewhere.example/x.png" alt="">',
    "frame": '<iframe srcdoc="x"></iframe>',
    "plug-in": '<object data="x.swf"></object>',
    "other base": '<base href="https://elsewhere.example/">',
    "refresh": '<meta http-equiv="Refresh" content="0; url=https://elsewhere.example/">',
}
RESTS = {
    "script of the site": '<script src="../assets/x.js"></script>',
    "data block": '<script type="application/ld+json">{"a": "<b onclick=x>"}</script>',
    "another data block": '<script type="application/json">{}</script>',
    "link to another origin": '<a href="https://elsewhere.example/" rel="external">x</a>',
    "address of the page itself": '<link rel="canonical" href="https://reference.example/">',
    "picture as data": '<img src="data:image/png;base64,AAAA" alt="">',
    "code shown as text": "<code>&lt;script&gt;alert(1)&lt;/script&gt; onclick=1 style=1</code>",
    "words that look like it": '<p class="style" title="onclick=alert(1) javascript:x">javascript:alert(1)</p>',
}


# The build -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RUNS)
def test_what_runs_is_seen(name: str):
    assert violations(f"<!doctype html>\n<title>A page</title>\n{RUNS[name]}") != []


@pytest.mark.parametrize("name", RESTS)
def test_what_rests_is_left_alone(name: str):
    assert violations(f"<!doctype html>\n<title>A page</title>\n{RESTS[name]}") == []


def test_a_template_that_is_no_page_is_left_alone():
    assert pages.on_post_template("<style>", template_name="sitemap.xml", config=None) == "<style>"


def test_a_404_page_that_runs_something_is_refused():
    with pytest.raises(PluginError, match=r"^404\.html: line 2: a style element; expected nothing that runs in a page$"):
        pages.on_post_template("<p>\n<style>", template_name="404.html", config=None)


def test_a_page_of_another_theme_is_refused():
    with pytest.raises(PluginError, match=r"^404\.html: the theme has 0 toggles"):
        pages.on_post_template("<p>", template_name="404.html", config=None)


def test_the_build_fails_by_the_name_of_the_page(tmp_path: Path):
    for name in ("data", "docs", "macros", "overrides", "benchmarks", "mkdocs.yml", "hooks.py"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    with (tmp_path / "docs" / "about.md").open("a", encoding="utf-8") as file:
        file.write('\n<p onclick="alert(1)">A text</p>\n')
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "about/index.html: line" in done.stderr
    assert "an event handler, onclick; expected nothing that runs in a page" in done.stderr
    assert "Traceback" not in done.stderr


# The browser -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_page_in_use_asks_nobody_and_breaks_no_rule(visit: Callable[[str], Page], kind: str):
    """The context of every test fails on a request to another origin and on anything that the console tells, such as a violation."""
    page = visit(kind)
    page.get_by_role("button", name="Switch to").click()
    for summary in page.locator("main summary:visible").all():
        summary.click()
    for button in page.locator("main button:visible").all():
        button.click()
    page.wait_for_load_state()  # a button may have led to the lookup
    page.locator("[data-search] input").fill("busy")
    expect(page.locator("[data-search] li").first).to_be_visible()


ATTACKS = {
    "inline script": "<script>pwned = 1</script>",
    "inline module": '<script type="module">window.pwned = 1</script>',
    "script of data": '<script src="data:text/javascript,pwned=1"></script>',
    "event handler": '<img src="data:image/png;base64,AAAA" alt="" onerror="pwned = 1">',
    "event handler of a drawing": '<svg onload="pwned = 1"></svg>',
    "address that runs": '<a id="bait" href="javascript:pwned=1">x</a>',
    "frame": '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
    "style element": "<style>:root { --pwned: 1 }</style>",
    "style attribute": '<p id="styled" style="--pwned: 1">x</p>',
}
"""What would run or restyle a page, were it not for the policy: put into a built page as an attacker would."""

DONE = """() => {
  const set = (element) => element && getComputedStyle(element).getPropertyValue("--pwned");
  return Boolean(window.pwned || set(document.documentElement) || set(document.getElementById("styled")));
}"""


@pytest.fixture
def tampered(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site with something put into it, with its policy or without."""
    context = browser.new_context()

    def open_page(markup: str, policy: bool = True) -> Page:
        page = context.new_page()

        def answer(route: Route) -> None:
            body = route.fetch().text()
            assert "</h1>" in body
            body = body.replace("</h1>", f"</h1>{markup}", 1)
            assert 'http-equiv="Content-Security-Policy"' in body
            route.fulfill(body=body if policy else body.replace('http-equiv="Content-Security-Policy"', ""), content_type="text/html")

        page.route("**/codes/3931/", answer)
        page.goto(address + "codes/3931/")
        if page.locator("#bait").count():
            page.locator("#bait").click()
        return page

    yield open_page
    context.close()


@pytest.mark.parametrize("name", ATTACKS)
def test_what_gets_into_a_page_all_the_same_is_stopped(tampered: Callable[..., Page], name: str):
    # An attack that fails without the policy would prove nothing.
    tampered(ATTACKS[name], policy=False).wait_for_function(DONE)
    assert not tampered(ATTACKS[name]).evaluate(DONE)


MARKUP = {
    "harmless tag": "document.querySelector('h1').innerHTML = '<mark>busy</mark>'",
    "handler": "document.querySelector('h1').innerHTML = '<img src=x onerror=pwned=1>'",
    "link": "document.querySelector('h1').innerHTML = '<a href=javascript:pwned=1>x</a>'",
    "writing": "document.write('<p>x</p><img src=x onerror=pwned=1>')",
    "script address": "Object.assign(document.createElement('script'), { src: 'https://elsewhere.example/x.js' })",
    "worker address": "new Worker('data:text/javascript,1')",
    "script text": "Object.assign(document.createElement('script'), { text: 'pwned = 1' })",
    "evaluation": "setTimeout('pwned = 1')",
    "another policy": "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
}


@pytest.mark.parametrize("name", MARKUP)
def test_a_script_of_the_site_cannot_be_made_to_write_markup(tampered: Callable[..., Page], name: str):
    page = tampered("")
    assert page.evaluate(f"() => {{ try {{ {MARKUP[name]}; return 'done' }} catch (error) {{ return error.name }} }}") != "done"


def test_a_link_to_elsewhere_does_not_tell_where_it_was_followed(tampered: Callable[..., Page]):
    assert tampered("").locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"
