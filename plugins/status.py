"""How did the last days go: what was read, what could not be seen, and which days have no briefing?

Of the site's days alone, never of a clock: what no day says is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.outlets import Outlets
from plugins.site import Site
from plugins.unseen import failed, says_more
from plugins.wording import count
from plugins.words import say
from scrapers.briefing import Briefing

#: Days of the table, the newest briefing's among them.
DAYS = 14
#: So many nights are looked back for the first on which a source failed.
NIGHTS = 30


@dataclass(frozen=True)
class DayStatus:
    """A day of the table. Where it has no briefing nothing is known of it."""

    day: date
    briefing: Briefing | None
    outlets: int = 0

    @property
    def unseen(self) -> str:
        """What its "What we could not see" names: `3 sources`, `1 source, and more in words`; empty if nothing."""
        if self.briefing is None:
            return ""
        named, more = len(failed(self.briefing)), says_more(self.briefing)
        if not named:
            return say("in words") if more else ""
        sources = count(named, "source")
        return say("%(sources)s, and more in words", sources=sources) if more else sources


@dataclass(frozen=True)
class Failing:
    """A source that the newest briefing could not read, and since when that is so."""

    #: As Markdown has it.
    name: str
    #: The first of the nights in a row on which it failed; a day without a briefing says nothing of it.
    since: date
    nights: int
    #: Whether it may have failed before too, for no more nights are looked at.
    at_least: bool


@dataclass(frozen=True)
class Status:
    """The newest briefing and the days before it."""

    site: Site
    outlets: Outlets

    @property
    def latest(self) -> DayStatus | None:
        return next(self._days(), None)

    @property
    def failing(self) -> tuple[Failing, ...]:
        """What the newest briefing could not read, the longest first."""
        nights = self.site.days[:NIGHTS]
        failures = [set(failed(briefing)) for briefing in nights]
        found = []
        for name in failed(nights[0]) if nights else ():
            row = next((n for n, those in enumerate(failures) if name not in those), len(nights))
            found.append(Failing(name, nights[row - 1].day, row, at_least=row == NIGHTS < len(self.site.days)))
        return tuple(sorted(found, key=lambda each: -each.nights))

    @property
    def days(self) -> tuple[DayStatus, ...]:
        """The last days up to the newest briefing, newest first; none before the site's first."""
        return tuple(self._days())

    def _days(self) -> Iterator[DayStatus]:
        briefings = {briefing.day: briefing for briefing in self.site.days}
        if not briefings:
            return
        last, first = max(briefings), min(briefings)
        for back in range(min(DAYS, (last - first).days + 1)):
            briefing = briefings.get(day := last - timedelta(days=back))
            yield DayStatus(day, briefing, self.outlets.cited_on(briefing) if briefing else 0)
