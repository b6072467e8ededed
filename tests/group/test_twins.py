"""Two developments of one page that are one: told in other words, or a part of what the other tells."""

from __future__ import annotations

import random
from collections.abc import Iterable

import numpy as np
import pytest

from scrapers.group import developments, same_event
from scrapers.group.bags import war_names
from scrapers.group.explain import explain
from scrapers.group.twins import ALIKE, joined
from scrapers.model import Article, Development
from tests.group.world import NIGHT, NOW, article, topics

Told = tuple[str, str]

#: Nothing of it tells of what the cases tell of; a page is never two developments alone.
OTHERS: tuple[tuple[str, list[Told]], ...] = (
    ("gaza", [("Talks on Gaza resume in Doha", "Mediators from Qatar say both delegations are back.")]),
    ("ukraine", [("Missiles hit bus station in Sumy", "The governor says that two missiles fell in the morning.")]),
    ("myanmar", [("Army shells village near Mandalay", "Residents fled to a monastery, says a monk.")]),
    ("haiti", [("Gangs block the port of the capital", "No ship has been unloaded since Monday.")]),
    ("sudan", [("Cholera spreads in camps of Kassala", "Doctors say that they have no clean water.")]),
)

MALI = [
    ("Senior Malian official among 5 dead in ambush", "An aide to the head of state was on the road near Nara."),
    ("Malian president's adviser, four others killed in ambush", "Gunmen fired on his car in the west of Mali."),
    ("Adviser to Mali's president dies in ambush", "The adviser was killed in an attack, the government said."),
]
AIDE = [("Adviser of Mali's leader among dead in attack", "The aide to the head of state was killed in an ambush.")]
FIGHTING = [
    ("Fighting in Khartoum enters third day as toll nears 90", "Army and paramilitaries clash around the airport."),
    ("Third day of fighting in Khartoum, hospitals overrun", "The army and the RSF fight for the capital."),
    ("Khartoum: army and RSF fight on, 90 dead", "Battles around the airport of Khartoum go on for a third day."),
]
THE_UK = [
    ("UK flies diplomats out of Khartoum as army and RSF fight", "The UK says that its embassy staff is safe."),
    ("UK embassy staff flown out of Sudan's capital", "Soldiers took the diplomats from Khartoum by air."),
    ("UK diplomats leave Sudan after night flight", "A plane with the diplomats of the UK landed in Cyprus."),
]
THE_US = [
    ("US flies diplomats out of Khartoum as army and RSF fight", "Washington says that its embassy staff is safe."),
    ("US embassy staff flown out of Sudan's capital", "Soldiers took the diplomats from Khartoum by air."),
    ("US diplomats leave Sudan after night flight", "A plane with the diplomats of the US landed in Djibouti."),
]
CASES: dict[str, tuple[str, list[Told], list[Told], float, bool]] = {
    "one ambush in other words": ("sahel", MALI, AIDE, 0.3, True),
    "the same, but the words of the whole are too unlike": ("sahel", MALI, AIDE, 0.2, False),
    "one report of what several tell": (
        "sudan",
        FIGHTING,
        [("Khartoum fighting goes on for third day", "The battles between the army and the RSF do not end.")],
        0.3,
        True,
    ),
    "one report of something else in that war": (
        "sudan",
        FIGHTING,
        [("Egypt says its captured soldiers are home", "The army of Egypt thanked the RSF for their release.")],
        0.3,
        False,
    ),
    "one report that shares no more than the war's names": (
        "taiwan-south-china-sea",
        [
            ("Chinese drone flies around Taiwan, ministry says", "The president was abroad when the drone came."),
            ("China flies drone around Taiwan", "The flight follows a visit of Taiwan's president, Beijing says."),
            ("Drone from China circles Taiwan", "The president of Taiwan said that the drone was seen at dawn."),
        ],
        [("In Taiwan, China heads the presidential vote", "The parties choose whom they send into the race.")],
        0.3,
        False,
    ),
    "one country's flights are not another's": ("sudan", THE_US, THE_UK, 0.7, False),
    "two attacks with other numbers": (
        "sahel",
        [("Gunmen kill 14 villagers in north of Mali", "They came on motorcycles before dawn, says a mayor.")],
        [("Gunmen kill 9 villagers in north of Mali", "They came on motorcycles at dusk, says a teacher.")],
        0.6,
        False,
    ),
    "two attacks in two places": (
        "sahel",
        [("Gunmen kill villagers at dawn near Mopti", "The gunmen shot villagers near Mopti in Mali, says a mayor.")],
        [("Gunmen kill villagers at dusk near Kidal", "The gunmen shot villagers near Kidal in Mali, says a mayor.")],
        0.6,
        False,
    ),
    "two single reports without a name that is rare": (
        "sahel",
        [("Gunmen kill villagers in night raid", "The gunmen came on motorcycles, a mayor said.")],
        [("Villagers killed by gunmen in raid at night", "A mayor said that the gunmen came on motorcycles.")],
        0.6,
        False,
    ),
}


