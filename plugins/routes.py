"""Which address does a page have? Paths below the site's own address, without a slash in front."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from scrapers.addresses import short_hash


def day_path(day: date) -> str:
    """Of a day's briefing: `2026/08/21/`."""
    return f"{day:%Y/%m/%d}/"


def topic_path(slug: str) -> str:
    return f"topics/{slug}/"


def place_path(slug: str) -> str:
    return f"places/{slug}/"


def archive_path(year: int | None = None) -> str:
    return "archive/" if year is None else f"archive/{year}/"


def feed_path(name: str, kind: str) -> str:
    """Of a feed (`digest`, `topics/sudan`) in one of its three forms: `rss`, `atom` or `json`."""
    return f"feeds/{name}.json" if kind == "json" else f"feeds/{name}.{kind}.xml"


def file_of(path: str) -> str:
    """The file that a server gives for a path."""
    return path + "index.html" if not path or path.endswith("/") else path


def slug_of(name: str) -> str:
    """A name as a part of an address: `São Tomé` is `sao-tome`; a name without Latin letters gets a short hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall("[a-z0-9]+", plain)) or f"n-{short_hash(name.casefold())}"
