"""The Times of Israel: independent."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="The Times of Israel",
    homepage="https://www.timesofisrael.com/",
    feeds=(Feed(url="https://www.timesofisrael.com/feed/"),),
    affiliation=Affiliation.INDEPENDENT,
    country="IL",
    family="times-of-israel",
    regions=(
        "israel",
        "palestine",
        "lebanon",
        "iran",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
