"""A whole log is explained in the browser: read right, counted right, shown, taken away; nothing leaves it and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.site import SITE_URL

FIXTURES = Path(__file__).parent.parent / "scripts" / "triage" / "fixtures"

Visit = Callable[[str], Page]


# The page ------------------------------------------------------------------------------------------------------------------


def ready(visit: Visit) -> Page:
    page = visit("triage/")
    expect(page.locator(".triage__proof")).to_contain_text("Ready.")
    return page


def put(page: Page, text: str) -> None:
    page.locator("#triage-text").fill(text)
    page.get_by_role("button", name="Explain").click()


def drop(page: Page, name: str) -> None:
    page.locator("input[type=file]").set_input_files(FIXTURES / name)


def settled(page: Page, faxes: int) -> None:
    expect(page.locator(".triage__status")).to_have_text(f"{faxes} fax{'es' if faxes != 1 else ''} found.")


def figures(page: Page) -> list[int]:
    """Sent, failed, in process, not listed."""
    return [int(text.replace(",", "")) for text in page.locator(".tile__number").all_text_contents()]


def codes(page: Page) -> dict[int, int]:
    """The table of codes: how many faxes each has."""
    rows = page.locator(".triage__codes tbody tr").all()
    return {int(row.locator("th .number").inner_text()): int(row.locator(".count").inner_text()) for row in rows}


@pytest.fixture
def page_ready(visit: Visit) -> Page:
    return ready(visit)


COUNTS = {
    "confirmation.csv": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "confirmation.tsv": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "confirmation-bom.csv": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "confirmation-utf16le.csv": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "confirmation-utf16le-nobom.csv": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "confirmation-utf16be.csv": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "german.csv": {0: 1, 3935: 1, -22: 1},
    "no-header.csv": {0: 1, 3931: 1, 6017: 1, -3: 1, 8021: 1},
    "broken-quotes.csv": {3931: 1, 0: 1, 6017: 1, -3: 1, 263: 1},
    "rest-array.json": {0: 1, 3931: 1, -3: 1, 204000: 1},
    "rest-one.json": {-22: 1},
    "rest.ndjson": {3931: 1, 0: 1},
    "broken.json": {0: 1, 6017: 1, 3931: 1},
    "confirmation.xml": {0: 1, 3931: 1, -22: 1},
    "soap.xml": {0: 1, 3931: 1, -3: 1},
    "entities.xml": {3931: 1},
    "callback.txt": {3931: 1},
    "callbacks.txt": {0: 1, 6017: 1},
    "confirmation.eml": {3931: 1},
    "multipart.eml": {0: 1, 3931: 1, 3267: 1, 4711: 1, 205000: 1},
    "confirmation.html": {-22: 1},
    "log.log": {3931: 1, 0: 1, 6017: 1},
    "prose.txt": {3931: 1, 6017: 1},
    "terminal.txt": {0: 1, 3931: 1, -22: 1},
}


def test_every_format_is_read(page_ready: Page):
    for name, counts in COUNTS.items():
        drop(page_ready, name)
        expect(page_ready.locator(".triage__origin")).to_contain_text(name)
        settled(page_ready, sum(counts.values()))
        assert codes(page_ready) == counts, name
        signs = [0, 0, 0, 0]
        for code, count in counts.items():
            signs[3 if code == 4711 else 0 if code == 0 else 1 if code > 0 else 2] += count
        assert figures(page_ready) == signs, name
        expect(page_ready.get_by_role("heading", name=re.compile(r"fax(es)? found"))).to_be_focused()


@pytest.mark.parametrize("name", ["inbound.json", "inbound.csv", "soap-send.xml", "access.csv"])
def test_what_is_no_status_of_a_sent_fax_is_not_counted(page_ready: Page, name: str):
    drop(page_ready, name)
    settled(page_ready, 0)
    expect(page_ready.locator(".triage__notes li").first).to_be_visible()


ERRORS = {
    "empty.txt": r"empty",
    "binary.pdf": r"PDF|no text|not text",
    "binary.bin": r"not text|no text|binary",
}


@pytest.mark.parametrize("name", ERRORS)
def test_what_cannot_be_read_is_reported_in_a_sentence_and_nothing_is_lost(page_ready: Page, name: str):
    put(page_ready, "status 3931")
    settled(page_ready, 1)
    drop(page_ready, name)
    wrong = page_ready.locator(".triage__wrong")
    expect(wrong).to_have_text(re.compile(rf"({ERRORS[name]}).*\. What was read before still stands below\.$", re.IGNORECASE | re.DOTALL))
    assert codes(page_ready) == {3931: 1}
    assert page_ready.locator("#triage-text").input_value() == "status 3931"


@pytest.mark.parametrize(("name", "line"), [("broken.json", 31), ("broken.xml", 18)])
def test_what_is_broken_is_reported_with_its_line(page_ready: Page, name: str, line: int):
    drop(page_ready, name)
    expect(page_ready.locator(".note--warning").first).to_contain_text(f"line {line}")


def test_what_is_too_large_is_reported_before_it_is_read(page_ready: Page, tmp_path: Path):
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(230_000_000)  # takes no room on the disk
    page_ready.locator("input[type=file]").set_input_files(large)
    expect(page_ready.locator(".triage__wrong")).to_have_text(re.compile(r"220 MB.*200 MB"))
    expect(page_ready.locator(".triage__held")).to_contain_text("large.csv")


def test_one_click_on_the_example_shows_it_all(page_ready: Page):
    page_ready.get_by_role("button", name="Try an example").click()
    settled(page_ready, 12)
    assert figures(page_ready) == [5, 5, 1, 1] or sum(figures(page_ready)) == 12
    assert all(figures(page_ready))
    expect(page_ready.locator(".look:visible")).to_have_count(7)
    expect(page_ready.locator(".triage__notes")).to_contain_text("each fax counts once, with its latest status")
    expect(page_ready.locator(".bars")).to_have_attribute("aria-label", re.compile("Line busy: 2"))
    assert page_ready.locator(".bars__row").count() == page_ready.locator(".triage__categories tbody tr").count()


def test_a_code_leads_to_its_page(page_ready: Page, address: str):
    put(page_ready, "status 3931")
    settled(page_ready, 1)
    link = page_ready.locator(".triage__codes th a")
    expect(link).to_have_js_property("href", f"{address}codes/3931/")
    link.click()
    expect(page_ready.locator("h1")).to_contain_text("3931")


TABLE = "TransactionID,Status\n" + "".join(f"{number},{3931 if number % 3 else 0}\n" for number in range(600))


def test_rows_of_one_code_come_fifty_at_a_time(page_ready: Page):
    put(page_ready, TABLE)
    settled(page_ready, 600)
    page_ready.get_by_role("button", name="Show rows: 3931, Busy").click()
    rows = page_ready.locator(".triage__rows tbody tr")
    count = page_ready.locator(".triage__filter .tools__count")
    expect(count).to_have_text("1 to 50 of 400")
    expect(rows).to_have_count(50)
    expect(page_ready.get_by_role("heading", name="Rows")).to_be_focused()
    assert set(rows.locator("mark").all_text_contents()) == {"3931"}
    page_ready.get_by_role("button", name="Next 50").click()
    expect(count).to_have_text("51 to 100 of 400")
    page_ready.get_by_label("Outcome").select_option("Success")
    expect(count).to_have_text("No such row")
    page_ready.get_by_role("button", name="Show all", exact=True).click()
    expect(count).to_have_text("1 to 50 of 600")


def test_a_find_in_a_text_is_marked_and_can_be_taken_out_and_put_back(page_ready: Page):
    put(page_ready, "Hello,\nthe status was 3931, then error 6017.\nCall 030 8010.\n")
    settled(page_ready, 2)
    finds = page_ready.locator("pre .find")
    expect(finds).to_have_text(["3931", "6017"])
    finds.first.press("Enter")
    expect(finds.first).to_have_attribute("aria-pressed", "false")
    expect(finds.first).to_be_focused()
    expect(page_ready.locator(".triage__status")).to_have_text("1 fax counted.")
    assert codes(page_ready) == {6017: 1}
    finds.first.press("Enter")
    expect(page_ready.locator(".triage__status")).to_have_text("2 faxes counted.")


def test_what_is_in_doubt_is_offered_and_counted_on_a_click(page_ready: Page):
    put(page_ready, "status 3931\nwe saw 6017 again\n")
    settled(page_ready, 1)
    page_ready.get_by_role("button", name="Look at them").click()
    page_ready.get_by_role("button", name="Count it: 6017 in line 2").press("Enter")
    expect(page_ready.locator(".triage__status")).to_have_text("2 faxes counted.")
    assert codes(page_ready) == {3931: 1, 6017: 1}
    expect(page_ready.get_by_role("button", name="Look at them")).to_be_hidden()
    expect(page_ready.get_by_role("heading", name="Rows")).to_be_focused()


def test_a_row_says_why_it_counts(page_ready: Page):
    put(page_ready, "TransactionID,Status\n700000001,3931\n700000002,0\n")
    settled(page_ready, 2)
    row = page_ready.locator(".triage__rows tbody tr").first
    row.get_by_text("Why?").click()
    expect(row.locator(".triage__why")).to_contain_text("The column “Status” is named as a status.")


def test_what_was_passed_over_says_why_and_can_be_counted(page_ready: Page):
    put(page_ready, "fax 700000001: status 0, page 3931\n")
    settled(page_ready, 1)
    page_ready.get_by_role("button", name="See why").click()
    row = page_ready.locator(".triage__rows tbody tr")
    expect(row).to_contain_text("The word before it names something else.")
    row.get_by_role("button", name="Count it").click()
    expect(page_ready.locator(".triage__status")).to_have_text("2 faxes counted.")
    expect(page_ready.get_by_role("button", name="See why")).to_be_hidden()


def test_rows_without_a_number_can_be_seen(page_ready: Page):
    put(page_ready, "TransactionID,Status\n700000001,3931\n700000002,Sent\n")
    settled(page_ready, 1)
    expect(page_ready.locator(".triage__notes")).to_contain_text("Read 1 of 2 rows; 1 has a status that is not a number (line 3).")
    page_ready.get_by_role("button", name="See why").click()
    expect(page_ready.locator(".triage__rows tbody tr")).to_have_text(re.compile(r"3\s*700000002\s*Sent"))


def test_another_column_can_be_chosen(page_ready: Page):
    drop(page_ready, "access.csv")
    settled(page_ready, 0)
    page_ready.get_by_label(re.compile("Column with the status")).select_option(index=4)
    expect(page_ready.locator(".triage__status")).to_have_text("3 faxes counted.")


def test_everything_can_be_done_by_keys(page_ready: Page):
    page_ready.locator("#triage-text").focus()
    page_ready.keyboard.insert_text("TransactionID,Status\n1,3931\n2,205000\n")
    page_ready.keyboard.press("Control+Enter")
    settled(page_ready, 2)
    for name in ("Show rows with the outcome Failure", "Show rows with the step Buy credit first", "Save summary"):
        button = page_ready.get_by_role("button", name=name, exact=True)
        for _ in range(80):
            page_ready.keyboard.press("Tab")
            if button.evaluate("button => button === document.activeElement"):
                break
        expect(button).to_be_focused()


# Away from it --------------------------------------------------------------------------------------------------------------


def saved(page: Page, name: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def test_rows_are_saved_with_what_they_mean(page_ready: Page):
    drop(page_ready, "confirmation.csv")
    settled(page_ready, 5)
    header, *rows = csv.reader(io.StringIO(saved(page_ready, "Save rows as CSV")))
    assert header[-5:] == ["outcome", "label", "category", "link", "next"]
    assert len(rows) == 6
    assert rows[1][header.index("Status")] == "3931"
    assert rows[1][-5:] == ["Failure", "Busy", "Line busy", f"{SITE_URL}codes/3931/", "resend-later"]
    assert "urgent" in rows[2][header.index("OriginalSubject")]


def test_a_spreadsheet_runs_nothing_of_what_is_saved_and_numbers_stay_numbers(page_ready: Page):
    csv.field_size_limit(1_000_000)
    drop(page_ready, "hostile.csv")
    settled(page_ready, 7)
    rows = list(csv.reader(io.StringIO(saved(page_ready, "Save rows as CSV"))))
    cells = [cell for row in rows for cell in row]
    assert "-22" in cells
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d+$)", cell)] == []
    assert any(cell.startswith("'=") for cell in cells)


def test_a_summary_is_copied_for_a_ticket(page_ready: Page):
    page_ready.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drop(page_ready, "confirmation.csv")
    settled(page_ready, 5)
    for name, line in (
        ("Copy summary", f"  1 x 3931 Busy {SITE_URL}codes/3931/"),
        ("Copy as Markdown", f"| 1 | [3931]({SITE_URL}codes/3931/) | Failure | Busy | Line busy |"),
    ):
        page_ready.get_by_role("button", name=name).click()
        expect(page_ready.locator(".triage__status")).to_have_text("The summary is copied.")
        assert line in page_ready.evaluate("navigator.clipboard.readText()").splitlines()
        page_ready.get_by_role("button", name="Show rows with the outcome Failure").first.click()
        page_ready.evaluate("document.querySelector('.triage__status').textContent = ''")
    assert "**What to do**" in saved(page_ready, "Save summary")


def test_a_summary_that_cannot_be_copied_stands_there_selected(page_ready: Page):
    page_ready.evaluate("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })")
    put(page_ready, "status 3931")
    settled(page_ready, 1)
    page_ready.get_by_role("button", name="Copy summary").click()
    field = page_ready.get_by_label("Summary", exact=True)
    expect(field).to_be_focused()
    assert "1 x 3931 Busy" in field.input_value()


# Private and safe ------------------------------------------------------------------------------------------------------------


def test_nothing_is_asked_for_after_loading_and_it_works_without_a_network(visit: Visit):
    page = ready(visit)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.context.on("request", lambda request: request.url.startswith("blob:") or asked.append(request.url))
    page.context.set_offline(True)
    for name in ("confirmation.csv", "rest-array.json", "entities.xml", "multipart.eml", "prose.txt"):
        drop(page, name)
        expect(page.locator(".triage__origin")).to_contain_text(name)
    page.get_by_role("button", name="Try an example").click()
    settled(page, 12)
    saved(page, "Save rows as CSV")
    expect(page.locator(".triage__proof")).to_have_text("Ready. Requests made by this page since: 0.")
    assert asked == []


def test_a_request_would_be_noticed(visit: Visit):
    page = ready(visit)
    page.wait_for_load_state("networkidle")
    page.evaluate("fetch('../feed.xml')")
    expect(page.locator(".triage__proof")).to_have_text("Ready. Requests made by this page since: 1.")


ATTACK = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>\"'`${1}"


@pytest.mark.parametrize(
    "text",
    [
        f"TransactionID,Status,<img src=x onerror=alert(1)>\n1,3931,x\n2,{ATTACK},{ATTACK}\n3,0,{ATTACK}\n",
        json.dumps([{"id": 1, "status": 3931, ATTACK: ATTACK}]),
        f"{ATTACK} status 3931 {ATTACK}\n",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><Fax><Status>3931</Status><S>&x;</S></Fax></a>',
        f"From: {ATTACK}\nSubject: {ATTACK}\n\nStatus: 3931\n",
        "TransactionID=1&Status=3931&Subject=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        '{"__proto__": {"status": 3931}, "constructor": {"prototype": 1}, "status": 3931}',
    ],
    ids=["table", "json", "text", "xml", "mail", "form", "prototype"],
)
def test_what_is_pasted_never_runs(page_ready: Page, text: str):
    """The page's context fails on any request, exception or word of the policy."""
    put(page_ready, text)
    expect(page_ready.locator(".triage__results")).to_be_visible()
    expect(page_ready.locator(".triage__rows mark").first).to_have_text("3931")
    assert page_ready.title().startswith("Triage")
    assert page_ready.locator(".triage img, .triage__results script").count() == 0


