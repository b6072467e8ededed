"""What an article counts at its beginning: whole numbers, and none of what only asks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.facts.beginning import BEGINNING, first_figures
from scrapers.facts.speakers import NO_ALIASES
from scrapers.model import Article, Source

TOLL = "Missiles on the market of Koravets killed 1,180 people and injured 2,345, the governor said."


def counted(headline: str, text: str = "", summary: str = "") -> set[tuple[str, int]]:
    article = Article(
        id="x",
        source=Source(name="Post", feeds=()),
        url="https://example.org/x",
        headline=headline,
        summary=summary,
        text=text,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )
    return {(figure.metric, int(figure.value or 0)) for figure, _ in first_figures(article, aliases=NO_ALIASES)}


@pytest.mark.parametrize("joint", ["\n", " "])
def test_wherever_the_beginning_ends_no_number_is_cut(joint: str) -> None:
    whole = {("killed", 1180), ("injured", 2345)}
    lost = 0
    for inside in range(len(TOLL) + 2):
        before = ("The market hall burned until noon. " * 99)[: BEGINNING - inside - 2].rstrip() + "."
        found = counted("Missiles hit Koravets", f"{before.ljust(BEGINNING - inside - 1, '.')}{joint}{TOLL}")
        assert found in (whole, set()), inside
        lost += not found
    assert found == whole
    assert lost == len(TOLL)


def test_what_is_counted_behind_the_beginning_is_not_read_to_the_articles_end() -> None:
    long = "The market hall burned until noon. " * 3000
    assert counted("Missiles hit Koravets", f"{TOLL} {long} Missiles killed 77 people.") == counted("", TOLL)


ASKS = ("Were 40 people killed in Koravets?", "Why 40 people were killed in Koravets", "‘40 killed?’ Koravets asks")


@pytest.mark.parametrize("headline", ASKS)
def test_a_headline_that_asks_counts_nothing(headline: str) -> None:
    assert counted(headline) == set()
    assert counted("Missiles kill 40 people in Koravets") == {("killed", 40)}
