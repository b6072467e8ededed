"""A further sentence is of the same thing, and tells what was not told."""

from __future__ import annotations

import pytest

from scrapers.compose.adds import adds, informative, is_echo, is_worth, of_one_thing, spells_out, touches

HEADING = "Petrov visits troops in occupied regions of Ukraine"
CASES = {
    "a new name": ("Petrov visits troops in Kherson and Luhansk, the Kremlin says", True),
    "the same in other words": ("Petrov makes trip to soldiers in Ukraine’s occupied regions", False),
    "of the same war, and of something else": ("Ukraine’s grain harvest waits in the harbour of Odesa", False),
}


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_that_adds_is_told(case: str) -> None:
    sentence, expected = CASES[case]
    assert adds(sentence, HEADING, ()) is expected


def test_what_was_told_is_not_told_again() -> None:
    told = ("Petrov visits troops in Kherson and Luhansk, the Kremlin says",)
    assert not adds("Petrov visited Kherson and Luhansk, the Kremlin says", HEADING, told)


def test_a_state_that_acts_is_news() -> None:
    heading = "Poland and Hungary ban grain from Ukraine"
    assert adds("The EU rejects bans of Ukraine’s grain by Poland and Hungary", heading, ())


def test_where_nothing_else_is_told_a_little_is_enough() -> None:
    heading = "Police arrest separatist preacher after weeks on run"
    sentence = "Police end month-long hunt with arrest of separatist preacher"
    assert not adds(heading, heading, ())
    assert touches(sentence, heading, ())
    assert not touches("Police arrest preacher after weeks on run", heading, ())
    assert not touches("Advertising grows again", heading, (), own=True)


def test_a_section_without_a_sentence_has_its_heading_in_a_whole_one_if_that_has_a_word_more() -> None:
    heading = "Koravets frees 4 sailors after clash"
    assert not touches("Koravets has freed four merchant sailors", heading, ())
    assert spells_out("Koravets has freed four merchant sailors", heading)
    assert not spells_out("Koravets has freed four sailors", heading)
    assert not spells_out("A merchant sailor was freed in the harbour", heading)


def test_what_says_the_same_again_is_an_echo() -> None:
    told = (
        "Authorities in Koravets say the army fended off a strike on the port, [Wire](https://example.org) reports.",
    )
    assert is_echo("Authorities in Koravets say the army fended off a strike on the old port", told)
    assert not is_echo("The army in Koravets has lost two ships and a crane", told)
    assert not is_echo("Authorities in Koravets say the army fended off a strike", ())


def test_what_follows_the_first_sentence_must_tell_more() -> None:
    heading = "Rebels attack army post near Koravets"
    sentence = "Rebels attacked the army post near Koravets with mortars at dawn"
    assert is_worth(sentence, (heading,))
    assert not is_worth(sentence, (heading, "The army post was the last one on the eastern bank"))
    assert is_worth(f"{sentence} and wounded 14", (heading, "The army post was the last one on the eastern bank"))


def test_two_countries_are_not_enough_to_be_of_one_thing() -> None:
    heading = "Hungary casts doubt on alliance with Ukraine"
    assert not touches("Hungary’s grain lobby wants an import ban for Ukraine scrapped", heading, ())
    assert touches("At least 14,000 refugees have come to Hungary from Ukraine by train", heading, ())


def test_two_headlines_of_one_war_need_not_be_of_one_thing() -> None:
    assert of_one_thing("Flash in sky over Kyiv was satellite, agency says", "Satellite causes flash over Kyiv")
    assert not of_one_thing("Russian troops attack east of Kyiv", "Ukraine leader in Kyiv calls for talks")


INFORMATIVE = {
    "synonyms are one word": ("Egypt arrests an envoy", ("Envoy jailed in Egypt",), 0),
    "a state's capital and people are the state": ("Cairo frees Egyptian envoy", ("Egypt releases envoy",), 0),
    "who says so is no news": ("An envoy was freed, according to the governor", ("Envoy freed",), 0),
    "a number and a place": ("12 people were killed in Koravets", ("Strike kills people",), 2),
    "what stands in a link is no news": (
        "An envoy was freed, Wire via [Radio](https://example.org/a) reports.",
        ("Envoy freed",),
        0,
    ),
}


@pytest.mark.parametrize("case", INFORMATIVE)
def test_counts_what_a_reader_learns(case: str) -> None:
    sentence, told, expected = INFORMATIVE[case]
    assert informative(sentence, told) == expected
