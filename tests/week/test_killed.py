"""A night and a build of the site that are killed anywhere: the next run is where an undisturbed one would be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scrapers.__main__ import main
from tests.desk import SITE, furnished

pytestmark = pytest.mark.skipif(os.environ.get("NIGHTDESK_WEEK") != "whole", reason="minutes long: make week")
#: Points at which a night and a build are killed.
OF_NIGHT, OF_BUILD = 100, 20
DAYS = ("2024-12-28", "2024-12-29")
BRIEFING = "briefings/2024/2024-12-29.md"


def desk(folder: Path) -> Path:
    """A desk whose first sample night is over."""
    furnished(folder / "content")
    (folder / "site.toml").write_text(SITE.read_text(encoding="utf-8"), encoding="utf-8")
    assert night(folder, DAYS[0]) == 0
    return folder


def night(folder: Path, day: str) -> int:
    return main(["night", "--sample", day, "--content", str(folder / "content"), "--settings",
                 str(folder / "site.toml"), "--report", str(folder / "report.json")])  # fmt: skip


def in_child(do: Callable[[], object], die_at: int | None = None) -> tuple[int, list[str]]:
    """Does it in a process that kills itself where it touches a file for the nth time; its end, and what it touched."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        os.close(read)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        touched = 0

        def touch(event: str, args: tuple[object, ...]) -> None:
            nonlocal touched
            if event == "open" or event.startswith("os."):
                touched += 1
                if touched == die_at:
                    os.kill(os.getpid(), signal.SIGKILL)
                writes = event != "open" or (isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR))
                os.write(write, b"w" if writes else b"r")

        sys.addaudithook(touch)
        code = do()
        os._exit(code if isinstance(code, int) else 0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        seen = told.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), list(seen)


def content(folder: Path) -> dict[str, bytes]:
    root = folder / "content"
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def put_back(folder: Path, files: dict[str, bytes]) -> None:
    for path in sorted((folder / "content").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, data in files.items():
        target = folder / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def without_its_first(briefing: bytes) -> bytes:
    """As an editor leaves it who takes the first development out."""
    sections = briefing.split(b"\n## ")
    return b"\n## ".join([sections[0], *sections[2:]])


def spread(seen: list[str], number: int) -> list[int]:
    """Points over the whole run: as many of its writes as half of them, and others at even distance."""
    writes = [n for n, kind in enumerate(seen, 1) if kind == "w"]
    chosen = set(writes[:: max(1, 2 * len(writes) // number)])
    others = [n for n in range(1, len(seen) + 1) if n not in chosen]
    return sorted({*chosen, *others[:: max(1, len(others) // max(1, number - len(chosen)))]})


def test_a_night_that_is_killed_anywhere_is_made_good_by_the_next(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    before = content(folder)
    code, seen = in_child(lambda: night(folder, DAYS[1]))
    assert code == 0
    undisturbed = content(folder)
    (folder / "content" / BRIEFING).write_bytes(without_its_first(undisturbed[BRIEFING]))
    assert night(folder, DAYS[1]) == 0
    edited = content(folder)
    points = spread(seen, OF_NIGHT)
    assert len(points) >= OF_NIGHT
    for n, point in enumerate(points):
        put_back(folder, before)
        code, _ = in_child(lambda: night(folder, DAYS[1]), point)
        assert code == -signal.SIGKILL, point
        left = content(folder)
        for name, data in left.items():
            if not name.startswith("."):
                assert data == undisturbed[name], f"{name} is half written after {point} of {len(seen)}"
        wanted = undisturbed
        if n % 2 and BRIEFING in left:
            (folder / "content" / BRIEFING).write_bytes(without_its_first(left[BRIEFING]))
            wanted = edited
        assert night(folder, DAYS[1]) == 0
        assert content(folder) == wanted, point


def test_a_build_that_is_killed_anywhere_leaves_the_site_and_the_next_one_is_whole(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    words = ["site", "--content", str(folder / "content"), "--output", str(folder / "output"), "--settings",
             str(folder / "site.toml")]  # fmt: skip
    assert main(words) == 0
    old = files(folder / "output")
    assert night(folder, DAYS[1]) == 0
    assert main([*words[:3], "--output", str(folder / "other"), *words[5:]]) == 0
    new = files(folder / "other")
    for n in range(OF_BUILD):
        child = subprocess.Popen([sys.executable, "-m", "scrapers", *words], cwd=Path(__file__).parents[2],
                                 start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        enough = n * len(new) // OF_BUILD
        while child.poll() is None and written(folder) < enough:
            time.sleep(0.002)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        stands = files(folder / "output")
        assert stands in (old, new), f"the site is neither the old nor the new one after {n} of {OF_BUILD}"
        if stands == new:
            assert main(words) == 0
        assert (folder / "output" / "index.html").is_file()
    assert main(words) == 0
    assert files(folder / "output") == new
    assert not list(folder.glob(".output*"))


def written(folder: Path) -> int:
    """Files of the build that is being made."""
    return sum(len(names) for _, _, names in os.walk(folder / ".output.new"))


def files(folder: Path) -> dict[str, bytes]:
    """What we write of a site: what Pagefind writes has no fixed order in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts
    }
