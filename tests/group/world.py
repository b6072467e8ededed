"""Invented outlets and articles for the tests of grouping: own sentences, no real publisher's text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

from scrapers.commands.group import read_topics
from scrapers.model import Affiliation, Article, Origin, Source, Topic
from tests.desk import DESK

NOW = datetime(2026, 8, 21, 23, 30, tzinfo=UTC)


@cache
def topics() -> tuple[Topic, ...]:
    """The topics that come with the project."""
    return read_topics(DESK)


def source(
    name: str,
    *,
    family: str | None = None,
    affiliation: Affiliation = Affiliation.INDEPENDENT,
    country: str | None = None,
    regions: tuple[str, ...] = (),
) -> Source:
    return Source(name=name, feeds=(), family=family, affiliation=affiliation, country=country, regions=regions)


def article(
    key: str,
    headline: str,
    summary: str = "",
    *,
    by: str | Source = "Example Wire",
    hours: float = 5.0,
    text: str = "",
    language: str = "en",
    origin: str | None = None,
) -> Article:
    """An article published `hours` before NOW."""
    return Article(
        id=key,
        source=by if isinstance(by, Source) else source(by),
        url=f"https://example.org/{key}",
        headline=headline,
        summary=summary,
        text=text or summary,
        published=NOW - timedelta(hours=hours),
        language=language,
        origin=Origin(name=origin, evidence="byline") if origin else None,
    )


#: One night: a strike told by four outlets, talks told by three, a small war told by one, and what does not belong.
NIGHT: tuple[Article, ...] = (
    article(
        "a1",
        "Missile strike on Sumy bus station kills 11, governor says",
        "Regional governor says two missiles hit the bus station in Sumy in the morning rush; 30 people are in hospital.",
        by="North Post",
        hours=9,
    ),
    article(
        "a2",
        "At least 11 killed as Russian missiles hit bus station in Sumy",
        "Two missiles struck the main bus station of the Ukrainian city of Sumy on Friday, the governor said.",
        by="Harbour Times",
        hours=8,
    ),
    article(
        "a3",
        "Ukraine: Sumy bus station hit by missiles, 11 dead",
        "Rescue workers search the bus station in Sumy after a missile strike that killed eleven people.",
        by="Ostland Radio",
        hours=7,
    ),
    article(
        "a4",
        "What we know about the Sumy bus station strike",
        "Eleven people were killed when missiles hit the bus station of Sumy. Here is what is known so far.",
        by="Daily Lantern",
        hours=4,
    ),
    article(
        "b1",
        "Gaza ceasefire talks resume in Doha with both delegations present",
        "Mediators from Qatar and Egypt said the ceasefire talks on Gaza had resumed in Doha after a pause of nine days.",
        by="North Post",
        hours=6,
    ),
    article(
        "b2",
        "Mediators say Gaza truce talks in Doha have resumed",
        "Qatar and Egypt say delegations from Israel and Hamas are back in Doha for ceasefire talks on Gaza.",
        by="Harbour Times",
        hours=5,
    ),
    article(
        "b3",
        "Doha: Hamas and Israeli teams return to ceasefire talks",
        "The delegations returned to Doha on Friday, mediators from Qatar said, for talks on a ceasefire in Gaza.",
        by="Gulf Ledger",
        hours=3,
    ),
    article(
        "c1",
        "Gunmen attack village in Burkina Faso, killing 14",
        "Armed men on motorcycles attacked a village in the north of Burkina Faso before dawn, a security source said.",
        by="Sahel Voice",
        hours=12,
    ),
    article(
        "x1", "Rovers win cup final after penalty shootout", "The striker scored twice in the attack.", by="Sport Day"
    ),
    article(
        "x2", "Supermarket price war cuts cost of milk", "Farmers say the price war hurts them.", by="Daily Lantern"
    ),
    article("x3", "Quiz: how much do you know about cheese?", by="Daily Lantern"),
)
