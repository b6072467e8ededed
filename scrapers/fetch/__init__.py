"""The only network: HTTP, robots, politeness, conditional requests, bounds, recording and replay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Protocol, Self

from scrapers.fetch.folder import Folder
from scrapers.fetch.judgement import judge
from scrapers.fetch.network import Network
from scrapers.fetch.recorder import Recorder
from scrapers.fetch.recording import Recording
from scrapers.fetch.state import State
from scrapers.outcome import Outcome, Request, Response

__all__ = ["Fetcher", "Folder", "Network", "Recorder", "Recording", "State", "judge"]


class Fetcher(Protocol):
    """Where a night's responses come from: the network, a folder of files, or a recording. Closed by `with`."""

    def fetch(self, requests: Iterable[Request], *, done: Callable[[Outcome], None] | None = None) -> list[Outcome]:
        """What became of each request, in their order; `done` is called as each ends."""

    def remembered(self, url: str) -> Response | None:
        """What an address that is `unchanged` said when it last answered; None if nobody kept it."""

    def close(self) -> None:
        """Gives back what is held open."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None, /
    ) -> None: ...
