"""When was it published, when was it changed? Only what stands in the file decides, never a clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from scrapers.briefing import Briefing, Correction, Section

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)")
# A correction has a day and no time. Noon is within the working day of most editors.
_NOON = time(12)


def published(briefing: Briefing) -> datetime:
    """The end of the window it covers; the day's last minute where the window cannot be read or is another day's."""
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


def corrected(corrections: Iterable[Correction], since: datetime) -> datetime:
    """When the last of the corrections came; `since` if there is none.

    Each further correction of one day moves it by a minute, so that readers who have seen the first see the next.
    """
    days = [correction.day for correction in corrections]
    if not days:
        return since
    last = max(days)
    return max(noon(last), since) + timedelta(minutes=days.count(last))


def noon(day: date) -> datetime:
    return datetime.combine(day, _NOON, UTC)


def updated(briefing: Briefing) -> datetime:
    """When something that readers see was corrected; else when it was published."""
    return corrected((c for section in briefing.developments for c in section.corrections), published(briefing))


def section_updated(briefing: Briefing, section: Section) -> datetime:
    return corrected(section.corrections, published(briefing))
