"""The constants for programs are the codes: each file is run, or compiled, as its users would do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support import programs, tools


def test_the_python_constants_are_the_codes(api: Path, everything: dict[str, Any]) -> None:
    module: dict[str, Any] = {}
    exec(compile((api / "FaxStatus.py").read_text(encoding="utf-8"), "FaxStatus.py", "exec"), module)
    assert [int(member) for member in module["FaxStatus"]] == [code["number"] for code in everything["codes"]]
    assert module["FaxStatus"].BUSY_3931 == 3931
    with pytest.raises(ValueError, match="-57"):
        module["FaxStatus"](-57)
    for name, field in (("NEXT", "next"), ("RESEND", "resend")):
        assert module[name] == {code["number"]: code[field] for code in everything["codes"]}


def test_the_ruby_constants_are_the_codes(api: Path, everything: dict[str, Any]) -> None:
    tools.ensure("ruby")
    show = "require 'json'; puts [FaxStatus.constants.to_h { |name| [name, FaxStatus.const_get(name)] }].to_json"
    done = programs.run("ruby", "-I", api, "-r", "fax_status_codes", "-e", show)
    assert (done.returncode, done.stderr) == (0, "")
    (constants,) = json.loads(done.stdout)
    for name, field in (("NEXT", "next"), ("RESEND", "resend")):
        assert constants.pop(name) == {code["key"]: code[field] for code in everything["codes"]}
    assert sorted(constants.values()) == sorted(code["number"] for code in everything["codes"])
    assert constants["BUSY_3931"] == 3931


def test_the_typescript_constants_are_the_codes(api: Path, everything: dict[str, Any], tmp_path: Path) -> None:
    """The compiler takes them in its strictest mode, a wrong number is an error of types, and what comes out has all labels."""
    (tmp_path / "fax-status.ts").write_bytes((api / "fax-status.ts").read_bytes())
    (tmp_path / "use.ts").write_text(
        """
import { FaxStatus, faxStatusLabels, faxStatusNext, isFaxStatus } from "./fax-status.js";
declare const console: { log(text: string): void };
const busy: FaxStatus = FaxStatus.BUSY_3931;
// @ts-expect-error: not listed
const wrong: FaxStatus = 4711;
const any: number = -22;
if (!isFaxStatus(any) || isFaxStatus(wrong) || busy !== 3931) throw new Error();
const label: string = faxStatusLabels[any];
console.log(JSON.stringify([label, FaxStatus, faxStatusLabels, faxStatusNext]));
""",
        encoding="utf-8",
    )
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    options = {"strict": True, "noUncheckedIndexedAccess": True, "target": "es2022", "lib": ["es2022"], "types": [], "module": "node16"}
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": options | {"outDir": "out"}}), encoding="utf-8")
    done = programs.run(programs.NODE, programs.TYPESCRIPT, "--project", tmp_path)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    done = programs.run(programs.NODE, tmp_path / "out" / "use.js")
    label, numbers, labels, steps = json.loads(done.stdout)
    assert steps == {code["key"]: {"next": code["next"], "resend": code["resend"]} for code in everything["codes"]}
    assert label == "Out of credit, awaiting Top-Up"
    assert sorted(numbers.values()) == sorted(code["number"] for code in everything["codes"])
    assert labels == {code["key"]: code["label"] for code in everything["codes"]}


def test_the_properties_are_the_codes(api: Path, everything: dict[str, Any]) -> None:
    lines = (api / "codes.properties").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    pairs = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    assert len(pairs) == len(lines) - 1 == 7 * (len(everything["codes"]) + 3)
    for code in everything["codes"]:
        assert pairs[f"{code['key']}.label"] == code["label"].replace("\\", "\\\\")
