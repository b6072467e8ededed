"""A night as plain files: what `Folder` reads instead of the network, for the built-in sample nights."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from urllib.parse import quote, unquote, urlsplit

from scrapers.fetch.answer import judged
from scrapers.fetch.recorder import Recorder
from scrapers.outcome import Outcome, Request, Response, Result

_TYPES = {
    ".html": "text/html; charset=utf-8",
    "": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
}

#: Headers of which each line counts, as a server may send them more than once; of any other the last one holds.
_SEVERAL = ("x-robots-tag", "tdm-reservation")


class Folder:
    """Answers from `PATH/HOST/URLPATH`. A path that ends in `/` is `index.html`; a query is part of the file's name.

    The content type follows the file name's end; a file `NAME.headers` beside it holds `Name: value` lines that
    override it, `:status: 403` among them; several lines of `X-Robots-Tag` all count. What is not there is
    `Result.OFFLINE`.
    """

    def __init__(self, path: Path, *, now: datetime, record: Recorder | None = None) -> None:
        self._path = path
        self._now = now
        self._record = record

    def fetch(self, requests: Iterable[Request], *, done: Callable[[Outcome], None] | None = None) -> list[Outcome]:
        """What became of each request, in their order."""
        outcomes = []
        for request in requests:
            outcomes.append(self._outcome(request))
            if self._record is not None:
                self._record.add(outcomes[-1], time=self._now)
            if done is not None:
                done(outcomes[-1])
        return outcomes

    def remembered(self, url: str) -> Response | None:
        """A folder never says `unchanged`."""
        return None

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _outcome(self, request: Request) -> Outcome:
        file = self._file(request.url)
        if file is None:
            return Outcome(request=request, result=Result.OFFLINE)
        body = file.read_bytes()
        headers = {"content-type": _TYPES.get(file.suffix.lower(), "application/octet-stream")}
        several: list[tuple[str, str]] = []
        extra = file.with_name(file.name + ".headers")
        if extra.is_file():
            for line in extra.read_text(encoding="utf-8").splitlines():
                name, colon, value = line.lstrip().partition(":") if not line.startswith(":") else _pseudo(line)
                if colon and name.strip().lower() in _SEVERAL:
                    several.append((name.strip().lower(), value.strip()))
                elif colon:
                    headers[name.strip().lower()] = value.strip()
        status = int(headers.pop(":status", "200"))
        response = Response(
            url=request.url,
            final_url=request.url,
            status=status,
            headers=(*sorted(headers.items()), *several),
            body=body,
            fetched=self._now,
            sha256=hashlib.sha256(body).hexdigest(),
        )
        result, detail = judged(response, purpose=request.purpose)
        return Outcome(
            request=request, result=result, detail=detail, response=response if result is Result.OK else None
        )

    def _file(self, url: str) -> Path | None:
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return None
        names = [name for name in unquote(parts.path).split("/") if name not in ("", ".", "..")]
        if not parts.path or parts.path.endswith("/"):
            names.append("index.html")
        if not host or host in (".", ".."):
            return None
        plain = self._path.joinpath(host, *names)
        choices = [plain]
        if parts.query:
            asked = plain.with_name(plain.name + "?" + quote(parts.query, safe="=&%"))
            choices.insert(0, asked)
        return next((file for file in choices if file.is_file()), None)


def _pseudo(line: str) -> tuple[str, str, str]:
    name, colon, value = line[1:].partition(":")
    return ":" + name, colon, value
