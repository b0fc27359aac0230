"""The preview of `make serve`: whoever edits a row or a page sees in the browser what is wrong, and the site again when it is fixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.project import Preview, change, copy, run, serving


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("a folder with blanks"))


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[Preview]:
    with serving(project) as preview:
        yield preview


@pytest.fixture(scope="module")
def address(preview: Preview) -> str:
    """The preview in place of the built site: what goes wrong unseen in a browser is an error here, too."""
    return preview.address


@pytest.fixture(autouse=True)
def _as_before(project: Path) -> Iterator[None]:
    """What a test that failed has left wrong does not fail the next."""
    before = {file: file.read_bytes() for folder in ("data", "docs") for file in (project / folder).rglob("*.*")}
    yield
    for file in [file for file, raw in before.items() if not file.exists() or file.read_bytes() != raw]:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(before[file])


def heads(page: Page, text: str) -> None:
    """Waits until the page's heading holds a text; builds on a busy machine take their time."""
    expect(page.locator("h1")).to_contain_text(text, timeout=30_000)


def shows(page: Page, *problems: str) -> None:
    """The page shows these problems and no others, each below its place."""
    heads(page, f"{len(problems)} problem{'s' if len(problems) > 1 else ''} to fix")
    assert [": ".join(item.inner_text().split("\n")) for item in page.locator("li").all()] == list(problems)


def insert(file: Path, text: str) -> int:
    """Puts a paragraph before the first heading of the second rank; gives its line, from 1."""
    before, heading, after = file.read_text(encoding="utf-8").partition("\n## ")
    file.write_text(f"{before}\n{text}\n{heading}{after}", encoding="utf-8")
    return before.count("\n") + 2


def test_wrong_data_is_shown_where_the_page_was_and_the_page_again_when_it_is_fixed(page: Page, preview: Preview, project: Path):
    page.goto(f"{preview.address}codes/263/")
    heads(page, "Busy")
    number = change(project, "codes", "263", "category", "<b>busy")
    problem = f"data/codes.csv:{number}: no category '<b>busy'; did you mean 'busy'?"
    shows(page, problem)
    assert problem in preview.output
    tab = page.context.new_page()
    tab.goto(f"{preview.address}legend/")  # A new tab does not wait for a build that never comes.
    shows(tab, problem)
    change(project, "codes", "263", "category", "busy")
    change(project, "codes", "263", "label", "Busy beyond measure")
    heads(page, "Busy beyond measure")
    heads(tab, "Legend")


def test_the_files_of_a_code_are_served_as_all_others(page: Page, preview: Preview):
    page.goto(f"{preview.address}codes/263")  # without the slash at its end
    expect(page).to_have_url(f"{preview.address}codes/263/")
    assert page.request.get(f"{preview.address}api/codes/263.json").json()["code"]["number"] == 263
    assert page.request.get(f"{preview.address}codes/263/index.md").text().startswith("# 263: Busy")
    assert page.request.get(f"{preview.address}codes/264/").status == 404


def test_mistakes_in_pages_are_shown_with_their_lines_and_the_server_goes_on(page: Page, preview: Preview, project: Path):
    page.goto(preview.address)
    heads(page, "Fax status codes")
    about, index = project / "docs" / "about.md", project / "docs" / "index.md"
    line, other = insert(about, '{{ answer("biled") }}'), insert(index, "{{ legnd() }}")
    shows(
        page,
        f"docs/about.md:{line}: no answer 'biled'; did you mean 'billed'?",
        f"docs/index.md:{other}: no macro 'legnd'; did you mean 'legend'?",
    )


def test_dead_links_are_shown_with_their_lines(page: Page, preview: Preview, project: Path):
    page.goto(f"{preview.address}legend/")
    heads(page, "Legend")
    line = insert(project / "docs" / "legend.md", '[gone](gone.md)\n[away](about.md#away)\n{{ link("nowhere/", "x") }}')
    shows(
        page,
        f"docs/legend.md:{line}: it contains a link 'gone.md', but the target is not found among documentation files.",
        f"docs/legend.md:{line + 1}: it contains a link 'about.md#away', but the doc 'about.md' does not contain an anchor '#away'.",
        f"docs/legend.md:{line + 2}: link() leads to 'nowhere/', where nothing is; expected a page or a file",
    )


def test_a_folder_that_is_renamed_away_and_back_is_seen_again(page: Page, preview: Preview, project: Path):
    page.goto(f"{preview.address}codes/403/")
    (project / "data").rename(project / "away")
    heads(page, "1 problem to fix")
    (project / "away").rename(project / "data")
    change(project, "codes", "403", "label", "Another label")
    heads(page, "Another label")


def test_a_second_preview_ends_in_one_line_before_it_builds(preview: Preview, project: Path):
    host = preview.address.removeprefix("http://").strip("/")
    done = run(project, "serve", "--dev-addr", host)
    next_ = int(host.split(":")[1]) + 1
    assert done.status == 1
    assert done.output.split("\n")[1:] == [
        "",
        f"{host}: address already in use; expected a free port, as with: make serve PORT={next_}",
        "",
    ]


def test_nothing_of_all_this_was_a_traceback(preview: Preview):
    assert "Traceback" not in preview.output
