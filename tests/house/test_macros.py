"""What a page of docs/ may say: every macro gives HTML whose links work from wherever the page stands; wrong data ends the build."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from macros import define_env
from macros.catalogue import Catalogue
from macros.pages.views import Views
from tests.support.small import small_copy
from tests.support.tables import cell, change, told

ROOT = Path(__file__).parent.parent.parent
DEPTHS = {"": "a page at the root", "codes/": "a page below it", "codes/-22/": "a page two below it"}
CALLS: dict[str, tuple[Any, ...]] = {
    "legend": (),
    "codes_table": (),
    "outcome_tables": (),
    "categories": (),
    "life": (),
    "kinds": (),
    "facts": ("page:triage",),
    "sources": (),
    "causes": (),
    "changes": (),
    "measurements": (),
    "published_files": ("api/codes.json", "feed.xml"),
    "snippet": ("fax_status.py", "Python"),
    "lookup_form": (),
    "lookup": (),
    "triage": (),
    "ranges": (),
    "code": (-22,),
}
"""Every macro, with what it is called with here."""


class Env:
    """What the plugin gives to define_env(), as far as it is used."""

    def __init__(self, project: Path, docs: Path, url: str = "") -> None:
        self.project_dir = str(project)
        self.conf = {
            "site_url": "https://reference.example/some/where",
            "site_name": "Codes",
            "site_description": "What codes mean.",
            "docs_dir": str(docs),
            "extra": {"repository": "https://forge.example/codes/"},
        }
        self.variables: dict[str, Any] = {}
        self.macros: dict[str, Any] = {}
        self.page = SimpleNamespace(url=url)

    def macro(self, function: Any) -> Any:
        """Registers a macro under its name."""
        self.macros[function.__name__] = function
        return function


def shown(env: Env, name: str, *given: Any) -> str:
    """What a macro's mark becomes in the page."""
    mark = str(env.macros[name](*given))
    html = env.variables["late_insertions"].filled(env.variables["insertions"].filled(mark))
    assert html != mark
    return html


@pytest.fixture
def env(tmp_path: Path) -> Env:
    (tmp_path / "assets").symlink_to(ROOT / "docs/assets")
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "fax_status.py").write_text("print('<b>{{ 7*7 }}</b>')\n", encoding="utf-8")
    env = Env(ROOT, tmp_path)
    define_env(env)
    return env


def pages(catalogue: Catalogue) -> set[str]:
    """The addresses that a macro may link to, from the root of the site."""
    own = {"", "codes/", "categories/", "legend/", "about/", "lookup/", "snippets/fax_status.py", *CALLS["published_files"]}
    return own | {f"codes/{key}/" for key in catalogue.codes} | {f"categories/{key}/" for key in catalogue.categories}


def test_every_macro_is_tried_here(env: Env):
    assert set(env.macros) == set(CALLS)


def test_every_macro_says_what_it_shows(env: Env):
    assert [name for name, macro in env.macros.items() if not macro.__doc__] == []


@pytest.mark.parametrize("url", DEPTHS, ids=lambda url: f"depth-{url.count('/')}")
@pytest.mark.parametrize("name", CALLS)
def test_every_link_of_a_macro_leads_to_a_page_from_any_depth(env: Env, catalogue: Catalogue, name: str, url: str):
    env.page.url = url
    root = "https://reference.example/some/where/"
    soup = BeautifulSoup(shown(env, name, *CALLS[name]), "lxml")
    for link in soup.select("[href], [action]"):
        address = link.get("href") or link.get("action")
        if address.startswith("#") or link.get("rel") == ["external"]:
            continue
        assert not urlsplit(address).scheme, address
        target = urljoin(root + url, address)
        assert target.startswith(root), f"{address} leaves the site"
        assert urlsplit(target)._replace(query="", fragment="").geturl().removeprefix(root) in pages(catalogue), address


