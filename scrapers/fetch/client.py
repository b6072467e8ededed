"""One HTTP exchange: a request, its response, bounds on everything, and a name for whatever goes wrong."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp
from aiohttp.connector import Connection
from aiohttp.http_exceptions import ContentLengthError, HttpProcessingError, TransferEncodingError
from w3lib.url import safe_url_string
from yarl import URL

from scrapers.fetch.encoding import BodyError, Unpacker, coding, ungzipped
from scrapers.fetch.guard import Guard
from scrapers.outcome import Result

#: (bytes sent, bytes unpacked) at most. Of the stored nights' feeds the largest is 0.3 MB, of the real pages 1.3 MB.
CAPS = {"feed": (5_000_000, 10_000_000), "page": (3_000_000, 5_000_000), "robots": (512_000, 512_000)}
#: Of a response that is no answer anyway only so much is read, to tell block pages.
_REST_CAP = 100_000
#: A header line, in bytes, and how many lines: Content-Security-Policy of big outlets passes 8 kB.
_HEADER, _HEADERS = 32_000, 200
_CONNECT_SECONDS = 10.0

_ACCEPT = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
    "robots": "text/plain, */*;q=0.5",
}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Redirects that are followed (browsers follow 20; feeds that moved need one or two).
HOPS = 5


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request that was sent and the response that came, as a recording keeps them."""

    url: str
    sent: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    time: datetime
    address: str | None
    #: Is the body all there? Of a redirect or an error only the beginning is read.
    whole: bool = True

    def header(self, name: str) -> str | None:
        return dict(self.headers).get(name)


class Failed(Exception):
    """No answer came. `again` says that a second try may help, `wait` after how many seconds at least."""

    def __init__(self, result: Result, detail: str, *, again: bool = False, wait: float | None = None) -> None:
        super().__init__(detail)
        self.result, self.detail, self.again, self.wait = result, detail, again, wait
        self.exchange: Exchange | None = None


def sendable(url: str) -> str:
    """The address with its path and host encoded as a browser would send it. Raises ValueError."""
    return str(safe_url_string(url.strip())).partition("#")[0]


def target(url: str, location: str) -> str | None:
    """Where a redirect leads, absolute and sendable; None if that cannot be read."""
    # Headers are bytes; what is not ASCII is mostly raw UTF-8.
    text = location.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip().replace("\\", "/")
    try:
        return sendable(str(URL(url, encoded=True).join(URL(text))))
    except (ValueError, TypeError):
        return None


class _Response(aiohttp.ClientResponse):
    """Remembers the server's address: a short response has given its connection back before anyone can ask."""

    peer: str | None = None

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        name = connection.transport.get_extra_info("peername") if connection.transport else None
        self.peer = str(name[0]) if name else None
        return await super().start(connection)


class Client:
    """Two pools of connections: one as open as the operator allows, and a strict one for where redirects lead."""

    def __init__(self, *, user_agent: str, allow_private: bool, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._sessions = {
            private: aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=0, ttl_dns_cache=60, socket_factory=Guard(allow_private=private).socket
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": user_agent, "Accept-Encoding": "gzip"},
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS),
                response_class=_Response,
                auto_decompress=False,
                trust_env=False,
                max_line_size=_HEADER,
                max_field_size=_HEADER,
                max_headers=_HEADERS,
            )
            for private in {False, allow_private}
        }

    async def close(self) -> None:
        for session in self._sessions.values():
            await session.close()

    async def exchange(
        self, url: str, *, purpose: str, conditions: dict[str, str], private: bool, until: float
    ) -> Exchange:
        """One request and its response, complete by `until` (the loop's clock). Raises Failed."""
        headers = {"Accept": _ACCEPT.get(purpose, _ACCEPT["page"]), **conditions}
        try:
            async with asyncio.timeout_at(until):
                async with self._sessions[private].get(
                    URL(url, encoded=True), headers=headers, allow_redirects=False
                ) as response:
                    return await self._read(response, url=url, purpose=purpose)
        except BodyError as error:
            raise Failed(error.result, error.detail, again=error.result is Result.TRUNCATED) from error
        except Exception as error:  # what strangers send finds holes in any parser; one address's failure is a value
            raise failure(error) from error

    async def _read(self, response: aiohttp.ClientResponse, *, url: str, purpose: str) -> Exchange:
        headers = tuple((name.lower(), value) for name, value in response.headers.items())
        answer = 200 <= response.status < 300
        raw_cap, cap = CAPS.get(purpose, CAPS["page"]) if answer else (_REST_CAP, _REST_CAP)
        body, whole = b"", True
        if response.status not in REDIRECTS and response.status != 304:
            unpacker = None
            try:
                unpacker = Unpacker(coding(_joined(response, "Content-Encoding")), raw_cap=raw_cap, cap=cap)
                async for piece in response.content.iter_any():
                    unpacker.feed(piece)
                body = unpacker.body()
            except (BodyError, aiohttp.ClientPayloadError) as error:
                # robots.txt is read as far as the cap (RFC 9309, 2.5); an error's page only has to be recognised.
                if answer and not (purpose == "robots" and getattr(error, "result", None) is Result.TOO_LARGE):
                    raise
                response.close()
                body, whole = (unpacker.so_far() if unpacker else b""), False
            if purpose == "feed" and whole and body.startswith(b"\x1f\x8b\x08"):
                body = ungzipped(body, cap=cap)
        return Exchange(
            url=url,
            sent=tuple((name.lower(), value) for name, value in response.request_info.headers.items()),
            status=response.status,
            reason=response.reason or "",
            headers=headers,
            body=body,
            time=self._clock(),
            address=response.peer if isinstance(response, _Response) else None,
            whole=whole,
        )


