"""What an operator begins with is whole, valid, and reads as nobody's in particular."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scrapers.__main__ import main
from scrapers.commands import new

ROOT = Path(__file__).parents[1]
ACTION = "desk/nightdesk@0123456789012345678901234567890123456789 # v1.2.0"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "desk"), "--action", ACTION]) == 0
    return tmp_path / "desk"


def test_it_holds_what_is_the_operators_and_nothing_of_the_program(desk: Path) -> None:
    names = {path.relative_to(desk).as_posix() for path in desk.rglob("*") if path.is_file()}
    assert {"site.toml", "README.md", ".gitignore", "sources/README.md", "content/pages/about.md",
            ".github/dependabot.yml", ".github/workflows/nightly.yml", ".github/workflows/watch.yml"} <= names  # fmt: skip
    assert not [name for name in names if name.endswith((".py", ".html", ".lock"))]
    assert len([name for name in names if name.startswith("content/topics/")]) > 20
    assert not [name for name in names if "@ACTION@" in (desk / name).read_text(encoding="utf-8")]


def test_all_is_well_in_it_as_it_is_written(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", str(desk / "content"), "--settings", str(desk / "site.toml")]) == 0
    told = capsys.readouterr()
    assert "All is well." in told.out
    assert told.err.count("to do:") == 2, "name and e-mail are still to be set"


def test_the_sources_readme_shows_a_source_that_can_be_read(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scrapers import sources

    text = (desk / "sources" / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (desk / "sources" / "river_post.toml").write_text(shown, encoding="utf-8")
    monkeypatch.setenv("NIGHTDESK_SETTINGS", str(desk / "site.toml"))
    assert "River Post" in [source.name for source in sources.every()]


@pytest.mark.parametrize("held", ["a file", "a repository"])
def test_only_an_empty_folder_is_written_into(held: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if held == "a file":
        (tmp_path / "mine.txt").write_text("mine")
        assert main(["new", str(tmp_path), "--action", ACTION]) == 2
        assert "is not empty" in capsys.readouterr().err
        assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    else:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        assert main(["new", str(tmp_path), "--action", ACTION]) == 0
        assert (tmp_path / "site.toml").exists()


def test_an_action_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "x"), "--action", "main; rm -rf"]) == 2
    assert "owner/repository@version" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
    assert re.fullmatch(r"[\w.-]+/[\w.-]+@(?:v[\d.]+|[0-9a-f]{40} # v[\d.]+)", new.released())


def workflows(desk: Path) -> list[Path]:
    own = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    return [*own, *sorted((desk / ".github" / "workflows").glob("*.yml"))]


def test_every_workflow_grants_nothing_by_default_and_says_why_where_it_does(desk: Path) -> None:
    for path in workflows(desk):
        text = path.read_text(encoding="utf-8")
        flow = yaml.safe_load(text)
        assert flow["permissions"] == {}, path
        for name, job in flow["jobs"].items():
            assert job["timeout-minutes"] <= 90, f"{path}: {name}"
            for step in job["steps"]:
                used = step.get("uses", "")
                if used.startswith("actions/checkout@"):
                    assert "persist-credentials" in step.get("with", {}), f"{path}: {name}"
                assert not used or used.startswith("./") or re.search(r"@[0-9a-f]{40}$", used), f"{path}: {used}"
        granted = re.findall(r"^ {6}[a-z-]+: (?:read|write)(.*)$", text, re.MULTILINE)
        assert all(reason.strip().startswith("# ") for reason in granted), f"{path}: a permission without its reason"


def test_no_text_from_outside_stands_in_a_shell(desk: Path) -> None:
    def steps(value: object) -> list[str]:
        if isinstance(value, dict):
            return (
                [value["run"]] if isinstance(value.get("run"), str) else [s for v in value.values() for s in steps(v)]
            )
        return [s for each in value for s in steps(each)] if isinstance(value, list) else []

    for path in (*workflows(desk), ROOT / "action.yml"):
        for text in steps(yaml.safe_load(path.read_text(encoding="utf-8"))):
            assert "${{" not in text, f"{path}: {text}"


def test_the_auditors_of_workflows_find_nothing(desk: Path) -> None:
    """zizmor as an auditor reads them, offline; jactionlint for what the form alone does not say."""
    paths = [str(path) for path in (*workflows(desk), ROOT / "action.yml", desk / ".github" / "dependabot.yml")]
    program = Path(sys.executable).parent
    done = subprocess.run(
        [program / "zizmor", "--offline", "--persona=auditor", "--no-progress", *paths],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    done = subprocess.run([program / "jactionlint", *paths[:-2]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("form", ["workflows", "actions", "dependabot", "issue-forms"])
def test_every_file_that_github_reads_is_of_its_form(form: str, desk: Path) -> None:
    """By the schemas that check-jsonschema brings, without the network."""
    files = {
        "workflows": workflows(desk),
        "actions": [ROOT / "action.yml"],
        "dependabot": [ROOT / ".github" / "dependabot.yml", desk / ".github" / "dependabot.yml"],
        "issue-forms": sorted((desk / ".github" / "ISSUE_TEMPLATE").glob("*.yml")),
    }[form]
    assert files
    schema = form if form == "dependabot" else f"github-{form}"
    done = subprocess.run(
        [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
