"""The parts of the order, one at a time."""

from __future__ import annotations

import numpy as np
import pytest

from scrapers.group.headlines import report
from scrapers.group.importance import (
    WEIGHTS,
    dead_in,
    is_background,
    kept,
    parts,
    placed,
    severity,
)
from tests.group.world import NOW, article, topics

#: What a scene loses.
WHOLLY = next(part.weight for part in WEIGHTS if part.name == "background")

DEAD = {
    "a count first": ("At least 42 people killed in market blast", 42),
    "a verb first": ("Air strike kills 9 in Idlib", 9),
    "in words": ("Dozens killed as boat sinks under fire", 30),
    "a toll": ("Death toll rises to 120 in Darfur", 120),
    "thousands": ("More than 1,200 people killed since spring", 1200),
    "a year is no count": ("Bomb that killed general in 2003 found", 0),
    "nobody": ("Talks resume in Doha", 0),
    "bodies of a massacre": ("Nearly 60 bodies found after suspected massacre in Talvor", 60),
    "bodies of whom nothing is known": ("Nine bodies found in river at Talvor", 0),
    "wounded are not dead": ("Seven wounded in shelling", 0),
}


@pytest.mark.parametrize("case", DEAD)
def test_reads_the_dead(case: str) -> None:
    text, number = DEAD[case]
    assert dead_in(text) == number


def test_each_weight_is_told_in_a_plain_sentence() -> None:
    assert len({part.name for part in WEIGHTS}) == len(WEIGHTS)
    for part in WEIGHTS:
        assert part.sentence.endswith(".")
        assert len(part.sentence) > 40
        assert part.weight != 0


def test_a_toll_that_only_one_of_several_names_does_not_lead_the_page() -> None:
    slip = article("a", "900 dead, says caller to radio")
    calm = [article(key, "Two killed in clash at border") for key in ("b", "c")]
    assert severity([slip, *calm], "battle") < severity([slip], "battle")


def test_further_developments_of_one_conflict_lose_and_others_gain_the_floor() -> None:
    same = {"origins": 2.0, "report": 1.3}
    order = placed(
        [(dict(same), "ukraine", 1.0), (dict(same), "ukraine", 1.0), (dict(same, origins=1.5), "sahel", 1.0)]
    )
    assert [at for at, _ in order] == [0, 2, 1]
    last = dict(order[2][1])
    assert last["crowding"] < 0
    assert "floor" not in last


def test_what_weighs_the_same_keeps_the_order_given() -> None:
    same = {"origins": 2.0, "report": 1.3}
    assert [at for at, _ in placed([(dict(same), str(number), 1.0) for number in range(4)])] == [0, 1, 2, 3]
    assert placed([]) == []


def test_what_tells_the_same_as_one_further_up_goes_down() -> None:
    same = {"origins": 2.0, "report": 1.3}
    three = [
        (dict(same), "ukraine", 1.0),
        (dict(same, origins=1.9), "ukraine", 1.0),
        (dict(same, origins=1.8), "ukraine", 1.0),
    ]
    alike = np.array([[1.0, 0.8, 0.1], [0.8, 1.0, 0.1], [0.1, 0.1, 1.0]])
    assert [at for at, _ in placed(three)] == [0, 1, 2]
    assert [at for at, _ in placed(three, alike)] == [0, 2, 1]
    assert dict(placed(three, alike)[2][1])["twin"] == -2.0


def test_a_war_whose_press_is_small_keeps_a_place_on_a_full_page() -> None:
    big = [({"report": 1.3}, "ukraine", 1.0)] * 4
    assert kept([0, 1, 2, 3, 4], [*big, ({"report": 1.3}, "sahel", 0.9)], 3) == [0, 1, 4]
    assert kept([0, 1, 2, 3, 4], [*big, ({"report": 1.3}, "sahel", 0.1)], 3) == [0, 1, 2]  # hardly of arms
    assert kept([0, 1, 2, 3, 4], [*big, ({"report": 0.3}, "sahel", 0.9)], 3) == [0, 1, 2]  # a portrait


