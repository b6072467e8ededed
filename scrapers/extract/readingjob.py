"""What a child process is asked by `nightdesk read`: one page file, or bytes, to be read. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from scrapers.extract.page import read_page
from scrapers.model import Reading


@dataclass(frozen=True, kw_only=True)
class ReadingJob:
    """A page's bytes, or the file that holds them, and the address it had."""

    url: str
    path: str | None = None
    body: bytes = b""
    content_type: str | None = None


def read(job: ReadingJob) -> Reading:
    """What the page says. Raises `OSError` where the file cannot be read: the caller says so."""
    body = job.body
    if job.path is not None:
        with open(job.path, "rb") as file:
            body = file.read()
    return read_page(body, url=job.url, content_type=job.content_type)


def plain(value: Any) -> Any:
    """A value of the model as JSON has it: dates as ISO 8601, what is unknown as null, types as objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value
