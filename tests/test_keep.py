"""A night is kept beside whatever editors pushed while it ran: no edit is lost, no night either, nothing is forced."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scrapers import repository
from scrapers.__main__ import main
from scrapers.beside_edits import together
from scrapers.repository import Repository

DAY = "2026-11-30"
BRIEFING, WIRE = f"content/briefings/2026/{DAY}.md", f"content/wire/2026/{DAY}.jsonl"
BEFORE = """Title: Briefing for Monday 30 November 2026
Date: 2026-11-30
Window: 2026-11-29 17:30 – 2026-11-30 23:30 UTC

## First story {#aaaaaa}

Topics: Sudan

- [One](https://a.example/1) — Wire, 2026-11-30 09:10 UTC

## Second story {#bbbbbb}

Topics: Gaza

- [Two](https://b.example/2) — Wire, 2026-11-30 10:10 UTC

## What we could not see

- Radio: timeout, 2026-11-30 23:30 UTC
"""
THIRD = "## Third story {#cccccc}\n\nTopics: Mali\n\n- [Three](https://d.example/3) — Wire, 2026-11-30 21:10 UTC\n"
NIGHT = [
    ("Window: 2026-11-29 17:30 – 2026-11-30 23:30 UTC",
     "Window: 2026-11-29 17:30 – 2026-12-01 04:47 UTC, first published 2026-11-30 23:30 UTC"),
    ("- [One](https://a.example/1) — Wire, 2026-11-30 09:10 UTC\n",
     "- [One](https://a.example/1) — Wire, 2026-11-30 09:10 UTC\n- [Uno](https://c.example/1) — Voz, 2026-11-30 20:10 UTC\n"),
    ("## What we could not see\n",
     f"{THIRD}\n## What we could not see\n"),
    ("- Radio: timeout, 2026-11-30 23:30 UTC\n",
     "- Radio: timeout, 2026-11-30 23:30 UTC\n- Voz: blocked, 2026-12-01 04:47 UTC\n"),
]  # fmt: skip


def after(text: str = BEFORE) -> str:
    for old, new in NIGHT:
        assert old in text
        text = text.replace(old, new)
    return text


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@dataclass
class World:
    """The repository that everybody pushes to, the job's clone and an editor's."""

    folder: Path

    def __post_init__(self) -> None:
        git(self.folder, "init", "-q", "--bare", "origin.git")
        git(self.folder, "clone", "-q", "origin.git", "editor")
        self.put(self.editor, {BRIEFING: BEFORE, WIRE: '{"id": "1"}\n', "README.md": "ours\n"})
        self.push()
        git(self.folder, "clone", "-q", "--depth", "1", f"file://{self.folder / 'origin.git'}", "job")

    @property
    def editor(self) -> Path:
        return self.folder / "editor"

    @property
    def job(self) -> Path:
        return self.folder / "job"

    def put(self, clone: Path, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_text(text, encoding="utf-8")

    def push(self) -> None:
        git(self.editor, "add", "-A")
        git(self.editor, "commit", "-q", "--allow-empty", "-m", "an editor")
        git(self.editor, "push", "-q", "origin", "HEAD:main")

    def edits(self, texts: dict[str, str], gone: tuple[str, ...] = ()) -> None:
        git(self.editor, "pull", "-q", "origin", "main")
        self.put(self.editor, texts)
        for name in gone:
            (self.editor / name).unlink()
        self.push()

    def night(self) -> None:
        self.put(self.job, {BRIEFING: after(), WIRE: '{"id": "1"}\n{"id": "2"}\n'})

    def keep(self) -> int:
        return main(["keep", "--content", str(self.job / "content")])

    def pushed(self, name: str = BRIEFING) -> str:
        return git(self.folder / "origin.git", "show", f"main:{name}")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    settings = tmp_path / "gitconfig"
    settings.write_text(
        '[user]\nname = x\nemail = x@y.example\n[init]\ndefaultBranch = main\n[protocol "file"]\nallow = always\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return World(tmp_path)


def changed(*pairs: tuple[str, str]) -> dict[str, str]:
    text = BEFORE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {BRIEFING: text}


#: What an editor pushes while the night runs; words that must stand afterwards; words that must not.
EDITS: dict[str, tuple[dict[str, str], list[str], list[str]]] = {
    "nothing": ({}, ["Uno", "Third story", "Voz: blocked", "04:47"], []),
    "another file": ({"README.md": "new words\n"}, ["Uno", "Third story", "04:47"], []),
    "a better headline": (
        changed(("First story", "A better story")), ["A better story", "Uno", "Third story", "04:47"], ["First story"]),
    "a summary below the window": (
        changed(("UTC\n\n## First", "UTC\nSummary: The day in a line.\n\n## First")),
        ["Summary: The day in a line.", "Uno", "Third story", "04:47"], []),
    "a window of their own": (
        changed(("2026-11-29 17:30 – 2026-11-30 23:30 UTC\n", "2026-11-30 00:00 – 2026-11-30 23:59 UTC\n")),
        ["Window: 2026-11-30 00:00 – 2026-11-30 23:59 UTC", "Uno", "Third story"], ["04:47 UTC, first"]),
    "a note below the last story": (
        changed(("10:10 UTC\n", "10:10 UTC\n\nA note of ours on the second story.\n")),
        ["A note of ours on the second story.", "Uno", "Third story"], []),
    "the last story is gone": (
        changed(("## Second story {#bbbbbb}\n\nTopics: Gaza\n\n- [Two](https://b.example/2) — Wire, 2026-11-30 10:10 UTC\n\n", "")),
        ["Uno", "Third story"], ["Second story", "b.example/2"]),
    "the story that the night added to is gone": (
        changed(("## First story {#aaaaaa}\n\nTopics: Sudan\n\n- [One](https://a.example/1) — Wire, 2026-11-30 09:10 UTC\n\n", "")),
        ["Third story", "Second story"], ["First story", "a.example/1", "Uno"]),
    "a citation is gone": (
        changed(("- [One](https://a.example/1) — Wire, 2026-11-30 09:10 UTC\n", "")),
        ["First story", "Uno", "Third story"], ["a.example/1"]),
    "a line of the list is gone": (
        changed(("- Radio: timeout, 2026-11-30 23:30 UTC\n", "")), ["Voz: blocked", "Third story"], ["Radio"]),
    "the same story by hand": (
        changed(("## What we", THIRD.replace("story", "story, by us") + "\n## What we")),
        ["Third story, by us", "Uno"], ["## Third story {#cccccc}"]),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_that_was_pushed_meanwhile_and_the_night_both_stand(world: World, edit: str) -> None:
    texts, there, gone = EDITS[edit]
    world.night()
    world.edits(texts)
    assert world.keep() == 0
    text = world.pushed()
    assert all(words in text for words in there), text
    assert not any(words in text for words in (*gone, "<<<<<<<", ">>>>>>>")), text
    assert text.count("c.example/1") <= 1
    assert world.pushed(WIRE) == '{"id": "1"}\n{"id": "2"}\n'
    assert git(world.job, "status", "--porcelain") == "", "the working tree is what was pushed"
    assert (world.job / BRIEFING).read_text(encoding="utf-8") == text
    assert world.keep() == 0, "nothing is left to keep"
    assert world.pushed() == text


def test_a_day_that_an_editor_took_away_stays_away(world: World) -> None:
    world.night()
    world.edits({}, gone=(BRIEFING,))
    assert world.keep() == 0
    assert BRIEFING not in git(world.folder / "origin.git", "ls-tree", "-r", "--name-only", "main")
    assert not (world.job / BRIEFING).exists()


def test_a_new_day_that_an_editor_began_meanwhile_holds_both(world: World) -> None:
    name = "content/briefings/2026/2026-12-01.md"
    world.put(world.job, {name: after().replace("2026-11-30\n", "2026-12-01\n")})
    world.edits({name: "Title: Ours\nDate: 2026-12-01\nSummary: By hand.\n"})
    assert world.keep() == 0
    text = world.pushed(name)
    assert all(words in text for words in ("Title: Ours", "Summary: By hand.", "Third story", "First story"))


@pytest.mark.parametrize("times", [1, 4, 5])
def test_a_push_that_is_overtaken_is_tried_five_times(
    world: World, times: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    world.night()
    push: Callable[[Repository, str], None] = Repository.push
    left = list(range(times))

    def overtaken(repository: Repository, commit: str) -> None:
        if left:
            world.edits({f"note{left.pop()}.md": "by an editor\n"})
        push(repository, commit)

    monkeypatch.setattr(Repository, "push", overtaken)
    code = world.keep()
    files = git(world.folder / "origin.git", "ls-tree", "-r", "--name-only", "main").split()
    assert {f"note{n}.md" for n in range(times)} <= set(files)
    if times < 5:
        assert code == 0
        assert "Third story" in world.pushed()
    else:
        assert code == 4
        assert "overtaken 5 times" in capsys.readouterr().err
        assert "Third story" in (world.job / BRIEFING).read_text(encoding="utf-8"), "the night's work is still there"
        monkeypatch.undo()
        os.environ["GIT_CONFIG_GLOBAL"] = str(world.folder / "gitconfig")
        assert world.keep() == 0


def test_a_shallow_clone_may_be_far_behind(world: World) -> None:
    world.night()
    for number in range(8):
        world.edits({"README.md": f"{number}\n"})
    assert world.keep() == 0
    assert world.pushed("README.md") == "7\n"
    assert "Third story" in world.pushed()


def test_other_changes_of_the_working_tree_are_neither_pushed_nor_lost(world: World) -> None:
    world.night()
    world.put(world.job, {"content/topics/mine.md": "Title: Mine\n", "README.md": "not yet\n"})
    world.edits({"other.md": "x\n"})
    assert world.keep() == 0
    assert (world.job / "README.md").read_text() == "not yet\n"
    assert (world.job / "content/topics/mine.md").exists()
    assert world.pushed("README.md") == "ours\n"
    assert (world.job / "other.md").read_text() == "x\n"


def test_what_git_refuses_is_said_and_nothing_is_lost(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.night()
    hook = world.folder / "origin.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'the branch is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    assert world.keep() == 2
    assert "the branch is protected" in capsys.readouterr().err
    assert "Third story" in (world.job / BRIEFING).read_text(encoding="utf-8")
    assert "Third story" not in world.pushed()


def test_a_folder_outside_any_repository_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["keep", "--content", str(tmp_path)]) == 2
    assert f"{tmp_path}: lies in no Git repository" in capsys.readouterr().err
    assert main(["keep", "--content", str(tmp_path / "none")]) == 2


@pytest.mark.parametrize("text", ["", "x\n", "no form at all\n## \n- [", BEFORE, after()])
def test_any_text_of_theirs_keeps_its_every_line(text: str) -> None:
    found = together(BRIEFING, BEFORE, after(), text)
    assert found is not None
    rest = iter(found.split("\n"))
    window = "Window: 2026-11-29"
    assert all(line in rest for line in text.rstrip("\n").split("\n") if not line.startswith(window))


def test_the_logs_get_the_nights_lines_and_keep_theirs() -> None:
    assert together(WIRE, "a\n", "a\nb\n", "a\nc") == "a\nc\nb\n"
    assert together(WIRE, "a\nx\n", "a\nx\nb\n", "a\n") == "a\nb\n", "a line that was taken away stays away"
    assert together(WIRE, None, "b\n", "c\n") == "c\nb\n"
    assert together(WIRE, "a\n", "a\nb\n", None) is None


# --- a night that another job read ----------------------------------------------------------------------------------


def test_a_packed_night_is_kept_as_one_in_the_working_tree(world: World, tmp_path: Path) -> None:
    pack = tmp_path / "night.tar"
    world.night()
    assert main(["keep", "--content", str(world.job / "content"), "--pack", str(pack)]) == 0
    assert world.pushed() == BEFORE, "nothing is pushed by the job that reads"
    git(world.folder, "clone", "-q", "--depth", "1", f"file://{world.folder / 'origin.git'}", "other")
    world.edits(changed(("First story", "A better story")))
    assert main(["keep", "--content", str(world.folder / "other" / "content"), "--packed", str(pack)]) == 0
    assert all(words in world.pushed() for words in ("A better story", "Third story", "Uno"))
    assert world.pushed(WIRE) == '{"id": "1"}\n{"id": "2"}\n'
    assert git(world.folder / "other", "status", "--porcelain") == ""


def test_an_empty_night_keeps_nothing(world: World, tmp_path: Path) -> None:
    pack = tmp_path / "night.tar"
    assert main(["keep", "--content", str(world.job / "content"), "--pack", str(pack)]) == 0
    assert main(["keep", "--content", str(world.job / "content"), "--packed", str(pack)]) == 0
    assert world.pushed() == BEFORE


def member(name: str, text: str = "x", **values: object) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(text)
    for key, value in values.items():
        setattr(info, key, value)
    return info, text.encode()


FOREIGN = {
    "a workflow": member(".github/workflows/nightly.yml"),
    "settings": member("site.toml"),
    "a page": member("content/pages/about.md"),
    "a topic": member("content/topics/x.md"),
    "a way out": member("content/briefings/2026/../../../x.md"),
    "an absolute name": member("/content/briefings/2026/2026-11-30.md"),
    "a link": member(BRIEFING, "", type=tarfile.SYMTYPE, linkname="/etc/passwd"),
    "a device": member(BRIEFING, "", type=tarfile.CHRTYPE),
    "another ending": member("content/briefings/2026/2026-11-30.py"),
    "a day of another year": member("content/briefings/2025/2026-11-30.md"),
    "too large": member(BRIEFING, "x" * 20_000_001),
}


@pytest.mark.parametrize("case", FOREIGN)
def test_what_no_night_writes_is_never_taken_from_the_job_that_reads(
    case: str, world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "night.tar"
    with tarfile.open(pack, "w") as archive:
        info, data = FOREIGN[case]
        archive.addfile(info, io.BytesIO(data))
    before = git(world.folder / "origin.git", "rev-parse", "main")
    assert main(["keep", "--content", str(world.job / "content"), "--packed", str(pack)]) == 2
    assert "night writes" in capsys.readouterr().err
    assert git(world.folder / "origin.git", "rev-parse", "main") == before
    assert git(world.job, "status", "--porcelain") == ""


def test_a_jobs_token_is_shown_to_its_server_alone_and_written_nowhere(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "se cret")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://git.example")
    world.night()
    assert world.keep() == 0
    assert git(world.job, "config", "--list", "--local").count("extraheader") == 0
    shown = repository_settings()
    assert shown["GIT_CONFIG_KEY_0"] == "http.https://git.example/.extraheader"
    assert base64.b64decode(shown["GIT_CONFIG_VALUE_0"].rpartition(" ")[2]) == b"x-access-token:se cret"
    monkeypatch.delenv("GITHUB_TOKEN")
    assert repository_settings() == {}


def repository_settings() -> dict[str, str]:
    return repository._token(os.environ)
