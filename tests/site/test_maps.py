"""Maps: every mark lies on the drawing, is a link with a name, and stands in the list beside it."""

from __future__ import annotations

import gzip
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.geography import Spot
from plugins.maps import MOST, NEAR, WIDTH, coast, drawn
from plugins.site import Item
from scrapers.briefing import Briefing, Section
from scrapers.model import Level, Place

ITEM = Item(briefing=Briefing(day=date(2024, 8, 21), title="T"), section=Section(headline="H", id="a"))
POINTS = st.tuples(st.floats(-55, 77), st.floats(-180, 180)).map(lambda at: (round(at[0], 2), round(at[1], 2)))


def spot(name: str, at: tuple[float, float] | None) -> Spot:
    level = Level.TOWN if at else Level.COUNTRY
    return Spot(ITEM, Place(name=name, level=level, country="UA", at=at))


@settings(max_examples=80, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=30))
def test_every_mark_lies_inside_and_stands_in_the_list(points: list[tuple[float, float]]) -> None:
    made = drawn(spot(f"P{n}", at) for n, at in enumerate(points))
    assert made is not None
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= made.height for mark in made.marks)
    numbers = sorted(number for mark in made.marks for number in mark.numbers)
    assert numbers == [each.number for each in made.listed] == list(range(1, min(MOST, len(points)) + 1))
    apart = [
        (abs(one.x - other.x), abs(one.y - other.y)) for one in made.marks for other in made.marks if one is not other
    ]
    assert all(max(both) >= NEAR for both in apart)


@settings(max_examples=40, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=12))
def test_a_map_is_light_and_its_coast_stays_inside(points: list[tuple[float, float]]) -> None:
    made = drawn(spot(f"P{n}", at) for n, at in enumerate(points))
    assert made is not None
    assert len(gzip.compress(made.land.encode())) < 8_000
    assert set(made.land) <= set("Mlz -0123456789")


def test_east_and_west_of_the_antimeridian_lie_together() -> None:
    made = drawn([spot("Suva", (-18.1, 178.4)), spot("Apia", (-13.8, -171.8))])
    assert made is not None
    assert made.marks[1].x - made.marks[0].x < WIDTH / 2
    assert made.marks[1].x > made.marks[0].x


def test_a_state_alone_is_on_no_map_but_in_the_list() -> None:
    assert drawn([spot("Sudan", None)]) is None
    made = drawn([spot("Sudan", None), spot("Odesa", (46.5, 30.7))])
    assert made is not None
    assert [(each.place.name, each.number) for each in made.listed] == [("Odesa", 1), ("Sudan", None)]


def test_the_coast_has_no_border() -> None:
    # a border would be a line that two rings share
    owners: dict[frozenset[tuple[int, int]], set[int]] = {}
    for number, (ring, _) in enumerate(coast()):
        for pair in pairwise(ring):
            if pair[0] != pair[1]:
                owners.setdefault(frozenset(pair), set()).add(number)
    shared = [line for line, rings in owners.items() if len(rings) > 1]
    # but for the seam of the flat world
    assert [line for line in shared if {east % 3600 for east, _ in line} != {1800}] == []


DAY = """Title: T
Date: 2024-08-21

## Missile hits school {#aaaaaa}

Place: Robotyne, Ukraine

- [Missile hits school](https://example.org/1) — Example Wire, 2024-08-21 14:20 UTC
"""


@pytest.mark.parametrize(("path", "lead"), [("", "./2024/08/21/#aaaaaa"), ("2024/08/21/", "#aaaaaa")])
def test_a_mark_is_a_link_with_a_name_and_the_list_says_the_same(build, path, lead) -> None:
    page = build({"briefings/2024/2024-08-21.md": DAY, "places.txt": "Robotyne | town | UA | 47.44, 35.84\n"}).page(
        path
    )
    (mark,) = page.select("figure.map svg a")
    assert (mark["href"], mark["aria-label"]) == (lead, "1: Robotyne")
    (listed,) = page.select("figure.map ol a")
    assert (listed["href"], listed.get_text()) == (lead, "Robotyne")
    assert not page.select("figure.map script, figure.map image, figure.map [style]")
