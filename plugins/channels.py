"""Which feeds are there, and what stands in each? Values only; how a feed is written is the matter of `feed_xml`."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from plugins import dating
from plugins.data_room import DataRoom
from plugins.folding import folded
from plugins.geography import places_of
from plugins.language_marks import Spoken
from plugins.routes import archive_path, day_path
from plugins.site import Item, Site, Taxon
from plugins.stories import Stories
from plugins.wording import day_text, description, first_words, section_text, support, title
from plugins.words import say
from scrapers.briefing import Briefing
from scrapers.places.gazetteer import Gazetteer
from scrapers.text import line, shortened

# The digest holds the days since the Monday before the seventh newest, so seven to thirteen; older weeks are archived.
DIGEST_DAYS = 7
DEVELOPMENTS = 60  # two to three days
TAXON_ITEMS = 30
CORRECTIONS = 50
# Bytes of an item's HTML. Gmail clips a mail at 102 kB, and services put a frame around what they send.
ITEM_BYTES = 58_000
TITLE_LETTERS = 90  # what a mail's subject shows
SUMMARY_LETTERS = 400
# A feed without an item yet must have a date too.
_NEVER = datetime(2024, 1, 1, tzinfo=UTC)

_ENTITY = re.compile(r"&(?=#?\w+;)")

#: Makes HTML from a template of `theme/templates/mail/` and its values.
Render = Callable[..., str]


@dataclass(frozen=True, kw_only=True)
class Category:
    term: str
    label: str
    scheme: str


@dataclass(frozen=True, kw_only=True)
class Post:
    """One item of a feed."""

    #: A tag URI (RFC 4151), permanent.
    id: str
    url: str
    title: str  # plain text
    summary: str  # plain text
    html: str
    published: datetime
    updated: datetime
    categories: tuple[Category, ...] = ()
    #: For readers that show no HTML: JSON Feed has room for it. Empty where the summary says as much.
    text: str = ""
    #: BCP 47, of its title where that is not in the site's own language.
    language: str | None = None
    #: Degrees north and east of where it happened; None where no point is known.
    point: tuple[float, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One feed."""

    #: Its place below `feeds/`, without the ending: `digest`, `topics/sudan`.
    name: str
    title: str
    subtitle: str
    #: The page it belongs to.
    page: str
    id: str
    posts: tuple[Post, ...]
    #: RFC 5005: the name of the next older archive, and whether this one is an archive itself.
    previous: str | None = None
    archive: bool = False

    @property
    def updated(self) -> datetime:
        return max((post.updated for post in self.posts), default=_NEVER)


