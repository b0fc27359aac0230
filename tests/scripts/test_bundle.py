"""The scripts as they are published: bundled for real, they run, they are the same everywhere, and what is wrong is said in a line."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.browser.bundle import ENTRIES, Asset, BundleError, bundle
from macros.browser.node import NODE
from macros.browser.pack import scripts
from macros.catalogue import Catalogue

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STYLES = ".made-of-rows{color:red}"
MEANINGS = {"stated": "</script>\\\"'${1}\u2028"}

LOG = "2026-09-01 10:00:00 fax to +49 40 123456: status=3931\n"
DOCS = [{"location": "about/", "title": "About", "text": "<p>Snippets of code.</p>"}]


@pytest.fixture(scope="module")
def assets() -> dict[str, Asset]:
    return bundle(ROOT, STYLES, MEANINGS)


@pytest.fixture(scope="module")
def ran(assets: dict[str, Asset], catalogue: Catalogue) -> dict:
    """What the bundles answer in a worker, which loads texts as it needs them, and in a page that was opened from a file with all."""
    texts = {name: assets[name].text for name in ("triage-engine", "search")}
    made = scripts(catalogue, "https://reference.example/", most=10)
    files = {"catalogue.js": made["catalogue"].text} | {asset.path.rpartition("/")[2]: asset.text for asset in made.values()}
    asked = texts | {"files": files, "log": LOG, "docs": DOCS}
    done = subprocess.run([NODE, str(HERE / "bundles.mjs")], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sources elsewhere, with the packages that are installed here."""
    shutil.copytree(ROOT / "web", tmp_path / "web")
    shutil.copy(ROOT / "package.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return tmp_path


@pytest.mark.parametrize("where", ["worker", "page"])
def test_the_published_engine_reads_a_log(ran: dict, where: str) -> None:
    assert ran[where]["codes"] == [3931]


@pytest.mark.parametrize("where", ["worker", "page"])
def test_the_published_search_answers(ran: dict, where: str) -> None:
    assert ran[where]["3931"] == "codes/3931/"
    assert ran[where]["snippets"] == "about/"


def test_a_search_that_cannot_load_its_index_says_so(ran: dict) -> None:
    assert ran["failed"]["type"] == "failed"
    assert "HTTP status code 404" in ran["failed"]["message"]


def test_every_entry_is_one_file_named_by_its_content(assets: dict[str, Asset]) -> None:
    assert set(assets) == {*ENTRIES, "licenses"}
    for name, asset in assets.items():
        if name != "licenses":
            suffix = asset.path.rsplit(".", 1)[-1]
            assert asset == Asset.named(name, suffix, asset.text)
    assert assets["style"].text.endswith(STYLES)


def test_the_licenses_of_what_is_bundled_are_shipped(assets: dict[str, Asset]) -> None:
    for name in ("papaparse", "sax"):
        [license_file] = (ROOT / "node_modules" / name).glob("LICENSE*")
        assert license_file.read_text(encoding="utf-8") in assets["licenses"].text


def test_the_bundles_are_the_same_bytes_in_any_folder(assets: dict[str, Asset], copy: Path) -> None:
    assert bundle(copy, STYLES, MEANINGS) == assets


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("base/base.js", "const a b;\n", 'web/base/base.js:1: Expected ";" but found "b"'),
        ("lookup/lookup.js", 'import "./nothing.js";\n', 'web/lookup/lookup.js:1: Could not resolve "./nothing.js"'),
        ("styles/style.css", "\na { color: red; } }\n", 'web/styles/style.css:2: Unexpected "}" [css-syntax-error]'),
    ],
)
def test_a_mistake_is_said_in_one_line(copy: Path, file: str, text: str, message: str) -> None:
    (copy / "web" / file).write_text(text, encoding="utf-8")
    with pytest.raises(BundleError) as raised:
        bundle(copy, STYLES, MEANINGS)
    assert str(raised.value) == message


def test_missing_packages_are_said_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "web", tmp_path / "web")
    with pytest.raises(BundleError) as raised:
        bundle(tmp_path, STYLES, MEANINGS)
    assert str(raised.value) == "node_modules/ lacks esbuild; expected it to be installed: make build does that"
