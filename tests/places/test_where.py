"""Where it happened is read from the grammar of what was said, and never guessed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.places.folding import fold
from scrapers.places.where import whereabouts
from tests.places.world import found, gazetteer, names, report, states

#: Headline, its topic's states, the place.
HERE = {
    "in": ("Nine killed as shells fall in Kostiantynivka", "UA RU", "Kostyantynivka"),
    "strike on": ("Drone strike on Sumy cuts power", "UA RU", "Sumy"),
    "hits": ("Missile hits Kramatorsk at dawn", "UA RU", "Kramatorsk"),
    "near": ("Two patrols clash near Heglig", "SD", "Heglig"),
    "fall of": ("Thousands flee after fall of El Fasher", "SD", "El Fasher"),
    "region": ("Shelling in Kharkiv region wounds six", "UA RU", "Kharkiv region"),
    "town, not its region": ("Shelling in Kharkiv wounds six", "UA RU", "Kharkiv"),
    "waters": ("Tanker hit by rocket in Red Sea", "YE", "Red Sea"),
    "editors' village": ("Army says it has taken Robotyne", "UA RU", "Robotyne"),
    "hospital of a town": ("Six die as Rafah hospital is shelled", "PS IL", "Rafah"),
    "capital as a place": ("Blast near parliament in Kabul kills four", "AF", "Kabul"),
    "the state's capital": ("Fighting rages in Sudan's capital", "SD", "Khartoum"),
    "north of": ("Convoy ambushed north of Gao", "ML BF NE", "Gao"),
    "event behind its place": ("Gaza strike kills three reporters", "PS IL", "Gaza Strip"),
}
#: What names a place and did not happen there: headline, its topic's states.
NOT = {
    "a capital that speaks": ("Kyiv says it wants talks", "UA RU"),
    "a government": ("Moscow rejects the plan", "UA RU"),
    "aid to it": ("Berlin sends more tanks to Ukraine", "UA RU"),
    "war in it": ("Leaders discuss war in Ukraine", "UA RU"),
    "sanctions on it": ("Council weighs sanctions on Sudan", "SD"),
    "who sits there": ("Officials in Khartoum deny the report", "SD"),
    "a movement's name": ("Hamas names a new spokesman", "PS IL"),
    "its accords": ("Envoys say Minsk accords are dead", "UA RU"),
    "the topic alone": ("Soldiers wait for the mail", "UA RU"),
}


@pytest.mark.parametrize("case", HERE)
def test_what_happened_at_a_place_is_there(case: str) -> None:
    headline, topic, place = HERE[case]
    assert names(found(headline, states=topic)) == [place]


@pytest.mark.parametrize("case", NOT)
def test_what_only_names_a_place_did_not_happen_there(case: str) -> None:
    headline, topic = NOT[case]
    where = found(headline, states=topic)
    assert names(where) == []
    assert not where.places or case == "a movement's name"


def test_what_is_said_has_no_place_but_states_that_it_is_about() -> None:
    where = found("Zelensky warns Russia against new attacks", states="UA RU")
    assert where.places == ()
    assert set(where.about) == {"UA", "RU"}


def test_the_outlets_state_and_the_dateline_are_no_evidence() -> None:
    told = report("Convoy comes under fire at night", "LONDON (Example Wire) — A convoy came under fire.", country="GB")
    where = whereabouts(told.headline, (told,), gazetteer=gazetteer(), countries=frozenset({"SD"}))
    assert where.places == ()
    assert where.about == ()


def test_a_region_is_not_made_its_town() -> None:
    where = found("Famine spreads across Darfur", states="SD")
    assert names(where) == ["Darfur"]


def test_a_town_of_a_state_that_nobody_names_does_not_count() -> None:
    assert names(found("Two arrested in Kutum after shooting", states="SD")) == ["Kutum"]
    assert names(found("Two arrested in Kutum after shooting", states="UA")) == []


def test_a_name_that_one_report_gives_in_passing_is_no_place() -> None:
    lone = report("Army and rebels blame each other", "Talks may be held in Juba or in Nyala, diplomats said.")
    assert names(found("Truce between army and rebels fails", lone, states="SD")) == []


def test_the_heading_is_believed_before_the_reports() -> None:
    other = report("Shelling in Sumy", "Shells fell in Sumy. Two people died in Sumy.")
    assert names(found("Drone strike on Odesa port", other, other, states="UA RU")) == ["Odesa"]


def test_where_reports_agree_the_place_is_theirs() -> None:
    one = report("Museum hit by missile", "A missile hit the museum in Kupiansk on Tuesday.")
    two = report("Rocket destroys museum", "Two people were killed when a rocket struck Kupiansk.")
    assert names(found("Missile hits Ukrainian museum", one, two, states="UA RU")) == ["Kupiansk"]


def test_the_only_state_of_a_deed_is_where_it_was() -> None:
    assert states(found("Quake shakes western Afghanistan", states="AF")) == ["AF"]
    assert states(found("Soldiers seize power in Gabon")) == ["GA"]


def test_two_places_of_one_heading_are_both_told() -> None:
    where = found("Shells fall in Sumy and in Kramatorsk", states="UA RU")
    assert sorted(names(where)) == ["Kramatorsk", "Sumy"]


WORDS = st.lists(
    st.sampled_from(
        "in at near on from to by Sudan Kyiv Gaza Rafah Russia Russian Nyala Moscow strike says hits officials war of the "
        "after Hamas Georgia Victoria army fighting and Merida Red Sea Ukraine’s capital village".split()
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_nothing_is_invented_and_no_more_than_two(heading: list[str], summary: list[str]) -> None:
    headline, below = " ".join(heading), " ".join(summary)
    where = found(headline, summary=below, states="SD UA")
    assert len(where.places) <= 2
    assert len(where.about) <= 2
    text = fold(f"{headline} {below}")
    for name in names(where):
        keys = [key for place in [gazetteer().resolved(name)] if place for key in [fold(place.name)]] or [fold(name)]
        # its own name, another name of it, or "Ukraine's capital" stands in the words
        assert any(key in text for key in keys) or "capital" in text or fold(name).split()[0] in text


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000))
def test_the_order_of_the_reports_plays_no_part(seed: int) -> None:
    told = [
        report("Shelling in Sumy", "Shells fell in Sumy."),
        report("Drones over Odesa", "Drones hit the port of Odesa. Odesa was dark."),
        report("Ukraine downs drones", "Two drones fell near Mykolaiv."),
    ]
    turned = random.Random(seed).sample(told, len(told))
    one = whereabouts("Night of drones", told, gazetteer=gazetteer(), countries=frozenset({"UA"}))
    other = whereabouts("Night of drones", turned, gazetteer=gazetteer(), countries=frozenset({"UA"}))
    assert one == other
