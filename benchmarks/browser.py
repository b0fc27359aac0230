"""How long one waits, in a browser, at catalogues of growing size: a visitor for the rows of the table, its filter and the search, and
who edits a row for its page in the preview.

`python -m benchmarks.browser` builds the sites, visits them in turns, edits them in turns and prints the medians; with --write, they go to
benchmarks/README.md. Absolute times depend on the machine: what counts is a size beside another in the same run.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import browsers, project
from tests.support.serving import serving

from . import catalogue, measure
from .__main__ import ENVIRONMENT, README
from .tools import ROOT, Ours

SIZES = (85, 1_000, 20_000)
HEADING = "## In a browser\n\n"
UNSEEN = 50
"""Milliseconds: no browser reports a shorter task as a long one."""

MEASURES = {
    "rows": "first rows, after the first paint",
    "ready": "table ready to be filtered, after the first paint",
    "filter": "filtered by a word",
    "clear": "all shown again",
    "sort": "sorted by meaning",
    "task": "longest task meanwhile",
    "first": "first search, with all that it loads",
    "later": "later search",
    "edit": "a label that was edited under `make serve`, on screen",
}
"""What is measured, each in milliseconds."""

WATCH = """
self.tasks = [0];
const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
watch.observe({ type: "longtask", buffered: true });
self.when = (done) => new Promise((resolve) => {
  const look = () => (done() ? resolve(performance.now()) : requestAnimationFrame(look));
  look();
});
/* From something that a visitor does until its effect is painted. */
self.taken = async (act, done) => {
  const start = performance.now();
  act();
  await when(done);
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))));
};
self.type = (text, field) => {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
self.counted = (words) => words.test(document.querySelector(".tools__count")?.textContent);
self.typed = (text) => type(text, document.querySelector(".tools [name=text]"));
/* The first row that has a place; and when typing has an effect. */
self.row = when(() => document.querySelector("#codes tbody tr")?.getBoundingClientRect().height);
self.ready = row.then(() => when(() => counted(/./) && (typed("line"), counted(/ of /))));
"""
TABLE = """async () => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const rows = Math.max(0, (await row) - paint), enabled = (await ready) - paint;
  await taken(() => typed(""), () => counted(/^All/));
  const filter = await taken(() => typed("busy"), () => counted(/ of /));
  const clear = await taken(() => document.querySelector(".tools [type=reset]").click(), () => counted(/^All/));
  const header = [...document.querySelectorAll("#codes thead th")].at(-1);
  const sort = await taken(() => header.querySelector("button").click(), () => header.ariaSort === "ascending");
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { rows, ready: enabled, filter, clear, sort, task: Math.max(...tasks) };
}"""
SEARCH = """async () => {
  const field = document.querySelector("[data-search] input"), list = document.querySelector("[data-search] ol");
  const found = (text, page) => taken(() => (field.focus(), type(text, field)), () => page.test(list.querySelector("a")?.href));
  const first = await found("3931", /codes\\/3931/);
  const later = [await found("-22", /codes\\/-22/), await found("busy", /busy|3931|263/), await found("205000", /codes\\/205000/)];
  return { first, later: later.sort((a, b) => a - b)[1] };
}"""


@contextmanager
def projects(sizes: tuple[int, ...]) -> Iterator[dict[int, Path]]:
    """The project with each number of codes, and built, while the block runs: the folder of each."""
    with tempfile.TemporaryDirectory() as name:
        folders = {}
        for size in sizes:
            folder = Path(name) / str(size)
            catalogue.write(ROOT / "data", folder / "made", size)
            Ours().lay(folder / "made", folder)
            measure.run(Ours().command(), folder, ENVIRONMENT)
            folders[size] = folder
        yield folders


def visited(browser: Browser, address: str) -> dict[str, float]:
    """The measures of one visit to the table and one search, with nothing kept of an earlier visit."""
    taken: dict[str, float] = {}
    for path, script in (("codes/", TABLE), ("codes/3931/", SEARCH)):
        page: Page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(WATCH)
        page.goto(address + path, wait_until="commit", timeout=300_000)
        page.wait_for_load_state(timeout=300_000)
        taken |= page.evaluate(script)
        page.close()
    return taken


def edited(page: Page, folder: Path, label: str) -> float:
    """Milliseconds from the edit of a code's label until the code's page, which is open, has it."""
    start = time.perf_counter()
    project.change(folder, "codes", "3931", "label", label)
    page.get_by_role("heading", level=1).filter(has_text=label).wait_for(timeout=300_000)
    return (time.perf_counter() - start) * 1000


def measured(sizes: tuple[int, ...], runs: int) -> dict[int, dict[str, float]]:
    """The medians for each size. Sizes take turns, so that a slow minute of the machine hits all of them."""
    taken: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
    with projects(sizes) as folders, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.ensure(), args=browsers.arguments())
        with ExitStack() as stack:
            addresses = {size: stack.enter_context(serving(folder / "site")) for size, folder in folders.items()}
            for _ in range(runs):
                for size, address in addresses.items():
                    taken[size].append(visited(browser, address))
        with ExitStack() as stack:
            previews = {size: stack.enter_context(project.serving(folder)) for size, folder in folders.items()}
            pages = {size: browser.new_page() for size in sizes}
            for size, page in pages.items():
                page.goto(f"{previews[size].address}codes/3931/")
            for run in range(runs):
                for size, page in pages.items():
                    taken[size][run]["edit"] = edited(page, folders[size], f"Edited {run} times")
        browser.close()
    return {size: {name: statistics.median(run[name] for run in of) for name in MEASURES} for size, of in taken.items()}


def table(medians: Mapping[int, Mapping[str, float]], runs: int) -> str:
    """The medians as a table in Markdown, the largest size beside the smallest."""
    small, large = min(medians), max(medians)
    heads = [*(f"{size:,} codes" for size in medians), f"{large:,} beside {small:,}"]
    lines = [
        f"Milliseconds, medians of {runs} first visits and edits on {os.cpu_count()} cores, {date.today().isoformat()}.",
        "",
        f"| what one waits for | {' | '.join(heads)} |",
        f"|---|{'---:|' * len(heads)}",
    ]
    for name, what in MEASURES.items():
        cells = ["< 50" if name == "task" and of[name] < UNSEEN else f"{of[name]:.0f}" for of in medians.values()]
        ratio = medians[large][name] / medians[small][name] if min(medians[small][name], medians[large][name]) >= 1 else None
        lines.append(f"| {what} | {' | '.join(cells)} | {'–' if ratio is None else f'{ratio:.1f}'} |")
    return "\n".join(lines) + "\n"


def with_section(readme: str, lines: str) -> str:
    """The README with the table as the end of the section "In a browser"."""
    before, heading, rest = readme.partition(HEADING)
    section, following, after = rest.partition("\n## ")
    words = section.partition("Milliseconds, ")[0].strip()
    return f"{before}{heading}{words}\n\n{lines}{following}{after}"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of codes")
    parser.add_argument("--runs", type=int, default=5, help="visits to each site, of which the median counts")
    parser.add_argument("--write", action="store_true", help=f"write {README.relative_to(ROOT)}")
    options = parser.parse_args()
    lines = table(measured(tuple(options.sizes), options.runs), options.runs)
    print(lines)
    if options.write:
        README.write_text(with_section(README.read_text(encoding="utf-8"), lines), encoding="utf-8")


if __name__ == "__main__":
    main()
