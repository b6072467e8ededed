"""Reading that hangs, grows or crashes is given up, and the rest goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from scrapers.bounded import FunctionNotFound, GaveUp, bounded
from tests.fetch import chores

GIVEN_UP = {
    "sleeps for ever": ("hang", "gave no answer within 5 s"),
    "computes for ever": ("spin", "took longer than 0.4 s"),
    "wants two gigabytes": ("greed", "needed more than 300 MB of memory"),
    "crashes": ("crash", "its process crashed (SIGSEGV)"),
    "ends its process": ("leave", "its process ended with code 3"),
    "is killed from outside": ("killed", "its process was killed, perhaps for lack of memory"),
    "raises": ("raise", "ValueError: no such thing"),
    "is nested too deep": ("deep", "nested too deep"),
    "gives what cannot be sent back": ("lambda", "AttributeError: Can't pickle local object 'chore.<locals>.<lambda>'"),
}


def test_each_fault_is_given_up_with_its_reason_and_the_rest_goes_on() -> None:
    items: list[object] = []
    for item, _ in GIVEN_UP.values():
        items += [item, len(items)]
    found = dict(bounded(chores.chore, items, seconds=0.4, wall=5, megabytes=300, workers=2))
    assert len(found) == len(items)
    for position, (_, reason) in enumerate(GIVEN_UP.values()):
        assert found[2 * position] == GaveUp(reason=reason)
        assert found[2 * position + 1] == 4 * position


def test_a_crowded_machine_gives_nothing_up(tmp_path: Path) -> None:
    """Busy processes beside it: an item of half its limit takes longer than that by the clock."""
    crowd = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3 * (os.cpu_count() or 1))]
    try:
        found = dict(bounded(chores.chore, ["work"] * 4, seconds=0.5, megabytes=300, workers=2))
    finally:
        for each in crowd:
            each.kill()
            each.wait()
    assert list(found.values()) == ["work"] * 4


def test_an_item_that_cannot_be_sent_is_given_up() -> None:
    (first, second) = bounded(chores.chore, [lambda: None, 4], seconds=5, megabytes=300, workers=1)
    assert isinstance(first[1], GaveUp)
    assert "cannot be sent" in first[1].reason
    assert second == (1, 8)


def test_items_are_read_as_workers_come_free() -> None:
    read: list[int] = []

    def items() -> object:
        for number in range(10):
            read.append(number)
            yield number

    values = bounded(chores.chore, items(), seconds=5, megabytes=300, workers=2)  # type: ignore[arg-type]
    next(values)
    assert len(read) <= 4
    values.close()  # type: ignore[attr-defined]


def test_no_items_start_no_process() -> None:
    assert list(bounded(print, [], seconds=1, megabytes=1, workers=1)) == []


def test_a_worker_is_used_again_and_no_child_is_left_behind() -> None:
    used = {pid for _, pid in bounded(chores.process, range(20), seconds=5, megabytes=300, workers=2)}
    assert len(used) <= 2
    for pid in used:
        assert isinstance(pid, int)
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_the_next_call_finds_the_function_imported_and_one_beside_it_has_its_own() -> None:
    limits = {"megabytes": 300, "workers": 2}
    (first,) = {value for _, value in bounded(chores.parent, range(4), seconds=5, **limits)}
    assert {value for _, value in bounded(chores.parent, range(4), seconds=5, **limits)} == {first}
    assert {value for _, value in bounded(chores.parent, range(4), seconds=6, **limits)} != {first}, "other limits"
    outer = bounded(chores.parent, range(2), seconds=5, **limits)
    assert next(outer)[1] == first
    assert {value for _, value in bounded(chores.parent, range(2), seconds=5, **limits)} != {first}
    assert {value for _, value in outer} == {first}


def test_a_function_whose_process_was_killed_is_imported_again() -> None:
    ((_, first),) = bounded(chores.parent, [0], seconds=7, megabytes=300, workers=1)
    assert isinstance(first, int)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    ((_, second),) = bounded(chores.parent, [0], seconds=7, megabytes=300, workers=1)
    assert second != first


def test_a_function_the_child_cannot_import_is_said_at_once() -> None:
    def local(_: object) -> None: ...

    with pytest.raises(FunctionNotFound, match="cannot be sent"):
        list(bounded(local, [1], seconds=1, megabytes=300, workers=1))


def test_large_items_and_arguments_fixed_beforehand_pass() -> None:
    body = bytes(20_000_000)
    assert list(bounded(partial(chores.size), [body], seconds=20, megabytes=300, workers=1)) == [(0, len(body))]


def test_runs_from_a_program_without_a_main_module() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "from tests.fetch import chores; from scrapers.bounded import bounded; "
        "print(list(bounded(chores.chore, [1, 2], seconds=5, megabytes=300, workers=1)))"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-", root], input=program, text=True, capture_output=True, cwd=root, check=True
    )
    assert (done.stdout.strip(), done.stderr) == ("[(0, 2), (1, 4)]", "")
