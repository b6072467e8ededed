"""When was it published, when was it changed? Only what stands in the file decides, never a clock."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, time, timedelta

from scrapers.briefing import Briefing, Correction, Section

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)")


def published(briefing: Briefing) -> datetime:
    """The end of its window, of a day that was read twice the first run's: the moment that the window ends with.

    The day's last minute where the window cannot be read or is another day's.
    """
    moments = _MOMENT.findall(briefing.window or "")
    if moments:
        try:
            end = datetime.fromisoformat(" ".join(moments[-1])).replace(tzinfo=UTC)
        except ValueError:
            pass
        else:
            if timedelta(0) <= end.date() - briefing.day <= timedelta(days=1):
                return end
    return datetime.combine(briefing.day, time(23, 59), UTC)


def section_published(briefing: Briefing, section: Section) -> datetime:
    """With its day, and one second before the development above it in the file.

    So readers that sort by time keep the day's order, and no two items of a feed have one time.
    """
    above = next((n for n, other in enumerate(briefing.sections) if other.id == section.id), 0)
    return published(briefing) - timedelta(seconds=above)


def correction_times(briefing: Briefing, section: Section) -> tuple[tuple[Correction, datetime], ...]:
    """Each correction with when it came: early on its day, for the file does not say the hour.

    A further one of the same day comes an hour later; the minutes come from the development's id, so that two
    developments that were corrected on one day do not have one time.
    """
    since = section_published(briefing, section)
    digest = hashlib.sha256(f"{briefing.day}#{section.id}".encode()).digest()
    minutes = timedelta(seconds=1 + int.from_bytes(digest[:4], "big") % 3599)
    told: list[tuple[Correction, datetime]] = []
    for correction in section.corrections:
        before = sum(other.day == correction.day for other, _ in told)
        start = max(datetime.combine(correction.day, time(), UTC), since)
        told.append((correction, start + minutes + timedelta(hours=before)))
    return tuple(told)


def section_updated(briefing: Briefing, section: Section) -> datetime:
    """When it was last corrected; else when it was published."""
    return max((when for _, when in correction_times(briefing, section)), default=section_published(briefing, section))


def updated(briefing: Briefing) -> datetime:
    """When something that readers see was last corrected; else when it was published."""
    corrected = [when for section in briefing.developments for _, when in correction_times(briefing, section)]
    return max(corrected, default=published(briefing))
