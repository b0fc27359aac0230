"""The pages that matter most, as pictures from three engines side by side, on one sheet that a person looks at before a release.

`python -m tests.support.engines.pictures` makes test-results/pictures/index.html from site/. No test compares them: engines draw
letters differently, and only a person sees whether that matters.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.support import browsers
from tests.support.engines import finding
from tests.support.engines.engine import Engine, Settings
from tests.support.engines.page import Page
from tests.support.programs import ROOT
from tests.support.serving import serving

SHEET = ROOT / "test-results" / "pictures"
PAGES = {"home": "", "code": "codes/3931/", "codes": "codes/", "legend": "legend/", "triage": "triage/"}
SIZES = {"wide": (1280, 1000), "narrow": (360, 1400)}
ENGINES = ("chromium", *finding.NAMES)

STYLE = """body { font: 1rem system-ui, sans-serif; margin: 1rem; }
figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; }
img { display: block; border: 1px solid #888; } .wide img { width: 600px; } .narrow img { width: 360px; }"""

Shoot = Callable[[str, bool, str], bytes]
"""Takes the picture of a page, by its name, in the dark or not, at a size."""


def _ready(page: Page, name: str) -> None:
    page.open(PAGES[name])
    if name == "triage":
        page.click("[data-does=example]")
        page.until_text(".triage__status", "12 faxes found.")
        page.run("() => document.querySelector('#triage-found').scrollIntoView({ behavior: 'instant' })")


def _of_engine(engine: Engine, root: str) -> Shoot:
    def shoot(name: str, dark: bool, size: str) -> bytes:
        page = Page(engine, root, [])
        engine.begin(Settings(dark=dark, still=True), Path(tempfile.gettempdir()))
        page.resize(*SIZES[size])
        _ready(page, name)
        return engine.picture()

    return shoot


@contextmanager
def _chromium(root: str) -> Iterator[Shoot]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.ensure(), args=browsers.arguments())

        def shoot(name: str, dark: bool, size: str) -> bytes:
            width, height = SIZES[size]
            settings = {"color_scheme": "dark" if dark else "light", "reduced_motion": "reduce"}
            page = browser.new_page(viewport={"width": width, "height": height}, **settings)
            page.goto(root + PAGES[name])
            if name == "triage":
                page.locator("[data-does=example]").click()
                page.get_by_role("heading", name="12 faxes found").wait_for()
                page.evaluate("document.querySelector('#triage-found').scrollIntoView({ behavior: 'instant' })")
            taken = page.screenshot()
            page.close()
            return taken

        yield shoot
        browser.close()


@contextmanager
def _other(name: str, root: str) -> Iterator[Shoot]:
    engine = finding.start(name)
    try:
        yield _of_engine(engine, root)
    finally:
        engine.close()


def sheet() -> str:
    """The page that shows all pictures, a line for each page, scheme and size."""
    lines = []
    for name in PAGES:
        for size in SIZES:
            for scheme in ("light", "dark"):
                shown = [
                    f'<figure><figcaption>{engine}</figcaption><img src="{engine}-{name}-{size}-{scheme}.png" alt=""></figure>'
                    for engine in ENGINES
                ]
                lines.append(f'<section class="{size}"><h2>{name}, {size}, {scheme}</h2>{"".join(shown)}</section>')
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>{STYLE}</style>{"".join(lines)}</html>\n'


def main(folder: Path) -> int:
    """Takes all pictures of a built site."""
    if not (folder / "index.html").is_file():
        print(f"No site is in {folder.name}/: make build", file=sys.stderr)
        return 1
    SHEET.mkdir(parents=True, exist_ok=True)
    with serving(folder, urlsplit(os.environ.get("SITE_URL", "")).path or "/") as root:
        for engine in ENGINES:
            with _chromium(root) if engine == "chromium" else _other(engine, root) as shoot:
                for dark in (False, True):
                    for name in PAGES:
                        for size in SIZES:
                            taken = shoot(name, dark, size)
                            (SHEET / f"{engine}-{name}-{size}-{'dark' if dark else 'light'}.png").write_bytes(taken)
    (SHEET / "index.html").write_text(sheet(), encoding="utf-8")
    print(f"Look at {(SHEET / 'index.html').relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT / (os.environ.get("BUILT_SITE") or "site")))
