"""Which sentences tell of what was before, so that no number of theirs is today's?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scrapers.facts.othertime import is_background

FRIDAY = date(2026, 8, 21)

BEFORE = {
    "years ago": "A strike killed 40 people in Koravets three years ago.",
    "an anniversary": "Koravets marked the anniversary of a strike that killed 40 people.",
    "a year behind its month": "The strike of 3 March 2023 killed 40 people in Koravets.",
    "next year": "By 17 May 2027 another 40 people are to be freed in Koravets.",
    "a day of another month": "Missiles killed 40 people in Koravets on July 14.",
    "a day two weeks before": "Missiles killed 40 people in Koravets on August 7.",
    "a day four days before": "Missiles killed 40 people in Koravets on August 17.",
    "last week": "Missiles killed 40 people in Koravets last week.",
    "another month": "Missiles killed 40 people in Koravets in May.",
    "this month": "Missiles killed 40 people in Koravets earlier this month.",
    "weeks before": "It came only weeks after missiles killed 40 people in Koravets.",
    "what a trial is about": "Two men are on trial over a bomb that killed 40 people in Koravets.",
    "no deed of war": "A landslide killed 40 people above Koravets on Friday.",
}
TODAY = {
    "no day": "Missiles killed 40 people in Koravets.",
    "the weekday": "Missiles killed 40 people in Koravets on Friday.",
    "the date": "Missiles killed 40 people in Koravets on August 21.",
    "the day before": "Missiles killed 40 people in Koravets on August 20.",
    "the date with its year": "Missiles killed 40 people in Koravets on 21 August 2026.",
    "a sum since a day": "Missiles have killed 40 people in Koravets since August 2.",
    "a sum since a year": "Missiles have killed 4,000 people in Koravets since 2023.",
    "its own month": "Missiles killed 40 people in Koravets in August.",
}


@pytest.mark.parametrize("case", BEFORE)
def test_what_was_before_is_background(case: str) -> None:
    assert is_background(BEFORE[case], FRIDAY)


@pytest.mark.parametrize("case", TODAY)
def test_what_is_of_the_day_is_none(case: str) -> None:
    assert not is_background(TODAY[case], FRIDAY)


def test_the_turn_of_a_month_is_no_other_month() -> None:
    assert not is_background("Missiles killed 40 people in Koravets in August.", date(2026, 9, 1))
    assert is_background("Missiles killed 40 people in Koravets in August.", date(2026, 9, 12))


@pytest.mark.parametrize("form", ["{0:%B} {0.day}", "{0:%b}. {0.day}", "{0:%b} {0.day}"])
@pytest.mark.parametrize("year", [2023, 2024])
def test_on_every_day_of_the_year_the_days_right_before_it_are_of_the_day_and_earlier_ones_are_not(
    year: int, form: str
) -> None:
    for number in range(366):
        published = date(year, 1, 1) + timedelta(days=number)
        for apart in (-1, 0, 1, 2, 3, 4, 10, 29, 31, 60, 170):
            told = form.format(published - timedelta(days=apart))
            before = is_background(f"Missiles killed 40 people in Koravets on {told}, officials said.", published)
            assert before is (apart > 2), (published, told)


NO_DAY = (
    "A company of Marines 5 kilometres off was hit.",
    "Missiles killed 40 people on Marcher 5 in Koravets.",
    "Missiles killed 40 people in Koravets on Feb. 30.",
    "Missiles killed 40 people in Koravets on June 77.",
    "The column of augurs 3 days behind was hit.",
    "Troops made a tank of may 40 years old fire.",
)


@pytest.mark.parametrize("sentence", NO_DAY)
def test_what_is_no_day_of_the_year_says_nothing_of_another_day(sentence: str) -> None:
    assert not is_background(sentence, FRIDAY)