def test_a_hostile_name_of_a_file_is_text(page_ready: Page):
    name = "<img src=x onerror=alert(1)>.csv"
    page_ready.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": b"Status\n3931\n"})
    settled(page_ready, 1)
    expect(page_ready.locator(".triage__origin")).to_contain_text(name)


def test_without_scripts_the_page_says_what_it_needs(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}triage/")
    expect(page.locator("noscript p")).to_contain_text("needs JavaScript")
    expect(page.locator(".triage__input")).to_be_hidden()
    context.close()


# Size ----------------------------------------------------------------------------------------------------------------------

PASTED = """rows => {
  const text = ["TransactionID,Status,Subject"];
  for (let i = 0; i < rows; i += 1) text.push(`${881230000 + i},${[0, 3931, -22][i % 3]},Order ${i} ${"x".repeat(170)}`);
  window.data = new DataTransfer();
  data.items.add(new File([text.join("\\n")], "large.csv"));
}"""


def test_a_hundred_thousand_rows_are_dropped_and_read_beside_the_page(page_ready: Page):
    page_ready.evaluate(PASTED, 100_000)
    seen = page_ready.evaluate_handle(
        """() => { const seen = []; new MutationObserver(() => seen.push(document.querySelector("progress").value))
        .observe(document.querySelector("progress"), { attributes: true }); return seen; }"""
    )
    page_ready.evaluate("document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))")
    expect(page_ready.locator(".triage__status")).to_have_text("100,000 faxes found.", timeout=60_000)
    assert figures(page_ready) == [33334, 33333, 33333, 0]
    assert any(0 < value < 1 for value in seen.json_value())
    assert page_ready.locator(".triage__rows tr").count() <= 51


