"""The gazetteer and the editors' list: found again as written, within bounds, and every slip named."""

from __future__ import annotations

import pytest

from scrapers.errors import ContentError
from scrapers.model import Level
from scrapers.places.folding import fold
from scrapers.places.gazetteer import Gazetteer, read_own, shipped_rows, state_of, written
from tests.desk import DESK
from tests.places.world import gazetteer

OWN = read_own((DESK / "places.txt").read_text(encoding="utf-8"))


def test_every_editors_place_is_found_again_as_it_is_written() -> None:
    lost = [written(place) for place, _ in OWN if not (held := gazetteer().resolved(written(place))) or held.at is None]
    assert lost == []


def test_what_editors_list_wins() -> None:
    own = read_own("Rafa = Rafah Port | town | PS | 31.32, 34.23\n")
    assert [place.name for place in Gazetteer(shipped_rows(), own).named("rafa")] == ["Rafah Port"]


def test_an_editors_town_keeps_the_id_that_it_has_elsewhere() -> None:
    (place,) = gazetteer().named(fold("Khan Younis"))
    assert place.id
    assert place.region == "PS.GZ"


def test_points_lie_on_the_earth_and_are_no_finer_than_two_decimals() -> None:
    for row in shipped_rows():
        kind, _, _, country, _, north, east, _, keys = row.split("\t")
        assert all((kind in "TCR", len(country) == 2, keys)), row
        assert all((abs(float(north)) <= 90, abs(float(east)) <= 180)), row
        assert max(len(each.partition(".")[2]) for each in (north, east)) <= 2, row


def test_it_is_small_enough_to_be_committed() -> None:
    assert sum(len(row.encode()) + 1 for row in shipped_rows()) < 2_000_000


def test_a_state_and_waters_are_written_by_their_names() -> None:
    sudan = state_of("SD")
    assert written(sudan) == "Sudan"
    assert gazetteer().resolved("Sudan") == sudan
    sea = gazetteer().resolved("Red Sea")
    assert sea is not None
    assert (sea.level, sea.country) == (Level.WATERS, None)
    assert gazetteer().resolved("Front line, Ukraine") is None


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Robotyne", "a place is"),
        ("Robotyne | hamlet | UA | 47.44, 35.84", "no kind of place"),
        ("Robotyne | town | Ukraine | 47.44, 35.84", "two letters"),
        ("Robotyne | town | - | 47.44, 35.84", "in a country"),
        ("Robotyne | town | UA | 47.44", "no point"),
        ("Robotyne | town | UA | 147.44, 35.84", "no point"),
        ("Robotyne | town | UA | 47.4412, 35.84", "no point"),
        ("Robotyne | town | UA | 95.44, 35.84", "no point"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, hint: str) -> None:
    with pytest.raises(ContentError, match=hint) as raised:
        read_own(f"# a note\n{line}\n")
    assert raised.value.line == 2
