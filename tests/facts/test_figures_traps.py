"""Figures of other things that stand near a word of death, and phrasings that look alike but count differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapers.facts.figures import figures
from scrapers.facts.speakers import read_aliases

ALIASES = read_aliases(Path("content/speakers.txt").read_text(encoding="utf-8"))

FOUND = {
    "Shootings left two men dead and injured seven others.": [("killed", 2), ("injured", 7)],
    "The morgue in Gedaref received 14 bodies after the blast.": [("bodies_found", 14)],
    "Kyiv received 300 bodies from Moscow on Friday.": [("bodies_returned", 300)],
    "Russia returned 1,000 bodies and received 19 in return.": [("bodies_returned", 1000), ("bodies_returned", 19)],
    "A lifeboat picked up 40 migrants off Lampedusa.": [("rescued", 40)],
    "Police picked up 12 suspects in Kano.": [("detained", 12)],
    "Rescuers pulled six girls, one of them badly hurt, from the rubble.": [("rescued", 6)],
    "Five rockets out of a barrage of 20 hit the base.": [("missiles_launched", 20)],
    "Ten missiles, some of which carried cluster bombs, were shot down.": [("missiles_intercepted", 10)],
    "Some 150 prisoners from both sides were freed in a swap.": [("prisoners_exchanged", 150)],
    "All four were released from prison.": [("freed", 4)],
    "Fifty-three others — including a boy — were wounded in Lagos.": [("injured", 53)],
    "Nearly 90 members of the U.S.-led force have died.": [("killed", 90)],
    "Gunmen killed three in ten attacks.": [("killed", 3)],
    "The storm killed a record 23 people.": [("killed", 23)],
    "The strike killed the commander and two guards.": [("killed", 2)],
    "Japan gave $3 million to Kenya.": [("aid_money", 3_000_000)],
    "Out of 67 people on board, 38 died.": [("killed", 38)],
    "Of 40 soldiers at the post, 12 were killed.": [("killed", 12)],
    "Of 20 drones launched overnight, 15 were shot down.": [("drones_launched", 20), ("drones_intercepted", 15)],
}

NOTHING = (
    "The family of the girl, two, who died in the fire has spoken.",
    "Police say the student was struck three times.",
    "American gifts have saved 25 million lives.",
    "Carl Mitch, 22 of Lund, was arrested.",
    "Roy Ham stood with his two sisters on the night he was killed.",
    "Image 13 of 14 A teen died after a party.",
    "1948 Olympic medallist Bert Dale dies",
    "The governor has raised $110 million in donations for his presidential bid.",
    "Nine in ten homes are damaged in Rafah.",
    "Rescuers pulled four people, all of them dead, out of the rubble.",
    "Ten missiles, three of which were duds, were put on display.",
    "Some 150 prisoners from each side would be freed in a swap.",
    "The mother of five who was killed had fled Homs.",
    "Two of the five men killed were brothers.",
    "All four were released from hospital.",
    "His wife and her sister, both 29, were wounded.",
    "Paul Brown 21, was found shot to death.",
    "The 8 yo girl killed in Lund was named.",
    "He was wounded in the 300 block of Main Street.",
    "Four other youths, between the ages of 16-18, were not hurt.",
    "Singer Ann Gray gave $3 million to a school.",
    "Readers can donate £5 in aid by text.",
    "Police offered an award of $20,000 for his arrest.",
    "One of the last three defenders died.",
    "Two boys — including the one who was hurt — had met him.",
    "Police say the man who killed a woman faces five new charges.",
    "Hunters shot dead 400 deer.",
    "Hier wurde vor 40 Jahren die Galerie und das Label gegründet.",
)

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
