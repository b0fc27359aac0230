"""How long /triage/ reads 100,000 and 1,000,000 rows, and how long the page itself was ever busy meanwhile.

`python -m benchmarks.triage` builds nothing: it serves the folder site/, so run `make build` first.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.support import browsers
from tests.support.serving import serving

SIZES = (100_000, 1_000_000)

FILE = """rows => {
  const lines = ["TransactionID,Status,Subject"];
  for (let i = 0; i < rows; i += 1) lines.push(`${881230000 + i},${[0, 3931, -22][i % 3]},Order ${i} ${"x".repeat(170)}`);
  window.dropped = new DataTransfer();
  dropped.items.add(new File([lines.join("\\n")], "large.csv"));
}"""
DROP = """() => {
  window.busy = [0];
  new PerformanceObserver((list) => busy.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
  window.started = performance.now();
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
}"""


def measured(page: Page, rows: int) -> str:
    """One reading, as a line of the table."""
    page.evaluate(FILE, rows)
    page.wait_for_timeout(2000)  # making the file kept the page busy
    page.evaluate(DROP)
    page.locator(".triage__status", has_text=f"{rows:,} faxes found.").wait_for(timeout=300_000)
    megabytes, seconds, longest = page.evaluate("[dropped.files[0].size / 1e6, (performance.now() - started) / 1000, Math.max(...busy)]")
    said = f"{longest:.0f} ms" if longest else "under 50 ms"
    return f"| {rows:,} | {megabytes:.0f} MB | {seconds:.1f} s | {said} |"


def main() -> None:
    """Prints the table."""
    program = browsers.ensure()
    print("| rows | file | until all is shown | longest task of the page |\n|---:|---:|---:|---:|")
    with serving(Path("site"), "/") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=browsers.arguments())
        for rows in SIZES:
            page = browser.new_page()
            page.goto(f"{address}triage/")
            page.locator(".triage__proof", has_text="Ready.").wait_for()
            print(measured(page, rows), flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
