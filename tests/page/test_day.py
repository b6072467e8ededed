"""The day as a whole: what lies ahead, what could not be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from scrapers.briefing import AHEAD, UNSEEN, Briefing, item_key
from scrapers.briefing_file import dumps, loads
from scrapers.facts.claims import claims
from scrapers.facts.speakers import NO_ALIASES, read_aliases
from scrapers.model import Affiliation, Article, Development, Feed, Origin, Rights, SnippetRule, Source
from scrapers.outcome import Result
from scrapers.page.day import briefing_of
from scrapers.page.section import headline_of
from scrapers.report import SourceReport

DAY = date(2026, 8, 21)
NOW = datetime(2026, 8, 21, 23, 30, tzinfo=UTC)


def article(name: str, text: str) -> Article:
    return Article(
        id=name,
        source=Source(name=f"Outlet {name}", feeds=(Feed(url="https://example.org/feed"),)),
        url=f"https://example.org/{name}",
        headline=f"Headline {name}",
        text=text,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
        rights=Rights.PREVIEW,
    )


def row(name: str, outcome: Result, detail: str = "") -> SourceReport:
    return SourceReport(name=name, feed=f"https://example.org/{name}", outcome=outcome, detail=detail)


def made(developments: Sequence[Development], reports: tuple[SourceReport, ...] = ()) -> Briefing:
    return briefing_of(
        developments,
        day=DAY,
        now=NOW,
        window=timedelta(hours=30),
        topics=(),
        past={},
        aliases=NO_ALIASES,
        reports=reports,
    )


def day_of(*articles: Article, reports: tuple[SourceReport, ...] = ()) -> str:
    developments = [Development(id=f"d{a.id}", headline=a.headline, articles=(a,)) for a in articles]
    text = dumps(made(developments, reports))
    assert dumps(loads(text)) == text
    return text


def test_what_lies_ahead_is_dated_and_says_who_names_it() -> None:
    text = day_of(
        article("a", "The presidents of Egypt and Mali will meet in Geneva on August 28, officials said."),
        article("b", "Ana Petrov will hold a summit in Ankara on August 24."),
    )
    items = loads(text).items(AHEAD)
    assert len(items) == 2
    assert items[0].startswith("Monday 24 August 2026: “")
    assert "[Outlet b](https://example.org/b)" in items[0]
    assert "Geneva" in items[1]
    assert all("[" not in item_key(item) for item in items)


def test_what_a_page_lets_nobody_quote_lies_not_ahead() -> None:
    told = article("a", "The presidents of Egypt and Mali will meet in Geneva on August 28, officials said.")
    assert AHEAD in day_of(told)
    assert AHEAD not in day_of(replace(told, snippet=SnippetRule(limit=0, said=("nosnippet",))))
    assert AHEAD not in day_of(replace(told, withheld=f"Subscribe.\n{told.text}"))
    assert AHEAD not in day_of(replace(told, rights=Rights.LINK)), "its own words, of who sells its wire"


def test_the_past_does_not_lie_ahead() -> None:
    assert AHEAD not in day_of(article("a", "The two presidents met in Geneva on August 18, officials said."))


def test_each_source_that_failed_is_named_with_its_reason() -> None:
    reports = (row("Radio", Result.TIMEOUT, "30 s"), row("Wire", Result.OK), row("Post", Result.UNCHANGED))
    briefing = loads(day_of(reports=reports))
    assert briefing.items(UNSEEN) == ("Radio: timeout (30 s), 2026-08-21 23:30 UTC",)


def test_the_summary_is_left_to_who_shows_it() -> None:
    assert "Summary:" not in day_of(article("a", ""))


def test_an_office_of_today_is_not_printed_for_another_day() -> None:
    aliases = read_aliases("Trump, Donald Trump = Donald Trump | president of the United States | US\n")
    for text in (
        "“It will end soon,” President-elect Donald Trump said on Friday.",
        "“It will end soon,” Donald Trump said on Friday.",
    ):
        assert [claim.role for claim in claims(text, aliases=aliases)] == [None]
    (claim,) = claims("“It will end soon,” President Donald Trump said on Friday.", aliases=aliases)
    assert claim.role == "president of the United States"


def war(name: str, headline: str, text: str) -> Development:
    told = replace(article(name, text), headline=headline)
    return Development(id=name, headline=headline, articles=(told,), conflict="river-war")


def test_of_the_running_tolls_of_one_war_a_day_tells_the_highest_once() -> None:
    developments = (
        war("early", "Fighting rages on in river towns", "At least 97 people have been killed, medics said on Friday."),
        war(
            "late",
            "Death toll rises in river war as hospitals close",
            "More than 180 people have been killed in the river war, medics said.",
        ),
        war("again", "Fighting enters a third day", "More than 180 people have been killed, medics said."),
        war(
            "event",
            "Strike hits market",
            "Five people were killed in Koravets when a strike hit a market, medics said.",
        ),
    )
    prose = {section.id: section.prose for section in made(developments).sections if section.id}
    assert "97" not in prose["early"]
    assert "180" in prose["late"]
    assert "180" not in prose["again"]
    assert "5 people" in prose["event"]


def test_a_headline_that_asks_is_no_running_toll() -> None:
    told = war(
        "told", "Fighting rages on in river towns", "At least 97 people have been killed, medics said on Friday."
    )
    asks = war("asks", "Have 900 people been killed in the river war?", "Hospitals count the dead of the river war.")
    (prose, _) = (section.prose for section in made([told, asks]).sections if section.id)
    assert "97" in prose


HEADINGS = {
    "River towns live briefing: Strike hits harbour of Koravets": "Strike hits harbour of Koravets",
    "River war at a glance: envoy meets rebels in Koravets": "Envoy meets rebels in Koravets",
    "Live: Envoy meets rebels in Koravets": "Envoy meets rebels in Koravets",
    "Envoy meets rebels in Koravets,": "Envoy meets rebels in Koravets",
    "Envoy meets rebels in Koravets –": "Envoy meets rebels in Koravets",
    "Envoy meets rebels in Koravets (the harbour of": "Envoy meets rebels in Koravets",
    "Envoy calls truce “a sham in Koravets": "Envoy calls truce “a sham in Koravets”",
    "Envoy calls truce 'a sham in Koravets": "Envoy calls truce 'a sham in Koravets'",
    "Envoy thanked ‘our friends in Koravets’ rebel camp": "Envoy thanked ‘our friends in Koravets’ rebel camp",
    'Envoy thanked "our friends in Koravets': 'Envoy thanked "our friends in Koravets"',
    "Rebels tell 'em to leave Koravets": "Rebels tell em to leave Koravets",
    "Envoy’s visit to rebels’ harbour (Koravets) ends": "Envoy’s visit to rebels’ harbour (Koravets) ends",
    "Envoy calls truce ‘a sham’": "Envoy calls truce ‘a sham’",
    "Live fire kills three in Koravets": "Live fire kills three in Koravets",
}


@pytest.mark.parametrize("headline", HEADINGS)
def test_a_heading_has_no_label_before_it_and_nothing_left_over_behind(headline: str) -> None:
    assert headline_of(Development(id="x", headline=headline, articles=())) == HEADINGS[headline]


def test_a_citation_says_whose_text_a_copy_is_and_what_must_be_known_of_its_outlet() -> None:
    first, copy, carried, own = (article(name, "") for name in "abcd")
    carried = replace(carried, origin=Origin(name="North Wire", evidence="byline"))
    own = replace(own, source=replace(own.source, affiliation=Affiliation.STATE, country="RU"))
    told = Development(id="x", headline="x", articles=(first, copy, carried, own), copies=(("b", "a"),))
    (section,) = (section for section in made([told]).sections if section.id)
    cited = {citation.url[-1]: (citation.origin, citation.label) for citation in section.citations}
    assert cited == {
        "a": (None, None),
        "b": ("Outlet a", None),
        "c": ("North Wire", None),
        "d": (None, own.source.label),
    }
    assert own.source.label


#: What may pass without a word: the feed answered, and nothing of it is missing.
ANSWERED = {Result.OK, Result.UNCHANGED, Result.UNDATED, Result.FEWER_ITEMS}


@pytest.mark.parametrize("outcome", Result)
def test_no_feed_that_gave_no_answer_looks_calm(outcome: Result) -> None:
    named = loads(day_of(reports=(row("Radio", outcome),))).items(UNSEEN)
    assert [item_key(item) for item in named] == ([] if outcome in ANSWERED else ["Radio"])
