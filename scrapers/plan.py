"""What a night needs to know before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from scrapers.facts.speakers import Aliases
from scrapers.model import Source, Topic
from scrapers.places.gazetteer import Gazetteer
from scrapers.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything a night needs to know before it begins."""

    day: date
    now: datetime
    #: Up to when the day is told, where its night was not run and is made late; None for a night of its time.
    until: datetime | None = None
    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    settings: Settings
    content: Path
    #: Where what can be made anew is kept for the next night; None keeps nothing.
    cache: Path | None = None
    #: Who goes by which names.
    aliases: Aliases
    #: Which places names may mean.
    gazetteer: Gazetteer
    workers: int = 2

    @property
    def end(self) -> datetime:
        """Where the window ends: now, or when the night that was not run would have been."""
        return self.until or self.now

    @property
    def window(self) -> timedelta:
        return timedelta(hours=self.settings.window_hours)
