"""Figures of other things that stand near a word of death, and phrasings that look alike but count differently."""

from __future__ import annotations

import pytest

from scrapers.facts.figures import figures
from scrapers.facts.speakers import read_aliases
from tests.desk import DESK

ALIASES = read_aliases((DESK / "speakers.txt").read_text(encoding="utf-8"))

FOUND = {
    "Kyiv received 300 bodies from Moscow on Friday.": [("bodies_returned", 300)],
    "Police picked up 12 suspects in Kano.": [("detained", 12)],
    "Rescuers pulled six girls, one of them badly hurt, from the rubble.": [("rescued", 6)],
    "Gunmen killed three in ten attacks.": [("killed", 3)],
    "The strike killed the commander and two guards.": [("killed", 2)],
    "Of 40 soldiers at the post, 12 were killed.": [("killed", 12)],
    "Of 20 drones launched overnight, 15 were shot down.": [("drones_launched", 20), ("drones_intercepted", 15)],
}

NOTHING = (
    "The family of the girl, two, who died in the fire has spoken.",
    "Carl Mitch, 22 of Lund, was arrested.",
    "Roy Ham stood with his two sisters on the night he was killed.",
    "Image 13 of 14 A teen died after a party.",
    "1948 Olympic medallist Bert Dale dies",
    "The governor has raised $110 million in donations for his presidential bid.",
    "The mother of five who was killed had fled Homs.",
    "His wife and her sister, both 29, were wounded.",
    "Paul Brown 21, was found shot to death.",
    "The 8 yo girl killed in Lund was named.",
    "He was wounded in the 300 block of Main Street.",
    "Four other youths, between the ages of 16-18, were not hurt.",
    "Police offered an award of $20,000 for his arrest.",
    "One of the last three defenders died.",
    "Two boys — including the one who was hurt — had met him.",
    "Police say the man who killed a woman faces five new charges.",
    "Twelve, not 20, were killed in Koravets.",
    "The mine spared all but two, who were killed.",
    "The blast nearly killed 20 pupils.",
    "Patrols arrested or killed 40 raiders.",
    "The towns each evacuated 200 people.",
    "Some 50 people were killed or went missing.",
    "Five people thought to have been killed were found alive.",
    "About 200 people were pronounced killed in a mock attack.",
    "Ten policemen and their driver were killed.",
    "A child and six adults were killed.",
    "A girl of six was killed.",
    "The release of 40 prisoners was agreed on Monday.",
    "Norvia launched a Mavic 3 drone at dawn.",
    "Air defence shot down 90% of 40 drones.",
    "Some 400 rebels were driven from Koravets.",
    "Some 40 contracts were executed.",
    "It is not true that 40 soldiers were killed.",
    "He doubted reports that 40 soldiers were killed.",
    "Hier wurde vor 40 Jahren die Galerie und das Label gegründet.",
)

#: Numbers that are taken back.
CORRECTED = (
    "Correction: 14 people were killed in the Koravets blast, not 15.",
    "Correction: an earlier version said 40 dead.",
    "CORRECTION — The report gave the toll as 40 dead; it was 14.",
    "Clarification: 40 people were killed in the year, not the month.",
    "Corrects death toll to 14, not 40 dead.",
    "(Corrects to show 14 people were killed, not 40)",
    "Editor's note: an earlier headline said 40 people were killed.",
    "An earlier version of this story said 30 people had been killed in Koravets.",
    "A previous version of this report said 40 people had been killed.",
    "This article was amended on Monday: 12 people were wounded in Koravets.",
    "This story has been updated to correct the toll: 40 people were killed.",
    "This version corrects the number of people killed to 14.",
    "Correction: The toll was wrong. In fact 14 people were killed in Koravets.",
)


@pytest.mark.parametrize("text", CORRECTED)
def test_takes_no_number_of_a_correction_for_tonights(text: str) -> None:
    assert [(f.metric, f.value) for f in figures(text, aliases=ALIASES)] == []


def test_a_correction_goes_to_the_end_of_its_line() -> None:
    text = "Shells killed 12 people in Koravets.\n{}\nA mine killed three men in Tolmet."
    notice = "An earlier version of this story misstated the toll. It said 40 people were killed."
    assert [f.value for f in figures(text.format(notice))] == [12, 3]
    assert [f.value for f in figures(text.format("Forty people were killed in Old Tolmet."))] == [12, 40, 3]


@pytest.mark.parametrize(
    "text", ["Corrections officers killed 12 inmates.", "An earlier version of the drone killed 12 people."]
)
def test_not_every_correction_is_a_notice(text: str) -> None:
    assert [f.value for f in figures(text)] == [12]


@pytest.mark.parametrize("text", ["On Sunday 29 people were killed in Koravets.", "In Koravets 12 killed, mayor says."])
def test_a_number_after_a_name_is_a_toll_where_people_were_killed(text: str) -> None:
    assert [f.metric for f in figures(text, aliases=ALIASES)] == ["killed"]


PLACES = {
    "Police in Kano say gunmen abducted 30 farmers.": "Kano",
    "Doctors in Port Sudan said 12 people had died in Kadugli.": "Kadugli",
    "Medics at a hospital in Omdurman said 23 people died after shelling of the Sabreen market.": "Omdurman",
    "Italy sent another 200 soldiers to Lebanon.": "Lebanon",
    "Some 40,000 people have fled Goma.": "Goma",
    "Somalia: 12 fighters killed in US raid": "Somalia",
    "About 300 people died at the hands of Boko Haram in Nigeria.": "Nigeria",
    "Four people were injured in Saturday's shootings.": None,
    "At least 450 Gazans have been killed in Norland’s war on Gaza.": "Gaza",
    "About 120 people were killed in the Hamas-led attack on Israel.": "Israel",
}


@pytest.mark.parametrize("text", FOUND)
def test_counts_what_the_phrase_says_and_not_what_it_looks_like(text: str) -> None:
    assert [(f.metric, f.value) for f in figures(text, aliases=ALIASES)] == FOUND[text]


@pytest.mark.parametrize("text", NOTHING)
def test_takes_no_age_address_ratio_or_reward_for_a_toll(text: str) -> None:
    assert [(f.metric, f.value) for f in figures(text, aliases=ALIASES)] == []


@pytest.mark.parametrize("text", PLACES)
def test_names_the_place_of_the_deed_and_not_its_doer(text: str) -> None:
    assert [f.place for f in figures(text, aliases=ALIASES)] == [PLACES[text]]


def test_counts_women_named_after_a_boy_among_the_wounded() -> None:
    found = figures("Six people, including a 17-year-old boy and four women, were wounded.", aliases=ALIASES)
    assert [(f.value, f.part) for f in found] == [(6, False), (4, True)]


def test_a_sum_since_the_start_of_the_month_is_a_running_one() -> None:
    (found,) = figures("The gangs have abducted 28 people since the start of the month.", aliases=ALIASES)
    assert found.window == "cumulative"


def test_no_toll_given_makes_no_running_sum() -> None:
    (found,) = figures("The blast wounded four mechanics, and the ministry gave no toll.", aliases=ALIASES)
    assert found.window is None
