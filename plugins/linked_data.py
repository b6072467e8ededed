"""What a page says to machines in schema.org's words (JSON-LD), bounded, and nothing that the page does not show.

A day is a NewsArticle: it reports news, has a headline, a date and a publisher who answers for it, and programs that
read news know the type. A story is a CreativeWorkSeries, which begins on a day and goes on; a topic or place a
CollectionPage. A page cites one article a development, those first that lead; all of them stand on the evidence page,
and with their digests in `cite.json`. So a day's data is under 3 kB, whatever the day held: readers on a poor
connection pay for it with every page. Figures and downloads are in `plugins.linked_datasets`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2.utils import htmlsafe_json_dumps

from plugins import dating
from plugins.cards import Cards
from plugins.citing import address
from plugins.language_marks import Spoken
from plugins.routes import day_path
from plugins.site import Item, Site, Taxon
from plugins.stories import Story
from plugins.wording import description, plain, title
from plugins.words import say
from scrapers.briefing import Briefing, Citation, Section
from scrapers.model import Level, Place
from scrapers.places.gazetteer import Gazetteer
from scrapers.text import line, shortened

Node = dict[str, Any]

#: Bytes of a page's data as they stand in it; of these up to so many for corrections, and up to so many for places.
LIMIT, WITH_CORRECTIONS, WITH_PLACES = 2_000, 1_500, 1_500
#: Characters of a headline, of a description, of a correction, and of an address that is cited.
HEADLINE, DESCRIPTION, CORRECTION, ADDRESS = 110, 300, 300, 300
#: How `|tojson` writes: in the order given, without blanks, and no letter as six signs.
DUMPS: Mapping[str, Any] = {"sort_keys": False, "ensure_ascii": False, "separators": (",", ":")}


def octets(node: object) -> int:
    """Bytes of a value as `|tojson` writes it."""
    return len(htmlsafe_json_dumps(node, **DUMPS).encode())


def within(node: Node, name: str, found: Iterable[Node], limit: int) -> Node:
    """`node` with the first of `found` under `name`, so many that the whole has at most `limit` bytes."""
    room = limit - octets(node) - octets(name) - len(":[],")
    kept: list[Node] = []
    for each in found:
        room -= octets(each) + 1
        if room < 0:
            break
        kept.append(each)
    return {**node, name: kept} if kept else node


@dataclass(frozen=True)
class LinkedData:
    """The data of pages that tell developments."""

    site: Site
    gazetteer: Gazetteer
    spoken: Spoken
    cards: Cards

    # --- pages

    def day(self, briefing: Briefing) -> Node:
        """Of a day's page."""
        return self._day({"@context": "https://schema.org"}, briefing, LIMIT)

    def front(self, briefing: Briefing | None) -> Node:
        """Of the front page: the site, and the newest day as its part."""
        site = {"@context": "https://schema.org", **self.whole, "publisher": self.publisher}
        told = line(self.site.settings.tagline)
        site |= {"description": told, "inLanguage": self.site.settings.language} if told else {}
        return site | {"hasPart": self._day({}, briefing, LIMIT - octets(site))} if briefing else site

    def story(self, story: Story) -> Node:
        """Of a story's page."""
        began = {"startDate": str(story.first.day), "dateModified": str(story.last)}
        return self._list("CreativeWorkSeries", story.path, story.title, story.shown, began)

    def taxon(self, taxon: Taxon, items: Sequence[Item], kind: str, year: int | None = None) -> Node:
        """Of the page of a topic or a place (`kind` is `topics` or `places`), or of one of its years."""
        more: Node = {"dateModified": str(items[0].day)} if items else {}
        introduction = taxon.topic.introduction if taxon.topic else ""
        if introduction and not year:
            more["description"] = shortened(line(plain(introduction)), 200)
        path, name = (f"{taxon.path}{year}/", f"{taxon.name}, {year}") if year else (taxon.path, taxon.name)
        return self._list("CollectionPage", path, name, items, more, taxon.name if kind == "places" else None)

    # --- their parts

    @property
    def whole(self) -> Node:
        """The site, as pages name what they are a part of."""
        return {"@type": "WebSite", "name": line(self.site.settings.name), "url": self.url("")}

    @property
    def publisher(self) -> Node:
        settings = self.site.settings
        return {"@type": "Organization", "name": line(settings.publisher), "email": settings.email}

    def url(self, path: str) -> str:
        return f"{self.site.settings.url}/{path}"

    def described(self, text: str, sample: str | None) -> str:
        """A description, which says so where outlets are invented."""
        return shortened(" ".join((say("Sample:"), f"{line(sample)}.", text)), DESCRIPTION) if sample else text

    def _day(self, head: Node, briefing: Briefing, limit: int) -> Node:
        items = self.site.items_on(briefing.day)
        told = self.site.parted(briefing)
        published = dating.published(briefing).isoformat()
        node: Node = {
            **head,
            "@type": "NewsArticle",
            "headline": shortened(line(title(briefing)), HEADLINE),
            "description": self.described(line(description(briefing)), briefing.sample),
            "url": self.url(day_path(briefing.day)),
            "datePublished": published,
            # Of a correction only the day is known.
            "dateModified": str(briefing.updated) if briefing.updated > briefing.day else published,
            "inLanguage": self.site.settings.language,
            "image": self.url(self.cards.of(briefing).path),
        }
        if head:  # else the site is around it
            node |= {"isPartOf": self.whole, "publisher": self.publisher}
        node = within(node, "correction", self.corrections(items), min(limit, WITH_CORRECTIONS))
        node = within(node, "spatialCoverage", self.places(items), min(limit, WITH_PLACES))
        return within(node, "citation", self._leading((*told.full, *told.also)), limit)

    def _list(self, kind: str, path: str, name: str, items: Sequence[Item], more: Node, of: str | None = None) -> Node:
        node: Node = {"@context": "https://schema.org", "@type": kind, "name": shortened(line(name), HEADLINE)}
        node |= {"url": self.url(path), "inLanguage": self.site.settings.language, "isPartOf": self.whole, **more}
        node = within(node, "correction", self.corrections(items), WITH_CORRECTIONS)
        node = within(node, "spatialCoverage", self.places(items, of), WITH_PLACES)
        return within(node, "hasPart", map(self._development, items), LIMIT)

    def _development(self, item: Item) -> Node:
        headline = shortened(line(item.section.headline), HEADLINE)
        node = {"@type": "NewsArticle", "headline": headline, "url": address(self.site, item)}
        language = self.spoken.of_section(item.section)
        node |= {"datePublished": str(item.day)} | ({"inLanguage": language} if language else {})
        return within(node, "citation", self._leading([item.section]), LIMIT)

    def _leading(self, sections: Iterable[Section]) -> Iterator[Node]:
        """The first article of each development, each once."""
        taken: set[str] = set()
        for section in sections:
            first = next((c for c in section.citations if len(c.url) <= ADDRESS), None)
            if first and first.url not in taken:
                taken.add(first.url)
                yield self._article(first, section)

    def _article(self, citation: Citation, section: Section) -> Node:
        """An outlet's article; where somebody else made it, on whose behalf."""
        node: Node = {
            "@type": "Article",
            "name": shortened(line(citation.headline), HEADLINE),
            "url": citation.url,
            "publisher": {"@type": "Organization", "name": shortened(line(citation.source), HEADLINE)},
        }
        if citation.origin:
            maker = shortened(line(citation.origin), HEADLINE)
            node["sourceOrganization"] = {"@type": "Organization", "name": maker}
        language = self.spoken.of_citation(citation, section)
        return node | ({"inLanguage": language} if language else {})

    def corrections(self, items: Iterable[Item]) -> Iterator[Node]:
        """The corrections of developments, each with the permalink of what it corrects."""
        for item in items:
            for correction in item.section.corrections:
                yield {
                    "@type": "CorrectionComment",
                    "text": shortened(line(correction.text), CORRECTION),
                    "datePublished": str(correction.day),
                    "url": address(self.site, item),
                }

    def places(self, items: Iterable[Item], of: str | None = None) -> Iterator[Node]:
        """Where developments happened, each place once, as their `Place:` lines name it; first what a page is `of`."""
        named = (name for item in items for name in item.section.places)
        for name in dict.fromkeys([of, *named] if of else named):
            yield self.place(name)

    def place(self, name: str) -> Node:
        """A place, with its point where the gazetteer has one."""
        found: Place | None = self.gazetteer.resolved(name)
        kind = "Country" if found and found.level is Level.COUNTRY else "Place"
        node: Node = {"@type": kind, "name": shortened(line(name), HEADLINE)}
        if found and found.at:
            node["geo"] = {"@type": "GeoCoordinates", "latitude": found.at[0], "longitude": found.at[1]}
        return node
