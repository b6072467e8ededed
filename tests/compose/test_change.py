"""What is new since yesterday is said, and two numbers are compared only where they count the same thing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from scrapers.compose.change import NOTHING, change_of
from scrapers.compose.speakers import read_aliases
from scrapers.model import Article, Development, Feed, PastDevelopment, Source

ALIASES = read_aliases("Sergey Lavrov, Lavrov = Sergey Lavrov | foreign minister of Russia | RU\n")


def article(headline: str, summary: str = "", outlet: str = "Wire") -> Article:
    return Article(
        id=headline,
        source=Source(name=outlet, feeds=(Feed(url="https://example.org/feed"),)),
        url="https://example.org/a",
        headline=headline,
        summary=summary,
        text=summary,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )


def past(*texts: str, sources: tuple[str, ...] = ("Wire",), follows: str | None = None) -> PastDevelopment:
    return PastDevelopment(
        day=date(2026, 8, 20), id="old", headline=texts[0], texts=texts, sources=sources, follows=follows
    )


CASES = {
    "a higher number of the same": (
        article("At least 36 people killed in Hama, monitor says"),
        past("At least 26 people killed in Hama, monitor says"),
        "killed: at least 36, up from at least 26 on 20 August",
    ),
    "a smaller number is no revision": (
        article("At least 12 people killed in Hama, monitor says"),
        past("At least 26 people killed in Hama, monitor says"),
        NOTHING,
    ),
    "a number of somewhere else is no revision": (
        article("Strike kills 45 people in Gaza City"),
        past("Strike kills 26 people in Hama"),
        "killed: 45 in Gaza City",
    ),
    "who is counted is said": (
        article("Attack kills 33 soldiers in Koravets"),
        past("Attack on post near Koravets"),
        "killed: 33 soldiers in Koravets",
    ),
    "the same figure again": (
        article("Strike kills 7 people in Gaza City"),
        past("Seven people were killed in Gaza City"),
        NOTHING,
    ),
    "a figure of what the report is not about": (
        article("Talks go on", "The war has killed 45,400 people since October 2023."),
        past("Talks go on"),
        NOTHING,
    ),
    "a speaker who had not spoken": (
        article("Talks go on", "Russia rejects the proposal, Foreign Minister Sergey Lavrov said."),
        past("Talks go on"),
        "now also quoted: Sergey Lavrov",
    ),
    "an outlet that had not told it": (
        article("Talks go on", outlet="Radio"),
        past("Talks go on"),
        "more outlets: Radio",
    ),
    "another desk of the same house is no other outlet": (
        article("Talks go on", outlet="Wire - World"),
        past("Talks go on"),
        NOTHING,
    ),
    "the headline's own news": (
        article("Egypt opens harbour of Koravets for grain ships"),
        past("Talks go on"),
        "what the headline tells",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_new(case: str) -> None:
    told, before, expected = CASES[case]
    development = Development(id="x", headline=told.headline, articles=(told,), follows="2026-08-20#old")
    assert change_of(development, {"2026-08-20#old": before}, aliases=ALIASES) == expected


def test_a_fact_of_another_headline_is_told_with_its_outlet() -> None:
    own = article("Talks on grain go on in Doha", outlet="Wire")
    other = article("Talks on grain move to Ankara as Egypt offers harbour", outlet="Radio")
    development = Development(id="x", headline=own.headline, articles=(own, other), follows="2026-08-20#old")
    change = change_of(
        development,
        {"2026-08-20#old": past("Talks on grain go on in Doha", sources=("Wire", "Radio"))},
        aliases=ALIASES,
        retold=lambda told: told.headline,
    )
    assert change == "Talks on grain move to Ankara as Egypt offers harbour (Radio)"


def test_nothing_new_begins_as_the_site_expects() -> None:
    assert NOTHING.startswith("told again")


def test_a_story_that_begins_is_new() -> None:
    assert change_of(Development(id="x", headline="x", articles=(article("y"),)), {}, aliases=ALIASES) == "new"


def test_a_story_that_goes_in_a_circle_ends() -> None:
    circle = {"2026-08-20#old": past("y", follows="2026-08-20#old")}
    told = Development(id="x", headline="x", articles=(article("y"),), follows="2026-08-20#old")
    assert change_of(told, circle, aliases=ALIASES)
