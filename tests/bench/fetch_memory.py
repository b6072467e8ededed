"""How much memory does a night take? 3,000 entries of 30 feeds, 510 pages of 60 kB; the command with all its children.

Run by hand or `make bench`: `python tests/bench/fetch_memory.py`. Loopback only; Linux (it needs 127.0.0.0/8).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
HOSTS, ENTRIES, ON_TOPIC, SIZE = 30, 100, 17, 60_000
TOWNS = "Varn Ostra Sennet Lorne Karsk Tamsit Brenn Halm Ruvo Derna Pelk Ishan Moru Tavas Quell Abrin Zorin".split()
CLUTTER = '<div class="promo"><a href="/x">Subscribe to our letter and read more of what we write</a></div>'


def _headline(host: int, number: int) -> str:
    town = TOWNS[number % len(TOWNS)]
    if number < ON_TOPIC:
        return f"Shelling kills {number + 2} civilians in {town} as troops advance, district {host} officials say"
    return f"Recipe of the day {number} from {town}: soup number {host}"


def _feed(base: str, host: int) -> bytes:
    items = "".join(
        f"<item><title>{_headline(host, number)}</title><link>{base}/{number}</link>"
        f"<pubDate>Fri, 21 Aug 2026 {number % 20:02}:00:00 GMT</pubDate>"
        f"<description>{_headline(host, number)}. {'More is known of it. ' * 10}</description></item>"
        for number in range(ENTRIES)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper {host}</title>{items}</channel></rss>'.encode()
    )


def _page(host: int, number: int) -> bytes:
    paragraphs = "".join(
        f"<p>{_headline(host, number)}. Witness {each} of district {host} told reporters that the shells fell at hour "
        f"{each % 24} near the market of {TOWNS[(number + each) % len(TOWNS)]}.</p>{CLUTTER * 3}"
        for each in range(20)
    )
    page = f"<!doctype html><html><head><title>{_headline(host, number)}</title></head><body><article>{paragraphs}</article>"
    return (page + "<footer>" + CLUTTER * ((SIZE - len(page)) // len(CLUTTER)) + "</footer></body></html>").encode()


class _Paper(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = str(self.connection.getsockname()[0])
        host, name = int(address.rsplit(".", 1)[1]), self.path.strip("/")
        kind, body = "text/html", b""
        if name == "feed":
            kind, body = "application/rss+xml", _feed(f"http://{address}:{self.connection.getsockname()[1]}", host)
        elif name.isdigit():
            body = _page(host, int(name))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _memory(process: psutil.Process) -> float:
    """MB of a process and its children, what they share counted once (PSS)."""
    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_full_info().pss
        except psutil.Error:
            continue
    return total / 1e6


def main() -> None:
    """Runs the night and prints its peak."""
    feeds = []
    for host in range(1, HOSTS + 1):
        server = ThreadingHTTPServer((f"127.0.5.{host}", 0), _Paper)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        feeds.append(
            f'<outline type="rss" text="Paper {host}" xmlUrl="http://127.0.5.{host}:{server.server_port}/feed"/>'
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / "list.opml").write_text(f'<opml version="2.0"><head/><body>{"".join(feeds)}</body></opml>')
        command = [
            sys.executable,
            "-m",
            "scrapers",
            "night",
            "--opml",
            str(path / "list.opml"),
            "--allow-private-hosts",
        ]
        command += ["--now", "2026-08-21T23:30:00Z", "--content", str(path), "--cache", str(path / "cache")]
        command += ["--report", str(path / "report.json"), "--record", str(path / "night.warc.gz")]
        started = time.perf_counter()
        night = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process, peak = psutil.Process(night.pid), 0.0
        while night.poll() is None:
            try:
                peak = max(peak, _memory(process))
            except psutil.NoSuchProcess:
                break
            time.sleep(0.1)
        report = json.loads((path / "report.json").read_text())
        entries = sum(row["entries"] for row in report["sources"])
        articles = sum(row["articles"] for row in report["sources"])
        recorded = (path / "night.warc.gz").stat().st_size / 1e6
    print(f"{entries} entries of {HOSTS} feeds, {articles} pages read, exit code {night.returncode}")
    print(f"peak {peak:.0f} MB in all, {time.perf_counter() - started:.0f} s; the recording is {recorded:.1f} MB")


if __name__ == "__main__":
    main()
