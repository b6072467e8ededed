"""A night from its recording, the network off: the same outcomes, to the byte; a damaged record is named."""

from __future__ import annotations

import hashlib
import io
import json
import mmap
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from scrapers.errors import ConfigError
from scrapers.fetch.answer import judged
from scrapers.fetch.client import HOPS, REDIRECTS, target
from scrapers.fetch.recorder import MANIFEST, NOW, OUTCOME
from scrapers.fetch.state import Known, State
from scrapers.outcome import Outcome, Request, Response, Result

_GZIP = b"\x1f\x8b\x08"
_HEAD = b"WARC/1."
#: The manifest is looked for among so many beginnings of records from the end on; it is the last one.
_BEGINNINGS = 200


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where a record lies, and what is known of it before it is read."""

    number: int  # counted from 1
    offset: int
    length: int
    kind: str = "record"
    id: str = ""
    uri: str = ""
    purpose: str = ""  # of an outcome's request
    damage: str = ""

    def name(self, count: int) -> str:
        what = f"{self.kind} of {self.uri}" if self.uri else self.kind
        return f"record {self.number} of {count} at byte {self.offset} ({what})"


class Recording:
    """Answers from a WARC. What it does not hold is `Result.OFFLINE`, what is damaged in it `Result.DAMAGED`.

    Raises ConfigError if the file cannot be read at all. A WARC of another tool serves too: its responses are taken
    for outcomes.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ConfigError(f"{path}: no recording that can be read ({error}); --record writes one") from error
        self._path = path
        self._outcomes: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self._asked: dict[tuple[str, str], int] = defaultdict(int)
        self._by_id: dict[str, _Place] = {}
        self._bodies: dict[str, _Place] = {}  # by payload digest
        self._pages: dict[str, _Place] = {}  # by URI
        #: Every damaged record, named, in the order of the file.
        self.damaged: tuple[str, ...] = ()
        #: The clock of the night that was recorded; None if the recording does not say.
        self.now: datetime | None = None
        self._load()

    def fetch(self, requests: Iterable[Request], *, done: Callable[[Outcome], None] | None = None) -> list[Outcome]:
        """What became of each request when it was recorded, in their order."""
        outcomes = []
        for request in requests:
            outcomes.append(self._outcome(request))
            if done is not None:
                done(outcomes[-1])
        return outcomes

    def remembered(self, url: str) -> Response | None:
        """The earlier answer that was recorded with an outcome of `unchanged`."""
        for document in self._outcomes.get(("feed", url), ()):
            if document.get("remembered"):
                try:
                    return self._response(document)
                except _Damaged:
                    return None
        return None

    def state(self) -> State:
        """What was known of the feeds before the recorded night: by it a replay judges as that night did."""
        documents = {url: each[0] for (purpose, url), each in self._outcomes.items() if purpose == "feed" and each}
        return State.of(
            {url: Known(**document["known"]) for url, document in documents.items() if document.get("known")}
        )

    def payloads(self) -> dict[str, tuple[str, ...]]:
        """For each address the SHA-256 of what the recording holds of it, computed now, or `damaged`."""
        found: dict[str, set[str]] = defaultdict(set)
        for (_, url), documents in self._outcomes.items():
            for document in documents:
                head = document.get("response")
                if head is None:
                    if "damage" in document:
                        found[url].add("damaged")
                    continue
                try:
                    digest = hashlib.sha256(self._response(document).body).hexdigest()
                except _Damaged:
                    digest = "damaged"
                found[url].add(digest)
                found[head["final_url"]].add(digest)
        if not self._outcomes:
            for url, place in self._pages.items():
                record = _read(self._data[place.offset : place.offset + place.length])
                found[url].add(hashlib.sha256(record.body).hexdigest() if record else "damaged")
        return {url: tuple(sorted(digests)) for url, digests in sorted(found.items())}

    def close(self) -> None:
        """Closes the file."""
        self._data.close()

    def __enter__(self) -> Recording:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # --- reading the file

    def _load(self) -> None:
        places, complete = self._places()
        damaged = []
        for place in places:
            record = None if place.damage else _read(self._data[place.offset : place.offset + place.length])
            if record is None:
                damaged.append(place.name(len(places)) + (f": {place.damage}" if place.damage else ""))
                if place.purpose:
                    self._outcomes[place.purpose, place.uri].append({"damage": place.name(len(places))})
                if place.id:
                    self._by_id[place.id] = place
                continue
            self._index(place, record)
        if not complete and self._outcomes:
            damaged.append("the manifest is missing or damaged: what else is missing cannot be told")
        self.damaged = tuple(damaged)

    def _index(self, place: _Place, record: _Record) -> None:
        self._by_id[record.id] = place
        if record.kind == "warcinfo":
            for line in record.body.decode("utf-8", "replace").splitlines():
                name, _, value = line.partition(": ")
                if name == NOW:
                    self.now = datetime.fromisoformat(value.strip())
        if record.kind == "response":
            self._bodies.setdefault(record.digest, place)
            self._pages.setdefault(record.uri, place)
        if record.kind == "metadata" and record.content_type == OUTCOME:
            document = json.loads(record.body)
            request = document["request"]
            self._outcomes[request["purpose"], request["url"]].append(document)

    def _places(self) -> tuple[list[_Place], bool]:
        """Every record of the file, and whether the manifest vouches for them."""
        manifest = self._manifest()
        if manifest is None:
            return list(self._scan()), False
        places = []
        for number, entry in enumerate(manifest["records"], start=1):
            data = self._data[entry["offset"] : entry["offset"] + entry["length"]]
            intact = hashlib.sha256(data).hexdigest() == entry["sha256"]
            places.append(
                _Place(
                    number=number,
                    offset=entry["offset"],
                    length=entry["length"],
                    kind=entry["type"],
                    id=entry["id"],
                    uri=entry["uri"],
                    purpose=entry["purpose"],
                    damage="" if intact else "its bytes are not those that were written",
                )
            )
        return places, True

    def _manifest(self) -> dict[str, Any] | None:
        mark = _GZIP if self._data[:3] == _GZIP else _HEAD
        at = len(self._data)
        for _ in range(_BEGINNINGS):
            at = self._data.rfind(mark, 0, at)
            if at < 0:
                return None
            record = _read(self._data[at:])
            if record is not None and record.uri == MANIFEST:
                try:
                    document = json.loads(record.body)
                except ValueError:
                    return None
                return document if isinstance(document, dict) and document.get("version") == 1 else None
        return None

    def _scan(self) -> Iterator[_Place]:
        """Records one after the other; after a damaged one, from where the next begins."""
        gzipped = self._data[:3] == _GZIP
        at, number = 0, 0
        while at < len(self._data):
            number += 1
            length = _member(self._data, at) if gzipped else _block(self._data, at)
            if length:
                record = _read(self._data[at : at + length])
                uri = record.uri if record else ""
                yield _Place(
                    number=number, offset=at, length=length, uri=uri, damage="" if record else "it cannot be read"
                )
                at += length
                continue
            following = self._data.find(_GZIP if gzipped else b"\r\n\r\n" + _HEAD, at + 1)
            while gzipped and following >= 0 and not _begins(self._data, following):
                following = self._data.find(_GZIP, following + 1)
            end = len(self._data) if following < 0 else following + (0 if gzipped else 4)
            yield _Place(number=number, offset=at, length=end - at, damage="it cannot be read")
            at = end

    # --- answering

    def _outcome(self, request: Request) -> Outcome:
        key = (request.purpose, request.url)
        documents = self._outcomes.get(key)
        if not documents:
            return Outcome(request=request, result=Result.OFFLINE) if self._outcomes else self._foreign(request)
        document = documents[min(self._asked[key], len(documents) - 1)]
        self._asked[key] += 1
        if "damage" in document:
            return Outcome(request=request, result=Result.DAMAGED, detail=document["damage"])
        response = None
        if document["result"] == Result.OK:
            try:
                response = self._response(document)
            except _Damaged as error:
                return Outcome(request=request, result=Result.DAMAGED, detail=str(error))
        return Outcome(
            request=request,
            result=Result(document["result"]),
            detail=document["detail"],
            response=response,
            seconds=document["seconds"],
        )

    def _foreign(self, request: Request) -> Outcome:
        """An outcome made of the bare responses of another tool's WARC."""
        url = request.url
        for _ in range(HOPS + 1):
            place = self._pages.get(url)
            record = _read(self._data[place.offset : place.offset + place.length]) if place else None
            if record is None or record.status is None:
                return Outcome(request=request, result=Result.OFFLINE)
            headers = dict(record.headers)
            if record.status in REDIRECTS:
                url = target(url, headers.get("location", "")) or ""
                continue
            response = Response(
                url=request.url,
                final_url=url,
                status=record.status,
                headers=record.headers,
                body=record.body,
                fetched=_moment(record.date),
                sha256=hashlib.sha256(record.body).hexdigest(),
            )
            result, detail = judged(response, purpose=request.purpose)
            good = response if result is Result.OK else None
            return Outcome(request=request, result=result, detail=detail, response=good)
        return Outcome(request=request, result=Result.REDIRECTS)

    def _response(self, document: dict[str, Any]) -> Response:
        head = document["response"]
        body = self._body(document["record"])
        if hashlib.sha256(body).hexdigest() != head["sha256"]:
            raise _Damaged(f"the body of {head['final_url']} is not the one that was recorded")
        return Response(
            **{
                **head,
                "headers": tuple((name, value) for name, value in head["headers"]),
                "fetched": datetime.fromisoformat(head["fetched"]),
                "body": body,
            }
        )

    def _body(self, identity: str) -> bytes:
        place = self._by_id.get(identity)
        if place is None:
            raise _Damaged(f"record {identity} is missing")
        record = None if place.damage else _read(self._data[place.offset : place.offset + place.length])
        if record is None:
            raise _Damaged(place.name(len(self._by_id)))
        if record.kind == "revisit":
            first = self._bodies.get(record.digest)
            if first is None:
                raise _Damaged(f"{place.name(len(self._by_id))}: the record it refers to is missing or damaged")
            record = _read(self._data[first.offset : first.offset + first.length])
            assert record is not None  # it was read when the file was opened
        return record.body


