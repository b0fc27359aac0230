"""The copy that is opened from a folder, where nothing can be loaded later, brings all texts along."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from macros.publish import offline


def test_the_texts_are_part_of_the_catalogue(tmp_path: Path) -> None:
    scripts = tmp_path / "site" / "assets" / "js"
    scripts.mkdir(parents=True)
    for name in ("catalogue.0.js", "catalogue-label-0.1.js", "catalogue-meaning-0.2.js"):
        (scripts / name).write_text(f"{name};", encoding="utf-8")
    offline.pack(tmp_path / "site", tmp_path / "copy.zip")
    with ZipFile(tmp_path / "copy.zip") as archive:
        name = f"{offline.FOLDER}/assets/js/catalogue.0.js"
        assert archive.namelist() == [f"{offline.FOLDER}/LICENSE", name]
        assert archive.read(name) == b"catalogue.0.js;catalogue-label-0.1.js;catalogue-meaning-0.2.js;"