def development(key: str, conflict: str | None, told: list[Told], kind: str | None = None) -> Development:
    articles = tuple(
        article(f"{key}{at}", headline, summary, by=f"Outlet {at}") for at, (headline, summary) in enumerate(told)
    )
    return Development(
        id=articles[0].id, headline=articles[0].headline, articles=articles, conflict=conflict, kind=kind
    )


@pytest.mark.parametrize("case", CASES)
def test_two_are_one_only_where_they_tell_the_same(case: str) -> None:
    conflict, first, second, like, one = CASES[case]
    page = [development("a", conflict, first), development("b", conflict, second)]
    page += [development(f"x{at}", of, told) for at, (of, told) in enumerate(OTHERS)]
    alike = np.full((len(page), len(page)), 0.05)
    alike[0, 1] = alike[1, 0] = like
    assert joined(page, alike, war_names(topics())) == [0, 0 if one else 1, *range(2, len(page))]


BUSES = [("Americans leave Khartoum on buses, Washington says", "Three hundred people are on the road to the port.")]
PORT = [("U.S. begins to move its citizens out of Sudan by land", "A first convoy is under way, an official said.")]
TOLL = [("Fighting goes on in Khartoum as hospitals run out", "A doctor counts the dead in the capital's streets.")]
#: kind of both, what they tell, likeness, and whether they are one.
OF_ONE_KIND: dict[str, tuple[str | None, list[Told], list[Told], float, bool]] = {
    "a day's fighting": ("battle", FIGHTING, TOLL, 0.23, True),
    "hardly alike": ("battle", FIGHTING, TOLL, 0.2, False),
    "two attacks": ("attack", FIGHTING, TOLL, 0.23, False),
    "kind unknown": (None, FIGHTING, TOLL, 0.23, False),
    "one state's evacuation, by its name or its people's": ("displacement", BUSES, PORT, 0.16, True),
    "two states' evacuations": ("displacement", PORT, THE_UK, 0.23, False),
}


@pytest.mark.parametrize("case", OF_ONE_KIND)
def test_of_one_kind_less_is_enough(case: str) -> None:
    kind, first, second, like, one = OF_ONE_KIND[case]
    page = [development("a", "sudan", first, kind), development("b", "sudan", second, kind)]
    page += [development(f"x{at}", of, told) for at, (of, told) in enumerate(OTHERS)]
    alike = np.full((len(page), len(page)), 0.05)
    alike[0, 1] = alike[1, 0] = like
    assert joined(page, alike, war_names(topics()))[1] == (0 if one else 1)


def test_two_conflicts_are_never_joined() -> None:
    page = [development("a", "sahel", MALI), development("c", "nigeria", AIDE)]
    assert joined(page, np.ones((2, 2))) == [0, 1]


def test_what_is_of_no_listed_conflict_joins_what_is_much_alike() -> None:
    page = [development("a", "sahel", MALI), development("b", None, AIDE)]
    assert joined(page, np.full((2, 2), ALIKE)) == [0, 0]
    assert joined(page, np.full((2, 2), ALIKE - 0.01)) == [0, 1]


def test_of_three_the_two_nearest_join_first() -> None:
    page = [development("a", "sahel", MALI), development("b", "sahel", AIDE), development("c", "sahel", MALI)]
    page += [development(f"x{at}", of, told) for at, (of, told) in enumerate(OTHERS)]
    alike = np.full((len(page), len(page)), 0.05)
    alike[:3, :3] = 0.7
    assert joined(page, alike, war_names(topics()))[:3] == [0, 1, 0]


#: Its words are nearer to two of the three than to the first.
LATER = ("Presidential adviser killed with four others in Mali", "He died near Mauritania when a convoy was shot at.")


def night() -> tuple[Article, ...]:
    ambush = tuple(
        article(f"m{at}", headline, summary, by=f"Post {at}", hours=6 + at)
        for at, (headline, summary) in enumerate([*MALI, LATER])
    )
    return NIGHT + ambush


def homes(groups: Iterable[Iterable[Article]]) -> dict[str, int]:
    return {one.id: at for at, group in enumerate(groups) for one in group}


def test_what_grouping_leaves_apart_is_one_on_the_page() -> None:
    grouped = homes(same_event(night(), topics=topics()))
    assert grouped["m0"] != grouped["m3"]
    told = homes(one.articles for one in developments(night(), topics=topics(), now=NOW))
    assert told["m0"] == told["m1"] == told["m2"] == told["m3"]
    lines = explain(night(), "m0", "m3", topics=topics())
    assert lines[0].startswith("APART")
    assert any("twins.py" in line for line in lines)


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_input_gives_the_same_page(seed: int) -> None:
    mixed = list(night())
    random.Random(seed).shuffle(mixed)
    told = developments(mixed, topics=topics(), now=NOW)
    assert told == developments(night(), topics=topics(), now=NOW)
