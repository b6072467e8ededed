"""What is known of a feed from earlier nights: validators, failures, how much it held. Lost, it costs one fetch."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from scrapers.outcome import Request, Response, Result

#: Failed on so many nights in a row, a feed is asked once a week.
PATIENCE = 5
REST = timedelta(days=7)
#: A night starts some minutes earlier or later than the week before; half a day of slack keeps the weekday.
_SLACK = timedelta(hours=12)
_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Known:
    """One feed, as the last nights left it."""

    #: Of the last good answer; sent with the next request.
    etag: str | None = None
    modified: str | None = None
    #: Name of the file that holds the last good answer.
    body: str | None = None
    #: Entries in the last good reading; None if there was none.
    items: int | None = None
    #: Nights in a row that ended in failure, and the last of them.
    failures: int = 0
    failed: str | None = None  # ISO date
    result: str = Result.OK
    #: When it was last asked, ISO 8601.
    asked: str | None = None


class State:
    """The memory between nights, in a folder that may be deleted at any time.

    Nothing is written before `save`, so a night that breaks off leaves the last night's memory as it was.
    """

    def __init__(self, folder: Path | None) -> None:
        """`folder` is where the memory lies; None for one that is never written."""
        self._folder = folder
        self._known: dict[str, Known] = {}
        self._robots: dict[str, dict[str, str]] = {}
        self._bodies: dict[str, Response] = {}
        if folder is None:
            return
        try:
            document = json.loads((folder / "state.json").read_text(encoding="utf-8"))
            if document.get("version") == _VERSION:
                self._known = {url: Known(**values) for url, values in document["feeds"].items()}
                self._robots = {str(key): dict(value) for key, value in document["robots"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            self._known, self._robots = {}, {}

    @classmethod
    def of(cls, known: Mapping[str, Known]) -> State:
        """A memory that holds just this and is never written: what a recorded night knew."""
        state = cls(None)
        state._known = dict(known)
        return state

    def known(self, url: str) -> Known:
        """What is known of a feed; of one never met, nothing."""
        return self._known.get(url, Known())

    def conditional(self, request: Request) -> Request:
        """The request with the validators of the last good answer, if that answer is at hand.

        A feed whose last reading was a failure is asked without: "not modified" since a failure is that failure.
        """
        known = self.known(request.url)
        if request.etag or request.modified or known.failures or not (known.etag or known.modified):
            return request
        if self.response(request.url) is None:
            return request
        return replace(request, etag=known.etag, modified=known.modified)

    def resting(self, url: str, *, now: datetime) -> str | None:
        """Why a feed is not asked tonight, for people; None if it is."""
        known = self.known(url)
        if known.failures < PATIENCE or known.asked is None:
            return None
        again = datetime.fromisoformat(known.asked) + REST
        if now >= again - _SLACK:
            return None
        return f"failed {known.failures} nights, last: {known.result}; asked again on {again:%Y-%m-%d}"

    def note(
        self, url: str, result: Result, *, now: datetime, items: int | None = None, response: Response | None = None
    ) -> None:
        """How a feed's night ended, judged: `result` is that of its reading where it was read, else of its fetching.

        `items` is the number of its entries and `response` what it answered, both of a good reading only. Noted twice
        in one night, the second counts.
        """
        if result is Result.RESTING:
            return
        known, today = self.known(url), now.date().isoformat()
        if result is Result.OK:
            body = None
            if response is not None:
                body = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:32] + ".json.gz"
                self._bodies[url] = response
            known = Known(
                etag=response.header("etag") if response else None,
                modified=response.header("last-modified") if response else None,
                body=body,
                items=items,
            )
        elif result is Result.UNCHANGED:
            known = replace(known, failures=0, failed=None)
        else:
            nights = known.failures + (known.failed != today)
            known = replace(known, etag=None, modified=None, failures=nights, failed=today)
        self._known[url] = replace(known, result=str(result), asked=now.astimezone(UTC).isoformat())

    def response(self, url: str) -> Response | None:
        """The last good answer of a feed, for when it says `unchanged`; None if it is not at hand."""
        if url in self._bodies:
            return self._bodies[url]
        known = self.known(url)
        if known.body is None or self._folder is None:
            return None
        try:
            values = json.loads(gzip.decompress((self._folder / "answers" / known.body).read_bytes()))
            response = _response(values)
        except (OSError, EOFError, ValueError, TypeError, KeyError):
            return None
        if response.url != url or hashlib.sha256(response.body).hexdigest() != response.sha256:
            return None
        return response

    def robots(self, origin: str, *, day: date) -> str | None:
        """The robots.txt of an origin as it was read on `day`; None if it has to be asked."""
        kept = self._robots.get(origin)
        return kept["text"] if kept is not None and kept.get("day") == day.isoformat() else None

    def keep_robots(self, origin: str, text: str, *, day: date) -> None:
        """Keeps a robots.txt for the day."""
        self._robots[origin] = {"day": day.isoformat(), "text": text}

    def save(self) -> None:
        """Writes the memory. Call it when the night's work is safe on disk."""
        if self._folder is None:
            return
        answers = self._folder / "answers"
        answers.mkdir(parents=True, exist_ok=True)
        for url, response in self._bodies.items():
            name = self.known(url).body
            if name is not None:
                _write(answers / name, gzip.compress(json.dumps(_values(response)).encode(), mtime=0))
        days = sorted({kept["day"] for kept in self._robots.values()})
        document = {
            "version": _VERSION,
            "feeds": {url: asdict(known) for url, known in sorted(self._known.items())},
            "robots": {key: kept for key, kept in sorted(self._robots.items()) if kept["day"] == days[-1]},
        }
        _write(self._folder / "state.json", json.dumps(document, ensure_ascii=True, indent=1).encode())
        kept_names = {known.body for known in self._known.values()}
        for path in answers.iterdir():
            if path.name not in kept_names:
                path.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)


def _values(response: Response) -> dict[str, Any]:
    return {**asdict(response), "body": response.body.decode("latin-1"), "fetched": response.fetched.isoformat()}


def _response(values: dict[str, Any]) -> Response:
    headers = tuple((str(name), str(value)) for name, value in values["headers"])
    moment = datetime.fromisoformat(values["fetched"])
    return Response(**{**values, "headers": headers, "body": values["body"].encode("latin-1"), "fetched": moment})
