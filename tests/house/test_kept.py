"""A preview writes again what it made before, and after any edit its files are those of a build from nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import catalogue
from macros import addresses
from macros.catalogue import load
from macros.publish import site
from macros.publish.kept import Kept
from tests.support.tables import added, cell, change, swap, without

from .conftest import MADE_UP, copied
from .test_slots import lay, made_of

EDITS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "label": ("codes", cell("371", "label", "Engaged")),
    "meaning that another code shares": ("codes", cell("371", "meaning", "The line is engaged.")),
    "remark": ("codes", cell("502", "remark", "Another remark.")),
    "next step": ("codes", cell("371", "next", "wait")),
    "advice of a category": ("categories", cell("busy", "advice", "Wait for long.")),
    "name of a category": ("categories", cell("busy", "name", "Loft engaged")),
    "name of an outcome": ("outcomes", cell("success", "name", "At home")),
    "name of a step": ("next_steps", cell("wait", "name", "Be patient")),
    "arrival": ("arrivals", cell("all", "answer", "Yes")),
    "fact": ("facts", cell("tries", "statement", "Only after four flights does a pigeon count as lost.")),
    "arrow": ("transitions", swap("the pigeon has been fed", "the pigeon is full")),
    "state": ("states", cell("ready", "name", "All set")),
    "cause": ("q850", cell("9", "plain", "In plainer words.")),
    "provenance": ("provenances", cell("stated", "meaning", "A page has it.")),
    "source": ("sources", cell("status-codes", "title", "Codes of pigeons")),
    "answer": ("answers", cell("billed", "text", "Nobody knows.")),
    "retired": ("changes", added("2027-01-31,4852,retired,,It is not listed any more.\n")),
    "new code": ("codes", added("91001,failure,busy,Busy,,comment,,371,,,,,none-busy,,\n")),
}
"""What is edited in a table, each edit after the one before."""


def differing(data: Path, folder: Path, kept: Kept) -> list[str]:
    """The files that a preview has otherwise than a build of its own."""
    build, whole, preview = made_of(load(data)), lay(folder / "whole"), lay(folder / "preview")
    site.publish(build, whole)
    site.publish(build, preview, kept)
    files = {path.relative_to(whole).as_posix(): path.read_bytes() for path in whole.rglob("*.*")}
    made = {path: kept.files[path]().encode() if path in kept.files else (preview / path).read_bytes() for path in files}
    return [path for path in files if made[path] != files[path]]


def test_after_any_edit_a_preview_has_the_files_of_a_build(tmp_path: Path):
    data, kept = copied(tmp_path), Kept()
    for name, (table, edit) in {"": ("codes", swap("Somewhere", "Anywhere")), **EDITS}.items():
        change(data, table, edit)
        if name == "new code":
            change(data, "changes", added("2027-02-01,91001,added,,One more.\n"))
        assert differing(data, tmp_path / name, kept) == [], name


def test_so_it_has_those_of_a_large_catalogue(tmp_path: Path):
    data, kept = tmp_path / "data", Kept()
    catalogue.write(MADE_UP, data, 400)
    assert differing(data, tmp_path / "first", kept) == []
    assert any((tmp_path / "first" / "preview" / addresses.FROM_ZERO).iterdir())
    edits = [cell("300210", "label", "Cut off"), without("300211"), cell("300213", "category", "busy")]
    for name, edit in enumerate(edits):
        change(data, "codes", edit)
        assert differing(data, tmp_path / str(name), kept) == [], name


def test_what_has_not_changed_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    data, kept, made = copied(tmp_path), Kept(), list[str]()
    make = site._Site._of_code
    monkeypatch.setattr(site._Site, "_of_code", lambda self, code: made.append(code.key) or make(self, code))
    site.publish(made_of(load(data)), lay(tmp_path / "first"), kept)
    assert len(made) == len(load(data).codes)
    made.clear()
    change(data, "codes", cell("502", "remark", "Another remark."))
    site.publish(made_of(load(data)), lay(tmp_path / "second"), kept)
    assert made == ["502"]


def test_what_a_preview_does_not_write_it_has_to_the_byte(tmp_path: Path):
    build, kept = made_of(load(copied(tmp_path))), Kept()
    whole, preview = lay(tmp_path / "whole"), lay(tmp_path / "preview")
    site.publish(build, whole)
    site.publish(build, preview, kept)
    missing = {
        path.relative_to(whole).as_posix()
        for path in whole.rglob("*")
        if path.is_file() and not (preview / path.relative_to(whole)).exists()
    }
    assert missing == set(kept.files)
    assert {"codes/371/index.html", "codes/371/index.md", "api/codes/371.json"} < missing
    for path in missing:
        assert kept.files[path]().encode() == (whole / path).read_bytes()


def test_what_was_wrong_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    build, kept = made_of(load(copied(tmp_path))), Kept()
    monkeypatch.setattr(site, "violations", lambda html, leads_to="": ["a fault"] if 'id="code"' in html else [])
    for place in ("first", "second"):
        with pytest.raises(site.PublishError, match="a fault"):
            site.publish(build, lay(tmp_path / place), kept)
