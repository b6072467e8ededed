"""A real browser, and a server on this machine for it to read a built site from."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
#: Milliseconds for whatever a page is waited for: a machine may be busy, and nothing is measured by it.
PATIENCE = 120_000


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """A test needs no log."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which a folder is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Visit:
    """A page in a browser that runs scripts as the page's own policy lets it, and what happened meanwhile."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def visiting(chromium: Browser, *, width: int = 1000, height: int = 800, **context: Any) -> Iterator[Visit]:
    """An empty page of a browser without a history."""
    with chromium.new_context(viewport={"width": width, "height": height}, **context) as kept:
        kept.set_default_timeout(PATIENCE)
        visit = Visit(kept.new_page())
        visit.page.on("request", lambda request: visit.asked.append(request.url))
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("pageerror", lambda fault: visit.complaints.append(str(fault)))
        visit.page.on("dialog", lambda dialog: visit.complaints.append(f"dialog: {dialog.message}"))
        yield visit
