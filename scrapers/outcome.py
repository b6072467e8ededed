"""What was a server asked, and what became of it? Values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, kw_only=True)
class Request:
    """One address to be read. `etag` and `modified` make it conditional."""

    url: str
    #: "feed", "page" or "robots": decides caps and what counts as an answer.
    purpose: str = "page"
    etag: str | None = None
    modified: str | None = None


class Result(StrEnum):
    """What became of a request or a source, as the run report prints it. `ok` and `unchanged` are good."""

    OK = "ok"
    UNCHANGED = "unchanged"
    # asked and not let in
    ROBOTS = "robots denied"
    REFUSED_ADDRESS = "refused address"  # loopback, private, metadata; a scheme or port we do not use
    BLOCKED = "blocked"  # 401, 403, 429, 451, 999 or a challenge page
    GONE = "gone"  # 404, 410
    # did not get through
    DNS = "name not found"
    CONNECT = "no connection"
    TLS = "bad certificate"
    TIMEOUT = "timeout"
    RESET = "connection lost"
    PROTOCOL = "bad HTTP"
    SERVER_ERROR = "server error"
    HTTP_ERROR = "HTTP error"  # any other status that is no answer
    REDIRECTS = "too many redirects"
    # came, and was no answer
    TOO_LARGE = "too large"
    TRUNCATED = "truncated"
    BAD_ENCODING = "bad encoding"
    EMPTY = "empty"
    NOT_A_FEED = "not a feed"  # HTML or anything else where a feed should be
    BROKEN_FEED = "broken feed"  # a feed, but its XML or JSON ends in ruins and gives no entry
    FEWER_ITEMS = "far fewer items"
    UNDATED = "all undated"
    FUTURE = "future dates"
    NO_TEXT = "no text"
    GAVE_UP = "gave up"  # reading it took too long or too much memory
    # not asked
    RESTING = "resting"  # failed five nights; asked weekly
    NOT_ASKED = "not asked"  # more pages than a night reads
    OFFLINE = "not in the recording"
    DAMAGED = "recording damaged"

    @property
    def good(self) -> bool:
        return self in (Result.OK, Result.UNCHANGED)


@dataclass(frozen=True, kw_only=True)
class Response:
    """What a server sent, complete, decompressed and within the caps."""

    url: str  # the address asked for
    final_url: str  # after redirects
    status: int
    #: Lower-case names, in the order they came; of a name that came twice `header` gives the last.
    headers: tuple[tuple[str, str], ...]
    body: bytes
    #: When the body was complete.
    fetched: datetime
    #: Lower-case hexadecimal SHA-256 of `body`.
    sha256: str
    address: str | None = None  # the server's IP address

    def header(self, name: str) -> str | None:
        return dict(self.headers).get(name.lower())


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one request: a value, never an exception. `response` is there if and only if `result` is OK."""

    request: Request
    result: Result
    #: For people, in a few words: the status, the reason, the cap. Empty if there is nothing to add.
    detail: str = ""
    response: Response | None = None
    seconds: float = 0.0
