"""An outlet's headline as a heading: no label before it, small letters where every word is certain."""

from __future__ import annotations

import pytest

from scrapers.page.heading import as_heading
from scrapers.page.spelling import Spelling, sentence_case, spelling_of

SPELLING = spelling_of(
    (
        "In the night the envoy Ana Petrov came to Koravets and left Koravets for Talvor, the port of Talvor.",
        "They met the Talvor Guard in Koravets, and later the Talvor Guard went home.",
        "Later the U.S. envoy spoke, and a brigade of Petrov waited near the Talvor Coast Guard and its harbour.",
        "Then Petrov left, and the coast of Talvor was calm.",
    )
)

HEADINGS = {
    "a word that shouts": ("Norland FINALLY sends ships to NATO port", "Norland finally sends ships to NATO port"),
    "three letters may be a body": ("Norland sends ships; WHO warns of cholera",) * 2,
    "names keep their capitals": (
        "Army Takes Koravets From Rebels After Petrov Leaves",
        "Army takes Koravets from rebels after Petrov leaves",
    ),
    "small letters are left alone": ("Army takes Koravets from rebels", "Army takes Koravets from rebels"),
    "a word that no text shows leaves the outlet's form": (
        "Army Takes Zuvrany From Rebels in Night",
        "Army Takes Zuvrany From Rebels in Night",
    ),
    "an office before a person's name": (
        "Rebels Meet President Petrov in Koravets",
        "Rebels meet President Petrov in Koravets",
    ),
    "an office alone": (
        "Ukraine’s Prime Minister Safely Evacuated From Koravets",
        "Ukraine’s prime minister safely evacuated from Koravets",
    ),
    "a known name of ordinary words": (
        "Drone Boats Attack Ships on Red Sea Near West Bank",
        "Drone boats attack ships on Red Sea near West Bank",
    ),
    "a side that is only a direction": ("Army Fights in Eastern Ukraine", "Army fights in eastern Ukraine"),
    "a side that is a part of the world": (
        "Ukraine Says Western Weapons Fall Short",
        "Ukraine says Western weapons fall short",
    ),
    "an abbreviation": ("U.S. Says Army Left Koravets", "U.S. says army left Koravets"),
    "another sentence begins large": (
        "Rebels Leave Koravets. The Army Waits Nearby.",
        "Rebels leave Koravets. The army waits nearby.",
    ),
    "what follows a colon begins large": (
        "Fighting in Koravets: Army Waits Nearby",
        "Fighting in Koravets: Army waits nearby",
    ),
    "a war's label, its place named in the rest": (
        "Ukraine war: Ukrainian army takes Koravets from rebels",
        "Ukrainian army takes Koravets from rebels",
    ),
    "a war's label, its place named nowhere else": (
        "Sudan crisis: army takes Koravets from rebels",
        "Sudan: Army takes Koravets from rebels",
    ),
    "a label behind": ("War in Ukraine: Army takes Koravets from rebels", "Ukraine: Army takes Koravets from rebels"),
    "a war's label before what somebody elsewhere says": (
        "Ukraine war: Brazil's envoy accuses France of selling shells",
        "Brazil's envoy accuses France of selling shells",
    ),
    "a war's label before what happens elsewhere": (
        "Ukraine war: Polish farmers block a road to the port",
        "Ukraine war: Polish farmers block a road to the port",
    ),
    "a page's label before whose strikes they were": (
        "Ukraine live briefing: At least 25 dead from Russian missile strikes",
        "Ukraine: At least 25 dead from Russian missile strikes",
    ),
    "a page's label before what happens elsewhere": (
        "Ukraine Latest: Polish farmers block a road to the port",
        "Polish farmers block a road to the port",
    ),
    "what somebody says of himself": (
        "We will not leave Koravets, says mayor",
        "“We will not leave Koravets”, says mayor",
    ),
    "what somebody says of others": ("Rebels will not leave Koravets, says mayor",) * 2,
    "a beginning before a hyphen": (
        "Rebels Leave Koravets After Re-Opening Anti-Tank Post",
        "Rebels leave Koravets after re-opening anti-tank post",
    ),
    "an ending that no name has": ("Army Fights Relentless War in Koravets", "Army fights relentless war in Koravets"),
    "a live page": (
        "Ukraine live briefing: At least five dead in Koravets",
        "Ukraine: At least five dead in Koravets",
    ),
    "a page's label": ("Watch: Army takes Koravets from rebels", "Army takes Koravets from rebels"),
    "a person is no label": (
        "Ana Petrov: envoy leaves Koravets for Talvor",
        "Ana Petrov: envoy leaves Koravets for Talvor",
    ),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_a_headline_as_heading(case: str) -> None:
    headline, heading = HEADINGS[case]
    assert as_heading(headline, SPELLING) == heading
    assert as_heading(heading, SPELLING) == heading


def test_a_pair_of_words_is_a_name_only_where_both_have_a_capital() -> None:
    spelling = spelling_of(["They went along the Ostra River in Talvor, over the river and on to Talvor."])
    assert (
        sentence_case("Army Takes Land Across Key River in Talvor", spelling)
        == "Army takes land across key river in Talvor"
    )


def test_nothing_is_learnt_from_a_headline_within_a_text() -> None:
    text = "Read more: Envoy Says U.S. May Be Funding Rebels. The envoy says little."
    assert spelling_of([text]).words["Funding"] == 0
    assert as_heading("Envoy Says Norland Funding Rebels", Spelling()) == "Envoy Says Norland Funding Rebels"


def test_a_name_that_may_be_part_of_a_longer_one_is_not_certain() -> None:
    spelling = spelling_of(["They met the Ukraine Coast Guard, then the Ukraine Coast Guard left for the coast."])
    assert sentence_case("Ship Attacked Off Ukraine Coast After Raid", spelling) in (
        None,
        "Ship attacked off Ukraine coast after raid",
    )
