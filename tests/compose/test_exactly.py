"""A number is told as its sentence gives it, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.compose.statement import statements
from scrapers.model import Article, Source


def article(text: str, headline: str) -> Article:
    return Article(
        id="a",
        source=Source(name="Wire", feeds=()),
        url="https://example.org/a",
        headline=headline,
        summary=text,
        text=text,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )


def made(text: str, headline: str = "Attack near Koravets") -> list[str]:
    return [each.text for each in statements(article(text, headline))]


def counted(text: str) -> list[str]:
    """The sentences that the figures of a text make; what somebody says is told in the text's own way."""
    return [each.text for each in statements(article(text, "Attack near Koravets")) if each.basis == "figure"]


TOLD = {
    "nearly": ("Nearly 90 people were killed in Koravets.", "Nearly 90 people were killed in Koravets"),
    "at least": ("At least 12 soldiers were killed in Koravets.", "At least 12 soldiers were killed in Koravets"),
}


@pytest.mark.parametrize("case", TOLD)
def test_a_number_keeps_its_qualifier_and_whom_it_counts(case: str) -> None:
    text, expected = TOLD[case]
    assert made(text)[0] == expected


def test_deaths_that_top_a_number_are_more() -> None:
    (told,) = made("", "Civilian deaths top 400 in Koravets fighting")
    assert told == "More than 400 civilians were killed in Koravets" or told.startswith("More than 400 civilians")


NOT_TOLD = {
    "what an exchange involves": "An exchange involving nearly 900 prisoners began in Koravets, the governor said.",
    "what is planned": "The army plans to free 300 prisoners in Koravets.",
    "what has begun": "The coalition has started freeing 104 prisoners in Koravets.",
    "what is feared": "Officials fear that 200 people were killed in Koravets.",
    "an attack of before": "The town, where 43 people had been killed in a raid, was calm.",
    "earlier this month": "Rebels killed 43 people in Koravets earlier this month.",
    "last year": "Rebels killed 43 people in Koravets last year.",
    "what hit was not launched": "Five missiles hit a market in Koravets, officials said.",
}


@pytest.mark.parametrize("case", NOT_TOLD)
def test_a_number_of_another_time_or_deed_is_not_told(case: str) -> None:
    assert not counted(NOT_TOLD[case])
