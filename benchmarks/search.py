"""How long the search takes for its first answer and for later ones, and what it loads, at 85, 1,000 and 20,000 codes.

`python -m benchmarks.search` builds no pages: it bundles the scripts, packs each catalogue, and starts the worker of the search as a page
does. The text index of the other pages comes from the folder site/, so run `make build` first.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from macros.browser.bundle import bundle
from macros.browser.pack import scripts
from macros.catalogue import load
from tests.support import browsers
from tests.support.serving import Handler, serving

from . import catalogue
from .tools import ROOT

SIZES = (85, 1_000, 20_000)
INDEX = Path("search/search_index.json")
FIRST = {"a number": "3931", "words": "line busy", "a slip": "telphone numbr"}
"""What is asked of a worker that has just started."""

LATER = ("39", "3", "-22", "status 4711", "b", "bu", "bus", "busy", "the line was busy", "handshake", "bussy", "gatewya noticed", "qqqq")
"""What is asked of it afterwards."""

ASK = """async ([worker, catalogue, index, queries]) => {
  const address = (path) => new URL(path, location.href).href;
  performance.clearResourceTimings();
  const start = performance.now();
  const search = new Worker(address(worker));
  const ask = (query) => new Promise((resolve, reject) => {
    const asked = performance.now();
    search.onmessage = ({ data }) => data.type === "answer" ? resolve(performance.now() - asked) : reject(new Error(data.message));
    search.postMessage({ type: "query", query });
  });
  search.postMessage({ type: "open", catalogue: address(catalogue), index: address(index) });
  await ask(queries[0]);
  const first = performance.now() - start;
  const later = [];
  for (const query of queries.slice(1)) later.push(await ask(query));
  search.terminate();
  return { first, later };
}"""


class Plain(Handler):
    """Sends files as they are: to pack them anew for each request, as no host does, would take longer than what is measured."""

    def send_head(self):  # type: ignore[no-untyped-def]
        """As above."""
        del self.headers["Accept-Encoding"]
        return super().send_head()


def lay(folder: Path, size: int) -> tuple[str, str]:
    """Writes what the search of so many codes loads. Returns the paths of the worker and of the catalogue."""
    data = folder / "data"
    catalogue.write(ROOT / "data", data, size)
    assets = bundle(ROOT, "", {}) | scripts(load(data), "https://codes.example/")
    for asset in assets.values():
        target = folder / asset.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(asset.text, encoding="utf-8")
    (folder / INDEX).parent.mkdir()
    shutil.copy(ROOT / "site" / INDEX, folder / INDEX)
    (folder / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")
    return assets["search"].path, assets["catalogue"].path


def measured(page: Page, folder: Path, paths: tuple[str, str], runs: int) -> dict[str, float]:
    """Kilobytes loaded and milliseconds waited, medians of the runs, by what was asked."""
    seen: set[str] = set()
    page.context.on("request", lambda request: seen.add(request.url.removeprefix(page.url)))
    result: dict[str, float] = {}
    for name, query in FIRST.items():
        seen.clear()
        times: list[Any] = [page.evaluate(ASK, [*paths, str(INDEX), [query]]) for _ in range(runs)]
        result[f"{name}, KB"] = sum(len(gzip.compress((folder / path).read_bytes(), mtime=0)) for path in seen) / 1000
        result[f"{name}, ms"] = statistics.median(each["first"] for each in times)
    # The first of each is the first time that its words are asked for; a person who types waits for that one.
    later = [page.evaluate(ASK, [*paths, str(INDEX), ["busy", *LATER]])["later"] for _ in range(runs)]
    medians = [statistics.median(times) for times in zip(*later, strict=True)]
    return result | {"later, ms": statistics.median(medians), "slowest later, ms": max(medians)}


def main() -> None:
    """Prints a table: each size beside the smallest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of codes")
    parser.add_argument("--runs", type=int, default=5, help="runs, of which the median counts")
    options = parser.parse_args()
    program = browsers.ensure()
    columns: list[dict[str, float]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=browsers.arguments())
        for size in options.sizes:
            with tempfile.TemporaryDirectory() as name, serving(Path(name), "/", Plain) as address:
                paths = lay(Path(name), size)
                page = browser.new_page()
                page.goto(address)
                columns.append(measured(page, Path(name), paths, options.runs))
                page.close()
        browser.close()
    print("| search |" + "".join(f" {size:,} codes |" for size in options.sizes) + " ratio |")
    print("|---|" + "---:|" * (len(columns) + 1))
    for name, least in columns[0].items():
        print(f"| {name} |" + "".join(f" {column[name]:.0f} |" for column in columns) + f" {columns[-1][name] / least:.1f} |")


if __name__ == "__main__":
    main()
