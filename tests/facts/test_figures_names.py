"""A number that names a thing is no toll, whatever the thing is; a number that counts people is one beside any name."""

from __future__ import annotations

import pytest

from scrapers.facts.figures import figures

#: Things that no list would hold, in the places that a name has in a clause.
NAMED = (
    "Battalion 101 killed three Norvian scouts' dogs.",
    "Battalion 101 was freed from guard duty at dawn.",
    "House 9 was evacuated at noon.",
    "Gate 12 was evacuated after a call.",
    "Gulls at Pier 40 killed many fish.",
    "Bloody Sunday 29 killed the hopes of a generation.",
    "Villa 6 was evacuated after the blast.",
    "Kiosk 22 killed trade in the square, owners say.",
    "Cell 40 was freed of its guards.",
    "Kolkhoz 30 was captured by the rebels.",
    "Trawler Nine was freed on Monday.",
    "When Tent 17 was evacuated, nobody was inside.",
    "Police said Ferry 9 was evacuated off Koravets.",
    "Police said Ferry 9 and its crew were freed.",
    "Fire in Apartment 7 killed everyone inside, the mayor said.",
    "The gas leak at Depot 31 killed hopes of a truce.",
    "Soldiers of Echelon 12 were freed from duty.",
    "Residents of Villa 6 were evacuated at noon.",
    "The crew of Trawler 88 was freed on Monday.",
    "The Wall of Heroes 25 killed interest in the old square.",
    "The upper level of Hangar 1 has been evacuated.",
    "The two murdered his brother and fled.",
)
COUNTED = {
    "In Koravets 12 killed, mayor says.": 12,
    "In Koravets 12 were killed, the mayor said.": 12,
    "In Old Koravets 12 were killed on Monday.": 12,
    "At the Al Noor Hospital 12 were killed.": 12,
    "In the border town of Koravets 12 were killed.": 12,
    "Of the Norvians 12 were killed.": 12,
    "The ministry said that in Koravets 12 were killed.": 12,
    "The ministry said in Koravets 12 were killed.": 12,
    "The ministry said on Monday 29 were killed in Koravets.": 29,
    "Shells fell all day, and in Koravets 12 were killed.": 12,
    "On Monday 29 were killed in Koravets.": 29,
    "On Sunday 29 people were killed in Koravets.": 29,
    "Between Monday and Friday 40 were killed in Koravets.": 40,
    "In Koravets 12 wounded soldiers were freed.": 12,
    "Yesterday 12 were killed in Koravets.": 12,
    "Overnight 12 killed by shelling.": 12,
    "Koravets: 12 killed as shells hit market.": 12,
    "Koravets blast: 12 dead.": 12,
    "Norvia says 12 killed in raid.": 12,
    "Gunmen Kill 12 In Koravets": 12,
    "Officials Say 12 Killed In Koravets": 12,
    "A Family Of Four Was Murdered.": 4,
}


@pytest.mark.parametrize("text", NAMED)
def test_a_number_that_names_a_thing_is_no_toll(text: str) -> None:
    assert [(f.metric, f.value) for f in figures(text)] == []


@pytest.mark.parametrize("text", COUNTED)
def test_a_number_that_counts_people_is_one_beside_any_name(text: str) -> None:
    assert COUNTED[text] in [f.value for f in figures(text)]


@pytest.mark.parametrize("thing", ["Battalion", "Koshara", "Lager", "Ushtria", "Q-Block"])
@pytest.mark.parametrize(
    "form", ["{} 44 was evacuated.", "The men of {} 44 were freed.", "Later {} 44 killed a guard."]
)
def test_no_name_is_known_before(thing: str, form: str) -> None:
    assert [f.value for f in figures(form.format(thing))] in ([], [1])
