"""When may a host be asked again? One request at a time, a pause between two, and what the host itself wishes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from scrapers.fetch.guard import loopback
from scrapers.outcome import Result

#: A wish to be left alone is waited for up to this many seconds; a longer one ends the host's night.
LONGEST_WAIT = 60.0
#: Seconds that the Crawl-delays of one host may add up to in a night; then the rest of its pages is left unread.
LONGEST_NIGHT = 900.0
#: After so many requests in a row that nobody answered, the host is not asked again this night.
PATIENCE = 3
_UNANSWERED = frozenset({Result.DNS, Result.CONNECT, Result.TLS, Result.TIMEOUT})


class Host:
    """The turns of one host."""

    def __init__(self, name: str, *, pause: float) -> None:
        #: This machine needs no rest, and a test's server on it is many sources at one address.
        self.own = loopback(name)
        self.name = name
        self.pause = 0.0 if self.own else pause
        #: Its Crawl-delay, in seconds; 0 if it has none.
        self.delay = 0.0
        #: Why it is not asked again this night; None while it is.
        self.closed: tuple[Result, str] | None = None
        self._lock = asyncio.Lock()
        self._free_at = 0.0
        self._failures = 0
        self._turns = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """The host to oneself; entered when its pause is over."""
        async with self._lock:
            await self.rested()
            try:
                yield
            finally:
                self._turns += self.delay > 0
                if self.delay > LONGEST_WAIT or self._turns * self.delay > LONGEST_NIGHT:
                    times = "one request" if self._turns == 1 else f"{self._turns} requests"
                    self.closed = (Result.ROBOTS, f"Crawl-delay of {self.delay:g} s: {times} a night")
                self._free_at = max(self._free_at, _now() + max(self.pause, self.delay))

    async def rested(self) -> None:
        """Waits until the host may be asked, or will not be this night."""
        while self.closed is None and (wait := self._free_at - _now()) > 0:
            await asyncio.sleep(wait)

    def leave_alone(self, seconds: float, *, result: Result) -> None:
        """It asked to be left alone for so long."""
        if seconds <= LONGEST_WAIT:
            self._free_at = max(self._free_at, _now() + seconds)
        elif not self.own:
            self.closed = (result, f"asked to be left alone for {seconds:.0f} s")

    def note(self, result: Result) -> None:
        """How an exchange with it ended."""
        self._failures = self._failures + 1 if result in _UNANSWERED else 0
        if self._failures >= PATIENCE and not self.own:
            self.closed = (result, f"not asked again after {self._failures} without an answer")


def host_name(url: str) -> str:
    """The host that takes turns: its name without a dot at the end."""
    return (urlsplit(url).hostname or "").rstrip(".")


def origin(url: str) -> str:
    """What a robots.txt is for: scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _now() -> float:
    return asyncio.get_running_loop().time()
