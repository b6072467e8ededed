"""What an article tells in its first sentence, where it is a part of a round-up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrapers.compose.ourwords import excerpt, in_others_words
from scrapers.compose.speakers import NO_ALIASES
from scrapers.compose.spelling import NO_SPELLING
from scrapers.model import Article, Rights, Source

NEAR = "Egypt and Norland have banned imports of grain and other food from the river towns to protect local farmers"
PARTS = {
    "its headline begins its only sentence": (
        "Norland’s envoy handed a letter to the mayor of Koravets",
        ", and left the town in the evening.",
        ("Norland’s envoy handed a letter to the mayor of Koravets",),
    ),
    "who says so stands behind it": (
        "Norland’s envoy handed a letter to the mayor of Koravets",
        ", a blogger of the river towns wrote.",
        (),
    ),
    "what it depends on stands behind it": (
        "Norland’s envoy handed a letter to the mayor of Koravets",
        " once the ships had left.",
        (),
    ),
    "too near, and there is another order": (
        NEAR,
        ", and closed the harbour.",
        (NEAR.replace("have banned", "banned"),),
    ),
    "too near, and there is none": (
        "Norland will temporarily halt the imports of grain and of other food from Ostland to protect its farmers",
        " from the low price of it, which no law has done before.",
        (),
    ),
}


@pytest.mark.parametrize("case", PARTS)
def test_a_part_of_a_round_up_is_told_by_its_headline_and_not_in_the_articles_own_row_of_words(case: str) -> None:
    headline, rest, expected = PARTS[case]
    article = Article(
        id="a",
        source=Source(name="Wire", feeds=()),
        url="https://example.org/a",
        headline=f"{headline},",
        text=f"{headline}{rest}",
    )
    assert in_others_words(NO_ALIASES, NO_SPELLING)(article) == expected


PASSAGES = {
    "a sentence": ("The river towns have opened the old harbour to ships again.", True),
    "numbers": ("Hunger in five areas; 24.6 million people without enough to eat", True),
    "what it is a paper on": ("The Ministry’s regular note on losses near the old harbour", False),
}


@pytest.mark.parametrize("case", PASSAGES)
def test_a_passage_is_quoted_if_it_tells_something(case: str) -> None:
    summary, quoted = PASSAGES[case]
    article = Article(
        id="x",
        source=Source(name="Open Office", feeds=()),
        url="https://example.org/a",
        headline="Harbour of Koravets",
        summary=summary,
        rights=Rights.EXCERPT,
    )
    assert bool(excerpt(article)) is quoted
    assert excerpt(replace(article, rights=Rights.LINK)) == ()
