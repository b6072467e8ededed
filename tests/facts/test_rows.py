"""Which figures and claims of the articles are the development's?"""

from __future__ import annotations

from datetime import UTC, date, datetime

from scrapers.facts.rows import claim_lines, figure_lines
from scrapers.facts.speakers import NO_ALIASES
from scrapers.model import Article, Development, Source

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
