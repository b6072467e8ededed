"""What is an outlet called? The titles of feeds, as lists have them; every outlet is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.briefing import Citation
from scrapers.model import Source
from scrapers.outlet import house, plain_name

NAMES = {
    "The Harbour Courier": "The Harbour Courier",
    "HC > World News": "HC",
    "The Harbour Courier - World": "The Harbour Courier",
    "Marrin News – Top Stories": "Marrin News",
    "The Harbour Courier | Latest": "The Harbour Courier",
    "The Harbour Courier » Feed": "The Harbour Courier",
    "Kestrel -  All": "Kestrel",
    "Kestrel - all news": "Kestrel",
    "World | The Harbour Courier": "The Harbour Courier",
    "News - Aldermoor Gazette": "Aldermoor Gazette",
    "The Harbour Courier: World News": "The Harbour Courier",
    "Marrinativa: news of Marrin and of all the world": "Marrinativa",
    "Latest news from The Harbour Courier": "The Harbour Courier",
    "Kestrel.example Latest Articles Feed": "Kestrel.example",
    "The Harbour Courier RSS feed": "The Harbour Courier",
    "RSS: The Harbour Courier": "The Harbour Courier",
    "The Harbour Courier (RSS)": "The Harbour Courier",
    "Kestrel (US)": "Kestrel (US)",
    "Gazeta Sondrel - Świat": "Gazeta Sondrel",
    # Nothing is left of these but what they say.
    "World News": "World News",
    "RSS": "RSS",
    "Latest | News": "Latest",
    # A sign within a name parts nothing.
    "Marrin-Post": "Marrin-Post",
    "Mission: Marrin": "Mission: Marrin",
    "The World": "The World",
}


@pytest.mark.parametrize("title", NAMES)
def test_an_outlet_goes_by_its_plain_name(title: str) -> None:
    assert plain_name(title) == NAMES[title]


@given(st.text(alphabet=st.sampled_from("aZ é|>-–:·()» \n") | st.characters(), max_size=60))
def test_a_name_is_never_empty_where_the_title_is_not_and_holds_nothing_new(title: str) -> None:
    name = plain_name(title)
    assert bool(name) == bool(title.strip())
    assert name in title


def test_desks_of_one_house_have_one_voice() -> None:
    names = ("The Harbour Courier", "Harbour Courier - World", "The Harbour Courier: World News")
    assert {house(name) for name in names} == {"harbour courier"}
    assert len({Citation(headline="x", url="https://x.example", source=name).voice for name in names}) == 1


def test_a_source_is_shown_by_its_own_name_where_that_is_plain() -> None:
    assert Source(name="Kestrel", feeds=()).plain_name == "Kestrel"
    assert Source(name="Kestrel > World", shown="Kestrel", feeds=()).plain_name == "Kestrel"
