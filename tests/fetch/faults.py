"""A server where everything goes wrong: a loopback address for each fault, so that none waits for another."""

from __future__ import annotations

import gzip
import selectors
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable
from typing import Any

from scrapers.outcome import Result

PAGE = (
    b"<!doctype html><html><head><title>A page</title></head><body><p>" + b"Some words. " * 200 + b"</p></body></html>"
)


def head(status: str = "200 OK", *lines: str, length: int | None = None, kind: str = "text/html") -> bytes:
    fields = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *lines, "Connection: close"]
    if length is not None:
        fields.append(f"Content-Length: {length}")
    return ("\r\n".join(fields) + "\r\n\r\n").encode("latin-1")


def whole(body: bytes, status: str = "200 OK", *lines: str) -> bytes:
    return head(status, *lines, length=len(body)) + body


def slow_bytes(c: socket.socket, _: Any) -> None:
    c.sendall(head(length=1000))
    for _i in range(1000):
        c.sendall(b"x")
        time.sleep(0.1)


def slow_headers(c: socket.socket, _: Any) -> None:
    c.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(1000):
        c.sendall(f"X-Slow-{number}: 1\r\n".encode())
        time.sleep(0.1)


def hang(c: socket.socket, _: Any) -> None:
    time.sleep(60)


def hang_in_body(c: socket.socket, _: Any) -> None:
    c.sendall(head(length=5000) + b"<html>")
    time.sleep(60)


def endless(c: socket.socket, _: Any) -> None:
    c.sendall(head())
    while True:
        c.sendall(PAGE * 50)


def endless_chunks(c: socket.socket, _: Any) -> None:
    c.sendall(head("200 OK", "Transfer-Encoding: chunked"))
    while True:
        c.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def endless_headers(c: socket.socket, _: Any) -> None:
    c.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        c.sendall(b"X-More: and more\r\n" * 500)


def endless_interim(c: socket.socket, _: Any) -> None:
    while True:
        c.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 50)
        time.sleep(0.01)


def endless_status_line(c: socket.socket, _: Any) -> None:
    c.sendall(b"HTTP/1.1 200 ")
    while True:
        c.sendall(b"O" * 10_000)


