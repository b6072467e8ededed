"""`nightdesk source try`: an address of a feed or of a page becomes a file that makes it a source."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scrapers.__main__ import main
from scrapers.commands.source import Tried, feeds_named, source_file
from scrapers.model import FeedReading
from scrapers.sources import FOLDER, load
from tests.desk import DESK, SITE

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Hill Radio "via" \\ the coast</title>
<item><title>Shelling kills four at the market of Selm</title><link>{here}/shelling</link>
<description>Four people were killed when shells hit a market, doctors said.</description>
<pubDate>Sun, 29 Dec 2024 14:20:00 GMT</pubDate></item>
<item><title>Choir wins a prize</title><link>{here}/choir</link></item></channel></rss>"""
PAGE = """<html><head><meta name="robots" content="max-snippet:90"><title>Shelling</title></head><body><article>
<h1>Shelling kills four at the market of Selm</h1>{text}</article></body></html>"""
TEXT = (
    "<p>Four people were killed when shells hit the market of Selm at noon on Sunday, doctors said at the scene.</p>"
    * 6
)
FRONT = """<html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed">
<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/feed"></head><body>Hello</body></html>"""


class _House(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        pages = {
            "/": ("text/html", FRONT),
            "/feed": ("application/rss+xml", FEED.format(here=here)),
            "/shelling": ("text/html", PAGE.format(text=TEXT)),
            "/plain": ("text/html", "<html><body>Nothing here"),
        }
        kind, text = pages.get(self.path, ("", ""))
        self.send_response(200 if text else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def house() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _House) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def tried(url: str) -> int:
    return main(["source", "try", url, "--allow-private-hosts", "--settings", str(SITE), "--content", str(DESK)])


@pytest.mark.parametrize("path", ["/feed", "/"], ids=["a feed", "a page that names it"])
def test_what_would_come_of_it_is_shown_and_the_file_makes_it_a_source(
    path: str, house: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(house + path) == 0
    said = capsys.readouterr().out
    assert "2 entries" in said
    assert "on topic:   1 of 2" in said
    assert "newest:     2024-12-29 14:20 UTC" in said
    assert "says for machines: max-snippet:90" in said
    assert "begins: Four people were killed" in said
    assert "Choir wins a prize" not in said
    (tmp_path / "hill_radio.toml").write_text(said[said.index("name = ") :], encoding="utf-8")
    (source,) = load(tmp_path)
    assert source.feeds[0].url == f"{house}/feed"
    assert " via " not in source.name


def test_an_address_without_a_feed_says_so_and_what_to_do(house: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(f"{house}/plain") == 1
    assert "is no feed, and names none" in capsys.readouterr().out
    assert tried(f"{house}/gone") == 1
    assert f"{house}/gone: gone" in capsys.readouterr().out
    assert tried("example.org") == 2
    assert "begins with https://" in capsys.readouterr().err


def test_only_addresses_on_the_web_are_feeds() -> None:
    page = (
        b'<link rel=alternate type=application/rss+xml href="javascript:x"><link rel=alternate type=text/html href=/a>'
    )
    assert feeds_named(page, "https://e.example/") == ()


@pytest.mark.parametrize(
    "title",
    [
        '"""; import os',
        "class",
        "1 to 9",
        "日本放送",
        "x" * 300,
        "a\nb",
        "\\",
        "'",
        "A via B · C",
        "",
        "\x7f",
        '"',
        "#",
        "\u2028",
    ],
)
def test_whatever_a_feed_is_called_the_file_is_a_source_of_that_name_and_nothing_else(
    title: str, tmp_path: Path
) -> None:
    name, text = source_file(Tried("https://e.example/feed", FeedReading(entries=(), title=title), ()))
    assert re.fullmatch(r"\w+\.toml", name, re.ASCII)
    (tmp_path / name).write_text(text, encoding="utf-8")
    (source,) = load(tmp_path)
    assert source.feeds[0].url == "https://e.example/feed"


def test_the_sources_of_a_night_are_checked_by_hand(
    house: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NIGHTDESK_SETTINGS", str(tmp_path / "site.toml"))
    every = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    (tmp_path / "site.toml").write_text(f"{SITE.read_text()}\n[sources]\nwithout = {json.dumps(every)}\n")
    (tmp_path / "sources").mkdir()
    for name, path in (("Hill Radio", "/feed"), ("Gone Post", "/gone"), ("Plain Page", "/plain")):
        (tmp_path / "sources" / f"{name[:4].lower()}.toml").write_text(f'name = "{name}"\nfeeds = ["{house}{path}"]\n')

    def check(*words: str) -> int:
        return main(["source", "check", *words, "--allow-private-hosts", "--settings", str(tmp_path / "site.toml")])

    assert check() == 1
    said = capsys.readouterr().out
    assert "ok  Hill Radio: 2 entries, the newest of 2024-12-29 14:20 UTC" in said
    assert "BAD Gone Post: gone" in said
    assert "BAD Plain Page: " in said
    assert "1 of 3 feeds have entries." in said
    assert check("hill radio") == 0
    assert "Gone Post" not in capsys.readouterr().out
    assert check("Hil Radio") == 2
    assert "did you mean Hill Radio?" in capsys.readouterr().err
    assert main(["source", "try"]) == 2
