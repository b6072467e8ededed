"""Which outlets does the site cite, how often and on what, and on which days could their feeds not be read?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plugins.credit_lines import OnFile
from plugins.routes import slug_of, source_path
from plugins.site import Item, Site, Taxon
from plugins.unseen import failed
from plugins.wording import plain
from plugins.words import N_, say
from scrapers.briefing import Briefing, Citation
from scrapers.model import Rights, strictest
from scrapers.outlet import plain_name

#: What an outlet's page shows at most: months, topics, developments, days on which it could not be read.
MONTHS, TOPICS, NEWEST, DAYS = 12, 10, 30, 10
#: What may be shown of an outlet, by its class, in the words of the method page.
RIGHTS_WORDS = {
    Rights.LINK: N_("a headline, a link and at most fifteen of a speaker's own words"),
    Rights.PREVIEW: N_("one passage an article, of what it offers to be shown beside its link"),
    Rights.EXCERPT: N_("one passage an article, from anywhere in it"),
    Rights.FULL: N_("passages from anywhere in an article, by a licence or a consent"),
}


@dataclass(frozen=True)
class Month:
    """How often an outlet was cited in a month. Without the days that were read a number says little."""

    first: date
    #: Days of the month that have a briefing.
    briefings: int
    #: Developments that cite it.
    developments: int
    #: Days that say that its feed could not be read.
    unread: int


@dataclass(frozen=True, kw_only=True)
class Outlet:
    """An outlet that is cited, or whose text another one carries."""

    site: Site
    slug: str
    name: str
    #: The developments that name it, newest day first; within a day in the briefing's order.
    items: tuple[Item, ...]
    #: Of these, in how many it is only the maker of a text that others carry.
    carried: int
    #: What a reader must know about it, in the words of the citations, the newest first.
    labels: tuple[str, ...]
    #: The days that say that its feed could not be read, newest first.
    unread: tuple[Briefing, ...]
    rights: Rights | None

    @property
    def path(self) -> str:
        return source_path(self.slug)

    @property
    def last(self) -> date:
        return self.items[0].day

    @property
    def days(self) -> int:
        """On how many days it is cited."""
        return len({item.day for item in self.items})

    @property
    def newest(self) -> tuple[Item, ...]:
        return self.items[:NEWEST]

    @property
    def unread_shown(self) -> tuple[Briefing, ...]:
        return self.unread[:DAYS]

    @property
    def rights_words(self) -> str:
        return say(RIGHTS_WORDS[self.rights]) if self.rights else ""

    @property
    def months(self) -> tuple[Month, ...]:
        """The newest months from its first citation to the last day that speaks of it, also those without one."""
        cited = Counter(item.day.replace(day=1) for item in self.items)
        unread = Counter(briefing.day.replace(day=1) for briefing in self.unread)
        last = max([self.last, *(briefing.day for briefing in self.unread[:1])])
        briefings = Counter(briefing.day.replace(day=1) for briefing in self.site.days if briefing.day <= last)
        since = min(cited)
        return tuple(
            Month(first, briefings[first], cited[first], unread[first])
            for first in sorted(briefings, reverse=True)
            if first >= since
        )[:MONTHS]

    @property
    def topics(self) -> tuple[tuple[Taxon, int], ...]:
        """The topics that it is cited on most, with the number of developments of each."""
        told = [taxon for item in self.items for taxon in self.site.topics_of(item.section)]
        counts = Counter(taxon.slug for taxon in told)
        taxa = {taxon.slug: taxon for taxon in told}
        order = sorted(counts, key=lambda slug: (-counts[slug], taxa[slug].name.casefold()))
        return tuple((taxa[slug], counts[slug]) for slug in order[:TOPICS])


@dataclass
class _Found:
    """What the days tell of one outlet, newest day first."""

    name: str
    items: list[Item] = field(default_factory=list)
    carried: int = 0
    labels: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True)
class Outlets:
    """Every outlet of a site. `on_file` is what the source files say, by the source's name."""

    site: Site
    on_file: Mapping[str, OnFile]

    @cached_property
    def every(self) -> tuple[Outlet, ...]:
        """By name."""
        found: dict[str, _Found] = {}
        for item in self.site.items:
            for slug, citations in self._named(item).items():
                told = found.setdefault(slug, _Found(self.plain_name(citations[0][0])))
                told.items.append(item)
                own = [citation for name, citation in citations if name == citation.source]
                told.carried += not own
                told.labels.update(dict.fromkeys(citation.label for citation in own if citation.label))
        outlets = (self._outlet(slug, told) for slug, told in found.items())
        return tuple(sorted(outlets, key=lambda outlet: (outlet.name.casefold(), outlet.slug)))

    def _named(self, item: Item) -> dict[str, list[tuple[str, Citation]]]:
        """By slug: each name that a development's citations give to the outlet or the maker, with the citation."""
        named: dict[str, list[tuple[str, Citation]]] = defaultdict(list)
        for citation in item.section.citations:
            for name in filter(None, dict.fromkeys((citation.source, citation.origin))):
                named[self.slug(name)].append((name, citation))
        return named

    def _outlet(self, slug: str, told: _Found) -> Outlet:
        known = self._on_file_by_slug.get(slug)
        of_file = (known.label,) if known and known.label and not told.labels else ()
        return Outlet(
            site=self.site,
            slug=slug,
            name=told.name,
            items=tuple(told.items),
            carried=told.carried,
            labels=(*told.labels, *of_file),
            unread=tuple(self._unread.get(slug, ())),
            rights=strictest(known.rights, self.site.settings.rights) if known else None,
        )

    def plain_name(self, name: str) -> str:
        """What readers see it called: as its file says, else without desk and slogan."""
        return self.on_file[name].name if name in self.on_file else plain_name(name)

    def slug(self, name: str) -> str:
        return slug_of(self.plain_name(name))

    @cached_property
    def _on_file_by_slug(self) -> Mapping[str, OnFile]:
        return {slug_of(known.name): known for known in self.on_file.values()}

    @cached_property
    def _unread(self) -> Mapping[str, list[Briefing]]:
        days: dict[str, list[Briefing]] = defaultdict(list)
        for briefing in self.site.days:
            for slug in dict.fromkeys(self.slug(plain(name)) for name in failed(briefing)):
                days[slug].append(briefing)
        return days

    def cited_on(self, briefing: Briefing) -> int:
        """How many outlets a day cites; a maker whose text others carry is none of them."""
        return len({self.slug(c.source) for section in briefing.developments for c in section.citations})
