"""What is kept from build to build is used by the same maker alone, and a damaged piece of it costs only time."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.maker import compiled, maker
from tests.built_site import ROOT, built_site

DAY = {
    "briefings/2026/2026-08-20.md": "Title: A day\nDate: 2026-08-20\n\n## A thing was reported {#a}\n\nKind: Other\n"
}


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "own").mkdir()
    return {
        "PATH": str(tmp_path / "content"),
        "THEME": str(tmp_path / "theme"),
        "THEME_TEMPLATES_OVERRIDES": [str(tmp_path / "own" / "templates")],
        "OWN_STYLE": str(tmp_path / "own" / "own.css"),
        "NIGHTDESK": "settings",
        "SITEURL": "https://example.org",
        "WEBSUB_HUB": "",
    }


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a template": lambda s: (Path(s["THEME"]) / "templates" / "day.html").write_text("other"),
    "a template less": lambda s: (Path(s["THEME"]) / "templates" / "day.html").unlink(),
    "an own template": lambda s: (
        Path(s["THEME_TEMPLATES_OVERRIDES"][0]).mkdir(),
        (Path(s["THEME_TEMPLATES_OVERRIDES"][0]) / "day.html").write_text("own"),
    ),
    "an own style": lambda s: Path(s["OWN_STYLE"]).write_text("body { margin: 0 }"),
    "the settings": lambda s: s.update(NIGHTDESK="others"),
    "the address": lambda s: s.update(SITEURL="https://example.com"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_can_change_a_page_makes_another_maker(change: str, settings: dict[str, Any]) -> None:
    before = maker(settings)
    assert maker(settings) == before
    CHANGES[change](settings)
    assert maker(settings) != before


def test_an_upgraded_package_makes_another_maker(
    settings: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "packages" / "jinja2-3.1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr("plugins.maker._PACKAGES", tmp_path / "packages")
    before = maker(settings)
    (tmp_path / "packages" / "jinja2-3.1.0.dist-info").rename(tmp_path / "packages" / "jinja2-3.1.1.dist-info")
    assert maker(settings) != before


def test_only_the_templates_of_one_maker_are_kept(settings: dict[str, Any]) -> None:
    compiled(settings)
    settings["NIGHTDESK"] = "others"
    compiled(settings)
    kept = Path(settings["PATH"]).parent / ".cache" / "templates"
    assert [path.name for path in kept.iterdir()] == [maker(settings)[:16]]


def test_damaged_templates_are_compiled_anew(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("first", "again", "kept")}
    for folder in folders.values():
        folder.mkdir()
    whole = built_site(folders["first"], DAY, compiled=folders["kept"])
    damaged = sorted(folders["kept"].rglob("*.cache"))
    assert len(damaged) > 20
    dice = random.Random(7)
    for path in damaged:
        path.write_bytes(path.read_bytes()[: dice.randrange(200)] + dice.choice([b"", b"\x00garbage", b"\x80\x04."]))
    assert built_site(folders["again"], DAY, compiled=folders["kept"]).ours == whole.ours
