"""Bellingcat: non-profit."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Bellingcat",
    homepage="https://www.bellingcat.com/",
    feeds=(Feed(url="https://www.bellingcat.com/feed/"),),
    affiliation=Affiliation.NGO,
    country="NL",
    family="bellingcat",
    regions=("global",),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