class _Damaged(Exception):
    """A record cannot be had; the message names it."""


@dataclass(frozen=True, kw_only=True)
class _Record:
    kind: str
    id: str
    uri: str
    digest: str
    content_type: str
    body: bytes
    date: str
    status: int | None
    headers: tuple[tuple[str, str], ...]


def _read(data: bytes) -> _Record | None:
    """The first record of `data`; None if it is damaged in any way that its digests or its gzip frame show."""
    try:
        for record in ArchiveIterator(io.BytesIO(data), check_digests=True):
            head = record.rec_headers
            http = record.http_headers
            body = record.content_stream().read() if http is not None else record.raw_stream.read()
            if record.digest_checker is not None and record.digest_checker.passed is False:
                return None
            if record.rec_type != "revisit" and record.raw_stream.limit:
                return None
            return _Record(
                kind=str(record.rec_type),
                id=str(head.get_header("WARC-Record-ID")),
                uri=str(head.get_header("WARC-Target-URI") or ""),
                digest=str(head.get_header("WARC-Payload-Digest") or ""),
                content_type=str(head.get_header("Content-Type") or ""),
                body=bytes(body),
                date=str(head.get_header("WARC-Date") or ""),
                status=int(http.get_statuscode()) if http is not None and record.rec_type == "response" else None,
                headers=tuple((name.lower(), value) for name, value in http.headers) if http is not None else (),
            )
    except (ArchiveLoadFailed, ValueError, OSError, EOFError, zlib.error, KeyError, AttributeError, UnicodeError):
        return None
    return None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _begins(data: mmap.mmap, at: int) -> bool:
    """Does a gzipped record begin here?"""
    try:
        return zlib.decompressobj(31).decompress(data[at : at + 400], 8).startswith(_HEAD)
    except zlib.error:
        return False


def _member(data: mmap.mmap, at: int) -> int:
    """Length of the gzip member that begins at `at`; 0 if it is damaged."""
    inflater = zlib.decompressobj(31)
    end = at
    try:
        while not inflater.eof and end < len(data):
            inflater.decompress(data[end : end + 65536])
            end += 65536
    except zlib.error:
        return 0
    return min(end, len(data)) - at - len(inflater.unused_data) if inflater.eof else 0


def _block(data: mmap.mmap, at: int) -> int:
    """Length of the plain record that begins at `at`; 0 if its head or its end is not where it should be."""
    end = data.find(b"\r\n\r\n", at, at + 20_000)
    if data[at : at + len(_HEAD)] != _HEAD or end < 0:
        return 0
    for line in data[at:end].split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = end + 4 + int(value) - at
            return length + 4 if data[at + length : at + length + 4] == b"\r\n\r\n" else 0
    return 0
