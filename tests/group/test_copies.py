"""One text under many names counts once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrapers.facts.speakers import NO_ALIASES
from scrapers.group.copies import copies, voice_of
from scrapers.group.developments import origins_of
from scrapers.model import Affiliation, Article, Dateline, Development
from scrapers.page.data_rows import figure_rows, given_in
from scrapers.page.novelty import Tonight
from tests.group.world import article, source

WIRE = (
    "The two armies exchanged artillery fire along the river for a third day on Friday, the regional council said."
    " Eleven villages have been emptied since the shelling began and their people are being taken to schools in the"
    " district town, where volunteers hand out water, bread and blankets. A spokesman for the army said that it had"
    " only answered fire from the other bank. The other side denied this and spoke of an attack without a warning."
    " Observers who were to watch the truce have not been let through the checkpoint at the old bridge. The foreign"
    " ministers of both states are to meet next week in a third country, according to two diplomats with knowledge"
    " of the plan, who asked not to be named because the talks have not been announced. The last truce of the two"
    " held for nineteen months before it broke down over the water of the upper dam in the spring of this year."
)
OTHER = (
    "Fishermen on the lake say that the catch has never been so small, and they blame the new dam. The ministry of"
    " water has promised to send experts in the autumn, when the rains are over and the roads can be used again. In"
    " the market of the port a kilo of perch costs twice what it did a year ago, and some stalls have closed. The"
    " mayor wants to hold a meeting with the engineers who built the dam, but no date has been named for it so far."
)
HEAD = "Armies exchange fire along river for third day"


def told(key: str, headline: str = HEAD, text: str = WIRE, **more: object) -> Article:
    return article(key, headline, text=text, **more)  # type: ignore[arg-type]


CASES = {
    "the same under two names": ((told("a", hours=6), told("b", by="Local Paper", hours=4)), (("b", "a"),)),
    "shortened": ((told("a", hours=6), told("b", text=WIRE[:430], by="Local Paper", hours=4)), (("b", "a"),)),
    "under another headline": (
        (told("a", hours=6), told("b", "Villages emptied as shelling goes on", by="Local Paper", hours=4)),
        (("b", "a"),),
    ),
    "with another lead": (
        (told("a", hours=6), told("b", text="Our own correspondent writes from the district town. " + WIRE, hours=4)),
        (("b", "a"),),
    ),
    "another text": ((told("a"), told("b", text=OTHER)), ()),
    "another headline over half the text": (
        (told("a"), told("b", "Perch prices double at the lake", WIRE[:500] + OTHER)),
        (),
    ),
    "no text at all": ((told("a", text=""), told("b", text="")), ()),
}


@pytest.mark.parametrize("case", CASES)
def test_copies_are_told_from_what_is_only_alike(case: str) -> None:
    articles, expected = CASES[case]
    assert copies(articles) == expected


def test_a_text_of_last_week_is_no_copy() -> None:
    old = told("a")
    assert old.published is not None
    assert copies((replace(old, published=old.published - timedelta(days=8)), told("b"))) == ()


def test_the_agency_is_the_original_even_if_it_is_later() -> None:
    agency = source("Wire Agency", affiliation=Affiliation.AGENCY)
    assert copies((told("a", hours=9), told("z", by=agency, hours=3))) == (("a", "z"),)


def test_the_order_of_the_input_plays_no_part() -> None:
    three = (told("a", hours=3), told("b", hours=9), told("c", hours=6))
    assert copies(three) == copies(three[::-1]) == (("a", "b"), ("c", "b"))


def test_the_origin_is_the_agency_the_page_names_else_the_house() -> None:
    assert voice_of(told("a", origin="AFP")) == "afp"
    assert voice_of(replace(told("a"), dateline=Dateline(agency="Reuters"))) == "reuters"
    assert voice_of(told("a", by=source("Evening Lantern", family="Lantern Group"))) == "lantern group"
    assert voice_of(told("a", by="Evening Lantern")) == "evening lantern"


#: Pairs of articles that are one voice.
ONE_VOICE = {
    "two desks of a paper": (told("a", by="The Lantern - World"), told("b", by="The Lantern")),
    "one wire in two papers": (told("a", by="Post", origin="North Wire"), told("b", by="Lantern", origin="north wire")),
    "one wire in two datelines": tuple(
        replace(told(key, by=by), dateline=Dateline(agency="Northwire"))
        for key, by in (("a", "Post"), ("b", "Lantern"))
    ),
    "a wire and who carries it": (told("a", by="Northwire"), told("b", by="Post", origin="Northwire")),
    "sister papers": tuple(told(key, by=source(f"{key} Lantern", family="Lantern Group")) for key in ("Day", "Night")),
}


@pytest.mark.parametrize("case", ONE_VOICE)
def test_who_has_it_of_one_house_or_wire_is_one_voice_wherever_voices_are_counted(case: str) -> None:
    one, other = ONE_VOICE[case]
    assert voice_of(one) == voice_of(other)
    assert len(origins_of(Development(id="x", headline="x", articles=(one, other)))) == 1
    other = replace(other, headline="Strike on Koravets kills 14 people", text="", summary="")
    one = replace(one, headline="Strike on Koravets kills 12 people", text="", summary="")
    both = Development(id="x", headline="Strike on Koravets kills people", articles=(one, other))
    given = given_in(both, aliases=NO_ALIASES, tonight=Tonight([both]))
    assert len(given) == 2
    assert figure_rows(both, given, ()) == (), "one voice has no dispute with itself"
