"""What is new since yesterday is said, and two numbers are compared only where they count the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from scrapers.briefing import Section, nothing_new
from scrapers.compose.change import AGAIN, NOTHING, change_of
from scrapers.compose.ourwords import Retellings, in_our_words
from scrapers.compose.speakers import read_aliases
from scrapers.compose.statement import is_about
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
        "killed: at least 36 people in Hama according to a monitor, up from at least 26 on 20 August (Wire)",
    ),
    "a smaller number is no revision": (
        article("At least 12 people killed in Hama, monitor says"),
        past("At least 26 people killed in Hama, monitor says"),
        "before, on 20 August: “At least 26 people killed in Hama, monitor says”",
    ),
    "who is counted is said": (
        article("Attack on post near Koravets", "An attack killed 33 soldiers in Koravets on Friday."),
        past("Attack near Koravets"),
        "killed: 33 soldiers in Koravets (Wire)",
    ),
    "a number that the heading has": (
        article("Strike kills 45 people in Gaza City"),
        past("Strike hits Gaza City"),
        "before, on 20 August: “Strike hits Gaza City”",
    ),
    "the same figure again": (
        article("Strike kills 7 people in Gaza City"),
        past("Seven people were killed in Gaza City strike"),
        NOTHING,
    ),
    "a figure of what the report is not about": (
        article("Talks go on", "The war has killed 45,400 people since October 2023."),
        past("Talks go on"),
        NOTHING,
    ),
    "a party that had not spoken": (
        article("Russia hears proposal", "Russia rejects the proposal, Foreign Minister Sergey Lavrov said."),
        past("Russia hears proposal"),
        "now quoted: Sergey Lavrov",
    ),
    "a speaker of no party": (
        article("Talks go on", "Russia rejects the proposal, Foreign Minister Sergey Lavrov said."),
        past("Talks go on"),
        NOTHING,
    ),
    "an outlet that had not told it": (
        article("Talks go on", outlet="Radio"),
        past("Talks go on"),
        f"{AGAIN}; now also by Radio",
    ),
    "a heading of its own": (
        article("Egypt opens harbour of Koravets for grain ships"),
        past("Talks go on"),
        "before, on 20 August: “Talks go on”",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_new(case: str) -> None:
    told, before, expected = CASES[case]
    development = Development(id="x", headline=told.headline, articles=(told,), follows="2026-08-20#old")
    change = change_of(
        development,
        {"2026-08-20#old": before},
        aliases=ALIASES,
        counted_in=lambda one: [
            each.figure for each in in_our_words(ALIASES)(one) if each.figure and is_about(each.figure, one.headline)
        ],
    )
    assert change == expected


def test_what_is_near_to_the_day_before_and_follows_nothing_is_not_called_new() -> None:
    told = article("Talks go on")
    near = Development(id="x", headline=told.headline, articles=(told,), related="2026-08-20#old")
    assert change_of(near, {"2026-08-20#old": past("Talks")}, aliases=ALIASES) == ""
    assert change_of(replace(near, related=None), {}, aliases=ALIASES) == "new"


def test_a_heading_of_other_words_than_the_last_is_not_told_again_with_nothing_new() -> None:
    told = article("Egypt ends flights from Koravets with 1,800 people out")
    development = Development(id="x", headline=told.headline, articles=(told,), follows="2026-08-20#old")
    earlier = past("Nurses told they can take flights of Egypt", "Egypt ends flights", "1,800 people out of Koravets")
    change = change_of(development, {"2026-08-20#old": earlier}, aliases=ALIASES)
    assert change == "before, on 20 August: “Nurses told they can take flights of Egypt”"


SENTENCE = "Egypt offers the harbour of Ankara for talks on grain"


@pytest.mark.parametrize(
    ("prose", "before", "expected"),
    [
        ((), (), f"{SENTENCE} (Radio)"),
        ((f"{SENTENCE}, [Radio](https://example.org/a) (state media) reports.",), (), f"{SENTENCE} (Radio)"),
        ((), (f"{SENTENCE}.",), NOTHING),
    ],
    ids=["new", "told in the section", "told before"],
)
def test_a_fact_is_told_with_its_outlet_unless_it_stands_elsewhere(
    prose: tuple[str, ...], before: tuple[str, ...], expected: str
) -> None:
    own = article("Talks on grain go on in Doha", outlet="Wire")
    other = article("Talks on grain move to Ankara", outlet="Radio")
    development = Development(id="x", headline=own.headline, articles=(own, other), follows="2026-08-20#old")
    change = change_of(
        development,
        {"2026-08-20#old": past("Talks on grain go on in Doha", *before, sources=("Wire", "Radio"))},
        aliases=ALIASES,
        prose=prose,
        retold=lambda told: (SENTENCE,) if told is other else (),
    )
    assert change == expected


@pytest.mark.parametrize("change", [NOTHING, f"{AGAIN}; now also by Radio"])
def test_the_site_folds_what_is_told_again(change: str) -> None:
    assert nothing_new(Section(headline="x", change=change))


def test_a_story_that_begins_is_new() -> None:
    assert change_of(Development(id="x", headline="x", articles=(article("y"),)), {}, aliases=ALIASES) == "new"


def test_a_story_that_goes_in_a_circle_ends() -> None:
    circle = {"2026-08-20#old": past("y", follows="2026-08-20#old")}
    told = Development(id="x", headline="x", articles=(article("y"),), follows="2026-08-20#old")
    assert change_of(told, circle, aliases=ALIASES)


def said(
    told: Article,
    before: PastDevelopment,
    kind: str | None = None,
    *,
    prose: Sequence[str] = (),
    retold: Retellings = lambda _: (),
) -> str:
    development = Development(id="x", headline=told.headline, articles=(told,), follows="2026-08-20#old", kind=kind)
    return change_of(
        development,
        {"2026-08-20#old": before},
        aliases=ALIASES,
        prose=prose,
        counted_in=lambda one: [each.figure for each in in_our_words(ALIASES)(one) if each.figure],
        retold=retold,
    )


def test_a_denial_after_an_attack_is_news_with_one_word_of_its_own() -> None:
    denied = article("Norvia rejects claim of six soldiers killed")
    before = replace(past("Rebels of Norvia say six soldiers killed"), kind="attack")
    heading = "before, on 20 August: “Rebels of Norvia say six soldiers killed”"
    assert said(denied, before, "diplomacy") == heading
    assert said(denied, before, "attack") == NOTHING
    assert said(denied, replace(before, kind="diplomacy"), "diplomacy") == NOTHING


def test_a_nation_keeps_its_capital() -> None:
    flight = article("Flight leaves Port Sudan", "About 300 Americans were evacuated from Sudan on Friday.")
    assert said(flight, past("Flight waits")).startswith("evacuated: about 300 Americans")


def test_a_section_with_sentences_of_its_own_is_not_told_again_with_nothing_new() -> None:
    told = article("Pilots of Koravets free after ten days", "The pilots are free.")
    before = past("Pilots of Koravets free", "Ten days in Koravets")
    line = said(told, before, prose=("[Radio](https://example.org/r): “Pilots of Koravets free”.",))
    assert line == "before, on 20 August: “Pilots of Koravets free”"


def test_a_fact_of_other_states_that_shares_no_word_with_the_heading_is_none_of_it() -> None:
    told = article(
        "Ukraine war: US accuses Lula of parroting", "Russia opened a bridge and two ports near Odesa in Ukraine."
    )
    before = past("Lula goes to China", "Lula goes to China with ministers")
    fact = "Russian leader Ana Petrov attended a military meeting in Ukraine’s Kherson region"
    assert said(told, before, retold=lambda _: (fact,)) == "before, on 20 August: “Lula goes to China”"
