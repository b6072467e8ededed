"""Invented reports of real places, for the tests of places: own sentences."""

from __future__ import annotations

from functools import cache

from scrapers.model import Article, Level, Source, Whereabouts
from scrapers.places.gazetteer import Gazetteer, gazetteer_of
from scrapers.places.where import whereabouts
from tests.desk import DESK


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer with the places and two speakers that come with the project."""
    own = (DESK / "places.txt").read_text(encoding="utf-8")
    return gazetteer_of(own, {"Zelensky": "UA", "Aliyev": "AZ"})


def report(headline: str, summary: str = "", *, language: str = "en", country: str | None = None) -> Article:
    """One report; `country` is its outlet's."""
    source = Source(name="Example Wire", feeds=(), country=country)
    return Article(
        id=headline,
        source=source,
        url="https://example.org/a",
        headline=headline,
        summary=summary,
        text=summary,
        language=language,
    )


def found(headline: str, *more: Article, summary: str = "", states: str = "", language: str = "en") -> Whereabouts:
    """Where a headline, its own summary and further reports say it was; `states` are the topic's."""
    first = report(headline, summary, language=language)
    return whereabouts(headline, (first, *more), gazetteer=gazetteer(), countries=frozenset(states.split()))


def names(where: Whereabouts) -> list[str]:
    """The towns, regions and waters."""
    return [place.name for place in where.places if place.level is not Level.COUNTRY]


def states(where: Whereabouts) -> list[str | None]:
    """The states of all its places."""
    return [place.country for place in where.places]
