"""Pages made of rows are the theme's own, to the byte, though the theme renders only one of each kind."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from macros.publish.events import CATEGORY, CODE, category_filling, code_filling
from macros.publish.frame import Filling, Frame
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from macros.catalogue import load
from tests.support.site import ROOT, SITE_URL

CATALOGUE = load(ROOT / "data")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What a build made, by name."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path_factory.mktemp("framed")), site_url=SITE_URL, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        yield config.plugins["macros"].variables
    finally:
        os.chdir(before)


@pytest.mark.parametrize("key", CATALOGUE.codes)
def test_the_page_of_a_code_is_what_the_theme_renders_for_it(made: dict[str, Any], key: str):
    filling = code_filling(made["views"], made["head"], made["views"].catalogue.codes[key])
    assert made["code_frame"].filled(filling) == made["theme"].page(CODE, filling)


@pytest.mark.parametrize("key", CATALOGUE.categories)
def test_the_page_of_a_category_is_what_the_theme_renders_for_it(made: dict[str, Any], key: str):
    filling = category_filling(made["views"], made["views"].catalogue.categories[key])
    assert made["category_frame"].filled(filling) == made["theme"].page(CATEGORY, filling)


FILLING = {"key": "-22", "title": "t", "description": "d", "answer": "a", "terms": "{}", "body": "<h1>b</h1>"}


@pytest.mark.parametrize("mark", ["<", ">", '"', "'"])
@pytest.mark.parametrize("name", ["key", "title", "description", "answer"])
def test_what_stands_in_the_head_cannot_end_its_place(made: dict[str, Any], name: str, mark: str):
    with pytest.raises(ValueError, match=f"the {name} of .* holds a mark of HTML"):
        made["code_frame"].filled(Filling(**FILLING | {name: f"a{mark}b"}))


def test_linked_data_cannot_end_its_element(made: dict[str, Any]):
    with pytest.raises(ValueError, match="the terms of -22"):
        made["code_frame"].filled(Filling(**FILLING | {"terms": "</script>"}))


def test_a_body_that_looks_like_a_gap_is_a_body(made: dict[str, Any]):
    assert "<h1>gap-title-gap</h1>" in made["code_frame"].filled(Filling(**FILLING | {"body": "<h1>gap-title-gap</h1>"}))


def test_a_theme_that_leaves_something_out_is_told_of():
    theme = SimpleNamespace(page=lambda kind, filling: f"{filling.title}{filling.body}{filling.key}")
    with pytest.raises(PluginError, match="shows no answer, description, terms of a page"):
        Frame(theme, CODE)