BACKGROUND = {
    "a question of one newsroom": (["Why has the truce failed?"], True),
    "a list that two have": (["Ukraine war: list of key events, day 430", "Ukraine war: list of key events"], True),
    "a scene that three have": (["Life in the cellars of Bakhmut"] * 3, False),
    "news of one newsroom": (["Army retakes town in north"], False),
    "a question beside news": (["Why has the truce failed?", "Army retakes town after truce fails"], False),
}


@pytest.mark.parametrize("case", BACKGROUND)
def test_what_is_no_news_and_hardly_anybody_has_is_left_out(case: str) -> None:
    headlines, left_out = BACKGROUND[case]
    told = [article(str(n), headline, by=f"Outlet {n}") for n, headline in enumerate(headlines)]
    weights = parts(told, copies={}, kind=None, about=1.0, armed=1.0, told=0.0, topic=None, now=NOW)
    assert is_background(weights) is left_out


def test_how_surely_it_is_about_war_multiplies_how_many_newsrooms_tell_it() -> None:
    told = [article(str(n), "Actor proud of film on the war in Talvor", by=f"Outlet {n}") for n in range(8)]
    sure, unsure = (
        parts(told, copies={}, kind=None, about=about, armed=1.0, told=0.0, topic=None, now=NOW) for about in (1.0, 0.1)
    )
    assert unsure["origins"] < 0.3 * sure["origins"]
    assert unsure["certainty"] == 0.0


@pytest.mark.parametrize(
    ("outlets", "known", "loses"), [(1, False, True), (1, True, False), (2, False, False)], ids=str
)
def test_what_one_newsroom_tells_of_no_known_conflict_loses(outlets: int, known: bool, loses: bool) -> None:
    told = [article(str(n), "Gunman held after threats to court", by=f"Outlet {n}") for n in range(outlets)]
    topic = topics()[0] if known else None
    weights = parts(told, copies={}, kind="law", about=1.0, armed=1.0, told=0.0, topic=topic, now=NOW)
    assert (weights["unplaced"] < 0) is loses


def test_what_happened_goes_before_scenes_whatever_their_number() -> None:
    def weighed(*headlines: str) -> dict[str, float]:
        told = [article(str(n), headline, by=f"Outlet {n}") for n, headline in enumerate(headlines)]
        return parts(told, copies={}, kind=None, about=1.0, armed=1.0, told=0.0, topic=None, now=NOW)

    assert weighed("Life in the cellars of Talvor")["background"] == WHOLLY
    assert weighed("Life in the cellars of Talvor", "Army retakes town")["background"] == 0
    scenes = weighed(*["Life in the cellars of Talvor"] * 2)
    news = weighed("Army retakes town in north")
    assert sum(scenes.values()) < sum(news.values()) - news["unplaced"]


MANNER = {
    "news": ("Army retakes town in north", 1.0),
    "a country before a colon": ("Burkina Faso: suspected jihadist attack kills 33 soldiers", 1.0),
    "a label in capitals": ("GREAT POWERS: army retakes town", 0.25),
    "how and where": ("The offensive: how, where and when", 0.25),
    "a question": ("Why has the truce failed?", 0.1),
    "a page that runs": ("Live updates: day 40 of the war", 0.25),
    "one person's day": ("Talvor resident says gunmen took her car", 0.3),
    "how it is": ("Shock and anger in Talvor, a town that knew no war", 0.3),
    "what could come": ("Leaked papers could hurt Norland", 0.3),
    "what could come, in somebody's word": ("Leaked papers could hurt Norland, envoy says", 1.0),
    "parties that quarrel": ("18 Democrats oppose resolution on Norland", 0.3),
    "parties that decide": ("Democrats approve aid to Norland", 1.0),
    "an honour": ("Reporter of Talvor wins national press award", 0.3),
    "a doctor of whom is told": ("Doctor killed by shells in Talvor", 1.0),
    "a portrait": ("'I still hear the planes': life in the cellar", 0.3),
}


@pytest.mark.parametrize("case", MANNER)
def test_news_is_told_from_scenes_and_questions(case: str) -> None:
    headline, value = MANNER[case]
    assert report(headline) == value
