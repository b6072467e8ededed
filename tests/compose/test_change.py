"""What is new since yesterday is said, and two numbers are compared only where they count the same thing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from scrapers.compose.change import change_of
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
    "a revision at the same place": (
        article("At least 36 people killed in Hama, monitor says"),
        past("At least 26 people killed in Hama, monitor says"),
        "killed: 26, now 36",
    ),
    "a figure of something else is no revision": (
        article("Strike kills 7 people in Gaza City"),
        past("More than 45,400 people have been killed since October 2023"),
        "killed: 7",
    ),
    "the same figure again": (
        article("Strike kills 7 people in Gaza City"),
        past("Seven people were killed in Gaza City"),
        "told again, with no new figure, speaker or source",
    ),
    "a speaker who had not spoken": (
        article("Talks go on", "Russia rejects the proposal, Foreign Minister Sergey Lavrov said."),
        past("Talks go on"),
        "now quoted: Sergey Lavrov",
    ),
    "a source that had not told it": (
        article("Talks go on", outlet="Radio"),
        past("Talks go on"),
        "first told by Radio",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_new(case: str) -> None:
    told, before, expected = CASES[case]
    development = Development(id="x", headline="x", articles=(told,), follows="2026-08-20#old")
    assert change_of(development, {"2026-08-20#old": before}, aliases=ALIASES) == expected


def test_a_story_that_begins_is_new() -> None:
    assert change_of(Development(id="x", headline="x", articles=(article("y"),)), {}, aliases=ALIASES) == "new"


def test_a_story_that_goes_in_a_circle_ends() -> None:
    circle = {"2026-08-20#old": past("y", follows="2026-08-20#old")}
    told = Development(id="x", headline="x", articles=(article("y"),), follows="2026-08-20#old")
    assert change_of(told, circle, aliases=ALIASES)
