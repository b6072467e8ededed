"""A small site on loopback whose answers a test writes, and that notes who asked what, when, and how many at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

#: What a page answers: (status, headers, body).
Answer = tuple[int, dict[str, str], bytes]
PAGE: Answer = (200, {"Content-Type": "text/html"}, b"<html><title>A page</title><p>Words of a page.</p></html>")
NONE: Answer = (404, {}, b"")


@dataclass
class Asked:
    """One request as the site saw it."""

    path: str
    headers: dict[str, str]
    at: float
    until: float = 0.0


@dataclass
class Site:
    """`pages` maps a path to an answer, to a list of answers, one a request, or to a function of the request."""

    pages: dict[str, Any] = field(default_factory=dict)
    address: str = "127.0.0.1"
    delay: float = 0.0
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Site:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic())
                site.asked.append(asked)
                status, headers, body = site.answer(asked)
                time.sleep(site.delay)
                asked.until = time.monotonic()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer((self.address, 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def base(self) -> str:
        return f"http://{self.address}:{self.server.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked, robots.txt aside."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Answer:
        page = self.pages.get(asked.path, NONE if asked.path == "/robots.txt" else PAGE)
        if isinstance(page, list):
            return page.pop(0) if len(page) > 1 else page[0]
        if isinstance(page, Callable):  # type: ignore[arg-type]
            return page(asked)  # type: ignore[no-any-return]
        return page  # type: ignore[no-any-return]

    def most_at_once(self) -> int:
        """How many requests were under way at the same time, at most."""
        return max(sum(one.at <= other.at < one.until for one in self.asked) for other in self.asked)
