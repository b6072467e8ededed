"""A night on file: every exchange as WARC records, every outcome beside them, and a manifest at the end.

The file is a WARC 1.1 that other tools read (`warcio check` passes). Bodies are kept unpacked, so a record's payload
digest is the SHA-256 that the wire log holds; what that changes in the headers stands there as `X-Archive-Orig-*`.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrapers.fetch.client import Exchange
from scrapers.fetch.state import Known
from scrapers.outcome import Outcome, Response

MANIFEST = "urn:nightdesk:manifest"
NOW = "nightdesk-now"
OUTCOME = "application/vnd.nightdesk.outcome+json"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
#: Headers that no longer describe the body as it is kept.
_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})


class Recorder:
    """Writes a recording. The records are gzipped one by one if the file's name ends in `.gz`.

    Raises OSError if the file cannot be written. Closing it writes the manifest; a recording without one, of a night
    that broke off, can be replayed all the same.
    """

    def __init__(self, path: Path, *, now: datetime | None = None) -> None:
        """`now` is the night's clock, for the replay to run by."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("wb")
        self._buffer = io.BytesIO()
        self._writer = WARCWriter(self._buffer, gzip=path.suffix == ".gz", warc_version="1.1")
        self._records: list[dict[str, Any]] = []
        self._bodies: dict[str, tuple[str, str, str]] = {}  # digest: (id, URI, date) of the record that holds it
        self._closed = False
        self._info(now)

    def add(
        self,
        outcome: Outcome,
        *,
        time: datetime,
        exchanges: Sequence[Exchange] = (),
        remembered: Response | None = None,
        known: Known | None = None,
    ) -> None:
        """Records an outcome with the exchanges that led to it, in their order.

        `time` is when it ended. `remembered` is the earlier answer that `unchanged` stands for, kept so that the
        recording is complete in itself, and `known` what the state held of a feed, by which its night is judged.
        """
        ids = self.exchanges(exchanges)
        response = outcome.response or remembered
        held = ids[-1] if ids and outcome.response is not None else None
        if held is None and response is not None:
            (held,) = self.exchanges([_exchange(response)])
        request = outcome.request
        document = {
            "request": asdict(request),
            "result": str(outcome.result),
            "detail": outcome.detail,
            "seconds": outcome.seconds,
            "time": time.isoformat(),
            "response": None if response is None else _head(response),
            "record": held,
            "remembered": remembered is not None and outcome.response is None,
            "known": None if known is None else asdict(known),
        }
        payload = json.dumps(document, ensure_ascii=True, sort_keys=True).encode()
        headers = {"WARC-Date": _date(time)} | ({"WARC-Concurrent-To": held} if held else {})
        self._write(request.url, payload, headers=headers, content_type=OUTCOME, purpose=request.purpose)

    def exchanges(self, exchanges: Iterable[Exchange]) -> list[str]:
        """Records exchanges that are no outcome of their own (robots.txt); gives the ids of their responses."""
        return [self._exchange(exchange) for exchange in exchanges]

    def close(self) -> None:
        """Writes the manifest and closes the file."""
        if self._closed:
            return
        self._closed = True
        document = {"version": 1, "count": len(self._records), "records": self._records}
        self._write(MANIFEST, json.dumps(document).encode(), headers={}, content_type="application/json")
        self._file.close()

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # --- records

    def _info(self, now: datetime | None) -> None:
        info = {"software": "Nightdesk", "format": "WARC File Format 1.1"}
        if now is not None:
            info[NOW] = now.astimezone(UTC).isoformat()
        self._put(self._writer.create_warcinfo_record(None, info), "")

    def _exchange(self, exchange: Exchange) -> str:
        digest = f"sha256:{hashlib.sha256(exchange.body).hexdigest()}"
        date = _date(exchange.time)
        common = {"WARC-Date": date} | ({"WARC-IP-Address": exchange.address} if exchange.address else {})
        http = StatusAndHeaders(
            f"{exchange.status} {_ascii(exchange.reason)}".strip(), _kept_headers(exchange), protocol="HTTP/1.1"
        )
        uri = exchange.url
        headers = common | ({} if exchange.whole else {"WARC-Truncated": "length"})
        if exchange.status == 304:
            record = self._writer.create_warc_record(
                uri, "revisit", http_headers=http, warc_headers_dict=headers | {"WARC-Profile": _NOT_MODIFIED}
            )
        elif exchange.body and digest in self._bodies:
            first, first_uri, first_date = self._bodies[digest]
            record = self._writer.create_revisit_record(
                uri,
                digest,
                first_uri,
                first_date,
                http_headers=http,
                warc_headers_dict=headers | {"WARC-Refers-To": first},
            )
        else:
            record = self._writer.create_warc_record(
                uri,
                "response",
                payload=io.BytesIO(exchange.body),
                length=len(exchange.body),
                http_headers=http,
                warc_headers_dict=headers | {"WARC-Payload-Digest": digest},
            )
        identity = self._put(record, uri)
        if exchange.body:
            self._bodies.setdefault(digest, (identity, uri, date))
        if exchange.sent:
            path = uri.split("/", 3)[3] if uri.count("/") > 2 else ""
            sent = StatusAndHeaders(
                f"GET /{path} HTTP/1.1", [(name, _ascii(value)) for name, value in exchange.sent], is_http_request=True
            )
            asked = self._writer.create_warc_record(
                uri, "request", http_headers=sent, warc_headers_dict=common | {"WARC-Concurrent-To": identity}
            )
            self._put(asked, uri)
        return identity

    def _write(
        self, uri: str, payload: bytes, *, headers: dict[str, str], content_type: str, purpose: str = ""
    ) -> None:
        record = self._writer.create_warc_record(
            uri,
            "metadata",
            payload=io.BytesIO(payload),
            length=len(payload),
            warc_content_type=content_type,
            warc_headers_dict=headers,
        )
        self._put(record, uri, purpose=purpose)

    def _put(self, record: Any, uri: str, *, purpose: str = "") -> str:
        self._buffer.seek(0)
        self._buffer.truncate()
        self._writer.write_record(record)
        data = self._buffer.getvalue()
        identity = str(record.rec_headers.get_header("WARC-Record-ID"))
        self._records.append(
            {
                "offset": self._file.tell(),
                "length": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
                "type": record.rec_type,
                "id": identity,
                "uri": uri,
                "purpose": purpose,
            }
        )
        self._file.write(data)
        return identity


def _head(response: Response) -> dict[str, Any]:
    """A response without its body."""
    values = asdict(response)
    del values["body"]
    return {**values, "fetched": response.fetched.isoformat()}


def _exchange(response: Response) -> Exchange:
    """A response that came without an exchange of ours, as one."""
    return Exchange(
        url=response.final_url,
        sent=(),
        status=response.status,
        reason="",
        headers=response.headers,
        body=response.body,
        time=response.fetched,
        address=response.address,
    )


def _kept_headers(exchange: Exchange) -> list[tuple[str, str]]:
    headers = [
        (f"x-archive-orig-{name}" if name in _CHANGED else name, _ascii(value)) for name, value in exchange.headers
    ]
    return [*headers, ("content-length", str(len(exchange.body)))]


def _ascii(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode("ascii").replace("\r", " ").replace("\n", " ")


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
