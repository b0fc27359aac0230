"""The table of all codes is filtered, sorted, and says in its caption and address what is chosen."""

from __future__ import annotations

from macros.catalogue import Catalogue
from tests.support.engines.page import Page

SHOWN = "() => [...document.querySelectorAll('#codes tbody tr:not([hidden]) th')].map((each) => each.textContent.trim())"
CHOOSE = """(name, value) => {
  const list = document.querySelector(`[name=${name}]`);
  list.value = value;
  list.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def test_the_table_is_filtered_and_keeps_it_in_the_address(page: Page, catalogue: Catalogue):
    page.open("codes/")
    page.run(CHOOSE, "category", "busy")
    busy = [code.key for code in catalogue.codes_in(catalogue.categories["busy"])]
    assert page.run(SHOWN) == busy
    page.until_text(".tools__count", f"{len(busy)} of {len(catalogue.codes)} shown")
    page.open(str(page.run("() => location.href")).removeprefix(page.root))
    assert page.run(SHOWN) == busy
    page.click("form.tools [type=reset]")
    page.until("(number) => document.querySelectorAll('#codes tbody tr:not([hidden])').length === number", len(catalogue.codes))


def test_a_column_is_sorted_by_keys_and_the_caption_says_so(page: Page, catalogue: Catalogue):
    page.open("codes/")
    page.run("() => document.querySelector('.sort').focus()")
    caption = "() => document.querySelector('#codes caption').textContent"
    assert page.run(caption) == "All status codes, in the order of the source"
    numbers = sorted(code.number for code in catalogue.codes.values() if code.number is not None)
    page.press("Enter")
    assert [int(text) for text in page.run(SHOWN) if "other" not in text] == numbers
    assert page.run(caption) == "All status codes, sorted by code, ascending"
    page.press("Space")
    assert [int(text) for text in page.run(SHOWN) if "other" not in text] == numbers[::-1]
    assert page.run(caption) == "All status codes, sorted by code, descending"
    page.press("Enter")
    assert page.run(caption) == "All status codes, in the order of the source"
    assert page.run("() => document.activeElement.matches('.sort')")
