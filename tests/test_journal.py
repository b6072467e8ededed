"""A run that is ended anywhere leaves the next one where an undisturbed one would be, and no edit is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from scrapers import journal
from scrapers.day_files import briefing_path, write_day
from scrapers.night import night
from scrapers.plan import Plan
from scrapers.wire import wire_path
from tests.test_night import DAY, FakeWire, bytes_of, outside, plan, text_of

__all__ = ["outside", "plan"]  # fixtures

#: What touches the disk on the way.
CALLS = ("mkdir", "open", "write", "fsync", "chmod", "rename", "replace", "rmdir", "unlink")


class Disk:
    """Counts what a write does to the disk, and ends it at a given step: the process, or with an error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int, end: Callable[[str, object], None]) -> None:
        self.steps = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._counted(name, last, end))

    def _counted(self, name: str, last: int, end: Callable[[str, object], None]) -> Callable[..., object]:
        call = getattr(os, name)

        def counted(*args: object, **named: object) -> object:
            self.steps += 1
            if self.steps == last:
                end(name, args[0])
            result: object = call(*args, **named)
            return result

        return counted


def killed(last: int, do: Callable[[], object]) -> bool:
    """Does it in a process that ends at a step, as if by SIGKILL; whether it came to that."""
    if (child := os.fork()) == 0:
        with pytest.MonkeyPatch.context() as patch, suppress(BaseException):
            Disk(patch, last, lambda *_: os._exit(9))
            do()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.fixture
def tonight(plan: Plan, outside: FakeWire, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    """The last part of a night: what it found is put into the content folder."""
    held: list[tuple[object, ...]] = []

    def keep(*args: object) -> object:
        held.append(args)
        return write_day(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("scrapers.night.write_day", keep)
    night(plan, fetcher=outside)
    (args,) = held
    for path in sorted(plan.content.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    def again() -> object:
        journal.finish(plan.content)
        return write_day(*args)  # type: ignore[arg-type]

    return again


def steps_of(plan: Plan, tonight: Callable[[], object]) -> int:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, -1, lambda *_: None)
        tonight()
    return disk.steps


def emptied(content: Path) -> None:
    for path in sorted(content.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def test_a_run_that_is_killed_anywhere_is_made_good_by_the_next(plan: Plan, tonight: Callable[[], object]) -> None:
    steps = steps_of(plan, tonight)
    assert steps > 20
    whole = bytes_of(plan.content)
    for last in range(1, steps + 1):
        emptied(plan.content)
        assert killed(last, tonight), last
        shown = [name for name in bytes_of(plan.content) if not name.startswith(".")]
        assert all(bytes_of(plan.content)[name] == whole[name] for name in shown), f"half a file after step {last}"
        tonight()
        assert bytes_of(plan.content) == whole, last


def test_what_an_editor_does_after_a_crash_stays_done(plan: Plan, tonight: Callable[[], object]) -> None:
    steps = steps_of(plan, tonight)
    text = text_of(plan)
    sections = text.split("\n## ")
    deleted = "\n## ".join([sections[0], *sections[2:]])
    gone = sections[1].partition("\n")[0]
    seen = 0
    for last in range(1, steps + 1, 2):
        emptied(plan.content)
        killed(last, tonight)
        path = briefing_path(plan.content, DAY)
        if path.exists():  # the editor sees the new briefing, and takes its first development out
            seen += 1
            path.write_text(deleted, encoding="utf-8")
            tonight()
            assert gone not in text_of(plan), last
            tonight()
            assert text_of(plan) == deleted, last
        else:  # the editor sees none, and begins one
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("Title: Ours\nDate: 2026-08-21\nSummary: By hand.\n", encoding="utf-8")
            tonight()
            assert all(heading in text_of(plan) for heading in ("Title: Ours", "Summary: By hand.", gone)), last
            assert wire_path(plan.content, DAY).exists()
    assert 3 < seen < steps


def test_a_full_disk_names_the_file_and_changes_nothing(plan: Plan, tonight: Callable[[], object]) -> None:
    steps = steps_of(plan, tonight)
    whole = bytes_of(plan.content)

    def full(call: str, about: object) -> None:
        """As the system has it: where it is told a descriptor it names no file."""
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), *([] if isinstance(about, int) else [str(about)]))

    failed: list[str | None] = []
    for last in range(1, steps + 1):
        emptied(plan.content)
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, last, full)
            try:
                tonight()
            except OSError as error:
                failed.append(error.filename)
        tonight()
        assert bytes_of(plan.content) == whole, last
    assert len(failed) > 10
    assert all(failed)


def test_a_data_file_that_was_edited_after_a_crash_is_kept_and_named(plan: Plan, tonight: Callable[[], object]) -> None:
    changes = {"a.md": "new a\n", "b.csv": "new b\n"}
    (plan.content / "b.csv").write_text("old b\n")
    for last in range(1, 200):
        (plan.content / "a.md").unlink(missing_ok=True)
        (plan.content / "b.csv").write_text("old b\n")
        if not killed(last, lambda: journal.put(plan.content, changes)):
            break
        halfway = (plan.content / "a.md").exists() and (plan.content / "b.csv").read_text() == "old b\n"
        (plan.content / "b.csv").write_text("edited b\n")
        notes = journal.finish(plan.content)
        assert (plan.content / "b.csv").read_text() == "edited b\n"
        assert bool(notes) == (plan.content / "a.md").exists() or not halfway
        assert not (plan.content / journal.FOLDER).exists()
    assert last > 20


def test_what_a_crash_left_of_no_use_is_cleared_away(tmp_path: Path) -> None:
    for name in (journal.FOLDER, f"{journal.FOLDER}.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "0").write_text("half")
    assert journal.finish(tmp_path) == ()
    assert bytes_of(tmp_path) == {}
    assert journal.finish(tmp_path / "nowhere") == ()
