"""What can be searched for? Each development and each story, as a document with what narrows a search to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins.passages import remarks
from plugins.site import Item, Site
from plugins.stories import Stories, Story
from plugins.vocabulary import capital, label_words
from plugins.wording import count, day_long, day_near, plain
from plugins.words import N_, say
from scrapers.briefing import Section, link
from scrapers.model import Credit

#: What narrows a search: the name in an address, and the words before its list.
FILTERS = {
    "topic": N_("Topic"),
    "country": N_("Country or waters"),
    "kind": N_("What happened"),
    "year": N_("Year"),
}


@dataclass(frozen=True, kw_only=True)
class Document:
    """A development or a story as a search finds it."""

    #: Where it leads, below the site's address.
    path: str
    title: str
    day: date
    #: What stands below its title: its day, or how long the story is told.
    told: str
    #: Everything else that can be found of it, a paragraph each.
    text: tuple[str, ...]
    #: Whose words it quotes, each with what a reader must know of them.
    voices: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    #: By the names of `FILTERS`.
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def beside(self) -> str:
        """What a page of results shows of it besides its title and an excerpt, as JSON."""
        credits = [(f"{'' if c.names_source else f'{c.source}: '}{c.words}", c.url) for c in self.credits]
        return json.dumps({"at": self.path, "told": self.told, "voices": self.voices, "credits": credits})


def documents(site: Site, stories: Stories) -> Iterator[Document]:
    """Every development and every story, each kind the newest first."""
    for item in site.items:
        yield _of_item(site, item)
    for story in stories.every:
        yield _of_story(site, story)


def by_year(found: Iterable[Document]) -> dict[int, list[Document]]:
    """The documents of each year, which has an index of its own; a story's year is its last. The newest year first."""
    years: dict[int, list[Document]] = {}
    for document in found:
        years.setdefault(document.day.year, []).append(document)
    return {year: years[year] for year in sorted(years, reverse=True)}


def choices(found: tuple[Document, ...]) -> dict[str, tuple[str, ...]]:
    """What each filter offers, by letter; years the newest first."""
    offered = {name: sorted({v for each in found for v in each.filters[name]}, key=str.casefold) for name in FILTERS}
    return {name: tuple(reversed(values) if name == "year" else values) for name, values in offered.items()}


def _of_item(site: Site, item: Item) -> Document:
    section = item.section
    return Document(
        path=item.path,
        title=section.headline,
        day=item.day,
        told=day_long(item.day),
        text=tuple(_told(section)),
        voices=tuple(_voices(section)),
        credits=site.credits_of(section),
        filters=_filters(site, item),
    )


def _told(section: Section) -> Iterator[str]:
    """What its page says of it unfolded; who reports it stands folded there and is not searched."""
    yield plain(section.prose)
    yield from section.places
    yield from section.notes
    yield from (correction.text for correction in section.corrections)


def _voices(section: Section) -> Iterator[str]:
    """Each outlet that its prose quotes or names with a link, with its labels: an excerpt may hold words of any."""
    quoted = {passage.source: remarks(passage) for passage in section.passages}
    for citation in section.citations:
        if link(citation.url) in section.prose:
            quoted.setdefault(citation.source, (label_words(citation.label),) if citation.label else ())
    for source, said in quoted.items():
        yield f"{source} ({'; '.join(said)})" if said else source


def _of_story(site: Site, story: Story) -> Document:
    since = day_near(story.first.day, story.last)
    of_items = [_filters(site, item) for item in story.shown]
    return Document(
        path=story.path,
        title=story.title,
        day=story.last,
        told=say(
            "Story, told on %(days)s from %(first)s to %(last)s",
            days=count(story.days, "day"),
            first=since,
            last=day_near(story.last),
        ),
        text=tuple(dict.fromkeys(item.section.headline for item in story.shown)),
        credits=site.credits_of(*(item.section for item in story.shown)),
        filters={name: tuple(dict.fromkeys(v for each in of_items for v in each[name])) for name in FILTERS},
    )


def _filters(site: Site, item: Item) -> dict[str, tuple[str, ...]]:
    section = item.section
    return {
        "topic": tuple(taxon.name for taxon in site.topics_of(section)),
        "country": tuple(dict.fromkeys(taxon.name for _, taxon in site.places_of(section))),
        "kind": (capital(say(section.kind)),) if section.kind else (),
        "year": (str(item.day.year),),
    }
