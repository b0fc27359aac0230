"""The published data say what the pages say, in shapes that other people's tools take, and classify every whole number."""

from __future__ import annotations

import csv
import hashlib
import json
import random
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from macros import addresses
from macros.api import shapes
from macros.api.files import ApiFiles
from macros.api.records import encode
from macros.catalogue import Catalogue
from tests.data.test_source import SOURCE
from tests.site.test_tables import table
from tests.support.built import MOVED
from tests.support.hostile import ADDRESS, hostile, with_texts
from tests.support.site import ROOT, SITE_URL

CODES = pytest.mark.parametrize("key", SOURCE)
NUMBERS = [*range(-60, 60), *(random.Random(1).randrange(-(10**9), 10**9) for _ in range(200)), 10**14, -(10**14)]
"""Numbers around zero, and many from far off, the same in every run."""


@pytest.fixture(scope="session")
def schema(api: Path) -> dict[str, Any]:
    """schema.json."""
    return json.loads((api / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def one(api: Path, site: Path) -> dict[str, dict[str, Any]]:
    """The files of single codes, by their names."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (api / "codes").glob("*.json")}


def files_of(catalogue: Catalogue, site: str, name: str = "Name", description: str = "Description") -> dict[str, str]:
    """Every file that programs read, by its address."""
    api = ApiFiles(catalogue, site, name, description)
    return dict(api.whole) | {path: text for code in catalogue.codes.values() for path, text in api.of(code).items()}


@pytest.fixture(scope="module")
def attacked(catalogue: Catalogue) -> dict[str, str]:
    """What would be published if every text tried to be more than text."""
    return files_of(with_texts(catalogue, hostile, ADDRESS), "https://reference.example/", "Fax & <codes>", "What 'each' <means> & more")


# Shape ----------------------------------------------------------------------------------------------------------------


def fields(value: Any, where: str = "") -> Iterator[str]:
    """Every field of a JSON value, as its way from the root."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield f"{where}/{name}"
            yield from fields(each, f"{where}/{name}")
    elif isinstance(value, list):
        for each in value:
            yield from fields(each, f"{where}/*")


def documented(schema: dict[str, Any], definition: dict[str, Any], where: str = "") -> Iterator[str]:
    """Every field that a schema describes, as its way from the root."""
    if "$ref" in definition:
        yield from documented(schema, schema["$defs"][definition["$ref"].rsplit("/", 1)[1]], where)
    for branch in definition.get("anyOf", ()):
        yield from documented(schema, branch, where)
    for name, each in definition.get("properties", {}).items():
        yield f"{where}/{name}"
        yield from documented(schema, each, f"{where}/{name}")
    if definition.get("items"):
        yield from documented(schema, definition["items"], f"{where}/*")


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{SITE_URL}api/schema.json"


def test_everything_keeps_to_the_schema(everything: dict[str, Any], schema: dict[str, Any]) -> None:
    assert list(Draft202012Validator(schema).iter_errors(everything)) == []
    assert everything["$schema"] == schema["$id"]


@CODES
def test_a_single_code_keeps_to_the_schema(key: str, one: dict[str, Any], schema: dict[str, Any]) -> None:
    assert one[key]["$schema"] == f"{schema['$id']}#/$defs/OneCode"
    assert list(Draft202012Validator({"$ref": "#/$defs/OneCode", "$defs": schema["$defs"]}).iter_errors(one[key])) == []


def test_categories_and_the_log_keep_to_the_schema(
    api: Path, catalogue: Catalogue, everything: dict[str, Any], schema: dict[str, Any]
) -> None:
    files = {f"categories/{key}": "OneCategory" for key in catalogue.categories} | {"changes": "Changes"}
    for name, definition in files.items():
        document = json.loads((api / f"{name}.json").read_text(encoding="utf-8"))
        assert list(Draft202012Validator({"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}).iter_errors(document)) == [], name
        assert document["$schema"] == f"{schema['$id']}#/$defs/{definition}"
        assert set(fields(document)) >= set(documented(schema, {"$ref": "#/$defs/Data"}, "/data"))


def test_a_category_has_its_codes_as_everything_has_them(api: Path, everything: dict[str, Any]) -> None:
    listed = [*everything["codes"], everything["rule"]]
    for category in everything["categories"]:
        document = json.loads((api / "categories" / f"{category['key']}.json").read_text(encoding="utf-8"))
        assert document["category"] == category
        assert sorted(code["key"] for code in document["codes"]) == sorted(
            code["key"] for code in listed if code["category"] == category["key"]
        )
        assert [code for code in document["codes"] if code not in listed] == []


def test_the_log_has_every_entry_and_each_stands_on_the_page(api: Path, site: Path, catalogue: Catalogue) -> None:
    changes = json.loads((api / "changes.json").read_text(encoding="utf-8"))["changes"]
    assert [change["date"] for change in changes] == sorted(change["date"] for change in changes)
    assert [(change["key"], change["what"]) for change in changes] == [(change.key, change.what) for change in catalogue.changes]
    page = BeautifulSoup((site / "changes" / "index.html").read_text(encoding="utf-8"), "lxml")
    for change in changes:
        assert change["path"] == f"changes/#{change['key']}"
        assert page.find(id=change["key"])
        assert set(change["codes"]) <= set(catalogue.codes)


def test_the_schema_describes_every_field_and_no_other(everything: dict[str, Any], one: dict[str, Any], schema: dict[str, Any]) -> None:
    described = set(documented(schema, schema["$defs"]["Codes"]))
    as_a_code = {field.replace("/rule/", "/codes/*/", 1) for field in described}  # The rule is a code; much of it is null.
    assert {field.replace("/rule/", "/codes/*/", 1) for field in fields(everything)} == as_a_code
    assert {field for each in one.values() for field in fields(each)} == set(documented(schema, schema["$defs"]["OneCode"]))


def test_every_field_is_always_there(schema: dict[str, Any]) -> None:
    for name, definition in schema["$defs"].items():
        assert list(definition["properties"]) == definition["required"], name


@pytest.mark.parametrize("definition", ["Codes", "OneCode"])
def test_the_schema_refuses_what_is_wrong(definition: str, everything: dict[str, Any], one: dict[str, Any], schema: dict[str, Any]) -> None:
    """The test of the tests above: a field less, or one of another type, is seen."""
    validator = Draft202012Validator({"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]})
    document = everything if definition == "Codes" else one["0"]
    for field in document:
        assert not validator.is_valid({name: value for name, value in document.items() if name != field}), field
        assert not validator.is_valid(document | {field: 1.5}), field


with (Path(__file__).parent / "published_fields.csv").open(encoding="utf-8", newline="") as _file:
    PUBLISHED = list(csv.DictReader(_file))
"""Every field and column that was ever published, its type, and the format with which it came. No line is ever changed or removed."""


def type_of(definition: dict[str, Any]) -> str:
    """The type of a field, as one word for each of its alternatives."""
    branches = definition.get("anyOf") or [definition]
    names = (branch.get("type") or ("word" if "enum" in branch else branch["$ref"].rsplit("/", 1)[1]) for branch in branches)
    return "|".join(sorted(names))


def published_now(schema: dict[str, Any], package: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The type of every field by object and name, and of every column by table and name."""
    fields = {(name, field): type_of(each) for name, shape in schema["$defs"].items() for field, each in shape["properties"].items()}
    tables = {
        (f"{each['name']}.csv", column["name"]): column["type"] for each in package["resources"] for column in each["schema"]["fields"]
    }
    return fields | tables


def test_published_names_stay(schema: dict[str, Any], api: Path) -> None:
    now = published_now(schema, json.loads((api / "datapackage.json").read_text(encoding="utf-8")))
    then = {(row["object"], row["field"]): row["type"] for row in PUBLISHED}
    assert {field: (kept, now.get(field)) for field, kept in then.items() if now.get(field) != kept} == {}


def test_a_new_name_raises_the_format(schema: dict[str, Any], api: Path) -> None:
    now = published_now(schema, json.loads((api / "datapackage.json").read_text(encoding="utf-8")))
    known = {(row["object"], row["field"]) for row in PUBLISHED}
    lines = [
        f"tests/site/published_fields.csv lacks {where}.{name}; raise the second number of FORMAT in macros/api/shapes.py, and at the end "
        f"of the list, with the new format, add: FORMAT,{where},{name},{now[where, name]}"
        for where, name in now
        if (where, name) not in known
    ]
    assert not lines, "\n".join(lines)
    newest = max((row["format"] for row in PUBLISHED), key=lambda text: tuple(map(int, text.split("."))))
    assert newest == shapes.FORMAT
    assert {row["format"].split(".")[0] for row in PUBLISHED} == {"1"}


def test_new_columns_come_last(api: Path) -> None:
    for table_name in ("codes.csv", "unlisted.csv"):
        header = (api / table_name).read_text(encoding="utf-8").split("\n")[0].split(",")
        assert header == [row["field"] for row in PUBLISHED if row["object"] == table_name]


# Contents -------------------------------------------------------------------------------------------------------------


def test_pages_and_data_have_the_same_codes(site: Path, everything: dict[str, Any], one: dict[str, Any]) -> None:
    pages = {path.parent.name for path in {*site.glob("codes/*/index.html")} - {site / page for page in MOVED}}
    assert pages == {code["key"] for code in [*everything["codes"], everything["rule"]]}
    assert pages == set(one) == {path.parent.name for path in site.glob("codes/*/index.md")} == set(SOURCE)


@CODES
def test_page_and_data_say_the_same_of_a_code(key: str, site: Path, one: dict[str, Any]) -> None:
    page = BeautifulSoup((site / "codes" / key / "index.html").read_text(encoding="utf-8"), "lxml").select_one("article")
    code, text = one[key]["code"], " ".join(page.get_text(" ").split())
    assert page.select_one(".code-title__label").get_text() == code["label"]
    assert page.select_one(".badge").get_text(strip=True) == one[key]["outcome"]["name"]
    assert page.select_one(".code-signs__category")["href"] == f"../../{one[key]['category']['path']}"
    step, final = (strong.get_text(strip=True) for strong in page.select(".decisions strong")[:2])
    assert (step, final) == (one[key]["next_step"]["name"], "Final" if code["final"] else "Still changing")
    marks = {element.get_text(" ", strip=True) for element in page.select("dd, p")}
    for statement in filter(None, (code["meaning"], code["advice"], code["action"], code["remark"], one[key]["category"]["note"])):
        kind = {"stated": "Stated", "derived": "Derived", "advice": "Advice"}[statement["provenance"]]
        assert any(" ".join(mark.split()).endswith(f"{' '.join(statement['text'].split())} {kind}") for mark in marks), statement
    assert one[key]["arrival"]["answer"] in text
    assert (code["q850"] is None) == (page.select_one("#q850") is None)
    alike = [int(link.select_one(".number").get_text()) for link in page.select(".alike a")]
    assert alike == one[key]["same_explanation"] + one[key]["same_label"]
    assert not one[key]["same_explanation"] or code["documented_by"] != "label"


@CODES
def test_everything_has_each_code_as_its_own_file_has_it(key: str, everything: dict[str, Any], one: dict[str, Any]) -> None:
    listed = {code["key"]: code for code in [*everything["codes"], everything["rule"]]}
    assert listed[key] == one[key]["code"]
    for part, parts in (("outcome", "outcomes"), ("arrival", "arrivals"), ("category", "categories")):
        assert one[key][part] in everything[parts]
        assert one[key][part]["key"] == listed[key][part]
    assert one[key]["next_step"] in everything["next_steps"]
    assert (one[key]["next_step"]["key"], one[key]["next_step"]["resend"]) == (listed[key]["next"], listed[key]["resend"])
    own = listed[key]["same_as"] or listed[key]["number"]
    group = [code["number"] for code in everything["codes"] if own is not None and own in (code["same_as"], code["number"])]
    assert sorted(one[key]["same_explanation"] + one[key]["same_label"]) == sorted(
        number for number in group if number != listed[key]["number"]
    )


@CODES
def test_every_link_of_a_code_leads_somewhere(key: str, site: Path, one: dict[str, Any]) -> None:
    for name, link in one[key]["links"].items():
        if link is None:
            assert (name, key) in {("previous", "-11"), ("next", SOURCE and list(SOURCE)[-1])}
            continue
        place = site / link.removeprefix(SITE_URL)
        assert (place / "index.html" if link.endswith("/") else place).is_file(), link
    if one[key]["links"]["next"]:
        after = json.loads((site / one[key]["links"]["next"].removeprefix(SITE_URL)).read_text(encoding="utf-8"))
        assert after["links"]["previous"] == one[key]["links"]["self"]


def test_every_path_leads_to_a_page(site: Path, everything: dict[str, Any]) -> None:
    for entry in [*everything["outcomes"], *everything["categories"], *everything["codes"], everything["rule"], *everything["unlisted"]]:
        place, _, anchor = entry["path"].partition("#")
        page = BeautifulSoup((site / place / "index.html").read_text(encoding="utf-8"), "lxml")
        assert not anchor or page.find(id=anchor)


def test_the_source_tells_when_it_was_read(everything: dict[str, Any]) -> None:
    assert everything["source"] in everything["sources"]
    assert everything["source"]["url"].startswith("https://")
    assert everything["source"]["retrieved"] == "2026-11"


def test_what_is_derived_is_never_called_stated(everything: dict[str, Any]) -> None:
    assert {code["q850"]["provenance"] for code in everything["codes"] if code["q850"]} == {"derived"}
    assert {code["remark"]["provenance"] for code in everything["codes"] if code["remark"]} == {"derived"}
    assert {each["advice"]["provenance"] for each in [*everything["codes"], *everything["categories"], *everything["unlisted"]]} == {
        "advice"
    }
    assert {code["meaning"]["provenance"] for code in everything["codes"]} == {"stated"}


# Any whole number -----------------------------------------------------------------------------------------------------


def classify(everything: dict[str, Any], number: int) -> dict[str, Any]:
    """All that a program needs to do, as the guide says it."""
    for code in everything["codes"]:
        if code["number"] == number:
            return code
    (entry,) = (
        entry
        for entry in everything["unlisted"]
        if (entry["minimum"] is None or entry["minimum"] <= number) and (entry["maximum"] is None or number <= entry["maximum"])
    )
    return entry


def test_any_number_can_be_classified_from_the_data_alone(everything: dict[str, Any], catalogue: Catalogue) -> None:
    for number in NUMBERS:
        entry, code = classify(everything, number), catalogue.codes.get(str(number))
        assert entry["outcome"] == ("in-process" if number < 0 else "failure" if number else "success")
        assert entry["final"] == (number >= 0)
        expected = code.label if code else catalogue.rule.label if number < 0 else "Failure, not listed"
        assert entry["label"] == expected, number


def test_the_ranges_of_the_outcomes_are_data(everything: dict[str, Any]) -> None:
    ranges = {outcome["key"]: (outcome["minimum"], outcome["maximum"]) for outcome in everything["outcomes"]}
    assert ranges == {"in-process": (None, -1), "success": (0, 0), "failure": (1, None)}
    assert ranges == {entry["outcome"]: (entry["minimum"], entry["maximum"]) for entry in everything["unlisted"]}


# Bytes ----------------------------------------------------------------------------------------------------------------


def test_what_is_published_is_what_the_data_gives_every_time(site: Path, catalogue: Catalogue) -> None:
    config = json.loads((site / "api" / "codes.json").read_text(encoding="utf-8"))
    again = files_of(catalogue, config["site"], *_names())
    assert again == files_of(catalogue, config["site"], *_names())
    for path, text in again.items():
        assert (site / path).read_bytes() == text.encode(), path


def _names() -> tuple[str, str]:
    lines = dict(line.split(": ", 1) for line in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")[:2])
    return lines["site_name"], lines["site_description"]


def test_a_file_ends_with_one_newline(catalogue: Catalogue) -> None:
    for path, text in files_of(catalogue, "https://reference.example/").items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "\r" not in text, path


def test_json_comes_in_the_order_of_the_source(everything: dict[str, Any]) -> None:
    assert [code["key"] for code in everything["codes"]] == [key for key in SOURCE if key != "other-negative"]


def test_the_guide_prints_the_checksums_of_the_published_bytes(site: Path) -> None:
    page = BeautifulSoup((site / "integrate" / "index.html").read_text(encoding="utf-8"), "lxml")
    rows = page.select("table.files tbody tr")
    assert len(rows) == 10
    for row in rows:
        raw = (site / "integrate" / row.a["href"]).resolve().read_bytes()
        integrity, sha256 = (code.get_text() for code in row.select("code"))
        assert integrity == f"sha384-{b64encode(hashlib.sha384(raw).digest()).decode()}"
        assert sha256 == hashlib.sha256(raw).hexdigest()
        assert row.select("td")[0].get_text() == str(len(raw))


# Hostile texts --------------------------------------------------------------------------------------------------------


def test_a_hostile_text_stays_text_in_json(attacked: dict[str, str], catalogue: Catalogue, schema: dict[str, Any]) -> None:
    everything = json.loads(attacked["api/codes.json"])
    assert everything["codes"][0]["label"] == hostile("Code.label")
    assert list(Draft202012Validator({"$ref": "#/$defs/Codes", "$defs": schema["$defs"]}).iter_errors(everything)) == []
    assert json.loads(attacked[addresses.code_json(catalogue.rule.key)])["code"]["meaning"]["text"] == hostile("Code.meaning")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_runs_as_a_formula(start: str, catalogue: Catalogue) -> None:
    hit = with_texts(catalogue, lambda text: f'{start},"{text}', ADDRESS)
    for name in ("codes", "unlisted"):
        rows = table(files_of(hit, "https://reference.example/")[f"api/{name}.csv"])
        assert len(rows) == (len(catalogue.numbered) if name == "codes" else 3)
        for row in rows:
            assert row["meaning"].startswith(f"'{start}")
            assert not [cell for column, cell in row.items() if cell.startswith(tuple("=+@\t\r"))]


def test_hostile_labels_give_constants_that_compile(attacked: dict[str, str]) -> None:
    module: dict[str, Any] = {}
    exec(compile(attacked["api/FaxStatus.py"], "FaxStatus.py", "exec"), module)
    assert len(module["FaxStatus"]) == len(SOURCE) - 1


def test_a_hostile_text_stays_text_in_markdown(attacked: dict[str, str], catalogue: Catalogue) -> None:
    for path in (addresses.code_text(catalogue.codes["3931"].key), addresses.code_text(catalogue.rule.key), "llms.txt"):
        page = BeautifulSoup(markdown.markdown(attacked[path]), "lxml")
        assert page.select("script, img, code, strong, em") == []
        assert [link["href"] for link in page.select("a") if not link["href"].startswith("https://reference.example/")] == []
        assert "<script>alert(1)</script>" in page.get_text()


def test_what_encodes_is_the_same_for_the_same_value() -> None:
    assert encode({"b": 1, "a": ["é"]}) == '{\n  "b": 1,\n  "a": [\n    "é"\n  ]\n}\n'
