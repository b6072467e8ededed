"""What a deed did stands in the tail of its sentence, and is told with it where it is sure."""

from __future__ import annotations

import pytest

from scrapers.compose.consequence import with_what_it_did

TOLD = {
    "the dead": (
        "A bomb went off in Koravets",
        "A bomb went off in Koravets, killing two guards and their driver.",
        "A bomb went off in Koravets and killed two guards and their driver",
    ),
    "two things": (
        "A plane dropped a bomb on Koravets",
        "A plane dropped a bomb on Koravets, injuring three people and damaging a school, officials said.",
        "A plane dropped a bomb on Koravets and injured three people and damaged a school",
    ),
    "what it left": (
        "Rebels attacked an army post",
        "Rebels attacked an army post, leaving six soldiers dead as the rains began.",
        "Rebels attacked an army post and left six soldiers dead",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_the_tail_is_told_with_the_deed(case: str) -> None:
    clause, sentence, expected = TOLD[case]
    assert with_what_it_did(clause, sentence) == expected


LEFT_OUT = {
    "it was done to the subject": (
        "A car was attacked in Koravets",
        "A car was attacked in Koravets, injuring two men.",
    ),
    "somebody who stands elsewhere": ("A bomb hit the museum", "A bomb hit the museum, killing one of its workers."),
    "what nobody counts": ("Talks ended", "Talks ended, leaving many doubts."),
    "another form hangs on it": (
        "Gunmen opened fire",
        "Gunmen opened fire, killing a man as well as injuring another.",
    ),
    "somebody else did it": (
        "Rebels attacked a large army post near Koravets",
        "Rebels attacked a large army post near Koravets, after an army plane bombed a school, killing two children.",
    ),
    "who ran over a mine": ("A bus hit a roadside bomb", "A bus hit a roadside bomb, killing two nurses."),
    "who slept in another clause": (
        "Rebels burned a camp while families slept",
        "Rebels burned a camp while families slept, killing two children.",
    ),
    "who suffered it": ("The army suffered a raid", "The army suffered a raid, leaving six soldiers dead."),
    "the first of a list": (
        "Rebels stormed a hotel",
        "Rebels stormed a hotel, killing two guards, three pilots and a child.",
    ),
    "no tail": ("Gunmen opened fire", "Gunmen opened fire in Koravets."),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_not_sure_is_left_out(case: str) -> None:
    assert with_what_it_did(*LEFT_OUT[case]) is None
