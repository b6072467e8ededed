"""What somebody said is told whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.compose.statement import statements
from scrapers.model import Article, Source


def made(text: str) -> list[str]:
    article = Article(
        id="a",
        source=Source(name="Wire", feeds=()),
        url="https://example.org/a",
        headline="Envoy Petrov speaks",
        summary=text,
        text=text,
        published=datetime(2026, 8, 21, 12, tzinfo=UTC),
    )
    return [each.text for each in statements(article)]


def test_a_whole_statement_is_told() -> None:
    assert made("Ana Petrov said that the rebels had left the harbour of Koravets.") == [
        "Ana Petrov said that the rebels had left the harbour of Koravets"
    ]


HALF = {
    "a time that bounds it": "Before the truce, Ana Petrov said that the rebels had left the harbour of Koravets.",
    "a condition": "If the truce holds, Ana Petrov said that ships would reach the harbour of Koravets.",
    "the second half of a contrast": (
        "Ana Petrov called it hard, but that the troops were holding the harbour of Koravets."
    ),
    "his next words take it back": (
        "“A short raid on Koravets could be right,” Ana Petrov said. “But this one will go on for years.”"
    ),
    "his next words are a condition": (
        "“Norvia will halt the raids on Koravets,” Ana Petrov said. “If the rebels leave the harbour.”"
    ),
    "a condition behind his name": (
        "“Norvia will vote in Koravets in March,” Ana Petrov said on Friday, provided there is a truce."
    ),
    "said of what is not told": "“Norvia has more than enough lists in Koravets,” Ana Petrov said about the vote.",
    "in jest": "“I hope Koravets is fine. I am fine,” Ana Petrov quipped at the beginning of her speech.",
    "what he said in another year": (
        "At a meeting in 2016 Ana Petrov spoke of it. “Norvia made a mistake in Koravets,” she said then."
    ),
    "he denies it": "“Norvia has torn up the truce of Koravets,” Ana Petrov denied having said.",
    "he has it from another": "“Norvia has lost the war in Koravets,” Ana Petrov said a rebel had told her.",
    "so do those behind his name": (
        "“A short raid on Koravets could be right,” said Ana Petrov, a scholar of law, “but this one will go on.”"
    ),
    "the same with its verb": "Ana Petrov called it “hard,” but said the troops were holding the harbour of Koravets.",
}


POINTING = {
    "somebody unnamed": "“We are not looking to do it again in Koravets,” said Ana Petrov.",
    "of his own day": "“Norvia took action last night to stop a war in Koravets,” said Ana Petrov.",
    "of what he said before": "“Some points remain unclear in Koravets, though,” said Ana Petrov.",
    "what he would do": "“Norvia would look foolish in Koravets if we did that,” said Ana Petrov.",
    "the second half of a comparison": "“Now we have Ostland chasing after spies in Koravets,” said Ana Petrov.",
    "up to an abbreviation": "“Norvia has taken Koravets from the rebels and Gov. Dunn,” said Ana Petrov.",
    "what was done here": "“What Norvia has suggested here is against the law of Koravets,” said Ana Petrov.",
    "why that is": "“I think that’s why Norvia and Koravets get along so well,” said Ana Petrov.",
    "no verb": "“Not a chance of peace in Koravets,” said Ana Petrov.",
    "who is that?": "“We will stay in Koravets until there is a text,” said Oskar Dunn.",
}


@pytest.mark.parametrize("case", POINTING)
def test_words_that_need_another_sentence_or_a_name_that_needs_an_office_are_not_told(case: str) -> None:
    assert made(POINTING[case]) == []


@pytest.mark.parametrize("case", HALF)
def test_half_a_statement_is_not_told(case: str) -> None:
    assert made(HALF[case]) == []
