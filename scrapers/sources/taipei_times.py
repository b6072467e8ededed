"""Taipei Times: independent."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="Taipei Times",
    homepage="https://www.taipeitimes.com/",
    feeds=(Feed(url="https://www.taipeitimes.com/xml/index.rss"),),
    affiliation=Affiliation.INDEPENDENT,
    country="TW",
    family="taipei-times",
    regions=(
        "taiwan",
        "china",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
