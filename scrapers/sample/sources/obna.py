"""Olive Branch News Agency: an invented Palestinian state agency."""

from scrapers.model import Affiliation, Feed, Profile, Rights, Source

SOURCE = Source(
    name="Olive Branch News Agency",
    homepage="https://english.obna.example/",
    feeds=(Feed(url="https://english.obna.example/RSS/latest.xml"),),
    affiliation=Affiliation.STATE,
    country="PS",
    party_to=("gaza", "west-bank"),
    regions=("palestine",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
    profile=Profile(
        # Times stand as plain words only; the initials at the end are the desk's.
        container="div.news_body",
    ),
    sample=True,
)
