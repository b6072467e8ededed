"""Which developments of several days are one story, since when is it told, and for how long has it been quiet?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plugins.routes import story_path
from plugins.site import Item, Site, Taxon
from plugins.wording import count
from plugins.words import say
from scrapers.briefing import Briefing, Section, nothing_new

#: A story's page shows this many developments: two months of a busy war, about 70 kB.
STORY_ITEMS = 200
#: Days without a word from which a story counts as quiet. Small wars are often not told of for a day or two.
QUIET = 3
#: The front page tells of a story that went quiet for this long, if it was told on at least so many days.
QUIET_ON_FRONT, TOLD_ON_FRONT, STORIES_ON_FRONT = 14, 3, 5
#: The index lists so many stories that have been quiet for longer; all others stand on a page of the month they began.
LONG_QUIET = 30


@dataclass(frozen=True, kw_only=True)
class Silence:
    """For how long nothing was told. That is about what could be read: a source that failed is no calm day."""

    #: The day of the last report.
    last: date
    #: From then to the site's latest day.
    days: int
    #: Of these, the days that have no briefing.
    without_briefing: int

    @property
    def quiet(self) -> bool:
        return self.days >= QUIET

    @property
    def words(self) -> str:
        """`no report found for 6 days, 2 of them without a briefing`."""
        days = count(self.days, "day")
        if not self.without_briefing:
            return say("no report found for %(days)s", days=days)
        if self.without_briefing == self.days:
            return say("no report found for %(days)s, without a briefing", days=days)
        return say(
            "no report found for %(days)s, %(number)s of them without a briefing",
            days=days,
            number=self.without_briefing,
        )


@dataclass(frozen=True, kw_only=True)
class Story:
    """Developments that follow one another, on two days or more."""

    #: Newest day first; within a day in the briefing's order.
    items: tuple[Item, ...]
    silence: Silence

    @property
    def first(self) -> Item:
        """Where it began. It gives the story its address, which stays as the story grows."""
        return self.items[-1]

    @property
    def path(self) -> str:
        return story_path(self.first.day, str(self.first.section.id))

    @property
    def newest(self) -> Item:
        """The newest development that brought something new."""
        return next((item for item in self.items if not nothing_new(item.section)), self.items[0])

    @property
    def title(self) -> str:
        """Its headline."""
        return self.newest.section.headline

    @property
    def days(self) -> int:
        """On how many days it was told."""
        return len({item.day for item in self.items})

    def days_until(self, day: date) -> int:
        """On how many days it was told up to one of them."""
        return len({item.day for item in self.items if item.day <= day})

    @property
    def last(self) -> date:
        return self.items[0].day

    @property
    def shown(self) -> tuple[Item, ...]:
        """What its page shows."""
        return self.items[:STORY_ITEMS]


@dataclass(frozen=True)
class Stories:
    """The stories of a site, told last first; of one day's, those told on most days first."""

    site: Site

    @cached_property
    def every(self) -> tuple[Story, ...]:
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.site.items:
            found[self._first[item.key].key].append(item)
        stories = [
            Story(items=tuple(items), silence=self.silence(items[0].day)) for items in found.values() if len(items) > 1
        ]
        return tuple(sorted(stories, key=lambda story: (-story.last.toordinal(), -story.days, story.path)))

    @cached_property
    def _first(self) -> Mapping[str, Item]:
        """The beginning of each development's story. A link to a day that is not earlier, or not shown, is none."""
        first: dict[str, Item] = {}
        for item in reversed(self.site.items):
            before = self.site.earlier(item.section)
            first[item.key] = first[before.key] if before and before.day < item.day else item
        return first

    @cached_property
    def _of_first(self) -> Mapping[str, Story]:
        return {story.first.key: story for story in self.every}

    def of(self, briefing: Briefing, section: Section) -> Story | None:
        """The story that a development belongs to; None if it stands alone."""
        first = self._first.get(f"{briefing.day}#{section.id}")
        return self._of_first.get(first.key) if first else None

    def topics(self, story: Story) -> tuple[Taxon, ...]:
        """Its topics, those first that stand at most of its developments."""
        told = [taxon for item in story.items for taxon in self.site.topics_of(item.section)]
        times: dict[str, int] = defaultdict(int)
        for taxon in told:
            times[taxon.slug] += 1
        return tuple(sorted({taxon.slug: taxon for taxon in told}.values(), key=lambda taxon: -times[taxon.slug]))

    # --- quiet for N days

    @cached_property
    def _days(self) -> tuple[date, ...]:
        return tuple(briefing.day for briefing in self.site.days)

    def silence(self, last: date) -> Silence:
        """What to say of something that was last told on this day; the site's days decide, never a clock."""
        days = (self._days[0] - last).days
        told = {day for day in self._days[: days + 1] if day > last}
        return Silence(last=last, days=days, without_briefing=days - len(told))

    @property
    def going_on(self) -> tuple[Story, ...]:
        return tuple(story for story in self.every if not story.silence.quiet)

    def later(self, story: Story) -> Item | None:
        """The newest development of the story's conflict since it was last told: then its war is not quiet."""
        return self._later[story.path]

    @cached_property
    def _later(self) -> Mapping[str, Item | None]:
        return {story.path: self._since(story) for story in self.every}

    def _since(self, story: Story) -> Item | None:
        topic = next((taxon for taxon in self.topics(story) if taxon.topic and taxon.topic.kind == "conflict"), None)
        return topic.items[0] if topic and topic.last and topic.last > story.last else None

    @property
    def told_on(self) -> tuple[Story, ...]:
        """Those that nobody followed up while their conflict was told of under other headings."""
        return tuple(story for story in self.every if story.silence.quiet and self.later(story))

    @property
    def gone_quiet(self) -> tuple[Story, ...]:
        return tuple(story for story in self._silent if story.silence.days <= QUIET_ON_FRONT)

    @property
    def long_quiet(self) -> tuple[Story, ...]:
        return tuple(story for story in self._silent if story.silence.days > QUIET_ON_FRONT)

    @cached_property
    def _silent(self) -> tuple[Story, ...]:
        """Those of whose conflict nothing was told since."""
        return tuple(story for story in self.every if story.silence.quiet and not self.later(story))

    @property
    def on_front(self) -> tuple[Story, ...]:
        """The longest of those that went quiet."""
        told = [story for story in self.gone_quiet if story.days >= TOLD_ON_FRONT]
        return tuple(sorted(told, key=lambda story: -story.days)[:STORIES_ON_FRONT])

    # --- the older ones, by the month they began

    @cached_property
    def months(self) -> Mapping[date, tuple[Story, ...]]:
        """The first of each month and what began in it, newest first; none while the index lists every story."""
        if len(self.long_quiet) <= LONG_QUIET:
            return {}
        months: dict[date, list[Story]] = defaultdict(list)
        for story in sorted(self.every, key=lambda story: story.first.key, reverse=True):
            months[story.first.day.replace(day=1)].append(story)
        return {month: tuple(stories) for month, stories in months.items()}
