"""A development belongs to the conflict of where it happened or of what it is about, not to a word's."""

from __future__ import annotations

import pytest

from scrapers.model import Whereabouts
from scrapers.places.conflict import conflict_of
from scrapers.places.gazetteer import state_of
from tests.group.world import topics
from tests.places.world import gazetteer


def where(*places: str, about: str = "", named: str = "") -> Whereabouts:
    held = [place for name in places if (place := gazetteer().resolved(name))]
    assert len(held) == len(places)
    return Whereabouts(places=tuple(held), about=tuple(about.split()), named=frozenset(named.split()))


CASES = {
    "a blast in Pakistan is Pakistan's": (
        "afghanistan",
        "attack",
        where("Peshawar, Pakistan", about="PK AF"),
        "pakistan",
    ),
    "talks elsewhere are of what they are about": (
        "ukraine",
        "talks",
        where("Riyadh, Saudi Arabia", about="UA"),
        "ukraine",
    ),
    "what its heading names stays": ("ukraine", "law", where("London, Britain", about="GB", named="UA GB"), "ukraine"),
    "Jenin is West Bank, not Gaza": ("gaza", "attack", where("Jenin, Palestine", about="PS IL"), "west-bank"),
    "Rafah is Gaza": ("gaza", "strike", where("Rafah, Palestine", about="PS IL"), "gaza"),
    "a strike on Belgorod is of the war": ("ukraine", "strike", where("Belgorod, Russia", about="RU"), "ukraine"),
    "a sport of no war is of none": ("india", None, where("United States", about="US", named="US"), None),
    "where nothing is known its words hold": ("sudan", "battle", where(), "sudan"),
    "what no word gave a conflict gets none": (None, "attack", where("Sumy, Ukraine", about="UA"), None),
    "Russia alone is not Ukraine's war": ("armenia-azerbaijan", None, where(about="RU", named="RU"), None),
}


@pytest.mark.parametrize("case", CASES)
def test_belongs(case: str) -> None:
    held, kind, found, wanted = CASES[case]
    assert conflict_of(held, kind, found, topics()) == wanted


def test_every_conflict_says_where_it_is_fought() -> None:
    for topic in topics():
        if topic.kind == "conflict":
            assert topic.where, topic.slug
            assert all(state_of(code) for code in topic.states)