def endless_trailers(c: socket.socket, _: Any) -> None:
    c.sendall(head("200 OK", "Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n")
    while True:
        c.sendall(b"X-More: and more\r\n" * 500)


def endless_extension(c: socket.socket, _: Any) -> None:
    c.sendall(head("200 OK", "Transfer-Encoding: chunked") + b"5;x=")
    while True:
        c.sendall(b"y" * 10_000)


def endless_gzip_name(c: socket.socket, _: Any) -> None:
    c.sendall(head("200 OK", "Content-Encoding: gzip") + b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x03")
    while True:
        c.sendall(b"n" * 10_000)


def bomb(encoding: str, wbits: int) -> Callable[[socket.socket, Any], None]:
    def send(c: socket.socket, _: Any) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
        packed = packer.compress(bytes(60_000_000)) + packer.flush()
        c.sendall(head("200 OK", f"Content-Encoding: {encoding}", length=len(packed)) + packed)

    return send


def endless_gzip(c: socket.socket, _: Any) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    c.sendall(head("200 OK", "Content-Encoding: gzip"))
    while True:
        c.sendall(packer.compress(bytes(5_000_000)) + packer.flush(zlib.Z_SYNC_FLUSH))


def members(c: socket.socket, _: Any) -> None:
    packed = gzip.compress(bytes(1_000_000)) * 40
    c.sendall(head("200 OK", "Content-Encoding: gzip", length=len(packed)) + packed)


def reset(c: socket.socket, _: Any) -> None:
    c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def reset_in_body(c: socket.socket, _: Any) -> None:
    c.sendall(head(length=5000) + b"<html>")
    time.sleep(0.1)
    c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def circle(c: socket.socket, path: str) -> None:
    c.sendall(whole(b"", "302 Found", f"Location: {path}"))


def spiral(c: socket.socket, path: str) -> None:
    name, _, number = path.partition("?")
    c.sendall(whole(b"", "302 Found", f"Location: {name}?{int(number or 0) + 1}"))


def said(data: bytes) -> Callable[[socket.socket, Any], None]:
    return lambda c, _: c.sendall(data)


def leads(to: str) -> Callable[[socket.socket, Any], None]:
    return said(whole(b"", "302 Found", f"Location: {to}"))


GZIPPED = gzip.compress(PAGE)
TWICE = gzip.compress(GZIPPED)
CHUNKED = head("200 OK", "Transfer-Encoding: chunked")
CHALLENGE = (
    b"<!doctype html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
)

#: name: (what the server does, how it must be called)
FAULTS: dict[str, tuple[Callable[[socket.socket, str], None], Result]] = {
    # too slow
    "a byte now and then": (slow_bytes, Result.TIMEOUT),
    "a header line now and then": (slow_headers, Result.TIMEOUT),
    "no answer at all": (hang, Result.TIMEOUT),
    "an answer that stops": (hang_in_body, Result.TIMEOUT),
    "early hints for ever": (endless_interim, Result.TIMEOUT),
    # too much
    "an endless body": (endless, Result.TOO_LARGE),
    "endless chunks": (endless_chunks, Result.TOO_LARGE),
    "endless headers": (endless_headers, Result.PROTOCOL),
    "a huge header": (said(head("200 OK", "X-Huge: " + "h" * 100_000, length=0)), Result.PROTOCOL),
    "a thousand headers": (said(head("200 OK", *(f"X-{n}: 1" for n in range(1000)), length=0)), Result.PROTOCOL),
    "an endless status line": (endless_status_line, Result.PROTOCOL),
    "endless trailers": (endless_trailers, Result.PROTOCOL),
    "an endless chunk extension": (endless_extension, Result.TIMEOUT),
    "an endless name in a gzip": (endless_gzip_name, Result.TOO_LARGE),
    "a cookie for every day": (said(head("200 OK", *["Set-Cookie: c=1"] * 400, length=0)), Result.PROTOCOL),
    "a gzip bomb": (bomb("gzip", 31), Result.TOO_LARGE),
    "a deflate bomb": (bomb("deflate", 15), Result.TOO_LARGE),
    "a raw deflate bomb": (bomb("deflate", -15), Result.TOO_LARGE),
    "an endless gzip": (endless_gzip, Result.TOO_LARGE),
    "a bomb of many gzip members": (members, Result.TOO_LARGE),
    # encodings
    "gzip said twice": (said(whole(TWICE, "200 OK", "Content-Encoding: gzip, gzip")), Result.BAD_ENCODING),
    "gzip said in two lines": (
        said(whole(TWICE, "200 OK", "Content-Encoding: gzip", "Content-Encoding: gzip")),
        Result.BAD_ENCODING,
    ),
    "gzip inside gzip, said once": (said(whole(TWICE, "200 OK", "Content-Encoding: gzip")), Result.BAD_ENCODING),
    "an encoding nobody asked for": (said(whole(b"\x1b\x03", "200 OK", "Content-Encoding: br")), Result.BAD_ENCODING),
    "gzip that is none": (said(whole(PAGE, "200 OK", "Content-Encoding: gzip")), Result.BAD_ENCODING),
    "deflate that is none": (said(whole(b"\xff" * 300, "200 OK", "Content-Encoding: deflate")), Result.BAD_ENCODING),
    "a gzip cut short": (said(whole(GZIPPED[:-12], "200 OK", "Content-Encoding: gzip")), Result.TRUNCATED),
    "a gzip with a wrong checksum": (
        said(whole(GZIPPED[:-8] + bytes(8), "200 OK", "Content-Encoding: gzip")),
        Result.BAD_ENCODING,
    ),
    # framing
    "a body shorter than its length": (said(head(length=5000) + PAGE[:100]), Result.TRUNCATED),
    "chunks without an end": (said(CHUNKED + b"5\r\nhello\r\n"), Result.TRUNCATED),
    "a connection reset in the body": (reset_in_body, Result.TRUNCATED),
    "two lengths": (said(head("200 OK", "Content-Length: 5", length=9) + b"123456789"), Result.PROTOCOL),
    "a length beyond all numbers": (said(head("200 OK", "Content-Length: 9" + "9" * 30)), Result.PROTOCOL),
    "a length and chunks": (said(head("200 OK", "Transfer-Encoding: chunked", length=5)), Result.PROTOCOL),
    "a transfer encoding nobody knows": (said(head("200 OK", "Transfer-Encoding: rot13") + PAGE), Result.OK),
    "lines that end in LF alone": (said(head(length=len(PAGE)).replace(b"\r\n", b"\n") + PAGE), Result.OK),
    "a negative length": (said(head("200 OK", "Content-Length: -5") + b"12345"), Result.PROTOCOL),
    "a chunk size that is no number": (said(CHUNKED + b"zz\r\nhello\r\n0\r\n\r\n"), Result.PROTOCOL),
    "garbage": (said(b"\x16\x03\x01\x00\xa5 what is this\r\n\r\n\x00\xff"), Result.PROTOCOL),
    "a page without HTTP": (said(PAGE), Result.PROTOCOL),
    "a header without a colon": (said(b"HTTP/1.1 200 OK\r\nthis is no header\r\n\r\n"), Result.PROTOCOL),
    "a status that is no number": (said(b"HTTP/1.1 abc OK\r\n\r\n"), Result.PROTOCOL),
    "the connection closed at once": (said(b""), Result.RESET),
    "the connection closed in the headers": (said(b"HTTP/1.1 200 OK\r\nContent-Ty"), Result.RESET),
    "the connection reset": (reset, Result.RESET),
    # redirects
    "a redirect to itself": (circle, Result.REDIRECTS),
    "redirects without end": (spiral, Result.REDIRECTS),
    "a redirect to nowhere": (said(whole(b"", "302 Found")), Result.HTTP_ERROR),
    "a redirect to a file": (leads("file:///etc/passwd"), Result.REFUSED_ADDRESS),
    "a redirect to a script": (leads("javascript:alert(1)"), Result.REFUSED_ADDRESS),
    "a redirect that cannot be read": (leads("http://[::1/"), Result.REFUSED_ADDRESS),
    "a redirect with a user name": (leads("http://user:secret@127.0.0.1/"), Result.REFUSED_ADDRESS),
    "a redirect to the metadata service": (leads("http://169.254.169.254/latest/meta-data/"), Result.REFUSED_ADDRESS),
    # statuses
    "status 999": (said(whole(b"denied", "999 Denied")), Result.BLOCKED),
    "status 401": (said(whole(b"", "401 Unauthorized")), Result.BLOCKED),
    "status 403": (said(whole(PAGE, "403 Forbidden")), Result.BLOCKED),
    "status 429": (said(whole(b"", "429 Too Many Requests", "Retry-After: 3600")), Result.BLOCKED),
    "status 451": (said(whole(b"", "451 Unavailable For Legal Reasons")), Result.BLOCKED),
    "status 404": (said(whole(PAGE, "404 Not Found")), Result.GONE),
    "status 410": (said(whole(b"", "410 Gone")), Result.GONE),
    "status 500": (said(whole(PAGE, "500 Oops")), Result.SERVER_ERROR),
    "status 503 with a wish": (said(whole(b"", "503 Busy", "Retry-After: 100")), Result.SERVER_ERROR),
    "status 503 with a challenge": (said(whole(CHALLENGE, "503 Busy")), Result.BLOCKED),
    "status 304 without a condition": (said(head("304 Not Modified")), Result.HTTP_ERROR),
    "status 206": (said(whole(PAGE, "206 Partial Content", "Content-Range: bytes 0-9/99")), Result.HTTP_ERROR),
    "status 204": (said(head("204 No Content")), Result.EMPTY),
    "status 300": (said(whole(PAGE, "300 Multiple Choices")), Result.HTTP_ERROR),
    # no answer, whatever the status says
    "an empty 200": (said(whole(b"")), Result.EMPTY),
    "a 200 of white space": (said(whole(b" \r\n\t ")), Result.EMPTY),
    "a challenge page": (said(whole(CHALLENGE)), Result.BLOCKED),
    "a block page that says so": (
        said(whole(b"<html><head><title>Access Denied</title></head><body>Reference #18.2d</body></html>")),
        Result.BLOCKED,
    ),
    "a film": (said(head(length=9, kind="video/mp4") + b"012345678"), Result.NO_TEXT),
    # well, if odd
    "a good page": (said(whole(PAGE)), Result.OK),
    "a good page without a length": (said(head() + PAGE), Result.OK),
    "a good page, gzipped": (said(whole(GZIPPED, "200 OK", "Content-Encoding: x-gzip")), Result.OK),
    "a good page, deflated": (said(whole(zlib.compress(PAGE), "200 OK", "Content-Encoding: deflate")), Result.OK),
    "a good page in two gzip members": (
        said(whole(gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]), "200 OK", "Content-Encoding: gzip")),
        Result.OK,
    ),
    "a gzip with filling behind it": (said(whole(GZIPPED + bytes(100), "200 OK", "Content-Encoding: gzip")), Result.OK),
    "a wrong charset": (said(whole(PAGE, "200 OK", "Content-Type: text/html; charset=klingon")), Result.OK),
    "an article about access denied": (
        said(whole(b"<html><title>Access denied: how aid was kept out</title><body>" + b"Trucks wait. " * 300)),
        Result.OK,
    ),
}  # fmt: skip


