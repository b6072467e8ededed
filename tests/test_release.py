"""A release says what is new in at most fifteen lines, and which packages it is made of, each with its digests."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def release() -> ModuleType:
    spec = importlib.util.spec_from_file_location("release", ROOT / ".github" / "release.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_version_in_the_changelog_is_short_enough_to_be_read(release: ModuleType) -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(versions) >= 2
    assert all(release.notes(text, version) for version in versions)


def test_the_bill_names_every_package_of_the_lock_with_its_digests(release: ModuleType) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    bill = release.packages(lock, "1.2.3")
    pinned = re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)
    assert [each["name"] for each in bill["components"]] == pinned
    assert len(pinned) > 40
    assert all(each["hashes"] for each in bill["components"])
    assert sum(len(each["hashes"]) for each in bill["components"]) == len(set(re.findall(r"sha256:[0-9a-f]{64}", lock)))


@pytest.mark.parametrize(
    ("text", "message"),
    [("## 1.0.0\n\n- x\n", "nothing under"), ("## 1.2.3\n\n## 1.0.0\n- x\n", "nothing under"),
     ("## 1.2.3\n" + "- x\n" * 16, "16 lines")],
)  # fmt: skip
def test_a_version_of_which_nothing_or_too_much_is_said_is_not_released(
    text: str, message: str, release: ModuleType
) -> None:
    with pytest.raises(ValueError, match=message):
        release.notes(text, "1.2.3")


def test_a_tag_that_is_not_the_version_is_refused(tmp_path: Path) -> None:
    words = [sys.executable, str(ROOT / ".github" / "release.py"), "v999.0.0", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "the tag is v999.0.0" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_release_holds_the_program_its_packages_and_their_digests(
    release: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no repository here")
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version is not None
    monkeypatch.setattr(release, "notes", lambda text, of: f"{of}\n")
    release.main(f"v{version[1]}", tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"NOTES.md", "SHA256SUMS", "packages.cdx.json", f"nightdesk-{version[1]}.tar.gz"}
    sums = (tmp_path / "SHA256SUMS").read_text()
    assert all(name in sums for name in names - {"SHA256SUMS"})
    assert json.loads((tmp_path / "packages.cdx.json").read_text())["bomFormat"] == "CycloneDX"


def test_the_container_has_all_that_a_night_needs_and_runs_as_nobody_in_particular(tmp_path: Path) -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 15
    assert [line for line in lines if line.startswith("USER ")] == ["USER desk"]
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    patterns = [pattern.removeprefix("**/") for pattern in left_out]
    image = tmp_path / "opt"
    shutil.copytree(ROOT, image, ignore=shutil.ignore_patterns(*patterns))
    assert all(
        (image / name).exists() for name in ("Makefile", "requirements.lock", "pyproject.toml", "pelicanconf.py")
    )
    desk = tmp_path / "srv"
    for words in (["new", str(desk)], ["night", "--sample", "2024-12-28", "--content", "content"]):
        done = subprocess.run(
            [sys.executable, "-m", "scrapers", *words],
            cwd=desk if words[0] == "night" else tmp_path,
            env={**os.environ, "PYTHONPATH": str(image)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (desk / "content" / "briefings" / "2024" / "2024-12-28.md").exists()


def test_container_and_devcontainer_have_the_python_that_is_asked_for() -> None:
    asked = re.search(
        r'^requires-python = ">=(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert asked is not None
    assert f"FROM python:{asked[1]}-slim" in (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert json.loads((ROOT / ".devcontainer.json").read_text(encoding="utf-8"))["image"].endswith(f":{asked[1]}")
