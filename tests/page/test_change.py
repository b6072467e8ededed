"""What is new since yesterday is said in a fixed form, and two numbers are compared only where they count the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrapers.briefing import Section, nothing_new
from scrapers.facts.speakers import read_aliases
from scrapers.model import Article, PastDevelopment
from scrapers.page.change import AGAIN, NOTHING, change_of
from scrapers.page.data_rows import given_in
from scrapers.page.excerpt import excerpt
from tests.page.world import ALIASES, article, development, tonight


def past(*texts: str, sources: tuple[str, ...] = ("Wire",), follows: str | None = None) -> PastDevelopment:
    return PastDevelopment(
        day=date(2026, 8, 20), id="old", headline=texts[0], texts=texts, sources=sources, follows=follows
    )


def change(told: Article, *before: PastDevelopment, follows: str | None = "2026-08-20#old", **fields: object) -> str:
    one = development(told, follows=follows, **fields)
    night = tonight(one)
    return change_of(
        one,
        {f"{each.day}#{each.id}": each for each in before},
        aliases=ALIASES,
        tonight=night,
        quoted=excerpt(one, tonight=night, aliases=ALIASES),
        given=given_in(one, aliases=ALIASES, tonight=tonight(one)),
    )


CASES = {
    "a higher number of the same": (
        article("At least 36 people killed in Hama, monitor says", by="Wire"),
        past("At least 26 people killed in Hama, monitor says"),
        "killed: at least 36 people in Hama, up from at least 26 on 20 August (Wire)",
    ),
    "a smaller number is no revision": (
        article("At least 12 people killed in Hama", by="Wire"),
        past("At least 26 people killed in Hama"),
        NOTHING,
    ),
    "a higher number of another town": (
        article("At least 36 people killed in Hama, monitor says", by="Wire"),
        past("At least 26 people killed in Homs, monitor says; at least 36 people killed in Hama"),
        NOTHING,
    ),
    "a war's total after the toll of a strike": (
        article("At least 9,000 people killed in Hama, monitor says", by="Wire"),
        past("At least 26 people killed in Hama, monitor says"),
        NOTHING,
    ),
    "a party that had spoken": (
        article("Russia hears proposal", "Russia rejects it, Foreign Minister Sergey Lavrov said.", by="Wire"),
        past("Russia hears proposal", "Sergey Lavrov rejects it for Russia."),
        NOTHING,
    ),
    "the same figure again": (
        article("Strike kills 7 people in Gaza City", by="Wire"),
        past("Seven people were killed in Gaza City strike"),
        NOTHING,
    ),
    "a party that had not spoken": (
        article("Russia hears proposal", "Russia rejects it, Foreign Minister Sergey Lavrov said.", by="Wire"),
        past("Russia hears proposal"),
        "now quoted: Sergey Lavrov",
    ),
    "an outlet that had not told it": (
        article("Talks go on", by="Radio"),
        past("Talks go on"),
        f"{AGAIN}; now also by Radio",
    ),
    "a heading of its own": (
        article("Egypt opens harbour of Koravets for grain ships", by="Wire"),
        past("Talks go on"),
        "before, on 20 August: “Talks go on”",
    ),
    "a passage of its own": (
        article(
            "Talks go on", "Envoys in Koravets, at talks that go on, agreed to open two harbours for grain.", by="Wire"
        ),
        past("Talks go on"),
        "new in the words of Wire",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_new(case: str) -> None:
    told, before, expected = CASES[case]
    assert change(told, before) == expected


def test_what_is_near_to_the_day_before_and_follows_nothing_is_not_called_new() -> None:
    told = article("Talks go on")
    assert change(told, follows=None, related="2026-08-20#old") == ""
    assert change(told, follows=None) == "new"


def test_a_passage_that_the_day_before_quoted_is_not_new() -> None:
    words = "Envoys in Koravets, at talks that go on, agreed to open two harbours for grain."
    before = replace(past("Talks go on"), prose=(f"> {words}", "> — [Wire](https://example.org/a)"))
    assert change(article("Talks go on", words, by="Wire"), before) == NOTHING


@pytest.mark.parametrize("words", [NOTHING, f"{AGAIN}; now also by Radio"])
def test_the_site_folds_what_is_told_again(words: str) -> None:
    assert nothing_new(Section(headline="x", change=words))


def test_a_story_that_goes_in_a_circle_ends() -> None:
    assert change(article("y"), past("y", follows="2026-08-20#old"))


@pytest.mark.parametrize(("word", "party"), [("us", False), ("US", True)])
def test_who_tells_us_something_names_no_party(word: str, party: bool) -> None:
    aliases = read_aliases("US Army = US Army | | US\n")
    told = article(f"Norvian envoy tells {word} of truce", text="The US Army said that the truce had been planned.")
    one = development(told, follows="2026-08-20#old")
    line = change_of(one, {"2026-08-20#old": past("Norvian envoy in Doha")}, aliases=aliases, tonight=tonight(one))
    assert ("now quoted: US Army" in line) is party