class FaultServer:
    """Serves FAULTS, each at an address of its own, and counts what is asked at once."""

    def __init__(self) -> None:
        self.port = 0
        self.asked: list[str] = []
        self._ready = selectors.DefaultSelector()
        self._stop = threading.Event()
        for number, name in enumerate(FAULTS):
            listening = socket.socket()
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((f"127.0.{1 + number // 200}.{1 + number % 200}", self.port))
            self.port = listening.getsockname()[1]
            listening.listen(16)
            self._ready.register(listening, selectors.EVENT_READ, name)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def url(self, name: str) -> str:
        number = list(FAULTS).index(name)
        return f"http://127.0.{1 + number // 200}.{1 + number % 200}:{self.port}/fault"

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        for key in list(self._ready.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]
        self._ready.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            for key, _ in self._ready.select(0.1):
                connection, _peer = key.fileobj.accept()  # type: ignore[union-attr]
                threading.Thread(target=self._answer, args=(connection, key.data), daemon=True).start()

    def _answer(self, connection: socket.socket, name: str) -> None:
        connection.settimeout(60)
        try:
            with connection:
                asked = b""
                while b"\r\n\r\n" not in asked:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    asked += piece
                path = asked.split(b" ", 2)[1].decode()
                self.asked.append(f"{name} {path}")
                if path == "/robots.txt":
                    connection.sendall(whole(b"", "404 Not Found"))
                else:
                    FAULTS[name][0](connection, path)
        except OSError:
            pass


def main() -> None:
    """Fetches the addresses that stand as JSON on standard input and prints what became of them, and the memory."""
    import json
    import sys

    from scrapers.fetch import Network
    from scrapers.outcome import Request

    asked = json.load(sys.stdin)
    with Network(contact="tests@example.org", allow_private_hosts=True, deadline=asked["deadline"]) as network:
        outcomes = network.fetch([Request(url=url) for url in asked["urls"]])
    found = [(str(outcome.result), outcome.detail, outcome.seconds, bool(outcome.response)) for outcome in outcomes]
    json.dump({"outcomes": found, "kilobytes": peak_kilobytes()}, sys.stdout)


def peak_kilobytes() -> int:
    """The most memory this process held; `ru_maxrss` would hold what the process that started it held at the time."""
    import resource
    from pathlib import Path

    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
