"""A headline becomes a sentence of ours where its grammar is certain, and nothing where it is not."""

from __future__ import annotations

import pytest

from scrapers.compose.retold import retold
from scrapers.compose.speakers import read_aliases
from scrapers.compose.spelling import is_titled, sentence_case, spelling_of

ALIASES = read_aliases(
    "Kremlin = the Kremlin | | RU\nBlinken, Antony Blinken = Antony Blinken | | US\nHouthis = the Houthis | | Houthis\n"
)
SPELLING = spelling_of(
    (
        "The envoy went to Koravets and to Koravets again, where the grain lay by the river.",
        "A crew from the Blue Bridge said the Blue Bridge stood; the bridge is long and the water is blue.",
        "In the harbour the ferry waited, and a ferry left.",
    ),
    names=("Ana Petrov",),
)

TOLD = {
    "a whole clause as it stands": (
        "Ukraine receives new air defence systems",
        "Ukraine receives new air defence systems",
    ),
    "a participle gets its verb": (
        "2 journalists killed in Haiti",
        "Two journalists were killed in Haiti",
    ),
    "one is no plural": ("Polish journalist killed in Haiti", "A Polish journalist was killed in Haiti"),
    "what goes on beside it is told in the present": (
        "Dozens of prisoners freed as Mali marks holiday",
        "Dozens of prisoners are freed as Mali marks holiday",
    ),
    "what is planned": ("US to begin training Ukrainian troops", "The US is to begin training Ukrainian troops"),
    "a city that ends like a plural": ("Athens to send Kyiv missiles", "Athens is to send Kyiv missiles"),
    "what is under way": ("Taiwan buying 400 missiles from US", "Taiwan is buying 400 missiles from the US"),
    "who says so, behind a colon": (
        "Putin visits Kherson and Luhansk: Kremlin",
        "Putin visits Kherson and Luhansk, the Kremlin says",
    ),
    "who says so, before a colon": (
        "Blinken: Warring factions will observe three-day truce",
        "Warring factions will observe a three-day truce, Antony Blinken says",
    ),
    "who says so, behind a comma": (
        "Stampede in Yemen kills at least 78, official says",
        "A stampede in Yemen kills at least 78, an official says",
    ),
    "an office is the only one": (
        "Dozens of soldiers killed in Koravets attack: Governor",
        "Dozens of soldiers were killed in a Koravets attack, the governor says",
    ),
    "a report is no speaker": (
        "China preparing drone unit - report",
        "China is preparing a drone unit, according to a report",
    ),
    "a kicker is left out": (
        "Sudan crisis: Thousands flee Khartoum as clashes rage",
        "Thousands flee Khartoum as clashes rage",
    ),
    "scare quotes stay": (
        "Brazil rejects 'violation' of Ukraine's borders",
        "Brazil rejects “violation” of Ukraine’s borders",
    ),
    "a word for a claim stays": (
        "Russia claims Ukrainian drones hit depot in Crimea",
        "Russia claims Ukrainian drones hit depot in Crimea",
    ),
    "a comma that is an and": (
        "Truce talks continue as Egypt sends aid, weapons to Sudan",
        "Truce talks continue as Egypt sends aid and weapons to Sudan",
    ),
    "the second deed of one": (
        "Mali junta leader refuses talks, blames rebels",
        "A Mali junta leader refuses talks and blames rebels",
    ),
    "a country's army": ("Sudan army declares holiday truce", "Sudan’s army declares a holiday truce"),
    "the one time": ("Envoy visits Kyiv for first time", "An envoy visits Kyiv for the first time"),
    "Title Case": (
        "Envoy Visits Koravets in Push to Move Grain",
        "An envoy visits Koravets in push to move grain",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_a_headline_is_told_as_a_sentence(case: str) -> None:
    headline, expected = TOLD[case]
    assert retold(headline, spelling=SPELLING, aliases=ALIASES) == expected


NOT_TOLD = {
    "a question": "Will the truce in Sudan hold?",
    "an explainer": "Why the truce in Sudan failed",
    "a list": "Sudan fighting enters day 6: What to know",
    "a live page": "Sudan live: army advances on Khartoum",
    "a video": "Thousands flee Khartoum – video report",
    "an opinion that nobody is named for": "Ukraine must win this war",
    "what only may be": "Russia could attack Odesa within weeks",
    "a quotation with its speaker": "‘We are not afraid’: life in Koravets",
    "somebody's name before a label": "Ana Petrov: The envoy taking on the army",
    "a country before a colon, which may speak or not": "Mali: Suspected jihadist attack kills 33 soldiers",
    "no verb": "Huge fire at fuel depot after drone strike",
    "a comma that may be anything": "Drones attack harbour, crashed drone found near Moscow",
    "an appositive": "Envoy spoke to the French president, Ana Petrov",
    "a clause whose verb is missing": "Truce frays as plane shot",
    "a relative clause without its pronoun": "Soldiers captured in Sudan return home",
    "two sentences": "Generals fought over the harbour. Now they wait",
    "a shout": "Tanks seen in the heart of the CAPITAL city",
    "a word of which nobody knows whether it is a name": "Envoy Visits Talvor to Move Grain",
}


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_is_not_certain_is_not_told(case: str) -> None:
    assert retold(NOT_TOLD[case], spelling=SPELLING, aliases=ALIASES) is None


def test_what_ought_to_be_is_told_where_somebody_says_so() -> None:
    told = retold("Ukraine must win this war, Kremlin says", aliases=ALIASES)
    assert told == "Ukraine must win this war, the Kremlin says"


def test_words_of_a_name_keep_their_capitals_only_in_the_name() -> None:
    assert sentence_case("Army Takes Blue Bridge From Rebels", SPELLING) == "Army takes Blue Bridge from rebels"
    assert not is_titled("Army takes Blue Bridge from rebels")


def test_a_headline_in_small_letters_is_left_as_it_is() -> None:
    assert sentence_case("Army takes Talvor from rebels", SPELLING) == "Army takes Talvor from rebels"
