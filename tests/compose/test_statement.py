"""Sentences of our own for sources whose words may not be shown: plain, correct, and saying who says so."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.othertime import is_background
from scrapers.compose.speakers import read_aliases
from scrapers.compose.statement import statements
from scrapers.model import Article, Source

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
ALIASES = read_aliases((ROOT / "content" / "speakers.txt").read_text(encoding="utf-8"))


def article(headline: str, text: str = "", *, day: int = 3, language: str = "en") -> Article:
    return Article(
        id="a1",
        source=Source(name="Example Wire", feeds=()),
        url="https://wire.example/a1",
        headline=headline,
        summary=text[:200],
        text=text,
        published=datetime(2025, 1, day, 12, tzinfo=UTC),
        language=language,
    )


# (headline, text) -> the sentences made of it
MADE: dict[str, tuple[tuple[str, str], list[str]]] = {
    "killed and wounded, with place and speaker": (
        (
            "Shells hit market",
            "At least 14 people were killed and 32 injured in Koravets on Friday, the regional governor said.",
        ),
        ["At least 14 people were killed and 32 injured in Koravets, according to the regional governor"],
    ),
    "the cause, where the sentence ties it to the dead": (
        ("Rafah hit again", "Twelve people were killed in an Israeli air strike in Rafah, local doctors said."),
        ["12 people were killed in an Israeli air strike in Rafah, according to local doctors"],
    ),
    "over how long": (
        ("Raids on Koravets", "Health officials say 94 people were killed in Koravets over the past week."),
        ["94 people were killed in Koravets over the past week, according to health officials"],
    ),
    "with the office of who gives it": (
        ("Raids on Koravets", "Fourteen people were killed in Koravets, said Oskar Dunn, a spokesman for the guild."),
        ["14 people were killed in Koravets, according to Oskar Dunn, a spokesman for the guild"],
    ),
    "not what else went on for weeks": (
        (
            "Raids on Koravets",
            "Nine people were killed in Koravets, the first raid over the past six months, police said.",
        ),
        ["Nine people were killed in Koravets, according to police"],
    ),
    "nor what another clause counts": (
        ("Raids on Koravets", "Nine people were killed in Koravets and 900 have fled Varnau over the past week."),
        ["Nine people were killed in Koravets", "900 people have fled over the past week"],
    ),
    "not by a body of which nothing says which": (
        ("Raids on Koravets", "Fourteen people were killed in Koravets, the department said."),
        [],
    ),
    "houses that were destroyed": (
        ("Blast in Koravets", "The blast destroyed about 20 houses in Koravets, police said."),
        ["About 20 houses were destroyed in Koravets, according to police"],
    ),
    "what was damaged, and what destroyed": (
        ("Raid on Koravets", "The raid damaged or destroyed 50 buildings in Koravets, police said."),
        ["50 buildings were damaged or destroyed in Koravets, according to police"],
    ),
    "a sea by its name": (
        ("Raid on a boat kills three", "Three people were killed in a raid on a boat in the Pacific, Egypt said."),
        ["Three people were killed in a raid in the Pacific, according to Egypt"],
    ),
    "a day’s name bounds a toll": (
        ("Raids on Koravets", "Officials said the death toll since Tuesday now stood at 67 in Koravets."),
        ["67 people have died in Koravets since Tuesday, according to officials"],
    ),
    "not what a later sentence counts of another thing": (
        (
            "Envoys meet in Koravets after raid",
            "Envoys met in Koravets. They shook hands at noon. Nine people were killed in Varnau.",
        ),
        [],
    ),
    "not a part for the whole": (
        ("Raids on Koravets", "Some 20 rebels were killed in Koravets, as well as 30 guards, police said."),
        [],
    ),
    "not what was before": (
        ("Missile tests go on", "Only days later Norvia launched three missiles into the sea."),
        [],
    ),
    "no place where the capital may be another’s": (
        ("Raids in Egypt", "Raids across Egypt have killed 90 people in the capital, police said."),
        ["90 people were killed, according to police"],
    ),
    "children among others": (
        ("Raids on Koravets", "Some 26 children and adults were killed in Koravets, police said."),
        ["About 26 children and adults were killed in Koravets, according to police"],
    ),
    "whose leaders": (
        ("Guild sets leaders free", "Four detained River Guild leaders were released on Wednesday, police said."),
        ["Four detained River Guild leaders were freed, according to police"],
    ),
    "not by somebody of whom nothing is known": (
        ("Raids on Koravets", "Fourteen people were killed in Koravets, Oskar Dunn said."),
        [],
    ),
    "not who was held until he was set free": (
        ("Three held in Koravets come home", "The release of three sailors detained in Koravets is a success."),
        ["Three sailors were freed"],
    ),
    "not a slip of the article’s": (
        ("Raids on Koravets", "Ostland says 4,806,702 million people have fled from Koravets."),
        [],
    ),
    "drones of drones": (
        ("Night of drones", "Ukraine's Air Force said it shot down 52 of 110 drones launched by Russia."),
        ["52 of 110 drones were intercepted, according to Ukraine's Air Force"],
    ),
    "only a headline": (
        ("Sudan fighting: 56 civilians killed, doctors' union says", ""),
        ["56 civilians were killed, according to a doctors' union"],
    ),
    "one is no plural": (
        ("Blast in Quetta", "A bomb killed at least one person in Quetta, police said."),
        ["At least one person was killed in Quetta, according to police"],
    ),
    "some died of no violence": (
        ("Ferry sinks", "Nine people died when a ferry sank in Lake Tana, the coastguard said."),
        ["Nine people died in Lake Tana, according to the coastguard"],
    ),
    "a part of the dead is told as a part": (
        ("Strike on Rafah", "Israeli strikes killed 12 people, including four children, in Rafah, the mayor said."),
        [
            "12 people, including four children, were killed in Israeli strikes in Rafah, according to the mayor",
        ],
    ),
    "nobody was killed": (
        ("Strike on Talvor", "No one was killed and five people were injured in the strike on Talvor, the mayor said."),
        ["Five people were injured in a strike in Talvor, according to the mayor"],
    ),
    "at most so many": (
        ("Strike on Talvor", "No more than five people were injured in the strike on Talvor, the mayor said."),
        ["Up to five people were injured in a strike in Talvor, according to the mayor"],
    ),
    "an age is no toll": (
        ("Strike on Talvor", "Some people including a child of three are reported killed in the strike on Talvor."),
        [],
    ),
    "not so many": (
        ("Raid on Talvor", "Twelve people, not 20, were killed in the raid on Talvor, the mayor said."),
        [],
    ),
    "a war's toll beside a day's": (
        (
            "War in Talvor",
            "The health ministry said 62,000 people have been killed since the war began, including 21 over the past day.",
        ),
        ["62,000 people have been killed since the war began, according to the health ministry"],
    ),
    "the dead of another event": (
        (
            "Shelling of Talvor",
            "A day after a strike killed 13 people in Koravets, shells fell on Talvor, wounding two.",
        ),
        ["Two people were injured"],
    ),
    "killed or missing": (
        ("Fighting in Talvor", "At least 50 people have been killed or gone missing in the fighting in Talvor."),
        [],
    ),
    "one more who is not counted": (
        ("Bomb in Talvor", "A bomb in Talvor killed 10 policemen and their driver, the mayor said."),
        [],
    ),
    "who were found alive": (
        ("Strike on Talvor", "Five people thought to have been killed in Talvor were found alive, the mayor said."),
        [],
    ),
    "a period of more than so many days": (
        ("Street by street", "At least 185 people have been killed in more than four days of fighting in Talvor."),
        ["At least 185 people were killed in Talvor in more than four days of fighting"],
    ),
    "how long it took them to be so many": (
        ("Street by street", "Fighting has killed around 240 people and wounded 900 after four days of urban warfare."),
        ["About 240 people have been killed and 900 injured in four days of urban warfare"],
    ),
    "how long others took to leave": (
        ("Street by street", "Fighting has killed around 240 people and 50 envoys left after four days of warfare."),
        [],
    ),
    "money": (
        ("Berlin gives more", "Germany pledged 50 million euros in humanitarian aid for Sudan on Thursday."),
        ["Germany pledged €50 million in aid to Sudan"],
    ),
    "a speaker's own few words": (
        ("Talks resume", "“We will stay until there is a text,” said Ana Petrov, the chief negotiator, in Doha."),
        ["Ana Petrov, the chief negotiator, said: “We will stay until there is a text”"],
    ),
    "a short claim": (
        ("Talks go on", "Qatar's foreign ministry said that both delegations were expected to remain in Doha."),
        ["Qatar's Foreign Ministry said that both delegations were expected to remain in Doha"],
    ),
}


@pytest.mark.parametrize("case", MADE)
def test_makes_a_plain_sentence(case: str) -> None:
    (headline, text), expected = MADE[case]
    found = [statement.text for statement in statements(article(headline, text), aliases=ALIASES)]
    assert found == expected


LEFT_OUT = {
    "another year's dead": ("Court hears survivors", "The attack in 2019 killed 51 people in Dorno, the court heard."),
    "years ago": ("A town remembers", "The bomb killed 12 people in Dorno twenty years ago."),
    "a headline of an anniversary": ("Ten years after the siege", "The siege killed 300 people, the mayor said."),
    "a question": ("Dead?", "Were 12 people killed in Dorno?"),
    "what may happen": ("Warning", "The dam could break and 12,000 people would be killed, an engineer said."),
    "a quotation of more than fifteen words": (
        "Speech",
        "“We will go on, and we will not stop, and nobody will make us stop, now or ever, in this,” Ana Petrov said.",
    ),
    "half a sentence in quotation marks": ("Speech", "Ana Petrov said it was “a grave and needless mistake”."),
    "a claim that leans on the sentence before": ("Talks", "Ana Petrov said that they would take it to his office."),
    "a claim nobody vouches for": ("Claims", "A claim that 12 soldiers were killed in Dorno spread on Friday."),
    "an agency that only another sentence could name": (
        "Port shut",
        "Twelve people were hurt in Dorno, according to the agency. The group said that the port of Dorno would close.",
    ),
    "a figure in a trial": ("Trial", "A man was charged over the attack in Dorno that killed 12 people."),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_leaves_out_what_cannot_be_said_safely(case: str) -> None:
    headline, text = LEFT_OUT[case]
    assert statements(article(headline, text), aliases=ALIASES) == ()


def test_says_who_speaks_and_what_it_was_made_from() -> None:
    text = (
        "At least 14 people were killed in Koravets, the regional governor said. "
        "“We are still digging here,” said Ana Petrov, the chief rescuer."
    )
    figure, quote = statements(article("Shells hit market", text), aliases=ALIASES)
    assert (figure.basis, figure.metric, figure.speaker) == ("figure", "killed", "the regional governor")
    assert (quote.basis, quote.metric, quote.speaker) == ("quote", None, "Ana Petrov")
    assert figure.article_id == quote.article_id == "a1"


def test_a_text_has_no_full_stop_so_that_the_outlet_can_follow() -> None:
    for (headline, text), _ in MADE.values():
        for statement in statements(article(headline, text), aliases=ALIASES):
            assert statement.text[-1] not in ".,;: "


def test_gives_no_more_than_asked_for() -> None:
    text = (
        "At least 14 people were killed in Koravets, the governor said. "
        "Some 3,000 people were evacuated from Ridna, he said. "
        "“We are still digging here,” said Ana Petrov, the chief rescuer."
    )
    assert len(statements(article("x", text), aliases=ALIASES)) == 3
    assert len(statements(article("x", text), aliases=ALIASES, limit=1)) == 1
    assert statements(article("x", text), aliases=ALIASES, limit=0) == ()


def test_makes_nothing_of_a_text_in_another_language() -> None:
    assert (
        statements(article("Krieg", "At least 14 people were killed in Koravets.", language="de"), aliases=ALIASES)
        == ()
    )


COPIES = {
    "nothing in common": ("One thing here.", "Another there!", 0),
    "a run": ("The old bridge fell at dawn today", "They say the old bridge fell at night", 5),
    "what stands in quotation marks does not count": ("He said: “the old bridge fell”", "the old bridge fell", 0),
    "case and marks do not hide a copy": ("THE OLD, BRIDGE", "the old bridge", 3),
}


@pytest.mark.parametrize("case", COPIES)
def test_measures_the_longest_copy(case: str) -> None:
    text, source, expected = COPIES[case]
    assert longest_copy(text, source) == expected


def test_never_shows_more_of_a_real_article_than_its_rights_allow() -> None:
    """On the shared pages: at most 15 words in a row of the article, at most 15 in a quotation."""
    path = SHARED / "data" / "quotes.dev.jsonl"
    if not path.exists():
        pytest.skip("the shared data is not here")
    made = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        headline, _, body = text.partition("\n")
        whole = replace(article(headline, body), published=datetime(2016, 9, 30, tzinfo=UTC))
        for statement in statements(whole, aliases=ALIASES, limit=5):
            made += 1
            assert longest_copy(statement.text, text) <= COPIED_WORDS
            for quoted in re.findall(r"“([^”]*)”", statement.text):
                assert len(quoted.split()) <= 15
                assert quoted in text.replace("\n", " ")
    assert made > 20


def test_what_stands_below_a_picture_is_no_news() -> None:
    text = "Image copyright Wire Image caption Petrov and Dunn were two of three sailors killed in Koravets."
    assert statements(article("Raid on Koravets", text), aliases=ALIASES) == ()


def test_a_quotation_of_another_year_is_not_told() -> None:
    said = "“The deal with Ostland will end in Koravets. We lost all of it,” Egypt said in September of 2015."
    assert statements(article("Egypt leaves deal", said), aliases=ALIASES) == ()


def test_what_was_in_another_month_is_not_the_day_s() -> None:
    day = date(2026, 8, 21)
    assert is_background("Police said in March that 14 people were killed in Koravets", day)
    assert not is_background("Police said in August that 14 people were killed in Koravets", day)
    assert not is_background("Police said in March that 14 people were killed in Koravets", None)
