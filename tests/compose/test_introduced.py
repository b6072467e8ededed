"""A sentence that speaks of a thing nobody has told of is not understood."""

from __future__ import annotations

import pytest

from scrapers.compose.introduced import not_introduced

UNKNOWN = {
    "a thing": ("Ana Petrov said that the vehicle was empty", "vehicle"),
    "people": ("The governor said that the organisers expect more guests", "organisers"),
    "a thing with a word before it": ("Ana Petrov said that the harbour deal will hold", "deal"),
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
}


@pytest.mark.parametrize("case", KNOWN)
def test_what_a_reader_knows_needs_no_more(case: str) -> None:
    assert not_introduced(KNOWN[case], ["Talks open in Koravets"]) == ()
