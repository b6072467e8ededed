"""What a figure keeps of its sentence: both ends of a range, and no speaker who does not give it."""

from __future__ import annotations

import pytest

from scrapers.facts.figures import figures

RANGES = {
    "between and": "Between 20 and 30 people were killed in Koravets.",
    "to": "Some 20 to 30 people were killed in Koravets on Friday.",
    "a dash": "20–30 people were killed in Koravets.",
}


@pytest.mark.parametrize("case", RANGES)
def test_a_range_keeps_both_ends(case: str) -> None:
    assert [(figure.value, figure.upper) for figure in figures(RANGES[case])] == [(20, 30)]


#: Whose word in the sentence is not that twelve were killed.
NO_GIVER = {
    "denied responsibility": "The army denied responsibility for the strike that killed 12 people in Koravets.",
    "denied the charge": "The army denied the charge after 12 people were killed in Koravets.",
    "rejected blame": "The army rejected blame for a strike that killed 12 people in Koravets.",
    "urged calm": "The mayor urged calm after 12 people were killed in Koravets.",
    "demanded an inquiry": "The mayor demanded an inquiry after 12 people were killed in Koravets.",
}


@pytest.mark.parametrize("case", NO_GIVER)
def test_who_denies_or_demands_something_does_not_give_its_number(case: str) -> None:
    assert [(figure.value, figure.speaker) for figure in figures(NO_GIVER[case])] == [(12, None)]


def test_who_says_it_does() -> None:
    (figure,) = figures("The army said 12 people were killed in Koravets.")
    assert (figure.value, figure.speaker) == (12, "the army")


MARKS = ("\x02{}\x03", "\x02{}", "{}\x03", "\x02\x02{}\x03\x03", "\x02 {} \x03")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("number", ["0", "1", "7", "9" * 30])
def test_what_looks_like_a_mark_of_ours_in_a_text_is_none(mark: str, number: str) -> None:
    text = f"{mark.format(number)} people were killed and 5 others were hurt in Koravets."
    found = [(figure.metric, figure.value) for figure in figures(text)]
    assert ("injured", 5) in found
    assert set(found) <= {("injured", 5), ("killed", int(number))}
