"""Day by day with a frozen past, and whatever the order of the input."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from scrapers.group import copies, same_event
from scrapers.group.attach import attached, with_these
from scrapers.group.bags import NOTHING_SEEN
from scrapers.group.developments import graph_of
from scrapers.group.stories import story_of
from scrapers.model import Article
from tests.group.world import NIGHT, article

STRIKE = tuple(one for one in NIGHT if one.id.startswith("a"))
TALKS = tuple(one for one in NIGHT if one.id.startswith("b"))
LATER = (
    article(
        "t1",
        "Sumy bus station strike: death toll rises to 13, governor says",
        "Two more people have died after two missiles hit the bus station in Sumy, the regional governor said.",
        by="Ostland Radio",
        hours=1,
    ),
)


def older(group: tuple[Article, ...], days: int) -> tuple[Article, ...]:
    return tuple(
        replace(one, published=one.published - timedelta(days=days)) if one.published else one for one in group
    )


def test_a_group_joins_the_earlier_one_of_the_same_event_and_what_is_new_stays_alone() -> None:
    lone = (next(one for one in NIGHT if one.id == "c1"),)
    assert attached([LATER, lone], [older(TALKS, 1), older(STRIKE, 1)]) == [1, None]


def test_what_is_older_than_the_window_is_not_gone_on_with() -> None:
    assert attached([LATER], [older(STRIKE, 9)]) == [None]


def test_without_a_past_everything_is_new() -> None:
    assert attached([STRIKE, TALKS], []) == [None, None]
    assert attached([], [STRIKE]) == []


def test_words_that_earlier_days_were_full_of_make_two_articles_less_alike() -> None:
    pair = [*LATER, *STRIKE[:1]]
    days = [article(f"d{number}", LATER[0].headline, LATER[0].text) for number in range(500)]
    alone = graph_of(pair, {}, ())[0, 1]
    assert 0 < graph_of(pair, {}, (), with_these(NOTHING_SEEN, days))[0, 1] < alone
    assert with_these(with_these(NOTHING_SEEN, days), STRIKE).articles == 504


def a_large_night() -> list[Article]:
    """Forty events told a dozen times each in words of their own and common ones, some with the same text."""
    chance = random.Random(7)
    common = [f"word{number}" for number in range(400)]
    articles: list[Article] = []
    for event in range(40):
        own = [f"name{event}x{number}" for number in range(8)]
        for told in range(12):
            words = chance.choices(common, k=60) + chance.choices(own, k=25)
            chance.shuffle(words)
            text = " ".join(words) if told % 4 else articles[-1].text if told else " ".join(words)
            head = f"{own[0]} and {own[told % 8]} {words[0]}".capitalize()
            articles.append(
                article(f"{event:02}-{told:02}", head, text=text, by=f"Outlet {told}", hours=chance.uniform(1, 20))
            )
    return articles


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_input_gives_the_same_groups_stories_copies_and_homes(seed: int) -> None:
    night = a_large_night()
    mixed = list(night)
    random.Random(seed).shuffle(mixed)
    groups = same_event(night)
    assert len(groups) >= 40
    assert same_event(mixed) == groups
    assert story_of(same_event(mixed), {}) == story_of(groups, {})
    assert copies(mixed) == copies(night) != ()
    past = [older(group, 1) for group in groups[::2]]
    turned = [tuple(reversed(group)) for group in past]
    today = [tuple(replace(one, id=f"{one.id}+") for one in group) for group in groups]
    assert attached(today, past) == attached([group[::-1] for group in today], turned)
