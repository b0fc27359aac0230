"""What is published is what the sources give: a second build makes the very same files, byte for byte."""

from __future__ import annotations

from pathlib import Path

from .conftest import built


def test_a_build_gives_the_files_of_the_build_before(site: Path, tmp_path: Path):
    def files(folder: Path) -> dict[str, bytes]:
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    before, after = files(site), files(built(tmp_path / "site"))
    assert set(after) == set(before)
    assert [name for name in before if after[name] != before[name]] == []
