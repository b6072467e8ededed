"""Who says something is told so that a reader knows who that is, or not at all."""

from __future__ import annotations

import pytest

from scrapers.compose.speakers import read_aliases
from scrapers.compose.whosaid import is_stranger, with_office

ALIASES = read_aliases("Ana Petrov = Ana Petrov | chief negotiator | NO\n")

WITH_OFFICE = {
    "an office": ("Oskar Dunn", "the chief negotiator", "Oskar Dunn, the chief negotiator,"),
    "whose spokesman": (
        "Oskar Dunn",
        "a spokesman for the national security council",
        "Oskar Dunn, a spokesman for the national security council,",
    ),
    "without where that is": (
        "Oskar Dunn",
        "spokesman for the regional police in the northern hills of Norvia",
        "Oskar Dunn, spokesman for the regional police,",
    ),
    "of a state": ("Oskar Dunn", "Egyptian Information Minister", "Oskar Dunn, the Egyptian information minister,"),
    "with a short name": ("Oskar Dunn", "Egyptian U.N. Ambassador", "Oskar Dunn, the Egyptian U.N. ambassador,"),
    "what he was": ("Oskar Dunn", "Former Deputy Prime Minister", "Oskar Dunn, the former deputy prime minister,"),
    "a town": ("Oskar Dunn", "Koravets governor", "Oskar Dunn, the Koravets governor,"),
    "a body": ("Oskar Dunn", "US Central Command spokesman", "Oskar Dunn, the US Central Command spokesman,"),
    "a minister": ("Oskar Dunn", "Defence Minister", "Oskar Dunn, the defence minister,"),
    "of which institute": (
        "Oskar Dunn",
        "a visiting fellow at the Council on Foreign Relations",
        "Oskar Dunn, a visiting fellow at the Council on Foreign Relations,",
    ),
    "a party": ("Oskar Dunn", "a Republican senator", "Oskar Dunn, a Republican senator,"),
}


@pytest.mark.parametrize("case", WITH_OFFICE)
def test_a_name_stands_with_the_office_that_the_text_gives(case: str) -> None:
    name, role, told = WITH_OFFICE[case]
    assert with_office(name, role) == told


NO_OFFICE = {
    "nobody’s spokesman": "a masked spokesman",
    "why he hides his name": "for fear of reprisals",
    "the head of what": "the head of the hospital",
    "whom he cites": "citing a senior official",
    "another who speaks": "Petrov and Defence Secretary",
}


@pytest.mark.parametrize("case", NO_OFFICE)
def test_what_tells_nothing_of_him_is_left_out(case: str) -> None:
    assert with_office("Oskar Dunn", NO_OFFICE[case]) == "Oskar Dunn"


def test_a_name_that_no_table_has_needs_an_office() -> None:
    assert is_stranger("Oskar Dunn", "Oskar Dunn said that the harbour would reopen", ALIASES)
    assert not is_stranger("Oskar Dunn", "Oskar Dunn, a spokesman for the guild, said that it would", ALIASES)


@pytest.mark.parametrize("name", ["Ana Petrov", "Egypt", "UNICEF", "the River Council", "Human Rights Union"])
def test_whom_a_reader_knows_needs_none(name: str) -> None:
    assert not is_stranger(name, f"{name} said so", ALIASES)
