"""What did each week tell that was new, by conflict? ISO weeks, of the site's days alone, never of a clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from plugins import passages
from plugins.passages import Rows
from plugins.routes import week_name, week_path
from plugins.site import Item, Site, Taxon
from plugins.unseen import unseen_section
from plugins.vocabulary import labelled, row_label
from plugins.wording import tag
from scrapers.briefing import Briefing, Section

#: Of one conflict a page shows so many developments: a day's page has all of them.
SHOWN = 30
_NOTHING_NEW = ("Told again", "Continues")


@dataclass(frozen=True)
class InConflict:
    """What a week told of one conflict that was new."""

    topic: Taxon
    #: Newest day first; within a day in the briefing's order.
    items: tuple[Item, ...]

    def shown(self, limit: int = SHOWN) -> tuple[Item, ...]:
        """Those with most independent origins, in their order."""
        best = sorted(self.items, key=lambda item: -item.section.voices)[:limit]
        kept = {item.key for item in best}
        return tuple(item for item in self.items if item.key in kept)


@dataclass(frozen=True, kw_only=True)
class Week:
    """The briefings of a week."""

    site: Site
    monday: date
    #: Newest first.
    briefings: tuple[Briefing, ...]
    #: The first briefing after the week, by which it is known to be over; None while it may still run.
    after: Briefing | None

    @property
    def name(self) -> str:
        return week_name(self.monday)

    @property
    def path(self) -> str:
        return week_path(self.monday)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def year(self) -> int:
        """The year that counts the week, which is not always its Monday's."""
        return self.monday.isocalendar().year

    @property
    def without(self) -> tuple[date, ...]:
        """The days that have no briefing; of a week that may still run none after its newest."""
        held = {briefing.day for briefing in self.briefings}
        last = self.sunday if self.after else max(held)
        days = (self.monday + timedelta(days=n) for n in range(7))
        return tuple(day for day in days if day not in held and day <= last)

    @property
    def unseen(self) -> tuple[Briefing, ...]:
        """The days that name something that they could not see, oldest first."""
        return tuple(briefing for briefing in reversed(self.briefings) if unseen_section(briefing))

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        """What was new."""
        told = (item for day in self.briefings for item in self.site.items_on(day.day))
        return tuple(item for item in told if tag(item.section) not in _NOTHING_NEW)

    @cached_property
    def conflicts(self) -> tuple[InConflict, ...]:
        """The conflict with most developments first. What belongs to two stands in both."""
        found: dict[str, list[Item]] = defaultdict(list)
        taxa: dict[str, Taxon] = {}
        for item in self._items:
            for taxon in self._conflicts_of(item.section):
                taxa[taxon.slug] = taxon
                found[taxon.slug].append(item)
        order = sorted(found, key=lambda slug: (-len(found[slug]), taxa[slug].name.casefold()))
        return tuple(InConflict(taxa[slug], tuple(found[slug])) for slug in order)

    def _conflicts_of(self, section: Section) -> list[Taxon]:
        return [taxon for taxon in self.site.topics_of(section) if taxon.topic and taxon.topic.kind == "conflict"]

    def sections(self, limit: int = SHOWN) -> tuple[Section, ...]:
        """Everything that is shown, for the credit lines."""
        return tuple(item.section for conflict in self.conflicts for item in conflict.shown(limit))

    @property
    def elsewhere(self) -> int:
        """How many of its new developments belong to no conflict."""
        return sum(not self._conflicts_of(item.section) for item in self._items)

    @property
    def nothing_new(self) -> int:
        """How many of its developments went on or were told again, and no more."""
        return sum(len(briefing.developments) for briefing in self.briefings) - len(self._items)


@dataclass(frozen=True)
class Weeks:
    """The weeks of a site that have a briefing."""

    site: Site

    @cached_property
    def every(self) -> tuple[Week, ...]:
        """Newest first."""
        held: dict[date, list[Briefing]] = {}
        for briefing in self.site.days:
            held.setdefault(briefing.day - timedelta(days=briefing.day.weekday()), []).append(briefing)
        weeks: list[Week] = []
        after: Briefing | None = None
        for monday, briefings in held.items():
            weeks.append(Week(site=self.site, monday=monday, briefings=tuple(briefings), after=after))
            after = briefings[-1]
        return tuple(weeks)

    @property
    def over(self) -> tuple[Week, ...]:
        """Those that a later week's briefing shows to be over: no clock says so."""
        return tuple(week for week in self.every if week.after)

    @property
    def years(self) -> Mapping[int, tuple[Week, ...]]:
        """Newest first everywhere."""
        years: dict[int, list[Week]] = {}
        for week in self.every:
            years.setdefault(week.year, []).append(week)
        return {year: tuple(weeks) for year, weeks in years.items()}


def first_row(section: Section) -> str:
    """The first row of data of a development, as the Markdown of its line; empty if it has none."""
    rows = next((piece.rows for piece in passages.pieces(section.prose) if isinstance(piece, Rows)), ())
    return f"{labelled(row_label(rows[0].label))} {rows[0].values}" if rows else ""
