"""Settings are checked once, in one line each; what they hold cannot leave its place in any file that is generated."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree

from macros.api import constants
from macros.api.files import ApiFiles
from macros.catalogue import Catalogue
from macros.pages.head import Head
from macros.settings import SettingsError, check

SITE = "https://reference.example/some/where/"
TEXTS = ("Codes", "What codes mean.")

WRONG_ADDRESSES = {
    "no scheme": "docs.example/fax",
    "another scheme": "ftp://docs.example/",
    "no host": "https:///fax/",
    "blank at the start": " https://docs.example/",
    "blank within": "https://docs.example/a fax/",
    "newline": "https://docs.example/\nimport os",
    "line separator": "https://docs.example/\u2028",
    "end of a docstring": 'https://docs.example/"""/',
    "end of an attribute": "https://docs.example/'>",
    "backslash": "https://docs.example/\\",
    "query": "https://docs.example/?q=1",
    "fragment": "https://docs.example/#top",
    "name and password": "https://me:secret@docs.example/",
    "half an IPv6 address": "https://[::1/",
    "number": 123,
    "list": ["https://docs.example/"],
}
HOSTILE_NAME = """</title>"><script>alert(1)</script>' & "quoted" ${1} {{ 7*7 }} \\ """.strip()
HOSTILE_SITE = 'https://docs.example/"""\n\u2028*/ #{1} \\\'\n?q=<b>&/'


@pytest.mark.parametrize("address", WRONG_ADDRESSES.values(), ids=WRONG_ADDRESSES)
def test_a_wrong_address_is_refused_in_one_line(address: object) -> None:
    for name, settings in (("SITE_URL", (address, "")), ("REPOSITORY_URL", (SITE, address))):
        with pytest.raises(SettingsError) as refused:
            check(*settings, *TEXTS)
        (line,) = str(refused.value).splitlines()
        assert line.startswith(f"{name} is {address!r}; expected a web address such as https://")


@pytest.mark.parametrize("text", [None, "", " ", 123, "two\nlines", "two\u2028lines", "no\u00a0break"])
def test_a_wrong_text_is_refused_in_one_line(text: object) -> None:
    with pytest.raises(SettingsError) as refused:
        check(SITE, "", text, text)
    assert [line.split(" is ")[0] for line in str(refused.value).splitlines()] == ["site_name", "site_description"]


def test_all_wrong_settings_are_reported_in_one_run() -> None:
    with pytest.raises(SettingsError) as refused:
        check(None, "x", "", "Text")
    assert [line.split(";")[0] for line in str(refused.value).splitlines()] == [
        "SITE_URL is empty",
        "REPOSITORY_URL is 'x'",
        "site_name is empty",
    ]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000/", "http://::1:8000/", "https://[::1]:8000/a/", "https://a-b.example/~me/%C3%BC/x_y.z+1"]
)
def test_addresses_that_people_have_are_taken(address: str) -> None:
    settings = check(address.rstrip("/"), address, *TEXTS)
    assert (settings.site, settings.repository) == (address.rstrip("/") + "/", address.rstrip("/"))


def test_a_project_may_have_no_repository() -> None:
    assert {check(SITE, nothing, *TEXTS).repository for nothing in (None, "")} == {""}


# Even if a setting were not checked ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def attacked(catalogue: Catalogue) -> dict[str, str]:
    api = ApiFiles(catalogue, HOSTILE_SITE, HOSTILE_NAME, HOSTILE_NAME)
    return {**api.whole, **api.of(catalogue.rule)}


@pytest.fixture(scope="module")
def peaceful(catalogue: Catalogue) -> dict[str, str]:
    api = ApiFiles(catalogue, SITE, "Name", "Description")
    return {**api.whole, **api.of(catalogue.rule)}


def test_no_setting_ends_a_docstring_or_a_comment(attacked: dict[str, str], peaceful: dict[str, str]) -> None:
    module, clean = (ast.parse(files["api/FaxStatus.py"]) for files in (attacked, peaceful))
    assert [ast.dump(node) for node in module.body[1:]] == [ast.dump(node) for node in clean.body[1:]]
    for name in ("api/fax-status.ts", "api/fax_status_codes.rb", "api/codes.properties"):
        (first, *rest), (_, *wanted) = (files[name].splitlines() for files in (attacked, peaceful))
        assert rest == wanted
        assert re.fullmatch(r"(//|#) [!-~ ]+", first)


def test_settings_stay_where_they_are_in_xml_json_and_markdown(attacked: dict[str, str], peaceful: dict[str, str]) -> None:
    for name in ("feed.xml", "opensearch.xml"):
        tree, clean = (etree.fromstring(files[name].encode()) for files in (attacked, peaceful))
        assert [element.tag for element in tree.iter()] == [element.tag for element in clean.iter()]
        assert HOSTILE_NAME[:16].strip() in "".join(tree.itertext())
    assert all(json.loads(text) for name, text in attacked.items() if name.endswith(".json"))
    for name in ("llms.txt", "robots.txt", "codes/other-negative/index.md"):
        assert len(attacked[name].splitlines()) == len(peaceful[name].splitlines())
        assert "<script" not in attacked[name]


def test_settings_cannot_end_a_data_block(catalogue: Catalogue) -> None:
    assert "<" not in Head(catalogue, HOSTILE_SITE, HOSTILE_NAME).all_terms()


# Names of constants -------------------------------------------------------------------------------------------------------


def test_names_of_constants_never_collide() -> None:
    labels = (
        "Pre-processing",
        "Pre-processing minus",
        "Pre-processing MINUS minus",
        "Pre-processing plus",
        "Pre-processing minus plus",
        "minus",
        "1",
        "()",
    )
    log: Any = SimpleNamespace(changes_of=lambda code: [])
    made: dict[str, str] = {}
    for key in ("11", "-11", "1", "-1", "111", "0"):
        for label in labels:
            code: Any = SimpleNamespace(key=key, label=label)
            (name,) = constants.names(log, code)
            assert re.fullmatch("[A-Z][A-Z0-9_]*", name)
            assert made.setdefault(name, key) == key, f"{name} is the name of {made[name]} and {key}"


def test_the_theme_escapes_settings_in_its_pages() -> None:
    """The theme's environment escapes nothing by itself."""
    for file in (Path(__file__).parent.parent.parent / "overrides").rglob("*.html"):
        for shown in re.findall(r"\{\{(.*?)\}\}", file.read_text(encoding="utf-8")):
            if re.search(r"site_name|site_description|site_url|canonical_url", shown):
                assert shown.strip().endswith("| e"), f"{file.name}: {shown}"
