"""A headline's sentence that still reads as a headline is not told."""

from __future__ import annotations

import pytest

from scrapers.compose.telegraphic import hides_a_name, is_telegraphic

TELEGRAPHIC = (
    "Gas use falls 18% after drone attack claimed by rebels",
    "Thousands flee Koravets as clashes rage",
    "Egypt is to send peace talks delegation",
    "Three people were gunned down by armed guard",
    "The envoy makes first wartime visit",
    "The harbour does damage control after leak",
    "A fire rages in Koravets as a drone strike hits a depot",
    "The drill ends with less than flawless finale",
    "Petrov holds first wartime phone call with Egypt",
    "Egypt is to host May meeting on grain",
    "Soldiers leave in face of rebels’ threats",
)
PLAIN = (
    "Four ships left Koravets after talks",
    "Egypt receives new air defence systems",
    "Brazil rejects “violation” of Egypt’s borders",
    "An envoy visits Koravets for the first time",
    "Egypt is to begin training Malian troops",
    "Egypt sends aid to Koravets",
    "Ana Petrov was named as the envoy of the river towns",
    "Mali’s army declares a holiday truce",
    "Egypt fired more than 20 missiles early on Friday",
    "Egypt and Mali have announced they are stopping grain imports",
    "Dozens of Egyptian soldiers caught in fighting have returned home",
    "Egypt and Mali have expressed dismay",
)


@pytest.mark.parametrize("sentence", TELEGRAPHIC)
def test_what_lacks_its_articles_or_hangs_on_as_is_of_a_headlines_kind(sentence: str) -> None:
    assert is_telegraphic(sentence)


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_plain_sentence_is_not(sentence: str) -> None:
    assert not is_telegraphic(sentence)


def test_a_person_whom_the_heading_names_is_not_somebody() -> None:
    assert hides_a_name("A river critic was jailed for 25 years", "River critic Ana Petrov jailed")
    assert not hides_a_name("A river critic was jailed for 25 years", "River critic jailed")
    assert not hides_a_name("Ana Petrov was jailed for 25 years", "River critic Ana Petrov jailed")
