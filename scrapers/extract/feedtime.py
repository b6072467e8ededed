"""When does a feed say that an entry was published, on the clock all feeds share?"""

from __future__ import annotations

from datetime import UTC, datetime

from scrapers.extract.dates import moment


def feed_time(value: str | None) -> datetime | None:
    """The moment in UTC, read as `moment` reads it; None for what leaves a choice."""
    found = moment(value)
    return found[0].astimezone(UTC) if found else None
