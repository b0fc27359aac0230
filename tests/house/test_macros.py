"""What a page of docs/ may say: every macro gives HTML whose links work from wherever the page stands; wrong data ends the build."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import material
import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from macros import define_env
from macros.catalogue import Catalogue
from macros.pages.views import UnknownError
from macros.publish.site import Build
from macros.publish.slots import SLOT
from tests.support.tables import cell, change, swap

from .conftest import copied

ROOT = Path(__file__).parent.parent.parent
DEPTHS = {"": "a page at the root", "codes/": "a page below it", "codes/-30/": "a page two below it"}
CALLS: dict[str, tuple[Any, ...]] = {
    "legend": (),
    "categories": (),
    "life": (),
    "provenances": (),
    "facts": ("page:triage",),
    "sources": (),
    "causes": (),
    "changes": (),
    "remarks": (),
    "published_files": ("api/codes.json", "feed.xml"),
    "snippet": ("fax_status.py", "Python"),
    "shape": ("A table", lambda: "\nid\tstatus\n1\t3931 <b>\n"),
    "lookup_form": (),
    "lookup": (),
    "code": (-30,),
    "link": ("feed.xml", "Feed"),
}
"""Every macro that gives HTML, with what it is called with here."""

LEFT = {"codes_table", "triage"}
"""Those that leave a slot, which publish() fills."""


class Env:
    """What the plugin gives to define_env(), as far as it is used."""

    def __init__(self, project: Path, url: str = "") -> None:
        self.project_dir = str(project)
        self.conf = {
            "site_url": "https://reference.example/some/where",
            "site_name": "Codes",
            "site_description": "What codes mean.",
            "docs_dir": str(project / "docs"),
            "theme": SimpleNamespace(dirs=[str(project), str(Path(material.__file__).parent / "templates")]),
            "extra": {"repository": "https://forge.example/codes/"},
        }
        self.variables: dict[str, Any] = {}
        self.macros: dict[str, Any] = {}
        self.page = SimpleNamespace(url=url, file=SimpleNamespace(src_uri="page.md", content_string=""))

    def macro(self, function: Any, name: str = "") -> Any:
        """Registers a macro under its name."""
        self.macros[name or function.__name__] = function
        return function


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the made-up data, this project's scripts, and one snippet."""
    folder = tmp_path_factory.mktemp("project")
    copied(folder)
    for name in ("web", "node_modules"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    (folder / "docs" / "snippets").mkdir(parents=True)
    (folder / "docs" / "snippets" / "fax_status.py").write_text("print('<b>{{ 7*7 }}</b>')\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def env(project: Path) -> Env:
    env = Env(project)
    define_env(env)
    return env


def pages(catalogue: Catalogue) -> set[str]:
    """The addresses that a macro may link to, from the root of the site."""
    own = {"", "codes/", "categories/", "legend/", "about/", "lookup/", "triage/", "snippets/fax_status.py", *CALLS["published_files"]}
    return own | {f"codes/{key}/" for key in catalogue.codes} | {f"categories/{key}/" for key in catalogue.categories}


def test_every_macro_is_tried_here(env: Env) -> None:
    assert set(env.macros) == set(CALLS) | LEFT | {"answer"}


@pytest.mark.parametrize("url", DEPTHS, ids=lambda url: f"depth-{url.count('/')}")
def test_every_link_of_a_macro_leads_to_a_page_from_any_depth(env: Env, catalogue: Catalogue, url: str) -> None:
    env.page.url = url
    root = "https://reference.example/some/where/"
    for name, arguments in CALLS.items():
        soup = BeautifulSoup(env.macros[name](*arguments), "lxml")
        for link in soup.select("[href], [action]"):
            address = link.get("href") or link.get("action")
            if address.startswith("#") or link.get("rel") == ["external"]:
                continue
            assert not urlsplit(address).scheme, address
            target = urljoin(root + url, address)
            assert target.startswith(root), f"{name}: {address} leaves the site"
            assert urlsplit(target)._replace(query="", fragment="").geturl().removeprefix(root) in pages(catalogue), (name, address)


@pytest.mark.parametrize("name", CALLS)
def test_every_macro_gives_html(env: Env, name: str) -> None:
    html = env.macros[name](*CALLS[name])
    assert hasattr(html, "__html__"), "text that nobody has marked as HTML may be anything"
    assert html.lstrip().startswith("<")
    assert BeautifulSoup(html, "lxml").find(True)


@pytest.mark.parametrize("name", sorted(LEFT))
def test_a_part_that_comes_in_later_leaves_its_slot(env: Env, name: str) -> None:
    assert SLOT.fullmatch(env.macros[name]())[1] == name


@pytest.mark.parametrize("key", [-30, "-30", 0, 91000, "other-negative"])
def test_a_code_is_linked_by_number_or_key(env: Env, catalogue: Catalogue, key: int | str) -> None:
    env.page.url = ""
    link = BeautifulSoup(env.macros["code"](key), "lxml").a
    assert link["href"] == f"codes/{key}/"
    assert catalogue.codes[str(key)].label in link.get_text()


@pytest.mark.parametrize("key", [-31, 2, "007", "busy", ""])
def test_an_unknown_code_cannot_be_linked(env: Env, key: int | str) -> None:
    with pytest.raises(UnknownError, match=f"^no code '{key}'; "):
        env.macros["code"](key)


def test_an_unknown_answer_or_snippet_cannot_be_shown(env: Env, project: Path) -> None:
    (project / "docs" / "snippets" / "latin.py").write_bytes("ü".encode("latin-1"))
    with pytest.raises(UnknownError, match=r"^no answer 'biled'; did you mean 'billed'\?$"):
        env.macros["answer"]("biled")
    for name in ("none.py", "latin.py"):
        with pytest.raises(UnknownError, match=f"^no text can be read from snippets/{name}; expected a file in UTF-8$"):
            env.macros["snippet"](name, "Python")


def test_wrong_settings_end_the_build_with_their_problems(project: Path) -> None:
    env = Env(project)
    env.conf |= {"site_url": None, "site_description": ""}
    env.conf["extra"] = {"site": "docs.example", "repository": 123}
    with pytest.raises(Abort) as ended:
        define_env(env)
    assert [line.split(";")[0] for line in str(ended.value).split("\n")] == [
        "SITE_URL is 'docs.example'",
        "REPOSITORY_URL is 123",
        "site_description is empty",
    ]


def test_the_address_of_the_site_is_that_of_the_preview_where_there_is_one(project: Path) -> None:
    env = Env(project)
    for url, expected in ((None, "https://docs.example/fax/"), ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/")):
        env.conf |= {"site_url": url, "extra": {"site": "https://docs.example/fax"}}
        define_env(env)
        assert env.conf["site_url"] == env.variables["build"].site == expected


def test_facts_are_those_about_what_is_asked_for(env: Env, catalogue: Catalogue) -> None:
    def count(*references: str) -> int:
        return len(BeautifulSoup(env.macros["facts"](*references), "lxml").select("li"))

    assert count() == len(catalogue.facts)
    assert count("page:triage") == sum("page:triage" in fact.about for fact in catalogue.facts)
    both = {"page:triage", "page:integrate"}
    assert count(*both) == sum(bool(both & set(fact.about)) for fact in catalogue.facts)


def test_an_example_is_shown_and_brought_as_it_is(env: Env) -> None:
    html = env.macros["shape"](*CALLS["shape"])
    soup = BeautifulSoup(html, "lxml")
    assert soup.pre.get_text() == unquote(urlsplit(soup.a["href"]).fragment.removeprefix("text=")) == "id\tstatus\n1\t3931 <b>"
    assert "\t" not in html, "Markdown turns tabs into spaces"


def test_one_typed_value_is_handed_to_the_second_phase(env: Env, catalogue: Catalogue) -> None:
    build = env.variables["build"]
    assert isinstance(build, Build)
    assert build.catalogue == catalogue
    assert build.site == "https://reference.example/some/where/"


def test_templates_of_the_theme_know_where_every_script_stands(env: Env) -> None:
    assets, files = env.conf["extra"]["assets"], env.variables["build"].assets
    assert set(assets.values()) == set(files)
    assert {"early", "base", "search", "catalogue", "style"} <= set(assets)


def test_wrong_data_ends_the_build_with_its_problems_and_status_1(tmp_path: Path) -> None:
    data = copied(tmp_path)
    change(data, "codes", cell("4852", "category", "bussy"))
    change(data, "states", cell("ready", "column", "0"))
    with pytest.raises(Abort) as ended:
        define_env(Env(tmp_path))
    assert str(ended.value).split("\n") == [
        "data/codes.csv:15: no category 'bussy'; did you mean 'busy'?",
        "data/states.csv:3: column 0 lies outside the picture; expected 1 to 9",
    ]
    assert ended.value.code == 1


def test_data_that_is_not_there_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(Abort, match=r"data/codes\.csv:1: the file is missing"):
        define_env(Env(tmp_path))


def test_fixed_data_is_read_anew(project: Path) -> None:
    """As in `mkdocs serve`: the same process, the same folder, one call a build."""
    change(project / "data", "codes", cell("4852", "category", "bussy"))
    with pytest.raises(Abort):
        define_env(Env(project))
    change(project / "data", "codes", swap("4852,failure,bussy", "4852,failure,busy"))
    env = Env(project)
    define_env(env)
    assert env.variables["build"].catalogue.codes["4852"].category.key == "busy"


def test_packages_that_are_not_installed_end_the_build_in_one_line(tmp_path: Path) -> None:
    copied(tmp_path)
    with pytest.raises(Abort, match=r"^node_modules/ lacks esbuild; expected .*$"):
        define_env(Env(tmp_path))


def test_a_script_that_does_not_bundle_ends_the_build_with_its_place(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    with pytest.raises(Abort, match=r"web/[a-z-]+/"):
        define_env(Env(tmp_path))
