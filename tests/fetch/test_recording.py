"""A night can be recorded and read again without the network: the same to the byte, and what is damaged is named."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrapers.errors import ConfigError
from scrapers.extract.snippet import snippet_of
from scrapers.fetch import Folder, Network, Recorder, Recording, State
from scrapers.model import SnippetRule
from scrapers.outcome import Outcome, Request, Result
from tests.fetch.site import PAGE, Site

NOW = datetime(2026, 8, 21, 20, 0, 0, 123456, tzinfo=UTC)
FEED = (200, {"Content-Type": "application/rss+xml", "ETag": '"1"'}, b"<rss><channel><title>A</title></channel></rss>")
NAMES = ("night.warc", "night.warc.gz")


def page(number: int) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "text/html; charset=utf-8"}, f"<title>{number}</title><p>{'Words. ' * 90}".encode()


def recorded(path: Path) -> list[Outcome]:
    """A night with everything in it that a recording has to hold."""
    pages = {
        "/feed": FEED,
        "/1": page(1),
        "/2": page(2),
        "/same": page(2),
        "/moved": (301, {"Location": "/1"}, b""),
        "/gone": (410, {}, b"gone"),
        "/blocked": (403, {}, b"<title>Access denied</title>"),
        "/down": (500, {}, b"oops"),
        "/empty": (200, {"Content-Type": "text/html"}, b""),
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /closed"),
    }
    with Site(pages=pages) as site, Recorder(path) as recorder:
        requests = [Request(url=f"{site.base}/feed", purpose="feed")]
        requests += [Request(url=site.base + path) for path in (*list(pages)[1:-1], "/closed", "/moved")]
        with Network(
            contact="tests@example.org", allow_private_hosts=True, backoff=0.01, record=recorder, clock=lambda: NOW
        ) as network:
            outcomes = network.fetch(requests)
        with Network(contact="tests@example.org", attempts=1, record=recorder, clock=lambda: NOW) as strict:
            outcomes += strict.fetch([Request(url=f"{site.base}/private"), Request(url="http://127.0.0.1/")])
    return outcomes


def requests(outcomes: list[Outcome]) -> list[Request]:
    return [outcome.request for outcome in outcomes]


def test_each_rule_for_robots_that_a_server_sends_comes_through_and_is_recorded(tmp_path: Path) -> None:
    # One name in two spellings, so that this site sends it twice.
    rules = {"X-Robots-Tag": "otherbot: noindex", "x-robots-tag": "max-snippet:50", "TDM-Reservation": "1"}
    path = tmp_path / "night.warc"
    with (
        Site(pages={"/ruled": (200, {"Content-Type": "text/html", **rules}, page(1)[2])}) as site,
        Recorder(path) as recorder,
        Network(contact="tests@example.org", allow_private_hosts=True, record=recorder, clock=lambda: NOW) as network,
    ):
        (live,) = network.fetch([Request(url=f"{site.base}/ruled")])
    with Recording(path) as recording:
        (again,) = recording.fetch([live.request])
    for outcome in (live, again):
        assert outcome.response is not None
        assert snippet_of({}, outcome.response.headers) == SnippetRule(
            limit=0, said=("max-snippet:50", "tdm-reservation:1")
        )


@pytest.mark.parametrize("name", NAMES)
def test_a_replay_gives_the_same_outcomes_failures_and_times_included(tmp_path: Path, name: str) -> None:
    outcomes = recorded(tmp_path / name)
    assert len({outcome.result for outcome in outcomes}) >= 7
    seen: list[Outcome] = []
    with Recording(tmp_path / name) as recording:
        assert recording.fetch(requests(outcomes), done=seen.append) == outcomes
        assert recording.damaged == ()
        (unknown,) = recording.fetch([Request(url="http://nowhere.example/")])
    assert seen == outcomes
    assert unknown.result is Result.OFFLINE


@pytest.mark.parametrize("name", NAMES)
def test_other_tools_read_a_recording(tmp_path: Path, name: str) -> None:
    outcomes = recorded(tmp_path / name)
    check = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(tmp_path / name)], capture_output=True, text=True
    )
    assert check.returncode == 0, check.stdout
    with (tmp_path / name).open("rb") as file:
        records = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), dict(record.rec_headers.headers))
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    types = [kind for kind, _, _ in records]
    assert types[0] == "warcinfo"
    assert {"request", "response", "revisit", "metadata"} <= set(types)
    base = outcomes[0].request.url.removesuffix("/feed")
    (first,) = [headers for kind, uri, headers in records if (kind, uri) == ("response", f"{base}/2")]
    assert outcomes[2].response is not None
    assert first["WARC-Payload-Digest"] == f"sha256:{outcomes[2].response.sha256}"
    assert (first["WARC-IP-Address"], first["WARC-Date"]) == ("127.0.0.1", "2026-08-21T20:00:00.123456Z")
    (again,) = [headers for kind, uri, headers in records if (kind, uri) == ("revisit", f"{base}/same")]
    assert (again["WARC-Refers-To"], again["WARC-Payload-Digest"]) == (
        first["WARC-Record-ID"],
        first["WARC-Payload-Digest"],
    )
    asked = [headers["WARC-Concurrent-To"] for kind, uri, headers in records if (kind, uri) == ("request", f"{base}/2")]
    assert asked == [first["WARC-Record-ID"]]


@pytest.mark.parametrize("name", NAMES)
def test_a_flipped_byte_is_found_wherever_it_is_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    outcomes = recorded(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    with (tmp_path / name).open("rb") as file:
        reading = ArchiveIterator(file)
        manifest = [reading.get_record_offset() for _ in reading][-1]
    for at in range(7, manifest, max(1, manifest // 40)):
        flipped = bytearray(data)
        flipped[at] ^= 0x10
        (tmp_path / "flipped").write_bytes(flipped)
        with Recording(tmp_path / "flipped") as recording:
            found = recording.fetch(requests(outcomes))
            assert recording.damaged, at
        changed = [new for old, new in zip(outcomes, found, strict=True) if old != new]
        assert all(outcome.result is Result.DAMAGED for outcome in changed), (at, changed)
        assert len(changed) <= 4, at  # a body that several addresses share


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    outcomes = recorded(tmp_path / "night.warc")
    data = bytearray((tmp_path / "night.warc").read_bytes())
    data[data.index(b"<title>1</title>") + 8] ^= 1
    (tmp_path / "night.warc").write_bytes(data)
    with Recording(tmp_path / "night.warc") as recording:
        found = recording.fetch(requests(outcomes))
        (damage,) = recording.damaged
    url = outcomes[1].request.url
    assert damage.startswith("record ")
    assert f"(response of {url}): its bytes are not those that were written" in damage
    assert found[1].result is Result.DAMAGED
    assert f"response of {url}" in found[1].detail


@pytest.mark.parametrize("name", NAMES)
def test_a_recording_that_broke_off_is_read_as_far_as_it_goes(tmp_path: Path, name: str) -> None:
    outcomes = recorded(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    (tmp_path / "short").write_bytes(data[: int(len(data) * 0.45)])
    with Recording(tmp_path / "short") as recording:
        found = recording.fetch(requests(outcomes))
        assert "manifest" in recording.damaged[-1]
    same = sum(old == new for old, new in zip(outcomes, found, strict=True))
    assert 0 < same < len(outcomes)
    assert {new.result for old, new in zip(outcomes, found, strict=True) if old != new} <= {
        Result.OFFLINE,
        Result.DAMAGED,
    }


@pytest.mark.parametrize("name", NAMES)
def test_without_its_manifest_a_damaged_record_does_not_hide_those_behind_it(tmp_path: Path, name: str) -> None:
    outcomes = recorded(tmp_path / name)
    with (tmp_path / name).open("rb") as file:
        reading = ArchiveIterator(file)
        offsets = [reading.get_record_offset() for _ in reading]
    data = bytearray((tmp_path / name).read_bytes())[: offsets[-1]]
    data[offsets[len(offsets) // 3] - 20] ^= 0xFF
    (tmp_path / "short").write_bytes(data)
    with Recording(tmp_path / "short") as recording:
        found = recording.fetch(requests(outcomes))
        assert len(recording.damaged) >= 2
    assert sum(old == new for old, new in zip(outcomes, found, strict=True)) >= len(outcomes) - 3


def test_an_unchanged_feed_is_recorded_with_the_answer_it_stands_for(tmp_path: Path) -> None:
    def feed(asked: Any) -> Any:
        return (304, {"ETag": '"1"'}, b"") if asked.headers.get("if-none-match") == '"1"' else FEED

    with Site(pages={"/feed": feed}) as site:
        request = Request(url=f"{site.base}/feed", purpose="feed")
        for name in ("first.warc", "second.warc"):
            state = State(tmp_path / "state")
            with (
                Recorder(tmp_path / name) as recorder,
                Network(contact="tests@example.org", allow_private_hosts=True, state=state, record=recorder) as network,
            ):
                (outcome,) = network.fetch([request])
                kept = network.remembered(request.url)
            state.note(request.url, outcome.result, now=NOW, items=1, response=outcome.response)
            state.save()
    assert outcome.result is Result.UNCHANGED
    with Recording(tmp_path / "second.warc") as recording:
        assert recording.fetch([request]) == [outcome]
        assert recording.remembered(request.url) == kept
        assert recording.payloads()[request.url] == (hashlib.sha256(FEED[2]).hexdigest(),)
        assert recording.state().known(request.url).items == 1
    assert kept is not None


def test_a_recording_knows_the_clock_of_its_night(tmp_path: Path) -> None:
    for name, now in (("with.warc.gz", NOW), ("without.warc", None)):
        Recorder(tmp_path / name, now=now).close()
        with Recording(tmp_path / name) as recording:
            assert (recording.now, recording.damaged) == (now, ())


def test_a_folder_can_be_recorded(tmp_path: Path) -> None:
    (tmp_path / "a.example").mkdir()
    (tmp_path / "a.example" / "index.html").write_bytes(PAGE[2])
    asked = [Request(url="https://a.example/"), Request(url="https://a.example/none")]
    with Recorder(tmp_path / "night.warc.gz") as recorder, Folder(tmp_path, now=NOW, record=recorder) as folder:
        outcomes = folder.fetch(asked)
    with Recording(tmp_path / "night.warc.gz") as recording:
        assert recording.fetch(asked) == outcomes
    assert [outcome.result for outcome in outcomes] == [Result.OK, Result.OFFLINE]


def test_a_recording_of_another_tool_is_read_too(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for url, status, headers, body in (
        ("http://a.example/old", "301 Moved", [("Location", "/new")], b""),
        ("http://a.example/new", "200 OK", [("Content-Type", "text/html")], PAGE[2]),
        ("http://a.example/gone", "404 Not Found", [], b""),
    ):
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body), length=len(body), http_headers=http)
        )
    (tmp_path / "other.warc.gz").write_bytes(buffer.getvalue())
    with Recording(tmp_path / "other.warc.gz") as recording:
        moved, gone, none = recording.fetch(
            [Request(url=f"http://a.example/{name}") for name in ("old", "gone", "none")]
        )
    assert moved.response is not None
    assert (moved.response.final_url, moved.response.body) == ("http://a.example/new", PAGE[2])
    assert (gone.result, none.result) == (Result.GONE, Result.OFFLINE)


def test_what_is_no_recording_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.warc").touch()
    for name in ("none.warc", "empty.warc"):
        with pytest.raises(ConfigError, match="no recording that can be read"):
            Recording(tmp_path / name)
    (tmp_path / "text.warc").write_text(json.dumps({"this": "is not one"}))
    with Recording(tmp_path / "text.warc") as recording:
        assert recording.fetch([Request(url="http://a.example/")])[0].result is Result.OFFLINE
        assert recording.damaged