def test_reading_can_be_cancelled_and_nothing_is_lost(page_ready: Page):
    put(page_ready, "status 3931")
    settled(page_ready, 1)
    page_ready.evaluate(PASTED, 200_000)
    # Both in one task, or a quick machine would be done before the click.
    page_ready.evaluate(
        """() => {
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        const cancel = document.querySelector("[data-does=cancel]");
        if (cancel.checkVisibility()) cancel.click();
        }"""
    )
    expect(page_ready.locator(".triage__status")).to_have_text("Cancelled. What you put in is still there.", timeout=30_000)
    assert codes(page_ready) == {3931: 1}
    expect(page_ready.locator(".triage__held")).to_contain_text("large.csv")
    expect(page_ready.locator("progress")).to_be_hidden()


def test_of_several_files_the_first_is_read_and_the_page_says_so(page_ready: Page):
    page_ready.evaluate(
        """() => {
        const data = new DataTransfer();
        for (const code of [3931, 6017]) data.items.add(new File([`Status\n${code}\n0\n`], `${code}.csv`));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    settled(page_ready, 2)
    assert codes(page_ready) == {3931: 1, 0: 1}
    expect(page_ready.locator(".triage__held")).to_contain_text("3931.csv (14 bytes), the first of 2 files")


def test_a_large_paste_is_held_beside_the_field(page_ready: Page):
    page_ready.evaluate(
        """() => {
        const data = new DataTransfer();
        data.setData("text/plain", "TransactionID,Status\\n" + Array.from({ length: 30000 }, (_, i) => `${i},3931`).join("\\n"));
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        document.querySelector("textarea").dispatchEvent(event);
        }"""
    )
    expect(page_ready.locator(".triage__status")).to_have_text("30,000 faxes found.", timeout=30_000)
    expect(page_ready.locator(".triage__held")).to_contain_text("Pasted text")
    assert page_ready.locator("#triage-text").input_value() == ""
