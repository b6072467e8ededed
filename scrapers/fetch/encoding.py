"""How a body is unpacked without unpacking a bomb: piece by piece, up to a cap."""

from __future__ import annotations

import zlib

from scrapers.outcome import Result

#: Most that one piece of compressed input may give at once, in bytes: deflate reaches a thousandfold.
_PIECE = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b\x08"


class BodyError(Exception):
    """The body is no answer; `result` names what it is."""

    def __init__(self, result: Result, detail: str) -> None:
        super().__init__(detail)
        self.result = result
        self.detail = detail


def coding(header: str | None) -> str:
    """Which coding a Content-Encoding header names: `identity`, `gzip` or `deflate`. Raises BodyError for others.

    More than one is refused: nobody asked for it, and `gzip, gzip` is how bombs get past a cap.
    """
    names = [name.strip().lower() for name in (header or "").split(",")]
    names = [name for name in names if name not in ("", "identity", "utf-8", "none")]
    if not names:
        return "identity"
    if len(names) > 1:
        raise BodyError(Result.BAD_ENCODING, f"encoded more than once ({', '.join(names)[:60]})")
    name = names[0].removeprefix("x-")
    if name not in ("gzip", "deflate"):
        raise BodyError(Result.BAD_ENCODING, f"encoding {name[:40]} was not asked for")
    return name


class Unpacker:
    """Takes the bytes of one body as they come and keeps what they unpack to, up to `cap` bytes.

    `raw_cap` bounds what comes in. Both raise BodyError(TOO_LARGE), as soon as they are passed.
    """

    def __init__(self, coding: str, *, raw_cap: int, cap: int) -> None:
        self._coding = coding
        self._raw_cap, self._cap = raw_cap, cap
        self._raw = 0
        self._size = 0
        self._pieces: list[bytes] = []
        self._inflater = _inflater(coding, b"") if coding == "gzip" else None
        self._held = b""  # the first bytes of a deflate body, until they tell which deflate it is
        self._over = False  # what follows a complete gzip body is filling

    def feed(self, data: bytes) -> None:
        self._raw += len(data)
        if self._raw > self._raw_cap:
            raise BodyError(Result.TOO_LARGE, f"more than {_size(self._raw_cap)} sent")
        if self._coding == "identity":
            self._keep(data)
            return
        if self._inflater is None:
            self._held += data
            if len(self._held) < 2:
                return
            self._inflater, data, self._held = _inflater(self._coding, self._held), self._held, b""
        try:
            self._inflate(data)
        except zlib.error as error:
            raise BodyError(Result.BAD_ENCODING, f"not the {self._coding} it says it is") from error

    def so_far(self) -> bytes:
        """What was kept, be the body whole or not."""
        return b"".join(self._pieces)

    def body(self) -> bytes:
        """The whole body. Raises BodyError if its compressed form was cut short."""
        if self._coding != "identity" and self._raw and (self._inflater is None or not self._inflater.eof):
            raise BodyError(Result.TRUNCATED, f"{self._coding} ends early")
        whole = b"".join(self._pieces)
        if self._coding != "identity" and whole.startswith(_GZIP_MAGIC):
            raise BodyError(Result.BAD_ENCODING, "gzip inside gzip")
        return whole

    def _inflate(self, data: bytes) -> None:
        while data and not self._over:
            assert self._inflater is not None
            piece = self._inflater.decompress(data, _PIECE)
            self._keep(piece)
            # A full piece may have more behind it although all input is used up.
            while not self._inflater.eof and (self._inflater.unconsumed_tail or len(piece) == _PIECE):
                piece = self._inflater.decompress(self._inflater.unconsumed_tail, _PIECE)
                self._keep(piece)
            if not self._inflater.eof:
                return
            data = self._inflater.unused_data
            # A gzip body may be several, one after the other; anything else after its end is filling.
            if self._coding == "gzip" and data.startswith(_GZIP_MAGIC[: len(data)]) and data:
                self._inflater = _inflater("gzip", data)
            else:
                self._over = bool(data)

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._cap:
            raise BodyError(Result.TOO_LARGE, f"more than {_size(self._cap)} unpacked")
        if data:
            self._pieces.append(data)


def ungzipped(body: bytes, *, cap: int) -> bytes:
    """A document that is itself a gzip file (`sitemap.xml.gz`), unpacked. Raises BodyError."""
    unpacker = Unpacker("gzip", raw_cap=len(body), cap=cap)
    unpacker.feed(body)
    return unpacker.body()


def _inflater(coding: str, head: bytes) -> zlib._Decompress:
    if coding == "gzip":
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    # RFC 9110 says zlib; some servers send the bare stream.
    zlib_wrapped = (head[0] & 0x0F) == 8 and ((head[0] << 8) | head[1]) % 31 == 0
    return zlib.decompressobj(zlib.MAX_WBITS if zlib_wrapped else -zlib.MAX_WBITS)


def _size(count: int) -> str:
    return f"{count / 1_000_000:g} MB" if count >= 100_000 else f"{count / 1000:g} kB"
