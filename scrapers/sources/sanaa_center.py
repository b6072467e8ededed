"""Sana'a Center: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Sana'a Center",
    homepage="https://sanaacenter.org/",
    feeds=(Feed(url="https://sanaacenter.org/feed/"),),
    affiliation=Affiliation.NGO,
    country="YE",
    family="sanaa-center",
    regions=("yemen",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
