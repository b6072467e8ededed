"""What a subscriber by mail gets: the real rss2email on the built feeds, delivered to a server on this machine.

    python -m plugins.mail_preview output build/mail

Writes each message as .eml and .html, an index.html of all, and report.json with what would annoy a subscriber.
Needs the developers' packages rss2email and aiosmtpd; everything stays on loopback.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import http.server
import json
import re
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from email.message import EmailMessage
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

# What rss2email can send; the last is one mail with a message attached for each item.
MODES = {
    "plain": {"html-mail": "False"},
    "html": {"html-mail": "True", "use-css": "True"},
    "multipart": {"html-mail": "True", "use-css": "True", "multipart-html": "True"},
    "digest": {"html-mail": "True", "use-css": "True", "digest": "True"},
}
FEEDS = ("digest", "developments")
HTML_BYTES = 90_000  # Gmail cuts a mail at 102 kB, with what a service adds
LINE_OCTETS = 998  # RFC 5321, 4.5.3.1.6
_DROPPED = ("script", "iframe", "form", "object", "embed", "video", "audio", "svg", "link", "base", "img")


@dataclass
class Mail:
    """One message as it came in, and what is wrong with it."""

    name: str
    mode: str
    subject: str
    sender: str
    rss_id: str
    html_bytes: int = 0
    text_letters: int = 0
    longest_line: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass
class Round:
    """One run of rss2email over all feeds and modes."""

    mails: list[Mail]
    warnings: list[str]


class _Sink:
    def __init__(self) -> None:
        self.got: list[tuple[str, bytes]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.got.append((envelope.rcpt_tos[0], bytes(envelope.original_content)))
        return "250 OK"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def guess_type(self, path: Any) -> str:
        return "application/xml" if str(path).endswith(".xml") else super().guess_type(path)

    def log_message(self, *_args: Any) -> None:
        pass


class Subscriber:
    """Somebody with rss2email, subscribed to some feeds of a built site in every mode."""

    def __init__(self, feeds: Sequence[str], folder: Path, out: Path) -> None:
        from aiosmtpd.controller import Controller

        self._out, self._feeds = out, feeds
        self._site = folder
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self._sink = _Sink()
        with socket.create_server(("127.0.0.1", 0)) as free:  # aiosmtpd does not take port 0
            port = free.getsockname()[1]
        self._mail = Controller(self._sink, hostname="127.0.0.1", port=port, data_size_limit=50_000_000)
        self._mail.start()
        self._home = tempfile.TemporaryDirectory()
        self._subscribe(port)

    def _handler(self, *args: Any) -> _Quiet:
        return _Quiet(*args, directory=str(self._site))

    def _subscribe(self, port: int) -> None:
        address = f"http://127.0.0.1:{self._server.server_address[1]}"
        common = {
            "email-protocol": "smtp",
            "smtp-server": "127.0.0.1",
            "smtp-port": str(port),
            "smtp-auth": "False",
            "smtp-ssl": "False",
            "date-header": "True",
        }
        lines = ["[DEFAULT]", *(f"{name} = {value}" for name, value in common.items())]
        state: list[dict[str, object]] = []
        for feed in self._feeds:
            for mode, options in MODES.items():
                name = f"{feed.replace('/', '-')}-{mode}"
                lines += [f"[feed.{name}]", f"url = {address}/feeds/{feed}.rss.xml", f"to = {name}@example.net"]
                lines += [f"{option} = {value}" for option, value in options.items()]
                state.append({"name": name, "etag": None, "modified": None, "seen": {}})
        Path(self._home.name, "r2e.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
        Path(self._home.name, "r2e.json").write_text(json.dumps({"version": 2, "feeds": state}), encoding="utf-8")

    def run(self, folder: Path | None = None) -> Round:
        """What one `r2e run` sends; of another built site if `folder` is given."""
        self._site = folder or self._site
        before = len(self._sink.got)
        program = [
            sys.executable,
            "-c",
            "import rss2email.main; rss2email.main.run()",
            "-c",
            "r2e.cfg",
            "-d",
            "r2e.json",
        ]
        done = subprocess.run(
            [*program, "run"], cwd=self._home.name, capture_output=True, text=True, timeout=300, check=False
        )
        said = (done.stderr + done.stdout).splitlines()
        warnings = [line for line in said if re.search(r"(?i)warn|error|traceback", line)]
        if done.returncode:
            warnings.append(f"r2e ended with {done.returncode}")
        return Round([self._kept(n, *self._sink.got[n]) for n in range(before, len(self._sink.got))], warnings)

    def _kept(self, number: int, to: str, data: bytes) -> Mail:
        feed_and_mode = to.partition("@")[0]
        name = f"{feed_and_mode}-{number:03d}"
        self._out.mkdir(parents=True, exist_ok=True)
        (self._out / f"{name}.eml").write_bytes(data)
        message = email.message_from_bytes(data, policy=email.policy.default)
        for ending in ("html", "plain"):
            bodies = [part.get_content() for part in message.walk() if part.get_content_type() == f"text/{ending}"]
            if bodies:
                (self._out / f"{name}.{ending.replace('plain', 'txt')}").write_text(
                    "\n".join(bodies), encoding="utf-8-sig"
                )
        return checked(data, name, feed_and_mode.rpartition("-")[2])

    def close(self) -> None:
        self._mail.stop()
        self._server.shutdown()
        self._server.server_close()
        self._home.cleanup()


# --- what would annoy a subscriber


class _Scan(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []
        self.dropped: set[str] = set()
        self.text: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._hidden += tag == "style"
        self.dropped |= {tag} & set(_DROPPED)
        self.dropped |= {name for name, _ in attributes if name.startswith("on")}
        self.addresses += [value for name, value in attributes if name in ("href", "src") and value is not None]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)


def checked(data: bytes, name: str, mode: str) -> Mail:
    """A message with its figures and its problems."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    mail = Mail(
        name=name,
        mode=mode,
        subject=str(message["Subject"] or ""),
        sender=str(message["From"] or ""),
        rss_id=str(message["X-RSS-ID"] or ""),
        longest_line=max(map(len, data.split(b"\r\n"))),
    )
    mail.problems += _in_headers(mail)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "text/plain"):
            mail.problems += _in_body(mail, part.get_content(), html=part.get_content_type() == "text/html")
    return mail


