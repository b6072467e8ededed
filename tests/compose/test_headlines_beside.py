"""Where nothing can be said safely in our own words, other outlets' headlines stand word for word, if they tell more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.compose.prose import headlines_beside
from scrapers.compose.rights import SPEECH
from scrapers.model import Article, Development, Source

HEADING = "Raid kills rebel commander near Koravets"


def article(outlet: str, headline: str, *, language: str = "en") -> Article:
    return Article(
        id=outlet,
        source=Source(name=outlet, feeds=()),
        url=f"https://example.org/{outlet}",
        headline=headline,
        text="",
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
        language=language,
    )


def shown(*others: Article) -> tuple[str, ...]:
    return tuple(headlines_beside(Development(id="x", headline=HEADING, articles=(article("Wire", HEADING), *others))))


def test_a_headline_that_tells_more_stands_with_its_outlet() -> None:
    more = article("Post", "Rebel commander Tarvik killed in helicopter raid near Koravets")
    assert shown(more) == (
        "[Post](https://example.org/Post): “Rebel commander Tarvik killed in helicopter raid near Koravets”.",
    )


LEFT_OUT = {
    "it tells the same": article("Post", "Rebel commander killed in raid near Koravets"),
    "it tells one ordinary word more": article("Post", "Rebel commander killed in dawn raid near Koravets"),
    "it asks": article("Post", "Who was Tarvik, the rebel commander killed by helicopter near Koravets?"),
    "it runs all day": article("Post", "Koravets raid live: rebel commander Tarvik killed by helicopter"),
    "it is a view": article("Post", "Rebel commander raid near Koravets must lead to helicopter talks | Ina Bor"),
    "another language": article("Post", "Rebel commander Tarvik killed in helicopter raid, Koravets", language="pl"),
    "too long to quote": article("Post", "Rebel commander killed near Koravets " + "in helicopter raid " * SPEECH),
    "another matter": article("Post", "Parliament of Ostmark votes on pension reform after long debate"),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_tells_no_more_or_is_no_report_is_left_out(case: str) -> None:
    assert shown(LEFT_OUT[case]) == ()


def test_marks_inside_a_headline_do_not_end_the_quotation() -> None:
    (told,) = shown(article("Post", 'Rebel commander Tarvik, "the Fox", killed by helicopter near Koravets'))
    assert told.count("“") == told.count("”") == 1


def test_no_more_than_two() -> None:
    names = ("Tarvik Belor", "Oskar Dunn", "Milan Fest", "Petra Gold")
    others = [article(f"Post{n}", f"Rebel commander {name} killed near Koravets") for n, name in enumerate(names)]
    assert len(shown(*others)) == 2
