"""A real browser that opens pages of a built site from a server on this machine, driven by the DevTools protocol."""

from __future__ import annotations

import asyncio
import functools
import itertools
import shutil
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
#: For the browser to begin, and for what a page is waited for.
PATIENCE = 60


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


class Tab:
    """One page. What it asked for and what it complained of is kept."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.asked: list[str] = []
        self.complaints: list[str] = []

    async def call(self, method: str, **values: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": values})
        while True:
            message = await self._socket.receive_json(timeout=PATIENCE)
            if message.get("id") == number:
                assert "error" not in message, message
                return dict(message["result"])
            told = message.get("params", {})
            if message.get("method") == "Network.requestWillBeSent":
                self.asked.append(told["request"]["url"])
            elif message.get("method") == "Log.entryAdded":
                self.complaints.append(told["entry"]["text"])

    async def open(self, url: str) -> None:
        for domain in ("Page", "Network", "Log"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=url)
        await self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression is on the page."""
        told = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    async def until(self, expression: str) -> None:
        """Waits for a JavaScript expression to be true."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(expression):
                await asyncio.sleep(0.05)

    async def write(self, text: str) -> None:
        await self.call("Input.insertText", text=text)

    async def press(self, key: str, code: int, text: str = "") -> None:
        """A key goes down and up again."""
        for kind in ("keyDown", "keyUp"):
            down = {"text": text} if text and kind == "keyDown" else {}
            await self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **down)


@asynccontextmanager
async def tab(profile: Path, *options: str) -> AsyncIterator[Tab]:
    """A new browser with one empty page; `profile` is an empty folder of its own."""
    assert CHROMIUM
    command = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *command,
        *options,
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port = profile / "DevToolsActivePort"
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while not (port.exists() and port.read_text().strip()):
                await asyncio.sleep(0.05)
            here = f"http://127.0.0.1:{port.read_text().split()[0]}/json/list"
            while True:
                async with session.get(here) as answer:
                    pages = [each for each in await answer.json() if each["type"] == "page"]
                if pages:
                    break
                await asyncio.sleep(0.05)
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket,
        ):
            yield Tab(socket)
    finally:
        browser.kill()
        await browser.wait()
