"""The table of a large catalogue: the page has its first rows, scripts filter and sort all, and without them ranges lead to each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks import catalogue as made
from benchmarks import measure
from benchmarks.tools import Ours
from macros.catalogue import Code, load
from macros.pages.ranges import FIRST_ROWS
from tests.support import programs
from tests.support.serving import serving
from tests.support.site import PREFIX, ROOT, SITE_URL

SIZE = 2_200
"""Codes: more than one file of texts holds, so that the table has to gather them, and more than are printed."""
Visit = Callable[[str], Page]

ROWS = "#codes > tbody > tr"
ALL = f"All {SIZE} shown"
DRAWN = """() => [...document.querySelectorAll("#codes > tbody > tr")].map((row) => {
  const copy = row.cloneNode(true);
  copy.removeAttribute("aria-rowindex");
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", new URL(link.getAttribute("href"), location.href).pathname);
  return copy.outerHTML.replace(/\\s+/g, " ").replace(/ ?(<[^>]+>) ?/g, "$1");
})"""
"""The markup of the rows in the page, wherever the page stands."""

AXE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap((found) => found.nodes.map((node) => `${found.id} at ${node.target}: ${node.failureSummary}`));
}"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the real rows and made-up ones, and its site."""
    folder = tmp_path_factory.mktemp("large")
    made.write(ROOT / "data", folder / "made", SIZE)
    Ours().lay(folder / "made", folder)
    measure.run(Ours().command(), folder, {"SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"})
    return folder


@pytest.fixture(scope="module")
def address(large: Path) -> Iterator[str]:
    """The web address of its root, in place of that of the site."""
    with serving(large / "site", PREFIX) as root:
        yield root


@pytest.fixture(scope="module")
def codes(large: Path) -> list[Code]:
    """All codes, in the order of the source."""
    return list(load(large / "data").codes.values())


def name(code: Code) -> str:
    return "other negative" if code.number is None else code.key


def expect_table(page: Page, wanted: list[Code], least: int = FIRST_ROWS) -> None:
    """The table says how many these codes are, and has the first of them at least."""
    expect(page.locator(".tools__count")).to_have_text(ALL if len(wanted) == SIZE else f"{len(wanted)} of {SIZE} shown")
    rows = page.locator(ROWS)
    expect(rows.nth(min(least, len(wanted)) - 1)).to_be_visible()
    shown = page.locator(f"{ROWS} > th").all_inner_texts()
    assert shown == [name(code) for code in wanted[: len(shown)]]
    if len(shown) < len(wanted):
        assert page.locator("#codes").get_attribute("aria-rowcount") == str(len(wanted) + 1)
        assert rows.nth(len(shown) - 1).get_attribute("aria-rowindex") == str(len(shown) + 1)


def sorter(page: Page, column: str) -> None:
    page.locator("#codes thead").get_by_role("button", name=column).click()


def test_every_filter_goes_over_all_codes_and_into_the_address(visit: Visit, codes: list[Code]) -> None:
    page = visit("codes/")
    expect_table(page, codes)
    page.get_by_label("Text or number").fill("CARRIER 3\u20110")  # a hyphen of another kind
    expect(page.locator(".tools__count")).to_have_text(f"0 of {SIZE} shown")
    page.get_by_label("Text or number").fill("carrier   REPORTED")
    found = [code for code in codes if "carrier reported" in code.meaning.text]
    expect_table(page, found)
    assert page.url.endswith("codes/?text=carrier+++REPORTED")
    page.get_by_label("Category").select_option("busy")
    expect_table(page, [code for code in found if code.category.key == "busy"])
    page.get_by_role("button", name="Show all").click()
    expect_table(page, codes)
    assert page.url.endswith("codes/")
    for label, of in {"Outcome": "outcome", "Category": "category", "What to do": "next"}.items():
        wanted = getattr(codes[0], of)
        page.get_by_label(label).select_option(wanted.key)
        expect_table(page, [code for code in codes if getattr(code, of) is wanted])
        page.get_by_label(label).select_option("")
    expect_table(page, codes)


def test_every_order_is_that_of_all_codes(visit: Visit, codes: list[Code]) -> None:
    page = visit("codes/?sort=code-down")
    numbers = sorted((code for code in codes if code.number is not None), key=lambda code: -code.number)
    caption = page.locator("#codes caption")
    expect(caption).to_have_text("All status codes, sorted by code, descending")
    assert page.locator(f"{ROWS} > th").all_inner_texts()[:FIRST_ROWS] == [name(code) for code in numbers[:FIRST_ROWS]]
    sorter(page, "What it means")
    expect(caption).to_have_text("All status codes, sorted by what it means, ascending")
    order = sorted(codes, key=lambda code: (re.sub(r"[^a-z0-9 ]", "", code.meaning.text.lower()), codes.index(code)))
    assert page.locator(f"{ROWS} > td:last-child").first.inner_text() == order[0].meaning.text
    sorter(page, "Outcome")
    expect_table(page, sorted(codes, key=lambda code: code.outcome.name))
    sorter(page, "Outcome")
    sorter(page, "Outcome")
    expect(caption).to_have_text("All status codes, in the order of the source")
    expect_table(page, codes)