@dataclass(frozen=True)
class Newsroom:
    """What all feeds have in common."""

    site: Site
    stories: Stories
    data: DataRoom
    #: The host that ids name, also in a preview: they must not change with the address they are read at.
    authority: str
    render: Render
    gazetteer: Gazetteer
    spoken: Spoken

    # --- ids and texts

    def tag(self, day: date, *parts: str) -> str:
        return f"tag:{self.authority},{day}:nightdesk:{':'.join(parts)}"

    def url(self, path: str) -> str:
        return f"{self.site.settings.url}/{path}"

    def html(self, template: str, **values: object) -> str:
        return folded(self.render(template, site=self.site, stories=self.stories, data=self.data, **values))

    # --- the feeds

    def channels(self) -> Iterator[Channel]:
        """Every feed but the archives; those without an item only where readers expect them."""
        name = self.site.settings.name
        yield self.digest(self.recent_days(), previous=next(iter(self.archive_weeks()), None))
        yield self._channel(
            "developments",
            say("%(site)s: developments", site=name),
            say("Every development as an item of its own, with its sources"),
            "",
            newest(self.development(item) for item in self.site.items[:DEVELOPMENTS]),
        )
        yield self._channel(
            "corrections",
            say("%(site)s: corrections", site=name),
            say("What was wrong, and what is right"),
            "corrections/",
            newest(self.corrections())[:CORRECTIONS],
        )
        for kind, taxa in (("topics", self.site.topics), ("places", self.site.places)):
            for taxon in sorted(taxa, key=lambda taxon: taxon.slug):
                if taxon.items:
                    yield self._taxon(kind, taxon)

    def archives(self) -> Iterator[Channel]:
        """The weeks that the digest no longer holds, newest first."""
        weeks = self.archive_weeks()
        names = list(weeks)
        for n, name in enumerate(names):
            older = names[n + 1] if n + 1 < len(names) else None
            yield self.digest(weeks[name], name=name, previous=older)

    def recent_days(self) -> tuple[Briefing, ...]:
        first = self._first_recent()
        return tuple(day for day in self.site.days if day.day >= first)

    def archive_weeks(self) -> dict[str, tuple[Briefing, ...]]:
        """Older days by week: the name of its feed, its days."""
        weeks: dict[str, list[Briefing]] = {}
        for day in self.site.days:
            if day.day < self._first_recent():
                year, week, _ = day.day.isocalendar()
                weeks.setdefault(f"archive/digest-{year}-w{week:02d}", []).append(day)
        return {name: tuple(days) for name, days in weeks.items()}

    def _first_recent(self) -> date:
        days = self.site.days[:DIGEST_DAYS]
        return days[-1].day - timedelta(days=days[-1].day.weekday()) if days else date.min

    def digest(self, days: Sequence[Briefing], *, name: str = "digest", previous: str | None = None) -> Channel:
        """One item a day: whole in the current feed, as a summary in an archive."""
        archive = name != "digest"
        return Channel(
            name=name,
            title=self.site.settings.name,
            subtitle=self.site.settings.tagline or say("A daily conflict briefing"),
            page=archive_path() if archive else "",
            id=self.tag(date(2024, 1, 1), "feed", "digest"),
            posts=tuple(self.day(day, whole=not archive) for day in days),
            previous=previous,
            archive=archive,
        )

    def _taxon(self, kind: str, taxon: Taxon) -> Channel:
        return self._channel(
            f"{kind}/{taxon.slug}",
            f"{self.site.settings.name}: {headline(taxon.name)}",
            say("What our briefings tell of %(topic)s, in short", topic=headline(taxon.name)),
            taxon.path,
            newest(self._short[item.key] for item in taxon.items[:TAXON_ITEMS]),
        )

    @cached_property
    def _short(self) -> Mapping[str, Post]:
        """What the feeds of topics and places hold, each made once."""
        recent = (item for taxon in (*self.site.topics, *self.site.places) for item in taxon.items[:TAXON_ITEMS])
        return {item.key: self.development(item, whole=False) for item in {item.key: item for item in recent}.values()}

    def _channel(self, name: str, title: str, subtitle: str, page: str, posts: tuple[Post, ...]) -> Channel:
        # A tag's date must lie before its use; all feeds have the same.
        identity = self.tag(date(2024, 1, 1), "feed", *name.split("/"))
        return Channel(name=name, title=title, subtitle=subtitle, page=page, id=identity, posts=posts)

    # --- the items

    def day(self, briefing: Briefing, *, whole: bool = True) -> Post:
        topics = tuple(taxon for taxon, _ in self.site.topics_on(briefing))
        return Post(
            id=self.tag(briefing.day, "briefing"),
            url=self.url(day_path(briefing.day)),
            title=headline(title(briefing)),
            summary=summary(description(briefing, SUMMARY_LETTERS)),
            html=self._day_html(briefing) if whole else self.html("short_day", briefing=briefing),
            published=dating.published(briefing),
            updated=dating.updated(briefing),
            categories=self.categories("topics", topics),
            text=day_text(briefing, self.site.parted(briefing)) if whole else "",
        )

    def _day_html(self, briefing: Briefing) -> str:
        """The day as its page has it; where too long without citations, then in headlines, then the first of these."""
        total = len(briefing.developments)
        return fitting(
            self.html("digest", briefing=briefing, depth=depth, shown=min(shown, total))
            for depth, shown in ((2, total), (1, total), (0, total), (0, 60), (0, 20), (0, 5))
        )

    def development(self, item: Item, *, whole: bool = True) -> Post:
        told = summary(first_words(item.section.prose, SUMMARY_LETTERS))
        pages = tuple(dict.fromkeys(page for _, page in self.site.places_of(item.section)))
        points = [place.at for place in places_of(item.section, self.gazetteer) if place.at]
        return Post(
            id=self.tag(item.day, str(item.section.id)),
            url=self.url(item.path),
            title=headline(item.section.headline),
            summary=told or summary(support(item.section)),
            html=fitting(
                self.html("development", item=item, briefing=item.briefing, section=item.section, depth=depth)
                for depth in ((2, 1, 0) if whole else (0,))
            ),
            published=dating.section_published(item.briefing, item.section),
            updated=dating.section_updated(item.briefing, item.section),
            categories=self.categories("topics", self.site.topics_of(item.section)) + self.categories("places", pages),
            point=points[0] if points else None,
            language=self.spoken.of_section(item.section),
            text=section_text(item.section) if whole else "",
        )

    def corrections(self) -> Iterator[Post]:
        """Each correction once."""
        for item in self.site.items:
            told: Counter[date] = Counter()
            for correction, when in dating.correction_times(item.briefing, item.section):
                told[correction.day] += 1
                extra = [str(told[correction.day])] if told[correction.day] > 1 else []
                yield Post(
                    id=self.tag(item.day, str(item.section.id), "correction", str(correction.day), *extra),
                    url=self.url(item.path),
                    title=headline(say("Correction: %(headline)s", headline=item.section.headline)),
                    summary=summary(correction.text),
                    html=self.html("correction", item=item, correction=correction),
                    published=when,
                    updated=when,
                    categories=self.categories("topics", self.site.topics_of(item.section)),
                )

    def categories(self, scheme: str, taxa: Iterable[Taxon]) -> tuple[Category, ...]:
        """Topics or places (`scheme`) as an item's categories."""
        return tuple(
            Category(term=taxon.slug, label=headline(taxon.name), scheme=self.url(f"{scheme}/")) for taxon in taxa
        )


def fitting(forms: Iterable[str]) -> str:
    """The first form of an item that is not too long, each shorter than the one before; the last where none is."""
    made = ""
    for made in forms:
        if len(made.encode()) <= ITEM_BYTES:
            break
    return made


def newest(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The newest first."""
    return tuple(sorted(posts, key=lambda post: post.published, reverse=True))


def headline(text: str) -> str:
    """A title as every reader shows it alike: one line of plain text in which nothing looks like markup."""
    return shortened(unmarked(text), TITLE_LETTERS) or say("Untitled")


def summary(text: str) -> str:
    return folded(shortened(unmarked(text), SUMMARY_LETTERS))


def unmarked(text: str) -> str:
    """Plain text without `<`, `>` and entities: RSS does not say whether a title or a description is HTML."""
    for _ in range(3):  # feeds escape twice, and somebody will escape thrice
        text = line(html.unescape(line(text)))
    return _ENTITY.sub("＆", text.replace("<", "‹").replace(">", "›"))