def _joined(response: aiohttp.ClientResponse, name: str) -> str:
    return ",".join(response.headers.getall(name, ()))


def failure(error: BaseException) -> Failed:
    """The name of what went wrong on the way."""
    text = " ".join(str(error).split())
    if Guard.MARK in text:
        return Failed(Result.REFUSED_ADDRESS, re.split(r"[\],]", text.partition(Guard.MARK)[2])[0].strip())
    match error:
        case aiohttp.ConnectionTimeoutError():
            return Failed(Result.TIMEOUT, f"no connection within {_CONNECT_SECONDS:g} s")
        case TimeoutError():
            return Failed(Result.TIMEOUT, "not complete within its time")
        case aiohttp.ClientConnectorDNSError():
            again = getattr(error.os_error, "errno", None) == socket.EAI_AGAIN
            return Failed(Result.DNS, error.host, again=again)
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError() | ssl.SSLError():
            return Failed(Result.TLS, _tls(text))
        case aiohttp.ClientConnectorError():
            return Failed(Result.CONNECT, _reason(error.os_error), again=True)
        case aiohttp.InvalidURL():
            return Failed(Result.REFUSED_ADDRESS, "no address that can be read")
        case aiohttp.ClientPayloadError():
            return _payload(error, text)
        case aiohttp.ClientResponseError():
            return Failed(Result.PROTOCOL, _said(error.message))
        case aiohttp.ServerDisconnectedError():
            return Failed(Result.RESET, "closed before an answer", again=True)
        case aiohttp.ServerConnectionError() | aiohttp.ClientOSError() | ConnectionError():
            return Failed(Result.RESET, _reason(error), again=True)
        case OSError():
            return Failed(Result.CONNECT, _reason(error), again=True)
        case UnicodeError():
            return Failed(Result.REFUSED_ADDRESS, "no address that can be read")
        case _:
            return Failed(Result.PROTOCOL, f"{type(error).__name__}: {text}"[:120])


def _payload(error: aiohttp.ClientPayloadError, text: str) -> Failed:
    cause = error.__cause__
    if isinstance(cause, HttpProcessingError) and not isinstance(cause, ContentLengthError | TransferEncodingError):
        return Failed(Result.PROTOCOL, _said(cause.message))
    if isinstance(cause, TransferEncodingError) and "not enough data" not in text.lower():
        return Failed(Result.PROTOCOL, _said(cause.message))
    return Failed(Result.TRUNCATED, "the body ends early", again=True)


def _said(message: str) -> str:
    """A parser's complaint without the bytes it complains of."""
    return re.split(r"\n|: b(?:ytearray\()?['\"]|: bytearray", message)[0].strip(" :")[:120] or "no HTTP"


def _reason(error: BaseException) -> str:
    number = getattr(error, "errno", None)
    return os.strerror(number).lower() if number else " ".join(str(error).split())[:120]


def _tls(text: str) -> str:
    for words in (
        "certificate has expired",
        "self-signed certificate",
        "Hostname mismatch",
        "unable to get local issuer",
    ):
        if words in text.lower():
            return words
    return "TLS handshake failed"


def retry_after(exchange: Exchange) -> float | None:
    """Seconds the server asks to be left alone; None if it does not say."""
    value = (exchange.header("retry-after") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return max(0.0, (moment - exchange.time).total_seconds())
