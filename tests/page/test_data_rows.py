"""Rows of data: numbers beside each other with who gives them, and a speaker's own words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from scrapers.model import Article, Rights, SnippetRule
from scrapers.page.data_rows import figure_rows, given_in, speaker_rows
from tests.page.world import ALIASES, article, development, tonight

HEADING = "Strike on Koravets kills several people"


def told(outlet: str, text: str, *, hour: int = 12) -> Article:
    return article(f"Strike on Koravets, {outlet} reports", text, by=outlet, hour=hour)


def rows(*articles: Article, headline: str = HEADING) -> tuple[str, ...]:
    one = development(*articles, headline=headline)
    return figure_rows(one, given_in(one, aliases=ALIASES, tonight=tonight(one)), ())


def link(outlet: str) -> str:
    return f"[{outlet}](https://example.org/{outlet}/{len(f'Strike on Koravets, {outlet} reports')})"


def test_where_outlets_differ_the_range_stands_in_one_row() -> None:
    (row,) = rows(
        told("Wire", "At least 12 people were killed in Koravets, Ukrainian officials said."),
        told("Post", "Five people were killed in Koravets, Russian officials said."),
    )
    assert row == (
        f"- Killed: at least 12 people in Koravets (Ukrainian officials, by {link('Wire')}), "
        f"5 people in Koravets (Russian officials, by {link('Post')})"
    )


def test_the_same_number_makes_no_range() -> None:
    assert (
        rows(
            told("Wire", "At least 12 people were killed in Koravets."),
            told("Post", "Twelve people were killed in Koravets."),
        )
        == ()
    )


def test_a_number_of_something_else_is_not_set_beside_it() -> None:
    found = rows(
        told("Wire", "Twelve people were killed in Koravets, the mayor said."),
        told("Post", "Three soldiers were killed in Koravets, the army said."),
    )
    assert all(row.count("by [") == 1 for row in found)


def test_a_number_of_elsewhere_is_not_set_beside_it() -> None:
    found = rows(
        told("Wire", "Twelve people were killed in Koravets."),
        told("Post", "Nine people were killed in Talvor when shells hit Koravets too."),
    )
    assert not any("9" in row and "12" in row for row in found)


def test_a_part_of_a_number_is_no_number_beside_it() -> None:
    found = rows(
        told("Wire", "Twelve people were killed in Koravets, including two children."),
        told("Post", "Twelve people were killed in Koravets and three others were shot."),
    )
    assert found == ()


def test_what_is_told_already_is_no_row() -> None:
    one = development(told("Wire", "Twelve people were killed in Koravets, the mayor said."), headline=HEADING)
    given = given_in(one, aliases=ALIASES, tonight=tonight(one))
    assert len(figure_rows(one, given, ())) == 1
    assert figure_rows(one, given, ("The strike killed 12 people.",)) == ()


def test_what_was_before_is_no_figure_of_today() -> None:
    assert rows(told("Wire", "A strike on Koravets killed 40 people a year ago, the mayor said.")) == ()


SAID = "“The market hall was full of people at noon,” said Ana Petrov, the governor of Koravets."


def test_a_speakers_own_words_stand_with_name_office_and_outlet() -> None:
    one = development(told("Wire", SAID), headline=HEADING)
    (row,) = speaker_rows(one, aliases=ALIASES, tonight=tonight(one), told=())
    assert row.startswith("- Said: Ana Petrov, ")
    assert "“The market hall was full of people at noon” (by [Wire](" in row


def test_words_that_stand_in_a_passage_are_not_told_again() -> None:
    one = development(told("Wire", SAID), headline=HEADING)
    assert speaker_rows(one, aliases=ALIASES, tonight=tonight(one), told=(SAID,)) == ()


def test_more_than_fifteen_words_are_no_row() -> None:
    long = (
        f"“The market hall was full of people {'and of carts ' * 4}at noon,” said Ana Petrov, the governor of Koravets."
    )
    one = development(told("Wire", long), headline=HEADING)
    assert speaker_rows(one, aliases=ALIASES, tonight=tonight(one), told=()) == ()


def said_in(*texts: str) -> tuple[str, ...]:
    one = development(*(told("Wire", text) for text in texts), headline=HEADING)
    return speaker_rows(one, aliases=ALIASES, tonight=tonight(one), told=())


def test_the_outlets_words_are_said_to_be_its_own_and_a_speakers_are_his() -> None:
    (row,) = said_in(
        "Ana Petrov, the governor of Koravets, said the strike on Koravets had hit the market hall at noon."
    )
    assert "in the words of [Wire](" in row
    (row,) = said_in(SAID)
    assert "in the words of" not in row


HELD_OFF = {
    "reportedly": "Ana Petrov, governor of Koravets, reportedly said the strike on Koravets had hit the market hall.",
    "allegedly": "Ana Petrov, governor of Koravets, said a strike on Koravets had allegedly hit the market hall.",
    "in a quotation": "“The market hall was full of people at noon,” Ana Petrov, governor of Koravets, reportedly said.",
}


@pytest.mark.parametrize("case", HELD_OFF)
def test_what_the_text_holds_at_arms_length_is_no_row(case: str) -> None:
    certain = re.sub(r" (?:reportedly|allegedly)", "", HELD_OFF[case])
    assert len(said_in(certain)) == 1
    assert said_in(HELD_OFF[case]) == ()


def test_a_wars_total_does_not_stand_beside_the_toll_of_a_strike() -> None:
    found = rows(
        told("Wire", "Twelve people were killed in Koravets, the mayor said."),
        told("Post", "At least 9,000 people were killed in Koravets, the army said."),
    )
    assert found
    assert all(row.count("by [") == 1 for row in found)


def test_two_numbers_of_one_report_are_no_dispute() -> None:
    found = rows(
        told(
            "Wire",
            "Twelve people were killed in Koravets, the mayor said. Fifteen people were killed in Koravets, a doctor said.",
        )
    )
    assert all(row.count("by [") == 1 for row in found)


#: What a publisher refuses, and whether a speaker's own words may stand all the same, and the outlet's.
REFUSED = {
    "nothing": ({}, True, True),
    "nosnippet": ({"snippet": SnippetRule(limit=0, said=("nosnippet",))}, False, False),
    "more than a passage": ({"snippet": SnippetRule(limit=120, said=("max-snippet:120",))}, False, False),
    "its own words": ({"rights": Rights.LINK}, True, False),
}
INDIRECT = "Ana Petrov, the governor of Koravets, said the strike on Koravets had hit the market hall at noon."


@pytest.mark.parametrize("text", [SAID, INDIRECT])
@pytest.mark.parametrize("case", REFUSED)
def test_what_its_publisher_refuses_is_not_quoted_in_passing(case: str, text: str) -> None:
    refused, own, outlets = REFUSED[case]
    one = development(replace(told("Wire", text), **refused), headline=HEADING)  # type: ignore[arg-type]
    found = speaker_rows(one, aliases=ALIASES, tonight=tonight(one), told=())
    assert bool(found) is (own if text == SAID else outlets)


@pytest.mark.parametrize("text", [SAID, INDIRECT])
@pytest.mark.parametrize("withheld", ["{}", "Subscribe.\n{}", "Before. {} Behind."])
def test_what_a_page_marks_data_nosnippet_is_not_quoted_in_passing(text: str, withheld: str) -> None:
    held = replace(told("Wire", text), withheld=withheld.format(text))
    one = development(held, headline=HEADING)
    assert speaker_rows(one, aliases=ALIASES, tonight=tonight(one), told=()) == ()


def test_a_headline_that_asks_gives_no_number() -> None:
    asks = article("Did a strike on Koravets kill 30 people?", by="Post", hour=18)
    assert rows(told("Wire", "Twelve people were killed in Koravets."), asks) == ()
    tells = article("Strike on Koravets kills 40 people", by="Post", hour=18)
    assert "40 people" in "".join(rows(told("Wire", "Twenty people were killed in Koravets."), tells))


@pytest.mark.parametrize("bound", [1199, 1200, 1201])
def test_a_number_at_the_end_of_what_is_read_is_whole_or_left_out(bound: int) -> None:
    start = "Missiles on Koravets killed 18"
    before = ("The market hall burned until noon. " * 99)[: bound - len(start) - 1]
    cut = told("Post", f"{before.rstrip(' .').ljust(bound - len(start) - 1, '.')}\n{start}0 people, the governor said.")
    found = rows(told("Wire", "Twelve people were killed in Koravets, the mayor said."), cut)
    assert not any("18 " in row for row in found)


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("Day 12 of the war in Koravets", False),
        ("Koravets: 12 things to know of the strike", False),
        ("The strike of 1.12 p.m. on Koravets", False),
        ("Strike on Koravets: 12 people buried", True),
        ("Strike on Koravets kills 12", True),
        ("Strike on Koravets kills twelve people", True),
    ],
)
def test_a_number_is_told_where_it_counts_the_same(said: str, is_told: bool) -> None:
    one = development(told("Wire", "Twelve people were killed in Koravets, the mayor said."), headline=HEADING)
    given = given_in(one, aliases=ALIASES, tonight=tonight(one))
    assert (figure_rows(one, given, (said,)) == ()) is is_told


def test_numbers_far_from_the_newest_are_set_beside_one_another() -> None:
    found = rows(
        told("Wire", "Twelve people were killed in Koravets.", hour=18),
        told("Post", "Ninety people were killed in Koravets."),
        told("Times", "Eighty-five people were killed in Koravets."),
    )
    (row,) = found
    assert "90 people" in row
    assert "85 people" in row
    assert "12 people" not in row
