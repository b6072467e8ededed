"""What was told of a country or a sea: by kind of event, by town, and as a table for spreadsheets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.citing import address
from plugins.downloads import table
from plugins.site import Item, Site, Taxon
from plugins.vocabulary import capital
from plugins.words import say
from scrapers.model import Place
from scrapers.places.gazetteer import Gazetteer
from scrapers.text import line

#: Days up to its last one that are counted, fewer and more of them.
SHORT, LONG = 7, 30
#: The towns and regions that the page lists, and the headlines that stand on a printed sheet.
TOWNS, PRINTED = 40, 25
#: The columns of the table, in their order: a row for each place of a development, as in the GeoJSON.
COLUMNS = tuple("day headline place level country region geonames lat lon kind topics sources permalink sample".split())


@dataclass(frozen=True)
class OfKind:
    """How many developments are of one kind of event."""

    kind: str
    short: int
    long: int


@dataclass(frozen=True)
class Town:
    """A town or a region of the country, and how often it was told of."""

    name: str
    #: "town", "region" or "waters"; empty for one that is in no list.
    level: str
    developments: int
    last: date


@dataclass(frozen=True)
class Area:
    """A country or a sea of the site, with what its page adds up."""

    site: Site
    taxon: Taxon
    gazetteer: Gazetteer

    @property
    def last(self) -> date:
        """The day it was last told of, with which the days that are counted end: its page stands until the next."""
        return self.taxon.last or self.site.days[0].day

    def _since(self, days: int) -> date:
        return self.last - timedelta(days=days - 1)

    def briefings(self, days: int) -> int:
        """How many of the last days have a briefing."""
        return sum(self._since(days) <= briefing.day <= self.last for briefing in self.site.days)

    @property
    def kinds(self) -> tuple[OfKind, ...]:
        """Of the last days, the kind with most developments first and those of no certain kind last."""
        counts: dict[int, Counter[str]] = {SHORT: Counter(), LONG: Counter()}
        for item in self.taxon.items:
            for days, counted in counts.items():
                counted[(item.section.kind or "").casefold()] += item.day >= self._since(days)
        found = {kind: number for kind, number in counts[LONG].items() if number}
        order = sorted(found, key=lambda kind: (not kind, -found[kind], kind))
        return tuple(
            OfKind(capital(say(kind)) or say("Not certain"), counts[SHORT][kind], found[kind]) for kind in order
        )

    def total(self, days: int) -> int:
        return sum(item.day >= self._since(days) for item in self.taxon.items)

    @property
    def towns(self) -> tuple[Town, ...]:
        """Its towns and regions, the one with most developments first."""
        told: dict[str, dict[str, Item]] = defaultdict(dict)
        written: dict[str, str] = {}
        for item in self.taxon.items:
            for name in self._names(item):
                inside = name.rpartition(",")[0].strip()
                if inside:
                    written.setdefault(inside.casefold(), name)
                    told[inside.casefold()].setdefault(item.key, item)
        found = []
        for key, items in told.items():
            place = self.gazetteer.resolved(written[key])
            days = [item.day for item in items.values()]
            name = written[key].rpartition(",")[0].strip()
            found.append(Town(name, place.level.value if place else "", len(days), max(days)))
        return tuple(sorted(found, key=lambda town: (-town.developments, town.name.casefold())))

    @property
    def towns_shown(self) -> tuple[Town, ...]:
        return self.towns[:TOWNS]

    def _names(self, item: Item) -> Iterator[str]:
        """The places of a development that are of this country, as they are written, each once."""
        named = (name for name, taxon in self.site.places_of(item.section) if taxon.slug == self.taxon.slug)
        yield from dict.fromkeys(named)

    def csv(self) -> str:
        """All its developments, newest day first, a row for each of their places there."""
        return table(COLUMNS, (self._row(item, name) for item in self.taxon.items for name in self._names(item)))

    def _row(self, item: Item, name: str) -> tuple[object, ...]:
        place, section = self.gazetteer.resolved(name), item.section
        lat, lon = place.at if place and place.at else (None, None)
        return (
            item.day,
            line(section.headline),
            place.name if place else line(name),
            *_codes(place),
            lat,
            lon,
            section.kind,
            "; ".join(self.site.topic_slug(topic) for topic in section.topics),
            section.voices,
            address(self.site, item),
            item.briefing.sample is not None,
        )


def _codes(place: Place | None) -> tuple[object, ...]:
    """Level, state, region and GeoNames id, each None where it is not known."""
    return (place.level.value, place.country, place.region_code, place.id) if place else (None,) * 4
