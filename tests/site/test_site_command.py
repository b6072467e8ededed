"""The site is built beside the one that stands: it is whole or as it was, and never away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from scrapers.__main__ import main
from scrapers.commands import site
from tests.desk import SITE, furnished

CONTENT = Path(__file__).parent / "content"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An operator's folder with a style, a template and a page of her own."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "site.toml").write_text(SITE.read_text(encoding="utf-8"), encoding="utf-8")
    furnished(folder / "content")
    (folder / "theme" / "templates").mkdir(parents=True)
    (folder / "theme" / "own.css").write_text("main { letter-spacing: .01em }\n")
    (folder / "theme" / "templates" / "404.html").write_text(
        "<!doctype html><title>Gone</title><p>By our own template.</p>"
    )
    return folder


def built(desk: Path, *words: object) -> int:
    return main(["site", "--content", str(desk / "content"), "--output", str(desk / "output"),
                 "--settings", str(desk / "site.toml"), *map(str, words)])  # fmt: skip


def stands(desk: Path) -> None:
    """A site that an earlier build left."""
    if not (desk / "output" / "index.html").exists():
        assert built(desk) == 0


def test_an_operators_style_and_template_are_used_without_a_copy_of_the_theme(desk: Path) -> None:
    assert built(desk) == 0
    front = (desk / "output" / "index.html").read_text(encoding="utf-8")
    assert "letter-spacing:.01em" in front
    assert "By our own template." in (desk / "output" / "404.html").read_text(encoding="utf-8")
    assert not list(desk.glob(".output*"))


def test_whoever_serves_the_folder_finds_the_front_page_at_every_moment(desk: Path) -> None:
    stands(desk)
    missed, looked, over = [], [], threading.Event()

    def look() -> None:
        while not over.is_set():
            looked.append(1)
            if not (desk / "output" / "index.html").is_file():
                missed.append(time.monotonic())

    watcher = threading.Thread(target=look)
    watcher.start()
    assert built(desk) == 0
    over.set()
    watcher.join()
    assert len(looked) > 100
    assert not missed


def test_a_build_that_fails_leaves_the_site_as_it_was(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    stands(desk)
    before = (desk / "output" / "index.html").read_bytes()
    broken = desk / "theme" / "templates" / "base.html"
    broken.write_text("{% if %}")
    try:
        assert built(desk) == 1
    finally:
        broken.unlink()
    assert "output is as it was" in capfd.readouterr().err
    assert (desk / "output" / "index.html").read_bytes() == before
    assert not list(desk.glob(".output*"))


def test_a_build_that_is_killed_leaves_the_site_and_the_next_one_clears_up(desk: Path) -> None:
    stands(desk)
    before = (desk / "output" / "index.html").read_bytes()
    words = [sys.executable, "-m", "scrapers", "site", "--content", str(desk / "content"), "--output",
             str(desk / "output"), "--settings", str(desk / "site.toml")]  # fmt: skip
    for _ in range(3):
        child = subprocess.Popen(
            words, cwd=Path(__file__).parents[2], start_new_session=True, stdout=subprocess.DEVNULL
        )
        while child.poll() is None and not (desk / ".output.new").exists():
            time.sleep(0.01)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        assert (desk / "output" / "index.html").read_bytes() == before
    assert built(desk) == 0
    assert not list(desk.glob(".output*"))


def test_where_folders_cannot_be_exchanged_a_swap_that_was_ended_is_made_good(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "_exchanged", lambda *_: False)
    assert built(desk) == 0
    (desk / "output").rename(desk / ".output.old")
    assert built(desk) == 0
    assert (desk / "output" / "index.html").is_file()
    assert not list(desk.glob(".output*"))


def test_a_folder_that_holds_more_than_a_site_is_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["site", "--content", str(desk / "content"), "--output", str(desk), "--settings", str(desk / "site.toml")])
        == 2
    )
    assert "is no folder for a site" in capsys.readouterr().err
    assert (desk / "site.toml").exists()
    assert main(["site", "--content", str(desk / "none"), "--output", str(desk / "o")]) == 2
