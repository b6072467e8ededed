"""Articles in other languages join the English development they tell of, and only that."""

from __future__ import annotations

import pytest

from scrapers.group import same_event
from scrapers.group.explain import explain
from scrapers.group.tongues import joined, skeleton
from scrapers.model import Article
from tests.group.world import NIGHT, article, topics

SPELLINGS = {
    "Polish": ("Słowiańsk", "Sloviansk"),
    "Polish, a sound of two letters": ("Chartum", "Khartoum"),
    "German": ("Selenskyj", "Zelensky"),
    "Spanish": ("Jartum", "Artum"),
    "Ukrainian": ("Слов'янськ", "Sloviansk"),
    "French": ("Poutine", "Putin"),
    "Russian": ("Хартум", "Khartoum"),
}


@pytest.mark.parametrize("case", SPELLINGS)
def test_a_name_is_the_same_in_most_spellings(case: str) -> None:
    one, other = SPELLINGS[case]
    assert skeleton(one) == skeleton(other) != ""


def test_a_name_of_two_consonants_is_no_name() -> None:
    assert skeleton("Kijów") == skeleton("Ali") == ""


FILL = tuple(
    article(
        f"f{number}",
        f"Shelling reported near {town}",
        f"Residents of {town} in Ukraine heard shelling.",
        by=f"F{number}",
    )
    for number, town in enumerate(
        "Pokrovsk Kupiansk Kramatorsk Nikopol Orikhiv Vuhledar Lyman Toretsk Siversk Izium Huliaipole Chasiv".split()
    )
)
STRIKE = tuple(one for one in NIGHT if one.id.startswith("a"))
POLISH = article(
    "p1",
    "Rosyjskie rakiety uderzyły w dworzec autobusowy w Konotopie",
    "W ataku na dworzec w Konotopie zginęło 14 osób, powiedział gubernator Kowalenko. Ukraina zapowiada odpowiedź.",
    by="Kurier",
    language="pl",
)
ENGLISH = article(
    "e1",
    "Missiles hit bus station in Konotop",
    "14 people were killed in Konotop in Ukraine, governor Kovalenko said after the missile strike.",
    by="North Post",
)


def home_of(stranger: Article, conflict: str = "ukraine") -> str:
    """The id of the article whose group the stranger is in, each English one being a group of its own."""
    alone = [[one] for one in (*FILL, *STRIKE, ENGLISH, stranger)]
    conflicts = {group[0].id: "ukraine" for group in alone} | {stranger.id: conflict}
    return alone[joined(alone, conflicts, topics())[-1]][0].id


def test_an_article_in_another_language_joins_what_it_tells_of() -> None:
    assert home_of(POLISH) == "e1"


def test_developments_hold_articles_of_several_languages() -> None:
    every = (*FILL, *STRIKE, ENGLISH, POLISH)
    found = same_event(every, {one.id: "ukraine" for one in every}, topics())
    assert any({"p1", "e1"} <= {one.id for one in group} for group in found)


def test_the_name_of_the_war_alone_joins_nothing() -> None:
    general = article(
        "p2", "Wojna w Ukrainie. Najważniejsze wydarzenia", "Ukraina i Rosja: co się wydarzyło.", language="pl"
    )
    assert home_of(general) == "p2"


def test_one_shared_name_joins_nothing() -> None:
    visit = article("p3", "Minister obrony w Konotopie", "Minister odwiedził Konotop na Ukrainie.", language="pl")
    assert home_of(visit) == "p3"


def test_groups_of_two_conflicts_stay_apart() -> None:
    assert home_of(POLISH, conflict="sudan") == "p1"


def test_a_night_in_one_language_is_left_as_it_is() -> None:
    alone = [[one] for one in FILL]
    assert joined(alone, {}, topics()) == list(range(len(FILL)))


def test_the_names_that_join_are_shown() -> None:
    told = explain([*FILL, *STRIKE, ENGLISH, POLISH], "p1", "e1", topics=topics())
    assert any(line.startswith("across languages") and "Konotopie" in line and "Kowalenko" in line for line in told)
