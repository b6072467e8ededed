"""CGTN: state media."""

from scrapers.model import Affiliation, Feed, Rights, Source

SOURCE = Source(
    name="CGTN",
    homepage="https://www.cgtn.com/",
    feeds=(Feed(url="https://www.cgtn.com/subscribe/rss/section/world.xml"),),
    affiliation=Affiliation.STATE,
    country="CN",
    family="cgtn-world",
    regions=(
        "china",
        "global",
    ),
    rights=Rights.PREVIEW,
    rights_why="all rights reserved; shown is only what its feed and page head offer beside a link",
)