def _in_headers(mail: Mail) -> Iterator[str]:
    if not mail.subject.strip():
        yield "no subject"
    if re.search(r"&(?:#\d+|\w+);|</?\w|\*\*", mail.subject):
        yield f"markup in the subject: {mail.subject[:80]}"
    if len(mail.subject) > 120:
        yield f"a subject of {len(mail.subject)} characters"
    if "rss2email.invalid" in mail.sender and mail.mode != "digest":  # a digest mail is from rss2email itself
        yield "no author with an address"
    if mail.longest_line > LINE_OCTETS:
        yield f"a line of {mail.longest_line} octets"


def _in_body(mail: Mail, body: str, *, html: bool) -> Iterator[str]:
    if not html:
        if re.search(r"</?(?:p|div|br|a|span)\b", body):
            yield "tags in the plain text"
        if re.search(r"127\.0\.0\.1:\d+/(?!feeds/)", body):
            yield "an address relative to the feed in the plain text"
        return
    scan = _Scan()
    scan.feed(body)
    size = len(body.encode())
    letters = len(" ".join("".join(scan.text).split()))
    mail.html_bytes, mail.text_letters = max(size, mail.html_bytes), max(letters, mail.text_letters)
    if size > HTML_BYTES:
        yield f"HTML of {size} bytes"
    if scan.dropped:
        yield f"mail programs drop {', '.join(sorted(scan.dropped))}"
    if odd := [url for url in scan.addresses if not re.match(r"https?://(?!127\.0\.0\.1)|mailto:", url)]:
        yield f"a relative address: {odd[0]}"
    if re.search(r"&amp;(?:amp|lt|gt|quot|#\d+);", body):
        yield "entities escaped twice"
    if letters < 100:
        yield f"only {letters} letters of text"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m plugins.mail_preview", description=str(__doc__).split("\n")[0])
    parser.add_argument("site", type=Path, help="the built site, with its feeds/")
    parser.add_argument("out", type=Path, help="where the messages go")
    parser.add_argument("--later", type=Path, help="a later build of the site: what does its change send?")
    parser.add_argument("--feed", action="append", help=f"feeds to take, without ending; default: {', '.join(FEEDS)}")
    given = parser.parse_args(arguments)
    subscriber = Subscriber(given.feed or FEEDS, given.site, given.out)
    try:
        rounds = {"first": subscriber.run(), "again": subscriber.run()}
        if given.later:
            rounds["later"] = subscriber.run(given.later)
    finally:
        subscriber.close()
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "report.json").write_text(json.dumps({name: asdict(r) for name, r in rounds.items()}, indent=1))
    rows = [mail for made in rounds.values() for mail in made.mails]
    (given.out / "index.html").write_text(_index(rows), encoding="utf-8")
    for name, made in rounds.items():
        print(f"{name}: {len(made.mails)} messages", *made.warnings, sep="\n  ")
    for mail in rows:
        for problem in mail.problems:
            print(f"{mail.name}: {problem}")
    largest = max((mail.html_bytes for mail in rows), default=0)
    print(f"largest HTML {largest} bytes; longest line {max((mail.longest_line for mail in rows), default=0)} octets")
    if not rows:
        print(f"{given.site} sends no mail: its feeds are not there or empty. Build a site that has a briefing first:")
        print("make demo SERVE=0, then make mail-preview OUTPUT=build/demo/output")
        return 1
    print(f"open {given.out / 'index.html'}")
    return int(any(mail.problems for mail in rows) or bool(rounds["again"].mails))


def _index(mails: Sequence[Mail]) -> str:
    """Every message, the digest's first, in the form that most services send."""
    order = sorted(mails, key=lambda mail: (not mail.name.startswith("digest"), mail.mode != "multipart"))
    rows = "".join(
        f'<li><a href="{escape(mail.name)}.{"txt" if mail.mode == "plain" else "html"}">{escape(mail.subject)}</a>'
        f" ({escape(mail.mode)}) {escape('; '.join(mail.problems))}</li>\n"
        for mail in order
    )
    return f'<!DOCTYPE html><meta charset="utf-8"><title>Mail preview</title><ul>\n{rows}</ul>\n'


if __name__ == "__main__":
    sys.exit(main())
