"""Which days does the sitemap for news hold? Those of the last two days, counted from the newest briefing.

Google News takes articles of the last two days and no older ones. A clock would make another site of the same content,
so the newest briefing's date stands for today; a site that no longer grows tells nothing newer than it has.
"""

from __future__ import annotations

from datetime import date, timedelta

from plugins.dating import published
from plugins.site import Site
from scrapers.briefing import Briefing

PATH = "sitemap-news.xml"
DAYS = timedelta(days=2)


def news_days(site: Site) -> tuple[tuple[Briefing, str], ...]:
    """The days with when each was published, ISO 8601; none where there is no briefing."""
    since = site.latest.day - DAYS if site.latest else date.max
    return tuple((day, published(day).isoformat()) for day in site.days if day.day > since)
