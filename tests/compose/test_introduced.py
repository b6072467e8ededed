"""A sentence that speaks of a thing nobody has told of is not understood."""

from __future__ import annotations

import pytest

from scrapers.compose.introduced import not_introduced, surnames_alone

UNKNOWN = {
    "a thing": ("Ana Petrov said that the vehicle was empty", "vehicle"),
    "people": ("The governor said that the organisers expect more guests", "organisers"),
    "a thing with a word before it": ("Ana Petrov said that the harbour deal will hold", "deal"),
    "one attack is not another": ("Norvia said that the army has taken the town since the raid", "raid"),
    "on which day": ("Some of the states at the table Monday gave money", "table"),
    "somebody of a town": ("The Koravets driver was set free", "driver"),
    "a person’s body": ("Oskar Dunn, the envoy, said that the agency would leave", "agency"),
    "a person": ("The man denied using a gun", "man"),
    "what belongs to it": ("The raid on Koravets damaged the plane’s fuel tank", "plane"),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_says_what_was_not_introduced(case: str) -> None:
    sentence, noun = UNKNOWN[case]
    assert noun in not_introduced(sentence, ["Talks open in Koravets"])


KNOWN = {
    "it says itself which": "Ana Petrov said that the deal on grain will hold",
    "the heading told of it": "Ana Petrov said that the talks will go on",
    "there is but one": "Ana Petrov said that the army has left and the war is over",
    "a name before it stands for it": "Norvia said that the country was expelling five envoys",
    "it has a name": "Ana Petrov said that the Koravets police had left",
    "its own beginning told of it": "A ship was hit and the ship sank",
    "how it is done is no noun": "Norvia said that Ostland approached the talks cautiously and left the talks anyway",
    "a speaker’s own words": "Ana Petrov said that the talks were “a test of the guild’s patience”",
}


@pytest.mark.parametrize("case", KNOWN)
def test_what_a_reader_knows_needs_no_more(case: str) -> None:
    assert not_introduced(KNOWN[case], ["Talks open in Koravets"]) == ()


def test_a_speaker_whose_first_words_name_what_nobody_told_of_is_not_understood() -> None:
    assert not_introduced("Ana Petrov said: “The deal is dead”", ["Talks open in Koravets"]) == ("deal",)


TEXT = "The envoy Oskar Dunn met Ana Petrov of Norvia in Varnau."


def test_a_surname_alone_is_not_understood_where_nobody_has_told_of_him() -> None:
    assert surnames_alone("Dunn was killed in the same raid", TEXT, ["Raid on Varnau"]) == ("Dunn",)
    assert surnames_alone("Ana Petrov said that Dunn was gone", TEXT, ["Raid on Varnau"]) == ("Dunn",)


def test_it_is_where_the_heading_names_him_or_it_is_no_name() -> None:
    assert surnames_alone("Dunn was killed in the same raid", TEXT, ["Oskar Dunn is dead"]) == ()
    assert surnames_alone("Oskar Dunn was killed", TEXT, ["Raid on Varnau"]) == ()
    assert surnames_alone("Norvia said that Egypt was gone", TEXT, ["Raid on Varnau"]) == ()
