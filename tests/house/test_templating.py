"""What templates compile to is kept for the next build, and never mistaken for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import templating
from macros.templating import Templates


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Templates; what is kept of them lies beside."""
    monkeypatch.setattr(templating, "FOLDER", tmp_path / "kept")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "text").write_text("{{ text }}", encoding="utf-8")
    return tmp_path / "templates"


def shown(folder: Path, name: str = "plain", **options: object) -> str:
    return Templates(name, folder, **options).named("text").render(text="<b>")


def test_a_template_is_compiled_once_for_all_builds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shown(folder)
    monkeypatch.setattr(Templates, "compile", lambda *_: pytest.fail("compiled again"))
    assert shown(folder) == first == "<b>"


def test_a_template_that_has_changed_is_compiled_again(folder: Path) -> None:
    shown(folder)
    (folder / "text").write_text("{{ text }}!", encoding="utf-8")
    assert shown(folder) == "<b>!"


def test_a_file_is_compiled_for_each_way_of_escaping(folder: Path) -> None:
    assert [shown(folder), shown(folder, "html", autoescape=True)] == ["<b>", "&lt;b&gt;"]
    assert [shown(folder), shown(folder, "html", autoescape=True)] == ["<b>", "&lt;b&gt;"]


def test_what_is_kept_may_be_broken(folder: Path) -> None:
    shown(folder)
    for file in templating.FOLDER.iterdir():
        file.write_bytes(file.read_bytes()[:-20])
    assert shown(folder) == "<b>"


def test_templates_work_where_nothing_can_be_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert shown(folder) == "<b>"
    assert not templating.FOLDER.exists()
