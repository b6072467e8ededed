"""`nightdesk read`: a page for people, for programs, and a batch that survives any page."""

from __future__ import annotations

import argparse
import json
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from scrapers.commands import read as command
from scrapers.errors import ConfigError
from scrapers.extract.readingjob import ReadingJob, plain
from scrapers.model import Reading
from scrapers.outcome import Result
from tests.desk import SITE

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "tests" / "data" / "pages"
SENTENCE = b"<p>The army said on Monday that the road was open again, and nobody was hurt in it.</p>"
BATCH_KEYS = {
    "id",
    "title",
    "authors",
    "published",
    "updated",
    "text",
    "standfirst",
    "dateline",
    "origin",
    "section",
    "language",
    "parts",
}


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add(parser.add_subparsers())
    args = parser.parse_args(["read", *arguments])
    code: int = args.run(args)
    return code


def batch(folder: Path, rows: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    path = folder / "pages.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("--batch", str(path), "--workers", "2") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_prints_a_page_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(PAGES / "wire-on-a-carrier.html"), "--url", "https://carrier.example/x") == 0
    out = capsys.readouterr().out
    assert "title:      Aldermoor votes for bridge as winter looms" in out
    assert "dateline:   Aldermoor, Marrin · AFP · 2024-05-06" in out
    assert "## 'Not twice'" in out


def test_prints_every_field_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(PAGES / "split-body.html"), "--json", "--url", "https://review.example/x") == 0
    row = json.loads(capsys.readouterr().out)
    assert row["authors"] == ["Ida Reed", "Tom Lark"]
    assert row["published"] == "2024-05-06T18:30:00+02:00"
    assert row["blocks"][3] == {"kind": "h", "text": "A second survey"}


class _Page(BaseHTTPRequestHandler):
    """A server with one page, and nothing else: no robots.txt."""

    def do_GET(self) -> None:
        body = (PAGES / "split-body.html").read_bytes() if self.path == "/bridge" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_reads_a_page_from_the_network_and_says_what_became_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site.toml"
    site.write_text(SITE.read_text(encoding="utf-8"), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        allowed = ("--json", "--allow-private-hosts", "--settings", str(site))
        code = run(f"{address}/bridge", f"{address}/gone", str(PAGES / "structure.html"), *allowed)
        found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert code == 1
        assert [row["result"] for row in found] == ["ok", "gone", "ok"]
        assert found[0]["title"] == "Aldermoor votes to rebuild its bridge"
        assert found[0]["url"] == f"{address}/bridge"
        run(f"{address}/bridge", "--json", "--settings", str(site))
        assert json.loads(capsys.readouterr().out)["result"] == "refused address"
        server.shutdown()


def test_a_page_without_text_is_told_by_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    assert run(str(tmp_path / "empty.html")) == 1


@pytest.mark.parametrize(
    "arguments", [(), ("no-such-file.html",), ("--batch", "no-such-file.jsonl"), ("a", "--batch", "b")]
)
def test_a_wrong_argument_is_an_error_that_says_what_to_do(arguments: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError):
        run(*arguments)


def test_a_batch_answers_every_line_in_its_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = sorted(path.stem for path in PAGES.glob("*.html"))
    rows = [{"id": name, "url": f"https://news.example/{name}", "html": str(PAGES / f"{name}.html")} for name in names]
    found = batch(tmp_path, rows, capsys)
    assert [row["id"] for row in found] == names
    assert all(row.keys() >= BATCH_KEYS for row in found)
    wanted = json.loads((PAGES / "split-body.json").read_text(encoding="utf-8"))
    assert found[names.index("split-body")]["text"].split("\n") == wanted["text"]


def test_a_batch_reads_paths_relative_to_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html").write_bytes(b"<h1>A</h1>" + SENTENCE * 3 + b"<p>Another line of text that ends.</p>")
    assert batch(tmp_path, [{"id": 7, "url": "https://a.example/", "html": "html/a.html"}], capsys)[0]["title"] == "A"


def test_a_batch_signs_with_the_agency_where_no_person_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "c", "url": "https://bote.example/", "html": str(PAGES / "consent-between.html")}
    found = batch(tmp_path, [row], capsys)[0]
    assert found["authors"] == ["dpa"]
    assert "Aldermoor (dpa) - Der Rat" in found["text"]


