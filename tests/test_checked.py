"""`check` looks again only at what changed, and says just what it would say if it looked at everything."""

from __future__ import annotations

import json
import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from scrapers.__main__ import main
from scrapers.commands import check, checked
from scrapers.commands.check import faults_of, rights_faults
from tests.desk import SITE, furnished

TODAY = date(2025, 1, 1)
ODD = (
    "Topics: Nowhere",
    "Follows: 2024-12-28#gone",
    "Kind: talk",
    "> a wall",
    "{",
    "Place: Atlantis",
    "## Bare",
    "\udcff",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with two sample nights."""
    content = furnished(tmp_path_factory.mktemp("checked") / "content")
    for day in ("2024-12-28", "2024-12-29"):
        assert main(["night", "--sample", day, "--content", str(content), "--settings", str(SITE)]) == 0
    return content


def everything(content: Path, cache: Path | None, site: Path = SITE) -> list[str]:
    return [str(fault) for fault in faults_of(content, site, TODAY, cache)]


def changed(content: Path, dice: random.Random) -> None:
    """What an editor, a merge or a damaged disk may do to a file."""
    path = dice.choice([path for path in sorted(content.rglob("*")) if path.is_file()])
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    at = dice.randrange(len(lines))
    match dice.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines[at] = lines[at][: dice.randrange(len(lines[at]) + 1)]
        case 2:
            lines.insert(at, dice.choice(ODD))
        case _:
            path.unlink()
            return
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))


def test_after_any_change_the_faults_are_those_of_a_first_look(told: Path, tmp_path: Path) -> None:
    cache, dice, seen = tmp_path / "cache", random.Random(5), set()
    for n in range(16):
        if n % 4 == 0:
            shutil.rmtree(tmp_path / "content", ignore_errors=True)
            shutil.copytree(told, tmp_path / "content")
        changed(tmp_path / "content", dice)
        first = everything(tmp_path / "content", None)
        assert everything(tmp_path / "content", cache) == first
        assert [*map(str, rights_faults(tmp_path / "content", SITE, cache))] == [
            *map(str, rights_faults(tmp_path / "content", SITE))
        ]
        seen.update(first)
    assert len(seen) > 8


def test_a_file_that_stayed_is_not_parsed_again(told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(told, tmp_path / "content")
    assert everything(tmp_path / "content", tmp_path / "cache") == []
    parsed, parse = [], check.parse
    monkeypatch.setattr(check, "parse", lambda text, **named: parsed.append(text) or parse(text, **named))
    assert everything(tmp_path / "content", tmp_path / "cache") == []
    assert not parsed
    path = tmp_path / "content" / "briefings" / "2024" / "2024-12-29.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert everything(tmp_path / "content", tmp_path / "cache") == []
    assert len(parsed) == 1


def test_what_files_are_judged_by_is_looked_up_again(told: Path, tmp_path: Path) -> None:
    content, cache = tmp_path / "content", tmp_path / "cache"
    shutil.copytree(told, content)
    assert everything(content, cache) == []
    topic = next(
        path for path in sorted((content / "topics").glob("*.md")) if "Gaza" in path.read_text(encoding="utf-8")
    )
    topic.unlink()
    assert any("there is no topic" in fault for fault in everything(content, cache))


def test_another_version_looks_at_everything(told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert everything(told, tmp_path) == []
    monkeypatch.setattr(checked, "program", lambda: "another")
    monkeypatch.setattr(check, "_mark_faults", lambda path, *_: [check.ContentError("new kind", path=str(path))])
    assert len(everything(told, tmp_path)) == 2


@pytest.mark.parametrize("held", ["", "{", "[]", '{"judged_by": 1}', None])
def test_a_damaged_memory_costs_only_time(held: str | None, told: Path, tmp_path: Path) -> None:
    assert everything(told, tmp_path) == []
    path = tmp_path / checked.NAME
    judged_by = json.loads(path.read_text(encoding="utf-8"))["judged_by"]
    path.write_text(held if held is not None else json.dumps({"judged_by": judged_by, "whole": {"x": [1, 2]}}))
    assert everything(told, tmp_path) == []