@pytest.mark.parametrize(("url", "base"), [("", ""), ("codes/", "../"), ("codes/-22/", "../../")])
def test_the_way_to_the_root_is_as_long_as_the_page_is_deep(env: Env, url: str, base: str):
    env.page.url = url
    assert BeautifulSoup(shown(env, "code", -22), "lxml").a["href"] == f"{base}codes/-22/"


@pytest.mark.parametrize("name", CALLS)
def test_every_macro_gives_html(env: Env, name: str):
    html = shown(env, name, *CALLS[name])
    assert hasattr(env.macros[name](*CALLS[name]), "__html__"), "text that nobody has marked as HTML may be anything"
    assert html.lstrip().startswith("<")
    assert BeautifulSoup(html, "lxml").find(True)


@pytest.mark.parametrize("key", [-22, "-22", 0, 205000, "other-negative"])
def test_a_code_is_linked_by_number_or_key(env: Env, catalogue: Catalogue, key: int | str):
    link = BeautifulSoup(shown(env, "code", key), "lxml").a
    assert link["href"] == f"codes/{key}/"
    assert catalogue.codes[str(key)].label in link.get_text()


@pytest.mark.parametrize("key", [-23, 2, "007", "busy", ""])
def test_an_unknown_code_cannot_be_linked(env: Env, key: int | str):
    with pytest.raises(KeyError):
        env.macros["code"](key)


def test_facts_are_those_about_what_is_asked_for(env: Env, catalogue: Catalogue):
    def count(*references: str) -> int:
        return len(BeautifulSoup(shown(env, "facts", *references), "lxml").select("li"))

    assert count() == len(catalogue.facts)
    assert count("page:triage") == sum("page:triage" in fact.about for fact in catalogue.facts)
    assert count("page:triage", "page:lookup") == sum({"page:triage", "page:lookup"} & set(fact.about) != set() for fact in catalogue.facts)


def test_the_views_are_left_where_the_pages_find_them(env: Env, catalogue: Catalogue):
    assert isinstance(env.variables["views"], Views)
    assert env.variables["views"].catalogue == catalogue


def test_a_correction_is_suggested_at_the_line_of_the_row(env: Env, catalogue: Catalogue):
    lines = (ROOT / "data/codes.csv").read_text(encoding="utf-8").split("\n")
    views: Views = env.variables["views"]
    for code in catalogue.codes.values():
        assert lines[code.line - 1].startswith(f"{code.key},")
    link = BeautifulSoup(views.code_page("../../", catalogue.codes["-22"]), "lxml").find("a", string="Suggest a correction")
    assert link["href"] == f"https://forge.example/codes/blob/main/data/codes.csv?plain=1#L{catalogue.codes['-22'].line}"


def test_wrong_data_ends_the_build_with_its_problems_and_status_1(tmp_path: Path):
    data = small_copy(tmp_path)
    change(data, "codes", cell("3931", "category", "bussy"))
    change(data, "states", cell("ready", "column", "0"))
    with pytest.raises(Abort) as ended:
        define_env(Env(tmp_path, tmp_path))
    assert str(ended.value).split("\n") == [
        "data/codes.csv:15: no category 'bussy'; did you mean 'busy'?",
        "data/states.csv:3: column 0 lies outside the picture; expected 1 to 9",
    ]
    assert ended.value.code == 1


def test_data_that_is_not_there_ends_the_build(tmp_path: Path):
    with pytest.raises(Abort, match=r"data/codes\.csv:1: the file is missing"):
        define_env(Env(tmp_path, tmp_path))


def test_mended_data_is_read_anew(tmp_path: Path):
    """As in `mkdocs serve`: the same process, the same folder, one call a build."""
    data = small_copy(tmp_path)
    kept = shutil.copytree(data, tmp_path / "kept")
    change(data, "codes", cell("3931", "category", "bussy"))
    with pytest.raises(Abort):
        define_env(Env(tmp_path, ROOT / "docs"))
    shutil.copyfile(kept / "codes.csv", data / "codes.csv")
    assert told(data) == []
    env = Env(tmp_path, ROOT / "docs")
    define_env(env)
    assert env.variables["views"].catalogue.codes["3931"].category.key == "busy"
