"""`nightdesk evidence` shows what was read, and says whether the recording at hand agrees."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scrapers.commands import evidence
from scrapers.errors import ConfigError
from scrapers.fetch import Folder, Recorder
from scrapers.outcome import Request
from scrapers.wire import CITED, LEFT_OUT, WireLine, appended, wire_path

DAY = date(2026, 8, 21)
NOW = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)
PAGE = b"<title>Bridge</title><p>The bridge was closed.</p>"
FEED = b"<rss><channel><title>A</title></channel></rss>"


def line(name: str, body: bytes | None, *, development: str = "qz7k3m", outcome: str = CITED) -> WireLine:
    url = f"https://a.example/{name}"
    return WireLine(
        id=name,
        development=development,
        url=url,
        canonical=url,
        keys=(url,),
        source="A Courier",
        headline=f"Headline of {name}",
        published="2026-08-21T10:00:00Z",
        time="2026-08-21T20:00:00Z" if body else None,
        status=200 if body else None,
        sha256=hashlib.sha256(body).hexdigest() if body else None,
        outcome=outcome,
    )


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    site = tmp_path / "files" / "a.example"
    site.mkdir(parents=True)
    (site / "bridge").write_bytes(PAGE)
    (site / "changed").write_bytes(b"<p>Something else.</p>")
    (site / "feed.xml").write_bytes(FEED)
    with (
        Recorder(tmp_path / "night.warc") as recorder,
        Folder(tmp_path / "files", now=NOW, record=recorder) as folder,
    ):
        folder.fetch([Request(url="https://a.example/feed.xml", purpose="feed")])
        folder.fetch([Request(url=f"https://a.example/{name}") for name in ("bridge", "changed")])
    return tmp_path / "night.warc"


def logged(content: Path, lines: Sequence[WireLine]) -> None:
    """The day's wire log holds these."""
    path = wire_path(content, DAY)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(appended(content, DAY, lines) or "", encoding="utf-8")


def run(content: Path, wanted: str = "2026-08-21#qz7k3m", *options: str) -> int:
    parser = argparse.ArgumentParser()
    evidence.add(parser.add_subparsers())
    args = parser.parse_args(["evidence", wanted, "--content", str(content), *options])
    code: int = args.run(args)
    return code


CASES = {
    "its page was read": (line("bridge", PAGE), "the recording agrees: https://a.example/bridge", 0),
    "only its feed was read": (line("unread", FEED), "the recording agrees: https://a.example/feed.xml", 0),
    "a post of a page was read": (line("changed#post-3", PAGE + b"!"), "the recording disagrees: it holds ", 1),
    "another text was recorded": (line("changed", PAGE + b"!"), "the recording disagrees: it holds ", 1),
    "it was not recorded": (line("elsewhere", b"other"), "not in the recording", 1),
    "the log has no digest": (line("bridge", None), "no evidence", 1),
}


@pytest.mark.parametrize("case", CASES)
def test_each_article_is_compared_with_the_recording(
    tmp_path: Path, recording: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    found, verdict, code = CASES[case]
    logged(tmp_path, [found, line("bridge2", PAGE, development="other2")])
    assert run(tmp_path, "2026-08-21#qz7k3m", "--recording", str(recording)) == code
    out = capsys.readouterr().out
    assert out.startswith("2026-08-21#qz7k3m: 1 article cited\n")
    assert verdict in out
    assert "bridge2" not in out


def test_without_a_recording_the_log_alone_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logged(tmp_path, [line("bridge", PAGE)])
    assert run(tmp_path) == 0
    assert capsys.readouterr().out == (
        "2026-08-21#qz7k3m: 1 article cited\n\n"
        "Headline of bridge — A Courier, published 2026-08-21T10:00:00Z\n"
        "  address    https://a.example/bridge\n"
        "  read       2026-08-21T20:00:00Z, status 200\n"
        f"  SHA-256    {hashlib.sha256(PAGE).hexdigest()}\n"
        "  recording  no recording at hand\n"
    )


def test_a_damaged_record_is_told(tmp_path: Path, recording: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(recording.read_bytes())
    data[data.index(PAGE) + 30] ^= 1
    recording.write_bytes(data)
    logged(tmp_path, [line("bridge", PAGE)])
    assert run(tmp_path, "2026-08-21#qz7k3m", "--recording", str(recording)) == 1
    told = capsys.readouterr()
    assert "the recording is damaged here" in told.out
    assert "response of https://a.example/bridge" in told.err


def test_a_development_that_is_not_there_is_said_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logged(tmp_path, [line("bridge", PAGE), line("b", PAGE, development="unseen", outcome=LEFT_OUT)])
    assert run(tmp_path, "2026-08-21#aaaaaa") == 1
    assert "no development aaaaaa; that day has qz7k3m\n" in capsys.readouterr().err


@pytest.mark.parametrize("wanted", ["qz7k3m", "2026-08-21", "2026-02-31#qz7k3m", "#", "2026-08-21#"])
def test_what_names_no_development_is_said(tmp_path: Path, wanted: str) -> None:
    with pytest.raises(ConfigError, match="names no development"):
        run(tmp_path, wanted)
