"""Dated events of the future, resolved against the day of publication; only when certain."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers.facts.ahead import ahead

SUNDAY = date(2024, 12, 29)

CERTAIN = {
    "month and day": ("The two leaders will meet in Doha on Jan. 3.", (date(2025, 1, 3), "on")),
    "day and month with the year": (
        "Elections are scheduled for 9 February 2025.",
        (date(2025, 2, 9), "on"),
    ),
    "a weekday": ("Mediators will resume talks in Cairo on Tuesday.", (date(2024, 12, 31), "on")),
    "tomorrow": ("The council is to vote tomorrow.", (date(2024, 12, 30), "on")),
    "a deadline": ("Troops will leave the town by January 26.", (date(2025, 1, 26), "by")),
    "said on one day what comes on another": (
        "The ministry said on Saturday that the summit will open in Riyadh on Monday.",
        (date(2024, 12, 30), "on"),
    ),
}


@pytest.mark.parametrize("case", CERTAIN)
def test_finds_a_dated_event(case: str) -> None:
    text, expected = CERTAIN[case]
    (event,) = ahead(text, published=SUNDAY)
    assert (event.day, event.bound) == expected


UNCERTAIN = {
    "the past": "The two leaders met in Doha on Jan. 3.",
    "agreed on Friday": "Ministers agreed to the price cap on Friday.",
    "was to be": "He had been due to meet her in Doha on Monday.",
    "a stretch of days": "The course will run from 22-24 January.",
    "the day of something said": "He will appeal, his lawyer said on Tuesday.",
    "the weekday of publication itself": "They will meet on Sunday.",
    "called off": "The talks that were due to open on Jan. 3 were postponed.",
    "a mere possibility": "They may meet on Jan. 3.",
    "the day of another event": "He will stand trial over the attack on Jan. 3.",
    "too far for a date without a year": "The law will take effect on 20 December.",
    "a question": "Will they meet on Jan. 3?",
    "a day that does not exist": "They will meet on Feb. 30.",
    "a weekday that belongs to a noun": "He will be asked about Wednesday's phone call.",
}


@pytest.mark.parametrize("case", UNCERTAIN)
def test_leaves_out_what_is_not_certain(case: str) -> None:
    assert ahead(UNCERTAIN[case], published=SUNDAY) == ()


IN_ITS_WORDS = {
    "Sergey Orlov will visit Minsk on Jan. 3.": "Sergey Orlov will visit Minsk",
    "The envoy of Egypt will meet rebels in Koravets on Jan. 3.": "The envoy of Egypt will meet rebels in Koravets",
    "Harbour Office secretary will attend a meeting in Koravets on Jan. 3.": None,
    "A meeting in Koravets is planned for Jan. 3.": None,
    "The two presidents will meet in Koravets on Jan. 3.": None,
    "Mediators will resume talks in Cairo on Tuesday.": None,
    "They will gather on Jan. 3.": None,
}


@pytest.mark.parametrize("text", IN_ITS_WORDS)
def test_tells_an_event_letter_for_letter(text: str) -> None:
    (event,) = ahead(text, published=SUNDAY)
    assert event.text == IN_ITS_WORDS[text]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x07", "\u200b", "\u00a0 "], ids=ascii)
def test_no_sign_that_turns_or_hides_what_follows_comes_along(sign: str) -> None:
    (event,) = ahead(f"The envoy of {sign}Egypt will meet{sign} rebels in Koravets on Jan. 3.", published=SUNDAY)
    assert event.text == "The envoy of Egypt will meet rebels in Koravets"
