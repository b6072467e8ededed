"""What is on the site: the days, their developments, and what links them. Made of values only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from plugins.credit_lines import credits_of
from plugins.in_full import Lines, Parted, by_topic, parted
from plugins.routes import day_path, place_path, slug_of, topic_path
from scrapers.briefing import Briefing, Correction, Section
from scrapers.model import Credit, Topic
from scrapers.settings import Settings

# A topic's first page holds this many developments; the rest stands on a page a year. About two weeks of a busy war.
TOPIC_ITEMS = 60


@dataclass(frozen=True, kw_only=True, eq=False)  # one object each: comparing by value would read a whole archive
class Item:
    """A development where it stands: its day and its section."""

    briefing: Briefing
    section: Section

    @property
    def day(self) -> date:
        return self.briefing.day

    @property
    def key(self) -> str:
        """As a `Follows:` line names it."""
        return f"{self.day}#{self.section.id}"

    @property
    def path(self) -> str:
        """Its permalink."""
        return f"{day_path(self.day)}#{self.section.id}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Taxon:
    """A topic or a place, and what was told of it."""

    slug: str
    name: str
    path: str
    #: Newest day first; within a day in the briefing's order.
    items: tuple[Item, ...]
    #: The file an editor wrote; None for a name that only briefings use, and for places.
    topic: Topic | None = None

    @property
    def last(self) -> date | None:
        return self.items[0].day if self.items else None

    @property
    def recent(self) -> tuple[Item, ...]:
        """What its first page shows."""
        return self.items[:TOPIC_ITEMS]

    @property
    def years(self) -> tuple[int, ...]:
        """Its pages of single years; none while one page holds everything."""
        if len(self.items) <= TOPIC_ITEMS:
            return ()
        return tuple(sorted({item.day.year for item in self.items}, reverse=True))

    def of_year(self, year: int) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.day.year == year)


@dataclass(frozen=True)
class Site:
    """Everything that is published. `briefings` may come in any order; two of one day are a fault of the caller's."""

    settings: Settings
    briefings: tuple[Briefing, ...]
    topic_files: tuple[Topic, ...] = ()
    #: The lines that sources' licences ask for, by the source's name.
    credits: Mapping[str, Credit] = field(default_factory=dict)

    @cached_property
    def days(self) -> tuple[Briefing, ...]:
        """Newest first, drafts gone."""
        shown = (briefing for briefing in self.briefings if not briefing.draft)
        return tuple(sorted(shown, key=lambda briefing: briefing.day, reverse=True))

    @property
    def latest(self) -> Briefing | None:
        return self.days[0] if self.days else None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every development that readers see, newest day first, within a day in its order."""
        return tuple(item for of_day in self._items_on.values() for item in of_day)

    @cached_property
    def _items_on(self) -> Mapping[date, tuple[Item, ...]]:
        return {
            day.day: tuple(Item(briefing=day, section=section) for section in day.developments) for day in self.days
        }

    def items_on(self, day: date) -> tuple[Item, ...]:
        """The developments of a day that readers see, in its order."""
        return self._items_on.get(day, ())

    @cached_property
    def sample(self) -> str | None:
        """What every page says if any day is made of invented outlets."""
        return next((day.sample for day in self.days if day.sample), None)

    def parted(self, briefing: Briefing) -> Parted:
        """What of a day stands in full, and what in a line."""
        return parted(briefing, self.settings.in_full)

    def by_topic(self, sections: Sequence[Section]) -> tuple[Lines, ...]:
        """Developments, those whose first topic is one together."""
        return by_topic(sections, lambda section: next((topic.name for topic in self.topics_of(section)), None))

    def credits_of(self, *sections: Section) -> tuple[Credit, ...]:
        """The lines that must stand where these developments are told."""
        return credits_of(sections, self.credits)

    # --- from day to day

    @cached_property
    def _place_of_day(self) -> Mapping[date, int]:
        return {day.day: n for n, day in enumerate(self.days)}

    def day_before(self, briefing: Briefing) -> Briefing | None:
        n = self._place_of_day[briefing.day] + 1
        return self.days[n] if n < len(self.days) else None

    def day_after(self, briefing: Briefing) -> Briefing | None:
        n = self._place_of_day[briefing.day] - 1
        return self.days[n] if n >= 0 else None

    @cached_property
    def _by_key(self) -> Mapping[str, Item]:
        return {item.key: item for item in self.items}

    @cached_property
    def _later(self) -> Mapping[str, tuple[Item, ...]]:
        later: dict[str, list[Item]] = defaultdict(list)
        for item in reversed(self.items):
            before = self.earlier(item.section)
            if before and before.day < item.day:
                later[before.key].append(item)
        return {key: tuple(items) for key, items in later.items()}

    def earlier(self, section: Section) -> Item | None:
        """The development it follows, if that is on the site."""
        return self._by_key.get(section.follows) if section.follows else None

    def related(self, section: Section) -> Item | None:
        """What the day before told of its subject, if that is on the site and it follows nothing there."""
        return self._by_key.get(section.related) if section.related and not self.earlier(section) else None

    def later(self, briefing: Briefing, section: Section) -> tuple[Item, ...]:
        """What follows it, oldest first."""
        return self._later.get(f"{briefing.day}#{section.id}", ())

    # --- topics and places

    @cached_property
    def _topic_names(self) -> Mapping[str, Topic]:
        names: dict[str, Topic] = {}
        for topic in self.topic_files:
            for name in (topic.name, topic.slug, *topic.aliases):
                names.setdefault(name.casefold(), topic)
        return names

    def topic_slug(self, name: str) -> str:
        """The page that a name in a `Topics:` line leads to."""
        topic = self._topic_names.get(name.casefold())
        return topic.slug if topic else slug_of(name)

    @cached_property
    def topics(self) -> tuple[Taxon, ...]:
        """Topics with a file or a mention, the one that was told of last first."""
        files = {topic.slug: topic for topic in self.topic_files}
        found, names = _gathered(
            (item, name, self.topic_slug(name)) for item in self.items for name in item.section.topics
        )
        taxa = [
            Taxon(
                slug=slug,
                name=files[slug].name if slug in files else names[slug],
                path=topic_path(slug),
                items=tuple(found.get(slug, ())),
                topic=files.get(slug),
            )
            for slug in sorted({*files, *found})
        ]
        return tuple(sorted(taxa, key=lambda taxon: (-(taxon.last or date.min).toordinal(), taxon.name.casefold())))

    @cached_property
    def moved(self) -> Mapping[str, Taxon]:
        """Addresses that a topic had before it got its file, or goes by: path to topic."""
        taken = {taxon.slug for taxon in self.topics}
        found: dict[str, Taxon] = {}
        for topic in sorted(self.topic_files, key=lambda topic: topic.slug):
            for name in (topic.name, *topic.aliases):
                slug = slug_of(name)
                # An alias that two topics claim belongs to the first, as `topic_slug` has it.
                if slug not in taken and self.topic_slug(name) == topic.slug:
                    found.setdefault(topic_path(slug), self._topic_of_slug[topic.slug])
        return found

    @cached_property
    def _topic_of_slug(self) -> Mapping[str, Taxon]:
        return {taxon.slug: taxon for taxon in self.topics}

    def topics_of(self, section: Section) -> tuple[Taxon, ...]:
        """The topics of a development, each once, in its order."""
        return tuple(self._topic_of_slug[slug] for slug in dict.fromkeys(map(self.topic_slug, section.topics)))

    def topics_on(self, briefing: Briefing) -> tuple[tuple[Taxon, int], ...]:
        """The topics of a day with how many developments each has, the most first."""
        counts = Counter(taxon.slug for section in briefing.developments for taxon in self.topics_of(section))
        order = sorted(counts, key=lambda slug: (-counts[slug], slug))
        return tuple((self._topic_of_slug[slug], counts[slug]) for slug in order)

    @cached_property
    def places(self) -> tuple[Taxon, ...]:
        """By name: the last part of each place of a `Place:` line, which is the country or the waters."""
        found, names = _gathered(
            (item, region, slug_of(region)) for item in self.items for region in regions_of(item.section)
        )
        taxa = [
            Taxon(slug=slug, name=names[slug], path=place_path(slug), items=tuple(items))
            for slug, items in found.items()
        ]
        return tuple(sorted(taxa, key=lambda taxon: (taxon.name.casefold(), taxon.slug)))

    @cached_property
    def _place_of_slug(self) -> Mapping[str, Taxon]:
        return {taxon.slug: taxon for taxon in self.places}

    def places_of(self, section: Section) -> tuple[tuple[str, Taxon], ...]:
        """The places of a development as they are written, each with its page."""
        return tuple((name, self._place_of_slug[slug_of(region)]) for name in section.places if (region := _last(name)))

    # --- lists

    @cached_property
    def corrections(self) -> tuple[tuple[Correction, Item], ...]:
        """Newest first."""
        told = [(correction, item) for item in self.items for correction in item.section.corrections]
        return tuple(sorted(told, key=lambda pair: pair[0].day, reverse=True))

    @cached_property
    def years(self) -> Mapping[int, Mapping[int, tuple[Briefing, ...]]]:
        """Year, month, its days; the newest first everywhere."""
        years: dict[int, dict[int, list[Briefing]]] = {}
        for day in self.days:
            years.setdefault(day.day.year, {}).setdefault(day.day.month, []).append(day)
        return {year: {m: tuple(days) for m, days in months.items()} for year, months in years.items()}


def regions_of(section: Section) -> tuple[str, ...]:
    """`Qatar` of `Doha, Qatar`; the whole of a place without a comma. Each once."""
    return tuple(dict.fromkeys(region for name in section.places if (region := _last(name))))


def _last(place: str) -> str:
    return place.rsplit(",", 1)[-1].strip()


def _gathered(told: Iterable[tuple[Item, str, str]]) -> tuple[dict[str, list[Item]], dict[str, str]]:
    """Items by slug, each once, and each slug's name: of several spellings the first by letter, so a capital wins."""
    found: dict[str, list[Item]] = {}
    names: dict[str, str] = {}
    for item, name, slug in told:
        items = found.setdefault(slug, [])
        names[slug] = min(name, names.get(slug, name))
        if not items or items[-1] is not item:
            items.append(item)
    return found, names


def unique_ids(briefing: Briefing) -> Briefing:
    """The day with every id once: of two sections with one id the second gets `-2`, so that both can be linked."""
    taken: set[str] = {section.id for section in briefing.sections if section.id}
    seen: set[str] = set()
    sections: list[Section] = []
    for section in briefing.sections:
        identity = section.id
        if identity in seen:
            identity = next(made for n in range(2, len(taken) + 3) if (made := f"{section.id}-{n}") not in taken)
            taken.add(identity)
        seen.update([identity] if identity else [])
        sections.append(section if identity == section.id else replace(section, id=identity))
    return replace(briefing, sections=tuple(sections))


def plain_sections(sections: Sequence[Section], without: str) -> tuple[Section, ...]:
    """The sections of an editor's that are no developments."""
    return tuple(section for section in sections if not section.id and section.headline != without)