def go_down(page: Page, rows: int) -> None:
    """Goes to the end of the page until the table has so many rows. A key that is pressed while the page still scrolls may do nothing."""
    for _ in range(60):
        if page.locator(ROWS).count() >= rows:
            break
        page.keyboard.press("End")
        page.wait_for_timeout(100)


def test_rows_come_in_as_one_gets_near_their_end(visit: Visit, codes: list[Code]) -> None:
    page = visit("codes/")
    expect_table(page, codes)
    assert page.locator(ROWS).count() < SIZE / 2
    go_down(page, 4 * FIRST_ROWS)
    expect_table(page, codes, 4 * FIRST_ROWS)


def test_rows_come_in_under_a_keyboard(visit: Visit, codes: list[Code]) -> None:
    page = visit("codes/")
    expect_table(page, codes)
    before = page.locator(ROWS).count()
    page.locator(f"{ROWS} > th a").nth(before - 1).focus()
    expect(page.locator(ROWS).nth(before)).to_be_attached()
    page.keyboard.press("Tab")  # to the category
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == name(codes[before])


def test_back_finds_the_rows_and_the_place(visit: Visit, codes: list[Code]) -> None:
    page = visit("codes/?outcome=failure&sort=category")
    wanted = sorted((code for code in codes if code.outcome.key == "failure"), key=lambda code: code.category.name)
    expect_table(page, wanted)
    far = 4 * FIRST_ROWS
    go_down(page, far + 1)
    link = page.locator(f"{ROWS} > th a").nth(far)
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    link.click()
    expect(page.locator("h1")).to_contain_text(wanted[far].label)
    page.go_back()
    expect_table(page, wanted, far)
    page.wait_for_function("(place) => Math.abs(scrollY - place) < 50", arg=place)
    expect(page.get_by_label("Outcome")).to_have_value("failure")


def test_a_row_that_a_script_draws_is_as_the_page_has_it(visit: Visit) -> None:
    static = visit("codes/300500-to-300599/").evaluate(DRAWN)
    assert len(static) == 100
    page = visit("codes/?text=own+report+3005")
    expect(page.locator(".tools__count")).to_have_text(f"100 of {SIZE} shown")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(DRAWN) == static


def test_paper_has_the_rows_that_were_chosen_and_says_where_it_ends(visit: Visit, codes: list[Code]) -> None:
    page = visit("codes/")
    expect_table(page, codes)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == 1000
    caption = page.locator("#codes caption")
    expect(caption).to_have_text(f"All status codes, in the order of the source: the first 1000 of {SIZE}")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(caption).to_have_text("All status codes, in the order of the source")
    page.get_by_label("Outcome").select_option("in-process")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == len([code for code in codes if code.outcome.key == "in-process"])


def test_a_catalogue_that_cannot_be_loaded_is_said_and_the_rows_stay(page: Page, address: str, context) -> None:
    page.route("**/catalogue.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{address}codes/?outcome=failure")
    expect(page.locator(".tools__count")).to_have_text("The whole table could not be loaded. Reload the page to filter and sort it.")
    expect(page.locator(ROWS).first).to_be_visible()
    assert page.locator(ROWS).count() == FIRST_ROWS


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_ranges_lead_to_a_code(visit: Visit) -> None:
    page = visit("codes/")
    expect(page.locator("form.tools")).to_be_hidden()
    assert page.locator(f"{ROWS}:visible").count() == FIRST_ROWS
    expect(page.locator("#codes caption")).to_contain_text(f"The first {FIRST_ROWS} of {SIZE} status codes")
    page.get_by_text("Codes by range").click()
    page.get_by_role("link", name="300300 to 300399").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Status codes 300300 to 300399")
    expect(page.get_by_role("navigation", name="Ranges before and after").get_by_role("link")).to_have_text(
        ["Previous 300200 to 300299", "Next 300400 to 300499"]
    )
    page.get_by_role("link", name="300377", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("300377")


@pytest.mark.browser_context_args(bypass_csp=True, reduced_motion="reduce")
@pytest.mark.parametrize("path", ["codes/", "codes/from-zero/", "codes/below-zero/"])
def test_everybody_can_use_it(visit: Visit, path: str) -> None:
    page = visit(path)
    if path == "codes/":
        expect(page.locator(".tools__count")).to_have_text(ALL)
        page.get_by_text("Codes by range").click()
    page.evaluate(programs.AXE.read_text(encoding="utf-8"))
    assert page.evaluate(AXE) == []


def test_the_lookup_names_codes_whose_texts_it_has_to_load(page: Page, address: str, codes: list[Code]) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{address}lookup/?code=30210")
    listed = [code for code in codes if code.key.startswith("30210")]
    expect(page.locator("#answer li > a")).to_have_text([f"{code.key}: {code.label}" for code in listed])
    assert [url.split("/")[-1].split(".")[0] for url in seen if "/catalogue-" in url] == ["catalogue-meaning-1"]


def test_the_search_finds_a_code_by_words_that_it_has_to_load(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.keyboard.insert_text("trunk report 300613")
    expect(page.locator("[data-search] li:first-child a")).to_have_attribute("href", f"{address}codes/300613/")
