"""Which figures and claims of the articles are the development's?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from scrapers.facts.rows import claim_lines, figure_lines
from scrapers.facts.speakers import NO_ALIASES
from scrapers.model import Article, Development, Rights, SnippetRule, Source

DAY = date(2026, 8, 21)
HEADING = "Missiles hit market of Koravets"


def article(outlet: str, headline: str, text: str = "") -> Article:
    return Article(
        id=outlet,
        source=Source(name=outlet, feeds=()),
        url=f"https://example.org/{outlet}",
        headline=headline,
        summary=text,
        text=text,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )


def counted(*articles: Article) -> list[tuple[str, str | None, str | None]]:
    development = Development(id="x", headline=HEADING, articles=articles)
    return [(line.metric, line.value, line.who) for line in figure_lines([development], day=DAY, aliases=NO_ALIASES)]


def test_a_headline_counts_where_the_text_below_does_not() -> None:
    told = article("Post", "Missiles kill 25 People in Koravets market", "The market burned until noon on Friday.")
    assert counted(told) == [("killed", "25", "people")]
    both = article("Post", "Missiles kill 25 in Koravets market", "Missiles killed 19 people in Koravets, police said.")
    assert [value for _, value, _ in counted(both)] == ["19"]


def test_what_a_page_that_runs_all_day_counts_elsewhere_is_no_figure_of_it() -> None:
    text = (
        "Missiles hit the market of Koravets at noon, killing 12 people.\nTwo women were killed in shelling of Talvor."
    )
    page = article("Post", "Norland war live: missiles hit market of Koravets", text)
    assert [value for _, value, _ in counted(page)] == ["12"]


def test_what_somebody_says_of_something_else_there_is_no_claim_about_it() -> None:
    text = (
        "The governor of Koravets said that missiles hit the market at noon.\n"
        "Norland's foreign ministry said that grain ships would sail from the eastern ports."
    )
    page = article("Post", "Norland war live: missiles hit market of Koravets", text)
    development = Development(id="x", headline=HEADING, articles=(page,))
    said = [line.speaker for line in claim_lines([development], day=DAY, aliases=NO_ALIASES)]
    assert said == ["the governor of Koravets"]


def test_a_copy_of_a_report_counts_nothing_a_second_time() -> None:
    text = "Missiles killed 19 people in the market of Koravets, the governor said."
    first, copy = article("Wire", HEADING, text), article("Post", HEADING, text)
    assert len(counted(first, copy)) == 2
    development = Development(id="x", headline=HEADING, articles=(first, copy), copies=(("Post", "Wire"),))
    for lines in (figure_lines, claim_lines):
        assert {line.source for line in lines([development], day=DAY, aliases=NO_ALIASES)} == {"Wire"}


@pytest.mark.parametrize("headline", ["Why 300 people died in Koravets", "Were 300 people killed in Koravets?"])
def test_a_headline_that_asks_counts_nothing(headline: str) -> None:
    assert counted(article("Post", headline)) == []


def test_what_was_before_is_no_figure_of_the_day_and_a_running_total_is() -> None:
    before = article("Post", HEADING, "Missiles killed 19 people in the market of Koravets a year ago.")
    assert counted(before) == []
    total = article("Post", HEADING, "Since last month missiles have killed 190 people in the markets of Koravets.")
    assert [value for _, value, _ in counted(total)] == ["190"]


def test_the_ledger_shows_a_speakers_own_words_in_their_length_and_of_the_outlets_none() -> None:
    long = f"The market hall was full of people {'and of carts ' * 4}at noon"
    text = (
        "“The market hall was full at noon,” said Ana Petrov.\n"
        f"“{long},” said Marek Dolan.\n"
        "Amina Yusuf said the market hall had burned until dusk."
    )
    development = Development(id="x", headline=HEADING, articles=(article("Post", HEADING, text),))
    said = {line.speaker: line.words for line in claim_lines([development], day=DAY, aliases=NO_ALIASES)}
    assert said == {"Ana Petrov": "The market hall was full at noon,", "Marek Dolan": None, "Amina Yusuf": None}


OWN_WORDS = "“The market hall was full at noon,” said Ana Petrov."
REFUSED: dict[str, tuple[dict[str, object], bool]] = {
    "nothing": ({}, True),
    "nothing of a speaker's": ({"rights": Rights.LINK}, True),
    "nosnippet": ({"snippet": SnippetRule(limit=0, said=("nosnippet",))}, False),
    "more than a passage": ({"snippet": SnippetRule(limit=120, said=("max-snippet:120",))}, False),
    "text mining": ({"snippet": SnippetRule(limit=0, said=("tdm-reservation:1",))}, False),
    "data-nosnippet": ({"withheld": OWN_WORDS}, False),
    "data-nosnippet of something else": ({"withheld": "The harbour burned until noon."}, True),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_ledger_tells_who_speaks_and_no_words_that_a_publisher_refuses(case: str) -> None:
    refused, shown = REFUSED[case]
    told = replace(article("Post", HEADING, OWN_WORDS), **refused)  # type: ignore[arg-type]
    (line,) = claim_lines([Development(id="x", headline=HEADING, articles=(told,))], day=DAY, aliases=NO_ALIASES)
    assert line.speaker == "Ana Petrov"
    assert (line.words is not None) is shown
