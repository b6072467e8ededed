"""Two numbers for the same thing stand beside each other, each with who gives it."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapers.compose.ourwords import in_our_words
from scrapers.compose.prose import sentences_of
from scrapers.compose.speakers import read_aliases
from scrapers.model import Article, Development, Source

ALIASES = read_aliases("Kyiv = Kyiv | | UA\nMoscow = Moscow | | RU\n")


def told(outlet: str, text: str, *, hour: int = 12) -> Article:
    return Article(
        id=outlet,
        source=Source(name=outlet, feeds=()),
        url=f"https://example.org/{outlet}",
        headline=f"Strike on Koravets, {outlet} reports",
        text=text,
        summary=text,
        published=datetime(2026, 8, 21, hour, tzinfo=UTC),
    )


def prose(*articles: Article) -> tuple[str, ...]:
    development = Development(id="x", headline="Strike on Koravets kills several people", articles=articles)
    return sentences_of(development, words=in_our_words(ALIASES))


def test_two_sides_stand_in_one_sentence_with_both_sources() -> None:
    sentences = prose(
        told("Wire", "At least 12 people were killed in Koravets, Ukrainian officials said."),
        told("Post", "Five people were killed in Koravets, Russian officials said."),
    )
    expected = (
        "Killed in Koravets: at least 12 according to Ukrainian officials ([Wire](https://example.org/Wire)); "
        "five according to Russian officials ([Post](https://example.org/Post))."
    )
    assert sentences == (expected,)


def test_of_numbers_that_no_two_sides_give_the_newest_is_told_and_no_other() -> None:
    (sentence,) = prose(
        told("Post", "Nine people were killed in Koravets.", hour=8),
        told("Wire", "Twelve people were killed in Koravets.", hour=20),
    )
    assert sentence == "12 people were killed in Koravets, [Wire](https://example.org/Wire) reports."


def test_what_a_side_said_long_before_stands_beside_nothing() -> None:
    (sentence,) = prose(
        told("Post", "Nine people were killed in Koravets, Russian officials said.", hour=3),
        told("Wire", "Twelve people were killed in Koravets, Ukrainian officials said.", hour=20),
    )
    assert "Nine" not in sentence
    assert "nine" not in sentence


def test_the_same_number_is_told_once() -> None:
    sentences = prose(
        told("Wire", "At least 12 people were killed in Koravets, officials said."),
        told("Post", "Twelve people were killed in Koravets."),
    )
    assert len(sentences) == 1
    assert "same number" not in sentences[0]


def test_a_number_of_elsewhere_is_told_only_with_its_place() -> None:
    elsewhere = told("Post", "Two people were killed when shells fell on a market in Talvor, the governor said.")
    sentences = prose(told("Wire", "Rebels attacked a harbour."), elsewhere)
    assert not any("Two people" in sentence and "Talvor" not in sentence for sentence in sentences)


def test_the_dead_are_one_number_whatever_an_outlet_calls_them() -> None:
    sentences = prose(
        told("Wire", "At least seven Palestinians were killed in Koravets, officials said."),
        told("Post", "At least seven citizens were killed in Koravets."),
    )
    assert len(sentences) == 1


def test_a_number_of_something_else_is_not_set_beside_it() -> None:
    sentences = prose(
        told("Wire", "Twelve people were killed in Koravets."),
        told("Post", "Three soldiers were killed in Koravets."),
    )
    assert not any(sentence.startswith("Killed:") for sentence in sentences)


def test_a_number_of_background_is_not_told() -> None:
    text = "Four soldiers were killed in Koravets."
    development = Development(
        id="x",
        headline="Envoy says border with neighbour is stable",
        articles=(
            Article(
                id="a",
                source=Source(name="Wire", feeds=()),
                url="https://example.org/a",
                headline="Envoy says border with neighbour is stable",
                text=text,
                published=datetime(2026, 8, 21, tzinfo=UTC),
            ),
        ),
    )
    assert sentences_of(development, words=in_our_words(ALIASES)) == ("Reported by [Wire](https://example.org/a).",)


def test_what_is_told_only_in_another_language_says_so() -> None:
    article = Article(
        id="a",
        source=Source(name="Gazeta", feeds=()),
        url="https://example.org/a",
        headline="Walki w Koravets",
        language="pl",
    )
    development = Development(id="x", headline="Walki w Koravets", articles=(article,))
    assert sentences_of(development, words=in_our_words(ALIASES)) == (
        "Told in Polish by [Gazeta](https://example.org/a).",
    )


def test_a_number_that_a_fuller_sentence_has_is_told_once() -> None:
    (sentence,) = prose(
        told("Post", "21 people were injured in Koravets, the mayor said."),
        told("Wire", "Nine people were killed and 21 injured in an attack in Koravets, the governor said."),
    )
    assert sentence.startswith("Nine people were killed and 21 injured")


def test_a_lower_number_than_the_headings_is_not_told() -> None:
    policemen = told("Wire", "Ten policemen were killed in Koravets, an official said.")
    development = Development(id="x", headline="Rebels kill 11 people in Koravets attack", articles=(policemen,))
    assert not any("policemen" in text for text in sentences_of(development, words=in_our_words(ALIASES)))


def test_within_six_hours_the_higher_count_is_told_and_of_equals_the_one_somebody_gives() -> None:
    (sentence,) = prose(
        told("Post", "Twelve people were killed in Koravets.", hour=10),
        told("Wire", "Nine people were killed in Koravets.", hour=14),
        told("Radio", "Twelve people were killed in Koravets, the mayor said.", hour=9),
    )
    assert sentence.startswith("12 people were killed in Koravets, according to the mayor, [Radio]")