def test_a_batch_survives_lines_that_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text('{"id": 1\n[]\n{"id": 3, "url": "u", "html": "gone.html"}\n\n', encoding="utf-8")
    assert run("--batch", str(path)) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in found] == [None, None, 3]
    assert all(row["detail"] for row in found)


HOSTILE: dict[str, bytes] = {
    "a hundred thousand nested divs": b"<div>" * 100_000 + SENTENCE,
    "200 kB of '<a '": b"<a " * 66_000,
    "20,000 links that never end": b'<a href="x">' * 20_000,
    "lone surrogates in UTF-8": b"<p>\xed\xa0\x80\xed\xbf\xbf</p>" + SENTENCE * 3,
    "lone surrogates as references": b"<title>&#xD800;&#57343;</title>" + SENTENCE * 3,
    "lone surrogates in JSON-LD": b'<script type="application/ld+json">{"@type":"Article","headline":"\\ud800 A"}</script>'
    + SENTENCE,
    "deep JSON-LD": b'<script type="application/ld+json">' + b'{"@graph":[' * 20_000 + b"</script>" + SENTENCE,
    "a body only in a script": b'<div id="app"></div><script>window.s = {"n": [1, 2]}</script>',
    "20 MB of paragraphs": SENTENCE * 230_000,
    "20 MB in one paragraph": b"<p>" + b"word " * 4_000_000,
    "20 MB of script": b"<script>" + b'"a\\"' * 5_000_000,
    "a million zero bytes": b"\x00" * 1_000_000,
    "random bytes": random.Random(4).randbytes(300_000),
    "a million '<'": b"<" * 1_000_000,
    "half a million line breaks": b"<br>" * 500_000,
    "tables in tables": b"<table><tr><td>" * 30_000 + SENTENCE,
    "30,000 attributes": b"<div " + b" ".join(b"a%d=1" % number for number in range(30_000)) + b">" + SENTENCE,
    "a line of dashes and capitals": ("<p>" + "KYIV — " * 40_000 + "</p>").encode(),
    "names without an end": b'<meta name="author" content="' + b"A, " * 200_000 + b'">' + SENTENCE,
}


def test_hostile_pages_end_within_their_bounds_and_the_batch_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {"id": "good", "url": "https://news.example/", "html": str(PAGES / "split-body.html")}
    rows = [good]
    for number, (name, body) in enumerate(HOSTILE.items()):
        (tmp_path / f"{number}.html").write_bytes(body)
        rows += [{"id": name, "url": "https://news.example/x", "html": f"{number}.html"}, good]
    found = batch(tmp_path, rows, capsys)
    assert [row["id"] for row in found] == [row["id"] for row in rows]
    assert all(row["result"] == "ok" and row["text"] for row in found if row["id"] == "good")
    for row in found:
        assert row["result"] in set(Result)
        assert (row["result"] == "ok") == bool(row["text"])
        assert row["text"] or row["detail"]


def test_a_page_that_takes_too_long_is_given_up_and_its_neighbours_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "SECONDS", 0.3)
    slow = b"<div " + b" ".join(b"a%d=1" % number for number in range(200_000)) + b">"
    jobs = [
        ReadingJob(url="https://news.example/slow", body=slow),
        ReadingJob(url="https://news.example/", body=SENTENCE * 3),
    ]
    found = list(command.readings(jobs, workers=1))
    assert [reading.result for reading in found] == [Result.GAVE_UP, Result.OK]


def test_what_could_not_be_fetched_passes_through() -> None:
    gone = Reading(url="https://news.example/gone", result=Result.GONE, detail="404")
    assert list(command.readings([gone], workers=1)) == [gone]


def test_a_reading_as_json_has_no_type_of_ours() -> None:
    assert plain(Reading(url="u", result=Result.NO_TEXT))["result"] == "no text"
